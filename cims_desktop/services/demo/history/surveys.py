"""Answers to the satisfaction questions, after some of the purchases and in the mood of the customer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cims_desktop.domain.satisfaction import RANGES, Metric, SurveyResponse
from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.population import Population
from cims_desktop.services.demo.history.sales import MonthBatch
from cims_desktop.services.demo.lists import chinese_texts, english_texts

_METRICS: Final = (Metric.CSAT, Metric.NPS, Metric.CES)
_METRIC_SHARES: Final = (0.6, 0.27, 0.13)
_REFUND_ANGER: Final = 1.3
_BAD_DAY: Final = 2.2
_SURVEY_STREAM: Final = 5


def answers(population: Population, batch: MonthBatch) -> Iterator[SurveyResponse]:
    """What customers said about the batch's purchases, from some minutes to five days after."""
    import numpy

    plan = population.plan
    draws = Draws(plan.seed, _SURVEY_STREAM, batch.month)
    asked = numpy.flatnonzero((draws.uniform(len(batch)) < plan.answers) & (batch.refund_of == 0))
    customer = batch.customer[asked]
    mood = population.mood[customer] + 0.75 * draws.bell(len(asked)) - _REFUND_ANGER * batch.refunded[asked]
    mood = mood - _BAD_DAY * (draws.uniform(len(asked)) < 0.05)
    metric = draws.weighted(_METRIC_SHARES, len(asked))
    day = batch.day[asked] + draws.below(6, len(asked))
    second = batch.second[asked] + 300 + draws.below(1500, len(asked))
    rows = zip(
        asked.tolist(),
        customer.tolist(),
        mood.tolist(),
        metric.tolist(),
        day.tolist(),
        second.tolist(),
        strict=True,
    )
    for row, who, feeling, which, on_day, at_second in rows:
        if on_day > plan.last_day or (on_day == plan.last_day and at_second >= plan.minute_now * 60):
            continue
        yield SurveyResponse(
            customer_id=who + 1,
            metric=_METRICS[which],
            score=score(_METRICS[which], feeling),
            answered_at=plan.instant(on_day, at_second),
            comment=_comment(draws, feeling, chinese=bool(population.chinese[who])),
            channel=draws.pick(("wechat", "email", "shop", "phone")),
            purchase_id=batch.first_id + row,
        )


def score(metric: Metric, mood: float) -> int:
    """The score that somebody with this mood (1..5, a little beyond at both ends) gives."""
    low, high = RANGES[metric]
    value = low + (mood - 1.0) / 4.0 * (high - low)
    return max(low, min(high, int(value + 0.5)))


def _comment(draws: Draws, mood: float, *, chinese: bool) -> str:
    if not draws.chance(0.35 if mood > 3.4 else 0.6):
        return ""
    tone = "good" if mood > 4.1 else "middle" if mood > 3.1 else "bad"
    texts = chinese_texts.COMMENTS if chinese else english_texts.COMMENTS
    return draws.pick(texts[tone])
