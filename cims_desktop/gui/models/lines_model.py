"""What the tables of a purchase's and of a refund's lines share: a text column, then numbers, some of them typed."""

from __future__ import annotations

from abc import abstractmethod
from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from cims_desktop.domain.purchases import LARGEST_QUANTITY

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


def parse_quantity(text: str) -> int:
    """Thousandths of the quantity typed. Raises ValueError when it is not a positive number in range."""
    try:
        thousandths = Decimal(text.strip().replace(",", ".").replace("，", ".")) * 1000
    except InvalidOperation as error:
        raise ValueError("not a number") from error
    if not thousandths.is_finite() or not 0 < thousandths <= LARGEST_QUANTITY or thousandths % 1:
        raise ValueError("out of range")
    return int(thousandths)


def quantity_text(thousandths: int) -> str:
    """A quantity without needless zeros: 1, 2.5."""
    return (
        f"{Decimal(thousandths) / 1000:f}".rstrip("0").rstrip(".")
        if thousandths % 1000
        else str(thousandths // 1000)
    )


class LinesModel(QAbstractTableModel):
    """Sub-classes say what stands in the cells. `changed(total)`: the total in minor units; `refused(row, column)`:
    what was typed there can't be taken, and the value before stays.
    """

    changed = Signal(object)
    refused = Signal(int, int)

    @abstractmethod
    def titles(self) -> tuple[str, ...]:
        """The columns' titles in the language of the window."""

    @abstractmethod
    def cells(self, row: int) -> tuple[str, ...]:
        """What stands in a row, one text a column."""

    @abstractmethod
    def is_editable(self, row: int, column: int) -> bool:
        """Whether something can be typed there."""

    @abstractmethod
    def take(self, row: int, column: int, text: str) -> None:
        """Takes what was typed. Raises ValueError when it makes no sense there."""

    @abstractmethod
    def total(self) -> int:
        """The sum of all lines, minor units."""

    def is_blank(self, _row: int) -> bool:
        """Whether nothing is shown in a row although its editors have values to begin with."""
        return False

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self.titles())

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and self.is_editable(index.row(), index.column()):
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.titles()[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section else LEFT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() else LEFT
        if role not in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole}:
            return None
        if role == Qt.ItemDataRole.DisplayRole and self.is_blank(index.row()):
            return ""
        return self.cells(index.row())[index.column()]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            self.take(index.row(), index.column(), str(value))
        except ValueError:
            self.refused.emit(index.row(), index.column())
            return False
        return True

    def tell(self, first: int, last: int) -> None:
        """Says that the rows `first`..`last` have other values, and what the total is now."""
        self.dataChanged.emit(self.index(first, 0), self.index(last, self.columnCount() - 1))
        self.changed.emit(self.total())
