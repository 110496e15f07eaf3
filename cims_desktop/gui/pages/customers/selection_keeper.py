"""Keeps the chosen and the current customers of the list by id while its rows are read again."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Signal

if TYPE_CHECKING:
    from cims_desktop.gui.models.customer_list_model import CustomerListModel
    from cims_desktop.gui.widgets.customer_table import CustomerTable

MOST_KEPT = 1000
"""More single choices than this are dropped by a reload; "all of them" is a state and survives."""


class SelectionKeeper(QObject):
    """`current_changed(int)`: the person moved to another customer (not: the list was read again)."""

    current_changed = Signal(int)

    def __init__(self, table: CustomerTable, model: CustomerListModel, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._model = table, model
        self._current: int | None = None
        self._chosen: array[int] = array("q")
        self._all = False
        self._scroll = 0
        self._restoring = False
        self._was_reset = False
        model.modelAboutToBeReset.connect(self._remember)
        model.reloaded.connect(self._restore)
        model.snapshot_arrived.connect(self._restore)
        table.selectionModel().currentRowChanged.connect(self._row_changed)

    @property
    def current(self) -> int | None:
        """Id of the customer the person is at."""
        return self._current

    def go_to(self, customer_id: int | None) -> bool:
        """Makes this customer the current row; False when the list has no such row (now)."""
        self._current = customer_id
        self._chosen = array("q")
        found = self._restore(scroll_to=True)
        if not found:
            self._highlight_nothing()
        return found

    def forget_choice(self) -> None:
        """Another query is coming: single choices and "all" end, the current customer stays."""
        self._table.choose_all(chosen=False)
        self._chosen, self._all, self._scroll = array("q"), False, 0
        self._restoring = True
        self._table.clearSelection()
        self._restoring = False
        self._table.verticalScrollBar().setValue(0)

    def _remember(self) -> None:
        if self._table.model().rowCount() and not self._restoring:
            self._all = self._table.all_selected
            self._scroll = self._table.verticalScrollBar().value()
            if not self._all and self._table.chosen_count() <= MOST_KEPT:
                self._chosen = self._table.chosen_ids() or self._chosen
        self._restoring = self._was_reset = True

    def _restore(self, _count: int = 0, *, scroll_to: bool = False) -> bool:
        self._restoring = True
        scroll = self._scroll if self._was_reset else self._table.verticalScrollBar().value()
        position = None if self._current is None else self._model.position_of(self._current)
        selection, flag = self._table.selectionModel(), QItemSelectionModel.SelectionFlag
        if position is not None and not self._is_at(position):
            selection.setCurrentIndex(self._model.index(position, 0), flag.ClearAndSelect | flag.Rows)
        if len(self._chosen) > 1 and self._was_reset:
            selection.select(self._ranges(), flag.Select | flag.Rows)
        if self._all:
            self._table.choose_all(chosen=True)
        if scroll_to and position is not None:
            self._table.scrollTo(self._model.index(position, 0))
        else:
            self._table.verticalScrollBar().setValue(scroll)
        self._restoring = self._was_reset = False
        return position is not None

    def _highlight_nothing(self) -> None:
        """The customer that is open is not listed (yet): the row of another one must not look as if it were his."""
        self._restoring = True
        self._table.selectionModel().clear()
        self._restoring = False

    def _is_at(self, row: int) -> bool:
        """Whether this row is the current one and looks like it; a new query takes the selection away."""
        if row != self._table.currentIndex().row():
            return False
        return len(self._chosen) > 1 or self._table.selectionModel().isSelected(self._model.index(row, 0))

    def _ranges(self) -> QItemSelection:
        last = self._model.columnCount() - 1
        ranges = QItemSelection()
        for position in self._model.positions_of(set(self._chosen)):
            ranges.select(self._model.index(position, 0), self._model.index(position, last))
        return ranges

    def _row_changed(self) -> None:
        if self._restoring:
            return
        customer_id = self._model.id_at(self._table.currentIndex().row())
        if customer_id is not None and customer_id != self._current:
            self._current = customer_id
            self.current_changed.emit(customer_id)
