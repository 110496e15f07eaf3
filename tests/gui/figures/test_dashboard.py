"""The dashboard on a real office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.domain.dates import add_months
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.dashboard import DashboardPage
from tests.gui.figures.conftest import Writer

Settle = Callable[[], None]


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DashboardPage:
    made = DashboardPage(desk)
    qtbot.addWidget(made)
    made.resize(1204, 842)
    return made


def shown(page: DashboardPage, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitExposed(page):
        page.show()
    settle()


def test_a_new_office_says_what_to_do_first(page: DashboardPage, qtbot: QtBot, settle: Settle) -> None:
    shown(page, qtbot, settle)

    assert page.ui.no_sales_state.isVisible()
    assert not page.ui.sales_chart.isVisible()
    assert page.ui.satisfaction_card.value_label.text() == "—"
    assert "No answers in the last 90 days" in page.ui.satisfaction_card.accessibleName()
    assert "No purchases yet" in page.ui.active_card.accessibleName()
    assert page.ui.follow_ups_empty_state.isVisible()


def test_the_empty_states_lead_on(page: DashboardPage, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    shown(page, qtbot, settle)

    with qtbot.waitSignal(page.import_wanted), qtbot.waitSignal(desk.routes.import_requested):
        page.ui.no_sales_state.other_button.click()
    with qtbot.waitSignal(desk.routes.page_requested) as went:
        page.ui.no_sales_state.act_button.click()

    assert went.args == ["customers"]


def test_sales_of_the_month_are_the_sum_of_its_purchases(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.purchase(ada, desk.today(), 120_000)
    write.purchase(ada, desk.today(), 3_050)
    shown(page, qtbot, settle)

    assert page.ui.sales_card.value_label.text() == "€1,231"
    assert "€1,230.50 (purchases: 2)" in page.ui.sales_card.toolTip()
    assert page.ui.total_label.text() == "€1,231 in total"


def test_other_currencies_are_named_and_not_summed(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.purchase(ada, desk.today(), 100_00)
    write.purchase(ada, desk.today(), 999_00, "USD")
    shown(page, qtbot, settle)

    assert page.ui.sales_card.value_label.text() == "€100"
    assert "USD" in page.ui.currencies_label.text()
    assert page.ui.currencies_label.isVisible()


def test_a_change_is_told_against_the_same_days_of_last_month(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.purchase(ada, add_months(desk.today(), -1).replace(day=1), 100_00)
    write.purchase(ada, desk.today().replace(day=1), 150_00)
    shown(page, qtbot, settle)

    assert "+50.0% vs same days last month" in page.ui.sales_card.accessibleName()


def test_imported_years_old_purchases_are_charted_up_to_the_newest(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.purchase(ada, desk.today().replace(year=1998, month=6, day=3), 77_00)
    shown(page, qtbot, settle)

    assert page.ui.sales_chart.isVisible()
    assert page.ui.total_label.text() == "€77 in total, up to June 1998: no purchase is newer"
    assert page.ui.sales_card.value_label.text() == "€0"
    assert "No purchases in these months" in page.ui.sales_card.accessibleName()
    assert "No purchases in the last 365 days" in page.ui.active_card.accessibleName()


def test_a_recorded_purchase_appears_without_asking(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    shown(page, qtbot, settle)

    write.purchase(ada, desk.today(), 42_00)
    desk.publish(write.office.timeline.plan(ada, desk.today(), by=write.by))

    qtbot.waitUntil(lambda: page.ui.sales_card.value_label.text() == "€42")
    settle()
    assert page.ui.follow_ups_title_label.text() == "Follow-ups due · 1"


def test_a_hidden_page_reloads_when_it_is_shown_again(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    shown(page, qtbot, settle)
    page.hide()
    ada = write.customer("Ada")
    desk.publish(write.office.timeline.plan(ada, desk.today(), by=write.by))

    shown(page, qtbot, settle)

    assert page.ui.follow_ups_list.isVisible()


def test_a_click_on_a_follow_up_opens_the_customer(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada", next_contact=desk.today())
    shown(page, qtbot, settle)
    view = page.ui.follow_ups_list
    place = view.visualRect(view.model().index(0, 0)).center()

    with qtbot.waitSignal(desk.routes.customer_requested) as opened:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert opened.args == [ada]


def test_the_space_key_opens_as_well(
    page: DashboardPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada", next_contact=desk.today())
    shown(page, qtbot, settle)
    view = page.ui.follow_ups_list
    view.setCurrentIndex(view.model().index(0, 0))

    with qtbot.waitSignal(desk.routes.customer_requested) as opened:
        qtbot.keyClick(view, Qt.Key.Key_Space)

    assert opened.args == [ada]


def test_the_range_is_kept_for_the_next_time(
    page: DashboardPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    shown(page, qtbot, settle)

    page.ui.year_button.click()
    settle()
    again = DashboardPage(desk)
    qtbot.addWidget(again)

    assert again.months() == 12
    settle()


def test_the_split_counts_the_answers_of_the_last_ninety_days(
    page: DashboardPage, write: Writer, qtbot: QtBot, settle: Settle
) -> None:
    ada, now = write.customer("Ada"), datetime.now(UTC)
    for score in (5, 5, 4, 1):
        write.answer(ada, Metric.CSAT, score, now - timedelta(days=10))
    write.answer(ada, Metric.CSAT, 1, now - timedelta(days=200))
    shown(page, qtbot, settle)

    assert page.ui.satisfaction_card.value_label.text() == "3.8 / 5"
    assert "Very satisfied 50%" in page.ui.satisfaction_donut.accessibleName()
    assert "Unhappy 25%" in page.ui.satisfaction_donut.accessibleName()


@pytest.mark.parametrize(("width", "columns"), [(1204, 4), (788, 2)])
def test_cards_wrap_on_a_narrow_page(
    width: int, columns: int, page: DashboardPage, qtbot: QtBot, settle: Settle
) -> None:
    page.resize(width, 700)
    shown(page, qtbot, settle)
    cards = (page.ui.active_card, page.ui.sales_card, page.ui.satisfaction_card, page.ui.repeat_card)

    assert len({card.x() for card in cards}) == columns
    assert page.ui.scroll_body.width() <= page.width()


def test_language_and_theme_switch_while_it_is_shown(
    page: DashboardPage, write: Writer, desk: Desk, qapp: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.purchase(ada, desk.today(), 12_345_600)
    shown(page, qtbot, settle)

    translation.set_language("zh_CN")
    theme.apply(qapp, "dark")
    qtbot.waitUntil(lambda: page.ui.sales_chart.canvas is not None)

    assert page.ui.sales_card.value_label.text() == "€123,456"
    assert page.grab().toImage().pixelColor(3, 3).name().upper() == theme.tokens().bg
