"""The Purchases tab: what a customer bought; records purchases and refunds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.purchases import Product, Purchase, PurchaseState
from cims_desktop.gui import format as text_format
from cims_desktop.gui._gen.ui_customer_purchases_tab import Ui_CustomerPurchasesTab
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.dialogs.refund import RefundDialog
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.history_model import HistoryRow
from cims_desktop.gui.pages.customers.customer_tab import CustomerTab
from cims_desktop.gui.pages.customers.history_rows import purchase_row


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
        dialog.accepted.connect(lambda: self._record(dialog.purchase()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

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

    def _ask_refund(self, purchase: Purchase, refunded: dict[int, int]) -> None:
        dialog = RefundDialog(purchase, refunded, self.window())
        dialog.accepted.connect(lambda: self._refund(purchase, dialog.quantities()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _find(self, text: str, answer: Callable[[tuple[Product, ...]], None]) -> None:
        desk = self.desk
        desk.read(lambda: desk.office.products.find(text, by=desk.user), answer, owner=self)

    def _record(self, purchase: Purchase) -> None:
        desk = self.desk

        def failed(error: CimsError) -> None:
            desk.show_fault(error)
            self.begin_purchase(purchase)

        desk.write(
            lambda: desk.office.purchases.record(purchase, by=desk.user),
            lambda _changes: desk.notices.succeed(
                self.tr("Purchase recorded: %1").replace(
                    "%1", covered(text_format.money(purchase.total, purchase.currency))
                )
            ),
            owner=self,
            failed=failed,
        )

    def _refund(self, purchase: Purchase, quantities: dict[int, int]) -> None:
        desk, record = self.desk, purchase.id or 0
        desk.write(
            lambda: desk.office.purchases.refund(record, quantities, by=desk.user),
            lambda _changes: desk.notices.succeed(self.tr("Refund recorded.")),
            owner=self,
        )

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
