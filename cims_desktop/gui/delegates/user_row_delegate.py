"""Paints the list of users like the list of customers: who it is in two lines, the state as a pill."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui.delegates.row_style import RowStyle, one_line
from cims_desktop.gui.delegates.table_cells import (
    ROW_HEIGHT,
    paint_cell_pill,
    paint_cell_text,
    paint_ground,
    paint_person,
)
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.models.user_model import UserColumn, state_word
from cims_desktop.gui.widgets.hovered_row import HoveredRow
from cims_desktop.gui.widgets.pill import PillKind

Index = QModelIndex | QPersistentModelIndex


class UserRowDelegate(QStyledItemDelegate):
    """One delegate for all columns; `hovered` knows the row under the mouse."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        self.hovered = HoveredRow(table)
        self._style = RowStyle.now()
        theme.notifier().changed.connect(self._restyle)

    def sizeHint(self, option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(option.rect.width(), theme.px(ROW_HEIGHT))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        user, column = index.data(RECORD_ROLE), UserColumn(index.column())
        if not isinstance(user, User):
            return
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        hovered, first = index.row() == self.hovered.row, column is UserColumn.NAME
        paint_ground(painter, option.rect, self._style, selected=selected, hovered=hovered, first=first)
        area = QRectF(option.rect)
        if first:
            name = one_line(user.display_name)
            paint_person(painter, area, self._style, name, user.sign_in_name, faint=not user.active)
        elif column is UserColumn.STATE:
            paint_cell_pill(painter, area, self._style, state_word(user), state_pill(user))
        else:
            paint_cell_text(painter, area, self._style, str(index.data()))
        painter.restore()

    def _restyle(self) -> None:
        self._style = RowStyle.now()
        self._table.viewport().update()


def state_pill(user: User) -> PillKind:
    """The colour of a user's state."""
    if not user.active:
        return "silver"
    return "warn" if user.must_change_password else "ok"
