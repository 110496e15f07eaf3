"""The customers as columns: who they are, when they came, how long and how often they buy."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import TYPE_CHECKING, Final

from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.seasons import day_weights
from cims_desktop.services.demo.lists.products import CATEGORIES
from cims_desktop.services.demo.plan import TAKEN_OVER_DAYS, DemoPlan

if TYPE_CHECKING:
    from cims_desktop.services.demo.draws import Flags, Floats, Integers

_TAKEN_OVER: Final = 0.22
_NEW_DAYS: Final = 90


class Habit(IntEnum):
    """How a customer buys."""

    PROSPECT = 0
    ONE_TIME = 1
    REGULAR = 2
    LOYAL = 3
    LAPSING = 4
    WON_BACK = 5
    NEW = 6


_SHARES: Final = (0.07, 0.31, 0.29, 0.10, 0.15, 0.08)
_RATES: Final = (0.0, 0.0, 1.0, 2.8, 1.2, 1.1, 1.5)
_MOODS: Final = (4.3, 4.2, 4.55, 4.8, 3.7, 4.4, 4.5)


@dataclass(frozen=True)
class Population:
    """One array element per customer, in the order of their ids (id 1 first, who joined first).

    Days count from the plan's day 0. `begins`/`ends` (2 rows) are the two periods of repeated buying, the end not
    included; the second is empty but for customers who were won back. `first_sale` is the day of the certain first
    purchase, −1 without one. `rate` is relative, `mood` the mean CSAT score.
    """

    plan: DemoPlan
    habit: Integers
    joined: Integers
    first_sale: Integers
    begins: Integers
    ends: Integers
    rate: Floats
    mood: Floats
    favourite: Integers
    organisation: Flags
    chinese: Flags
    abroad: Flags
    weights: Floats

    def activity(self, first: int, end: int) -> Floats:
        """How much each customer is inclined to come again between two day numbers, the end not included."""
        import numpy

        overlap = numpy.minimum(self.ends, end) - numpy.maximum(self.begins, first)
        share: Floats = numpy.maximum(overlap, 0).sum(axis=0) * (self.rate / max(1, end - first))
        return share


def make_population(plan: DemoPlan) -> Population:
    """All customers of the plan; about 100 bytes each."""
    import numpy

    draws, count = Draws(plan.seed, 2), plan.customers
    weights = day_weights(plan)
    joined = _join_days(draws, plan, weights)
    habit = _habits(draws, plan, joined)
    begins, ends = _periods(draws, plan, habit, joined)
    organisation = draws.uniform(count) < 0.12
    chinese = draws.uniform(count) < plan.chinese
    rate = (
        numpy.array(_RATES)[habit] * numpy.exp(0.75 * draws.bell(count)) * numpy.where(organisation, 1.3, 1.0)
    )
    first_sale = numpy.where((joined >= 0) & (habit != Habit.PROSPECT), joined, -1)
    first_sale = _at_most(draws, first_sale, plan.purchases)
    return Population(
        plan=plan,
        habit=habit,
        joined=joined,
        first_sale=first_sale,
        begins=begins,
        ends=ends,
        rate=rate,
        mood=numpy.array(_MOODS)[habit] + 0.35 * draws.bell(count),
        favourite=draws.below(len(CATEGORIES), count),
        organisation=organisation,
        chinese=chinese,
        abroad=~chinese & (draws.uniform(count) < 0.42),
        weights=weights,
    )


def _join_days(draws: Draws, plan: DemoPlan, weights: Floats) -> Integers:
    """Ascending: first those taken over, then more and more with the years and the season."""
    import numpy

    taken_over = int(plan.customers * _TAKEN_OVER)
    before = numpy.sort(draws.below(TAKEN_OVER_DAYS, taken_over)) - TAKEN_OVER_DAYS
    growth = weights * numpy.linspace(1.0, 1.9, len(weights))
    after = numpy.sort(draws.weighted(growth, plan.customers - taken_over))
    return numpy.concatenate([before, after])


def _habits(draws: Draws, plan: DemoPlan, joined: Integers) -> Integers:
    import numpy

    habit = draws.weighted(_SHARES, plan.customers)
    settled = draws.weighted((_SHARES[2], _SHARES[3], _SHARES[4]), plan.customers) + 2
    habit = numpy.where((joined < 0) & (habit < Habit.REGULAR), settled, habit)
    age = plan.last_day - joined
    habit = numpy.where((habit >= Habit.LAPSING) & (age < 420), Habit.REGULAR, habit)
    return numpy.where((habit >= Habit.REGULAR) & (age <= _NEW_DAYS), Habit.NEW, habit)


def _periods(draws: Draws, plan: DemoPlan, habit: Integers, joined: Integers) -> tuple[Integers, Integers]:
    """The periods of repeated buying: lapsing customers stopped a while ago, those won back paused."""
    import numpy

    count, tomorrow = plan.customers, plan.last_day + 1
    begin = numpy.maximum(joined + 1, 0)
    span = (-900.0 * numpy.log(1.0 - draws.uniform(count))).astype("int64") + 60
    end = numpy.where(habit == Habit.REGULAR, numpy.minimum(begin + span, tomorrow), tomorrow)
    stopped = tomorrow - 80 - draws.below(900, count)
    end = numpy.where(habit == Habit.LAPSING, numpy.maximum(stopped, begin + 30), end)
    again = tomorrow - 20 - draws.below(150, count)
    paused = numpy.maximum(again - 180 - draws.below(300, count), begin + 30)
    back = (habit == Habit.WON_BACK) & (paused < again)
    end = numpy.where(back, paused, end)
    never = numpy.full(count, tomorrow)
    return (
        numpy.stack([begin, numpy.where(back, again, never)]),
        numpy.stack([end, never]),
    )


def _at_most(draws: Draws, first_sale: Integers, limit: int) -> Integers:
    """Keeps at most `limit` first purchases, any of them."""
    import numpy

    buyers = numpy.flatnonzero(first_sale >= 0)
    if len(buyers) > limit:
        order = numpy.argsort(draws.uniform(len(buyers)), kind="stable")
        first_sale[buyers[order[limit:]]] = -1
    return first_sale
