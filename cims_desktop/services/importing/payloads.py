"""Staged customers as text and back: what goes into the scratch file between the two phases of an import."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import CalendarKind, PartialDate
from cims_desktop.services.importing.given import Given
from cims_desktop.storage.customer_rows import (
    address_rows,
    addresses_of,
    contact_rows,
    contacts_of,
    customer_of,
    row_of,
)
from cims_desktop.storage.imports import ReadyCustomer

_WORDS: dict[str, Any] = {"kind": CustomerKind, "status": CustomerStatus, "tier": Tier}


@dataclass(frozen=True)
class Created:
    """A customer that the import makes; `created` in milliseconds since 1970 where the file tells it."""

    customer: Customer
    tags: tuple[str, ...] = ()
    created: int | None = None


def created_text(new: Created, shown: str | None = None) -> str:
    """A customer to create, in the columns of its tables; `shown` is the phone as the list shows it."""
    one = new.customer
    parts = [
        row_of(one, shown),
        contact_rows(one.contacts),
        address_rows(one.addresses),
        new.tags,
        new.created,
    ]
    return json.dumps(parts)


def created_from(text: str) -> Created:
    """The customer of `created_text`."""
    row, contacts, addresses, tags, created = json.loads(text)
    return Created(customer_of(row, contacts, addresses), tuple(tags), created)


def ready_from(text: str, content: str, tokens: str) -> ReadyCustomer:
    """The rows to insert of `created_text`, with the search entry made for it."""
    row, contacts, addresses, tags, created = json.loads(text)
    return ReadyCustomer(row, contacts, addresses, tags, created, content, tokens)


def given_text(rows: list[Given]) -> str:
    """What several rows give about one stored customer, in their order."""
    return json.dumps([_given(one) for one in rows])


def given_from(text: str) -> list[Given]:
    """The rows of `given_text`."""
    return [
        Given(_fields(fields), contacts_of(contacts), addresses_of(addresses), tuple(tags))
        for fields, contacts, addresses, tags in json.loads(text)
    ]


def _given(one: Given) -> list[Any]:
    fields = dict(one.fields)
    if (born := fields.get("birthday")) is not None:
        fields["birthday"] = [born.month, born.day, born.year, born.calendar.value]
    return [fields, contact_rows(one.contacts), address_rows(one.addresses), one.tags]


def _fields(fields: dict[str, Any]) -> dict[str, Any]:
    if "birthday" in fields:
        month, day, year, calendar = fields["birthday"]
        fields["birthday"] = PartialDate(month, day, year, CalendarKind(calendar))
    return {name: _WORDS[name](value) if name in _WORDS else value for name, value in fields.items()}
