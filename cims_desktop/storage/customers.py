"""Reads and writes customers with their contact points and addresses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.contacts import Address, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerRow, CustomerSummary
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.domain.errors import NotFound, StaleRecord
from cims_desktop.storage import search_index
from cims_desktop.storage.customer_rows import DERIVED, derived
from cims_desktop.storage.records import from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.customers import address, contact_point, customer
from cims_desktop.storage.tables.people import office, user

HIDDEN_BIN = 1
_BATCH = 500
_SUMMARY = (
    "purchases", "total_spent", "first_purchase", "last_purchase", "last_contact", "next_contact", "last_satisfaction",
)  # fmt: skip
_NOT_WRITTEN = frozenset(
    {"id", "number", "version", "deleted_at", "created_at", "updated_at", "phone", "email"}
)
LIST_COLUMNS = (
    "id", "number", "kind", "name", "organisation", "status", "tier", "phone", "email", "city", "purchases",
    "total_spent", "last_purchase", "last_contact", "next_contact", "last_satisfaction", "created_at", "owner_id",
)  # fmt: skip
LONGEST_LISTED = 300
"""Characters of a name that the list carries: a 4,000-character name must not slow a page down."""


def get(connection: sa.Connection, customer_id: int) -> Customer:
    """The whole customer. Raises NotFound."""
    row = connection.execute(sa.select(customer).where(customer.c.id == customer_id)).first()
    if row is None:
        raise NotFound("customer", customer_id)
    contacts = connection.execute(
        sa.select(contact_point)
        .where(contact_point.c.customer_id == customer_id)
        .order_by(contact_point.c.position)
    )
    addresses = connection.execute(
        sa.select(address).where(address.c.customer_id == customer_id).order_by(address.c.position)
    )
    return from_row(
        Customer, row, birthday=birthday_of(row), summary=CustomerSummary(*(getattr(row, name) for name in _SUMMARY)),
        contacts=tuple(from_row(ContactPoint, one) for one in contacts),
        addresses=tuple(from_row(Address, one) for one in addresses),
        deleted_by_name=_display_name(connection, row.deleted_by),
    )  # fmt: skip


def insert(connection: sa.Connection, new: Customer, now: datetime, user_id: int | None) -> int:
    """Stores a new customer (prepared by the domain) with its search entry; returns its id."""
    number = new.number or next_number(connection)
    values = _values(new) | {
        "number": number, "created_at": now, "created_by": user_id, "updated_at": now, "updated_by": user_id,
        "version": 1,
    }  # fmt: skip
    customer_id = insert_row(connection, customer, values)
    _insert_children(connection, customer_id, new)
    search_index.put(connection, customer_id, search_index.content_of(replace(new, number=number)))
    return customer_id


def update(connection: sa.Connection, changed: Customer, now: datetime, user_id: int | None) -> None:
    """Stores a changed customer if its version is still the stored one. Raises StaleRecord."""
    assert changed.id is not None
    values = _values(changed) | {"updated_at": now, "updated_by": user_id, "version": changed.version + 1}
    _checked(connection, changed.id, changed.version, values)
    connection.execute(sa.delete(contact_point).where(contact_point.c.customer_id == changed.id))
    connection.execute(sa.delete(address).where(address.c.customer_id == changed.id))
    _insert_children(connection, changed.id, changed)
    search_index.put(connection, changed.id, search_index.content_of(changed))


def movable(connection: sa.Connection, ids: Sequence[int], hidden: bool) -> list[int]:
    """Those of `ids` that `set_hidden` would move now, in the same order."""
    # A unary plus: these few are looked up by id, instead of walking an index of all that are shown (50 ms).
    here = sa.literal_column("+customer.hidden", customer.c.hidden.type) == (0 if hidden else HIDDEN_BIN)
    found: set[int] = set()
    for start in range(0, len(ids), _BATCH):
        wanted = customer.c.id.in_(list(ids[start : start + _BATCH]))
        found |= {row.id for row in connection.execute(sa.select(customer.c.id).where(wanted, here))}
    return [one for one in ids if one in found]


def set_hidden(
    connection: sa.Connection, ids: Sequence[int], hidden: bool, now: datetime, user_id: int | None
) -> list[int]:
    """Moves customers to the bin or back; returns the ids that were really moved."""
    moved = movable(connection, ids, hidden)
    move = sa.update(customer).values(
        hidden=HIDDEN_BIN if hidden else 0, deleted_at=now if hidden else None,
        deleted_by=user_id if hidden else None, version=customer.c.version + 1,
    )  # fmt: skip
    for start in range(0, len(moved), _BATCH):
        connection.execute(move.where(customer.c.id.in_(moved[start : start + _BATCH])))
    return moved


def set_next_contact(
    connection: sa.Connection, customer_id: int, day: date | None, now: datetime, user_id: int | None
) -> None:
    """Plans (or clears) the next contact. It is a summary field: the version of the form stays."""
    connection.execute(
        sa.update(customer)
        .where(customer.c.id == customer_id)
        .values(next_contact=day, updated_at=now, updated_by=user_id)
    )


def next_contact(connection: sa.Connection, customer_id: int) -> date | None:
    """When the customer is to be contacted next. Raises NotFound."""
    row = connection.execute(sa.select(customer.c.next_contact).where(customer.c.id == customer_id)).first()
    if row is None:
        raise NotFound("customer", customer_id)
    day: date | None = row.next_contact
    return day


def next_number(connection: sa.Connection) -> str:
    """The next free customer number by the office's pattern; taken in this transaction."""
    pattern, counter = connection.execute(sa.select(office.c.number_pattern, office.c.next_number)).one()
    number = pattern.format(counter)
    while connection.execute(sa.select(customer.c.id).where(customer.c.number == number)).first():
        counter += 1
        number = pattern.format(counter)
    connection.execute(sa.update(office).values(next_number=counter + 1))
    return str(number)


def name_of(connection: sa.Connection, customer_id: int) -> str:
    """The customer's name. Raises NotFound."""
    found = connection.execute(sa.select(customer.c.name).where(customer.c.id == customer_id)).scalar()
    if found is None:
        raise NotFound("customer", customer_id)
    return str(found)


def row_of(row: Any) -> CustomerRow:
    """A list row from a row that holds `LIST_COLUMNS`."""
    mapping = dict(row._mapping)
    mapping["name"] = mapping["name"][:LONGEST_LISTED]
    mapping["organisation"] = mapping["organisation"][:LONGEST_LISTED]
    return from_row(CustomerRow, mapping, deleted=mapping.get("hidden", 0) != 0)


def _values(one: Customer) -> dict[str, Any]:
    return to_row(one, customer, without=_NOT_WRITTEN) | dict(zip(DERIVED, derived(one), strict=True))


def birthday_of(row: Any) -> PartialDate | None:
    """The birthday in a row of the customer table."""
    if row.birthday_month is None:
        return None
    return PartialDate(
        row.birthday_month, row.birthday_day, row.birthday_year, CalendarKind(row.birthday_calendar)
    )


def _display_name(connection: sa.Connection, user_id: int | None) -> str:
    if user_id is None:
        return ""
    return str(connection.execute(sa.select(user.c.display_name).where(user.c.id == user_id)).scalar() or "")


def _insert_children(connection: sa.Connection, customer_id: int, one: Customer) -> None:
    for target, children in ((contact_point, one.contacts), (address, one.addresses)):
        rows = [
            to_row(child, target) | {"customer_id": customer_id, "position": position}
            for position, child in enumerate(children)
        ]
        if rows:
            connection.execute(sa.insert(target), rows)


def _checked(connection: sa.Connection, customer_id: int, version: int, values: dict[str, Any]) -> None:
    done = connection.execute(
        sa.update(customer)
        .where(customer.c.id == customer_id, customer.c.version == version)
        .values(**values)
    )
    if done.rowcount:
        return
    if connection.execute(sa.select(customer.c.id).where(customer.c.id == customer_id)).first() is None:
        raise NotFound("customer", customer_id)
    raise StaleRecord("customer", customer_id)


def id_of_number(connection: sa.Connection, number: str) -> int | None:
    """The id of the customer with this number, if any."""
    return connection.execute(sa.select(customer.c.id).where(customer.c.number == number)).scalar()
