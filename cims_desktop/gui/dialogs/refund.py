"""Collects what of a purchase is refunded, line by line. Saves nothing."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.purchases import Purchase
from cims_desktop.gui import format as text_format
from cims_desktop.gui._gen.ui_purchase_refund_dialog import Ui_PurchaseRefundDialog
from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.forms import size_dialog
from cims_desktop.gui.models.refund_lines_model import RefundColumn, RefundLinesModel
from cims_desktop.gui.translation import Translated


class RefundDialog(Translated, TypingDialog):
    """`quantities()` are thousandths per line, once the dialog was accepted."""

    def __init__(self, purchase: Purchase, refunded: dict[int, int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purchase = purchase
        self._refused = False
        self.ui = Ui_PurchaseRefundDialog()
        self.ui.setupUi(self)
        self.lines = RefundLinesModel(purchase, refunded, self)
        table = self.ui.lines_table
        table.use(self.lines)
        amount = text_format.money(123456000, purchase.currency)
        table.fit_columns({1: "Refundable", 2: "Refund now", 3: amount})
        size_dialog(self, 640, 380)
        self.lines.changed.connect(self._show_total)
        self.lines.refused.connect(self._refuse)
        self.ui.all_button.clicked.connect(self.lines.refund_everything)
        self.ui.cancel_button.clicked.connect(self.reject)
        self.ui.save_button.clicked.connect(self.accept)
        table.finished.connect(self.ui.save_button.setFocus)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self.retranslate()
        table.edit_at(self.lines.first_refundable(), RefundColumn.QUANTITY)

    def quantities(self) -> dict[int, int]:
        """Thousandths to refund, by the line's position."""
        return self.lines.quantities()

    def accept(self) -> None:
        self._refused = False
        at = self.ui.lines_table.currentIndex()
        self.ui.lines_table.setFocus()  # An open editor gives its value to the model when it loses the focus.
        if self._refused:
            self.ui.lines_table.edit_at(at.row(), at.column())
        elif self.lines.quantities():
            super().accept()

    def retranslate(self) -> None:
        purchase = self._purchase
        name = " · ".join(part for part in (purchase.number, text_format.day(purchase.purchased_on)) if part)
        self.ui.purchase_label.setText(name)
        self._show_total(self.lines.total())

    def _refuse(self, row: int, _column: int) -> None:
        self._refused = True
        text = self.tr("A number up to %1 can be refunded here.").replace("%1", self.lines.left_text(row))
        self.ui.lines_problem.say(text, self.ui.lines_table, mild=True)

    def _show_total(self, total: int) -> None:
        self.ui.total_label.setText(text_format.money(total, self._purchase.currency))
        self.ui.lines_problem.say("", self.ui.lines_table)
        self.ui.save_button.setEnabled(bool(self.lines.quantities()))
