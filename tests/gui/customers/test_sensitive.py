"""Sensitive fields in the customer's form: entered by whoever edits, shown for a moment to whoever may, never kept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.sensitive import SensitiveField
from cims_desktop.gui import counter_mode
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.widgets.search_popup import second_line
from cims_desktop.gui.widgets.sensitive_finder import looks_whole, with_number
from cims_desktop.gui.widgets.sensitive_row import SensitiveRow
from tests.gui.conftest import Answers, HeardNotices
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import add_customer

IDENTITY = "11010519491231002X"
WRONG_DIGIT = "110105194912310021"
OTHER = "440524188001010014"


@pytest.fixture
def ada(desk: Desk) -> int:
    """A customer whose identity number is known."""
    customer_id = add_customer(desk.office, "Ada")
    desk.office.sensitive.put(customer_id, "national_id", IDENTITY, by=desk.user)
    return customer_id


@pytest.fixture
def page(ada: int, opened: Opened, settle: Settle) -> CustomersPage:
    """The page with her record."""
    made = opened()
    made.show_customer(ada)
    settle()
    return made


def row(page: CustomersPage, name: str = "national_id") -> SensitiveRow:
    found = page.detail.ui.sensitive_section.row(name)
    assert isinstance(found, SensitiveRow)
    return found


def reveal(page: CustomersPage, settle: Settle) -> None:
    row(page).ui.reveal_button.click()
    settle()


def write(page: CustomersPage, name: str, text: str) -> None:
    edit = row(page, name).ui.value_edit
    edit.setText(text)
    edit.textEdited.emit(text)


def acts(desk: Desk, kind: ActKind) -> int:
    return len(desk.office.audit.entries(AuditFilter(kinds=frozenset({kind})), by=desk.office.user))


def as_role(desk: Desk, name: RoleName) -> None:
    desk.office.user = replace(desk.office.user, role=READY_ROLES[name])


def test_a_stored_value_shows_how_it_ends_and_who_entered_it(page: CustomersPage) -> None:
    ui = row(page).ui

    assert ui.value_label.text() == "•••••• 002X"
    assert ui.when_label.text() == "entered 21 Nov 2026 12:00 by Mei Chen"
    assert page.detail.ui.sensitive_section.head_button.isChecked()
    assert not ui.value_edit.isVisible()


def test_without_values_the_section_is_folded(desk: Desk, opened: Opened, settle: Settle) -> None:
    empty = add_customer(desk.office, "Grace")
    page = opened()
    page.show_customer(empty)
    settle()

    assert page.detail.ui.sensitive_section.isVisible()
    assert not row(page).isVisible()


def test_revealing_is_written_down_and_shows_the_value(
    desk: Desk, page: CustomersPage, settle: Settle
) -> None:
    reveal(page, settle)

    assert row(page).ui.value_label.text() == IDENTITY
    assert acts(desk, ActKind.REVEAL) == 1


def test_a_revealed_value_goes_when_the_person_goes_elsewhere(
    page: CustomersPage, settle: Settle, qtbot: QtBot
) -> None:
    reveal(page, settle)

    page.detail.ui.form.ui.name_edit.setFocus()

    qtbot.waitUntil(lambda: row(page).ui.value_label.text() == "•••••• 002X")


def test_copying_keeps_the_value_shown_and_goes_through_the_guard(
    page: CustomersPage, settle: Settle
) -> None:
    reveal(page, settle)

    row(page).ui.copy_button.setFocus()
    row(page).ui.copy_button.click()

    assert row(page).ui.value_label.text() == IDENTITY
    assert QApplication.clipboard().text() == IDENTITY
    guard().forget()
    assert QApplication.clipboard().text() == ""


def test_a_revealed_value_goes_after_half_a_minute(page: CustomersPage, settle: Settle) -> None:
    reveal(page, settle)

    assert row(page).revealed._timer.interval() == 30_000
    row(page).revealed._timer.timeout.emit()

    assert IDENTITY not in row(page).ui.value_label.text()


def test_counter_mode_hides_a_revealed_value_and_lets_none_be_revealed(
    page: CustomersPage, settle: Settle
) -> None:
    reveal(page, settle)

    counter_mode.mode().set_on(True)
    shown, usable = row(page).ui.value_label.text(), row(page).ui.reveal_button.isEnabled()
    counter_mode.mode().set_on(False)

    assert (shown, usable) == ("••••••", False)
    assert row(page).ui.reveal_button.isEnabled()


def test_an_answer_that_comes_after_the_person_left_shows_nothing(
    page: CustomersPage, settle: Settle
) -> None:
    row(page).ui.reveal_button.click()
    page.detail.ui.form.ui.name_edit.setFocus()
    settle()

    assert row(page).ui.value_label.text() == "•••••• 002X"


def test_the_front_desk_enters_a_value_and_cannot_reveal_it(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    as_role(desk, RoleName.FRONT_DESK)
    page = opened()
    page.show_customer(ada)
    settle()

    write(page, "tax_id", IDENTITY)
    page.detail.save()
    settle()

    assert not row(page).ui.reveal_button.isEnabled()
    assert "Reveal sensitive values" in row(page).ui.reveal_button.toolTip()
    stored = {one.field for one in desk.office.sensitive.of_customer(ada, by=desk.user)}
    assert stored == {"national_id", "tax_id"}
    assert row(page, "tax_id").ui.value_label.text() == "•••••• 002X"


def test_typing_is_covered_until_the_person_shows_it(page: CustomersPage) -> None:
    edit = row(page, "tax_id").ui.value_edit

    covered = edit.echoMode()
    edit.reveal_action.setChecked(True)

    assert covered is QLineEdit.EchoMode.Password
    assert edit.echoMode() is QLineEdit.EchoMode.Normal


def test_what_is_typed_is_unsaved_and_can_be_discarded(page: CustomersPage, settle: Settle) -> None:
    write(page, "tax_id", IDENTITY)
    assert page.detail.has_unsaved()
    assert page.detail.ui.save_button.isEnabled()

    page.detail.discard()
    settle()

    assert not page.detail.has_unsaved()
    assert row(page, "tax_id").typed() == ""


def test_a_wrong_value_is_not_saved_and_says_why(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle
) -> None:
    write(page, "tax_id", "123")

    assert not page.detail.save()

    assert "3 characters" in row(page, "tax_id").ui.value_problem.text()
    assert len(desk.office.sensitive.of_customer(ada, by=desk.user)) == 1


def test_a_doubtful_value_is_asked_about_and_then_saved(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle, answers: Answers
) -> None:
    row(page).ui.replace_button.click()
    write(page, "national_id", WRONG_DIGIT)

    answers.agree = False
    assert not page.detail.save()
    answers.agree = True
    assert page.detail.save()
    settle()

    assert "check digit" in answers.asked[0].text
    assert desk.office.sensitive.reveal(ada, "national_id", by=desk.user) == WRONG_DIGIT


def test_a_value_that_somebody_else_replaced_meanwhile_is_not_overwritten(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle, notices: HeardNotices
) -> None:
    row(page).ui.replace_button.click()
    write(page, "national_id", WRONG_DIGIT)
    desk.office.sensitive.put(ada, "national_id", OTHER, by=desk.user, confirmed=True)

    left: list[bool] = []
    page.detail.save(lambda: left.append(True))
    settle()

    assert desk.office.sensitive.reveal(ada, "national_id", by=desk.user) == OTHER
    assert "Somebody else" in notices.said[-1]
    assert (row(page).typed(), left) == (WRONG_DIGIT, [])


def test_removing_asks_first(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle, answers: Answers
) -> None:
    answers.agree = False
    row(page).ui.clear_button.click()
    settle()
    assert desk.office.sensitive.of_customer(ada, by=desk.user)

    answers.agree = True
    row(page).ui.clear_button.click()
    settle()

    assert desk.office.sensitive.of_customer(ada, by=desk.user) == ()
    assert row(page).ui.value_edit.isVisible()


def test_a_field_out_of_use_shows_only_where_it_is_filled(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    for name in ("national_id", "tax_id"):
        desk.office.sensitive.amend(SensitiveField(name, active=False), by=desk.user)
    page = opened()
    page.show_customer(ada)
    settle()

    assert page.detail.ui.sensitive_section.row("tax_id") is None
    assert row(page).isVisible()
    assert not row(page).ui.replace_button.isVisible()


def test_in_the_bin_nothing_can_be_entered(desk: Desk, ada: int, page: CustomersPage, settle: Settle) -> None:
    desk.write(lambda: desk.office.customers.delete([ada], by=desk.user), owner=page)
    settle()

    assert row(page, "tax_id").ui.value_edit.isReadOnly()
    assert not row(page).ui.replace_button.isEnabled()


def test_the_keyboard_reveals_and_replaces(page: CustomersPage, settle: Settle, qtbot: QtBot) -> None:
    ui = row(page).ui
    ui.reveal_button.setFocus()
    qtbot.keyClick(ui.reveal_button, Qt.Key.Key_Space)
    settle()
    shown = ui.value_label.text()

    ui.replace_button.setFocus()
    qtbot.keyClick(ui.replace_button, Qt.Key.Key_Space)
    qtbot.keyClicks(ui.value_edit, "123")

    assert shown == IDENTITY
    assert row(page).typed() == "123"


def test_a_new_customer_gets_them_in_the_same_form(desk: Desk, opened: Opened, settle: Settle) -> None:
    page = opened()
    page.new_customer("Grace Hopper")
    dialog = page.new_customers.dialog
    assert dialog is not None
    settle()
    dialog.ui.sensitive_section.row("national_id").ui.value_edit.setText(IDENTITY)

    dialog.accept()
    settle()

    (hit,) = desk.office.search.find("Grace", by=desk.user)
    assert desk.office.sensitive.reveal(hit.id, "national_id", by=desk.user) == IDENTITY


def test_a_typed_value_is_drafted_sealed_and_comes_back(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle, notices: HeardNotices
) -> None:
    write(page, "tax_id", IDENTITY)
    for form, record, payload in desk.drafts.collect():
        desk.office.drafts.save(form, record, payload, by=desk.user)
    with desk.office._database.read() as connection:
        kept = connection.exec_driver_sql("SELECT payload FROM draft").scalar_one()
    page.detail.ui.sensitive_section.begin()
    page.detail.open_customer(ada)
    settle()

    assert notices.act is not None
    notices.act()

    assert IDENTITY not in kept
    assert row(page, "tax_id").typed() == IDENTITY


def test_who_cannot_read_it_back_gets_a_drafted_value_to_its_place(
    desk: Desk, ada: int, page: CustomersPage, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    office, user = desk.office, desk.user
    write(page, "tax_id", IDENTITY)
    for form, record, payload in desk.drafts.collect():
        office.drafts.save(form, record, payload, by=user)
    page.detail.ui.sensitive_section.begin()

    page.detail.sensitive.take_draft(
        {"sensitive": {}, "sensitive_unreadable": ["tax_id"]}, lambda _text: None
    )
    settle()

    assert office.sensitive.reveal(ada, "tax_id", by=user) == IDENTITY


@pytest.mark.parametrize(
    ("text", "whole"), [(IDENTITY, True), ("1101 0519 4912", True), ("Ada", False), ("138001", False)]
)
def test_only_long_numbers_are_looked_for_in_sensitive_fields(text: str, whole: bool) -> None:
    assert looks_whole(text) is whole


def test_a_whole_number_finds_its_customer_for_whoever_may_reveal_it(desk: Desk, ada: int) -> None:
    (hit,) = with_number(desk.office, desk.user, IDENTITY.lower())

    assert hit.id == ada
    assert second_line(hit) == "C000001 · National ID number matches"
    assert IDENTITY not in repr(hit)


def test_nobody_else_finds_a_customer_by_it(desk: Desk, ada: int) -> None:
    front = replace(desk.user, role=READY_ROLES[RoleName.FRONT_DESK])

    assert with_number(desk.office, front, IDENTITY) == ()
