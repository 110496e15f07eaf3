"""Signing in: one-time code, growing wait, a password of one's own after a reset, and the printed recovery code."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import SignInRefused
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.start_window import StartWindow
from cims_desktop.gui.waiting import Waiting
from cims_desktop.services.office import OpenOffice
from tests.gui.entry.conftest import SECOND_NAME, SECOND_PASSWORD, Phone, type_in
from tests.offices import NAME, PASSWORD, FakeClock

Settle = Callable[[], None]
NEW = "seven paper lanterns 19"


def test_without_a_second_factor_no_code_is_asked(start: StartWindow, qtbot: QtBot) -> None:
    page = start._sign_in

    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        type_in(start)

    assert page.ui.code_box.isHidden()
    assert page.ui.password_edit.text() == ""


def test_the_code_is_asked_after_the_right_password_only(
    start: StartWindow, codes: tuple[str, ...], settle: Settle
) -> None:
    page = start._sign_in

    type_in(start, password="a wrong password")
    settle()
    after_wrong = page.ui.code_box.isHidden()
    type_in(start)
    settle()

    assert after_wrong
    assert page.ui.code_box.isVisible()
    assert page.ui.error_label.isHidden()
    assert start.focusWidget() is page.ui.code_edit
    assert not page.ui.password_edit.isEnabled()


def test_the_apps_code_opens_the_office_by_keyboard_alone(
    start: StartWindow, codes: tuple[str, ...], phone: Phone, settle: Settle, qtbot: QtBot
) -> None:
    page = start._sign_in
    QTest.keyClicks(page.ui.name_edit, NAME)
    QTest.keyClick(page.ui.name_edit, Qt.Key.Key_Return)
    QTest.keyClicks(start.focusWidget(), PASSWORD)
    QTest.keyClick(start.focusWidget(), Qt.Key.Key_Return)
    settle()

    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        QTest.keyClicks(start.focusWidget(), phone.code())
        QTest.keyClick(start.focusWidget(), Qt.Key.Key_Return)


def test_a_recovery_code_may_be_pasted_there(
    start: StartWindow, codes: tuple[str, ...], settle: Settle, qtbot: QtBot
) -> None:
    type_in(start)
    settle()
    QGuiApplication.clipboard().setText(f" {codes[3].lower()} ")

    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        start._sign_in.ui.code_edit.paste()
        QTest.keyClick(start._sign_in.ui.code_edit, Qt.Key.Key_Return)


def test_a_wrong_code_is_told_and_typed_over(
    start: StartWindow, codes: tuple[str, ...], settle: Settle
) -> None:
    page = start._sign_in
    type_in(start)
    settle()
    page.ui.code_edit.setText("000000")
    page.try_sign_in()
    settle()

    assert "not right" in page.ui.error_label.text()
    assert page.ui.code_edit.selectedText() == "000000"
    assert page.ui.code_box.isVisible()


@pytest.mark.parametrize("way", ["escape", "button"])
def test_somebody_else_starts_over(
    start: StartWindow, codes: tuple[str, ...], settle: Settle, way: str
) -> None:
    page = start._sign_in
    type_in(start)
    settle()

    if way == "escape":
        QTest.keyClick(page.ui.code_edit, Qt.Key.Key_Escape)
    else:
        page.ui.start_over_button.click()

    assert page.ui.code_box.isHidden()
    assert (page.ui.name_edit.isEnabled(), page.ui.password_edit.text()) == (True, "")


def test_after_failures_the_button_waits_and_counts_down(start: StartWindow, settle: Settle) -> None:
    page = start._sign_in
    for _ in range(8):
        type_in(start, password="a wrong password")
        settle()

    assert page.waiting.active
    assert not page.ui.sign_in_button.isEnabled()
    assert re.fullmatch(r"Wait \d+ .* after \d+ failed tries\.", page.ui.error_label.text())
    page.ui.name_edit.clear()
    QTest.keyClicks(page.ui.name_edit, "x")
    assert page.ui.sign_in_button.isEnabled()


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def waiting(qtbot: QtBot) -> tuple[Waiting, QLabel, QPushButton, Clock]:
    label, button, clock = QLabel(), QPushButton(), Clock()
    for widget in (label, button):
        qtbot.addWidget(widget)
    return Waiting(label, button, label, clock), label, button, clock


def test_the_wait_is_counted_down_to_its_end(
    waiting: tuple[Waiting, QLabel, QPushButton, Clock], qtbot: QtBot, dressed: object
) -> None:
    wait, label, button, clock = waiting
    wait.begins_with(SignInRefused("wait", seconds=8, failures=5))
    shown = [label.text()]
    clock.now += 7.0
    wait.tick()
    shown.append(label.text())
    while_waiting = button.isEnabled()
    with qtbot.waitSignal(wait.over):
        clock.now += 1.0
        wait.tick()

    assert [text.partition(" second")[0] for text in shown] == ["Wait 8", "Wait 1"]
    assert all(text.endswith("after 5 failed tries.") for text in shown)
    assert while_waiting is False
    assert (button.isEnabled(), label.text(), wait.active) == (True, "", False)


def test_a_long_wait_is_told_in_minutes(
    waiting: tuple[Waiting, QLabel, QPushButton, Clock], dressed: object
) -> None:
    wait, label, _button, _clock = waiting

    wait.begins_with(SignInRefused("wait", seconds=900))
    wait._timer.stop()

    assert label.text().startswith("Too many failed tries. Wait 15 minute")


def test_other_refusals_begin_no_wait(waiting: tuple[Waiting, QLabel, QPushButton, Clock]) -> None:
    assert not waiting[0].begins_with(SignInRefused("disabled"))
    assert not waiting[0].active


def test_a_password_that_was_reset_is_changed_before_the_office_opens(
    start: StartWindow, office: OpenOffice, second_user: int, jobs: JobRunner, settle: Settle, qtbot: QtBot
) -> None:
    given = "given by the boss 4711"
    office.users.reset_password(second_user, given, by=office.user)
    heard: list[object] = []
    start.office_opened.connect(heard.append)
    type_in(start, SECOND_NAME, given)
    settle()
    page = start._first_password
    before = (heard == [], start.stack.currentWidget() is page, start.focusWidget() is page.ui.password_edit)

    page.ui.password_edit.setText(given)
    page.ui.again_edit.setText(given)
    page.save()
    settle()
    refused = page.ui.password_error_label.text()
    page.ui.password_edit.setText(NEW)
    page.ui.again_edit.setText(NEW)
    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        page.save()

    assert before == (True, True, True)
    assert refused == "This is the same as before."
    start.begin(office.path)
    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        type_in(start, SECOND_NAME, NEW)


def test_whoever_does_not_want_to_is_not_let_in(
    start: StartWindow, office: OpenOffice, second_user: int, settle: Settle
) -> None:
    office.users.reset_password(second_user, "given by the boss 4711", by=office.user)
    heard: list[object] = []
    start.office_opened.connect(heard.append)
    type_in(start, SECOND_NAME, "given by the boss 4711")
    settle()

    QTest.keyClick(start._first_password, Qt.Key.Key_Escape)
    settle()

    assert start.stack.currentWidget() is start._sign_in
    assert heard == []


def test_the_printed_code_gives_an_administrator_a_new_password(
    start: StartWindow, office: OpenOffice, settle: Settle, qtbot: QtBot
) -> None:
    code = office.keys.recovery_code(by=office.user)
    start._sign_in.ui.name_edit.setText(NAME)
    start._sign_in.ui.forgot_button.click()
    page = start._recover
    QTest.keyClicks(page.ui.code_edit, code[:11].lower())
    half = page.ui.code_hint_label.text()
    QTest.keyClicks(page.ui.code_edit, code[11:])
    whole = page.ui.code_hint_label.text()
    page.ui.password_edit.setText(NEW)
    page.ui.again_edit.setText(NEW)

    with qtbot.waitSignal(start.office_opened, timeout=10_000):
        QTest.keyClick(page.ui.again_edit, Qt.Key.Key_Return)

    assert page.ui.name_edit.text() == NAME
    assert half == "2 of 8 groups are right so far."
    assert whole == "The code is complete."
    assert (page.ui.code_edit.text(), page.ui.password_edit.text()) == ("", "")


def test_a_mistyped_code_names_the_group_at_once(start: StartWindow, office: OpenOffice) -> None:
    code = office.keys.recovery_code(by=office.user)
    start._sign_in.ui.forgot_button.click()
    page = start._recover
    third = "0" if code[14] != "0" else "1"

    page.ui.code_edit.setText(code[:14] + third + code[15:])
    mistyped = page.ui.code_error_label.text()
    page.ui.code_edit.setText("U")

    assert mistyped == "Something in group 3 is mistyped."
    assert page.ui.code_error_label.text() == "“U” is never part of a code."


def test_what_is_missing_or_wrong_is_said_at_its_field(
    start: StartWindow, office: OpenOffice, second_user: int, settle: Settle
) -> None:
    code = office.keys.recovery_code(by=office.user)
    start._sign_in.ui.forgot_button.click()
    page = start._recover
    page.recover()
    empty = [label.text() for label in (page.ui.name_error_label, page.ui.code_error_label)]
    page.ui.name_edit.setText(SECOND_NAME)
    page.ui.code_edit.setText(code)
    page.ui.password_edit.setText(NEW)
    page.ui.again_edit.setText(NEW)

    page.recover()
    settle()

    assert empty == ["Please fill this in."] * 2
    assert page.ui.name_error_label.text() == "No administrator who may sign in has this name."


def test_a_code_that_is_not_in_force_and_none_at_all_are_told_apart(
    start: StartWindow, office: OpenOffice, settle: Settle
) -> None:
    start._sign_in.ui.forgot_button.click()
    page = start._recover
    old = office.keys.recovery_code(by=office.user)
    office.keys.recovery_code(by=office.user)
    page.ui.name_edit.setText(NAME)
    page.ui.code_edit.setText(old)
    page.ui.password_edit.setText(NEW)
    page.ui.again_edit.setText(NEW)

    page.recover()
    settle()

    assert "not in force" in page.ui.error_label.text()
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert start.stack.currentWidget() is start._sign_in


def test_a_disabled_user_is_told_so(
    start: StartWindow, office: OpenOffice, second_user: int, settle: Settle, clock: FakeClock
) -> None:
    office.users.disable(second_user, None, by=office.user)

    type_in(start, SECOND_NAME, SECOND_PASSWORD)
    settle()

    assert "can't sign in any more" in start._sign_in.ui.error_label.text()
