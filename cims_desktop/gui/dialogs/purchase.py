"""Collects a purchase: date, channel, lines with products, all by keyboard if wanted. Saves nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.purchases import (
    Product,
    Purchase,
    PurchaseLine,
    SalesChannel,
    check_purchase,
    priced,
)
from cims_desktop.gui import format as text_format
from cims_desktop.gui._gen.ui_purchase_dialog import Ui_PurchaseDialog
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.delegates.product_delegate import Find, ProductDelegate
from cims_desktop.gui.delegates.row_style import one_line
from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.forms import size_dialog
from cims_desktop.gui.models.purchase_lines_model import LineColumn, PurchaseLinesModel
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import sales_channel_word

if TYPE_CHECKING:
    from cims_desktop.domain.errors import Problem


class PurchaseDialog(Translated, TypingDialog):
    """`purchase()` is what was typed, once the dialog was accepted."""

    def __init__(
        self, customer_id: int, currency: str, today: date, find: Find, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._customer_id, self._currency, self._today = customer_id, currency, today
        self._known_free: set[tuple[str, int | None]] = set()
        self._refused = False
        self.ui = Ui_PurchaseDialog()
        self.ui.setupUi(self)
        self.lines = PurchaseLinesModel(currency, self)
        table = self.ui.lines_table
        table.use(self.lines)
        table.setItemDelegateForColumn(
            LineColumn.PRODUCT, ProductDelegate(find, self._choose_product, currency, table)
        )
        table.fit_columns(
            {
                1: "1,000.000",
                2: text_format.money(12345600, currency),
                3: text_format.money(123456000, currency),
            }
        )
        size_dialog(self, 720, 520)
        self.ui.date_edit.setDate(QDate(today.year, today.month, today.day))
        self.ui.date_edit.setMaximumDate(QDate(today.year, today.month, today.day))
        mark(self.ui.note_edit)
        self._connect()
        self.retranslate()

    def purchase(self) -> Purchase:
        """The purchase with amounts and total."""
        day = self.ui.date_edit.date()
        return priced(
            Purchase(
                customer_id=self._customer_id,
                purchased_on=date(day.year(), day.month(), day.day()),
                currency=self._currency,
                lines=self.lines.lines(),
                channel=self.ui.channel_combo.currentData(),
                external_ref=self.ui.reference_edit.text().strip(),
                note=self.ui.note_edit.text(),
            )
        )

    def fill(self, purchase: Purchase) -> None:
        """Starts from a purchase, e.g. one that could not be saved."""
        day = purchase.purchased_on
        self.ui.date_edit.setDate(QDate(day.year, day.month, day.day))
        self.ui.channel_combo.setCurrentIndex(max(self.ui.channel_combo.findData(purchase.channel), 0))
        self.ui.reference_edit.setText(purchase.external_ref)
        self.ui.note_edit.setText(purchase.note)
        self.lines.set_lines(purchase.lines)
        self._known_free = {_what(line) for line in self.lines.free_lines().values()}

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._add_line()

    def accept(self) -> None:
        self._refused = False
        at = self.ui.lines_table.currentIndex()
        self.ui.lines_table.setFocus()  # An open editor gives its value to the model when it loses the focus.
        problems = check_purchase(self.purchase(), self._today)
        if self._refused:
            self.ui.lines_table.edit_at(at.row(), at.column())
        elif problems:
            self._show_problem(problems[0])
        elif self._may_be_free():
            super().accept()

    def retranslate(self) -> None:
        chosen = self.ui.channel_combo.currentData() or SalesChannel.SHOP
        self.ui.channel_combo.clear()
        for channel in SalesChannel:
            self.ui.channel_combo.addItem(sales_channel_word(channel), channel.value)
        self.ui.channel_combo.setCurrentIndex(self.ui.channel_combo.findData(chosen))
        zh = text_format.day(self._today) == self._today.isoformat()
        self.ui.date_edit.setDisplayFormat("yyyy-MM-dd" if zh else "d MMM yyyy")
        self._show_total(self.lines.total())

    def _connect(self) -> None:
        ui = self.ui
        self.lines.changed.connect(self._show_total)
        self.lines.refused.connect(self._refuse)
        ui.lines_table.finished.connect(self._add_line)
        ui.lines_table.removal_asked.connect(self._remove_line)
        ui.add_button.clicked.connect(self._add_line)
        ui.remove_button.clicked.connect(self._remove_line)
        ui.cancel_button.clicked.connect(self.reject)
        ui.save_button.clicked.connect(self.accept)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)

    def _choose_product(self, row: int, product: Product) -> None:
        self.lines.choose_product(row, product)

    def _add_line(self) -> None:
        self.ui.lines_table.edit_at(self.lines.add_line(), LineColumn.PRODUCT)

    def _remove_line(self) -> None:
        row = self.ui.lines_table.currentIndex().row()
        if row >= 0:
            self.lines.remove_line(row)
            self.ui.lines_table.setCurrentIndex(self.lines.index(min(row, self.lines.rowCount() - 1), 0))
            self.ui.lines_table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_total(self, total: int) -> None:
        self.ui.total_label.setText(text_format.money(total, self._currency))
        self.ui.lines_problem.show_problem(None, self.ui.lines_table)

    def _refuse(self, _row: int, column: int) -> None:
        self._refused = True
        wrong = {
            LineColumn.QUANTITY: self.tr("That is not a quantity; the one before stays."),
            LineColumn.PRICE: self.tr("That is not an amount; the price before stays."),
        }
        self.ui.lines_problem.say(wrong.get(LineColumn(column), ""), self.ui.lines_table, mild=True)

    def _may_be_free(self) -> bool:
        """Whether nothing costs nothing by accident; asks once about each such line, by its price's field."""
        asked = {
            row: line for row, line in self.lines.free_lines().items() if _what(line) not in self._known_free
        }
        if not asked:
            return True
        self._known_free |= {_what(line) for line in asked.values()}
        names = ", ".join(one_line(line.description) for line in asked.values())
        text = self.tr("Without a price: %1. Type the price, or save again to record it as free.")
        self.ui.lines_table.edit_at(min(asked), LineColumn.PRICE)
        self.ui.lines_problem.say(text.replace("%1", names), self.ui.lines_table, mild=True)
        return False

    def _show_problem(self, problem: Problem) -> None:
        if problem.field == "purchased_on":
            self.ui.date_problem.show_problem(problem, self.ui.date_edit)
            self.ui.date_edit.setFocus()
            return
        self.ui.lines_problem.show_problem(problem, self.ui.lines_table)
        place = problem.field.split(".")
        columns = {
            "description": LineColumn.PRODUCT,
            "quantity": LineColumn.QUANTITY,
            "unit_price": LineColumn.PRICE,
        }
        row = self.lines.row_of(int(place[1])) if len(place) == 3 else 0
        self.ui.lines_table.edit_at(row, columns.get(place[-1], LineColumn.PRODUCT))


def _what(line: PurchaseLine) -> tuple[str, int | None]:
    """What is sold, however many of it."""
    return line.description, line.product_id
