"""Paints rows of two lines: a picture, a title over a text, and at the right a time or a chip."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon
from cims_desktop.gui.widgets.avatar import paint_avatar
from cims_desktop.gui.widgets.pill import PillKind, paint_pill, pill_colours, pill_size

FACE_ROLE = int(Qt.ItemDataRole.UserRole) + 20
"""The Face of a row."""

PICTURE, ROW_HEIGHT, GAP = 34, 50, 14
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True)
class Face:
    """What a row shows; `icon` stands in place of the avatar of `title`."""

    title: str
    text: str = ""
    middle: str = ""
    right: str = ""
    chip_text: str = ""
    chip: PillKind = "silver"
    icon: str = ""

    @property
    def spoken(self) -> str:
        """The row as one sentence, for screen readers."""
        return ", ".join(
            part for part in (self.title, self.text, self.middle, self.chip_text, self.right) if part
        )


class TwoLineDelegate(QStyledItemDelegate):
    """Paints Faces. `samples` are the widest middle, right and chip texts; they make columns that line up."""

    def __init__(self, parent: Any = None, *, inset: int = 0, height: int = ROW_HEIGHT) -> None:
        super().__init__(parent)
        self._inset, self._height = inset, height
        self.samples: tuple[str, str, str] = ("", "", "")

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(120), theme.px(self._height))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        # PySide6's stubs leave the fields of the option untyped.
        state: Any = option
        face = index.data(FACE_ROLE)
        if not isinstance(face, Face):
            return
        box = QRectF(state.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, box, state.state)
        inner = box.adjusted(theme.px(self._inset), 0, -theme.px(self._inset), 0)
        left = inner.left() + theme.px(PICTURE + GAP)
        if index.row():
            painter.setPen(QColor(theme.tokens().line))
            painter.drawLine(QPointF(left, box.top() + 0.5), QPointF(inner.right(), box.top() + 0.5))
        self._paint_picture(painter, inner, face)
        right = self._paint_right(
            painter, inner, face, selected=bool(state.state & QStyle.StateFlag.State_Selected)
        )
        self._paint_words(
            painter, QRectF(left, inner.top(), max(right - left - theme.px(GAP), 20), inner.height()), face
        )
        painter.restore()

    def _paint_ground(self, painter: QPainter, box: QRectF, state: QStyle.StateFlag) -> None:
        now = theme.tokens()
        focused = bool(state & QStyle.StateFlag.State_HasFocus)
        ground = None
        if state & QStyle.StateFlag.State_Selected:
            ground = now.sel
        elif state & QStyle.StateFlag.State_MouseOver:
            ground = now.hover
        if ground is None and not focused:
            return
        painter.setBrush(QColor(ground) if ground else Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(now.accent), 1.5) if focused else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(box.adjusted(1, 1.5, -1, -1.5), 7, 7)

    def _paint_picture(self, painter: QPainter, inner: QRectF, face: Face) -> None:
        side = theme.px(PICTURE)
        box = QRectF(inner.left(), inner.center().y() - side / 2, side, side)
        if not face.icon:
            paint_avatar(painter, box, face.title)
            return
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().hover))
        painter.drawRoundedRect(box, 9, 9)
        edge = side * 0.25
        paint_icon(painter, box.adjusted(edge, edge, -edge, -edge), face.icon)

    def _paint_right(self, painter: QPainter, inner: QRectF, face: Face, *, selected: bool) -> float:
        """Paints from the right edge inwards and returns where the words must end."""
        small = theme.font(12)
        metrics = QFontMetricsF(small)
        middle, right, chip = self.samples
        edge, gap = inner.right(), theme.px(GAP)
        column = max((pill_size(text).width() for text in (chip, face.chip_text) if text), default=0)
        if face.chip_text:
            size = pill_size(face.chip_text)
            place = QRectF(
                edge - size.width(), inner.center().y() - size.height() / 2, size.width(), size.height()
            )
            ink, soft = pill_colours(face.chip)
            paint_pill(painter, place, face.chip_text, ink, theme.tokens().surface if selected else soft)
        edge -= column + gap if column else 0
        painter.setFont(small)
        painter.setPen(QColor(theme.tokens().ink3))
        sides = (
            (face.right, right, Qt.AlignmentFlag.AlignRight),
            (face.middle, middle, Qt.AlignmentFlag.AlignLeft),
        )
        for text, sample, side in sides:
            wide = max(metrics.horizontalAdvance(text), _widest(sample, metrics))
            if wide:
                place = QRectF(edge - wide, inner.top(), wide, inner.height())
                painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), text)
                edge -= wide + gap
        return edge + gap

    def _paint_words(self, painter: QPainter, box: QRectF, face: Face) -> None:
        now, middle = theme.tokens(), box.center().y()
        title, text = theme.font(13, QFont.Weight.Medium), theme.font(12)
        high = theme.px(18)
        top = middle - high if face.text else middle - high / 2
        for font, colour, words, where in (
            (title, now.ink, face.title, top),
            (text, now.ink3, face.text, middle),
        ):
            painter.setFont(font)
            painter.setPen(QColor(colour))
            line = " ".join(words.split())
            shown = QFontMetricsF(font).elidedText(line, Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(
                QRectF(box.left(), where, box.width(), high), int(Qt.AlignmentFlag.AlignVCenter), shown
            )


def _widest(sample: str, metrics: QFontMetricsF) -> float:
    """The width that no text of the sample's shape exceeds; digits of most fonts differ in width."""
    digit = max("0123456789", key=metrics.horizontalAdvance)
    return metrics.horizontalAdvance("".join(digit if one.isdigit() else one for one in sample))
