"""Editor of a product's name that proposes products of the catalogue while one types."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QLineEdit, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from cims_desktop.domain.purchases import Product
from cims_desktop.gui import format as text_format
from cims_desktop.gui.delegates.number_delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex
Find = Callable[[str, Callable[[tuple[Product, ...]], None]], None]
"""Asks for products that match a text; the answer comes later, on the GUI thread."""

WAIT_MS = 80


class ProductDelegate(CellDelegate):
    """`chosen(row, product)` is called when a proposal is taken."""

    def __init__(
        self, find: Find, chosen: Callable[[int, Product], None], currency: str, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._find, self._chosen, self._currency = find, chosen, currency

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, index: Index) -> QWidget:
        edit = ProductEdit(self._find, self._currency, parent)
        row = index.row()
        edit.chosen = lambda product: self._take(edit, row, product)
        return edit

    def setModelData(self, editor: QWidget, model: object, index: Index) -> None:
        product = editor.proposal() if isinstance(editor, ProductEdit) else None
        if product is not None:
            self._chosen(index.row(), product)
        else:
            super().setModelData(editor, model, index)  # type: ignore[arg-type]

    def _take(self, edit: QWidget, row: int, product: Product) -> None:
        self._chosen(row, product)
        self.closeEditor.emit(edit, QStyledItemDelegate.EndEditHint.EditNextItem)


class ProductEdit(QLineEdit):
    """A line with proposals by name, SKU or category."""

    def __init__(self, find: Find, currency: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setProperty("cell", True)
        self.chosen: Callable[[Product], None] = lambda _product: None
        self._find, self._currency = find, currency
        self._proposed: dict[str, Product] = {}
        self._texts = QStringListModel(self)
        completer = QCompleter(self._texts, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._activated)
        self.setCompleter(completer)
        self._wait = QTimer(self, singleShot=True, interval=WAIT_MS)
        self._wait.timeout.connect(self._ask)
        self.textEdited.connect(self._wait.start)

    def proposal(self) -> Product | None:
        """The proposed product whose name or SKU is exactly what was typed."""
        typed = self.text().strip().casefold()
        known = self._proposed.values()
        return next(
            (each for each in known if typed in {each.name.casefold(), each.sku.casefold()} - {""}), None
        )

    def _ask(self) -> None:
        text = self.text()
        self._find(text, lambda products: self._show(text, products))

    def _show(self, text: str, products: tuple[Product, ...]) -> None:
        if text != self.text():
            return
        self._proposed = {self._caption(product): product for product in products}
        self._texts.setStringList(list(self._proposed))
        if self._proposed and self.hasFocus():
            self.completer().complete()

    def _caption(self, product: Product) -> str:
        parts = (product.name, product.sku, text_format.money(product.price, self._currency))
        return " · ".join(part for part in parts if part)

    def _activated(self, caption: str) -> None:
        product = self._proposed.get(caption)
        if product is not None:
            self.setText(product.name)
            self.chosen(product)
