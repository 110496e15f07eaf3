"""Paints the rows of a customer's history: icon tile, two lines, a date or an amount at the right."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cims_desktop.gui import theme
from cims_desktop.gui.delegates.row_style import RowStyle, one_line
from cims_desktop.gui.delegates.table_cells import LEFT, RIGHT
from cims_desktop.gui.icons import paint_icon
from cims_desktop.gui.models.history_model import OPENED_ROLE, HistoryRow
from cims_desktop.gui.models.roles import RECORD_ROLE

ROW = 52
TEXT_LEFT = 46
ELIDE = Qt.TextElideMode.ElideRight
WRAP = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWrapAnywhere
LONGEST_DETAIL = 20_000

Index = QModelIndex | QPersistentModelIndex


class HistoryDelegate(QStyledItemDelegate):
    """An opened row is as tall as its whole text."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = RowStyle.now()
        theme.notifier().changed.connect(self._restyle)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = theme.px(ROW)
        if index.data(OPENED_ROLE):
            detail = self._detail_rect(index.data(RECORD_ROLE), self._list_width(option))
            height = theme.px(30) + detail.height() + theme.px(12)
        return QSize(theme.px(120), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: HistoryRow = index.data(RECORD_ROLE)
        style, area = self._style, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected or option.state & QStyle.StateFlag.State_MouseOver:
            self._paint_ground(painter, area, option)
        if index.row():
            painter.setPen(style.line)
            start = int(area.left()) + theme.px(TEXT_LEFT)
            painter.drawLine(start, int(area.top()), int(area.right()), int(area.top()))
        self._paint_tile(painter, area, row)
        room = area.right() - theme.px(4) - self._paint_right(painter, area, row)
        left = area.left() + theme.px(TEXT_LEFT)
        painter.setFont(style.strong)
        painter.setPen(style.ink3 if row.struck else style.ink)
        upper = QRectF(left, area.top() + theme.px(8), room - left - theme.px(10), theme.px(19))
        painter.drawText(
            upper, LEFT, style.strong_metrics.elidedText(one_line(row.title), ELIDE, upper.width())
        )
        painter.setFont(style.small)
        painter.setPen(style.ink3)
        if index.data(OPENED_ROLE):
            detail = self._detail_rect(row, int(area.width()))
            painter.drawText(QRectF(detail).translated(left, area.top() + theme.px(28)), WRAP, _detail(row))
        else:
            lower = QRectF(left, area.top() + theme.px(27), room - left - theme.px(10), theme.px(18))
            shown = style.small_metrics.elidedText(one_line(row.text), ELIDE, lower.width())
            painter.drawText(lower, LEFT, shown)
        painter.restore()

    def _paint_ground(self, painter: QPainter, area: QRectF, option: QStyleOptionViewItem) -> None:
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        focused = selected and option.widget.hasFocus()
        painter.setPen(QPen(self._style.accent, 1) if focused else Qt.PenStyle.NoPen)
        painter.setBrush(self._style.selected if selected else self._style.hover)
        painter.drawRoundedRect(area.adjusted(0.5, 1.5, -0.5, -0.5), 6, 6)

    def _paint_tile(self, painter: QPainter, area: QRectF, row: HistoryRow) -> None:
        size = theme.px(34)
        tile = QRectF(area.left() + theme.px(4), area.top() + theme.px(9), size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().hover))
        painter.drawRoundedRect(tile, theme.px(9), theme.px(9))
        inset = theme.px(9)
        paint_icon(painter, tile.adjusted(inset, inset, -inset, -inset), row.icon, "ink2")

    def _paint_right(self, painter: QPainter, area: QRectF, row: HistoryRow) -> float:
        """Paints the text at the right and returns how much room it takes."""
        style = self._style
        width = style.small_metrics.horizontalAdvance(row.right) + 1
        font = QFont(style.small)
        font.setStrikeOut(row.struck)
        painter.setFont(font)
        painter.setPen(style.bad if row.negative else style.ink3)
        spot = QRectF(area.right() - theme.px(6) - width, area.top(), width, theme.px(ROW))
        painter.drawText(spot, RIGHT, row.right)
        return width + theme.px(6)

    def _detail_rect(self, row: HistoryRow, width: int) -> QRect:
        room = max(width - theme.px(TEXT_LEFT + 90), theme.px(80))
        box = self._style.small_metrics.boundingRect(QRectF(0, 0, room, 1_000_000), WRAP, _detail(row))
        return QRect(0, 0, room, int(box.height()) + 2)

    def _list_width(self, option: QStyleOptionViewItem) -> int:
        return option.widget.width()

    def _restyle(self) -> None:
        self._style = RowStyle.now()


def _detail(row: HistoryRow) -> str:
    return (row.detail or row.text)[:LONGEST_DETAIL]
