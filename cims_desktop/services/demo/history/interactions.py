"""Calls, visits, messages and notes, and the follow-ups that come out of the newest of them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from types import ModuleType
from typing import Final

from cims_desktop.domain.interactions import Direction, Interaction, InteractionKind
from cims_desktop.services.demo.draws import Draws, Wheel
from cims_desktop.services.demo.history.population import Habit, Population
from cims_desktop.services.demo.lists import chinese_texts, english_texts
from cims_desktop.services.demo.lists.parsing import words
from cims_desktop.services.demo.lists.products import ARTICLES, CATEGORIES

_KINDS: Final = Wheel(
    [
        (InteractionKind.CALL, 30.0),
        (InteractionKind.VISIT, 24.0),
        (InteractionKind.MESSAGE, 20.0),
        (InteractionKind.EMAIL, 12.0),
        (InteractionKind.NOTE, 8.0),
        (InteractionKind.MEETING, 3.0),
        (InteractionKind.COMPLAINT, 3.0),
    ]
)
_RECENT_DAYS: Final = 45
_GOLDEN: Final = 0.6180339887498949
_SHELF: Final = len(ARTICLES) // len(CATEGORIES)
_NO_GOODS: Final = frozenset(
    index
    for index, (_chinese, english) in enumerate(CATEGORIES)
    if english in {"Printing", "Courses", "Services"}
)
_PROPER: Final = frozenset(
    words("Longjing Biluochun Tieguanyin Da Pu'er Keemun Lapsang Ethiopia Yunnan New Everyday")
)
_STREAM, _FOLLOW_UP_STREAM = 6, 7


@dataclass(frozen=True)
class FollowUps:
    """Whom to contact: customer index → (day of the conversation, planned day), both as day numbers."""

    planned: dict[int, tuple[int, int]]

    @property
    def customers(self) -> list[int]:
        """The customers, in the order of their ids."""
        return sorted(self.planned)


def plan_follow_ups(population: Population) -> FollowUps:
    """About one customer in thirty (at most 2,000) is to be contacted, from last week to a month ahead."""
    import numpy

    plan = population.plan
    draws = Draws(plan.seed, _FOLLOW_UP_STREAM)
    inclined = population.activity(plan.last_day - _RECENT_DAYS, plan.last_day + 1)
    inclined = inclined + numpy.where(population.habit == Habit.PROSPECT, 0.6, 0.0)
    ready = numpy.flatnonzero((inclined > 0) & (population.joined < plan.last_day - 2))
    wanted = min(max(plan.customers // 30, 8), 2000, len(ready))
    order = numpy.argsort(-numpy.log(1.0 - draws.uniform(len(ready))) / inclined[ready], kind="stable")
    planned = {}
    for rank, customer in enumerate(ready[order[:wanted]].tolist()):
        said = max(int(population.joined[customer]) + 1, plan.last_day - draws.number(2, _RECENT_DAYS - 1), 0)
        planned[customer] = (said, plan.last_day + _due(draws, rank))
    return FollowUps(planned)


def _due(draws: Draws, rank: int) -> int:
    """A tenth overdue, one in fourteen today, as many tomorrow: spread evenly, so that small offices have some too."""
    part = rank * _GOLDEN % 1.0
    if part < 0.1:
        return -draws.number(1, 7)
    if part < 0.17:
        return 0
    return 1 if part < 0.24 else draws.number(2, 30)


class Conversations:
    """All interactions, month by month; someone with a follow-up has no newer conversation than that one."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self.follow_ups = plan_follow_ups(population)
        self._counts = self._by_month()

    def months(self) -> Iterator[list[Interaction]]:
        """The interactions of one month after another, each oldest first."""
        for month in range(len(self._counts)):
            yield sorted([*self._ordinary(month), *self._planned(month)], key=lambda one: one.occurred_at)

    def _by_month(self) -> list[int]:
        people, starts = self.population, self.population.plan.month_starts
        shares = [
            float(people.activity(first, end).sum() * people.weights[first:end].sum())
            for first, end in pairwise(starts)
        ]
        total = sum(shares) or 1.0
        wanted = people.plan.customers * people.plan.interactions
        return [round(wanted * share / total) for share in shares]

    def _ordinary(self, month: int) -> Iterator[Interaction]:
        import numpy

        people, plan = self.population, self.population.plan
        draws = Draws(plan.seed, _STREAM, month)
        first, end = plan.month_starts[month], plan.month_starts[month + 1]
        known = people.joined < end
        inclined = numpy.where(known, people.activity(first, end) + 0.25, 0.0)
        if month == len(self._counts) - 1 or plan.last_day - first < _RECENT_DAYS:
            inclined[self.follow_ups.customers] = 0.0
        if not inclined.any():
            return
        customer = draws.weighted(inclined, self._counts[month])
        day = first + draws.weighted(people.weights[first:end] + 0.001, len(customer))
        day = numpy.maximum(day, people.joined[customer])
        for who, on_day in zip(customer.tolist(), day.tolist(), strict=True):
            second = self._second(draws, on_day)
            if not self._too_new(who, on_day):
                yield self._interaction(draws, who, on_day, second)

    def _too_new(self, customer: int, day: int) -> bool:
        planned = self.follow_ups.planned.get(customer)
        return planned is not None and day >= planned[0]

    def _planned(self, month: int) -> Iterator[Interaction]:
        plan = self.population.plan
        first, end = plan.month_starts[month], plan.month_starts[month + 1]
        draws = Draws(plan.seed, _FOLLOW_UP_STREAM, month)
        for customer, (said, due) in sorted(self.follow_ups.planned.items()):
            if first <= said < end:
                yield self._follow_up(draws, customer, said, plan.day(due))

    def _second(self, draws: Draws, day: int) -> int:
        plan = self.population.plan
        second = 32_400 + int(draws.next() * 34_000)
        over = plan.minute_now * 60
        return int(over * draws.next()) if day == plan.last_day and second >= over else second

    def _interaction(self, draws: Draws, customer: int, day: int, second: int) -> Interaction:
        kind = _KINDS.spin(draws)
        if bool(self.population.abroad[customer]) and kind is InteractionKind.VISIT:
            kind = InteractionKind.EMAIL
        subject, text = draws.pick(self._texts(customer).INTERACTIONS[kind.value])
        member = draws.pick(self.population.plan.staff)
        return Interaction(
            customer_id=customer + 1,
            kind=kind,
            occurred_at=self.population.plan.instant(day, second),
            text=self._filled(draws, customer, text),
            subject=subject,
            direction=_direction(draws, kind),
            by_id=member.id,
            by_name=member.name,
            pinned=kind is InteractionKind.NOTE and draws.chance(0.15),
        )

    def _follow_up(self, draws: Draws, customer: int, said: int, due: date) -> Interaction:
        subject, text = draws.pick(self._texts(customer).FOLLOW_UPS)
        member = draws.pick(self.population.plan.staff)
        kind = draws.pick(
            (InteractionKind.CALL, InteractionKind.CALL, InteractionKind.VISIT, InteractionKind.MESSAGE)
        )
        return Interaction(
            customer_id=customer + 1,
            kind=kind,
            occurred_at=self.population.plan.instant(said, 36_000 + draws.number(0, 25_000)),
            text=self._filled(draws, customer, text),
            subject=subject,
            direction=_direction(draws, kind),
            by_id=member.id,
            by_name=member.name,
            next_contact=due,
        )

    def _texts(self, customer: int) -> ModuleType:
        return chinese_texts if self.population.chinese[customer] else english_texts

    def _filled(self, draws: Draws, customer: int, text: str) -> str:
        if "{" not in text:
            return text
        chinese = bool(self.population.chinese[customer])
        shelf = int(self.population.favourite[customer])
        goods = shelf % 4 if shelf in _NO_GOODS else shelf
        article = ARTICLES[goods * _SHELF + draws.number(0, _SHELF - 1)]
        category = CATEGORIES[shelf]
        return text.format(
            product=_spoken(article.name(chinese)),
            category=category[0] if chinese else category[1].lower(),
            day=draws.pick(self._texts(customer).WEEKDAYS[:6]),
        )


def _spoken(product: str) -> str:
    """A product as people say it, without sizes: "Colour pencils, 24" is "colour pencils"."""
    name = re.split(r",| \d", product, maxsplit=1)[0]
    return name if name.split()[0] in _PROPER else name[:1].lower() + name[1:]


def _direction(draws: Draws, kind: InteractionKind) -> Direction:
    if kind in (InteractionKind.NOTE, InteractionKind.MEETING):
        return Direction.NONE
    if kind in (InteractionKind.VISIT, InteractionKind.COMPLAINT):
        return Direction.INBOUND
    return draws.pick((Direction.INBOUND, Direction.OUTBOUND))
