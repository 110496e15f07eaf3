"""Purchases and refunds are typed by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.purchases import Product, Purchase, PurchaseLine, SalesChannel
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.dialogs.refund import RefundDialog
from tests.offices import TODAY

TEA = Product("Tieguanyin oolong", "T-100", "Tea", 4800, id=9)
Answer = Callable[[tuple[Product, ...]], None]


def find(text: str, answer: Answer) -> None:
    answer((TEA,) if text and text.casefold() in f"{TEA.name} {TEA.sku}".casefold() else ())


@pytest.fixture
def dialog(qtbot: QtBot, look: None) -> PurchaseDialog:
    """A dialog for a purchase of customer 1."""
    made = PurchaseDialog(1, "CNY", TODAY, find)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.open()
    return made


def focused() -> QWidget:
    """Where the keys go: the field of the dialog that has the focus."""
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    found = dialog.focusWidget()
    assert found is not None
    return found


def activate(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    """Gives the window the focus back after a popup, as a desktop does and the off-screen platform doesn't."""
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)


def enter(qtbot: QtBot) -> None:
    """Presses Enter and waits: Qt takes an editor's value in the next turn of the event loop."""
    before = focused()
    qtbot.keyClick(before, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: focused() is not before and not isinstance(focused(), QTableView))


def type_and_enter(qtbot: QtBot, text: str) -> None:
    qtbot.keyClicks(focused(), text)
    enter(qtbot)


def test_a_line_is_typed_by_sku_quantity_and_price(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    qtbot.keyClicks(focused(), "t-100")
    popup = focused().completer().popup()
    qtbot.waitUntil(popup.isVisible)
    popup.hide()
    activate(qtbot, dialog)
    enter(qtbot)
    type_and_enter(qtbot, "2.5")
    enter(qtbot)

    (line,) = dialog.purchase().lines
    assert (line.description, line.product_id, line.quantity, line.unit_price) == (TEA.name, 9, 2500, 4800)
    assert dialog.ui.total_label.text() == "¥120.00"
    assert dialog.lines.rowCount() == 2
    dialog.reject()


def test_a_proposal_is_taken_from_the_list(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    qtbot.keyClicks(focused(), "oolo")
    popup = focused().completer().popup()
    qtbot.waitUntil(popup.isVisible)

    qtbot.keyClick(popup, Qt.Key.Key_Down)
    edit = focused()
    qtbot.keyClick(popup, Qt.Key.Key_Return)
    activate(qtbot, dialog)
    qtbot.waitUntil(lambda: focused() is not edit and not isinstance(focused(), QTableView))
    type_and_enter(qtbot, "3")

    (line,) = dialog.purchase().lines
    assert (line.product_id, line.quantity, line.amount) == (9, 3000, 14400)
    dialog.reject()


def test_something_that_is_no_product_is_sold_as_well(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    type_and_enter(qtbot, "Repair")
    type_and_enter(qtbot, "1")
    qtbot.keyClicks(focused(), "80")
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)

    assert dialog.result() == PurchaseDialog.DialogCode.Accepted
    purchase = dialog.purchase()
    assert purchase.total == 8000
    assert purchase.lines[0].product_id is None
    assert (purchase.purchased_on, purchase.channel) == (TODAY, SalesChannel.SHOP)


def test_a_purchase_without_lines_is_not_accepted(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    dialog.ui.save_button.click()

    assert dialog.isVisible()
    assert dialog.ui.lines_problem.isVisible()
    dialog.reject()


def test_nonsense_in_a_quantity_leaves_the_one_before(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    type_and_enter(qtbot, "Repair")
    type_and_enter(qtbot, "lots")

    assert dialog.purchase().lines[0].quantity == 1000
    dialog.reject()


def test_a_removed_line_is_not_sold(qtbot: QtBot, look: None) -> None:
    dialog = PurchaseDialog(1, "CNY", TODAY, find)
    qtbot.addWidget(dialog)
    dialog.fill(Purchase(1, TODAY, "CNY", (PurchaseLine("A", 1000, 100), PurchaseLine("B", 1000, 200))))
    dialog.ui.lines_table.setCurrentIndex(dialog.lines.index(0, 0))

    qtbot.keyClick(dialog.ui.lines_table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert [line.description for line in dialog.purchase().lines] == ["B"]
    assert dialog.ui.total_label.text() == "¥2.00"


def test_a_refund_takes_at_most_what_is_left(qtbot: QtBot, look: None) -> None:
    bought = Purchase(
        1, TODAY, "CNY", (PurchaseLine("A", 3000, 100, 300), PurchaseLine("B", 1000, 500, 500)), "P000007"
    )
    dialog = RefundDialog(bought, {0: 1000})
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()

    type_and_enter(qtbot, "5")
    type_and_enter(qtbot, "1")
    assert (dialog.quantities(), dialog.ui.total_label.text()) == ({1: 1000}, "¥5.00")
    dialog.ui.all_button.click()

    assert dialog.quantities() == {0: 2000, 1: 1000}
    dialog.accept()
    assert dialog.result() == RefundDialog.DialogCode.Accepted
