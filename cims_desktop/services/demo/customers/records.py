"""The customers themselves, put together from names, places and what they bought."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, CustomerSummary, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.domain.preferences import Preferences
from cims_desktop.services.demo.customers import contacts, people, places
from cims_desktop.services.demo.customers.organisations import Organisation, organisation
from cims_desktop.services.demo.customers.preferences import preferences
from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.interactions import FollowUps
from cims_desktop.services.demo.history.population import Population
from cims_desktop.services.demo.history.totals import Totals
from cims_desktop.services.demo.lists import chinese_texts, english_texts
from cims_desktop.services.demo.lists.organisations import JOB_TITLES

CHUNK: Final = 2000
_CUSTOMER_STREAM: Final = 8
_DORMANT_DAYS: Final = 365
# Shares of the buyers from the top: 4 % gold, 14 % silver, 27 % bronze.
_TIERS: Final = ((Tier.GOLD, 0.96), (Tier.SILVER, 0.82), (Tier.BRONZE, 0.55))


@dataclass(frozen=True)
class Portrait:
    """A customer with the preferences, if any were asked."""

    customer: Customer
    preferences: Preferences | None


class CustomerMaker:
    """Makes customers in chunks; a chunk's people work at the chunk's organisations."""

    def __init__(self, population: Population, totals: Totals, follow_ups: FollowUps) -> None:
        self._population = population
        self._plan = population.plan
        self._totals = totals
        self._follow_ups = follow_ups
        self._limits = _tier_limits(totals)
        chinese = self._plan.language.startswith("zh")
        self._sources = (chinese_texts if chinese else english_texts).SOURCES

    def chunks(self) -> Iterator[list[Portrait]]:
        """All customers in the order of their ids, `CHUNK` at a time."""
        for number, first in enumerate(range(0, self._plan.customers, CHUNK)):
            draws = Draws(self._plan.seed, _CUSTOMER_STREAM, number)
            indexes = range(first, min(first + CHUNK, self._plan.customers))
            organisations = {
                index: organisation(draws, self._home(draws, index))
                for index in indexes
                if self._population.organisation[index]
            }
            employers = [
                [one for one in organisations.values() if one.place.chinese is chinese]
                for chinese in (False, True)
            ]
            yield [self._portrait(draws, index, organisations.get(index), employers) for index in indexes]

    def _home(self, draws: Draws, index: int) -> places.Home:
        people_ = self._population
        return places.home(draws, chinese=bool(people_.chinese[index]), abroad=bool(people_.abroad[index]))

    def _portrait(
        self, draws: Draws, index: int, own: Organisation | None, employers: list[list[Organisation]]
    ) -> Portrait:
        customer = (
            self._person(draws, index, employers) if own is None else self._organisation(draws, index, own)
        )
        return Portrait(customer, preferences(draws, self._population, index))

    def _organisation(self, draws: Draws, index: int, own: Organisation) -> Customer:
        return self._customer(
            draws,
            index,
            name=own.name,
            kind=CustomerKind.ORGANISATION,
            contacts=contacts.of_organisation(draws, own),
            addresses=(places.address(draws, own.place, office=True),),
        )

    def _person(self, draws: Draws, index: int, employers: list[list[Organisation]]) -> Customer:
        chinese = bool(self._population.chinese[index])
        birth_year = self._plan.today.year - 18 - int((draws.next() + draws.next()) * 32)
        person = people.chinese_person(draws, birth_year) if chinese else people.western_person(draws)
        place = self._home(draws, index)
        employer, job = None, ""
        if employers[chinese] and draws.chance(0.35):
            employer = draws.pick(employers[chinese])
            place, job = employer.place, draws.pick(JOB_TITLES)[0 if chinese else 1]
        return self._customer(
            draws,
            index,
            name=person.name,
            family_name=person.family_name,
            given_name=person.given_name,
            organisation=employer.name if employer else "",
            job_title=job,
            birthday=_birthday(draws, birth_year, chinese=chinese),
            contacts=contacts.of_person(draws, person, place, employer, index + 1),
            addresses=(places.address(draws, place, office=False),) if draws.chance(0.8) else (),
        )

    def _customer(self, draws: Draws, index: int, *, name: str, **more: object) -> Customer:
        chinese = bool(self._population.chinese[index])
        joined = int(self._population.joined[index])
        created = self._plan.instant(joined, self._opened(joined, index))
        note = draws.pick((chinese_texts if chinese else english_texts).NOTES) if draws.chance(0.15) else ""
        return Customer(
            name=name,
            id=index + 1,
            number=self._plan.number_pattern.format(index + 1),
            sort_name=name.casefold(),
            status=self._status(draws, index),
            tier=self._tier(index),
            source=draws.pick(self._sources),
            owner_id=draws.pick(self._plan.staff).id if draws.chance(0.5) else None,
            language="zh_CN" if chinese else "en",
            note=note,
            summary=self._summary(index),
            created_at=created,
            updated_at=created,
            version=1,
            **more,  # type: ignore[arg-type]
        )

    def _opened(self, day: int, index: int) -> int:
        """The half-hour before the shop opens; today only what is over of it."""
        second = 32_400 + index * 37 % 1800
        return second if day < self._plan.last_day else min(second, self._plan.minute_now * 60)

    def _status(self, draws: Draws, index: int) -> CustomerStatus:
        if draws.chance(0.003):
            return CustomerStatus.BLOCKED
        last = int(self._totals.last[index])
        if last < 0:
            return CustomerStatus.PROSPECT if self._population.joined[index] >= 0 else CustomerStatus.DORMANT
        return CustomerStatus.DORMANT if self._plan.last_day - last > _DORMANT_DAYS else CustomerStatus.ACTIVE

    def _tier(self, index: int) -> Tier:
        spent = int(self._totals.spent[index])
        return next((tier for tier, limit in self._limits if spent >= limit), Tier.NONE)

    def _summary(self, index: int) -> CustomerSummary:
        totals, planned = self._totals, self._follow_ups.planned.get(index)
        first, last = int(totals.first[index]), int(totals.last[index])
        return CustomerSummary(
            purchases=int(totals.purchases[index]),
            total_spent=int(totals.spent[index]),
            first_purchase=self._plan.day(first) if first >= 0 else None,
            last_purchase=self._plan.day(last) if last >= 0 else None,
            next_contact=self._plan.day(planned[1]) if planned else None,
        )


def _birthday(draws: Draws, birth_year: int, *, chinese: bool) -> PartialDate | None:
    """Seven in ten told it, a few without the year, some Chinese by the lunar calendar."""
    if not draws.chance(0.7):
        return None
    lunar = chinese and draws.chance(0.06)
    return PartialDate(
        draws.number(1, 12),
        draws.number(1, 28),
        None if draws.chance(0.15) else birth_year,
        CalendarKind.LUNAR if lunar else CalendarKind.SOLAR,
    )


def _tier_limits(totals: Totals) -> tuple[tuple[Tier, int], ...]:
    """What must have been spent for each tier: round sums near the shares."""
    import numpy

    buyers = totals.spent[totals.purchases > 0]
    if not len(buyers):
        return ()
    limits = []
    for tier, share in _TIERS:
        exact = float(numpy.quantile(buyers, share))
        unit = 10 ** max(len(str(int(exact))) - 2, 2)
        limits.append((tier, max(round(exact / unit) * unit, 1)))
    return tuple(limits)
