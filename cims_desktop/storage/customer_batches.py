"""Reads whole customers by the hundred, for imports, checks and repairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from cims_desktop.domain.contacts import Address, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.storage.customers import birthday_of
from cims_desktop.storage.records import from_row
from cims_desktop.storage.tables.customers import address, contact_point, customer, customer_tag, tag

T = TypeVar("T")

_BATCH = 500


def batches(values: Sequence[Any]) -> Iterator[Sequence[Any]]:
    """`values` in parts that one statement can take."""
    for start in range(0, len(values), _BATCH):
        yield values[start : start + _BATCH]


def customers_of(connection: sa.Connection, ids: Sequence[int]) -> dict[int, Customer]:
    """Whole customers (without their figures), by id; ids that are gone are missing."""
    points = _children(connection, contact_point, ContactPoint, ids)
    places = _children(connection, address, Address, ids)
    return {
        row.id: from_row(
            Customer, row, birthday=birthday_of(row), contacts=tuple(points[row.id]),
            addresses=tuple(places[row.id]),
        )
        for part in batches(ids)
        for row in connection.execute(sa.select(customer).where(customer.c.id.in_(part)))
    }  # fmt: skip


def customers_with_tags(
    connection: sa.Connection, ids: Sequence[int]
) -> dict[int, tuple[Customer, tuple[str, ...]]]:
    """As `customers_of`, each with his tags in the order in which he got them."""
    tags: defaultdict[int, list[str]] = defaultdict(list)
    query = sa.select(customer_tag.c.customer_id, tag.c.name).join(tag, tag.c.id == customer_tag.c.tag_id)
    for part in batches(ids):
        mine = query.where(customer_tag.c.customer_id.in_(part)).order_by(customer_tag.c.id)
        for row in connection.execute(mine):
            tags[row.customer_id].append(row.name)
    return {key: (one, tuple(tags[key])) for key, one in customers_of(connection, ids).items()}


def _children(
    connection: sa.Connection, table: sa.Table, kind: type[T], ids: Sequence[int]
) -> defaultdict[int, list[T]]:
    found: defaultdict[int, list[T]] = defaultdict(list)
    for part in batches(ids):
        query = (
            sa.select(table)
            .where(table.c.customer_id.in_(part))
            .order_by(table.c.customer_id, table.c.position)
        )
        for row in connection.execute(query):
            found[row.customer_id].append(from_row(kind, row))
    return found
