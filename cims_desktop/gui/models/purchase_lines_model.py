"""Item model of the lines of a purchase that is being typed in."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal, InvalidOperation
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cims_desktop.domain.money import line_amount, parse_amount
from cims_desktop.domain.purchases import LARGEST_QUANTITY, Product, PurchaseLine
from cims_desktop.gui import format as text_format

if TYPE_CHECKING:
    from collections.abc import Sequence

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class LineColumn(IntEnum):
    """Columns of the lines."""

    PRODUCT = 0
    QUANTITY = 1
    PRICE = 2
    AMOUNT = 3


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


class PurchaseLinesModel(QAbstractTableModel):
    """Lines with live amounts. `changed(total)`: minor units of the whole purchase."""

    changed = Signal(object)

    def __init__(self, currency: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._lines: list[PurchaseLine] = [PurchaseLine("")]

    def lines(self) -> tuple[PurchaseLine, ...]:
        """The lines that say something; empty ones are left out."""
        return tuple(line for line in self._lines if line != PurchaseLine(""))

    def total(self) -> int:
        """Sum of all amounts, minor units."""
        return sum(line.amount for line in self._lines)

    def set_lines(self, lines: Sequence[PurchaseLine]) -> None:
        """Starts from these lines."""
        self.beginResetModel()
        self._lines = [self._priced(line) for line in lines] or [PurchaseLine("")]
        self.endResetModel()
        self.changed.emit(self.total())

    def add_line(self) -> int:
        """Adds an empty line (or uses the empty last one) and returns its row."""
        if self._lines and self._lines[-1] == PurchaseLine(""):
            return len(self._lines) - 1
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(PurchaseLine(""))
        self.endInsertRows()
        return row

    def remove_line(self, row: int) -> None:
        """Removes a line; one empty line always stays."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self.endRemoveRows()
        if not self._lines:
            self.add_line()
        self.changed.emit(self.total())

    def choose_product(self, row: int, product: Product) -> None:
        """Takes a product's name and price into a line."""
        line = replace(
            self._lines[row], description=product.name, product_id=product.id, unit_price=product.price
        )
        self._put(row, line)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(LineColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() != LineColumn.AMOUNT:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Product"), self.tr("Quantity"), self.tr("Price"), self.tr("Amount"))[section]
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
        line = self._lines[index.row()]
        if line == PurchaseLine("") and role == Qt.ItemDataRole.DisplayRole:
            return ""
        return {
            LineColumn.PRODUCT: line.description,
            LineColumn.QUANTITY: quantity_text(line.quantity),
            LineColumn.PRICE: text_format.money(line.unit_price, self._currency),
            LineColumn.AMOUNT: text_format.money(line.amount, self._currency),
        }[LineColumn(index.column())]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        line, text = self._lines[index.row()], str(value)
        try:
            match index.column():
                case LineColumn.PRODUCT:
                    kept = line.product_id if text == line.description else None
                    line = replace(line, description=text, product_id=kept)
                case LineColumn.QUANTITY:
                    line = replace(line, quantity=parse_quantity(text))
                case LineColumn.PRICE:
                    line = replace(line, unit_price=abs(parse_amount(text, self._currency)))
                case _:
                    return False
        except ValueError:
            return False
        self._put(index.row(), line)
        return True

    def _put(self, row: int, line: PurchaseLine) -> None:
        self._lines[row] = self._priced(line)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(LineColumn) - 1))
        self.changed.emit(self.total())

    def _priced(self, line: PurchaseLine) -> PurchaseLine:
        return replace(line, amount=line_amount(line.quantity, line.unit_price))
