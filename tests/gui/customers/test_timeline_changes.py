"""An entry of the timeline is opened with Enter, changed and saved; what is not changed stays as it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cims_desktop.domain.interactions import Direction, Interaction, InteractionKind
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers.timeline_tab import TimelineTab
from tests.offices import NOON, add_customer, make_purchase

Settle = Callable[[], None]


@pytest.fixture
def customer_id(desk: Desk) -> int:
    return add_customer(desk.office, "Ada")


@pytest.fixture
def tab(desk: Desk, customer_id: int, qtbot: QtBot) -> TimelineTab:
    made = TimelineTab()
    qtbot.addWidget(made)
    made.start(desk)
    with qtbot.waitExposed(made):
        made.show()
    return made


def recorded(desk: Desk, customer_id: int, **more: object) -> Interaction:
    given = {"text": "Asked for tea", "outcome": "Offer sent"} | more
    call = Interaction(customer_id, InteractionKind.CALL, NOON, **given)
    (record,) = desk.office.timeline.record(call, by=desk.user).interactions
    return desk.office.timeline.get(record, by=desk.user)


def opened(tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle) -> None:
    tab.show_customer(customer_id)
    settle()
    tab.ui.entries_list.setFocus()
    tab.ui.entries_list.setCurrentIndex(tab.ui.entries_list.rows.index(0))
    qtbot.keyClick(tab.ui.entries_list, Qt.Key.Key_Return)
    settle()


def test_enter_opens_an_entry_and_enter_saves_it(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    before = recorded(desk, customer_id)
    opened(tab, customer_id, qtbot, settle)
    form = tab.ui.quick_entry.ui
    filled = (form.text_edit.text(), form.outcome_edit.text(), form.kind_label.text())

    qtbot.keyClicks(form.text_edit, ", black")
    form.day_edit.set_value(date(2026, 11, 19))
    qtbot.keyClick(form.text_edit, Qt.Key.Key_Return)
    settle()

    assert filled == ("Asked for tea", "Offer sent", "Change: Phone call")
    after = desk.office.timeline.get(before.id or 0, by=desk.user)
    assert after == replace(
        before, text="Asked for tea, black", occurred_at=NOON - timedelta(days=2), version=before.version + 1
    )
    assert not tab.ui.quick_entry.isVisible()
    assert tab.ui.entries_list.rows.rowCount() == 1


def test_what_the_form_cannot_show_is_kept(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    before = recorded(desk, customer_id, text="two\nlines " + "x" * 40_000, direction=Direction.NONE)
    opened(tab, customer_id, qtbot, settle)

    qtbot.keyClicks(tab.ui.quick_entry.ui.outcome_edit, "!")
    qtbot.keyClick(tab.ui.quick_entry.ui.outcome_edit, Qt.Key.Key_Return)
    settle()

    after = desk.office.timeline.get(before.id or 0, by=desk.user)
    assert after == replace(before, outcome="Offer sent!", version=before.version + 1)


def test_a_plan_made_since_is_not_undone(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    recorded(desk, customer_id, next_contact=date(2026, 12, 1))
    desk.office.timeline.plan(customer_id, date(2027, 1, 15), by=desk.user)
    opened(tab, customer_id, qtbot, settle)

    qtbot.keyClicks(tab.ui.quick_entry.ui.text_edit, "!")
    qtbot.keyClick(tab.ui.quick_entry.ui.text_edit, Qt.Key.Key_Return)
    settle()

    summary = desk.office.customers.get(customer_id, by=desk.user).summary
    assert summary.next_contact == date(2027, 1, 15)


def test_escape_gives_up_and_the_next_note_is_a_new_one(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    recorded(desk, customer_id)
    opened(tab, customer_id, qtbot, settle)
    qtbot.keyClick(tab.ui.quick_entry.ui.text_edit, Qt.Key.Key_Escape)

    qtbot.keyClick(tab.ui.entries_list, Qt.Key.Key_N)
    qtbot.keyClicks(tab.ui.quick_entry.ui.text_edit, "A new note")
    qtbot.keyClick(tab.ui.quick_entry.ui.text_edit, Qt.Key.Key_Return)
    settle()

    texts = {entry.text for entry in desk.office.timeline.entries(customer_id, by=desk.user)}
    assert texts == {"Asked for tea", "A new note"}


def test_typed_words_are_not_lost_to_another_entry(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    recorded(desk, customer_id)
    tab.show_customer(customer_id)
    settle()
    tab.begin(InteractionKind.NOTE)
    qtbot.keyClicks(tab.ui.quick_entry.ui.text_edit, "Half a note")

    tab.ui.entries_list.setCurrentIndex(tab.ui.entries_list.rows.index(0))
    qtbot.keyClick(tab.ui.entries_list, Qt.Key.Key_Return)
    settle()

    assert tab.ui.quick_entry.ui.text_edit.text() == "Half a note"


def test_enter_on_a_purchase_still_opens_the_row(
    desk: Desk, tab: TimelineTab, customer_id: int, qtbot: QtBot, settle: Settle
) -> None:
    desk.office.purchases.record(make_purchase(customer_id), by=desk.user)
    opened(tab, customer_id, qtbot, settle)

    assert not tab.ui.quick_entry.isVisible()
    assert tab.ui.entries_list.rows._opened is not None
