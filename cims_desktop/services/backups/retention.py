"""Which backups are kept: the newest of each of the last days, weeks, months and years (grandfather, father, son)."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from datetime import date, datetime, timedelta

from cims_desktop.domain.dates import office_day
from cims_desktop.domain.policy import OfficePolicy

GRACE = timedelta(days=1)
"""Whoever makes a backup before something risky finds it the next day, however many follow."""


def kept(moments: Iterable[datetime], policy: OfficePolicy, time_zone: str, now: datetime) -> set[datetime]:
    """Those of `moments` that stay. The newest always does; periods are counted only where they have a backup.

    Pruned after every backup or once at the end, the same ones are left.
    """
    ordered = sorted(set(moments), reverse=True)
    found = set(ordered[:1]) | {one for one in ordered if abs(now - one) <= GRACE}
    periods: tuple[tuple[int, Callable[[date], Hashable]], ...] = (
        (policy.keep_daily, lambda day: day),
        (policy.keep_weekly, lambda day: day.isocalendar()[:2]),
        (policy.keep_monthly, lambda day: (day.year, day.month)),
        (policy.keep_yearly, lambda day: day.year),
    )
    days = [(one, office_day(one, time_zone)) for one in ordered]
    for limit, period in periods:
        newest: dict[Hashable, datetime] = {}
        for one, day in days:
            newest.setdefault(period(day), one)
        found.update(list(newest.values())[:limit])
    return found
