"""What the history tabs share: they show one customer and read again when something of him changed."""

from __future__ import annotations

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.counter_mode import mode
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import Job
from cims_desktop.gui.pages.customers.detail_bin import binned_reason
from cims_desktop.gui.rights import explain
from cims_desktop.gui.translation import Translated


class CustomerTab(Translated, QWidget):
    """Sub-classes give `reload` (reads the customer's records) and `clear`. Only a visible tab reads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk: Desk
        self.customer_id: int | None = None
        self.running: Job | None = None
        self._binned = False
        self._stale = False

    def start(self, desk: Desk) -> None:
        """Is handed the desk, once."""
        self.desk = desk
        desk.bus.changed.connect(self._written)
        mode().changed.connect(self.retranslate)
        self.offer()

    def set_binned(self, *, binned: bool) -> None:
        """Offers nothing that changes or adds while the customer is in the bin."""
        if binned != self._binned:
            self._binned = binned
            self.offer()

    def offer(self) -> None:
        """Enables what the customer and the user's right allow."""

    def may(self, permission: Permission) -> bool:
        """Whether something may be changed or added now."""
        return not self._binned and self.desk.may(permission)

    def bind(self, target: QWidget, permission: Permission, *, enabled: bool = True) -> None:
        """Enables `target` as far as the user's right and the customer allow, or says which right is missing."""
        if hasattr(self, "desk"):
            explain(target, permission, self.desk.user, enabled=enabled and not self._binned)
        else:  # the form is still being built
            target.setEnabled(False)

    def allows(self, permission: Permission) -> bool:
        """As `may`, and says why not when it is because of the bin."""
        if self._binned:
            self.desk.notices.inform(binned_reason())
        return self.may(permission)

    def show_customer(self, customer_id: int) -> None:
        """Shows another customer."""
        if self.running is not None:
            self.running.cancel()
        self.customer_id = customer_id
        self.clear()
        self._load()

    def clear(self) -> None:
        """Takes away what belongs to the customer before."""

    def reload(self) -> None:
        """Reads the customer's records in a job."""

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self._load()

    def retranslate(self) -> None:
        if self.customer_id is not None:
            self._load()

    def _load(self) -> None:
        self._stale = not self.isVisible()
        if not self._stale and self.customer_id is not None:
            self.reload()

    def _written(self, changes: Changes) -> None:
        if self.customer_id is not None and changes.touches_customer(self.customer_id):
            self._load()
