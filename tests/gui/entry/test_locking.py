"""Locked: nothing of a customer in any window or title bar, nothing lost, and back to the same place."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QGuiApplication, QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QLineEdit, QMenu, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.users import User
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.purchase import PurchaseDialog
from cims_desktop.gui.lock_keeper import minutes_until_lock
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.pages.lock import LockPage
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.office_rules import Rules
from tests.gui.entry.conftest import SECOND_NAME, SECOND_PASSWORD, page_of
from tests.offices import PASSWORD, TODAY, FakeClock, add_customer, entrance

Settle = Callable[[], None]


@pytest.fixture
def window(desk: Desk, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1440, 900)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    window.begin("customers")
    settle()
    yield window
    window.shut_down()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


def unlock(window: MainWindow, qtbot: QtBot, password: str = PASSWORD) -> None:
    page = window.lock_keeper._page
    assert isinstance(page, LockPage)
    page.ui.password_edit.setText(password)
    with qtbot.waitSignal(window.lock_keeper.unlocked, timeout=10_000):
        page.try_unlock()


def test_unlocking_returns_to_the_same_field_text_and_cursor(
    window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    window.open_customer(add_customer(desk.office))
    settle()
    name = page_of(window).detail.ui.form.ui.name_edit
    name.setFocus()
    name.setText("Ada Byron")
    name.setModified(True)
    name.setCursorPosition(4)

    window.lock_keeper.lock()
    settle()
    while_locked = (name.isVisible(), QApplication.focusWidget() is name)
    unlock(window, qtbot)
    QTest.keyClicks(QApplication.focusWidget(), "K. ")

    assert while_locked == (False, False)
    assert QApplication.focusWidget() is name
    assert name.text() == "Ada K. Byron"
    page_of(window).detail.discard()


@pytest.mark.parametrize(("start", "length"), [(4, 3), (7, -3)])
def test_a_selection_is_there_again(
    window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot, start: int, length: int
) -> None:
    window.open_customer(add_customer(desk.office))
    settle()
    name = page_of(window).detail.ui.form.ui.name_edit
    name.setFocus()
    name.setSelection(start, length)
    before = (name.selectedText(), name.cursorPosition())

    window.lock_keeper.lock()
    unlock(window, qtbot)

    assert (name.selectedText(), name.cursorPosition()) == before


def test_a_cell_that_was_edited_is_edited_again(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    dialog = PurchaseDialog(1, "CNY", TODAY, lambda _text, _answer: None, window)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    table = dialog.ui.lines_table
    table.setFocus()
    table.edit(table.model().index(0, 0))
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    QTest.keyClicks(editor, "Green tea")
    editor.setCursorPosition(5)

    window.lock_keeper.lock()
    qtbot.waitUntil(lambda: not table.viewport().isAncestorOf(QApplication.focusWidget()), timeout=5000)
    unlock(window, qtbot)
    qtbot.waitUntil(dialog.isActiveWindow)
    again = QApplication.focusWidget()

    assert isinstance(again, QLineEdit)
    assert table.viewport().isAncestorOf(again)
    assert (again.text(), again.cursorPosition()) == ("Green tea", 5)


def test_title_bars_say_nothing_and_get_their_words_back(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    dialog = QDialog(window)
    dialog.setWindowTitle("Ada Lovelace, 138 0013 8000")
    qtbot.addWidget(dialog)
    dialog.show()
    before = window.windowTitle()

    window.lock_keeper.lock()
    during = {window.windowTitle(), dialog.windowTitle()}
    dialog.setWindowTitle("Grace Hopper")
    renamed = dialog.windowTitle()
    unlock(window, qtbot)

    assert during == {"Locked"}
    assert renamed == "Locked"
    assert (window.windowTitle(), dialog.windowTitle()) == (before, "Grace Hopper")


def test_a_window_that_appears_while_locked_is_covered(window: MainWindow, qtbot: QtBot) -> None:
    window.lock_keeper.lock()
    late = QDialog(window)
    qtbot.addWidget(late)
    QLabel("Ada Lovelace", late)
    late.setWindowTitle("Ada Lovelace")
    late.resize(300, 200)

    late.show()
    late.resize(400, 300)
    curtain = late.findChild(QWidget, "curtain")

    assert curtain.isVisible()
    assert curtain.geometry() == late.rect()
    assert late.windowTitle() == "Locked"
    unlock(window, qtbot)
    assert not curtain.isVisible()
    assert late.windowTitle() == "Ada Lovelace"


def test_menus_and_tool_tips_go(window: MainWindow, qtbot: QtBot) -> None:
    menu = QMenu(window)
    qtbot.addWidget(menu)
    menu.addAction("Ada Lovelace")
    menu.popup(window.mapToGlobal(QPoint(50, 50)))
    other = QDialog(window)
    qtbot.addWidget(other)
    field = QLineEdit(other)
    field.setToolTip("Ada Lovelace")
    other.show()

    window.lock_keeper.lock()
    help_event = QHelpEvent(QEvent.Type.ToolTip, QPoint(1, 1), field.mapToGlobal(QPoint(1, 1)))
    QApplication.sendEvent(field, help_event)

    assert not menu.isVisible()
    assert not [
        each for each in QApplication.topLevelWidgets() if each.inherits("QTipLabel") and each.isVisible()
    ]
    unlock(window, qtbot)


def test_what_is_typed_is_kept_as_a_draft(
    window: MainWindow, desk: Desk, settle: Settle, qtbot: QtBot
) -> None:
    customer = add_customer(desk.office)
    window.open_customer(customer)
    settle()
    name = page_of(window).detail.ui.form.ui.name_edit
    name.setFocus()
    QTest.keyClicks(name, "zz")

    window.lock_keeper.lock()
    settle()

    assert desk.office.drafts.latest("customer", customer, by=desk.user) is not None
    unlock(window, qtbot)
    page_of(window).detail.discard()


def test_a_sensitive_copy_is_taken_back(window: MainWindow, qtbot: QtBot) -> None:
    guard().copy_sensitive("11010519491231002X")

    window.lock_keeper.lock()

    assert QGuiApplication.clipboard().text() == ""
    unlock(window, qtbot)


def test_wrong_passwords_make_the_wait_grow_here_too(
    window: MainWindow, settle: Settle, clock: FakeClock
) -> None:
    window.lock_keeper.lock()
    page = window.lock_keeper._page
    for _ in range(8):
        page.ui.password_edit.setText("a wrong password")
        page.try_unlock()
        settle()

    assert page.waiting.active
    assert not page.ui.sign_in_button.isEnabled()
    assert window.lock_keeper.is_locked
    page.waiting.stop()


def test_somebody_disabled_meanwhile_stays_outside(
    office: OpenOffice, second_user: int, clock: FakeClock
) -> None:
    theirs = entrance(clock).sign_in(office.path, SECOND_NAME, SECOND_PASSWORD)
    theirs.unlock(SECOND_PASSWORD)
    office.users.disable(second_user, None, by=office.user)
    clock.now += timedelta(seconds=1)

    with pytest.raises(Exception, match="disabled"):
        theirs.unlock(SECOND_PASSWORD)
    theirs.close()


def test_the_lock_page_explains_a_disabled_user(
    window: MainWindow, desk: Desk, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cims_desktop.domain.errors import SignInRefused

    def refuse(_password: str) -> None:
        raise SignInRefused("disabled")

    monkeypatch.setattr(desk.office, "unlock", refuse)
    window.lock_keeper.lock()
    page = window.lock_keeper._page
    page.ui.password_edit.setText(PASSWORD)
    page.try_unlock()
    settle()

    assert window.lock_keeper.is_locked
    assert "can't sign in any more" in page.ui.error_label.text()


@pytest.mark.parametrize(
    ("own", "office_minutes", "expected"),
    [(None, 10, 10), (5, 10, 5), (30, 10, 10), (None, 0, 0), (15, 0, 15)],
)
def test_the_shorter_of_ones_own_and_the_offices_minutes(
    desk: Desk, own: int | None, office_minutes: int, expected: int
) -> None:
    user = User(1, "a", "A", desk.user.role, idle_minutes=own)

    assert minutes_until_lock(user, OfficePolicy(idle_minutes=office_minutes)) == expected


def test_the_offices_rule_is_in_force_as_soon_as_it_is_saved(
    window: MainWindow, desk: Desk, settle: Settle
) -> None:
    before = window.lock_keeper.watch._limit
    rules = Rules(OfficePolicy(idle_minutes=3))

    desk.write(lambda: desk.office.rules.save(rules, by=desk.user), owner=window)
    settle()

    assert (before, window.lock_keeper.watch._limit) == (600, 180)
