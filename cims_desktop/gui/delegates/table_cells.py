"""What the rows of tables of people are painted from: ground, avatar with two lines, pill, text."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter

from cims_desktop.gui import theme
from cims_desktop.gui.delegates.row_style import RowStyle, one_line
from cims_desktop.gui.widgets.avatar import paint_avatar
from cims_desktop.gui.widgets.pill import PillKind, paint_pill, pill_colours

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
ELIDE = Qt.TextElideMode.ElideRight
ROW_HEIGHT = 54
PICTURE, PICTURE_LEFT, WORDS_LEFT = 34, 14, 60
"""The avatar and where it and the two lines beside it begin in their cell."""
CELL_LEFT, NUMBER_RIGHT, TEXT_RIGHT = 12, 14, 6
PILL_LEFT, PILL_HEIGHT, PILL_EDGES = 10, 22, 24


def paint_ground(
    painter: QPainter, area: QRect, style: RowStyle, *, selected: bool, hovered: bool, first: bool
) -> None:
    """The cell's background, the line under it, and before the first cell of a chosen row the accent."""
    painter.fillRect(area, style.selected if selected else style.hover if hovered else style.surface)
    painter.setPen(style.line)
    painter.drawLine(area.bottomLeft(), area.bottomRight())
    if selected and first:
        painter.fillRect(area.left(), area.top(), 3, area.height(), style.accent)


def paint_person(
    painter: QPainter, area: QRectF, style: RowStyle, name: str, text: str, *, faint: bool = False
) -> None:
    """Avatar, name and a quieter line under it; `faint` is somebody who isn't in use."""
    size = theme.px(PICTURE)
    face = QRectF(area.left() + theme.px(PICTURE_LEFT), area.center().y() - size / 2, size, size)
    paint_avatar(painter, face, name)
    left = area.left() + theme.px(WORDS_LEFT)
    width = area.right() - left - theme.px(8)
    if width < theme.px(16):
        return
    painter.setFont(style.strong)
    painter.setPen(style.ink3 if faint else style.ink)
    upper = QRectF(left, area.top() + theme.px(8), width, theme.px(19))
    painter.drawText(upper, LEFT, style.strong_metrics.elidedText(name, ELIDE, width))
    painter.setFont(style.small)
    painter.setPen(style.ink3)
    lower = QRectF(left, area.top() + theme.px(27), width, theme.px(18))
    painter.drawText(lower, LEFT, style.small_metrics.elidedText(one_line(text), ELIDE, width))


def paint_cell_pill(painter: QPainter, area: QRectF, style: RowStyle, word: str, kind: PillKind) -> None:
    """A pill at the left of its cell."""
    height, left = theme.px(PILL_HEIGHT), area.left() + theme.px(PILL_LEFT)
    width = style.small_metrics.horizontalAdvance(word) + theme.px(PILL_EDGES)
    ink, soft = pill_colours(kind)
    chip = QRectF(left, area.center().y() - height / 2, width, height)
    paint_pill(painter, chip, word, ink, soft)


def paint_cell_text(
    painter: QPainter, area: QRectF, style: RowStyle, text: str, *, numeric: bool = False
) -> None:
    """A line of text; numbers stand at the right."""
    painter.setFont(style.base)
    painter.setPen(style.ink if numeric else style.ink2)
    inner = area.adjusted(theme.px(CELL_LEFT), 0, -theme.px(NUMBER_RIGHT if numeric else TEXT_RIGHT), 0)
    shown = style.base_metrics.elidedText(one_line(text), ELIDE, inner.width())
    painter.drawText(inner, RIGHT if numeric else LEFT, shown)
