"""The satisfaction page on a real office."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from cims_desktop.domain.dates import Month
from cims_desktop.domain.figures import MetricOverview
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui.delegates.two_line import FACE_ROLE
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.satisfaction import SatisfactionPage
from cims_desktop.gui.pages.satisfaction_figures import (
    Period,
    group_parts,
    period_start,
    score_text,
    score_words,
    trend_chart,
)
from tests.gui.figures.conftest import Writer
from tests.offices import NOON, TODAY

Settle = Callable[[], None]


def overview(metric: Metric, counts: dict[int, int], score: float | None) -> MetricOverview:
    return MetricOverview(metric, sum(counts.values()), score, tuple(counts.items()), ())


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SatisfactionPage:
    made = SatisfactionPage(desk)
    qtbot.addWidget(made)
    made.resize(1204, 842)
    return made


def shown(page: SatisfactionPage, qtbot: QtBot, settle: Settle) -> None:
    with qtbot.waitExposed(page):
        page.show()
    settle()


def faces(page: SatisfactionPage) -> list[tuple[str, str]]:
    model = page.ui.comments_list.model()
    rows = [model.index(row, 0).data(FACE_ROLE) for row in range(model.rowCount())]
    return [(face.title, face.chip_text) for face in rows]


def days_ago(days: int) -> datetime:
    return NOON - timedelta(days=days)


def test_periods_hold_as_many_days_as_they_say() -> None:
    assert (TODAY - period_start(Period.QUARTER, TODAY)).days + 1 == 90
    assert period_start(Period.YEAR, date(2026, 11, 21)) == date(2025, 11, 22)
    assert period_start(Period.ALL, TODAY).year <= 2000


@pytest.mark.parametrize(
    ("metric", "score", "text"),
    [
        (Metric.NPS, 46.2, "+46"), (Metric.NPS, -12.0, "−12"), (Metric.NPS, 0.0, "0"), (Metric.CSAT, 4.25, "4.3 / 5"),
        (Metric.CES, 6.0, "6.0 / 7"), (Metric.CSAT, None, "—"),
    ],
)  # fmt: skip
def test_scores_read_as_usual(metric: Metric, score: float | None, text: str) -> None:
    assert score_text(metric, score) == text


def test_groups_of_answers_make_the_whole() -> None:
    parts = group_parts(overview(Metric.NPS, {10: 2, 9: 1, 8: 1, 6: 1, 0: 5}, -30))

    assert [(part.name, part.share) for part in parts] == [
        ("Promoters", 0.3), ("Passives", 0.1), ("Detractors", pytest.approx(0.6)),
    ]  # fmt: skip


def test_few_answers_are_marked_and_thirty_are_not() -> None:
    few, enough = (score_words(overview(Metric.CSAT, {5: count}, 5.0), "") for count in (29, 30))

    assert few.warning == "Few answers"
    assert "Fewer than 30 answers" in few.help
    assert enough.warning == ""


def test_the_trend_begins_with_the_first_answer() -> None:
    months = tuple(
        (Month(2026, number), 4.0 if number > 3 else None, 5 if number > 3 else 0) for number in range(1, 7)
    )
    trend = trend_chart(MetricOverview(Metric.CSAT, 15, 4.0, ((4, 15),), months))

    assert [reading.name for reading in trend.readings] == ["Apr 26", "May 26", "Jun 26"]


def test_an_office_without_answers_says_where_they_come_from(
    page: SatisfactionPage, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    shown(page, qtbot, settle)
    first = page.ui.empty_state.accessibleName()
    page.ui.empty_state.act_button.click()
    settle()

    assert "No answers in this period" in first
    assert "No answers yet" in page.ui.empty_state.accessibleName()
    with qtbot.waitSignal(desk.routes.page_requested):
        page.ui.empty_state.act_button.click()


def test_the_period_decides_which_answers_count(
    page: SatisfactionPage, write: Writer, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    for score, days in ((5, 10), (4, 80), (1, 120), (1, 800)):
        write.answer(ada, Metric.CSAT, score, days_ago(days))
    shown(page, qtbot, settle)
    read = {}
    for button in (page.ui.quarter_button, page.ui.year_button, page.ui.all_button):
        button.click()
        settle()
        read[button.text()] = (page.ui.csat_card.value_label.text(), page.ui.csat_card.note_label.text())

    assert [value for value, _note in read.values()] == ["4.5 / 5", "3.3 / 5", "2.8 / 5"]
    assert [note[0] for _value, note in read.values()] == ["2", "3", "4"]


def test_low_scores_come_first_when_wanted_across_metrics(
    page: SatisfactionPage, write: Writer, qtbot: QtBot, settle: Settle
) -> None:
    ada, bob, eve = (write.customer(name) for name in ("Ada", "Bob", "Eve"))
    write.answer(ada, Metric.CSAT, 4, days_ago(1))
    write.answer(bob, Metric.NPS, 2, days_ago(5), "Too slow")
    write.answer(eve, Metric.CES, 7, days_ago(9))
    shown(page, qtbot, settle)
    newest = faces(page)

    page.ui.low_button.click()
    lowest = faces(page)
    page.ui.words_button.click()

    assert newest == [("Ada", "4 of 5"), ("Bob", "2 of 10"), ("Eve", "7 of 7")]
    assert lowest == [("Bob", "2 of 10"), ("Ada", "4 of 5"), ("Eve", "7 of 7")]
    assert faces(page) == [("Bob", "2 of 10")]


def test_an_answer_opens_its_customer(
    page: SatisfactionPage, write: Writer, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    ada = write.customer("Ada")
    write.answer(ada, Metric.NPS, 9, days_ago(1))
    shown(page, qtbot, settle)

    with qtbot.waitSignal(desk.routes.customer_requested) as opened:
        page.ui.comments_list.activated.emit(page.ui.comments_list.model().index(0, 0))

    assert opened.args == [ada]
