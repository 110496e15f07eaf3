"""Customers as rows: the columns that are derived from a customer, and plain rows of driver values for bulk work."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cims_desktop.domain.contacts import PHONE_KINDS, Address, ContactKind, ContactPoint, display_phone
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.storage.bulk_rows import BulkRows
from cims_desktop.storage.tables.customers import SORT_NAME_LENGTH, address, contact_point, customer

DERIVED = (
    "sort_name", "phone", "email", "city", "birthday_year", "birthday_month", "birthday_day", "birthday_calendar",
)  # fmt: skip
"""Columns of a customer whose values are not fields of the same name, or are cut for the list."""

SAME = (
    "number", "external_id", "kind", "name", "family_name", "given_name", "organisation", "job_title", "status", "tier",
    "source", "language", "note",
)  # fmt: skip
"""Columns of a customer that hold the field of the same name."""

CUSTOMER_COLUMNS = (*DERIVED, *SAME)
NUMBER = CUSTOMER_COLUMNS.index("number")
"""Where the customer's number stands in `row_of`."""

CONTACT_COLUMNS = ("kind", "value", "normal", "label", "primary", "opted_out", "invalid")
ADDRESS_COLUMNS = ("label", "country", "province", "city", "district", "street", "postal_code", "primary")

_CUSTOMER = BulkRows(customer, " ".join(DERIVED), " ".join(SAME))
_CONTACT = BulkRows(contact_point, same=" ".join(CONTACT_COLUMNS))
_ADDRESS = BulkRows(address, same=" ".join(ADDRESS_COLUMNS))
_TIERS = tuple(Tier)


def insert_statement(table: str, columns: Sequence[str]) -> str:
    """The INSERT of all `columns` in the driver's own style; names are ours, never a user's."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table}({names}) VALUES({', '.join('?' * len(columns))})"


def derived(one: Customer, shown: str | None = None) -> tuple[Any, ...]:
    """The values of `DERIVED`. `shown` is the phone as the list shows it, where it is known already."""
    phone, email, home, born = one.phone, one.email, one.address, one.birthday
    return (
        one.sort_name[:SORT_NAME_LENGTH],
        "" if phone is None else (shown or shown_phone(phone))[:100],
        "" if email is None else email.value,
        "" if home is None else (home.city or home.province)[:200],
        born and born.year,
        born and born.month,
        born and born.day,
        born.calendar.value if born else "",
    )


def shown_phone(point: ContactPoint) -> str:
    """The phone number as the list shows it: international groups, or as typed when it is not valid.

    The commonest form is not parsed: 0.3 µs instead of 40 for a Chinese mobile number.
    """
    normal = point.normal
    if point.invalid or point.kind not in PHONE_KINDS:
        return point.value[:100]
    if len(normal) == 14 and normal.startswith("+861") and normal[1:].isdigit():
        return f"+86 {normal[3:6]} {normal[6:10]} {normal[10:]}"
    return display_phone(normal)[:100]


def row_of(one: Customer, shown: str | None = None) -> list[Any]:
    """The values of `CUSTOMER_COLUMNS`; `shown` as for `derived`."""
    return list(_CUSTOMER.row(one, *derived(one, shown)))


def contact_rows(points: Sequence[ContactPoint]) -> list[list[Any]]:
    """The values of `CONTACT_COLUMNS` of each point."""
    return [list(_CONTACT.row(point)) for point in points]


def address_rows(addresses: Sequence[Address]) -> list[list[Any]]:
    """The values of `ADDRESS_COLUMNS` of each address."""
    return [list(_ADDRESS.row(one)) for one in addresses]


def contacts_of(rows: Sequence[Sequence[Any]]) -> tuple[ContactPoint, ...]:
    """The points of `contact_rows`."""
    return tuple(
        ContactPoint(ContactKind(kind), value, normal, label, bool(primary), bool(opted_out), bool(invalid))
        for kind, value, normal, label, primary, opted_out, invalid in rows
    )


def addresses_of(rows: Sequence[Sequence[Any]]) -> tuple[Address, ...]:
    """The addresses of `address_rows`."""
    return tuple(
        Address(street, district, city, province, postal_code, country, label, bool(primary))
        for label, country, province, city, district, street, postal_code, primary in rows
    )


def customer_of(
    row: Sequence[Any], contacts: Sequence[Sequence[Any]], addresses: Sequence[Sequence[Any]]
) -> Customer:
    """The customer of `row_of`, `contact_rows` and `address_rows`."""
    named = dict(zip(CUSTOMER_COLUMNS, row, strict=True))
    sort_name, _phone, _email, _city, year, month, day, calendar = (named.pop(name) for name in DERIVED)
    named["kind"], named["status"] = CustomerKind(named["kind"]), CustomerStatus(named["status"])
    named["tier"] = _TIERS[named["tier"]]
    return Customer(
        **named,
        sort_name=sort_name,
        birthday=None if month is None else PartialDate(month, day, year, CalendarKind(calendar)),
        contacts=contacts_of(contacts),
        addresses=addresses_of(addresses),
    )
