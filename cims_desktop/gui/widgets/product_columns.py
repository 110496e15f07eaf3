"""Column widths of the catalogue: as wide as its longest number, not only the longest that is on the screen."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from cims_desktop.gui import theme
from cims_desktop.gui.models.product_model import ProductColumn, ProductModel
from cims_desktop.gui.widgets.sort_header import SortHeader

FITTED = (ProductColumn.SKU, ProductColumn.PRICE, ProductColumn.STATE)
CELL_EDGES = 26
WIDEST_SKU = 180
CATEGORY = 200


class ProductColumns(QObject):
    """Fits the columns to another text size by itself; call `fit` for other products and another language."""

    def __init__(self, table: QTableView, header: SortHeader, model: ProductModel) -> None:
        super().__init__(table)
        self._table, self._header, self._model = table, header, model
        header.setStretchLastSection(False)
        for column in (*FITTED, ProductColumn.CATEGORY):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(ProductColumn.CATEGORY, theme.px(CATEGORY))
        theme.notifier().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Makes room for the longest text of each column that must not be cut short."""
        metrics = self._table.fontMetrics()
        for column in FITTED:
            texts = (str(self._model.index(row, column).data()) for row in range(self._model.rowCount()))
            text = metrics.horizontalAdvance(max(texts, key=len, default="")) + theme.px(CELL_EDGES)
            if column is ProductColumn.SKU:
                text = min(text, theme.px(WIDEST_SKU))
            self._header.resizeSection(column, max(text, self._header.label_width(column)))
