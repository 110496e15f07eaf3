"""Partial dates and months."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from cims_desktop.domain.dates import CalendarKind, Month, PartialDate, add_months, office_day


@pytest.mark.parametrize(
    ("day", "valid"),
    [
        (PartialDate(2, 29), True),
        (PartialDate(2, 29, 2023), False),
        (PartialDate(2, 29, 2024), True),
        (PartialDate(13, 1), False),
        (PartialDate(4, 31), False),
        (PartialDate(2, 30, None, CalendarKind.LUNAR), True),
        (PartialDate(1, 1, 1850), True),
    ],
)
def test_a_birthday_exists_or_not(day: PartialDate, valid: bool) -> None:
    assert day.is_valid() is valid


def test_months_count_across_years() -> None:
    assert Month(2026, 1).plus(-1) == Month(2025, 12)
    assert Month(2026, 11).plus(14) == Month(2028, 1)
    assert (Month(2024, 2).last_day, str(Month(2026, 3))) == (date(2024, 2, 29), "2026-03")
    assert add_months(date(2026, 3, 31), -1) == date(2026, 2, 28)


def test_the_office_day_follows_its_time_zone() -> None:
    evening = datetime(2026, 11, 21, 20, 0, tzinfo=UTC)
    assert office_day(evening, "Asia/Shanghai") == date(2026, 11, 22)
    assert office_day(evening, "Europe/London") == date(2026, 11, 21)
