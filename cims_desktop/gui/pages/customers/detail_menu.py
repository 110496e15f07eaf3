"""The menu of the detail pane: what else can be done with a customer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import counter_mode
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.icons import IconName, icon
from cims_desktop.gui.pages.customers.detail_bin import is_erased
from cims_desktop.gui.pages.customers.person_acts import Person, PersonActs, person_of
from cims_desktop.gui.rights import explain

if TYPE_CHECKING:
    from cims_desktop.domain.contacts import ContactPoint
    from cims_desktop.domain.customers import Customer
    from cims_desktop.gui.pages.customers.detail_pane import CustomerDetailPane


class DetailMenu(QObject):
    """Filled when it opens, so that it fits the customer and the language of the moment."""

    def __init__(self, pane: CustomerDetailPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.person_acts = PersonActs(pane.desk, pane)
        self.person_acts.erased.connect(self._close_erased)
        self.menu = QMenu(pane)
        self.menu.setToolTipsVisible(True)
        pane.ui.more_button.setMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """Makes the actions."""
        pane, translate = self._pane, QCoreApplication.translate
        self.menu.clear()
        customer = pane.customer
        if customer is None or customer.id is None:
            return
        record = customer.id
        record_purchase = self.menu.addAction(
            icon("cart"), translate("DetailMenu", "Record purchase"), pane.ui.purchases_tab.begin_purchase
        )
        erased = is_erased(customer)
        in_use = customer.deleted_at is None and not erased
        explain(record_purchase, Permission.RECORD_PURCHASES, pane.desk.user, enabled=in_use)
        self._offer_copies(customer)
        self.menu.addSeparator()
        self._offer_privacy(customer)
        if customer.deleted_at is None:
            delete = translate("DetailMenu", "Delete customer…")
            action = self.menu.addAction(icon("trash", "bad"), delete, lambda: pane.delete_asked.emit(record))
        else:
            restore = translate("DetailMenu", "Restore customer")
            action = self.menu.addAction(icon("restore"), restore, lambda: pane.restore_asked.emit(record))
        explain(action, Permission.DELETE_CUSTOMERS, pane.desk.user, enabled=not erased)

    def _close_erased(self, customer_id: int) -> None:
        """What is still typed about an erased person goes with the person."""
        pane = self._pane
        if pane.customer is not None and pane.customer.id == customer_id:
            pane.discard()
            pane.close_customer()

    def _offer_privacy(self, customer: Customer) -> None:
        """What the person may ask of the office."""
        pane, translate, hidden = self._pane, QCoreApplication.translate, counter_mode.is_on()
        acts, person, user = self.person_acts, person_of(customer), pane.desk.user
        menu = self.menu.addMenu(icon("shield"), translate("DetailMenu", "Privacy"))
        menu.setToolTipsVisible(True)
        words: tuple[tuple[IconName, str, Callable[[Person], None], Permission], ...] = (
            ("download", translate("DetailMenu", "Export everything about this person…"), acts.export,
             Permission.EXPORT_PERSON),
            ("history", translate("DetailMenu", "Consent history…"), acts.show_consents,
             Permission.VIEW_CUSTOMERS),
            ("eye", translate("DetailMenu", "Who saw or exported this person…"), acts.show_who_saw,
             Permission.VIEW_AUDIT),
            ("trash", translate("DetailMenu", "Erase this person…"), acts.erase, Permission.DESTROY_CUSTOMERS),
        )  # fmt: skip
        for name, word, act, right in words:
            if right is Permission.DESTROY_CUSTOMERS:
                menu.addSeparator()
            tint = "bad" if right is Permission.DESTROY_CUSTOMERS else "ink2"
            action = menu.addAction(icon(name, tint), word, partial(act, person))
            exports = right is Permission.EXPORT_PERSON
            erases = right is Permission.DESTROY_CUSTOMERS
            possible = not (exports and hidden) and not (erases and is_erased(customer))
            if explain(action, right, user, enabled=possible) and exports and hidden:
                action.setToolTip(counter_mode.refusal())

    def _offer_copies(self, customer: Customer) -> None:
        """Copies of personal data, unless counter mode hides it."""
        translate, hidden = QCoreApplication.translate, counter_mode.is_on()
        self.menu.addAction(
            icon("copy"),
            translate("DetailMenu", "Copy number"),
            lambda: QGuiApplication.clipboard().setText(customer.number),
        )
        words: tuple[tuple[ContactPoint | None, IconName, str], ...] = (
            (customer.phone, "phone", translate("DetailMenu", "Copy phone number")),
            (customer.email, "mail", translate("DetailMenu", "Copy e-mail address")),
        )
        for point, name, word in words:
            if point is not None:
                copy = self.menu.addAction(icon(name), word, partial(guard().copy_contact, point.value))
                copy.setEnabled(not hidden)
                copy.setToolTip(counter_mode.refusal() if hidden else "")
