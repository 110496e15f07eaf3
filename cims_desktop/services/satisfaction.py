"""Satisfaction scores: recording one, a customer's history, and the office's overview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Invalid
from cims_desktop.domain.figures import MetricOverview, SatisfactionOverview
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.satisfaction import Metric, SurveyResponse, check_response, nps_group
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.reach import require_changeable, require_reach
from cims_desktop.storage import opinions


class Satisfaction:
    """Use cases of the Satisfaction tab and page."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def of_customer(self, customer_id: int, *, by: User) -> tuple[SurveyResponse, ...]:
        """A customer's answers, newest first."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            return opinions.responses_of(connection, customer_id)

    @requires(Permission.RECORD_HISTORY)
    def record(self, response: SurveyResponse, *, by: User) -> Changes:
        """Stores an answer; answers are history and never overwritten. Raises Invalid."""
        if problems := check_response(response):
            raise Invalid(problems)
        mine = replace(response, by_id=by.id)
        with self._acting.act(ActKind.RECORD, by=by) as act:
            require_changeable(act.connection, Permission.RECORD_HISTORY, mine.customer_id, by=by)
            record = opinions.insert_response(act.connection, mine, act.now)
            act.about("survey_response", record, mine.customer_id, what=f"{mine.metric.value}:{mine.score}")
            act.made("survey_response", record, mine)
        return Changes(customers=frozenset({mine.customer_id}), responses=frozenset({record}), act=act.id)

    @requires(Permission.VIEW_REPORTS)
    def overview(self, since: date, until: date, *, by: User) -> SatisfactionOverview:
        """NPS, CSAT and CES of the office days since..until, by month, and the newest answers."""
        months = [Month.of(since)]
        while months[-1] < Month.of(until):
            months.append(months[-1].plus(1))
        days = [since, *(month.first_day for month in months[1:]), until + timedelta(days=1)]
        bounds = [opinions.day_start(day, self._acting.time_zone) for day in days]
        with self._acting.read() as connection:
            counts = opinions.score_counts_between(connection, bounds)
            newest = opinions.newest_responses(connection, bounds[0], 200)
        metrics = tuple(
            _overview(
                metric, [(month, counts.get((metric, index), {})) for index, month in enumerate(months)]
            )
            for metric in Metric
        )
        return SatisfactionOverview(since, until, metrics, newest)


def _overview(metric: Metric, months: list[tuple[Month, dict[int, int]]]) -> MetricOverview:
    whole: Counter[int] = Counter()
    for _month, counts in months:
        whole.update(counts)
    by_month = tuple((month, score_of(metric, counts), sum(counts.values())) for month, counts in months)
    return MetricOverview(
        metric, whole.total(), score_of(metric, whole), tuple(sorted(whole.items())), by_month
    )


def score_of(metric: Metric, counts: Mapping[int, int]) -> float | None:
    """The metric's usual figure: NPS is promoters less detractors in points (−100..100), else the mean."""
    total = sum(counts.values())
    if not total:
        return None
    if metric is Metric.NPS:
        groups = {"promoter": 0, "passive": 0, "detractor": 0}
        for score, n in counts.items():
            groups[nps_group(score)] += n
        return 100 * (groups["promoter"] - groups["detractor"]) / total
    return sum(score * n for score, n in counts.items()) / total
