"""The catalogue on a real office."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.purchases import Product
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui import translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.product import ProductDialog
from cims_desktop.gui.models.product_model import ProductColumn, order_of
from cims_desktop.gui.pages.products import ProductsPage
from tests.gui.conftest import Answers, HeardNotices

Settle = Callable[[], None]
SAVE = QDialogButtonBox.StandardButton.Save


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> Iterator[ProductsPage]:
    products = desk.office.products
    for name, sku, category, price in (
        ("Jasmine tea", "T-2", "Tea", 1250), ("Cup", "C-1", "Ceramics", 990), ("山水茶", "T-1", "Tea", 88_00)
    ):  # fmt: skip
        products.add(Product(name, sku, category, price), by=desk.user)
    made = ProductsPage(desk)
    qtbot.addWidget(made)
    made.resize(1204, 842)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    yield made
    settle()


def column(page: ProductsPage, which: ProductColumn) -> list[str]:
    model = page.ui.products_table.model()
    return [model.index(row, which).data() for row in range(model.rowCount())]


def form(page: ProductsPage) -> ProductDialog:
    found = [one for one in page.findChildren(ProductDialog) if one.isVisible()]
    assert len(found) == 1
    return found[0]


def save(dialog: ProductDialog) -> None:
    dialog.ui.buttons.button(SAVE).click()


def test_the_catalogue_is_listed_by_name_with_prices(page: ProductsPage) -> None:
    assert column(page, ProductColumn.NAME) == ["Cup", "Jasmine tea", "山水茶"]
    assert column(page, ProductColumn.PRICE) == ["€9.90", "€12.50", "€88.00"]


def click_title(page: ProductsPage, qtbot: QtBot, which: ProductColumn) -> None:
    header = page.ui.products_table.horizontalHeader()
    middle = header.sectionViewportPosition(which) + header.sectionSize(which) // 2
    qtbot.mouseClick(
        header.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle, header.viewport().height() // 2)
    )


def test_a_click_on_a_title_sorts_by_the_value_and_a_second_one_turns_the_order(
    page: ProductsPage, qtbot: QtBot
) -> None:
    click_title(page, qtbot, ProductColumn.PRICE)
    first = column(page, ProductColumn.PRICE)
    click_title(page, qtbot, ProductColumn.PRICE)

    assert first == ["€9.90", "€12.50", "€88.00"]
    assert column(page, ProductColumn.PRICE) == ["€88.00", "€12.50", "€9.90"]


def test_s_sorts_by_the_next_column_and_shift_s_turns_the_order(page: ProductsPage, qtbot: QtBot) -> None:
    table = page.ui.products_table
    before = table.horizontalHeader().grab().toImage()

    qtbot.keyClick(table, Qt.Key.Key_S)
    by_sku = column(page, ProductColumn.SKU)
    upwards = table.horizontalHeader().grab().toImage()
    qtbot.keyClick(table, Qt.Key.Key_S, Qt.KeyboardModifier.ShiftModifier)

    assert by_sku == ["C-1", "T-1", "T-2"]
    assert column(page, ProductColumn.SKU) == ["T-2", "T-1", "C-1"]
    assert before != upwards != table.horizontalHeader().grab().toImage()


def test_the_order_is_kept_and_the_chosen_product_stays_chosen(
    page: ProductsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page.ui.products_table.selectRow(0)

    for _twice in range(2):
        click_title(page, qtbot, ProductColumn.NAME)
    click_title(page, qtbot, ProductColumn.NAME)
    again = ProductsPage(desk)
    qtbot.addWidget(again)
    with qtbot.waitExposed(again):
        again.show()
    settle()

    assert column(again, ProductColumn.NAME) == ["山水茶", "Jasmine tea", "Cup"]
    assert page.ui.products_table.currentIndex().row() == 2


def test_an_order_that_cannot_be_read_is_by_name() -> None:
    assert order_of("nonsense:desc") == (ProductColumn.NAME, Qt.SortOrder.AscendingOrder)
    assert order_of("price:desc") == (ProductColumn.PRICE, Qt.SortOrder.DescendingOrder)


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_no_price_is_cut_short_though_it_is_below_the_screen(
    page: ProductsPage, desk: Desk, qtbot: QtBot, language: translation.Language
) -> None:
    for number in range(60):
        desk.office.products.add(Product(f"Filler {number}", f"F-{number}", "", 1), by=desk.user)
    desk.publish(desk.office.products.add(Product("Zebra", "Z-1", "", 1_234_567_890), by=desk.user))
    translation.set_language(language)
    qtbot.waitUntil(lambda: "Zebra" in column(page, ProductColumn.NAME))

    table = page.ui.products_table
    model = table.model()
    row = column(page, ProductColumn.NAME).index("Zebra")
    needed = table.fontMetrics().horizontalAdvance(model.index(row, ProductColumn.PRICE).data())

    assert row > table.rowAt(table.viewport().height() - 1) > 0
    assert table.columnWidth(ProductColumn.PRICE) >= needed + 20


def test_typing_searches(page: ProductsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.ui.search_edit, "cup")

    qtbot.waitUntil(lambda: column(page, ProductColumn.NAME) == ["Cup"])


def test_a_search_without_a_hit_says_so(page: ProductsPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.ui.search_edit, "zzz")

    qtbot.waitUntil(lambda: page.ui.stack.currentWidget() is page.ui.empty_page)
    assert "No product matches" in page.ui.empty_state.accessibleName()


def test_a_new_product_is_stored_and_chosen(page: ProductsPage, qtbot: QtBot, settle: Settle) -> None:
    page.ui.add_button.click()
    dialog = form(page)
    qtbot.keyClicks(dialog.ui.name_edit, "Oolong")
    qtbot.keyClicks(dialog.ui.price_edit, "1,234.5")

    save(dialog)
    qtbot.waitUntil(lambda: "Oolong" in column(page, ProductColumn.NAME))
    settle()

    row = column(page, ProductColumn.NAME).index("Oolong")
    assert column(page, ProductColumn.PRICE)[row] == "€1,234.50"
    assert page.ui.products_table.currentIndex().row() == row


@pytest.mark.parametrize(
    ("name", "price", "complaint"),
    [
        ("", "1", "name_error_label"),
        ("Tea", "twelve", "price_error_label"),
        ("Tea", "-5", "price_error_label"),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    name: str, price: str, complaint: str, page: ProductsPage, qtbot: QtBot
) -> None:
    page.ui.add_button.click()
    dialog = form(page)
    dialog.ui.name_edit.setText(name)
    dialog.ui.price_edit.setText(price)

    save(dialog)

    assert dialog.isVisible()
    assert getattr(dialog.ui, complaint).isVisible()
    assert getattr(dialog.ui, complaint).text()
    dialog.reject()


def test_a_taken_sku_is_told_in_the_form(page: ProductsPage, qtbot: QtBot, settle: Settle) -> None:
    page.ui.add_button.click()
    dialog = form(page)
    dialog.ui.name_edit.setText("Another cup")
    dialog.ui.sku_edit.setText("C-1")

    save(dialog)
    qtbot.waitUntil(dialog.ui.sku_error_label.isVisible)
    settle()

    assert dialog.ui.sku_error_label.text() == "This is taken already."
    assert dialog.ui.buttons.isEnabled()
    dialog.reject()


def test_typing_on_takes_the_complaint_away(page: ProductsPage, qtbot: QtBot) -> None:
    page.ui.add_button.click()
    dialog = form(page)
    save(dialog)

    qtbot.keyClicks(dialog.ui.name_edit, "T")

    assert not dialog.ui.name_error_label.isVisible()
    dialog.reject()


def test_editing_keeps_what_was_not_touched(
    page: ProductsPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    page.ui.products_table.selectRow(2)
    qtbot.keyClick(page.ui.products_table, Qt.Key.Key_Return)
    dialog = form(page)
    before = (dialog.ui.name_edit.text(), dialog.ui.price_edit.text(), dialog.ui.category_combo.currentText())
    dialog.ui.price_edit.setText("90")

    save(dialog)
    qtbot.waitUntil(lambda: "€90.00" in column(page, ProductColumn.PRICE))
    settle()

    (changed,) = (one for one in desk.office.products.listing(by=desk.user) if one.sku == "T-1")
    assert before == ("山水茶", "88.00", "Tea")
    assert (changed.name, changed.category, changed.price) == ("山水茶", "Tea", 9000)


def test_a_retired_product_is_hidden_until_asked_for(
    page: ProductsPage, notices: HeardNotices, qtbot: QtBot, settle: Settle
) -> None:
    page.ui.products_table.selectRow(0)
    qtbot.keyClick(page.ui.products_table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: column(page, ProductColumn.NAME) == ["Jasmine tea", "山水茶"])

    page.ui.retired_check.setChecked(True)
    qtbot.waitUntil(lambda: len(column(page, ProductColumn.NAME)) == 3)
    settle()

    assert notices.said == ["Cup is no longer offered"]
    assert column(page, ProductColumn.STATE) == ["Retired", "Offered", "Offered"]


def test_who_may_not_edit_the_catalogue_reads_why_at_the_buttons(
    desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.FRONT_DESK])
    page = ProductsPage(desk)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    settle()

    assert not page.ui.add_button.isEnabled()
    assert "Change products" in page.ui.add_button.toolTip()
    assert not page.ui.empty_state.act_button.isVisible()
    qtbot.keyClick(page.ui.products_table, Qt.Key.Key_Return)
    assert page.findChildren(ProductDialog) == []


def test_a_new_product_of_a_long_catalogue_is_chosen_and_in_sight(
    desk: Desk, page: ProductsPage, settle: Settle, qtbot: QtBot
) -> None:
    for at in range(80):
        desk.office.products.add(Product(f"Bowl {at:02}", "", "", 100), by=desk.user)
    page.reload()
    settle()
    page.ui.search_edit.setText("Bowl")
    page.reload()
    settle()
    table = page.ui.products_table

    page.ui.add_button.click()
    dialog = form(page)
    dialog.ui.name_edit.setText("Zither")
    save(dialog)
    qtbot.waitUntil(lambda: "Zither" in column(page, ProductColumn.NAME))
    settle()

    row = column(page, ProductColumn.NAME).index("Zither")
    assert row > 50
    assert [index.row() for index in table.selectionModel().selectedRows()] == [row]
    assert table.viewport().rect().contains(table.visualRect(table.model().index(row, 0)))


def test_a_complaint_about_the_price_leaves_the_sku_in_its_line(page: ProductsPage, qtbot: QtBot) -> None:
    page.ui.add_button.click()
    dialog = form(page)
    qtbot.waitUntil(lambda: dialog.ui.price_edit.y() == dialog.ui.sku_edit.y() > 0)

    dialog.show_problems([Problem("price", "not_an_amount", "x")])
    qtbot.waitUntil(lambda: dialog.ui.price_error_label.y() > dialog.ui.price_edit.y())
    dialog.adjustSize()

    assert dialog.ui.sku_edit.y() == dialog.ui.price_edit.y()
    assert dialog.ui.sku_label.y() == dialog.ui.price_label.y()
    dialog.reject()


def test_esc_asks_before_a_half_typed_product_is_lost(
    page: ProductsPage, answers: Answers, qtbot: QtBot, settle: Settle
) -> None:
    page.open_form(None)
    dialog = form(page)
    qtbot.keyClicks(dialog.ui.name_edit, "Oolong")
    answers.agree = False

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    kept = dialog.isVisible()
    answers.agree = True
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    settle()

    assert kept
    assert [one for one in page.findChildren(ProductDialog) if one.isVisible()] == []
    assert [question.title for question in answers.asked] == ["Discard what you typed?"] * 2
