"""Item model of a refund: what was bought, what was paid back already, and how much is to be paid back now."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cims_desktop.domain.money import line_amount
from cims_desktop.domain.purchases import Purchase
from cims_desktop.gui import format as text_format
from cims_desktop.gui.models.purchase_lines_model import LEFT, RIGHT, parse_quantity, quantity_text

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()


class RefundColumn(IntEnum):
    """Columns of a refund."""

    PRODUCT = 0
    LEFT = 1
    QUANTITY = 2
    AMOUNT = 3


class RefundLinesModel(QAbstractTableModel):
    """Quantities per line of `purchase`; `refunded` are thousandths paid back before. `changed(total)`."""

    changed = Signal(object)

    def __init__(self, purchase: Purchase, refunded: dict[int, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purchase = purchase
        self._left = [line.quantity - refunded.get(at, 0) for at, line in enumerate(purchase.lines)]
        self._now = [0] * len(purchase.lines)

    def quantities(self) -> dict[int, int]:
        """Thousandths to refund now, by line; lines without any are left out."""
        return {at: quantity for at, quantity in enumerate(self._now) if quantity}

    def total(self) -> int:
        """What is paid back, minor units."""
        return sum(self._amount(at) for at in range(len(self._now)))

    def refund_everything(self) -> None:
        """Puts in all that is left."""
        self._now = list(self._left)
        self._tell()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._now)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(RefundColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if index.isValid() and index.column() == RefundColumn.QUANTITY and self._left[index.row()]:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is Qt.Orientation.Vertical:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Product"), self.tr("Refundable"), self.tr("Refund now"), self.tr("Amount"))[
                section
            ]
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
        row = index.row()
        return {
            RefundColumn.PRODUCT: self._purchase.lines[row].description,
            RefundColumn.LEFT: quantity_text(self._left[row]),
            RefundColumn.QUANTITY: quantity_text(self._now[row]),
            RefundColumn.AMOUNT: text_format.money(self._amount(row), self._purchase.currency),
        }[RefundColumn(index.column())]

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if not index.isValid() or role != Qt.ItemDataRole.EditRole:
            return False
        try:
            quantity = 0 if str(value).strip() in {"", "0"} else parse_quantity(str(value))
        except ValueError:
            return False
        if quantity > self._left[index.row()]:
            return False
        self._now[index.row()] = quantity
        self._tell()
        return True

    def _amount(self, row: int) -> int:
        return line_amount(self._now[row], self._purchase.lines[row].unit_price)

    def _tell(self) -> None:
        self.dataChanged.emit(self.index(0, 0), self.index(len(self._now) - 1, len(RefundColumn) - 1))
        self.changed.emit(self.total())
