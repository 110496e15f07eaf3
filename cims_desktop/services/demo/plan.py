"""What a demo office is made from: its size, seed, day and language."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property
from typing import Final
from zoneinfo import ZoneInfo

from cims_desktop.domain.dates import Month, office_day

TIME_ZONE: Final = "Asia/Shanghai"
MONTHS_BACK: Final = 60
TAKEN_OVER_DAYS: Final = 730
"""The first customers were taken over from an older list, up to two years before the first purchase."""

PURCHASES_PER_CUSTOMER: Final = 8


@dataclass(frozen=True)
class Staff:
    """Somebody who works in the office."""

    id: int
    name: str


@dataclass(frozen=True)
class DemoPlan:
    """Everything that decides the made-up data; equal plans give equal data.

    `now` is aware; nothing happens after it. `language` (en, zh_CN) is the office's: product names and sources.
    `chinese` is the share of Chinese customers, `interactions` and `answers` are averages per customer and per sale.
    """

    customers: int
    purchases: int
    seed: int
    now: datetime
    language: str = "en"
    currency: str = "CNY"
    time_zone: str = TIME_ZONE
    number_pattern: str = "C{:06d}"
    chinese: float = 0.6
    interactions: float = 2.5
    answers: float = 0.07
    closed_sundays: bool = False
    staff: tuple[Staff, ...] = field(default=(Staff(1, "Mei Chen"),))

    def __post_init__(self) -> None:
        if self.customers < 0 or self.purchases < 0:
            raise ValueError("a demo office can't have a negative size")

    @cached_property
    def today(self) -> date:
        """The office's day at `now`."""
        return office_day(self.now, self.time_zone)

    @cached_property
    def first_day(self) -> date:
        """Day 0 of the history: the first of the month, five years ago."""
        return Month.of(self.today).plus(-MONTHS_BACK).first_day

    @cached_property
    def last_day(self) -> int:
        """The number of today, counted from day 0."""
        return (self.today - self.first_day).days

    @cached_property
    def minute_now(self) -> int:
        """Minutes of the office's day that are over."""
        local = self.now.astimezone(ZoneInfo(self.time_zone))
        return local.hour * 60 + local.minute

    @cached_property
    def month_starts(self) -> tuple[int, ...]:
        """The day numbers on which the months begin, and the day after today."""
        first = Month.of(self.first_day)
        starts = [(first.plus(index).first_day - self.first_day).days for index in range(MONTHS_BACK + 1)]
        return (*starts, self.last_day + 1)

    @cached_property
    def _midnights(self) -> list[datetime]:
        zone = ZoneInfo(self.time_zone)
        days = range(-TAKEN_OVER_DAYS, self.last_day + 1)
        return [datetime.combine(self.day(number), time(), zone).astimezone(UTC) for number in days]

    def day(self, number: int) -> date:
        """The date of a day number."""
        return self.first_day + timedelta(days=number)

    def instant(self, number: int, seconds: int) -> datetime:
        """The UTC instant so many seconds into a day (not before the takeover of the first customers)."""
        return self._midnights[number + TAKEN_OVER_DAYS] + timedelta(seconds=seconds)
