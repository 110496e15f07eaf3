"""The satisfaction page's scores in words, groups and trend lines."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from PySide6.QtCore import QCoreApplication

from cims_desktop.analytics.comparison import is_small
from cims_desktop.charts.score_trend import ScoreTrend
from cims_desktop.domain.dates import Month, add_months
from cims_desktop.domain.figures import MetricOverview
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui.format import MINUS, month, number, signed
from cims_desktop.gui.pages.dashboard_figures import DASH
from cims_desktop.gui.widgets.chart_canvas import Reading, Shown
from cims_desktop.gui.widgets.metric_card import Part
from cims_desktop.gui.words import metric_word

EARLIEST = date(2000, 1, 1)

# Scores that count as good and as middling; what is below them is bad.
_GROUPS = {
    Metric.NPS: (frozenset({9, 10}), frozenset({7, 8})),
    Metric.CSAT: (frozenset({4, 5}), frozenset({3})),
    Metric.CES: (frozenset({6, 7}), frozenset({4, 5})),
}
_SCALES = {
    Metric.NPS: (-100.0, 100.0, (-100.0, -50.0, 0.0, 50.0, 100.0)),
    Metric.CSAT: (1.0, 5.0, (1.0, 2.0, 3.0, 4.0, 5.0)),
    Metric.CES: (1.0, 7.0, (1.0, 3.0, 5.0, 7.0)),
}


class Period(Enum):
    """Which answers are looked at."""

    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"


@dataclass(frozen=True)
class ScoreWords:
    """What a metric's card says."""

    title: str
    value: str
    note: str
    warning: str
    help: str
    parts: tuple[Part, ...]


def period_start(period: Period, today: date) -> date:
    """The first day of a period that ends today: 90 days, twelve months, or everything."""
    match period:
        case Period.QUARTER:
            return today - timedelta(days=89)
        case Period.YEAR:
            return add_months(today, -12) + timedelta(days=1)
        case Period.ALL:
            return EARLIEST


def score_text(metric: Metric, score: float | None) -> str:
    """NPS in signed points, the means with one decimal and their scale."""
    if score is None:
        return DASH
    if metric is Metric.NPS:
        return signed(round(score), 0)
    return f"{number(score, 1)} / {5 if metric is Metric.CSAT else 7}"


def score_words(overview: MetricOverview, replies: str) -> ScoreWords:
    """A metric of the period: score, how many answers (in the words of `replies`), and whether they are too few."""
    few = bool(overview.replies) and is_small(overview.replies)
    return ScoreWords(
        title=metric_word(overview.metric),
        value=score_text(overview.metric, overview.score),
        note=replies,
        warning=QCoreApplication.translate("satisfaction", "Few answers") if few else "",
        help=_help(overview.metric, few=few),
        parts=group_parts(overview),
    )


def group_parts(overview: MetricOverview) -> tuple[Part, ...]:
    """The shares of good, middling and bad answers, under the metric's own names."""
    if not overview.replies:
        return ()
    good, middling = _GROUPS[overview.metric]
    counts = dict(overview.counts)
    sums = [
        sum(count for score, count in counts.items() if score in good),
        sum(count for score, count in counts.items() if score in middling),
    ]
    sums.append(overview.replies - sum(sums))
    colours = ("d1", "d3", "d4")
    return tuple(
        Part(name, count / overview.replies, colour)
        for name, count, colour in zip(_group_names(overview.metric), sums, colours, strict=True)
    )


def trend_chart(overview: MetricOverview) -> Shown:
    """The metric month by month; months before the first answer are left out."""
    months = _from_first_answer(overview.by_month)
    low, high, ticks = _SCALES[overview.metric]
    chart = ScoreTrend(
        labels=tuple(month(one) for one, _score, _replies in months),
        values=tuple(score for _month, score, _replies in months),
        weak=tuple(is_small(replies) for _month, _score, replies in months),
        tick=lambda value: f"{value:g}".replace("-", MINUS),
        low=low,
        high=high,
        ticks=ticks,
    )
    readings = tuple(
        Reading(month(one), (score_text(overview.metric, score), number(replies)))
        for one, score, replies in months
    )
    headers = (
        QCoreApplication.translate("satisfaction", "Month"),
        QCoreApplication.translate("satisfaction", "Score"),
        QCoreApplication.translate("satisfaction", "Answers"),
    )
    return Shown(metric_word(overview.metric), chart, readings, headers)


def _from_first_answer(
    by_month: Sequence[tuple[Month, float | None, int]],
) -> Sequence[tuple[Month, float | None, int]]:
    first = next(
        (index for index, (_month, _score, replies) in enumerate(by_month) if replies), len(by_month)
    )
    return by_month[first:]


def _group_names(metric: Metric) -> tuple[str, str, str]:
    match metric:
        case Metric.NPS:
            return (
                QCoreApplication.translate("satisfaction", "Promoters"),
                QCoreApplication.translate("satisfaction", "Passives"),
                QCoreApplication.translate("satisfaction", "Detractors"),
            )
        case Metric.CSAT:
            return (
                QCoreApplication.translate("satisfaction", "Satisfied"),
                QCoreApplication.translate("satisfaction", "Neutral"),
                QCoreApplication.translate("satisfaction", "Unhappy"),
            )
        case Metric.CES:
            return (
                QCoreApplication.translate("satisfaction", "Easy"),
                QCoreApplication.translate("satisfaction", "So-so"),
                QCoreApplication.translate("satisfaction", "Hard"),
            )


def _help(metric: Metric, *, few: bool) -> str:
    match metric:
        case Metric.NPS:
            text = QCoreApplication.translate(
                "satisfaction",
                "Net Promoter Score: the share who answered 9 or 10 less the share who answered 0 to 6, in points "
                "from −100 to 100.",
            )
        case Metric.CSAT:
            text = QCoreApplication.translate(
                "satisfaction", "Customer satisfaction: the mean of the scores 1 to 5."
            )
        case Metric.CES:
            text = QCoreApplication.translate(
                "satisfaction", "Customer effort: the mean of the scores 1 to 7; higher is easier."
            )
    if few:
        text += "\n" + QCoreApplication.translate(
            "satisfaction",
            "Fewer than 30 answers: chance moves this figure by more than most changes you would act on.",
        )
    return text
