"""Reads the dates that people type: 2026-11-21, 21/11/2026, 21 Nov 2026, 11月21日, or without a year."""

from __future__ import annotations

import re
import unicodedata
from datetime import date

from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.gui import format as text_format
from cims_desktop.gui.translation import language

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_NUMBERS = re.compile(r"\d+")
_NAME = re.compile(r"[a-z]{3,}")


def parse_partial_date(text: str) -> PartialDate:
    """The day that was typed, its year optional. Raises ValueError when it is none.

    Numbers alone are read year first (a number of four digits may also stand last: day, month, year).
    """
    folded = unicodedata.normalize("NFKC", text).strip().lower()
    numbers = [int(number) for number in _NUMBERS.findall(folded)]
    name = _NAME.search(folded)
    if name is not None:
        found = _with_month_name(name[0], numbers)
    elif len(numbers) == 3 and numbers[2] > 31:
        found = PartialDate(numbers[1], numbers[0], numbers[2])
    elif len(numbers) == 3:
        found = PartialDate(numbers[1], numbers[2], numbers[0])
    elif len(numbers) == 2:
        found = PartialDate(numbers[0], numbers[1])
    elif len(numbers) == 1 and len(folded) == 8:
        found = PartialDate(numbers[0] // 100 % 100, numbers[0] % 100, numbers[0] // 10_000)
    else:
        raise ValueError("not a date")
    if not found.is_valid() or (found.year is not None and found.year < 1000):
        raise ValueError("no such day")
    return found


def parse_date(text: str, today: date) -> date:
    """The day that was typed; without a year the year of `today`. Raises ValueError when it is none."""
    found = parse_partial_date(text)
    return date(found.year or today.year, found.month, found.day)


def partial_date_text(value: PartialDate | None) -> str:
    """A day with or without its year as the window's language writes it; typed back it reads the same."""
    if value is None or not value.is_valid() or value.calendar is CalendarKind.LUNAR:
        return "" if value is None else f"{value.year or ''} {value.month}-{value.day}".strip()
    if value.year is not None:
        return text_format.day(date(value.year, value.month, value.day))
    if language() == "zh_CN":
        return f"{value.month}月{value.day}日"
    return f"{value.day} {MONTHS[value.month - 1].capitalize()}"


def _with_month_name(name: str, numbers: list[int]) -> PartialDate:
    if name[:3] not in MONTHS or not 1 <= len(numbers) <= 2:
        raise ValueError("not a date")
    month = MONTHS.index(name[:3]) + 1
    if len(numbers) == 1:
        return PartialDate(month, numbers[0])
    day, year = numbers if numbers[1] > 31 else (numbers[1], numbers[0])
    return PartialDate(month, day, year)
