"""Numbers, money, dates and times as people read them, in the language of the window."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, QLocale, QObject

from cims_desktop.domain.dates import Month
from cims_desktop.domain.money import minor_digits, symbol, to_decimal
from cims_desktop.gui.translation import language

MINUS = "\u2212"
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def number(value: float, digits: int = 0) -> str:
    """A number with grouped thousands and `digits` decimals."""
    text = QLocale().toString(float(abs(value)), "f", digits)
    return MINUS + text if value < 0 else text


def money(minor: int, currency: str, *, cents: bool = True) -> str:
    """An amount of minor units, exact to the last digit; ``.00`` is left away with ``cents=False``."""
    whole, _point, fraction = format(abs(to_decimal(minor, currency)), "f").partition(".")
    digits = minor_digits(currency)
    shown = symbol(currency) + _grouped(whole)
    if digits and (cents or fraction.strip("0")):
        shown += QLocale().decimalPoint() + fraction.ljust(digits, "0")
    return MINUS + shown if minor < 0 else shown


def _grouped(digits: str) -> str:
    """Whole digits in groups of three, exact at any length."""
    return f"{int(digits):,}".replace(",", QLocale().groupSeparator())


def compact_money(minor: int, currency: str) -> str:
    """A short amount for axes: k, M, B in English, 万 and 亿 in Chinese."""
    amount = abs(float(to_decimal(minor, currency)))
    steps = ((1e8, "亿"), (1e4, "万")) if language() == "zh_CN" else ((1e9, "B"), (1e6, "M"), (1e3, "k"))
    size, unit = next(((size, unit) for size, unit in steps if amount >= size), (1, ""))
    if amount == 0:
        return "0"
    text = f"{amount / size:.3g}" if amount / size < 1000 else f"{amount / size:,.0f}"
    return (MINUS if minor < 0 else "") + symbol(currency) + text + unit


def percent(share: float, digits: int = 0) -> str:
    """A share (0.387) in per cent (38.7 %)."""
    return number(share * 100, digits) + "%"


def signed(value: float, digits: int = 1) -> str:
    """A difference with its sign, e.g. ``+3.2`` or a true minus."""
    return ("+" if value > 0 else "") + number(value, digits)


def day(value: date | None) -> str:
    """A civil date: 21 Nov 2026, or 2026-11-21 in Chinese; nothing for None."""
    if value is None:
        return ""
    if language() == "zh_CN":
        return value.isoformat()
    # The C locale's three-letter months; en_GB writes "Sept".
    return QLocale.c().toString(QDate(value.year, value.month, value.day), "d MMM yyyy")


def month(value: Month) -> str:
    """A month, short: Nov 26, or 26年11月."""
    if language() == "zh_CN":
        return f"{value.year % 100:02d}年{value.month}月"
    return QLocale.c().toString(QDate(value.year, value.month, 1), "MMM yy")


def long_month(value: Month) -> str:
    """A month that nobody takes for a day: November 2026, or 2026年11月."""
    if language() == "zh_CN":
        return f"{value.year}年{value.month}月"
    return QLocale.c().toString(QDate(value.year, value.month, 1), "MMMM yyyy")


def instant(value: datetime | None, time_zone: str) -> str:
    """An instant as date and time in the office's time zone; nothing for None."""
    if value is None:
        return ""
    local = value.astimezone(ZoneInfo(time_zone))
    return f"{day(local.date())} {local:%H:%M}"


def relative(value: datetime, now: datetime) -> str:
    """How long ago an instant was, while it is less than a week; then its date."""
    age = now - value
    if age < DAY:
        return Age().short(age)
    return Age().in_days(age // DAY) if age < 7 * DAY else day(value.date())


class Age(QObject):
    """Words for how long ago; lupdate sees plural forms in tr() only, and only with a plain number."""

    def short(self, age: timedelta) -> str:
        """Less than a day."""
        minutes, hours = age // MINUTE, age // HOUR
        if minutes < 1:
            return self.tr("just now")
        return self.tr("%n min ago", "", minutes) if hours < 1 else self.tr("%n hour(s) ago", "", hours)

    def in_days(self, days: int) -> str:
        """A day or more."""
        return self.tr("%n day(s) ago", "", days)
