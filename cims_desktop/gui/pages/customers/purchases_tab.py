"""The Purchases tab: what a customer bought; records purchases and refunds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.purchases import Product, Purchase, PurchaseState
from cims_desktop.gui import format as text_format
from cims_desktop.gui._gen.ui_customer_purchases_tab import Ui_CustomerPurchasesTab
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.dialogs.refund import RefundDialog
from cims_desktop.gui.drafting import HeldDraft
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.history_model import HistoryRow
from cims_desktop.gui.pages.customers.customer_tab import CustomerTab
from cims_desktop.gui.pages.customers.history_rows import purchase_row
from cims_desktop.gui.pages.customers.sale_drafts import (
    PURCHASE,
    REFUND,
    purchase_of,
    purchase_payload,
    quantities_of,
    refund_payload,
)


class PurchasesTab(CustomerTab):
    """P on the list records a purchase, R refunds the current one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomerPurchasesTab()
        self.ui.setupUi(self)
        apply_icons(self)
        self._purchases: tuple[Purchase, ...] = ()
        self.ui.record_button.clicked.connect(self.begin_purchase)
        self.ui.refund_button.clicked.connect(self.begin_refund)
        self.ui.purchases_list.row_chosen.connect(self._chosen)
        self.ui.purchases_list.key_typed.connect(self._key_typed)

    def clear(self) -> None:
        self._show(())
        self.ui.empty_label.hide()

    def reload(self) -> None:
        customer_id, desk = self.customer_id, self.desk
        assert customer_id is not None
        self.running = desk.read(
            lambda: desk.office.purchases.of_customer(customer_id, by=desk.user), self._show, owner=self
        )

    def retranslate(self) -> None:
        self._show(self._purchases)

    def begin_purchase(self, purchase: Purchase | None = None) -> None:
        """Opens the dialog for a purchase of the customer that is shown."""
        customer_id, desk = self.customer_id, self.desk
        if customer_id is None or not self.allows(Permission.RECORD_PURCHASES):
            return
        dialog = PurchaseDialog(customer_id, desk.currency, desk.today(), self._find, self.window())
        if isinstance(purchase, Purchase):
            dialog.fill(purchase)
        held = HeldDraft(desk.drafts, (PURCHASE, customer_id), partial(purchase_payload, dialog), dialog)
        dialog.ask_before_losing(desk.questions, lambda: purchase_payload(dialog) is not None)
        dialog.accepted.connect(lambda: self._record(dialog.purchase(), held))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def resume_purchase(self, payload: Mapping[str, Any]) -> bool:
        """Opens the dialog with what a draft holds. False: it may not be recorded now."""
        if self.customer_id is None or not self.allows(Permission.RECORD_PURCHASES):
            return False
        self.begin_purchase(purchase_of(payload, self.customer_id))
        return True

    def resume_refund(self, payload: Mapping[str, Any]) -> bool:
        """Opens the dialog with the quantities of a draft. False: it may not be refunded now."""
        desk, record = self.desk, int(payload["purchase"])
        if not self.allows(Permission.REFUND_PURCHASES):
            return False
        purchases = desk.office.purchases
        desk.read(
            lambda: (purchases.get(record, by=desk.user), purchases.refunded(record, by=desk.user)),
            lambda found: self._ask_refund(*found, quantities_of(payload)),
            owner=self,
        )
        return True

    def begin_refund(self) -> None:
        """Opens the dialog for a refund of the current purchase."""
        purchase, desk = self._current(), self.desk
        if purchase is None or not _refundable(purchase) or not self.allows(Permission.REFUND_PURCHASES):
            return
        record = purchase.id or 0
        desk.read(
            lambda: desk.office.purchases.refunded(record, by=desk.user),
            lambda refunded: self._ask_refund(purchase, refunded),
            owner=self,
        )

    def _ask_refund(
        self, purchase: Purchase, refunded: dict[int, int], wanted: Mapping[int, int] | None = None
    ) -> None:
        dialog = RefundDialog(purchase, refunded, self.window())
        if wanted:
            dialog.lines.put_quantities(wanted)
        key, payload = (REFUND, purchase.customer_id), partial(refund_payload, dialog, purchase)
        held = HeldDraft(self.desk.drafts, key, payload, dialog)
        dialog.ask_before_losing(self.desk.questions, lambda: payload() is not None)
        dialog.accepted.connect(lambda: self._refund(purchase, dialog.quantities(), held))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _find(self, text: str, answer: Callable[[tuple[Product, ...]], None]) -> None:
        desk = self.desk
        desk.read(lambda: desk.office.products.find(text, by=desk.user), answer, owner=self)

    def _record(self, purchase: Purchase, held: HeldDraft) -> None:
        desk = self.desk

        def failed(error: CimsError) -> None:
            desk.show_fault(error)
            self.begin_purchase(purchase)
            held.end()

        def done(_changes: object) -> None:
            held.end()
            amount = covered(text_format.money(purchase.total, purchase.currency))
            desk.notices.succeed(self.tr("Purchase recorded: %1").replace("%1", amount))

        work = partial(desk.office.purchases.record, purchase, by=desk.user)
        desk.write(work, done, owner=self, failed=failed)

    def _refund(self, purchase: Purchase, quantities: dict[int, int], held: HeldDraft) -> None:
        desk = self.desk

        def done(_changes: object) -> None:
            held.end()
            desk.notices.succeed(self.tr("Refund recorded."))

        work = partial(desk.office.purchases.refund, purchase.id or 0, quantities, by=desk.user)
        desk.write(work, done, owner=self)

    def _show(self, purchases: tuple[Purchase, ...]) -> None:
        self._purchases = purchases
        numbers = {purchase.id or 0: purchase.number for purchase in purchases}
        self.ui.purchases_list.set_rows([purchase_row(purchase, numbers) for purchase in purchases])
        self.ui.empty_label.setVisible(not purchases)

    def _current(self) -> Purchase | None:
        row = self.ui.purchases_list.chosen()
        return next((each for each in self._purchases if row and each.id == row.record), None)

    def offer(self) -> None:
        purchase = self._current()
        refundable = purchase is not None and _refundable(purchase)
        self.bind(self.ui.record_button, Permission.RECORD_PURCHASES)
        self.bind(self.ui.refund_button, Permission.REFUND_PURCHASES, enabled=refundable)

    def _chosen(self, _row: HistoryRow | None) -> None:
        self.offer()

    def _key_typed(self, key: str) -> None:
        if key == "p":
            self.begin_purchase()
        elif key == "r":
            self.begin_refund()


def _refundable(purchase: Purchase) -> bool:
    return not purchase.is_refund and purchase.state is not PurchaseState.REFUNDED
