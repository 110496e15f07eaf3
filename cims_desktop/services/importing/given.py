"""What a row gives about a customer, and how it is joined with what is known already. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, NamedTuple

from cims_desktop.domain.contacts import PHONE_KINDS, Address, ContactPoint, with_one_primary
from cims_desktop.domain.customers import Customer, CustomerKind, CustomerStatus, Tier, check_fields
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import AddressRecord, CustomerRecord
from cims_desktop.services.importing.plan import OnMatch
from cims_desktop.services.importing.points import contact_points

_TEXTS = (
    "number", "external_id", "name", "family_name", "given_name", "organisation", "job_title", "note",
)  # fmt: skip
_COLUMN_LENGTHS = {"number": 40}
_ADDRESS_LENGTHS = {
    "label": 40, "country": 2, "province": 200, "city": 200, "district": 200, "street": 1000, "postal_code": 40,
}  # fmt: skip
_LONGEST_TAG = 100


@dataclass(frozen=True)
class Given:
    """The fields that a row fills (and only those), its contact points and addresses (normalised), its tags."""

    fields: dict[str, Any] = field(default_factory=dict)
    contacts: tuple[ContactPoint, ...] = ()
    addresses: tuple[Address, ...] = ()
    tags: tuple[str, ...] = ()

    def customer(self) -> Customer:
        """A new customer made of it."""
        return Customer(**{"name": "", **self.fields}, contacts=self.contacts, addresses=self.addresses)


class Read(NamedTuple):
    """A record as it was read: what it gives, the new customer it would be, what is wrong with it, and its primary
    phone as the list shows it (empty: not known).
    """

    given: Given
    customer: Customer
    problems: list[Problem]
    shown: str


def given_of(record: CustomerRecord, country: str) -> Read:
    """What a record gives. The customer is the one that `domain.customers.prepared` would make.

    Problems are named by the target field; those of contact points by their column.
    """
    values: dict[str, Any] = {name: text for name in _TEXTS if (text := getattr(record, name).strip())}
    if record.kind:
        values["kind"] = CustomerKind(record.kind)
    if record.status:
        values["status"] = CustomerStatus(record.status)
    if record.tier:
        values["tier"] = Tier(record.tier)
    if record.birthday:
        values["birthday"] = _birthday(record.birthday)
    contacts, problems, shown = contact_points(record, country)
    addresses = tuple(_address(one, primary=at == 0) for at, one in enumerate(record.addresses))
    name = values.get("name", "")
    customer = Customer(
        **{"name": name, **values}, sort_name=name.casefold(), contacts=contacts, addresses=addresses,
    )  # fmt: skip
    problems += check_fields(customer)
    problems += _too_long(values, addresses, record.tags)
    return Read(Given(values, contacts, addresses, record.tags), customer, problems, shown)


def merged(current: Customer, given: Given, on_match: OnMatch) -> Customer:
    """What `current` becomes: overwritten or filled by the given fields; lists are united by normal form."""
    changes = {
        name: value
        for name, value in given.fields.items()
        if name != "number" and (on_match is OnMatch.UPDATE or _blank(getattr(current, name)))
    }
    if "name" in changes and current.sort_name == current.name.strip().casefold():
        changes["sort_name"] = changes["name"].casefold()
    contacts = current.contacts + _new_contacts(current.contacts, given.contacts)
    if len(contacts) > len(current.contacts):
        changes["contacts"] = with_one_primary(contacts)
    addresses = current.addresses + _new_addresses(current.addresses, given.addresses)
    if len(addresses) > len(current.addresses):
        changes["addresses"] = addresses
    return replace(current, **changes) if changes else current


def joined_tags(current: Sequence[str], given: Sequence[str]) -> tuple[str, ...]:
    """The tags of both, none twice."""
    return tuple(dict.fromkeys((*current, *given)))


def _blank(value: object) -> bool:
    return value is None or value == ""


def _family(point: ContactPoint) -> tuple[str, str]:
    return ("phone" if point.kind in PHONE_KINDS else point.kind.value, point.normal or point.value)


def _new_contacts(
    have: tuple[ContactPoint, ...], given: tuple[ContactPoint, ...]
) -> tuple[ContactPoint, ...]:
    known = {_family(point) for point in have}
    has = {family for family, _ in known}
    return tuple(
        replace(point, primary=point.primary and _family(point)[0] not in has)
        for point in given
        if _family(point) not in known
    )


def _new_addresses(have: tuple[Address, ...], given: tuple[Address, ...]) -> tuple[Address, ...]:
    known = {_place(address) for address in have}
    fresh = tuple(address for address in given if _place(address) not in known)
    return tuple(replace(address, primary=address.primary and not have) for address in fresh)


def _place(address: Address) -> tuple[str, ...]:
    parts = (address.province, address.city, address.district, address.street, address.postal_code)
    return tuple(part.strip().casefold() for part in parts)


def _birthday(text: str) -> PartialDate:
    """``YYYY-MM-DD`` or ``--MM-DD``."""
    if text.startswith("--"):
        return PartialDate(int(text[2:4]), int(text[5:7]))
    day = date.fromisoformat(text)
    return PartialDate(day.month, day.day, day.year)


def _address(one: AddressRecord, *, primary: bool) -> Address:
    country, street = one.country.strip(), one.street.strip()
    if len(country) != 2 or not country.isalpha():
        # A country's name is no code; kept with the street rather than lost.
        street, country = f"{street}\n{country}".strip(), ""
    return Address(
        street, one.district.strip(), one.city.strip(), one.province.strip(), one.postal_code.strip(),
        country.upper(), one.label.strip()[:40], primary,
    )  # fmt: skip


def _too_long(values: dict[str, Any], addresses: Sequence[Address], tags: Sequence[str]) -> list[Problem]:
    found = [
        Problem(name, "too_long", values[name][:40], {"limit": limit})
        for name, limit in _COLUMN_LENGTHS.items()
        if len(values.get(name, "")) > limit
    ]
    found += [
        Problem(f"address_{name}", "too_long", getattr(address, name)[:40], {"limit": limit})
        for address in addresses
        for name, limit in _ADDRESS_LENGTHS.items()
        if len(getattr(address, name)) > limit
    ]
    return found + [
        Problem("tags", "too_long", tag[:40], {"limit": _LONGEST_TAG})
        for tag in tags
        if len(tag) > _LONGEST_TAG
    ]
