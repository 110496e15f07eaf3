"""The list under the search box: two lines a customer, the matched part marked."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.queries import SearchHit
from cims_desktop.gui import theme
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.widgets.avatar import paint_avatar
from cims_desktop.gui.widgets.pill import TIER_PILLS, paint_pill, pill_colours, pill_size
from cims_desktop.gui.widgets.sensitive_finder import MATCHED
from cims_desktop.gui.words import tier_word

ROW_HEIGHT = 50
ROWS_SHOWN = 8
Index = QModelIndex | QPersistentModelIndex


class SearchHitModel(QAbstractListModel):
    """The hits of the newest answer; UserRole gives the SearchHit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._hits: tuple[SearchHit, ...] = ()

    def set_hits(self, hits: Sequence[SearchHit]) -> None:
        """Shows `hits` instead of what was there."""
        self.beginResetModel()
        self._hits = tuple(hits)
        self.endResetModel()

    def hit(self, row: int) -> SearchHit | None:
        """The hit in `row`, None outside the list."""
        return self._hits[row] if 0 <= row < len(self._hits) else None

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._hits)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        hit = self.hit(index.row()) if index.isValid() else None
        if hit is None:
            return None
        if role == Qt.ItemDataRole.UserRole:
            return hit
        texts = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
        return f"{hit.name} {second_line(hit)}" if role in texts else None


def second_line(hit: SearchHit) -> str:
    """Number, organisation and whichever of phone, mail and city was matched."""
    if hit.matched == MATCHED:
        title = QCoreApplication.translate("SearchPopup", "%1 matches").replace("%1", hit.organisation)
        return f"{hit.number} · {title}"
    found = {"email": hit.email, "city": hit.city}.get(hit.matched, hit.phone or hit.email)
    return " · ".join(part for part in (hit.number, hit.organisation, covered(found)) if part)


def marked_parts(text: str, wanted: str) -> list[tuple[str, bool]]:
    """`text` in pieces, each with whether it is what was typed. Digits match across spaces and dashes."""
    words = [word for word in wanted.casefold().split() if word]
    patterns = [_pattern(word) for word in words]
    if not patterns or len(text.casefold()) != len(text):
        return [(text, False)]
    pieces, end = [], 0
    for match in re.finditer("|".join(patterns), text.casefold()):
        pieces += [(text[end : match.start()], False), (text[match.start() : match.end()], True)]
        end = match.end()
    return [piece for piece in [*pieces, (text[end:], False)] if piece[0]]


def _pattern(word: str) -> str:
    digits = re.sub(r"\D", "", word)
    spread = r"[\s\-]*".join(digits) if len(digits) >= 3 and len(digits) == len(word.lstrip("+")) else ""
    return spread or re.escape(word)


class SearchHitDelegate(QStyledItemDelegate):
    """Paints a hit with its avatar, marked name, second line and tier."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.wanted = ""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(theme.px(300), theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        hit = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(hit, SearchHit):
            return
        colours, area = theme.tokens(), QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), theme.px(7), theme.px(7))
        side = theme.px(32)
        face = QRectF(area.left() + theme.px(10), area.center().y() - side / 2, side, side)
        paint_avatar(painter, face, hit.name)
        right = self._paint_tier(painter, area, hit.tier)
        left = face.right() + theme.px(12)
        top, line = area.center().y() - theme.px(19), theme.px(19)
        upper = QRectF(left, top, right - left, line)
        lower = QRectF(left, top + line, right - left, line)
        self._paint_line(painter, upper, hit.name, theme.font(theme.BASE_PX, theme.SEMIBOLD), colours.ink)
        self._paint_line(painter, lower, second_line(hit), theme.font(12), colours.ink3)
        painter.restore()

    def _paint_tier(self, painter: QPainter, area: QRectF, tier: Tier) -> float:
        kind = TIER_PILLS.get(tier)
        right = area.right() - theme.px(10)
        if kind is None:
            return right
        size = pill_size(tier_word(tier))
        place = QRectF(
            right - size.width(), area.center().y() - size.height() / 2, size.width(), size.height()
        )
        paint_pill(painter, place, tier_word(tier), *pill_colours(kind))
        return place.left() - theme.px(10)

    def _paint_line(self, painter: QPainter, place: QRectF, text: str, font: QFont, colour: str) -> None:
        metrics, left = QFontMetricsF(font), place.left()
        shown = metrics.elidedText(text.replace("\n", " "), Qt.TextElideMode.ElideRight, place.width())
        painter.setFont(font)
        for piece, marked in marked_parts(shown, self.wanted):
            painter.setPen(QColor(theme.tokens().accent if marked else colour))
            width = metrics.horizontalAdvance(piece)
            rect = QRectF(left, place.top(), width + 2, place.height())
            painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine), piece)
            left += width


class SearchPopup(QFrame):
    """Hits, or a line that says there are none. A child of the window: it takes neither focus nor grabs."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("popup", True)
        self.model = SearchHitModel(self)
        self.view = QListView(self)
        self.delegate = SearchHitDelegate(self.view)
        self.none_label = QLabel(self)
        self.view.setModel(self.model)
        self.view.setItemDelegate(self.delegate)
        self.view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.view.setUniformItemSizes(True)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setAccessibleName(self.tr("Customers found"))
        self.none_label.setTextFormat(Qt.TextFormat.PlainText)
        self.none_label.setWordWrap(True)
        self.none_label.setProperty("role", "muted")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(self.view)
        layout.addWidget(self.none_label)
        self.hide()

    def show_hits(self, hits: tuple[SearchHit, ...], wanted: str) -> None:
        """Shows the answer for `wanted`."""
        self.delegate.wanted = wanted
        self.model.set_hits(hits)
        self.view.setVisible(bool(hits))
        self.none_label.setVisible(not hits)
        if hits:
            self.view.setCurrentIndex(self.model.index(0, 0))

    def wanted_height(self) -> int:
        """How high it is with what it shows now."""
        rows = min(self.model.rowCount(), ROWS_SHOWN)
        return theme.px(ROW_HEIGHT) * rows + 14 if rows else theme.px(54)
