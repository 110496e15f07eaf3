"""Paints every cell of the customer list: two-line names with avatar, tier chips, skeletons while rows are read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from cims_desktop.domain.customers import CustomerRow, Tier
from cims_desktop.gui import theme
from cims_desktop.gui.delegates.row_style import RowStyle, one_line
from cims_desktop.gui.models.customer_columns import NUMERIC, Column, cell_text, second_line
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.widgets.avatar import paint_avatar
from cims_desktop.gui.widgets.pill import paint_pill
from cims_desktop.gui.words import tier_word

if TYPE_CHECKING:
    from cims_desktop.gui.widgets.customer_table import CustomerTable

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
ROW_HEIGHT = 54
ELIDE = Qt.TextElideMode.ElideRight


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
            self._paint_name(painter, area, row)
        elif column is Column.TIER:
            self._paint_tier(painter, area, row.tier)
        else:
            self._paint_text(painter, area, column, cell_text(row, column, self._currency))
        painter.restore()

    def _paint_ground(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        style, area = self._style, option.rect
        selected = self._table.all_selected or bool(option.state & QStyle.StateFlag.State_Selected)
        hovered = index.row() == self._table.hovered_row
        painter.fillRect(area, style.selected if selected else style.hover if hovered else style.surface)
        painter.setPen(style.line)
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        first = self._table.horizontalHeader().visualIndex(index.column()) == 0
        if selected and first:
            painter.fillRect(area.left(), area.top(), 3, area.height(), style.accent)
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

    def _paint_name(self, painter: QPainter, area: QRectF, row: CustomerRow) -> None:
        style, size = self._style, theme.px(34)
        face = QRectF(area.left() + theme.px(14), area.center().y() - size / 2, size, size)
        name = one_line(row.name)
        paint_avatar(painter, face, name)
        left = area.left() + theme.px(60)
        width = area.right() - left - theme.px(8)
        if width < theme.px(16):
            return
        painter.setFont(style.strong)
        painter.setPen(style.ink)
        upper = QRectF(left, area.top() + theme.px(8), width, theme.px(19))
        painter.drawText(upper, LEFT, style.strong_metrics.elidedText(name, ELIDE, width))
        painter.setFont(style.small)
        painter.setPen(style.ink3)
        lower = QRectF(left, area.top() + theme.px(27), width, theme.px(18))
        painter.drawText(
            lower, LEFT, style.small_metrics.elidedText(one_line(second_line(row)), ELIDE, width)
        )

    def _paint_tier(self, painter: QPainter, area: QRectF, tier: Tier) -> None:
        if tier is Tier.NONE:
            return
        word, colours = tier_word(tier), theme.tokens()
        height = theme.px(22)
        width = self._style.small_metrics.horizontalAdvance(word) + theme.px(24)
        chip = QRectF(area.left() + theme.px(10), area.center().y() - height / 2, width, height)
        paint_pill(painter, chip, word, getattr(colours, tier.value), getattr(colours, f"{tier.value}_soft"))

    def _paint_text(self, painter: QPainter, area: QRectF, column: Column, text: str) -> None:
        style = self._style
        numeric = column in NUMERIC
        painter.setFont(style.base)
        painter.setPen(style.ink if numeric else style.ink2)
        inner = area.adjusted(theme.px(12), 0, -theme.px(14 if numeric else 6), 0)
        shown = style.base_metrics.elidedText(one_line(text), ELIDE, inner.width())
        painter.drawText(inner, RIGHT if numeric else LEFT, shown)
