"""A customer: a person or an organisation, with the rules that a form must keep."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from cims_desktop.domain.contacts import (
    PHONE_KINDS,
    Address,
    ContactKind,
    ContactPoint,
    check_contacts,
    normalise,
    with_one_primary,
)
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.errors import Problem

LONGEST_NAME = 4000
LONGEST_TEXT = 500
LONGEST_NOTE = 1_000_000


class CustomerKind(StrEnum):
    """Person or organisation."""

    PERSON = "person"
    ORGANISATION = "organisation"


class CustomerStatus(StrEnum):
    """Where the customer stands with the office."""

    PROSPECT = "prospect"
    ACTIVE = "active"
    DORMANT = "dormant"
    BLOCKED = "blocked"


class Tier(StrEnum):
    """The loyalty tier; NONE is shown as nothing."""

    NONE = ""
    BRONZE = "bronze"
    SILVER = "silver"
    GOLD = "gold"


@dataclass(frozen=True)
class CustomerSummary:
    """Maintained figures of one customer; money in minor units of the office's currency.

    `purchases` counts completed sales (refunds are not purchases); `total_spent` is sales less refunds;
    `last_satisfaction` is the newest CSAT score as hundredths (450 is 4.5).
    """

    purchases: int = 0
    total_spent: int = 0
    first_purchase: date | None = None
    last_purchase: date | None = None
    last_contact: datetime | None = None
    next_contact: date | None = None
    last_satisfaction: int | None = None


@dataclass(frozen=True)
class Customer:
    """One customer with contact points and addresses; a new one has no `id`."""

    name: str
    kind: CustomerKind = CustomerKind.PERSON
    id: int | None = None
    number: str = ""
    external_id: str = ""
    family_name: str = ""
    given_name: str = ""
    sort_name: str = ""
    organisation: str = ""
    job_title: str = ""
    status: CustomerStatus = CustomerStatus.ACTIVE
    tier: Tier = Tier.NONE
    source: str = ""
    owner_id: int | None = None
    birthday: PartialDate | None = None
    language: str = ""
    note: str = ""
    contacts: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    summary: CustomerSummary = field(default_factory=CustomerSummary)
    version: int = 0
    deleted_at: datetime | None = None
    deleted_by_name: str = ""
    created_at: datetime | None = None
    updated_at: datetime | None = None

    def primary(self, *kinds: ContactKind) -> ContactPoint | None:
        """The primary contact point among `kinds`, else the first of them, else None."""
        of_kind = [point for point in self.contacts if point.kind in kinds]
        return next((point for point in of_kind if point.primary), of_kind[0] if of_kind else None)

    @property
    def phone(self) -> ContactPoint | None:
        """The phone number to call first."""
        return self.primary(*PHONE_KINDS)

    @property
    def email(self) -> ContactPoint | None:
        """The mail address to write to first."""
        return self.primary(ContactKind.EMAIL)

    @property
    def address(self) -> Address | None:
        """The primary address, else the first, else None."""
        return next((a for a in self.addresses if a.primary), self.addresses[0] if self.addresses else None)


@dataclass(frozen=True)
class CustomerRow:
    """What one line of the customer list shows, without any join; `organisation` is a person's employer."""

    id: int
    number: str
    kind: CustomerKind
    name: str
    organisation: str
    status: CustomerStatus
    tier: Tier
    phone: str
    email: str
    city: str
    purchases: int
    total_spent: int
    last_purchase: date | None
    last_contact: datetime | None
    next_contact: date | None
    last_satisfaction: int | None
    created_at: datetime
    owner_id: int | None = None
    deleted: bool = False


def prepared(customer: Customer, country: str) -> tuple[Customer, tuple[Problem, ...]]:
    """Trims, normalises contact points (phones by the office's `country`) and drops empty lines.

    Returns the customer to store and everything that is wrong. Problems whose code is not_a_phone or
    not_an_email are warnings (`is_warning`): the value is kept as typed, marked invalid.
    """
    problems: list[Problem] = []
    points: list[ContactPoint] = []
    for index, given in enumerate(customer.contacts):
        point, code = normalise(given, country)
        if code == "empty":
            continue
        if code is not None:
            problems.append(Problem(f"contacts.{index}.value", code, given.value[:80]))
        points.append(point)
    addresses = tuple(_trimmed(address) for address in customer.addresses if not address.is_empty())
    name = customer.name.strip() or _joined_name(customer)
    ready = replace(
        customer,
        name=name,
        sort_name=(customer.sort_name.strip() or name).casefold(),
        contacts=with_one_primary(tuple(points)),
        addresses=_one_primary_address(addresses),
    )
    problems.extend(check_fields(ready))
    return ready, tuple(problems)


def is_warning(problem: Problem) -> bool:
    """Whether a problem may be saved all the same (an unusual phone number is still better than none)."""
    return problem.code in {"not_a_phone", "not_an_email"}


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """The problems that forbid saving."""
    return tuple(problem for problem in problems if not is_warning(problem))


def _joined_name(customer: Customer) -> str:
    """Family and given name in the order of their script: Chinese without a space, others given name first."""
    family, given = customer.family_name.strip(), customer.given_name.strip()
    if any("\u3400" <= letter <= "\u9fff" for letter in family + given):
        return family + given
    return f"{given} {family}".strip()


def check_fields(customer: Customer) -> list[Problem]:
    """What forbids saving a customer whose text is trimmed; contact points are judged by `normalise`."""
    problems = []
    if not customer.name:
        problems.append(Problem("name", "required"))
    limits = {
        "name": LONGEST_NAME, "family_name": LONGEST_NAME, "given_name": LONGEST_NAME, "organisation": LONGEST_NAME,
        "job_title": LONGEST_TEXT, "external_id": LONGEST_TEXT, "source": LONGEST_TEXT, "note": LONGEST_NOTE,
    }  # fmt: skip
    for name, limit in limits.items():
        value = getattr(customer, name)
        if len(value) > limit:
            problems.append(Problem(name, "too_long", value[:40], {"limit": limit, "length": len(value)}))
    if customer.birthday is not None and not customer.birthday.is_valid():
        problems.append(Problem("birthday", "not_a_date"))
    problems.extend(check_contacts(customer.contacts))
    return problems


def _trimmed(address: Address) -> Address:
    names = ("street", "district", "city", "province", "postal_code", "country", "label")
    return replace(address, **{name: getattr(address, name).strip() for name in names})


def _one_primary_address(addresses: tuple[Address, ...]) -> tuple[Address, ...]:
    chosen = next((i for i, address in enumerate(addresses) if address.primary), 0)
    return tuple(replace(address, primary=index == chosen) for index, address in enumerate(addresses))
