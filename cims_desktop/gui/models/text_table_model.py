"""A read-only table of ready words: the figures behind a chart, the parts of a report."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cims_desktop.gui.models.roles import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True)
class TextRow:
    """One row: a cell per column, and the record behind it (None: there is none to open)."""

    cells: tuple[str, ...]
    record: int | None = None


class TextTableModel(QAbstractTableModel):
    """Shows rows of words; the first `words` columns read from the left, the others hold figures."""

    def __init__(self, parent: QObject | None = None, *, words: int = 1) -> None:
        super().__init__(parent)
        self._words = words
        self._headers: tuple[str, ...] = ()
        self._rows: tuple[TextRow, ...] = ()

    def show_rows(self, headers: Sequence[str], rows: Sequence[TextRow]) -> None:
        """Replaces everything."""
        self.beginResetModel()
        self._headers, self._rows = tuple(headers), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._headers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return row.cells[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT if index.column() < self._words else RIGHT
            case _ if role == RECORD_ROLE:
                return row.record
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal or section >= len(self._headers):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._headers[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return LEFT if section < self._words else RIGHT
        return None
