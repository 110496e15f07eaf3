"""Item model of a customer's history lists: a few hundred plain rows, one of them opened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cims_desktop.gui.icons import IconName
from cims_desktop.gui.models.roles import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
OPENED_ROLE = RECORD_ROLE + 1


@dataclass(frozen=True)
class HistoryRow:
    """One row: icon, title, one line of text, something at the right; `detail` is shown when it is opened."""

    record: int
    icon: IconName
    title: str
    text: str = ""
    right: str = ""
    detail: str = ""
    negative: bool = False
    struck: bool = False


class HistoryModel(QAbstractListModel):
    """Plain rows; `toggle` opens one of them (RECORD_ROLE: the row, OPENED_ROLE: whether it is open)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[HistoryRow, ...] = ()
        self._opened: HistoryRow | None = None

    def set_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Shows these rows; an opened one stays open if it is still there."""
        self.beginResetModel()
        self._rows = tuple(rows)
        opened = self._opened
        self._opened = next((row for row in rows if opened and _same(row, opened)), None)
        self.endResetModel()

    def row(self, position: int) -> HistoryRow:
        """The row at `position`."""
        return self._rows[position]

    def toggle(self, position: int) -> None:
        """Opens the row at `position`, or closes it."""
        row = self._rows[position]
        self._opened = None if row is self._opened else row
        self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == RECORD_ROLE:
            return row
        if role == OPENED_ROLE:
            return row is self._opened
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (row.title, row.text, row.right) if part)
        return None


def _same(one: HistoryRow, other: HistoryRow) -> bool:
    return (one.record, one.icon) == (other.record, other.icon)
