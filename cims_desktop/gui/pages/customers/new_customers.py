"""Makes new customers: opens the form, saves what it collected, keeps it when that fails."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.dialogs.choice_box import ChoiceBox, Way
from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
from cims_desktop.gui.pages.customers.draft_codec import FORM, customer_of, payload_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.drafting import DraftValue


class NewCustomers(QObject):
    """`created(int)`: a customer was stored."""

    created = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._dialog: NewCustomerDialog | None = None
        desk.drafts.register(self, self._draft)

    @property
    def dialog(self) -> NewCustomerDialog | None:
        """The form while it is open."""
        return self._dialog

    def begin(self, customer: Customer) -> None:
        """Opens the form; with nothing typed yet, what was typed before a crash comes back."""
        if self._dialog is not None or not self._desk.may(Permission.CREATE_CUSTOMERS):
            return
        drafts, user = self._desk.office.drafts, self._desk.user
        if customer != Customer(""):
            self._open(customer)
        else:
            self._desk.read(lambda: drafts.latest(FORM, None, by=user), self._open_draft, owner=self)

    def _open_draft(self, draft: Mapping[str, Any] | None) -> None:
        customer = Customer("")
        if draft is not None:
            try:
                customer = customer_of(draft, customer)
            except ValueError:
                customer = Customer("")
        self._open(customer)

    def _open(self, customer: Customer) -> None:
        if self._dialog is not None:
            return
        office = self._desk.office
        dialog = NewCustomerDialog(customer, office.profile.country, office.customers.examine, self._window)
        self._dialog = dialog
        dialog.accepted.connect(self._accepted)
        dialog.rejected.connect(self._rejected)
        dialog.setModal(True)
        dialog.show()

    def _accepted(self) -> None:
        customer = self._closed()
        office, user = self._desk.office, self._desk.user

        def work() -> Changes:
            changes = office.customers.add(customer, by=user)
            office.drafts.discard(FORM, None, by=user)
            return changes

        def failed(error: CimsError) -> None:
            self._desk.show_fault(error)
            self._open(customer)

        self._desk.write(work, self._stored, owner=self, failed=failed)

    def _stored(self, changes: Changes) -> None:
        record = next(iter(changes.customers))
        self._desk.notices.succeed(self.tr("Customer created."))
        self.created.emit(record)

    def _rejected(self) -> None:
        """Cancel or Esc: what was typed is given up only when the person says so."""
        customer = self._closed()
        if customer == Customer(""):
            return
        ways = (
            Way(self.tr("Keep editing"), lambda: self._open(customer)),
            Way(self.tr("Discard"), self._drop_draft, destructive=True),
        )
        title = self.tr("Discard the new customer?")
        ChoiceBox(title, self.tr("What you typed is not saved yet."), ways, self._window).open()

    def _drop_draft(self) -> None:
        drafts, user = self._desk.office.drafts, self._desk.user
        self._desk.write(lambda: drafts.discard(FORM, None, by=user), owner=self)

    def _closed(self) -> Customer:
        dialog, self._dialog = self._dialog, None
        assert dialog is not None
        customer = dialog.customer()
        dialog.deleteLater()
        return customer

    def _draft(self) -> DraftValue | None:
        if self._dialog is None or self._dialog.is_empty():
            return None
        return FORM, None, payload_of(self._dialog.customer())
