"""How busy each day is: the week, the festivals, the sales days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.plan import DemoPlan

if TYPE_CHECKING:
    from cims_desktop.services.demo.draws import Floats

# Month and day of the Chinese New Year, from the astronomical calendar.
_NEW_YEARS: Final = {
    2018: (2, 16), 2019: (2, 5), 2020: (1, 25), 2021: (2, 12), 2022: (2, 1), 2023: (1, 22),
    2024: (2, 10), 2025: (1, 29), 2026: (2, 17), 2027: (2, 6), 2028: (1, 26), 2029: (2, 13),
    2030: (2, 3), 2031: (1, 23), 2032: (2, 11), 2033: (1, 31), 2034: (2, 19), 2035: (2, 8),
    2036: (1, 28), 2037: (2, 15), 2038: (2, 4), 2039: (1, 24), 2040: (2, 12),
}  # fmt: skip
_WEEK: Final = (0.88, 0.86, 0.92, 0.97, 1.12, 1.28, 0.97)
_MONTHS: Final = (0.98, 0.9, 0.98, 1.0, 1.03, 1.04, 0.96, 0.93, 1.01, 1.05, 1.1, 1.08)
_OPENS, _CLOSES = 570, 1200


def new_year(year: int) -> date:
    """The Chinese New Year's day; 5 February for years beyond the table."""
    return date(year, *_NEW_YEARS.get(year, (2, 5)))


def busyness(day: date, *, closed_sundays: bool = False) -> float:
    """How much is bought on `day`, about 1 on average."""
    if closed_sundays and day.weekday() == 6:
        return 0.0
    return _WEEK[day.weekday()] * _MONTHS[day.month - 1] * _festival(day)


def _festival(day: date) -> float:
    distance = (day - new_year(day.year)).days
    if -24 <= distance <= -4:
        return 1.45
    if -3 <= distance <= 6:
        return 0.3
    if day.month == 6 and day.day <= 18:
        return 2.0 if day.day >= 17 else 1.12
    if day.month == 11 and day.day <= 11:
        return 2.3 if day.day >= 10 else 1.12
    if day.month == 12 and 12 <= day.day <= 24:
        return 1.3
    return 0.6 if day.month == 10 and day.day <= 3 else 1.0


def is_promotion(day: date) -> bool:
    """The days around 18 June and 11 November, when prices are a tenth lower."""
    return (day.month == 6 and 16 <= day.day <= 18) or (day.month == 11 and 9 <= day.day <= 11)


def day_weights(plan: DemoPlan) -> Floats:
    """The weight of each day from 0 to today; today counts for the opening hours that are over."""
    import numpy

    days = [plan.first_day + timedelta(days=number) for number in range(plan.last_day + 1)]
    weights = numpy.array([busyness(day, closed_sundays=plan.closed_sundays) for day in days])
    weights *= 1.0 + 0.09 * Draws(plan.seed, 1).bell(len(days)).clip(-2.5, 2.5)
    weights *= 1.06 ** (numpy.arange(len(days)) / 365.0)
    over = (plan.minute_now - _OPENS) / (_CLOSES - _OPENS)
    weights[-1] *= min(1.0, max(0.0, over))
    return weights
