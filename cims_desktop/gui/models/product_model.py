"""The catalogue as a table that sorts in memory: a few thousand products at most."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from cims_desktop.domain.purchases import Product
from cims_desktop.gui.format import money
from cims_desktop.gui.models.roles import RECORD_ROLE
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

Index = QModelIndex | QPersistentModelIndex


class ProductColumn(IntEnum):
    """Columns of the catalogue."""

    NAME = 0
    SKU = 1
    CATEGORY = 2
    PRICE = 3
    STATE = 4


_TITLES: dict[ProductColumn, str] = {
    ProductColumn.NAME: QT_TRANSLATE_NOOP("products", "Name"),
    ProductColumn.SKU: QT_TRANSLATE_NOOP("products", "SKU"),
    ProductColumn.CATEGORY: QT_TRANSLATE_NOOP("products", "Category"),
    ProductColumn.PRICE: QT_TRANSLATE_NOOP("products", "Price"),
    ProductColumn.STATE: QT_TRANSLATE_NOOP("products", "State"),
}
_KEYS: dict[ProductColumn, Callable[[Product], tuple[str | int, ...]]] = {
    ProductColumn.NAME: lambda product: (product.name.casefold(),),
    ProductColumn.SKU: lambda product: (product.sku.casefold(), product.name.casefold()),
    ProductColumn.CATEGORY: lambda product: (product.category.casefold(), product.name.casefold()),
    ProductColumn.PRICE: lambda product: (product.price, product.name.casefold()),
    ProductColumn.STATE: lambda product: (not product.active, product.name.casefold()),
}


class ProductModel(QAbstractTableModel):
    """Products in the order of the header's sort arrow."""

    def __init__(self, currency: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._products: list[Product] = []
        self._order = (ProductColumn.NAME, Qt.SortOrder.AscendingOrder)

    def show_products(self, products: Sequence[Product]) -> None:
        """Replaces all rows and sorts them."""
        self.beginResetModel()
        self._products = list(products)
        self._sort_in_place()
        self.endResetModel()

    def product_at(self, row: int) -> Product | None:
        """The product of a row; None outside the table."""
        return self._products[row] if 0 <= row < len(self._products) else None

    def row_of(self, product_id: int) -> int:
        """The row of a product, -1 when it is not shown."""
        return next((row for row, product in enumerate(self._products) if product.id == product_id), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._products)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(ProductColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        product, column = self._products[index.row()], ProductColumn(index.column())
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return self._text(product, column)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == RECORD_ROLE:
                return product
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return QCoreApplication.translate("products", _TITLES[ProductColumn(section)])
        return _alignment(ProductColumn(section)) if role == Qt.ItemDataRole.TextAlignmentRole else None

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._order = (ProductColumn(column), order)
        self.show_products(self._products)

    @property
    def order(self) -> tuple[ProductColumn, Qt.SortOrder]:
        """By which column the rows are sorted, and which way round."""
        return self._order

    def _sort_in_place(self) -> None:
        column, order = self._order
        self._products.sort(key=_KEYS[column], reverse=order is Qt.SortOrder.DescendingOrder)

    def _text(self, product: Product, column: ProductColumn) -> str:
        match column:
            case ProductColumn.NAME:
                return product.name
            case ProductColumn.SKU:
                return product.sku
            case ProductColumn.CATEGORY:
                return product.category
            case ProductColumn.PRICE:
                return money(product.price, self._currency)
            case ProductColumn.STATE:
                offered = QCoreApplication.translate("products", "Offered")
                return offered if product.active else QCoreApplication.translate("products", "Retired")


def order_text(column: ProductColumn, order: Qt.SortOrder) -> str:
    """An order for the settings, e.g. ``price:desc``."""
    return f"{column.name.lower()}:{'desc' if order is Qt.SortOrder.DescendingOrder else 'asc'}"


def order_of(text: str) -> tuple[ProductColumn, Qt.SortOrder]:
    """The order that `order_text` wrote; by name when it can't be read."""
    name, _colon, direction = text.partition(":")
    column = ProductColumn.__members__.get(name.upper(), ProductColumn.NAME)
    descending = direction == "desc" and name.upper() in ProductColumn.__members__
    return column, Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder


def _alignment(column: ProductColumn) -> int:
    side = Qt.AlignmentFlag.AlignRight if column is ProductColumn.PRICE else Qt.AlignmentFlag.AlignLeft
    return int(side | Qt.AlignmentFlag.AlignVCenter)
