"""Paints every cell of the customer list: two-line names with avatar, tier chips, skeletons while rows are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cims_desktop.domain.customers import CustomerRow, Tier
from cims_desktop.gui import theme
from cims_desktop.gui.delegates.row_style import RowStyle, one_line
from cims_desktop.gui.delegates.table_cells import (
    ROW_HEIGHT,
    paint_cell_pill,
    paint_cell_text,
    paint_ground,
    paint_person,
)
from cims_desktop.gui.models.customer_columns import NUMERIC, Column, cell_text, second_line
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.widgets.pill import TIER_PILLS
from cims_desktop.gui.words import tier_word

if TYPE_CHECKING:
    from cims_desktop.gui.widgets.customer_table import CustomerTable


class CustomerRowDelegate(QStyledItemDelegate):
    """One delegate for all columns; with a style sheet the default one takes twice the time and has one line."""

    def __init__(self, table: CustomerTable, currency: str) -> None:
        super().__init__(table)
        self._table = table
        self._currency = currency
        self._style = RowStyle.now()
        theme.notifier().changed.connect(self.restyle)

    def restyle(self) -> None:
        """Takes up the colours and sizes of the theme in force."""
        self._style = RowStyle.now()
        self._table.viewport().update()

    def sizeHint(self, option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(option.rect.width(), theme.px(ROW_HEIGHT))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: CustomerRow | None = index.data(RECORD_ROLE)
        column = Column(index.column())
        painter.save()
        self._paint_ground(painter, option, index)
        area = QRectF(option.rect)
        if row is None:
            self._paint_bone(painter, area, column)
        elif column is Column.NAME:
            paint_person(painter, area, self._style, one_line(row.name), second_line(row))
        elif column is Column.TIER:
            if row.tier is not Tier.NONE:
                paint_cell_pill(painter, area, self._style, tier_word(row.tier), TIER_PILLS[row.tier])
        else:
            text = cell_text(row, column, self._currency)
            paint_cell_text(painter, area, self._style, text, numeric=column in NUMERIC)
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        style, area = self._style, option.rect
        selected = self._table.all_selected or bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self._table.hovered_row
        first = self._table.horizontalHeader().visualIndex(index.column()) == 0
        paint_ground(painter, area, style, selected=selected, hovered=hovered, first=first)
        if self._table.shows_focus and index.row() == self._table.currentIndex().row():
            painter.setPen(QPen(style.accent, 1))
            painter.drawLine(area.topLeft(), area.topRight())
            painter.drawLine(area.bottomLeft(), area.bottomRight())

    def _paint_bone(self, painter: QPainter, area: QRectF, column: Column) -> None:
        """A quiet bar where text will stand; nothing jumps when it comes."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._style.bone)
        height = theme.px(10)
        left = area.left() + theme.px(60 if column is Column.NAME else 12)
        bar = QRectF(left, area.center().y() - height / 2, area.width() * 0.45, height)
        if column in NUMERIC:
            bar.moveRight(area.right() - theme.px(14))
        painter.drawRoundedRect(bar, height / 2, height / 2)
        if column is Column.NAME:
            size = theme.px(34)
            painter.drawEllipse(QRectF(area.left() + theme.px(14), area.center().y() - size / 2, size, size))
