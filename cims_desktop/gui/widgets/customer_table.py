"""The table of the customer list: rows chosen by keyboard and mouse, "all of them" as a state, columns that fit."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.delegates.customer_row_delegate import CustomerRowDelegate
from cims_desktop.gui.delegates.table_cells import ROW_HEIGHT
from cims_desktop.gui.widgets.column_fitting import ColumnFitter
from cims_desktop.gui.widgets.sort_header import SortHeader

if TYPE_CHECKING:
    from cims_desktop.gui.models.customer_list_model import CustomerListModel

KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}


LEAST_WIDTH = 360
"""Room for a name and the figure one sorts by."""


class CustomerTable(QTableView):
    """Signals: `row_opened(int)` position, by Enter or double click; `delete_pressed()`; `chosen_changed()`."""

    row_opened = Signal(int)
    delete_pressed = Signal()
    chosen_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.hovered_row = -1
        self.shows_focus = False
        self._all_selected = False
        self._rows: CustomerListModel
        self.header = SortHeader(self)
        self.setHorizontalHeader(self.header)
        self.fitter = ColumnFitter(self)
        _dress(self)
        self._restyle()
        self.doubleClicked.connect(lambda index: self.row_opened.emit(index.row()))
        theme.notifier().changed.connect(self._restyle)

    def use(self, model: CustomerListModel, currency: str) -> None:
        """Shows the rows of `model`."""
        self._rows = model
        self.setModel(model)
        self.setItemDelegate(CustomerRowDelegate(self, currency))
        self.selectionModel().selectionChanged.connect(self._selection_changed)
        self.fitter.start(currency)

    @property
    def all_selected(self) -> bool:
        """Whether every row is chosen; no million single choices are made."""
        return self._all_selected

    def chosen_count(self) -> int:
        """How many rows are chosen."""
        if self._all_selected:
            return self._rows.rowCount()
        return sum(last - first + 1 for first, last in self._chosen_ranges())

    def chosen_ids(self) -> array[int]:
        """Ids of the chosen rows, in list order."""
        if self._all_selected:
            return self._rows.ids_between(0, self._rows.rowCount() - 1)
        ids: array[int] = array("q")
        for first, last in sorted(self._chosen_ranges()):
            ids.extend(self._rows.ids_between(first, last))
        return ids

    def choose_all(self, *, chosen: bool) -> None:
        """Turns the state "all of them" on or off."""
        if chosen != self._all_selected:
            self._all_selected = chosen
            self.viewport().update()
            self.chosen_changed.emit()

    # Qt's events

    def selectAll(self) -> None:
        # Qt's own would freeze for half a minute at a million rows.
        self.choose_all(chosen=self._rows.rowCount() > 0)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        ends = {
            QAbstractItemView.CursorAction.MoveHome: 0,
            QAbstractItemView.CursorAction.MoveEnd: self._rows.rowCount() - 1,
        }
        if action in ends:
            return self._rows.index(ends[action], max(self.currentIndex().column(), 0))
        return super().moveCursor(action, modifiers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._show_focus(shown=True)
        if self.header.sort_by_key(event):
            return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if self.currentIndex().isValid():
                self.row_opened.emit(self.currentIndex().row())
            case Qt.Key.Key_Delete:
                self.delete_pressed.emit()
            case Qt.Key.Key_Escape if self._all_selected or self.chosen_count() > 1:
                self.choose_all(chosen=False)
                self.selectRow(self.currentIndex().row())
            case _:
                super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._show_focus(shown=False)
        self.choose_all(chosen=False)
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(event.position().toPoint().y()))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_focus(shown=event.reason() in KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._show_focus(shown=False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fitter.fit()

    # Inside

    def _chosen_ranges(self) -> Iterator[tuple[int, int]]:
        for each in self.selectionModel().selection().toList():
            if each.left() == 0:
                yield each.top(), each.bottom()

    def _selection_changed(self) -> None:
        self._all_selected = False
        self.chosen_changed.emit()

    def _hover(self, row: int) -> None:
        if row != self.hovered_row:
            self.hovered_row = row
            self.viewport().update()

    def _show_focus(self, *, shown: bool) -> None:
        if shown != self.shows_focus:
            self.shows_focus = shown
            self.viewport().update()

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self.verticalScrollBar().setSingleStep(theme.px(ROW_HEIGHT))
        self.setMinimumWidth(theme.px(LEAST_WIDTH))
        self.fitter.fit()


def _dress(table: CustomerTable) -> None:
    """Rows are chosen, never edited; nothing is drawn that the delegate doesn't draw."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setTabKeyNavigation(False)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setMouseTracking(True)
    table.setCornerButtonEnabled(False)
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
