"""Maintained sums: per customer and per office day, written in the transaction of every change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.satisfaction import Metric
from cims_desktop.storage import sqlite_only
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import interaction, survey_response
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.sales import purchase, summary_buyers, summary_day

_SALE = sa.and_(purchase.c.total >= 0, purchase.c.refund_of.is_(None))
_ORDERS = sa.func.sum(sa.case((_SALE, 1), else_=0))
_REFUNDED = sa.func.sum(sa.case((_SALE, 0), else_=-purchase.c.total))
_OFFICE_CURRENCY = sa.select(office.c.currency).limit(1).scalar_subquery()
_MOST_NAMED = 1000
_DAY = ("day", "currency", "orders", "revenue", "refunds")


def contacts_statement() -> sa.Update:
    """Sets when customers were last in contact, from their interactions."""
    newest = sa.select(sa.func.max(interaction.c.occurred_at)).where(
        interaction.c.customer_id == customer.c.id
    )
    return sa.update(customer).values(last_contact=newest.scalar_subquery())


def satisfaction_statement() -> sa.Update:
    """Sets customers' newest CSAT score, in hundredths."""
    newest = (
        sa.select(survey_response.c.score * 100)
        .where(survey_response.c.customer_id == customer.c.id, survey_response.c.metric == Metric.CSAT)
        .order_by(survey_response.c.answered_at.desc(), survey_response.c.id.desc())
        .limit(1)
    )
    return sa.update(customer).values(last_satisfaction=newest.scalar_subquery())


def days_statement() -> sa.Insert:
    """Fills the empty table of days from the purchases."""
    return sa.insert(summary_day).from_select(_DAY, _fresh_days())


def wrong_days() -> sa.CompoundSelect[Any]:
    """Days whose sums are not those of their purchases, and days with sums but without purchases."""
    fresh = _fresh_days().subquery("fresh")
    same = sa.and_(summary_day.c.day == fresh.c.day, summary_day.c.currency == fresh.c.currency)
    differs = (summary_day.c[name].is_distinct_from(fresh.c[name]) for name in ("orders", "revenue"))
    stray = sa.or_(summary_day.c.orders != 0, summary_day.c.revenue != 0)
    return sa.union_all(
        sa.select(fresh.c.day).select_from(fresh.outerjoin(summary_day, same)).where(sa.or_(*differs)),
        sa.select(summary_day.c.day)
        .select_from(summary_day.outerjoin(fresh, same))
        .where(fresh.c.day.is_(None), stray),
    )


def wrong_customers(limit: int) -> sa.Select[Any]:
    """Numbers of customers whose count of purchases or sum is not that of their purchases."""
    fresh = (
        sa.select(
            purchase.c.customer_id, _ORDERS.label("orders"), sa.func.sum(purchase.c.total).label("spent")
        )
        .where(purchase.c.currency == _OFFICE_CURRENCY)
        .group_by(purchase.c.customer_id)
        .subquery("fresh")
    )
    return (
        sa.select(customer.c.number)
        .select_from(customer.outerjoin(fresh, fresh.c.customer_id == customer.c.id))
        .where(
            sa.or_(
                customer.c.purchases != sa.func.coalesce(fresh.c.orders, 0),
                customer.c.total_spent != sa.func.coalesce(fresh.c.spent, 0),
            )
        )
        .limit(limit)
    )


def _fresh_days() -> sa.Select[Any]:
    return sa.select(
        purchase.c.purchased_on.label("day"), purchase.c.currency, _ORDERS.label("orders"),
        sa.func.sum(purchase.c.total).label("revenue"), _REFUNDED.label("refunds"),
    ).group_by(purchase.c.purchased_on, purchase.c.currency)  # fmt: skip


def purchase_added(
    connection: sa.Connection, customer_id: int, day: date, currency: str, total: int, refund: bool
) -> None:
    """Adds one stored purchase or refund to the day's and the customer's sums."""
    forget_buyers(connection, day)
    add_days(connection, {(day, currency): (0 if refund else 1, total, -total if refund else 0)})
    customer_purchases(connection, customer_id)


def add_days(connection: sa.Connection, sums: dict[tuple[date, str], tuple[int, int, int]]) -> None:
    """Adds (orders, revenue, refunds) to days; days that were not there yet are made."""
    for (day, currency), (orders, revenue, refunds) in sums.items():
        done = connection.execute(
            sa.update(summary_day)
            .where(summary_day.c.day == day, summary_day.c.currency == currency)
            .values(
                orders=summary_day.c.orders + orders, revenue=summary_day.c.revenue + revenue,
                refunds=summary_day.c.refunds + refunds,
            )
        )  # fmt: skip
        if not done.rowcount:
            row = {"day": day, "currency": currency, "orders": orders, "revenue": revenue, "refunds": refunds}
            connection.execute(sa.insert(summary_day).values(**row))


def customer_purchases(connection: sa.Connection, customer_id: int) -> None:
    """Recomputes one customer's purchase figures from that customer's purchases (an index range)."""
    mine = sa.and_(purchase.c.customer_id == customer_id, purchase.c.currency == _OFFICE_CURRENCY)
    prior = sa.select(purchase.c.purchased_on).where(mine, _SALE).order_by(purchase.c.purchased_on.desc())
    row = connection.execute(
        sa.select(
            prior.limit(1).offset(1).scalar_subquery().label("prior_purchase"),
            sa.func.coalesce(_ORDERS, 0).label("purchases"),
            sa.func.coalesce(sa.func.sum(purchase.c.total), 0).label("total_spent"),
            sa.func.min(sa.case((_SALE, purchase.c.purchased_on))).label("first_purchase"),
            sa.func.max(sa.case((_SALE, purchase.c.purchased_on))).label("last_purchase"),
        ).where(mine)
    ).one()
    connection.execute(sa.update(customer).where(customer.c.id == customer_id).values(**row._mapping))


def customer_contact(connection: sa.Connection, customer_id: int) -> None:
    """Recomputes when a customer was last in contact."""
    connection.execute(contacts_statement().where(customer.c.id == customer_id))


def customer_satisfaction(connection: sa.Connection, customer_id: int) -> None:
    """Recomputes a customer's newest CSAT score, in hundredths."""
    connection.execute(satisfaction_statement().where(customer.c.id == customer_id))


def recompute(connection: sa.Connection, customer_ids: Iterable[int] | None = None) -> None:
    """Recomputes everything, or the customers given (and then not the day sums)."""
    if customer_ids is not None:
        for customer_id in customer_ids:
            customer_purchases(connection, customer_id)
            customer_contact(connection, customer_id)
            customer_satisfaction(connection, customer_id)
        return
    connection.execute(sa.update(office).values(shown_customers=_shown_customers().scalar_subquery()))
    recompute_days(connection)
    sqlite_only.recompute_purchases(connection)
    connection.execute(contacts_statement())
    connection.execute(satisfaction_statement())


def recompute_days(connection: sa.Connection) -> None:
    """Makes the day sums anew from the purchases."""
    connection.execute(sa.delete(summary_day))
    connection.execute(sa.delete(summary_buyers))
    connection.execute(days_statement())


def forget_buyers(connection: sa.Connection, day: date) -> None:
    """Drops remembered counts of buyers that a change on `day` may have made wrong."""
    connection.execute(sa.delete(summary_buyers).where(summary_buyers.c.day >= day))


def differences(connection: sa.Connection) -> list[tuple[str, str]]:
    """Where a stored sum differs from a fresh computation: (kind, where). Empty when all agree."""
    found = [("summary_day", row.day.isoformat()) for row in connection.execute(wrong_days())]
    wrong = connection.execute(wrong_customers(_MOST_NAMED))
    found += [("summary_customer", row.number) for row in wrong]
    kept = connection.execute(sa.select(office.c.shown_customers)).scalar_one()
    counted = connection.execute(_shown_customers()).scalar_one()
    return found + (
        [("summary_office", f"shown_customers {kept}, counted {counted}")] if kept != counted else []
    )


def _shown_customers() -> sa.Select[int]:
    """How many customers are shown, counted; `office.shown_customers` is kept by the database's triggers."""
    return sa.select(sa.func.count()).select_from(customer).where(customer.c.hidden == 0)
