"""The Customers page: the list and one customer side by side, or one over the other where there is little room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.contacts import ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.queries import CustomerFilter
from cims_desktop.gui._gen.ui_customers_page import Ui_CustomersPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.new_customer import customer_from_text
from cims_desktop.gui.pages.customers import detail_questions
from cims_desktop.gui.pages.customers.new_customers import NewCustomers
from cims_desktop.gui.pages.customers.record_keys import RecordKeys
from cims_desktop.gui.pages.customers.two_panes import TwoPanes
from cims_desktop.gui.translation import Translated

OPEN_AFTER_MS = 90
"""Arrow keys pass over rows; only the one they stay on is opened."""


class CustomersPage(Translated, QWidget):
    """Made with the desk; the main window calls what `PageEntry` names."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._started = False
        self._wanted: int | None = None
        self.ui = Ui_CustomersPage()
        self.ui.setupUi(self)
        self.list = self.ui.list_pane
        self.detail = self.ui.detail_pane
        self.list.start(desk)
        self.detail.start(desk)
        self.panes = TwoPanes(self.ui, desk.settings, self)
        self.new_customers = NewCustomers(desk, self)
        self._open_timer = QTimer(self, singleShot=True, interval=OPEN_AFTER_MS)
        self._open_timer.timeout.connect(self._open_wanted)
        self._connect()

    def title(self) -> str:
        """The page's name in the language of the window."""
        return self.tr("Customers")

    def activate(self) -> None:
        """Is in front now; reads the list the first time."""
        if not self._started:
            self._started = True
            self.list.show_query(self.list.query)
            self._warm()

    def reload(self) -> None:
        """Reads list and customer again."""
        self.list.model.refresh(Changes(everything=True))
        self.detail.editor.read_again()

    def save(self) -> None:
        """Saves the customer's form."""
        self.detail.save()

    def may_leave(self) -> bool:
        """Whether nothing typed is lost by leaving; asks, and saves if the person wants it."""
        if self.detail.has_unsaved() or self.detail.tabs.has_text():
            return detail_questions.settle_unsaved(self.detail)
        return True

    def show_customer(self, customer_id: int) -> None:
        """Opens a customer wherever the list stands, and goes to his row if the list has it."""
        self.activate()
        self.detail.leave(partial(self.show_at_once, customer_id))

    def show_matches(self, text: str) -> None:
        """Lists the customers that match a text of the search box."""
        self._started = True
        self.list.show_query(replace(self.list.query, text=text, filter=CustomerFilter()))

    def new_customer(self, text: str = "") -> None:
        """Opens the form for a new customer; `text` goes where it belongs."""
        self.new_customers.begin(customer_from_text(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.activate()

    def minimumSizeHint(self) -> QSize:
        return self.panes.least_size() if hasattr(self, "panes") else super().minimumSizeHint()

    def _warm(self) -> None:
        """Loads what judges phones and mail addresses before somebody types one."""
        typed = Customer("", contacts=(ContactPoint(ContactKind.EMAIL, "a@example.com"),))
        self.desk.read(lambda: self.desk.office.customers.examine(typed), lambda _problems: None, owner=self)

    def _connect(self) -> None:
        rows, detail = self.list, self.detail
        rows.customer_chosen.connect(self._choose)
        rows.customer_opened.connect(self.show_customer)
        rows.new_asked.connect(self.new_customer)
        rows.import_asked.connect(self.desk.routes.import_requested)
        rows.model.reloaded.connect(self._open_first)
        detail.back_asked.connect(self._back)
        detail.delete_asked.connect(lambda record: rows.acts.delete((record,)))
        detail.restore_asked.connect(lambda record: rows.acts.restore((record,)))
        RecordKeys(self)
        self.new_customers.created.connect(self.show_at_once)
        self.panes.side_by_side.connect(self._fill_detail)
        QShortcut(QKeySequence("Alt+Left"), self, self._back)

    def _choose(self, customer_id: int) -> None:
        """The person moved to another row."""
        self._wanted = customer_id
        if not self.panes.narrow:
            self._open_timer.start()

    def _open_wanted(self) -> None:
        shown = self.detail.editor.customer_id
        if self._wanted is not None and self._wanted != shown:
            wanted = self._wanted
            self.detail.leave(
                partial(self.detail.open_customer, wanted), partial(self.list.keeper.go_to, shown)
            )

    def _open_first(self, count: int) -> None:
        """A list that was just opened shows its first customer, so that the pane isn't empty."""
        nobody = self.detail.editor.customer_id is None and self.list.keeper.current is None
        first = self.list.model.id_at(0) if count else None
        if nobody and first is not None and not self.panes.narrow:
            self.show_at_once(first)

    def show_at_once(self, customer_id: int) -> None:
        """Opens a customer; ask first whether what is typed about another may be left."""
        self.list.keeper.go_to(customer_id)
        self.detail.open_customer(customer_id)
        self.panes.show_detail()

    def _back(self) -> None:
        if self.panes.narrow:
            self.detail.leave(self.panes.show_list)

    def _fill_detail(self) -> None:
        """The window became wide enough for a customer beside the list: the current one, or the first."""
        if self._wanted is not None:
            self._open_timer.start()
        elif self._started:
            self._open_first(self.list.model.rowCount())
