"""The Customers page: the list and one customer side by side, or one over the other where there is little room."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.contacts import ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.queries import CustomerFilter
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_customers_page import Ui_CustomersPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.new_customer import customer_from_text
from cims_desktop.gui.pages.customers import detail_questions
from cims_desktop.gui.pages.customers.new_customers import NewCustomers
from cims_desktop.gui.settings import CUSTOMER_SPLITTER
from cims_desktop.gui.translation import Translated

SIDE_BY_SIDE = 1040
"""Narrower than this (at 100 %; a window of 1280 less its navigation), the detail covers the list."""

OPEN_AFTER_MS = 90
"""Arrow keys pass over rows; only the one they stay on is opened."""


class CustomersPage(Translated, QWidget):
    """Made with the desk; the main window calls what `PageEntry` names."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("page", True)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._narrow = False
        self._started = False
        self._wanted: int | None = None
        self.ui = Ui_CustomersPage()
        self.ui.setupUi(self)
        self.list = self.ui.list_pane
        self.detail = self.ui.detail_pane
        self.list.start(desk)
        self.detail.start(desk)
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
        self.detail.leave(partial(self._show, customer_id))

    def show_matches(self, text: str) -> None:
        """Lists the customers that match a text of the search box."""
        self._started = True
        self.list.show_query(replace(self.list.query, text=text, filter=CustomerFilter()))

    def new_customer(self, text: str = "") -> None:
        """Opens the form for a new customer; `text` goes where it belongs."""
        self.new_customers.begin(customer_from_text(text))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._arrange()
        self.activate()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

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
        detail.back_asked.connect(lambda: detail.leave(self._back))
        detail.delete_asked.connect(lambda record: rows.acts.delete((record,)))
        detail.restore_asked.connect(lambda record: rows.acts.restore((record,)))
        self.new_customers.created.connect(self._show)
        self.ui.splitter.splitterMoved.connect(
            lambda: self.desk.settings.set(CUSTOMER_SPLITTER, self.ui.splitter.saveState().data())
        )
        self.ui.splitter.setStretchFactor(0, 1)
        self.ui.splitter.setStretchFactor(1, 0)
        QShortcut(QKeySequence("Alt+Left"), self, lambda: self._narrow and detail.leave(self._back))

    def _choose(self, customer_id: int) -> None:
        """The person moved to another row."""
        self._wanted = customer_id
        if not self._narrow:
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
        if nobody and first is not None and not self._narrow:
            self._show(first)

    def _show(self, customer_id: int) -> None:
        self.list.keeper.go_to(customer_id)
        self.detail.open_customer(customer_id)
        if self._narrow:
            self.list.hide()
            self.detail.show()

    def _back(self) -> None:
        self.detail.hide()
        self.list.show()
        self.list.ui.table.setFocus()

    def _arrange(self) -> None:
        narrow = self.width() < theme.px(SIDE_BY_SIDE)
        if narrow == self._narrow and self.ui.splitter.property("arranged"):
            return
        self._narrow = narrow
        focus = QApplication.focusWidget()
        typing = focus is not None and self.detail.isAncestorOf(focus)
        detail_shown = self.detail.customer is not None and (self.list.isHidden() or (narrow and typing))
        self.detail.ui.back_button.setVisible(narrow)
        self.list.setVisible(not (narrow and detail_shown))
        self.detail.setVisible(not narrow or detail_shown)
        self.ui.splitter.setProperty("arranged", True)
        if not narrow and not self.ui.splitter.restoreState(self.desk.settings.get(CUSTOMER_SPLITTER)):
            self.ui.splitter.setSizes([theme.px(720), theme.px(440)])
        if not narrow and self._started and self.detail.customer is None:
            self._fill_detail()

    def _fill_detail(self) -> None:
        """The window became wide enough for a customer beside the list: the current one, or the first."""
        if self._wanted is not None:
            self._open_timer.start()
        else:
            self._open_first(self.list.model.rowCount())
