"""The detail pane: one customer with form, figures and history, and one way to save or discard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from cims_desktop.domain.customers import Customer, errors_in
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_customer_detail import Ui_CustomerDetail
from cims_desktop.gui.counter_mode import mode
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.customers import detail_header, detail_questions
from cims_desktop.gui.pages.customers.customer_editor import CustomerEditor, Opened
from cims_desktop.gui.pages.customers.detail_bin import BinBanner, moved_only
from cims_desktop.gui.pages.customers.detail_menu import DetailMenu
from cims_desktop.gui.pages.customers.detail_scroll import Revealer
from cims_desktop.gui.pages.customers.history_tabs import HistoryTabs
from cims_desktop.gui.pages.customers.owner_part import OwnerPart
from cims_desktop.gui.pages.customers.sensitive_part import SensitivePart
from cims_desktop.gui.pages.customers.view_watch import ViewWatch
from cims_desktop.gui.rights import explain
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from cims_desktop.domain.changes import Changes
    from cims_desktop.domain.errors import Problem
    from cims_desktop.domain.preferences import Preferences
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.widgets.sensitive_section import Typed

EXAMINE_AFTER_MS = 250


class CustomerDetailPane(Translated, QFrame):
    """`start(desk)` first. Signals: `back_asked()`; `delete_asked(int)`; `restore_asked(int)`; `closed()`."""

    back_asked = Signal()
    delete_asked = Signal(int)
    restore_asked = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk
        self.editor: CustomerEditor
        self._customer: Customer | None = None
        self._after_save: Callable[[], None] | None = None
        self.ui = Ui_CustomerDetail()
        self.ui.setupUi(self)
        apply_icons(self)
        self.ui.avatar.set_size(52)
        self.tabs = HistoryTabs(self.ui, self)
        self.nothing = EmptyState(self.ui.nothing_page)
        self.ui.nothing_page.layout().addWidget(self.nothing)
        self._check_timer = QTimer(self, singleShot=True, interval=EXAMINE_AFTER_MS)
        self._check_timer.timeout.connect(self._check)
        self.ui.stack.setCurrentWidget(self.ui.nothing_page)

    def start(self, desk: Desk) -> None:
        """Is handed the desk, once."""
        self.desk = desk
        self.editor = CustomerEditor(desk, self)
        self.tabs.start(desk)
        self.menu = DetailMenu(self)
        self.bin = BinBanner(self)
        self.sensitive = SensitivePart(desk, self.ui.sensitive_section, self)
        self.view_watch = ViewWatch(desk, self)
        self.ui.form.masks.use(desk.user.sight().hidden)
        OwnerPart(desk, self.ui.form.ui.owner_combo, self)
        editor, ui = self.editor, self.ui
        entry, scores = ui.timeline_tab.ui.quick_entry, ui.satisfaction_tab.ui
        self.revealer = Revealer(
            ui.scroll_area,
            {
                entry: (entry, entry.ui.text_edit),
                scores.score_problem: (scores.comment_edit, scores.score_edit),
            },
        )
        editor.opened.connect(self._show_opened)
        editor.reread.connect(self._show_reread)
        editor.values_saved.connect(self.sensitive.saved)
        editor.saved.connect(self._saved)
        editor.refused.connect(lambda error: self.show_problems(error.problems))
        editor.stale.connect(partial(detail_questions.ask_stale, self))
        editor.gone.connect(self.close_customer)
        for edited in (ui.form.edited, ui.preferences_tab.edited):
            edited.connect(self._check_timer.start)
            edited.connect(self._show_state)
        self.sensitive.edited.connect(self._show_state)
        ui.form.left.connect(self._check)
        ui.save_button.clicked.connect(partial(self.save, None))
        ui.discard_button.clicked.connect(self.discard)
        ui.back_button.clicked.connect(self.back_asked)
        ui.call_button.clicked.connect(lambda: detail_header.call(self._customer))
        ui.mail_button.clicked.connect(lambda: detail_header.write_mail(self._customer))
        desk.bus.changed.connect(self._written)
        desk.drafts.register(self, partial(detail_questions.draft_of, self))
        theme.notifier().changed.connect(self.retranslate)
        mode().changed.connect(self.retranslate)
        self.retranslate()

    @property
    def customer(self) -> Customer | None:
        """The customer that is shown, as he is stored."""
        return self._customer

    def open_customer(self, customer_id: int) -> None:
        """Shows another customer; ask `leave` first."""
        self.editor.open(customer_id)

    def close_customer(self) -> None:
        """Shows nobody."""
        self._customer, self.editor.customer_id = None, None
        self.sensitive.show_customer(None, binned=False)
        self.view_watch.stop()
        self.ui.stack.setCurrentWidget(self.ui.nothing_page)
        self.closed.emit()

    def has_unsaved(self) -> bool:
        """Whether something was typed that saving would store."""
        changed = self._customer is not None and (self.ui.form.is_changed() or bool(self.sensitive.typed()))
        return changed or bool(self.ui.preferences_tab.is_changed())

    def leave(self, proceed: Callable[[], None], stay: Callable[[], object] = lambda: None) -> bool:
        """Calls `proceed` when nothing is lost by it: at once (and returns True), or after Save or Discard."""
        if not self.has_unsaved() and not self.tabs.has_text():
            proceed()
            return True
        detail_questions.ask_unsaved(self, proceed, stay)
        return False

    def save(self, then: Callable[[], None] | None = None) -> bool:
        """Saves form and preferences, then calls `then`; False (and it says why) when nothing could be begun."""
        if self.has_unsaved() and self.bin.refuses():
            return False
        problems = errors_in(self.desk.office.customers.examine(self.ui.form.customer()))
        if self.ui.form.is_changed() and problems:
            self.show_problems(problems)
            return False
        if not self.sensitive.may_save():
            return False
        self._after_save = then
        if self.has_unsaved():
            self.ui.save_button.setEnabled(False)
            self.editor.save(*self.changed_values())
        else:
            QTimer.singleShot(0, self._go_on)
        return True

    def discard(self) -> None:
        """Shows again what is stored."""
        if self._customer is not None:
            self._fill(self._customer)
            self.ui.preferences_tab.discard()
            self.sensitive.discard()
            self.tabs.forget_text()
            self.editor.drop_draft()
        self._show_state()

    def retranslate(self) -> None:
        self.nothing.set_state(
            "customers", self.tr("No customer chosen"), self.tr("Choose one in the list to see the details.")
        )
        if self._customer is not None:
            detail_header.show_head(self.ui, self._customer, self.desk.currency)
            self.bin.show(self._customer)
        self._show_state()

    def changed_values(self) -> tuple[Customer | None, Preferences | None, tuple[Typed, ...]]:
        """What saving would store; None for what is unchanged."""
        form, tab = self.ui.form, self.ui.preferences_tab
        customer = form.customer() if form.is_changed() else None
        return customer, tab.preferences() if tab.is_changed() else None, self.sensitive.typed()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows every problem and goes to the first."""
        self.ui.form.touch_all()
        self._check()
        self.ui.form.go_to_problem(problems[0])

    def _show_opened(self, opened: Opened) -> None:
        customer = opened.customer
        self._fill(customer)
        self.view_watch.opened(customer.id)
        self.ui.stack.setCurrentWidget(self.ui.record_page)
        self.ui.scroll_area.verticalScrollBar().setValue(0)
        self.tabs.show_customer(customer.id or 0)
        self._show_state()
        if opened.draft is not None and not self.bin.holds:
            detail_questions.offer_draft(self, customer, opened.draft)

    def _show_reread(self, customer: Customer) -> None:
        """Somebody changed the customer: figures follow at once, typed text is never overwritten."""
        if self.ui.form.is_changed():
            detail_header.show_figures(self.ui, customer, self.desk.currency)
            if self._customer is not None and moved_only(self._customer, customer):
                self._customer = customer
                self.ui.form.rebase(customer)
            self.bin.show(customer)
            self.sensitive.show_customer(customer.id, binned=self.bin.holds)
        else:
            self._fill(customer)
        self._show_state()

    def _fill(self, customer: Customer) -> None:
        self._customer = customer
        self.ui.form.show_customer(customer, self.desk.office.profile.country)
        detail_header.show_head(self.ui, customer, self.desk.currency)
        self.bin.show(customer)
        self.sensitive.show_customer(customer.id, binned=self.bin.holds)

    def _check(self) -> None:
        if self._customer is not None:
            self.ui.form.show_problems(self.desk.office.customers.examine(self.ui.form.customer()))

    def _show_state(self) -> None:
        unsaved = self._customer is not None and self.has_unsaved()
        savable = unsaved and not self.bin.holds
        explain(self.ui.save_button, Permission.EDIT_CUSTOMERS, self.desk.user, enabled=savable)
        self.ui.discard_button.setEnabled(unsaved)
        self.ui.saved_label.setText(self.tr("Unsaved changes") if unsaved else self.tr("All changes saved"))

    def _saved(self, sent: Customer | None, stored: Customer) -> None:
        if self._customer is None or stored.id != self._customer.id:
            return
        untouched = not self.ui.form.is_changed() if sent is None else self.ui.form.customer() == sent
        if untouched:
            self._fill(stored)
        else:
            self.ui.form.rebase(stored)
        self.ui.preferences_tab.reread()
        self._go_on()

    def _go_on(self) -> None:
        self._show_state()
        proceed, self._after_save = self._after_save, None
        if proceed is not None and not self.sensitive.refused:
            proceed()

    def _written(self, changes: Changes) -> None:
        if self._customer is not None and changes.touches_customer(self._customer.id or 0):
            self.editor.read_again()
