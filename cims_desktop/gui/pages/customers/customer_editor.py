"""Reads and saves the customer that the detail pane shows; knows no widget."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import CimsError, Invalid, NotFound, StaleRecord
from cims_desktop.gui.pages.customers.draft_codec import FORM
from cims_desktop.gui.pages.customers.sensitive_part import store_typed

if TYPE_CHECKING:
    from cims_desktop.domain.preferences import Preferences
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.jobs import Job
    from cims_desktop.gui.widgets.sensitive_section import Typed
    from cims_desktop.services.drafts import LeftDraft


@dataclass(frozen=True)
class Opened:
    """A customer as read, with what was typed about him and never saved, if there is such a draft."""

    customer: Customer
    draft: LeftDraft | None = None


@dataclass(frozen=True)
class Saved:
    """What a save changed, the customer as he is stored now, and which sensitive values were refused."""

    changes: Changes
    stored: Customer
    refused: Mapping[str, CimsError] = field(default_factory=dict)


class CustomerEditor(QObject):
    """Signals: `opened(Opened)`; `reread(Customer)`: he changed in the office; `saved(sent, stored)`: what was
    sent (None: preferences only) and the customer as he is stored now; before it `values_saved(names, refused)`
    of sensitive fields; `refused(Invalid)`; `stale()`: somebody else saved first; `gone()`: there is no such
    customer any more; `failed()`: after any fault, also those that have a signal of their own.
    """

    opened = Signal(object)
    reread = Signal(object)
    saved = Signal(object, object)
    values_saved = Signal(object, object)
    refused = Signal(object)
    stale = Signal()
    gone = Signal()
    failed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._running: Job | None = None
        self.customer_id: int | None = None

    def open(self, customer_id: int) -> None:
        """Reads a customer and the draft about him."""
        self.customer_id = customer_id
        office, user = self._desk.office, self._desk.user

        def work() -> Opened:
            customer = office.customers.get(customer_id, by=user)
            return Opened(customer, office.drafts.offered(FORM, customer_id, by=user))

        self._start(work, self.opened.emit)

    def read_again(self) -> None:
        """Reads the customer again."""
        office, user, customer_id = self._desk.office, self._desk.user, self.customer_id
        if customer_id is not None:
            self._start(lambda: office.customers.get(customer_id, by=user), self.reread.emit)

    def save(
        self,
        customer: Customer | None,
        preferences: Preferences | None,
        typed: Sequence[Typed] = (),
        *,
        over_newer: bool = False,
    ) -> None:
        """Saves what changed (None: unchanged), then `typed` sensitive values, each for itself.

        `over_newer`: on top of what somebody else saved meanwhile.
        """
        office, user = self._desk.office, self._desk.user

        customer_id = self.customer_id
        assert customer_id is not None

        def work() -> Saved:
            ready, liked = customer, preferences
            if over_newer and ready is not None:
                ready = replace(ready, version=office.customers.get(customer_id, by=user).version)
            if over_newer and liked is not None:
                liked = replace(liked, version=office.preferences.get(customer_id, by=user).version)
            changes = Changes(customers=frozenset({customer_id}))
            if ready is not None or liked is not None:
                changes = office.customers.amend_with(ready, liked, by=user)
            refused = store_typed(self._desk, customer_id, typed, over_newer=over_newer)
            if not refused:
                # All is stored by now, and a draft that stays is only offered again.
                with contextlib.suppress(CimsError):
                    office.drafts.discard(FORM, customer_id, by=user)
            return Saved(changes, office.customers.get(customer_id, by=user), refused)

        def done(saved: Saved) -> None:
            names = [one.field for one in typed if one.field not in saved.refused]
            self.values_saved.emit(names, saved.refused)
            self.saved.emit(customer, saved.stored)
            if saved.refused:
                self.failed.emit()

        self._desk.write(work, done, owner=self, failed=self._failed)

    def drop_draft(self) -> None:
        """What was typed was discarded, so its draft goes too."""
        office, user, customer_id = self._desk.office, self._desk.user, self.customer_id
        self._desk.write(lambda: office.drafts.discard(FORM, customer_id, by=user), owner=self)

    def _start(self, work: Callable[[], Any], done: Callable[[Any], None]) -> None:
        if self._running is not None:
            self._running.cancel()
        self._running = self._desk.read(work, done, owner=self, failed=self._failed)

    def _failed(self, error: CimsError) -> None:
        match error:
            case Invalid():
                self.refused.emit(error)
            case StaleRecord():
                self.stale.emit()
            case NotFound():
                self.gone.emit()
            case _:
                self._desk.show_fault(error)
        self.failed.emit()
