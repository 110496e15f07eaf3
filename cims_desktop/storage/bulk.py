"""Loads domain values by the hundred thousand, at the driver's speed: for demo data and benchmarks.

Everything else goes through the noun modules. The values carry their ids; sums are computed afterwards, at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.interactions import Interaction
from cims_desktop.domain.preferences import Preferences
from cims_desktop.domain.purchases import Product, Purchase
from cims_desktop.domain.satisfaction import SurveyResponse
from cims_desktop.storage import search_index, summaries
from cims_desktop.storage.bulk_rows import BulkRows
from cims_desktop.storage.customer_rows import ADDRESS_COLUMNS, CONTACT_COLUMNS, DERIVED, SAME, derived
from cims_desktop.storage.tables.base import from_milliseconds, to_milliseconds
from cims_desktop.storage.tables.customers import address, contact_point, customer
from cims_desktop.storage.tables.history import consent, interaction, preference, survey_response
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.sales import product, purchase, purchase_line

_HEAVY = (
    "customer",
    "contact_point",
    "address",
    "purchase",
    "purchase_line",
    "interaction",
    "survey_response",
)
"""Tables whose secondary indexes are worth building afterwards."""

_ASCENDING = frozenset(
    {"ix_contact_point_customer_id", "ix_address_customer_id", "ix_purchase_line_purchase_id"}
)
"""Their keys come in order, so that keeping them up costs little, and sorting ten million would take much memory."""


def _stamp(value: datetime | None) -> int:
    """Milliseconds of an instant that bulk values must have."""
    if value is None:
        raise ValueError("a value to load lacks its instant")
    return to_milliseconds(value)


_VERSION = {"version": "1"}
_CUSTOMER = BulkRows(
    customer,
    " ".join((*DERIVED, "created_at", "updated_at")),
    " ".join(("id", "owner_id", *SAME)),
    _VERSION | {"hidden": "0"},
    purchases="summary.purchases",
    total_spent="summary.total_spent",
    next_contact="summary.next_contact",
    created_by="owner_id",
    updated_by="owner_id",
)
_CONTACT = BulkRows(contact_point, "customer_id position", " ".join(CONTACT_COLUMNS))
_ADDRESS = BulkRows(address, "customer_id position", " ".join(ADDRESS_COLUMNS))
_PRODUCT = BulkRows(product, "created_at updated_at", "id sku name category price active", _VERSION)
_PURCHASE = BulkRows(
    purchase,
    "purchased_at created_at updated_at",
    "id customer_id number external_ref purchased_on channel sold_by state currency total refund_of note",
    _VERSION,
    created_by="sold_by",
    updated_by="sold_by",
)
_LINE = BulkRows(purchase_line, "purchase_id position", "product_id description quantity unit_price amount")
_INTERACTION = BulkRows(
    interaction,
    "occurred_at created_at updated_at",
    "customer_id kind direction subject text outcome by_id by_name pinned next_contact",
    _VERSION,
    created_by="by_id",
    updated_by="by_id",
)
_ANSWER = BulkRows(
    survey_response, "answered_at created_at", "customer_id metric score comment channel by_id purchase_id"
)
_PREFERENCE = BulkRows(
    preference, "interests pairs created_at updated_at", "customer_id channel time language", _VERSION
)
_CONSENT = BulkRows(
    consent,
    "customer_id created_at updated_at",
    "purpose channel state lawful_basis source given_on",
    _VERSION,
)


def add_customers(connection: sa.Connection, customers: Sequence[Customer]) -> None:
    """Stores customers (with id, number, created_at and prepared contact points) and their search entries."""
    _CUSTOMER.insert(connection, [_customer_row(one) for one in customers])
    for rows, children in ((_CONTACT, "contacts"), (_ADDRESS, "addresses")):
        rows.insert(
            connection,
            [
                rows.row(child, one.id, position)
                for one in customers
                for position, child in enumerate(getattr(one, children))
            ],
        )
    search_index.put_many(connection, [(one.id, search_index.content_of(one)) for one in customers if one.id])


def _customer_row(one: Customer) -> tuple[Any, ...]:
    stamp = _stamp(one.created_at)
    return _CUSTOMER.row(one, *derived(one), stamp, stamp)


def add_products(connection: sa.Connection, products: Iterable[Product], now: datetime) -> None:
    """Stores products that have ids."""
    stamp = to_milliseconds(now)
    _PRODUCT.insert(connection, [_PRODUCT.row(one, stamp, stamp) for one in products])


def add_purchases(connection: sa.Connection, purchases: Iterable[Purchase]) -> int:
    """Stores purchases (with id, number, purchased_at and total) and their lines; returns how many purchases."""
    heads: list[tuple[Any, ...]] = []
    lines: list[tuple[Any, ...]] = []
    for one in purchases:
        stamp = _stamp(one.purchased_at)
        heads.append(_PURCHASE.row(one, stamp, stamp, stamp))
        lines.extend(_LINE.row(line, one.id, position) for position, line in enumerate(one.lines))
    _PURCHASE.insert(connection, heads)
    _LINE.insert(connection, lines)
    return len(heads)


def add_interactions(connection: sa.Connection, interactions: Iterable[Interaction]) -> None:
    """Stores interactions."""
    stamped = ((one, _stamp(one.occurred_at)) for one in interactions)
    _INTERACTION.insert(connection, [_INTERACTION.row(one, stamp, stamp, stamp) for one, stamp in stamped])


def add_answers(connection: sa.Connection, answers: Iterable[SurveyResponse]) -> None:
    """Stores survey responses."""
    stamped = ((one, _stamp(one.answered_at)) for one in answers)
    _ANSWER.insert(connection, [_ANSWER.row(one, stamp, stamp) for one, stamp in stamped])


def add_preferences(connection: sa.Connection, preferences: Sequence[Preferences], now: datetime) -> None:
    """Stores preferences with their consents, for customers that have none yet."""
    stamp = to_milliseconds(now)
    _PREFERENCE.insert(
        connection,
        [
            _PREFERENCE.row(
                one,
                json.dumps(one.interests, ensure_ascii=False),
                json.dumps(one.pairs, ensure_ascii=False),
                stamp,
                stamp,
            )
            for one in preferences
        ],
    )
    _CONSENT.insert(
        connection,
        [_CONSENT.row(each, one.customer_id, stamp, stamp) for one in preferences for each in one.consents],
    )


def drop_indexes(connection: sa.Connection) -> tuple[str, ...]:
    """Drops the secondary indexes of the large tables; returns the statements that make them again."""
    marks = ", ".join("?" * len(_HEAVY))
    found = connection.exec_driver_sql(
        f"SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name IN ({marks})"  # noqa: S608
        " ORDER BY tbl_name = 'customer', name",
        _HEAVY,
    ).all()
    dropped = [(name, str(sql)) for name, sql in found if name not in _ASCENDING]
    for name, _sql in dropped:
        connection.exec_driver_sql(f'DROP INDEX "{name}"')
    return tuple(sql for _name, sql in dropped)


def build_index(connection: sa.Connection, statement: str) -> None:
    """Makes one dropped index again."""
    connection.exec_driver_sql(statement)


def compute_sums(connection: sa.Connection, next_number: int) -> None:
    """All maintained sums at once, and the number that the next customer gets.

    Wants the indexes by customer, and goes faster while the customer list has none.
    """
    summaries.recompute(connection)
    connection.execute(sa.update(office).values(next_number=next_number))


@dataclass(frozen=True)
class Event:
    """Something that was loaded, as recent activity tells it; `amount` in minor units."""

    table: str
    record: int
    customer_id: int
    happened_at: datetime
    by_id: int | None
    what: str
    amount: int | None = None


_NEWEST = """
SELECT * FROM (SELECT 'purchase', id, customer_id, purchased_at, sold_by, number, total
               FROM purchase ORDER BY id DESC LIMIT ?)
UNION ALL
SELECT * FROM (SELECT 'interaction', id, customer_id, occurred_at, by_id, kind, NULL
               FROM interaction ORDER BY occurred_at DESC LIMIT ?)
UNION ALL
SELECT * FROM (SELECT 'survey_response', id, customer_id, answered_at, by_id, metric || ':' || score, NULL
               FROM survey_response ORDER BY answered_at DESC LIMIT ?)
UNION ALL
SELECT * FROM (SELECT 'customer', id, id, created_at, created_by, '', NULL FROM customer ORDER BY id DESC LIMIT ?)
"""


def newest(connection: sa.Connection, each: int) -> list[Event]:
    """The `each` newest purchases, interactions, answers and customers, oldest first."""
    rows = connection.exec_driver_sql(_NEWEST, (each,) * 4)
    events = [Event(row[0], row[1], row[2], from_milliseconds(row[3]), *row[4:]) for row in rows]
    return sorted(events, key=lambda event: event.happened_at)
