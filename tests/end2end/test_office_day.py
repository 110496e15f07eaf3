"""A whole day at the desk in the real program, by keyboard: from the first start to the second sign-in."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit

from cims_desktop.domain.purchases import Purchase
from cims_desktop.gui import theme, translation
from cims_desktop.gui.dialogs.export_list import ExportListDialog
from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.program import Program
from tests.end2end.conftest import Start
from tests.end2end.person import CONTROL, Key, Person

pytestmark = [pytest.mark.end2end, pytest.mark.slow]

PASSWORD = "amber lantern orchard 73"
NEXT_CONTACT_DAYS = 3


def test_an_office_is_made_worked_in_and_found_again(start: Start, person: Person, own_desk: Path) -> None:
    program = start()
    make_office(program, person)
    window = main_window(program, person)
    add_customer(window, person, "周晓雯", "138 0013 8000", "xiaowen@example.com")
    add_customer(window, person, "Grace Hopper", "+1 212 555 0147", "grace@example.org")
    switch_look(window, person)
    find_by_phone_tail(window, person)
    record_purchase(window, person)
    plan_call(window, person)
    export_and_read_back(window, person, own_desk / "list.xlsx")
    see_dashboard(window, person)
    lock_and_unlock(window, person)
    sign_out_and_in(program, person)
    everything_is_there(program)


def make_office(program: Program, person: Person) -> None:
    """The first start: welcome page, new-office form, all by keyboard."""
    start_window: Any = program.start_window
    person.sees(start_window)
    person.tabs_to(start_window.stack.currentWidget().ui.new_button)
    person.presses(Key.Key_Space)
    ui = start_window.stack.currentWidget().ui
    for field, text in (
        (ui.office_name_edit, "Lakeside Trading"),
        (ui.display_name_edit, "Mei Chen"),
        (ui.sign_in_name_edit, "mei.chen"),
        (ui.password_edit, PASSWORD),
        (ui.again_edit, PASSWORD),
    ):
        person.tabs_to(field)
        person.types(text)
    person.tabs_to(ui.create_button)
    person.presses(Key.Key_Space)
    person.wait(lambda: program.session is not None)


def main_window(program: Program, person: Person) -> MainWindow:
    """The main window, once it has the keyboard."""
    assert program.session is not None
    person.sees(program.session.window)
    return program.session.window


def customers_page(window: MainWindow) -> Any:
    return window.pages.page("customers")


def add_customer(window: MainWindow, person: Person, name: str, phone: str, mail: str) -> None:
    """Ctrl+N, three fields, Ctrl+S."""
    person.presses(Key.Key_N, CONTROL)
    form = person.dialog(NewCustomerDialog).ui.form
    person.tabs_to(form.ui.name_edit)
    person.types(name)
    for row, text in enumerate((phone, mail)):
        person.tabs_to(form.ui.contacts_edit.row(row).ui.value_edit)
        person.types(text)
    person.presses(Key.Key_S, CONTROL)
    person.wait(lambda: shown_name(window) == name)
    person.sees(window)


def shown_name(window: MainWindow) -> str:
    page = customers_page(window)
    return "" if page is None or page.detail.customer is None else str(page.detail.customer.name)


def switch_look(window: MainWindow, person: Person) -> None:
    """The window learns Chinese and goes dark while it is open; then it is English again, and stays dark."""
    menu = window.ui.language_button.menu()
    for code, title in (("zh_CN", "客户"), ("en", "Customers")):
        next(action for action in menu.actions() if action.data() == code).trigger()
        person.wait(lambda title=title: window.ui.title_label.text() == title)  # type: ignore[misc]
    was_dark = theme.tokens().dark
    person.qtbot.mouseClick(window.ui.theme_button, Qt.MouseButton.LeftButton)
    assert theme.tokens().dark is not was_dark
    assert translation.language() == "en"


def find_by_phone_tail(window: MainWindow, person: Person) -> None:
    """Ctrl+F, the last four digits, Enter: the customer is open."""
    assert shown_name(window) == "Grace Hopper"
    person.presses(Key.Key_F, CONTROL)
    person.types("8000")
    person.presses(Key.Key_Return)
    person.wait(lambda: shown_name(window) == "周晓雯")


def choose_tab(window: MainWindow, person: Person, position: int) -> None:
    bar = customers_page(window).detail.ui.tab_bar
    person.tabs_to(bar)
    while bar.currentIndex() != position:
        person.presses(Key.Key_Right if bar.currentIndex() < position else Key.Key_Left)


def record_purchase(window: MainWindow, person: Person) -> None:
    """P on the list of purchases, two lines by Enter alone, Ctrl+Enter."""
    choose_tab(window, person, 1)
    tab = customers_page(window).detail.ui.purchases_tab
    person.tabs_to(tab.ui.purchases_list)
    person.types("p")
    dialog = person.dialog(PurchaseDialog)
    for row, cells in enumerate((("Green tea", "2", "19.90"), ("Cup", "1", "45"))):
        for column, text in enumerate(cells):
            person.wait(lambda at=(row, column): cell_is_open(dialog, *at))  # type: ignore[misc]
            person.presses(Key.Key_A, CONTROL)
            person.types(text)
            person.presses(Key.Key_Return)
    person.wait(lambda: dialog.lines.total() == 8480)
    person.presses(Key.Key_Return, CONTROL)
    person.wait(lambda: customers_page(window).detail.customer.summary.total_spent == 8480)
    person.sees(window)


def cell_is_open(dialog: PurchaseDialog, row: int, column: int) -> bool:
    table = dialog.ui.lines_table
    at = table.currentIndex()
    focus = table.focusWidget()
    return (at.row(), at.column()) == (row, column) and isinstance(focus, QLineEdit) and focus.hasFocus()


def plan_call(window: MainWindow, person: Person) -> None:
    """C on the timeline, what was said, when to call again, Enter."""
    choose_tab(window, person, 0)
    tab = customers_page(window).detail.ui.timeline_tab
    person.tabs_to(tab.ui.entries_list)
    person.types("c")
    entry = tab.ui.quick_entry
    person.wait(entry.ui.text_edit.hasFocus)
    person.types("Asked for samples")
    person.tabs_to(entry.ui.next_contact_edit)
    day = window.desk.today() + timedelta(days=NEXT_CONTACT_DAYS)
    person.types(day.isoformat())
    person.presses(Key.Key_Return)
    person.wait(entry.isHidden)
    person.wait(lambda: customers_page(window).detail.customer.summary.next_contact == day)


def export_and_read_back(window: MainWindow, person: Person, path: Path) -> None:
    """The list goes into an Excel file that another program can read."""
    button = customers_page(window).list.ui.export_button
    person.qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    dialog = person.dialog(ExportListDialog)
    person.tabs_to(dialog.ui.save_button)
    person.presses(Key.Key_Space)
    chooser = person.dialog(QFileDialog)
    name = chooser.findChild(QLineEdit)
    assert name is not None
    name.setFocus()
    person.presses(Key.Key_A, CONTROL)
    person.types(str(path))
    person.presses(Key.Key_Return)
    person.wait(lambda: not chooser.isVisible())
    person.wait(path.exists)
    person.wait(lambda: path.name in window.ui.message_bar.text())
    person.sees(window)
    sheet = openpyxl.load_workbook(path).worksheets[0]
    rows = list(sheet.iter_rows(values_only=True))
    cells = {cell for row in rows[1:] for cell in row}
    assert len(rows) == 3
    assert {"周晓雯", "Grace Hopper", 84.8} <= cells


def see_dashboard(window: MainWindow, person: Person) -> None:
    """Ctrl+1: the sale, the follow-up and what was done are there."""
    person.presses(Key.Key_1, CONTROL)
    person.wait(lambda: window.pages.current == "dashboard")
    ui = window.pages.page("dashboard").ui  # type: ignore[union-attr]
    person.wait(lambda: "85" in ui.sales_card.value_label.text())  # whole yuan
    person.wait(lambda: ui.activity_list.model().rowCount() >= 4)
    person.wait(ui.sales_chart.isVisible)


def lock_and_unlock(window: MainWindow, person: Person) -> None:
    """Ctrl+L hides everything; a wrong password does not open it, the right one does."""
    person.presses(Key.Key_L, CONTROL)
    page: Any = window.ui.layer_stack.currentWidget()
    assert window.lock_keeper.is_locked
    assert not window.ui.page_stack.isVisible()
    person.wait(page.ui.password_edit.hasFocus)
    person.types("not the password")
    person.presses(Key.Key_Return)
    person.wait(page.ui.error_label.isVisible)
    assert window.lock_keeper.is_locked
    person.wait(page.ui.password_edit.hasFocus)
    person.types(PASSWORD)
    person.presses(Key.Key_Return)
    person.wait(lambda: not window.lock_keeper.is_locked)
    assert window.ui.page_stack.isVisible()


def sign_out_and_in(program: Program, person: Person) -> None:
    """Out by the button, in again by name and password."""
    assert program.session is not None
    window = program.session.window
    person.qtbot.mouseClick(window.ui.sign_out_button, Qt.MouseButton.LeftButton)
    person.wait(lambda: program.session is None)
    start_window: Any = program.start_window
    person.sees(start_window)
    ui = start_window.stack.currentWidget().ui
    person.tabs_to(ui.name_edit)
    person.types("mei.chen")
    person.presses(Key.Key_Return)
    person.types(PASSWORD)
    person.presses(Key.Key_Return)
    person.wait(lambda: program.session is not None)


def everything_is_there(program: Program) -> None:
    """What was entered is in the file, and the window remembers where it was left."""
    assert program.session is not None
    office, window = program.session.office, program.session.window
    (hit,) = office.search.find("8000", by=office.user)
    customer = office.customers.get(hit.id, by=office.user)
    (purchase,) = office.purchases.of_customer(hit.id, by=office.user)
    kinds = [entry.kind for entry in office.timeline.entries(hit.id, by=office.user)]
    assert customer.name == "周晓雯"
    assert [point.value for point in customer.contacts] == ["138 0013 8000", "xiaowen@example.com"]
    assert lines_of(purchase) == [("Green tea", 2000, 1990), ("Cup", 1000, 4500)]
    assert customer.summary.next_contact == office.today() + timedelta(days=NEXT_CONTACT_DAYS)
    assert len(kinds) >= 2
    assert window.pages.current == "dashboard"
    assert office.health.check(by=office.user, deep=True).ok


def lines_of(purchase: Purchase) -> list[tuple[str, int, int]]:
    return [(line.description, line.quantity, line.unit_price) for line in purchase.lines]
