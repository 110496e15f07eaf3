"""The product catalogue: find, add, edit, retire."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.purchases import Product
from cims_desktop.gui._gen.ui_products_page import Ui_ProductsPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.product import ProductDialog
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.product_model import ProductColumn, ProductModel, order_of, order_text
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.settings import PRODUCT_SORT
from cims_desktop.gui.widgets.chart_canvas import dress_figure_table
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.widgets.key_acts import KeyActs
from cims_desktop.gui.widgets.product_columns import ProductColumns
from cims_desktop.gui.widgets.sort_header import SortHeader
from cims_desktop.gui.words import fault_sentence

THROTTLE_MS = 120


class ProductsPage(LivePage):
    """Lists the catalogue; who may edit it sees the buttons for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_ProductsPage()
        self.ui.setupUi(self)
        apply_icons(self)
        self._model = ProductModel(desk.currency, self)
        self._categories: tuple[str, ...] = ()
        self._wanted: int | None = None
        self._typing = QTimer(self, singleShot=True, interval=THROTTLE_MS)
        self._typing.timeout.connect(self.reload)
        FoldingHead(self.ui.head_layout, self.ui.card_frame)
        self._set_up_table()
        self._set_up_acts()
        self.retranslate()

    def title(self) -> str:
        """The page's name in the window's title bar and navigation."""
        return self.tr("Products")

    def fetch(self) -> None:
        office, user, text = self.desk.office, self.desk.user, self.ui.search_edit.text().strip()
        retired = self.ui.retired_check.isChecked()

        def ask() -> tuple[tuple[Product, ...], tuple[str, ...]]:
            products = office.products
            return products.listing(text, by=user, include_inactive=retired), products.categories(by=user)

        self.running = self.desk.read(ask, partial(self._show, self._wanted), owner=self, failed=self.failed)

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or bool(changes.products)

    def retranslate(self) -> None:
        self._columns.fit()
        self._word_empty()
        self._word_count()
        self._enable()

    def _set_up_table(self) -> None:
        table = self.ui.products_table
        table.setModel(self._model)
        header = SortHeader(table)
        header.setSectionsMovable(False)
        table.setHorizontalHeader(header)
        dress_figure_table(table)
        self._sort(*order_of(self.desk.settings.get(PRODUCT_SORT)))
        header.sectionClicked.connect(self._sort_by)
        self._columns = ProductColumns(table, header, self._model)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.selectionModel().currentRowChanged.connect(self._enable)
        table.doubleClicked.connect(self._edit)

    def _set_up_acts(self) -> None:
        self.ui.search_edit.textEdited.connect(self._typing.start)
        self.ui.retired_check.toggled.connect(self.reload)
        self.ui.add_button.clicked.connect(self._add)
        self.ui.edit_button.clicked.connect(self._edit)
        self.ui.retire_button.clicked.connect(self._retire)
        self.ui.empty_state.acted.connect(self._add)
        KeyActs(
            self.ui.products_table,
            {
                Qt.Key.Key_Return: self._edit,
                Qt.Key.Key_Enter: self._edit,
                Qt.Key.Key_Delete: self._retire,
            },
            header=self._header(),
        )

    def _header(self) -> SortHeader:
        header = self.ui.products_table.horizontalHeader()
        assert isinstance(header, SortHeader)
        return header

    def _sort_by(self, section: int) -> None:
        """Sorts by a column; by the one that is sorted by already the other way round."""
        column, order = self._model.order
        turned = section == column and order is Qt.SortOrder.AscendingOrder
        self._sort(
            ProductColumn(section), Qt.SortOrder.DescendingOrder if turned else Qt.SortOrder.AscendingOrder
        )
        self.desk.settings.set(PRODUCT_SORT, order_text(*self._model.order))

    def _sort(self, column: ProductColumn, order: Qt.SortOrder) -> None:
        current = self._current()
        self._model.sort(column, order)
        self._header().set_sort(column, descending=order is Qt.SortOrder.DescendingOrder)
        if current is not None and current.id is not None:
            self.ui.products_table.selectRow(self._model.row_of(current.id))

    def _show(self, saved: int | None, answer: tuple[tuple[Product, ...], tuple[str, ...]]) -> None:
        """`saved` is the product that was to be gone to when the question was asked."""
        products, self._categories = answer
        current = self._current()
        wanted = saved or (current.id if current else None)
        if saved == self._wanted:
            self._wanted = None
        self._model.show_products(products)
        row = self._model.row_of(wanted) if wanted is not None else -1
        self.ui.stack.setCurrentWidget(self.ui.table_page if products else self.ui.empty_page)
        if products:
            _go_to(self.ui.products_table, max(row, 0))
        self.retranslate()

    def _word_empty(self) -> None:
        if self.ui.search_edit.text().strip():
            self.ui.empty_state.set_state(
                "search",
                self.tr("No product matches"),
                self.tr("Try fewer letters, or show retired products too."),
            )
            return
        may = self.desk.may(Permission.EDIT_PRODUCTS)
        self.ui.empty_state.set_state(
            "products", self.tr("No products yet"),
            self.tr("Products make recording a purchase a matter of two keystrokes; they can be imported as well."),
            self.tr("Add product") if may else "",
        )  # fmt: skip

    def _word_count(self) -> None:
        self.ui.count_label.setText(self.tr("%Ln product(s)", "", self._model.rowCount()))

    def _enable(self, *_indexes: QModelIndex) -> None:
        current, user = self._current(), self.desk.user
        explain(self.ui.add_button, Permission.EDIT_PRODUCTS, user)
        for button in (self.ui.edit_button, self.ui.retire_button):
            explain(button, Permission.EDIT_PRODUCTS, user, enabled=current is not None)
        offered = current is None or current.active
        self.ui.retire_button.setText(self.tr("Retire") if offered else self.tr("Offer again"))

    def _current(self) -> Product | None:
        return self._model.product_at(self.ui.products_table.currentIndex().row())

    def _add(self) -> None:
        self.open_form(None)

    def _edit(self, *_index: QModelIndex) -> None:
        if (current := self._current()) is not None:
            self.open_form(current)

    def _retire(self) -> None:
        current, office, user = self._current(), self.desk.office, self.desk.user
        if current is None or not self.desk.may(Permission.EDIT_PRODUCTS):
            return
        changed = replace(current, active=not current.active)
        said = self.tr("%1 is offered again") if changed.active else self.tr("%1 is no longer offered")
        said = said.replace("%1", current.name)
        self.desk.write(
            lambda: office.products.amend(changed, by=user),
            lambda _changes: self.desk.notices.succeed(said),
            owner=self,
        )

    def open_form(self, product: Product | None, draft: Mapping[str, Any] | None = None) -> None:
        """Opens the form of a product or, with None, of a new one; `draft` is what was typed of it before."""
        if not self.desk.may(Permission.EDIT_PRODUCTS):
            return
        dialog = ProductDialog(self.desk.currency, self._categories, product, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if draft is not None:
            dialog.take_draft(draft)
        self.desk.drafts.register(dialog, dialog.draft)
        dialog.ask_before_losing(self.desk.questions, lambda: dialog.draft() is not None)
        dialog.submitted.connect(partial(self._save, dialog))
        dialog.open()

    def _save(self, dialog: ProductDialog, product: Product) -> None:
        products, user = self.desk.office.products, self.desk.user
        store = products.add if product.id is None else products.amend

        def saved(changes: Changes) -> None:
            self._wanted = next(iter(changes.products), None)
            if product.id is None:
                self.ui.search_edit.clear()  # what was searched for need not be in the new one
            dialog.accept()

        def refused(error: CimsError) -> None:
            if isinstance(error, Invalid):
                dialog.show_problems(error.problems)
                dialog.ui.buttons.setEnabled(True)
            else:
                dialog.show_fault(" ".join(fault_sentence(error)))

        self.desk.write(lambda: store(product, by=user), saved, owner=dialog, failed=refused)


def _go_to(table: QTableView, row: int) -> None:
    table.selectRow(row)
    table.executeDelayedItemsLayout()  # the scroll bar still has the range of the rows before
    table.scrollTo(table.model().index(row, 0))


def resume_product(page: ProductsPage, record: int, payload: Mapping[str, Any]) -> bool:
    """Opens the form with what a draft holds. False: products may not be edited."""
    products, user = page.desk.office.products, page.desk.user

    def show(found: tuple[Product, ...]) -> None:
        product = next((each for each in found if each.id == record), None)
        if product is not None or not record:
            page.open_form(product, payload)

    page.desk.read(lambda: products.listing("", by=user, include_inactive=True), show, owner=page)
    return page.desk.may(Permission.EDIT_PRODUCTS)
