"""The list pane: chips, filter, columns, the table of customers and its footer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.gui._gen.ui_customer_list_pane import Ui_CustomerListPane
from cims_desktop.gui.dialogs.columns import ColumnsPopover
from cims_desktop.gui.dialogs.filter import FilterPopover
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.customer_columns import (
    COLUMN_OF,
    DESCENDING_FIRST,
    SORT,
    Column,
    withheld_columns,
)
from cims_desktop.gui.models.customer_list_model import CustomerListModel
from cims_desktop.gui.pages.customers import list_query
from cims_desktop.gui.pages.customers.bin_acts import BinActs
from cims_desktop.gui.pages.customers.bulk_acts import BulkActs
from cims_desktop.gui.pages.customers.list_export import ListExport
from cims_desktop.gui.pages.customers.list_footer import ListFooter
from cims_desktop.gui.pages.customers.selection_keeper import SelectionKeeper
from cims_desktop.gui.rights import explain
from cims_desktop.gui.settings import CUSTOMER_COLUMNS, CUSTOMER_SORT
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.column_layout import ColumnLayout
from cims_desktop.gui.widgets.empty_state import EmptyState
from cims_desktop.gui.widgets.flow_layout import flow_chips

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk


class CustomerListPane(Translated, QFrame):
    """`start(desk)` first. Signals: `customer_chosen(int)`: the person moved to a row; `customer_opened(int)`:
    Enter or a double click; `new_asked()` and `import_asked()` from the empty list.
    """

    customer_chosen = Signal(int)
    customer_opened = Signal(int)
    new_asked = Signal()
    import_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk
        self.ui = Ui_CustomerListPane()
        self.ui.setupUi(self)
        apply_icons(self)
        flow_chips(self.ui.chips_box, [self._chip(quick) for quick in list_query.QUICK])
        self.empty = EmptyState(self.ui.empty_page)
        self.ui.empty_page.layout().addWidget(self.empty)
        self._empty_act: Callable[[], None] = self.new_asked.emit

    def start(self, desk: Desk) -> None:
        """Is handed the desk, once."""
        self.desk = desk
        ui = self.ui
        self.model = CustomerListModel(desk, self)
        ui.table.use(self.model, desk.currency)
        self.keeper = SelectionKeeper(ui.table, self.model, self)
        self.footer = ListFooter(ui, self.model, desk, self)
        self.acts = BulkActs(desk, self)
        self.bin_acts = BinActs(desk, ui, self)
        self.export = ListExport(desk, self)
        self.filter_popover = FilterPopover(desk.currency, desk.today, self)
        self.columns_popover = ColumnsPopover(self)
        withheld = withheld_columns(desk.user.sight())
        ui.table.fitter.withheld = self.columns_popover.withheld = withheld
        self.filter_popover.withhold(withheld)
        self._query = list_query.sorted_by(CustomerQuery(), desk.settings.get(CUSTOMER_SORT))
        if COLUMN_OF[self._query.sort] in withheld:
            self._query = CustomerQuery()
        ui.table.fitter.use(ColumnLayout.loaded(desk.settings.get(CUSTOMER_COLUMNS)))
        self._connect()
        self.retranslate()

    @property
    def query(self) -> CustomerQuery:
        """What is listed."""
        return self._query

    def show_query(self, query: CustomerQuery) -> None:
        """Lists other customers, or in another order."""
        self._query = query
        self.keeper.forget_choice()
        self.model.show(query)
        self.ui.table.header.set_sort(COLUMN_OF[query.sort], descending=query.descending)
        self._show_query()

    def choose_quick(self, quick: str) -> None:
        """Chooses a chip: all, gold, silver, bronze, due or bin."""
        wanted = list_query.with_quick(self._query.filter, quick, self.desk.today())
        self.show_query(replace(self._query, filter=wanted))

    def delete_chosen(self) -> None:
        """Moves the chosen customers to the bin."""
        if not self._query.filter.in_bin and self.desk.may(Permission.DELETE_CUSTOMERS):
            self.acts.delete(self.ui.table.chosen_ids())

    def retranslate(self) -> None:
        if not hasattr(self, "model"):
            return
        # Setting the same query again rewrites titles, chips and the empty state in the new language.
        explain(self.ui.export_button, Permission.EXPORT, self.desk.user)
        self.ui.table.header.viewport().update()
        self.ui.table.fitter.fit()
        self.ui.table.viewport().update()
        self.footer.show_words()
        self._show_query()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.footer.follow_clock(running=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.footer.follow_clock(running=False)

    def _connect(self) -> None:
        ui, model = self.ui, self.model
        for quick in list_query.QUICK:
            self._chip(quick).clicked.connect(partial(self.choose_quick, quick))
        ui.filter_chips.removed.connect(lambda key: self.show_query(list_query.without(self._query, key)))
        ui.filter_button.clicked.connect(self._open_filter)
        ui.columns_button.clicked.connect(self._open_columns)
        ui.export_button.clicked.connect(
            lambda: self.export.begin(self._query, model.rowCount(), ui.table.fitter.layout.shown)
        )
        ui.table.header.sectionClicked.connect(self._sort_by)
        ui.table.fitter.layout_changed.connect(self._keep_columns)
        ui.table.row_opened.connect(lambda row: self.customer_opened.emit(model.id_at(row) or 0))
        ui.table.delete_pressed.connect(self.delete_chosen)
        ui.delete_button.clicked.connect(self.delete_chosen)
        ui.restore_button.clicked.connect(lambda: self.acts.restore(ui.table.chosen_ids()))
        ui.destroy_button.clicked.connect(lambda: self.bin_acts.destroy(ui.table.chosen_ids()))
        ui.clear_button.clicked.connect(
            lambda: (ui.table.choose_all(chosen=False), ui.table.clearSelection())
        )
        self.keeper.current_changed.connect(self.customer_chosen)
        self.filter_popover.applied.connect(self.show_query)
        self.columns_popover.layout_chosen.connect(self._use_columns)
        model.reloaded.connect(self._show_empty)
        model.failed.connect(self.desk.show_fault)
        self.desk.bus.changed.connect(model.refresh)
        self.empty.acted.connect(self._do_empty_act)
        self.empty.acted_otherwise.connect(self.import_asked)

    def _chip(self, quick: str) -> QPushButton:
        chip: QPushButton = getattr(self.ui, f"{quick}_chip")
        return chip

    def _show_query(self) -> None:
        self._chip(list_query.quick_of(self._query.filter)).setChecked(True)
        self.ui.filter_chips.show_chips(list_query.conditions(self._query, self.desk.currency))
        self.bin_acts.follow(in_bin=self._query.filter.in_bin)
        self._show_empty(self.model.rowCount())

    def _show_empty(self, count: int) -> None:
        nothing = count == 0 and not self.model.loading
        self.ui.stack.setCurrentWidget(self.ui.empty_page if nothing else self.ui.table_page)
        if not nothing:
            return
        if list_query.is_narrowed(self._query):
            self._empty_act = lambda: self.show_query(replace(self._query, text="", filter=CustomerFilter()))
            bin_ = list_query.is_whole_bin(self._query)
            self.empty.set_state(
                "trash" if bin_ else "filter",
                self.tr("The bin is empty") if bin_ else self.tr("No customer matches"),
                self.tr("Customers who are deleted come here and can be restored.")
                if bin_
                else self.tr("Nobody fits all these conditions."),
                self.tr("Show all customers"),
            )
        elif self.desk.user.sight().owner is not None:
            self._empty_act = self.new_asked.emit
            adds = self.desk.may(Permission.CREATE_CUSTOMERS)
            self.empty.set_state(
                "customers",
                self.tr("You see the customers that you own"),
                self.tr("None is yours yet. Whoever sees all customers can hand you some."),
                self.tr("New customer") if adds else "",
            )
        else:
            self._empty_act = self.new_asked.emit
            self.empty.set_state(
                "customers",
                self.tr("No customers yet"),
                self.tr("Add the first one, or bring in a list you have."),
                self.tr("New customer"),
                self.tr("Import a list"),
            )

    def _do_empty_act(self) -> None:
        self._empty_act()

    def _sort_by(self, section: int) -> None:
        column = Column(section)
        again = self._query.sort is SORT[column]
        descending = not self._query.descending if again else column in DESCENDING_FIRST
        self.show_query(replace(self._query, sort=SORT[column], descending=descending))
        self.desk.settings.set(CUSTOMER_SORT, list_query.sort_text(self._query))

    def _open_filter(self) -> None:
        customers, user = self.desk.office.customers, self.desk.user
        self.desk.read(lambda: customers.cities(by=user), self._show_filter, owner=self)

    def _show_filter(self, cities: tuple[str, ...]) -> None:
        self.filter_popover.show_query(self._query, cities)
        self.filter_popover.open_at(self.ui.filter_button)

    def _open_columns(self) -> None:
        self.columns_popover.show_layout(self.ui.table.fitter.layout)
        self.columns_popover.open_at(self.ui.columns_button)

    def _use_columns(self, layout: ColumnLayout) -> None:
        self.ui.table.fitter.use(layout)
        self._keep_columns()

    def _keep_columns(self) -> None:
        self.desk.settings.set(CUSTOMER_COLUMNS, self.ui.table.fitter.layout.dumped())
