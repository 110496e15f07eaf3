"""Made-up conversations, follow-ups and answers."""

from __future__ import annotations

from collections import Counter
from datetime import timedelta

import pytest

from cims_desktop.domain.interactions import Interaction, InteractionKind, check_interaction
from cims_desktop.domain.satisfaction import Metric, SurveyResponse, check_response
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.history.population import Habit
from cims_desktop.services.demo.history.surveys import answers, score
from cims_desktop.services.demo.plan import DemoPlan


@pytest.fixture(scope="module")
def talks(made: MadeUpOffice) -> list[Interaction]:
    return [one for month in made.conversations.months() for one in month]


@pytest.fixture(scope="module")
def replies(made: MadeUpOffice) -> list[SurveyResponse]:
    return [one for batch in made.sales.months() for one in answers(made.population, batch)]


def test_conversations_are_valid_filled_in_and_in_the_customer_s_language(
    talks: list[Interaction], made: MadeUpOffice
) -> None:
    chinese = made.population.chinese.tolist()

    assert 6000 < len(talks) < 9000
    for one in talks:
        assert check_interaction(one) == ()
        assert one.text
        assert "{" not in one.text
        assert any("\u4e00" <= letter <= "\u9fff" for letter in one.text) == chinese[one.customer_id - 1]


def test_conversations_are_varied(talks: list[Interaction]) -> None:
    texts = Counter(one.text for one in talks)

    assert {one.kind for one in talks} == set(InteractionKind)
    assert len(texts) > 1000
    assert {one.by_id for one in talks} == {1, 2}


def test_follow_ups_lie_around_today_and_some_are_overdue(made: MadeUpOffice, plan: DemoPlan) -> None:
    planned = [due - plan.last_day for _said, due in made.conversations.follow_ups.planned.values()]

    assert 60 <= len(planned) <= 150
    assert any(days < 0 for days in planned)
    assert any(days == 0 for days in planned)
    assert any(days > 1 for days in planned)
    assert all(-7 <= days <= 30 for days in planned)


def test_the_newest_conversation_of_a_follow_up_says_what_it_is_about(
    talks: list[Interaction], made: MadeUpOffice, plan: DemoPlan
) -> None:
    newest = {}
    for one in sorted(talks, key=lambda one: one.occurred_at):
        newest[one.customer_id] = one

    for index, (_said, due) in made.conversations.follow_ups.planned.items():
        assert newest[index + 1].next_contact == plan.day(due)


def test_nobody_is_talked_to_before_joining(talks: list[Interaction], made: MadeUpOffice) -> None:
    joined = made.population.joined.tolist()

    for one in talks:
        assert one.occurred_at >= made.plan.instant(joined[one.customer_id - 1], 0)


def test_answers_are_valid_and_follow_their_purchase(replies: list[SurveyResponse], plan: DemoPlan) -> None:
    assert 1200 < len(replies) < 2000
    assert {one.metric for one in replies} == set(Metric)
    for one in replies:
        assert check_response(one) == ()
        assert one.purchase_id is not None
        assert one.answered_at <= plan.now


def test_loyal_customers_are_happier_than_lapsing_ones(
    replies: list[SurveyResponse], made: MadeUpOffice
) -> None:
    habit = made.population.habit.tolist()

    def mean(which: Habit) -> float:
        scores = [
            one.score for one in replies if one.metric is Metric.CSAT and habit[one.customer_id - 1] == which
        ]
        return sum(scores) / len(scores)

    assert mean(Habit.LOYAL) > mean(Habit.LAPSING) + 0.4


def test_comments_have_the_tone_of_the_score(replies: list[SurveyResponse]) -> None:
    unhappy = [one.comment for one in replies if one.metric is Metric.CSAT and one.score <= 2 and one.comment]
    happy = [one.comment for one in replies if one.metric is Metric.CSAT and one.score == 5 and one.comment]

    assert unhappy
    assert not set(unhappy) & set(happy)


@pytest.mark.parametrize(
    ("metric", "mood", "expected"),
    [
        (Metric.CSAT, 5.6, 5),
        (Metric.CSAT, 0.2, 1),
        (Metric.NPS, 5.0, 10),
        (Metric.NPS, 3.0, 5),
        (Metric.CES, 1.0, 1),
        (Metric.CES, 5.0, 7),
    ],
)
def test_a_mood_becomes_a_score_within_the_metric_s_range(metric: Metric, mood: float, expected: int) -> None:
    assert score(metric, mood) == expected


def test_the_last_day_is_full_of_life(talks: list[Interaction], plan: DemoPlan) -> None:
    assert any(plan.now - one.occurred_at < timedelta(days=2) for one in talks)
