"""The first rows of a file as they were read."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cims_desktop.exchange.reading import Cell, ColumnKind, TableDescription
from cims_desktop.gui.models.text_table_model import LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex
LONGEST_SHOWN = 300
NUMBERS = frozenset({ColumnKind.INTEGER, ColumnKind.DECIMAL})


def cell_text(cell: Cell) -> str:
    """A cell on one line: days as ISO, whole numbers without a point, long texts cut."""
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return " ".join(str(cell)[: LONGEST_SHOWN + 1].split())[:LONGEST_SHOWN]


def column_title(description: TableDescription, column: int) -> str:
    """A column's title, or its number where it has none."""
    return header_word(description.columns[column].header, column)


def header_word(header: str, column: int) -> str:
    """The title of a file's column, or the number (`column` counts from 0) of one that has none."""
    return header or QCoreApplication.translate("import", "Column %1").replace("%1", str(column + 1))


class PreviewModel(QAbstractTableModel):
    """Read-only; the vertical header has the row numbers that a spreadsheet shows."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._description: TableDescription | None = None

    def show_description(self, description: TableDescription | None) -> None:
        """Shows the sample of another reading."""
        self.beginResetModel()
        self._description = description
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() or self._description is None else len(self._description.sample)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() or self._description is None else len(self._description.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._description is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if self._description.columns[index.column()].kind in NUMBERS else LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            cells = self._description.sample[index.row()].cells
            return cell_text(cells[index.column()]) if index.column() < len(cells) else ""
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if self._description is None:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole and orientation is Qt.Orientation.Horizontal:
            return self.data(self.index(0, section), role) if self.rowCount() else LEFT
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation is Qt.Orientation.Horizontal and section < len(self._description.columns):
            return column_title(self._description, section)
        if orientation is Qt.Orientation.Vertical and section < len(self._description.sample):
            return str(self._description.sample[section].number)
        return None
