"""Purchases and refunds are typed by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.purchases import Product, Purchase, PurchaseLine, SalesChannel
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.dialogs.refund import RefundDialog
from cims_desktop.gui.models.purchase_lines_model import LineColumn
from tests.offices import TODAY

TEA = Product("Tieguanyin oolong", "T-100", "Tea", 4800, id=9)
SAMPLE = Product("Tasting sample", "S-1", "Tea", 0, id=10)
Answer = Callable[[tuple[Product, ...]], None]


def find(text: str, answer: Answer) -> None:
    typed = text.casefold()
    answer(tuple(one for one in (TEA, SAMPLE) if typed and typed in f"{one.name} {one.sku}".casefold()))


@pytest.fixture
def dialog(qtbot: QtBot, dressed: QApplication) -> PurchaseDialog:
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


def test_a_removed_line_is_not_sold(qtbot: QtBot, dressed: QApplication) -> None:
    dialog = PurchaseDialog(1, "CNY", TODAY, find)
    qtbot.addWidget(dialog)
    dialog.fill(Purchase(1, TODAY, "CNY", (PurchaseLine("A", 1000, 100), PurchaseLine("B", 1000, 200))))
    dialog.ui.lines_table.setCurrentIndex(dialog.lines.index(0, 0))

    qtbot.keyClick(dialog.ui.lines_table, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)

    assert [line.description for line in dialog.purchase().lines] == ["B"]
    assert dialog.ui.total_label.text() == "¥2.00"


def test_a_refund_takes_at_most_what_is_left(qtbot: QtBot, dressed: QApplication) -> None:
    bought = Purchase(
        1, TODAY, "CNY", (PurchaseLine("A", 3000, 100, 300), PurchaseLine("B", 1000, 500, 500)), "P000007"
    )
    dialog = RefundDialog(bought, {0: 1000})
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()

    type_and_enter(qtbot, "5")
    said = dialog.ui.lines_problem.text()
    type_and_enter(qtbot, "0")
    type_and_enter(qtbot, "1")
    assert said == "A number up to 2 can be refunded here."
    assert (dialog.quantities(), dialog.ui.total_label.text()) == ({1: 1000}, "¥5.00")
    dialog.ui.all_button.click()

    assert dialog.quantities() == {0: 2000, 1: 1000}
    dialog.accept()
    assert dialog.result() == RefundDialog.DialogCode.Accepted


def choose_by_sku(qtbot: QtBot, dialog: PurchaseDialog, sku: str) -> None:
    """Types a SKU and Enter; what is proposed is not needed then."""
    qtbot.keyClicks(focused(), sku)
    popup = focused().completer().popup()
    qtbot.waitUntil(popup.isVisible)
    popup.hide()
    activate(qtbot, dialog)
    enter(qtbot)


def save_by_key(qtbot: QtBot) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_line_without_a_price_is_asked_about_once_in_its_price(
    qtbot: QtBot, dialog: PurchaseDialog
) -> None:
    type_and_enter(qtbot, "Repair")
    enter(qtbot)

    save_by_key(qtbot)
    said = dialog.ui.lines_problem.text()
    still_open = dialog.isVisible()
    where = dialog.ui.lines_table.currentIndex()
    save_by_key(qtbot)

    assert still_open
    assert said == "Without a price: Repair. Type the price, or save again to record it as free."
    assert (where.row(), where.column()) == (0, LineColumn.PRICE)
    assert dialog.result() == PurchaseDialog.DialogCode.Accepted
    assert dialog.purchase().total == 0


def test_the_price_is_typed_at_once_after_the_question(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    type_and_enter(qtbot, "Repair")
    save_by_key(qtbot)

    qtbot.keyClicks(focused(), "80")
    save_by_key(qtbot)

    assert dialog.result() == PurchaseDialog.DialogCode.Accepted
    assert dialog.purchase().total == 8000


def test_another_line_without_a_price_is_asked_about_as_well(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    type_and_enter(qtbot, "Repair")
    save_by_key(qtbot)
    enter(qtbot)
    type_and_enter(qtbot, "Gift")

    save_by_key(qtbot)

    assert dialog.isVisible()
    assert "Gift" in dialog.ui.lines_problem.text()
    assert "Repair" not in dialog.ui.lines_problem.text()
    dialog.reject()


def test_a_product_that_is_free_in_the_catalogue_needs_no_question(
    qtbot: QtBot, dialog: PurchaseDialog
) -> None:
    choose_by_sku(qtbot, dialog, "s-1")

    save_by_key(qtbot)

    assert dialog.result() == PurchaseDialog.DialogCode.Accepted
    assert [line.product_id for line in dialog.purchase().lines] == [SAMPLE.id]


def test_a_product_that_is_given_away_for_once_is_asked_about(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    choose_by_sku(qtbot, dialog, "t-100")
    enter(qtbot)
    qtbot.keyClicks(focused(), "0")

    save_by_key(qtbot)

    assert dialog.isVisible()
    assert TEA.name in dialog.ui.lines_problem.text()
    dialog.reject()


def test_a_purchase_that_could_not_be_saved_is_not_asked_about_again(
    qtbot: QtBot, dressed: QApplication
) -> None:
    dialog = PurchaseDialog(1, "CNY", TODAY, find)
    qtbot.addWidget(dialog)
    dialog.fill(Purchase(1, TODAY, "CNY", (PurchaseLine("Gift", 1000, 0),)))

    dialog.accept()

    assert dialog.result() == PurchaseDialog.DialogCode.Accepted


def test_nonsense_in_an_open_field_is_not_saved_as_what_was_there_before(
    qtbot: QtBot, dialog: PurchaseDialog
) -> None:
    type_and_enter(qtbot, "Repair")
    qtbot.keyClicks(focused(), "1o")

    save_by_key(qtbot)

    where = dialog.ui.lines_table.currentIndex()
    assert dialog.isVisible()
    assert dialog.ui.lines_problem.text() == "That is not a quantity; the one before stays."
    assert (where.row(), where.column()) == (0, LineColumn.QUANTITY)
    dialog.reject()


def test_a_problem_is_shown_at_its_line_though_one_above_is_empty(
    qtbot: QtBot, dressed: QApplication
) -> None:
    dialog = PurchaseDialog(1, "CNY", TODAY, find)
    qtbot.addWidget(dialog)
    dialog.fill(Purchase(1, TODAY, "CNY", (PurchaseLine(""), PurchaseLine("", 2000, 100))))

    dialog.accept()

    assert dialog.ui.lines_table.currentIndex().row() == 1
    dialog.reject()


def test_numbers_are_typed_where_they_stand_at_the_right(qtbot: QtBot, dialog: PurchaseDialog) -> None:
    bought = Purchase(1, TODAY, "CNY", (PurchaseLine("A", 3000, 100, 300),), "P000007")
    refund = RefundDialog(bought, {})
    qtbot.addWidget(refund)
    type_and_enter(qtbot, "Repair")

    editors = (*refund.ui.lines_table.findChildren(QLineEdit), focused())

    assert len(editors) == 2
    assert all(isinstance(each, QLineEdit) for each in editors)
    assert all(each.alignment() & Qt.AlignmentFlag.AlignRight for each in editors)
    dialog.reject()


def test_more_than_is_left_is_refused_in_words_and_not_recorded(qtbot: QtBot, dressed: QApplication) -> None:
    bought = Purchase(1, TODAY, "CNY", (PurchaseLine("A", 1000, 5, 5), PurchaseLine("B", 2500, 100, 250)))
    refund = RefundDialog(bought, {0: 1000})
    qtbot.addWidget(refund)
    with qtbot.waitExposed(refund):
        refund.open()

    qtbot.keyClicks(focused(), "3")
    save_by_key(qtbot)

    assert refund.isVisible()
    assert refund.ui.lines_problem.text() == "A number up to 2.5 can be refunded here."
    assert refund.ui.lines_table.currentIndex().row() == 1
    refund.reject()
