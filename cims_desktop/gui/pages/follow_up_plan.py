"""Ready-made days for the next contact."""

from __future__ import annotations

from datetime import date, timedelta
from enum import Enum

from cims_desktop.domain.dates import add_months

LAST_DAY = date(9999, 12, 31)
"""Later than any plan."""


class Step(Enum):
    """How far from today the next contact is put."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"


def step_day(today: date, step: Step) -> date:
    """Tomorrow, the same weekday next week, or the same day next month (its last day when that is shorter)."""
    match step:
        case Step.DAY:
            return today + timedelta(days=1)
        case Step.WEEK:
            return today + timedelta(days=7)
        case Step.MONTH:
            return add_months(today, 1)
