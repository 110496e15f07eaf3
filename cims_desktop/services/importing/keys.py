"""By what a customer can be recognised."""

from __future__ import annotations

from typing import NamedTuple

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind
from cims_desktop.domain.customers import Customer
from cims_desktop.services.importing.plan import MatchKey


class Keys(NamedTuple):
    """The keys of one customer or row: valid contact points in normal form. Each may have none or several."""

    number: tuple[str, ...] = ()
    external_id: tuple[str, ...] = ()
    email: tuple[str, ...] = ()
    phone: tuple[str, ...] = ()

    def of(self, key: MatchKey) -> tuple[str, ...]:
        """The values of one key."""
        values: tuple[str, ...] = getattr(self, key.value)
        return values


def keys_of(customer: Customer) -> Keys:
    """What a customer can be recognised by."""
    emails = [p.normal for p in customer.contacts if p.kind is ContactKind.EMAIL and not p.invalid]
    phones = [p.normal for p in customer.contacts if p.kind in PHONE_KINDS and not p.invalid]
    return strong_keys(customer.number, customer.external_id)._replace(
        email=tuple(dict.fromkeys(emails)), phone=tuple(dict.fromkeys(phones))
    )


def strong_keys(number: str, external_id: str) -> Keys:
    """The keys that are given on purpose."""
    return Keys((number,) if number else (), (external_id,) if external_id else ())


def key_hash(kind: str, value: str) -> int:
    """64 bits that stand for a key; the interpreter's keyed hash, so that nobody can make two of them collide."""
    return hash(f"{kind}\x1f{value}")
