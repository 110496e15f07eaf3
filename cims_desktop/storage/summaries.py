"""Maintained sums: per customer and per office day, written in the transaction of every change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.satisfaction import Metric
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import interaction, survey_response
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.sales import purchase, summary_buyers, summary_day

# The same definitions as one statement for all customers; used by bulk loads, imports and `office check --repair`.
_RECOMPUTE_PURCHASES = """
UPDATE customer SET
 prior_purchase = (SELECT p.purchased_on FROM purchase p WHERE p.customer_id = customer.id AND p.total >= 0
   AND p.refund_of IS NULL AND p.currency = (SELECT currency FROM office)
   ORDER BY p.purchased_on DESC LIMIT 1 OFFSET 1),
 (purchases, total_spent, first_purchase, last_purchase) =
 (SELECT coalesce(sum(p.total >= 0 AND p.refund_of IS NULL), 0), coalesce(sum(p.total), 0),
         min(CASE WHEN p.total >= 0 AND p.refund_of IS NULL THEN p.purchased_on END),
         max(CASE WHEN p.total >= 0 AND p.refund_of IS NULL THEN p.purchased_on END)
  FROM purchase p WHERE p.customer_id = customer.id AND p.currency = (SELECT currency FROM office))
"""
_RECOMPUTE_CONTACTS = """
UPDATE customer SET last_contact = (SELECT max(i.occurred_at) FROM interaction i WHERE i.customer_id = customer.id)
"""
_RECOMPUTE_SATISFACTION = """
UPDATE customer SET last_satisfaction = (SELECT r.score * 100 FROM survey_response r
  WHERE r.customer_id = customer.id AND r.metric = 'csat' ORDER BY r.answered_at DESC, r.id DESC LIMIT 1)
"""
_RECOMPUTE_DAYS = """
INSERT INTO summary_day(day, currency, orders, revenue, refunds)
SELECT purchased_on, currency, sum(total >= 0 AND refund_of IS NULL), sum(total),
       sum(CASE WHEN total < 0 OR refund_of IS NOT NULL THEN -total ELSE 0 END)
FROM purchase GROUP BY purchased_on, currency
"""


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
    sale = sa.and_(purchase.c.total >= 0, purchase.c.refund_of.is_(None))
    mine = sa.and_(
        purchase.c.customer_id == customer_id,
        purchase.c.currency == sa.select(office.c.currency).limit(1).scalar_subquery(),
    )
    prior = sa.select(purchase.c.purchased_on).where(mine, sale).order_by(purchase.c.purchased_on.desc())
    row = connection.execute(
        sa.select(
            prior.limit(1).offset(1).scalar_subquery().label("prior_purchase"),
            sa.func.coalesce(sa.func.sum(sa.case((sale, 1), else_=0)), 0).label("purchases"),
            sa.func.coalesce(sa.func.sum(purchase.c.total), 0).label("total_spent"),
            sa.func.min(sa.case((sale, purchase.c.purchased_on))).label("first_purchase"),
            sa.func.max(sa.case((sale, purchase.c.purchased_on))).label("last_purchase"),
        ).where(mine)
    ).one()
    connection.execute(sa.update(customer).where(customer.c.id == customer_id).values(**row._mapping))


def customer_contact(connection: sa.Connection, customer_id: int) -> None:
    """Recomputes when a customer was last in contact."""
    newest = sa.select(sa.func.max(interaction.c.occurred_at)).where(interaction.c.customer_id == customer_id)
    connection.execute(
        sa.update(customer).where(customer.c.id == customer_id).values(last_contact=newest.scalar_subquery())
    )


def customer_satisfaction(connection: sa.Connection, customer_id: int) -> None:
    """Recomputes a customer's newest CSAT score, in hundredths."""
    newest = (
        sa.select(survey_response.c.score * 100)
        .where(survey_response.c.customer_id == customer_id, survey_response.c.metric == Metric.CSAT)
        .order_by(survey_response.c.answered_at.desc(), survey_response.c.id.desc())
        .limit(1)
    )
    connection.execute(
        sa.update(customer)
        .where(customer.c.id == customer_id)
        .values(last_satisfaction=newest.scalar_subquery())
    )


def recompute(connection: sa.Connection, customer_ids: Iterable[int] | None = None) -> None:
    """Recomputes everything, or the customers given (and then not the day sums)."""
    if customer_ids is not None:
        for customer_id in customer_ids:
            customer_purchases(connection, customer_id)
            customer_contact(connection, customer_id)
            customer_satisfaction(connection, customer_id)
        return
    recompute_days(connection)
    for statement in (_RECOMPUTE_PURCHASES, _RECOMPUTE_CONTACTS, _RECOMPUTE_SATISFACTION):
        connection.exec_driver_sql(statement)


def recompute_days(connection: sa.Connection) -> None:
    """Makes the day sums anew from the purchases."""
    connection.execute(sa.delete(summary_day))
    connection.execute(sa.delete(summary_buyers))
    connection.exec_driver_sql(_RECOMPUTE_DAYS)


def forget_buyers(connection: sa.Connection, day: date) -> None:
    """Drops remembered counts of buyers that a change on `day` may have made wrong."""
    connection.execute(sa.delete(summary_buyers).where(summary_buyers.c.day >= day))


def differences(connection: sa.Connection) -> list[tuple[str, str]]:
    """Where a stored sum differs from a fresh computation: (kind, where). Empty when all agree."""
    days = connection.exec_driver_sql(
        "WITH fresh AS (SELECT purchased_on AS day, currency, sum(total >= 0 AND refund_of IS NULL) AS orders,"
        " sum(total) AS revenue FROM purchase GROUP BY 1, 2)"
        " SELECT fresh.day FROM fresh LEFT JOIN summary_day s ON s.day = fresh.day AND s.currency = fresh.currency"
        " WHERE s.orders IS NOT fresh.orders OR s.revenue IS NOT fresh.revenue"
        " UNION ALL SELECT s.day FROM summary_day s LEFT JOIN fresh ON s.day = fresh.day"
        " AND s.currency = fresh.currency WHERE fresh.day IS NULL AND (s.orders <> 0 OR s.revenue <> 0)"
    )
    found: list[tuple[str, str]] = [("summary_day", str(row[0])) for row in days]
    wrong: Any = connection.exec_driver_sql(
        "WITH fresh AS (SELECT customer_id, sum(total >= 0 AND refund_of IS NULL) AS n, sum(total) AS spent"
        " FROM purchase WHERE currency = (SELECT currency FROM office) GROUP BY 1)"
        " SELECT c.number FROM customer c LEFT JOIN fresh ON fresh.customer_id = c.id"
        " WHERE c.purchases <> coalesce(fresh.n, 0) OR c.total_spent <> coalesce(fresh.spent, 0) LIMIT 1000"
    )
    found.extend(("summary_customer", str(row[0])) for row in wrong)
    return found
