"""Civil dates: birthdays in parts (the year may be unknown), office days, periods."""

from __future__ import annotations

import calendar
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from zoneinfo import ZoneInfo


class CalendarKind(StrEnum):
    """Which calendar a birthday is counted in."""

    SOLAR = "solar"
    LUNAR = "lunar"


@dataclass(frozen=True)
class PartialDate:
    """A day of the year with or without its year, e.g. a birthday. 29 February is valid without a year."""

    month: int
    day: int
    year: int | None = None
    calendar: CalendarKind = CalendarKind.SOLAR

    def is_valid(self) -> bool:
        """Whether such a day exists (any leap year counts when the year is unknown; lunar months have 30 days)."""
        if not 1 <= self.month <= 12:
            return False
        if self.calendar is CalendarKind.LUNAR:
            return 1 <= self.day <= 30 and (self.year is None or 1 <= self.year <= 9999)
        year = 2000 if self.year is None else self.year
        return 1 <= year <= 9999 and 1 <= self.day <= calendar.monthrange(year, self.month)[1]


@dataclass(frozen=True, order=True)
class Month:
    """One calendar month."""

    year: int
    month: int

    @classmethod
    def of(cls, day: date) -> Month:
        """The month that holds `day`."""
        return cls(day.year, day.month)

    def plus(self, months: int) -> Month:
        """The month `months` later (earlier when negative)."""
        index = self.year * 12 + self.month - 1 + months
        return Month(index // 12, index % 12 + 1)

    @property
    def first_day(self) -> date:
        """The first day of the month."""
        return date(self.year, self.month, 1)

    @property
    def last_day(self) -> date:
        """The last day of the month."""
        return date(self.year, self.month, calendar.monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        return f"{self.year:04d}-{self.month:02d}"


def office_day(instant: datetime, time_zone: str) -> date:
    """The civil date at `instant` (aware) in the office's time zone."""
    return instant.astimezone(ZoneInfo(time_zone)).date()


def is_time_zone(name: str) -> bool:
    """Whether `name` is an IANA time zone that this computer knows."""
    try:
        ZoneInfo(name)
    except (
        KeyError,
        ValueError,
        OSError,
    ):  # not there (ZoneInfoNotFoundError is a KeyError), a path, a folder
        return False
    return bool(name)


def add_months(day: date, months: int) -> date:
    """The same day `months` later, the month's last day when it is shorter."""
    target = Month.of(day).plus(months)
    return date(target.year, target.month, min(day.day, target.last_day.day))
