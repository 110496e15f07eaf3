"""Base of item models over one snapshot of ids, with rows kept in pages."""

from __future__ import annotations

from array import array
from collections.abc import Mapping

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex

from cims_desktop.domain.customers import CustomerRow
from cims_desktop.gui.models.page_cache import PageCache
from cims_desktop.gui.models.snapshots import FIRST_ROWS

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
Rows = tuple[CustomerRow | None, ...]


class SnapshotModel(QAbstractTableModel):
    """Knows which id stands where. The ids are None while only the first page is known."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.count = 0
        self.ids: array[int] | None = array("q")
        self.cache: PageCache[CustomerRow] = PageCache(FIRST_ROWS)

    def id_at(self, position: int) -> int | None:
        """The customer's id at `position`; None before the snapshot is here."""
        if self.ids is not None and 0 <= position < len(self.ids):
            return self.ids[position]
        row = self.cache.peek(position)
        return None if row is None else row.id

    def position_of(self, customer_id: int) -> int | None:
        """Where the customer stands in the list; None when not in it (or not known yet)."""
        if self.ids is None:
            first = (self.cache.peek(position) for position in range(min(self.count, FIRST_ROWS)))
            return next((at for at, row in enumerate(first) if row and row.id == customer_id), None)
        try:
            return self.ids.index(customer_id)
        except ValueError:
            return None

    def positions_of(self, customer_ids: set[int]) -> list[int]:
        """Where these customers stand, in one pass; those that are not in the list are left out."""
        return [at for at, each in enumerate(self.ids or ()) if each in customer_ids]

    def ids_between(self, first: int, last: int) -> array[int]:
        """The ids at the positions `first`..`last`, both included; empty before the snapshot is here."""
        return array("q") if self.ids is None else self.ids[first : last + 1]

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else self.count

    def replace(self, count: int, ids: array[int] | None, pages: Mapping[int, Rows]) -> None:
        """Another list, with the pages that are known of it."""
        self.beginResetModel()
        self.count, self.ids = count, ids
        self.cache.clear()
        for page, rows in pages.items():
            self.cache.store(page, rows)
        self.endResetModel()

    def store(self, page: int, rows: Rows) -> None:
        """A page was read (again)."""
        self.cache.store(page, rows)
        first, last = page * FIRST_ROWS, min(self.count, page * FIRST_ROWS + len(rows)) - 1
        if first <= last:
            self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
