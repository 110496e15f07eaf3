"""The follow-ups page on a real office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QDate, Qt
from pytestqt.qtbot import QtBot

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.gui.delegates.two_line import FACE_ROLE
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.log_call import LogCallDialog
from cims_desktop.gui.dialogs.pick_day import PickDayDialog
from cims_desktop.gui.models.follow_up_model import Due, due
from cims_desktop.gui.pages.follow_up_plan import Step, step_day
from cims_desktop.gui.pages.follow_ups import FollowUpsPage
from tests.gui.conftest import HeardNotices
from tests.gui.figures.conftest import Writer

Settle = Callable[[], None]


@pytest.fixture
def people(write: Writer, desk: Desk) -> dict[str, int]:
    """One customer per segment, and one without a plan."""
    plans = {"Olga": -3, "Tom": 0, "Nina": 1, "Wang": 6, "Lee": 40}
    made = {
        name: write.customer(name, next_contact=desk.today() + timedelta(days=days))
        for name, days in plans.items()
    }
    return made | {"Zoe": write.customer("Zoe")}


@pytest.fixture
def page(people: dict[str, int], desk: Desk, qtbot: QtBot, settle: Settle) -> FollowUpsPage:
    made = FollowUpsPage(desk)
    qtbot.addWidget(made)
    made.resize(1204, 842)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    return made


def test_the_keyboard_goes_on_to_the_list_once_it_is_there(
    people: dict[str, int], desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    made = FollowUpsPage(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    next(iter(made._segments.values())).setFocus()

    settle()

    assert made.focusWidget() is made.ui.follow_ups_list


def names(page: FollowUpsPage) -> list[str]:
    model = page.ui.follow_ups_list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def stored(desk: Desk, customer_id: int) -> date | None:
    customer: Customer = desk.office.customers.get(customer_id, by=desk.user)
    return customer.summary.next_contact


def choose(page: FollowUpsPage, name: str) -> None:
    view = page.ui.follow_ups_list
    view.setCurrentIndex(view.model().index(names(page).index(name), 0))


@pytest.mark.parametrize(
    ("days", "segment"),
    [(-400, Due.OVERDUE), (-1, Due.OVERDUE), (0, Due.TODAY), (1, Due.SOON), (7, Due.SOON), (8, Due.LATER)],
)
def test_a_plan_belongs_to_one_segment(days: int, segment: Due) -> None:
    today = date(2026, 11, 21)

    assert due(today + timedelta(days=days), today) is segment


def test_a_month_from_the_thirty_first_is_the_last_of_the_next() -> None:
    assert step_day(date(2026, 1, 31), Step.MONTH) == date(2026, 2, 28)
    assert step_day(date(2026, 12, 31), Step.DAY) == date(2027, 1, 1)


def test_everybody_with_a_plan_is_listed_the_most_urgent_first(page: FollowUpsPage) -> None:
    assert names(page) == ["Olga", "Tom", "Nina", "Wang", "Lee"]


@pytest.mark.parametrize(
    ("button", "shown"),
    [
        ("overdue_button", ["Olga"]),
        ("today_button", ["Tom"]),
        ("week_button", ["Nina", "Wang"]),
        ("later_button", ["Lee"]),
    ],
)
def test_segments_narrow_the_list(button: str, shown: list[str], page: FollowUpsPage) -> None:
    getattr(page.ui, button).click()

    assert names(page) == shown


def test_segments_count(page: FollowUpsPage) -> None:
    texts = [button.text() for button in page._segments.values()]

    assert texts == ["All  5", "Overdue  1", "Today  1", "Next 7 days  2", "Later  1"]


def test_the_chip_says_when(page: FollowUpsPage) -> None:
    model = page.ui.follow_ups_list.model()

    chips = [model.index(row, 0).data(FACE_ROLE).chip_text for row in range(4)]

    assert chips == ["Overdue", "Today", "Tomorrow", "27 Nov 2026"]


@pytest.mark.parametrize(("key", "days"), [(Qt.Key.Key_1, 1), (Qt.Key.Key_2, 7), (Qt.Key.Key_3, 30)])
def test_one_key_plans_the_next_contact(
    key: Qt.Key,
    days: int,
    page: FollowUpsPage,
    people: dict[str, int],
    desk: Desk,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose(page, "Olga")

    qtbot.keyClick(page.ui.follow_ups_list, key)
    settle()

    assert stored(desk, people["Olga"]) == desk.today() + timedelta(days=days)


def test_done_clears_the_plan_and_undo_brings_it_back(
    page: FollowUpsPage,
    people: dict[str, int],
    desk: Desk,
    notices: HeardNotices,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose(page, "Tom")
    qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: names(page) == ["Olga", "Nina", "Wang", "Lee"])
    settle()
    cleared = stored(desk, people["Tom"])

    assert notices.said == ["Tom: done"]
    assert notices.act is not None
    notices.act()
    qtbot.waitUntil(lambda: "Tom" in names(page))

    assert cleared is None
    assert stored(desk, people["Tom"]) == desk.today()


def test_a_day_is_picked_from_the_calendar(
    page: FollowUpsPage, people: dict[str, int], desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "Lee")
    qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_P)
    dialog = page.findChild(PickDayDialog)
    assert dialog is not None
    dialog.ui.calendar.setSelectedDate(QDate(2027, 2, 3))

    dialog.accept()
    settle()

    assert stored(desk, people["Lee"]) == date(2027, 2, 3)


def test_the_calendar_offers_no_day_that_is_over(page: FollowUpsPage, desk: Desk, qtbot: QtBot) -> None:
    dialog = PickDayDialog(desk.today(), page)

    assert dialog.ui.calendar.minimumDate() == QDate(2026, 11, 21)


def test_enter_opens_the_customer(
    page: FollowUpsPage, people: dict[str, int], desk: Desk, qtbot: QtBot
) -> None:
    choose(page, "Nina")

    with qtbot.waitSignal(desk.routes.customer_requested) as opened:
        qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_Return)

    assert opened.args == [people["Nina"]]


def test_l_logs_a_call_with_the_chosen_customer(
    page: FollowUpsPage,
    people: dict[str, int],
    desk: Desk,
    notices: HeardNotices,
    qtbot: QtBot,
    settle: Settle,
) -> None:
    choose(page, "Olga")
    qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_L)
    dialog = page.findChild(LogCallDialog)
    assert dialog is not None
    qtbot.keyClicks(dialog.ui.quick_entry.ui.text_edit, "Wants the new price list")
    qtbot.keyClick(dialog.ui.quick_entry.ui.text_edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(notices.said))
    settle()

    (entry,) = desk.office.timeline.entries(people["Olga"], by=desk.user)
    assert (entry.interaction, entry.text) == (InteractionKind.CALL, "Wants the new price list")
    assert names(page)[0] == "Olga"


def test_a_given_up_call_is_not_logged(
    page: FollowUpsPage, people: dict[str, int], desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    choose(page, "Olga")
    qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_L)
    dialog = page.findChild(LogCallDialog)
    assert dialog is not None

    dialog.ui.quick_entry.ui.cancel_button.click()
    still_open = dialog.isVisible()
    settle()

    assert not still_open
    assert desk.office.timeline.entries(people["Olga"], by=desk.user) == ()


def test_an_empty_segment_says_so(page: FollowUpsPage, qtbot: QtBot, settle: Settle) -> None:
    page.ui.overdue_button.click()
    qtbot.keyClick(page.ui.follow_ups_list, Qt.Key.Key_D)
    qtbot.waitUntil(lambda: page.ui.stack.currentWidget() is page.ui.empty_page)
    settle()

    assert "Nobody here" in page.ui.empty_state.accessibleName()
    assert not page.ui.done_button.isEnabled()
