"""Makes new customers: opens the form, saves what it collected, keeps it when that fails."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.dialogs.choice_box import ChoiceBox, Way
from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
from cims_desktop.gui.pages.customers.draft_codec import FORM, customer_of, payload_of
from cims_desktop.gui.pages.customers.sensitive_part import (
    DRAFTED,
    UNREADABLE,
    refused_sentence,
    settle_typed,
    store_typed,
)
from cims_desktop.gui.widgets.sensitive_section import Typed, is_untouched

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cims_desktop.domain.sensitive import SensitiveField
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.drafting import DraftValue
    from cims_desktop.services.drafts import Draft, LeftDraft


@dataclass(frozen=True)
class Created:
    """A new customer, and which of the sensitive values that were typed could not be stored."""

    changes: Changes
    record: int
    refused: Mapping[str, CimsError]


class NewCustomers(QObject):
    """`created(int)`: a customer was stored."""

    created = Signal(int)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._dialog: NewCustomerDialog | None = None
        self._held: DraftValue | None = None
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
            self._desk.read(lambda: drafts.offered(FORM, None, by=user), self._open_left, owner=self)

    def resume(self, draft: Draft) -> bool:
        """Opens the form with what was typed before a crash or in another window. False: it is open already."""
        drafts, user = self._desk.office.drafts, self._desk.user
        if self._dialog is not None:
            return False
        self._open_draft(draft.payload)
        self._desk.write(lambda: drafts.take_up(draft, by=user), owner=self)
        return True

    def _open_left(self, left: LeftDraft | None) -> None:
        if left is None:
            self._open(Customer(""))
        else:
            self.resume(left.draft)

    def _open_draft(self, draft: Mapping[str, Any] | None) -> None:
        customer, values = Customer(""), {}
        if draft is not None:
            try:
                customer = customer_of(draft, customer)
                values = dict(draft.get(DRAFTED) or {})
            except (ValueError, TypeError):
                customer, values = Customer(""), {}
            if draft.get(UNREADABLE):
                # Their seal is for a customer without a number; whoever can't read them types them again.
                self._desk.notices.inform(
                    self.tr("Please enter the sensitive values of the new customer again.")
                )
        self._open(customer, values)

    def _open(self, customer: Customer, values: Mapping[str, str] | None = None) -> None:
        if self._dialog is not None:
            return
        office, user = self._desk.office, self._desk.user
        dialog = NewCustomerDialog(customer, office.profile.country, office.customers.examine, self._window)
        self._dialog, self._held = dialog, None
        section = dialog.ui.sensitive_section

        def show_fields(fields: tuple[SensitiveField, ...]) -> None:
            if shiboken6.isValid(section):
                section.use_fields([one for one in fields if one.active], office.sensitive.examine)
                section.show_typed(values or {})

        self._desk.read(
            lambda: office.sensitive.fields(by=user), show_fields, owner=dialog, failed=lambda _error: None
        )
        dialog.may_save = partial(settle_typed, self._desk, section, dialog)
        dialog.accepted.connect(self._accepted)
        dialog.rejected.connect(self._rejected)
        dialog.setModal(True)
        dialog.show()

    def _accepted(self) -> None:
        customer, typed = self._closed()
        office, user = self._desk.office, self._desk.user

        def work() -> Created:
            changes = office.customers.add(customer, by=user)
            (record,) = changes.customers
            refused = store_typed(self._desk, record, typed)
            office.drafts.discard(FORM, None, by=user)
            return Created(changes, record, refused)

        def failed(error: CimsError) -> None:
            self._desk.show_fault(error)
            self._open(customer, {one.field: one.value for one in typed})

        self._desk.write(work, self._stored, owner=self, failed=failed)

    def _stored(self, created: Created) -> None:
        self._held = None
        if created.refused:
            why = refused_sentence(next(iter(created.refused.values())))
            said = self.tr("Customer created, but without some sensitive values. Enter them again.")
            self._desk.notices.fail(said, why)
        else:
            self._desk.notices.succeed(self.tr("Customer created."))
        self.created.emit(created.record)

    def _rejected(self) -> None:
        """Cancel or Esc: what was typed is given up only when the person says so."""
        customer, typed = self._closed()
        if is_untouched(customer, typed):
            return
        values = {one.field: one.value for one in typed}
        ways = (
            Way(self.tr("Keep editing"), lambda: self._open(customer, values)),
            Way(self.tr("Discard"), self._drop_draft, destructive=True),
        )
        title = self.tr("Discard the new customer?")
        ChoiceBox(title, self.tr("What you typed is not saved yet."), ways, self._window).open()

    def _drop_draft(self) -> None:
        self._held = None
        drafts, user = self._desk.office.drafts, self._desk.user
        self._desk.write(lambda: drafts.discard(FORM, None, by=user), owner=self)

    def _closed(self) -> tuple[Customer, tuple[Typed, ...]]:
        self._held = self._draft()  # Until it is stored or given up.
        dialog, self._dialog = self._dialog, None
        assert dialog is not None
        typed = dialog.customer(), dialog.typed()
        dialog.deleteLater()
        return typed

    def _draft(self) -> DraftValue | None:
        if self._dialog is None:
            return self._held
        if self._dialog.is_empty():
            return None
        return FORM, None, payload_of(self._dialog.customer(), self._dialog.typed())
