"""Small sums for the dashboard and the reports, read from summaries or narrow index ranges."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import sqlalchemy as sa

from cims_desktop.domain.dates import Month
from cims_desktop.domain.figures import MonthSales, NamedSales
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.sales import purchase, summary_buyers, summary_day


def customer_count(connection: sa.Connection) -> int:
    """How many customers are shown (not in the bin, not merged)."""
    return int(connection.execute(sa.select(office.c.shown_customers)).scalar_one())


def revenue(connection: sa.Connection, currency: str, first: date, last: date) -> int:
    """Sales less refunds of the days first..last, minor units."""
    query = sa.select(sa.func.coalesce(sa.func.sum(summary_day.c.revenue), 0)).where(
        summary_day.c.currency == currency, summary_day.c.day >= first, summary_day.c.day <= last
    )
    return int(connection.execute(query).scalar_one())


def other_currencies(connection: sa.Connection, currency: str) -> tuple[str, ...]:
    """Currencies of purchases that are not the office's."""
    query = sa.select(summary_day.c.currency).where(summary_day.c.currency != currency).distinct()
    return tuple(sorted(row.currency for row in connection.execute(query)))


def first_day(connection: sa.Connection, currency: str) -> date | None:
    """The day of the first purchase."""
    query = sa.select(sa.func.min(summary_day.c.day)).where(summary_day.c.currency == currency)
    found: date | None = connection.execute(query).scalar()
    return found


def month_sales(
    connection: sa.Connection, currency: str, first: Month, last: Month, *, with_customers: bool
) -> tuple[MonthSales, ...]:
    """Every month from first to last, months without sales included as zeros.

    Counting distinct customers reads the purchases themselves and is only done when asked for.
    """
    month = sa.func.substr(sa.cast(summary_day.c.day, sa.String), 1, 7)
    rows = connection.execute(
        sa.select(
            month.label("month"), sa.func.sum(summary_day.c.orders).label("orders"),
            sa.func.sum(summary_day.c.revenue).label("revenue"), sa.func.sum(summary_day.c.refunds).label("refunds"),
        )
        .where(
            summary_day.c.currency == currency, summary_day.c.day >= first.first_day, summary_day.c.day <= last.last_day
        )
        .group_by(month)
    )  # fmt: skip
    found = {row.month: row for row in rows}
    customers = _customers_by_month(connection, currency, first, last) if with_customers else {}
    listed = []
    at = first
    while at <= last:
        row = found.get(str(at))
        orders, revenue_, refunds = (row.orders, row.revenue, row.refunds) if row else (0, 0, 0)
        listed.append(MonthSales(at, orders, revenue_, refunds, customers.get(str(at), 0)))
        at = at.plus(1)
    return tuple(listed)


def _customers_by_month(
    connection: sa.Connection, currency: str, first: Month, last: Month
) -> dict[str, int]:
    month = sa.func.substr(sa.cast(purchase.c.purchased_on, sa.String), 1, 7)
    rows = connection.execute(
        sa.select(month.label("month"), sa.func.count(purchase.c.customer_id.distinct()).label("n"))
        .where(*in_period(connection, currency, first.first_day, last.last_day), purchase.c.total >= 0)
        .group_by(month)
    )
    return {row.month: row.n for row in rows}


def buyers(connection: sa.Connection, periods: Sequence[tuple[date, date]]) -> list[tuple[int, int]]:
    """For each period first..last: (customers with at least one sale, with at least two), in one pass.

    Reads one range of a covering index, whatever the number of periods.
    """
    if not periods:
        return []
    day = purchase.c.purchased_on
    sums = [
        sa.func.sum(sa.case((sa.and_(day >= first, day <= last), 1), else_=0)).label(f"n{index}")
        for index, (first, last) in enumerate(periods)
    ]
    begin, end = min(first for first, _last in periods), max(last for _first, last in periods)
    per_customer = (
        sa.select(*sums)
        .where(day >= begin, day <= end, purchase.c.total >= 0)
        .group_by(purchase.c.customer_id)
        .subquery()
    )
    counted = [
        sa.func.coalesce(sa.func.sum(sa.case((column >= least, 1), else_=0)), 0)
        for column in per_customer.c
        for least in (1, 2)
    ]
    row = connection.execute(sa.select(*counted).select_from(per_customer)).one()
    return [(int(row[2 * index]), int(row[2 * index + 1])) for index in range(len(periods))]


def buyers_today(connection: sa.Connection, since: date) -> tuple[int, int]:
    """(customers whose last sale, whose last but one) is not before `since`: two index ranges of the summaries."""
    counted = []
    for column in (customer.c.last_purchase, customer.c.prior_purchase):
        query = (
            sa.select(sa.func.count()).select_from(customer).where(customer.c.hidden == 0, column >= since)
        )
        counted.append(int(connection.execute(query).scalar_one()))
    return counted[0], counted[1]


def remembered_buyers(connection: sa.Connection, days: Sequence[date]) -> dict[date, tuple[int, int]]:
    """What `remember_buyers` kept for these days."""
    rows = connection.execute(sa.select(summary_buyers).where(summary_buyers.c.day.in_(list(days))))
    return {row.day: (row.once, row.twice) for row in rows}


def sales_mark(connection: sa.Connection) -> tuple[int, int, int, int]:
    """A few sums that differ after any purchase came or went: whether counts are still those of this moment."""
    c = summary_day.c
    sums = (sa.func.coalesce(sa.func.sum(column), 0) for column in (c.orders, c.revenue, c.refunds))
    row = connection.execute(sa.select(sa.func.count(), *sums).select_from(summary_day)).one()
    return int(row[0]), int(row[1]), int(row[2]), int(row[3])


def remember_buyers(connection: sa.Connection, counts: Mapping[date, tuple[int, int]]) -> None:
    """Keeps counts of past days; a later change of an earlier day drops them (`summaries.forget_buyers`)."""
    for day, (once, twice) in counts.items():
        connection.execute(sa.delete(summary_buyers).where(summary_buyers.c.day == day))
        connection.execute(sa.insert(summary_buyers).values(day=day, once=once, twice=twice))


def by_customer(
    connection: sa.Connection, currency: str, first: date, last: date, limit: int
) -> tuple[NamedSales, ...]:
    """The customers that brought most."""
    revenue_ = sa.func.sum(purchase.c.total)
    # Names are looked up for the few who are listed, not for every buyer.
    best = (
        sa.select(
            purchase.c.customer_id,
            sa.func.sum(sa.case((purchase.c.total >= 0, 1), else_=0)).label("orders"),
            revenue_.label("revenue"),
        )
        .where(*in_period(connection, currency, first, last))
        .group_by(purchase.c.customer_id)
        .order_by(revenue_.desc(), purchase.c.customer_id)
        .limit(limit)
        .subquery()
    )
    rows = connection.execute(
        sa.select(customer.c.id, customer.c.name, customer.c.number, best.c.orders, best.c.revenue)
        .join(customer, customer.c.id == best.c.customer_id)
        .order_by(best.c.revenue.desc(), customer.c.id)
    )
    return tuple(
        NamedSales(row.name[:300], row.orders, 0, row.revenue, number=row.number, customer_id=row.id)
        for row in rows
    )


def in_period(
    connection: sa.Connection, currency: str, first: date, last: date
) -> tuple[sa.ColumnElement[bool], ...]:
    """Purchases of the days first..last in `currency`.

    The currency is asked for only where there are others: it alone is not in the index of days, and would cost a
    look-up per purchase.
    """
    days = (purchase.c.purchased_on >= first, purchase.c.purchased_on <= last)
    return (*days, purchase.c.currency == currency) if other_currencies(connection, currency) else days
