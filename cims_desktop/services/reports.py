"""The dashboard's and the reports' figures, from summaries and narrow ranges."""

from __future__ import annotations

import contextlib
from datetime import date, timedelta

from cims_desktop.domain.audit import ActivityRow
from cims_desktop.domain.dates import Month, add_months
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.figures import Dashboard, Figure, MonthSales, SalesReport, SatisfactionSplit
from cims_desktop.domain.masking import masked
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.satisfaction import Metric
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import figures, history, journal, opinions
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.line_sums import by_category_and_product

_YEAR, _QUARTER = timedelta(days=365), timedelta(days=90)
_TREND_POINTS = 8
_TOP = 20


class Reports:
    """Use cases of the Dashboard and the Reports page."""

    def __init__(self, acting: Acting, office_name: str, currency: str) -> None:
        self._acting = acting
        self._office_name = office_name
        self._currency = currency

    @requires(Permission.VIEW_REPORTS)
    def dashboard(self, months: int, *, by: User) -> Dashboard:
        """Everything on the dashboard; the chart covers the last `months` months."""
        today = self._acting.today()
        past = self._past_buyers([*_month_ends(today), add_months(today, -1), today - _QUARTER])
        with self._acting.read() as connection:
            now = figures.buyers_today(connection, _window(today)[0])
            split = self._split(connection, today - _QUARTER, today)
            return Dashboard(
                today=today,
                currency=self._currency,
                customers=figures.customer_count(connection),
                active_customers=_active(today, now, past),
                sales_this_month=self._sales_to_date(connection, today),
                satisfaction=self._satisfaction(connection, today, split),
                repeat_rate=_repeat_rate(today, now, past),
                sales=self._months(
                    connection, Month.of(today).plus(1 - months), Month.of(today), customers=False
                ),
                split=split,
                follow_ups=tuple(
                    masked(one, by.sight())
                    for one in history.follow_ups(connection, today + timedelta(days=1), 12, by.sight())
                ),
                follow_ups_due=history.follow_ups_due(connection, today),
                activity=journal.recent_activity(connection, 12),
                other_currencies=figures.other_currencies(connection, self._currency),
            )

    @requires(Permission.VIEW_REPORTS)
    def activity(self, limit: int, *, by: User) -> tuple[ActivityRow, ...]:
        """The newest acts."""
        with self._acting.read() as connection:
            return journal.recent_activity(connection, limit)

    @requires(Permission.VIEW_REPORTS)
    def sales(self, first: Month, last: Month, *, by: User) -> SalesReport:
        """The sales report between two months, both included."""
        begin, end = first.first_day, last.last_day
        with self._acting.read() as connection:
            categories, products = by_category_and_product(connection, self._currency, begin, end, _TOP)
            return SalesReport(
                office=self._office_name,
                currency=self._currency,
                first=first,
                last=last,
                months=self._months(connection, first, last, customers=True),
                categories=categories,
                products=products,
                customers=figures.by_customer(connection, self._currency, begin, end, _TOP),
                buyers=figures.buyers(connection, [(begin, end)])[0][0],
                other_currencies=figures.other_currencies(connection, self._currency),
            )

    @requires(Permission.VIEW_REPORTS)
    def months(self, first: Month, last: Month, *, by: User) -> tuple[MonthSales, ...]:
        """Sales of each month between two, both included; buyers are not counted (0), as on the dashboard."""
        with self._acting.read() as connection:
            return self._months(connection, first, last, customers=False)

    def _months(
        self, connection: Connection, first: Month, last: Month, *, customers: bool
    ) -> tuple[MonthSales, ...]:
        return figures.month_sales(connection, self._currency, first, last, with_customers=customers)

    def _past_buyers(self, days: list[date]) -> dict[date, tuple[int, int]]:
        """Buyers of the year up to each past day: remembered, or counted once and remembered."""
        with self._acting.read() as connection:
            found = figures.remembered_buyers(connection, days)
            wanted = [day for day in dict.fromkeys(days) if day not in found]
            counted = figures.buyers(connection, [_window(day) for day in wanted])
            fresh = dict(zip(wanted, counted, strict=True))
            mark = figures.sales_mark(connection)
        if fresh:
            # Remembering only saves time: while another process writes, the figures are shown all the same.
            with contextlib.suppress(OfficeFault), self._acting.database.write() as connection:
                # Sold or imported while we counted: then these counts are old, and nothing would drop them again.
                if figures.sales_mark(connection) == mark:
                    figures.remember_buyers(connection, fresh)
        return found | fresh

    def _sales_to_date(self, connection: Connection, today: date) -> Figure:
        """This month to date against the same days of last month (its last day when it is shorter)."""
        begin, same = today.replace(day=1), add_months(today, -1)
        trend = self._months(
            connection, Month.of(today).plus(1 - _TREND_POINTS), Month.of(today), customers=False
        )
        return Figure(
            value=figures.revenue(connection, self._currency, begin, today),
            before=figures.revenue(connection, self._currency, same.replace(day=1), same),
            trend=tuple(float(month.revenue) for month in trend),
        )

    def _split(self, connection: Connection, since: date, until: date) -> SatisfactionSplit:
        """CSAT answers in the office days (since, until]."""
        begin, end = (
            opinions.day_start(day + timedelta(days=1), self._acting.time_zone) for day in (since, until)
        )
        counts = opinions.score_counts(connection, Metric.CSAT, begin, end)
        five = tuple(counts.get(score, 0) for score in range(1, 6))
        total = sum(five)
        mean = sum(score * n for score, n in counts.items()) / total if total else None
        return SatisfactionSplit((five[0], five[1], five[2], five[3], five[4]), mean)

    def _satisfaction(self, connection: Connection, today: date, split: SatisfactionSplit) -> Figure:
        before = self._split(connection, today - 2 * _QUARTER, today - _QUARTER).mean
        days = [today - timedelta(days=30 * back) for back in range(_TREND_POINTS - 1, -1, -1)]
        trend = [self._split(connection, day - timedelta(days=30), day).mean for day in days]
        return Figure(split.mean, before, tuple(mean for mean in trend if mean is not None))


def _window(day: date) -> tuple[date, date]:
    """The 365 days up to `day`."""
    return day - _YEAR + timedelta(days=1), day


def _active(today: date, now: tuple[int, int], past: dict[date, tuple[int, int]]) -> Figure:
    """Customers with a sale in the last 365 days, against a month ago; month ends before."""
    trend = [float(past[day][0]) for day in _month_ends(today)] + [float(now[0])]
    return Figure(float(now[0]), float(past[add_months(today, -1)][0]), tuple(trend))


def _repeat_rate(today: date, now: tuple[int, int], past: dict[date, tuple[int, int]]) -> Figure:
    """Share of the last 365 days' buyers who bought at least twice in them, against 90 days ago."""
    trend = [_rate(past[day]) for day in _month_ends(today)] + [_rate(now)]
    return Figure(
        _rate(now), _rate(past[today - _QUARTER]), tuple(rate for rate in trend if rate is not None)
    )


def _month_ends(today: date) -> list[date]:
    return [Month.of(today).plus(-back).last_day for back in range(_TREND_POINTS - 1, 0, -1)]


def _rate(buyers: tuple[int, int]) -> float | None:
    once, twice = buyers
    return twice / once if once else None
