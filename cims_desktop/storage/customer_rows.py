"""Customers as plain rows of driver values, for bulk work that must run at the driver's speed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.storage.customers import shown_phone
from cims_desktop.storage.tables.customers import SORT_NAME_LENGTH

CUSTOMER_COLUMNS = (
    "number", "external_id", "kind", "name", "sort_name", "family_name", "given_name", "organisation", "job_title",
    "status", "tier", "source", "birthday_year", "birthday_month", "birthday_day", "birthday_calendar", "language",
    "note", "phone", "email", "city",
)  # fmt: skip
CONTACT_COLUMNS = ("kind", "value", "normal", "label", "primary", "opted_out", "invalid")
ADDRESS_COLUMNS = ("label", "country", "province", "city", "district", "street", "postal_code", "primary")

_TIERS = tuple(Tier)
_TIER_RANK = {tier: rank for rank, tier in enumerate(Tier)}


def insert_statement(table: str, columns: Sequence[str]) -> str:
    """The INSERT of all `columns` in the driver's own style; names are ours, never a user's."""
    names = ", ".join(f'"{name}"' for name in columns)
    return f"INSERT INTO {table}({names}) VALUES({', '.join('?' * len(columns))})"


def row_of(one: Customer, shown: str | None = None) -> list[Any]:
    """The values of `CUSTOMER_COLUMNS`. `shown` is the phone as the list shows it, where it is known already."""
    phone, email, home, born = one.phone, one.email, one.address, one.birthday
    return [
        one.number, one.external_id, one.kind.value, one.name, one.sort_name[:SORT_NAME_LENGTH], one.family_name,
        one.given_name, one.organisation, one.job_title, one.status.value, _TIER_RANK[one.tier], one.source,
        born.year if born else None, born.month if born else None, born.day if born else None,
        born.calendar.value if born else "", one.language, one.note,
        "" if phone is None else (shown or shown_phone(phone))[:100], "" if email is None else email.value,
        "" if home is None else (home.city or home.province)[:200],
    ]  # fmt: skip


def contact_rows(points: Sequence[ContactPoint]) -> list[list[Any]]:
    """The values of `CONTACT_COLUMNS` of each point."""
    return [
        [p.kind.value, p.value, p.normal, p.label, int(p.primary), int(p.opted_out), int(p.invalid)]
        for p in points
    ]


def address_rows(addresses: Sequence[Address]) -> list[list[Any]]:
    """The values of `ADDRESS_COLUMNS` of each address."""
    return [
        [a.label, a.country, a.province, a.city, a.district, a.street, a.postal_code, int(a.primary)]
        for a in addresses
    ]


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
    for derived in ("phone", "email", "city"):
        del named[derived]
    parts = [named.pop(f"birthday_{part}") for part in ("year", "month", "day", "calendar")]
    year, month, day, calendar = parts
    named["birthday"] = None if month is None else PartialDate(month, day, year, CalendarKind(calendar))
    named["kind"], named["status"] = CustomerKind(named["kind"]), CustomerStatus(named["status"])
    named["tier"] = _TIERS[named["tier"]]
    return Customer(**named, contacts=contacts_of(contacts), addresses=addresses_of(addresses))
