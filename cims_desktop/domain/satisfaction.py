"""Satisfaction scores: NPS 0–10, CSAT 1–5, CES 1–7, with their usual reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from cims_desktop.domain.errors import Problem

LONGEST_COMMENT = 100_000


class Metric(StrEnum):
    """Which question was answered."""

    NPS = "nps"
    CSAT = "csat"
    CES = "ces"


RANGES = {Metric.NPS: (0, 10), Metric.CSAT: (1, 5), Metric.CES: (1, 7)}
"""Lowest and highest score of each metric."""


@dataclass(frozen=True)
class SurveyResponse:
    """One answer of one customer; history, never overwritten. `answered_at` is UTC."""

    customer_id: int
    metric: Metric
    score: int
    answered_at: datetime
    comment: str = ""
    channel: str = ""
    by_id: int | None = None
    purchase_id: int | None = None
    id: int | None = None


def check_response(response: SurveyResponse) -> tuple[Problem, ...]:
    """What forbids saving it."""
    low, high = RANGES[response.metric]
    problems = []
    if not low <= response.score <= high:
        problems.append(Problem("score", "out_of_range", str(response.score), {"low": low, "high": high}))
    if len(response.comment) > LONGEST_COMMENT:
        problems.append(Problem("comment", "too_long", "", {"limit": LONGEST_COMMENT}))
    return tuple(problems)


def nps_group(score: int) -> str:
    """Promoter (9–10), passive (7–8) or detractor (0–6)."""
    return "promoter" if score >= 9 else "passive" if score >= 7 else "detractor"
