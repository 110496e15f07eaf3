"""Counter mode: nothing personal can be read on the screen, and nothing of it is lost."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import QAbstractListModel, QEvent, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.gui import counter_mode
from cims_desktop.gui.actions import ActionId
from cims_desktop.gui.counter_mode import CounterMode
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.log_call import LogCallDialog
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.widgets.veil import Veil
from tests.gui.entry.conftest import page_of
from tests.offices import TODAY, add_customer, make_purchase

Settle = Callable[[], None]
MARKERS = ("78781234", "zqmail", "Zqstreet", "Zqcity", "zqnote", "zqcall", "zqcomment", "777", "zqinterest")


@pytest.fixture(autouse=True)
def shown_again() -> Iterator[None]:
    yield
    counter_mode.mode().set_on(False)


@pytest.fixture
def ada(desk: Desk) -> int:
    """A customer with something personal everywhere."""
    customer = add_customer(
        desk.office,
        contacts=(
            ContactPoint(ContactKind.MOBILE, "138 7878 1234"),
            ContactPoint(ContactKind.EMAIL, "zqmail@example.com"),
        ),
        addresses=(Address(street="Zqstreet 1", city="Zqcity"),),
        birthday=PartialDate(5, 7, 1977),
        note="zqnote",
    )
    office, by = desk.office, desk.user
    office.purchases.record(make_purchase(customer, 77700), by=by)
    office.purchases.record(
        make_purchase(add_customer(office, "Bea"), 55555), by=by
    )  # the office's sums stay
    office.timeline.record(Interaction(customer, InteractionKind.CALL, office.now(), text="zqcall"), by=by)
    office.timeline.plan(customer, TODAY, by=by)
    office.satisfaction.record(SurveyResponse(customer, Metric.CSAT, 4, office.now(), "zqcomment"), by=by)
    office.preferences.save(
        replace(office.preferences.get(customer, by=by), interests=("zqinterest",)), by=by
    )
    return customer


@pytest.fixture
def window(desk: Desk, ada: int, qtbot: QtBot, settle: Settle) -> Iterator[MainWindow]:
    window = MainWindow(desk)
    qtbot.addWidget(window)
    window.resize(1440, 1400)
    with qtbot.waitExposed(window):
        window.show()
    window.begin("customers")
    settle()
    yield window
    window.shut_down()
    qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)


def readable(root: QWidget) -> str:
    """Every text that is on the screen below `root`, as sighted people and screen readers get it."""
    texts: list[str] = []
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible() or is_veiled(widget):
            continue
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, (QLabel, QAbstractButton)):
            texts.append(widget.text())
        elif isinstance(widget, QLineEdit):
            texts.append(widget.displayText())
        elif isinstance(widget, QPlainTextEdit):
            texts.append(widget.toPlainText())
        elif isinstance(widget, QAbstractItemView) and widget.model() is not None:
            texts += texts_of(widget)
    return "\n".join(texts)


def texts_of(view: QAbstractItemView) -> Iterator[str]:
    model = view.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)
    for row in range(min(model.rowCount(), 50)):
        for column in range(1 if isinstance(model, QAbstractListModel) else model.columnCount()):
            yield from (str(model.index(row, column).data(role)) for role in roles)


def is_veiled(widget: QWidget | None) -> bool:
    while widget is not None:
        if any(isinstance(child, Veil) and child.isVisible() and child.geometry() == widget.rect()
               for child in widget.children()):  # fmt: skip
            return True
        widget = widget.parentWidget()
    return False


def found_in(root: QWidget) -> list[str]:
    text = readable(root).replace(" ", "")
    return [marker for marker in MARKERS if marker in text]


def visit_everything(window: MainWindow, customer: int, settle: Settle) -> list[str]:
    """Which markers could be read anywhere in the window."""
    found: list[str] = []
    window.open_customer(customer)
    settle()
    detail = page_of(window).detail
    detail.ui.form.ui.details_button.setChecked(True)
    for tab in range(4):
        detail.tabs.choose(tab)
        settle()
        found += found_in(window)
    for page in ("dashboard", "follow_ups", "satisfaction", "reports"):
        window.pages.show(page)
        settle()
        found += found_in(window)
    return found


def test_nothing_personal_can_be_read_anywhere(window: MainWindow, ada: int, settle: Settle) -> None:
    before = visit_everything(window, ada, settle)

    counter_mode.mode().set_on(True)
    during = visit_everything(window, ada, settle)
    counter_mode.mode().set_on(False)
    after = visit_everything(window, ada, settle)

    assert set(before) == set(MARKERS)
    assert during == []
    assert set(after) == set(MARKERS)


def test_what_was_loaded_before_becomes_unreadable_at_once(
    window: MainWindow, ada: int, settle: Settle
) -> None:
    window.open_customer(ada)
    settle()
    before = found_in(window)

    counter_mode.mode().set_on(True)

    assert before
    assert found_in(window) == []


def test_the_screen_is_the_same_whatever_is_hidden(
    window: MainWindow, desk: Desk, ada: int, settle: Settle
) -> None:
    counter_mode.mode().set_on(True)
    window.open_customer(ada)
    settle()
    first = picture(window)
    other = replace(
        desk.office.customers.get(ada, by=desk.user),
        contacts=(
            ContactPoint(ContactKind.MOBILE, "139 0000 9999"), ContactPoint(ContactKind.EMAIL, "b@example.org")
        ),
        birthday=PartialDate(1, 1, 1990), note="Something else altogether",
    )  # fmt: skip
    desk.write(lambda: desk.office.customers.amend(other, by=desk.user), owner=window)
    settle()
    QTest.qWait(300)  # the list takes up changes a quarter of a second later
    settle()
    second = picture(window)
    counter_mode.mode().set_on(False)

    assert first == second
    assert picture(window) != second


def picture(window: MainWindow) -> QImage:
    """The window without the keyboard's traces."""
    window.ui.search_box.setFocus()
    window.ui.search_box.clearFocus()
    return window.grab().toImage()


def test_the_search_finds_but_shows_no_numbers(
    window: MainWindow, ada: int, qtbot: QtBot, settle: Settle
) -> None:
    counter_mode.mode().set_on(True)
    box = window.ui.search_box
    box.setFocus()

    QTest.keyClicks(box, "ada")
    qtbot.waitUntil(lambda: box.popup().isVisible() and box.popup().model.rowCount() > 0, timeout=10_000)

    assert "Ada" in readable(box.popup())
    assert found_in(box.popup()) == []
    box.clear()


def test_typed_text_is_covered_but_not_lost(window: MainWindow, ada: int, settle: Settle) -> None:
    window.open_customer(ada)
    settle()
    form = page_of(window).detail.ui.form
    form.ui.details_button.setChecked(True)
    note = form.ui.note_edit
    note.setFocus()
    QTest.keyClicks(note, "typed ")
    place = note.textCursor().position()

    QTest.keyClick(window, Qt.Key.Key_F9)
    covered = (is_veiled(note), note.isEnabled())
    QTest.keyClicks(window.focusWidget() or window, "x")
    QTest.keyClick(window, Qt.Key.Key_F9)

    assert covered == (True, False)
    assert note.toPlainText() == "typed zqnote"
    assert QApplication.focusWidget() is note
    assert note.textCursor().position() == place
    page_of(window).detail.discard()


def test_a_field_that_was_disabled_before_stays_so(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    counter_mode.mark(field)
    field.setEnabled(False)

    counter_mode.mode().set_on(True)
    counter_mode.mode().set_on(False)

    assert not field.isEnabled()


def test_rows_that_come_later_are_covered_too(window: MainWindow, ada: int, settle: Settle) -> None:
    window.open_customer(ada)
    settle()
    counter_mode.mode().set_on(True)
    contacts = page_of(window).detail.ui.form.ui.contacts_edit

    contacts.set_value((*contacts.value(), ContactPoint(ContactKind.WECHAT, "zqmail-2")))
    settle()

    veil = contacts.findChild(Veil)
    assert veil.geometry() == contacts.rect()
    assert contacts.childAt(QPoint(60, contacts.height() - 20)) is veil
    page_of(window).detail.discard()


def test_a_short_press_switches_and_a_long_one_lets_go() -> None:
    clock = {"now": 0.0}
    mode = CounterMode(lambda: clock["now"])
    release = lambda: QTest.sendKeyEvent(  # noqa: E731
        QTest.KeyAction.Release, QWidget(), Qt.Key.Key_F9, "", Qt.KeyboardModifier.NoModifier
    )

    mode.press()
    clock["now"] = 0.1
    release()
    after_tap = mode.on
    mode.press()
    after_second_tap = mode.on
    mode.press()
    clock["now"] = 5.0
    while_held = mode.on
    release()

    assert (after_tap, after_second_tap, while_held, mode.on) == (True, False, True, False)


def test_the_state_is_shown_and_ends_by_button(window: MainWindow, qtbot: QtBot) -> None:
    strip, button = window._counter_bar.strip, window.ui.counter_button
    before = (strip.isVisible(), button.isChecked())

    button.click()
    during = (strip.isVisible(), button.isChecked(), "hidden" in strip.text_label.text())
    strip.show_button.click()

    assert before == (False, False)
    assert during == (True, True, True)
    assert (strip.isVisible(), button.isChecked(), counter_mode.is_on()) == (False, False, False)


def test_the_key_works_in_a_dialog(window: MainWindow, desk: Desk, ada: int, qtbot: QtBot) -> None:
    (due, *_) = desk.office.timeline.follow_ups(date(2026, 12, 31), by=desk.user)
    dialog = LogCallDialog(desk, due, window)
    with qtbot.waitExposed(dialog):
        dialog.open()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    before = found_in(dialog)

    QTest.keyClick(dialog, Qt.Key.Key_F9)
    during = found_in(dialog)
    QTest.keyClick(dialog, Qt.Key.Key_F9)

    assert (before, during, found_in(dialog)) == (["78781234"], [], ["78781234"])
    dialog.close()


def test_nothing_is_copied_or_exported_meanwhile(
    window: MainWindow, desk: Desk, ada: int, notices: object, settle: Settle
) -> None:
    window.open_customer(ada)
    settle()
    counter_mode.mode().set_on(True)
    QGuiApplication.clipboard().setText("before")
    menu = page_of(window).detail.menu

    menu.fill()
    copies = [
        action for action in menu.menu.actions() if "number" in action.text() or "mail" in action.text()
    ]
    desk.routes.export_requested.emit()
    settle()

    assert [action.isEnabled() for action in copies] == [True, False, False]
    assert QApplication.activeModalWidget() is None
    assert QGuiApplication.clipboard().text() == "before"


def test_tool_tips_of_covered_fields_say_only_that_they_are_covered(
    window: MainWindow, ada: int, settle: Settle
) -> None:
    window.open_customer(ada)
    settle()
    counter_mode.mode().set_on(True)
    veils = [each for each in window.findChildren(Veil) if each.isVisible()]

    assert veils
    assert {each.toolTip() for each in veils} == {"Hidden in counter mode. F9 shows it again."}
    assert all(each.event(QEvent(QEvent.Type.ToolTip)) is not None for each in veils)


def test_the_key_does_nothing_while_locked(window: MainWindow, settle: Settle) -> None:
    window.lock_keeper.lock()
    settle()

    QTest.keyClick(window, Qt.Key.Key_F9)

    assert not counter_mode.is_on()
    assert not window.actions_table[ActionId.COUNTER].isEnabled()


def test_empty_values_stay_empty_and_names_stay(desk: Desk) -> None:
    counter_mode.mode().set_on(True)

    assert counter_mode.covered("") == ""
    assert counter_mode.covered("1") == counter_mode.covered("138 0013 8000")
    assert Customer("Ada").name == "Ada"
