"""Queries as values: the list, the export and the reports share them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier


class CustomerSort(StrEnum):
    """What the list may be sorted by."""

    NUMBER = "number"
    NAME = "name"
    ORGANISATION = "organisation"
    STATUS = "status"
    TIER = "tier"
    PHONE = "phone"
    EMAIL = "email"
    CITY = "city"
    PURCHASES = "purchases"
    TOTAL_SPENT = "total_spent"
    LAST_PURCHASE = "last_purchase"
    LAST_CONTACT = "last_contact"
    NEXT_CONTACT = "next_contact"
    SATISFACTION = "last_satisfaction"
    CREATED = "created_at"


@dataclass(frozen=True)
class CustomerFilter:
    """Conditions that must all hold; an empty tuple or None means "any"."""

    kinds: tuple[CustomerKind, ...] = ()
    statuses: tuple[CustomerStatus, ...] = ()
    tiers: tuple[Tier, ...] = ()
    cities: tuple[str, ...] = ()
    due_by: date | None = None
    bought_since: date | None = None
    not_bought_since: date | None = None
    spent_at_least: int | None = None
    spent_at_most: int | None = None
    has_phone: bool | None = None
    has_email: bool | None = None
    in_bin: bool = False


@dataclass(frozen=True)
class CustomerQuery:
    """Text (as in the search box), filter and sort of a customer list. Ties are broken by id in the same direction."""

    text: str = ""
    filter: CustomerFilter = field(default_factory=CustomerFilter)
    sort: CustomerSort = CustomerSort.LAST_PURCHASE
    descending: bool = True


@dataclass(frozen=True)
class SearchHit:
    """One answer of the search box. `matched` is name, number, phone, email, organisation, city, ..."""

    id: int
    number: str
    name: str
    organisation: str
    phone: str
    email: str
    city: str
    tier: Tier
    matched: str
