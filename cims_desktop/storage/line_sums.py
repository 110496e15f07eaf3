"""Sales by product and by category, in one pass over the lines of a period."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.figures import NamedSales
from cims_desktop.storage.figures import in_period
from cims_desktop.storage.tables.sales import product, purchase, purchase_line

_AT_ONCE = 5000
_MOST_CATEGORIES = 100


@dataclass(slots=True)
class _Sums:
    """What came together under one name. A purchase counts once, however many of its lines stand here, a refund
    (a negative total, as everywhere) not at all.
    """

    orders: int = 0
    quantity: int = 0
    revenue: int = 0
    newest: int = 0


def by_category_and_product(
    connection: sa.Connection, currency: str, first: date, last: date, limit: int
) -> tuple[tuple[NamedSales, ...], tuple[NamedSales, ...]]:
    """(Sales by category, the `limit` products that brought most), the best first.

    Lines without a product stand under their description, and in the category of an empty name.
    """
    names: defaultdict[str, _Sums] = defaultdict(_Sums)
    categories: defaultdict[str, _Sums] = defaultdict(_Sums)
    known = {
        row.id: (names[row.name], categories[row.category])
        for row in connection.execute(sa.select(product.c.id, product.c.name, product.c.category))
    }
    for part in connection.execute(_lines(connection, currency, first, last)).partitions(_AT_ONCE):
        for at, total, goods, description, quantity, amount in part:
            for sums in known.get(goods) or (names[description], categories[""]):
                if sums.newest != at:
                    sums.newest = at
                    sums.orders += total >= 0
                sums.quantity += quantity
                sums.revenue += amount
    return _best(categories.items(), _MOST_CATEGORIES), _best(names.items(), limit)


def _lines(connection: sa.Connection, currency: str, first: date, last: date) -> sa.Select[Any]:
    """Every line of the period, those of a purchase one after the other: the order of the index of days."""
    return (
        sa.select(
            purchase.c.id, purchase.c.total, purchase_line.c.product_id, purchase_line.c.description,
            purchase_line.c.quantity, purchase_line.c.amount,
        )
        .join(purchase_line, purchase_line.c.purchase_id == purchase.c.id)
        .where(*in_period(connection, currency, first, last))
        .order_by(purchase.c.purchased_on, purchase.c.customer_id, purchase.c.total, purchase.c.id)
    )  # fmt: skip


def _best(sums: Iterable[tuple[str, _Sums]], limit: int) -> tuple[NamedSales, ...]:
    sold = [NamedSales(name, one.orders, one.quantity, one.revenue) for name, one in sums if one.newest]
    return tuple(sorted(sold, key=lambda one: (-one.revenue, one.name))[:limit])
