"""What an import of products and purchases asks of the office and writes into it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.purchases import Product
from cims_desktop.storage import summaries
from cims_desktop.storage.customer_batches import batches
from cims_desktop.storage.customer_rows import insert_statement
from cims_desktop.storage.imports import Stamp
from cims_desktop.storage.records import from_row
from cims_desktop.storage.sqlite_only import next_id
from cims_desktop.storage.staged_sales import StagedLine, StagedPurchase
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.sales import product, purchase, purchase_line

_STAMPED = ("created_at", "created_by", "updated_at", "updated_by", "version", "import_run_id")
_NEW_PRODUCT = insert_statement("product", ("id", "sku", "name", "category", "price", "active", *_STAMPED))
_NEW_PURCHASE = insert_statement(
    "purchase",
    ("id", "customer_id", "number", "external_ref", "purchased_on", "purchased_at", "channel", "state", "currency",
     "total", "refund_of", "note", *_STAMPED),
)  # fmt: skip
_NEW_LINE = insert_statement(
    "purchase_line",
    ("purchase_id", "position", "product_id", "description", "quantity", "unit_price", "amount"),
)


def catalogue(connection: sa.Connection) -> list[Product]:
    """Every product, the oldest first."""
    return [from_row(Product, row) for row in connection.execute(sa.select(product).order_by(product.c.id))]


def known_references(connection: sa.Connection, references: Sequence[str]) -> set[tuple[str, int]]:
    """Which of these source numbers are in the office already: (number, customer id)."""
    found: set[tuple[str, int]] = set()
    for part in batches(references):
        query = sa.select(purchase.c.external_ref, purchase.c.customer_id)
        found |= {
            (row[0], row[1]) for row in connection.execute(query.where(purchase.c.external_ref.in_(part)))
        }
    return found


def sale_numbered(connection: sa.Connection, customer_id: int, reference: str) -> int | None:
    """This customer's stored sale with this source number."""
    query = sa.select(purchase.c.id).where(
        purchase.c.external_ref == reference, purchase.c.customer_id == customer_id, purchase.c.total >= 0
    )
    return connection.execute(query.limit(1)).scalar()


def newest_sale_with(
    connection: sa.Connection, customer_id: int, until: str, wanted: Mapping[int, int]
) -> int | None:
    """This customer's newest stored sale up to a day with at least these quantities of products."""
    first = next(iter(wanted))
    has_first = sa.exists().where(
        purchase_line.c.purchase_id == purchase.c.id, purchase_line.c.product_id == first,
        purchase_line.c.quantity >= wanted[first],
    )  # fmt: skip
    query = (
        sa.select(purchase.c.id)
        .where(purchase.c.customer_id == customer_id, sa.cast(purchase.c.purchased_on, sa.String) <= until)
        .where(purchase.c.total >= 0, has_first)
        .order_by(purchase.c.purchased_on.desc(), purchase.c.id.desc())
    )
    for row in connection.execute(query.limit(20)).all():
        have: defaultdict[int | None, int] = defaultdict(int)
        for line in connection.execute(sa.select(purchase_line).where(purchase_line.c.purchase_id == row.id)):
            have[line.product_id] += line.quantity
        if all(have[key] >= quantity for key, quantity in wanted.items()):
            return int(row.id)
    return None


def insert_products(connection: sa.Connection, new: Sequence[Product], stamp: Stamp) -> int:
    """Inserts products; returns the first one's id, the others follow it one by one."""
    first = next_id(connection, "product")
    rows = [
        (key, one.sku, one.name, one.category, one.price, 1, *stamp.values())
        for key, one in enumerate(new, first)
    ]
    connection.exec_driver_sql(_NEW_PRODUCT, rows)
    return first


def insert_purchases(
    connection: sa.Connection,
    new: Sequence[StagedPurchase],
    lines: Iterable[StagedLine],
    products: Mapping[int, int],
    stamp: Stamp,
) -> int:
    """Inserts purchases with their lines, and adds them to the day and customer sums; returns the first one's id.

    `products` gives the ids of the products that this import made, by minus their ordinal.
    """
    first = next_id(connection, "purchase")
    ids = {one.ordinal: key for key, one in enumerate(new, first)}
    rows = [
        (key, one.customer, one.number or f"P{key:06d}", one.external_ref, one.day, one.moment, one.channel, one.state,
         one.currency, one.total, one.refund_of, "", *stamp.values())
        for key, one in enumerate(new, first)
    ]  # fmt: skip
    connection.exec_driver_sql(_NEW_PURCHASE, rows)
    position: defaultdict[int, int] = defaultdict(int)
    values = []
    for line in lines:
        goods = products.get(line.product, line.product) if line.product is not None else None
        values.append(
            (ids[line.purchase], position[line.purchase], goods, line.description, line.quantity, line.unit_price,
             line.amount)
        )  # fmt: skip
        position[line.purchase] += 1
    connection.exec_driver_sql(_NEW_LINE, values)
    _add_to_days(connection, new)
    return first


def _add_to_days(connection: sa.Connection, new: Sequence[StagedPurchase]) -> None:
    days: dict[tuple[date, str], tuple[int, int, int]] = {}
    for one in new:
        key = (date.fromisoformat(one.day), one.currency)
        orders, revenue, refunds = days.get(key, (0, 0, 0))
        back = one.total < 0 or one.refund_of is not None
        days[key] = (orders + (not back), revenue + one.total, refunds - (one.total if back else 0))
    summaries.add_days(connection, days)
    summaries.forget_buyers(connection, min(day for day, _ in days))


def add_to_customers(connection: sa.Connection, new: Sequence[StagedPurchase], currency: str) -> None:
    """Adds created purchases in the office's currency to their customers' figures.

    Adding costs the same whether a customer has ten purchases or a hundred thousand.
    """
    mine: defaultdict[int, list[StagedPurchase]] = defaultdict(list)
    for one in new:
        if one.currency == currency:
            mine[one.customer].append(one)
    rows = []
    for key, bought in mine.items():
        sales = [one.day for one in bought if one.total >= 0 and one.refund_of is None]
        days = [*sorted(map(date.fromisoformat, sales), reverse=True), None, None]
        total = sum(one.total for one in bought)
        first = days[len(sales) - 1] if sales else None
        rows.append(
            {
                "key": key,
                "count": len(sales),
                "spent": total,
                "first": first,
                "last": days[0],
                "prior": days[1],
            }
        )
    if rows:
        connection.execute(adding_statement(), rows)


def adding_statement() -> sa.Update:
    """Adds count and spent to the figures of customer `key`; first, last and prior are the earliest, the newest
    and the newest but one of the added sales' days (None: so many there are not).
    """
    c = customer.c
    first, last, prior = (sa.bindparam(name, type_=sa.Date) for name in ("first", "last", "prior"))
    earliest = sa.func.coalesce(first, c.first_purchase)
    newer = sa.or_(c.last_purchase.is_(None), last > c.last_purchase)
    return (
        sa.update(customer)
        .where(c.id == sa.bindparam("key"))
        .ordered_values(  # prior before last: MySQL reads what the same statement has set already
            (c.purchases, c.purchases + sa.bindparam("count", type_=sa.Integer)),
            (c.total_spent, c.total_spent + sa.bindparam("spent", type_=sa.BigInteger)),
            (c.first_purchase, sa.case((c.first_purchase < first, c.first_purchase), else_=earliest)),
            (
                c.prior_purchase,
                sa.case((newer, _later(c.last_purchase, prior)), else_=_later(c.prior_purchase, last)),
            ),
            (c.last_purchase, _later(c.last_purchase, last)),
        )
    )


def _later(one: sa.ColumnElement[Any], other: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    """The later of two days, either of which may be missing; no two engines call it the same."""
    return sa.case((one > other, one), else_=sa.func.coalesce(other, one))
