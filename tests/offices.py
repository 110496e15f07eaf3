"""Builders for tests: real throw-away offices and domain values with defaults."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from pathlib import Path

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice

CHEAP = KdfParameters(passes=1, memory=8, lanes=1)
"""Key derivation for tests only: allowed by handing it in, never by a setting."""

HEADS = Path(os.environ["XDG_STATE_HOME"]) / "heads"
"""In the throw-away desk, so that no test touches what this computer remembers."""

NAME, PASSWORD = "mei.chen", "violet kettle harbour 42"
NOON = datetime(2026, 11, 21, 4, 0, tzinfo=UTC)
"""Noon in Shanghai."""
TODAY = date(2026, 11, 21)


class FakeClock:
    """A clock that tests set; each reading is a second later, so that order is kept."""

    def __init__(self, now: datetime = NOON) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The present instant."""
        return self.now


def entrance(clock: FakeClock | None = None) -> Entrance:
    """An entrance with cheap keys."""
    return Entrance(clock or FakeClock(), kdf=CHEAP, minimum=CHEAP, heads=HEADS)


def make_office(folder: Path, clock: FakeClock | None = None, **profile: str) -> OpenOffice:
    """A real encrypted office in `folder`, signed in as its administrator."""
    given = {"name": "Riverside", "language": "en"} | profile
    return entrance(clock).create(
        folder / "riverside.cims",
        OfficeProfile(**given),
        sign_in_name=NAME,
        display_name="Mei Chen",
        password=PASSWORD,
    )


def make_customer(name: str = "Ada Lovelace", **more: object) -> Customer:
    """A customer with a phone, mail and address."""
    given: dict[str, object] = {
        "contacts": (
            ContactPoint(ContactKind.MOBILE, "138 0013 8000"),
            ContactPoint(ContactKind.EMAIL, "ada@example.com"),
        ),
        "addresses": (Address(street="南京西路 72 号", district="静安区", city="上海市"),),
    }
    return Customer(name, **(given | more))  # type: ignore[arg-type]


def make_purchase(customer_id: int, *prices: int, on: date = TODAY, **more: object) -> Purchase:
    """A purchase with one line per price (minor units)."""
    lines = tuple(
        PurchaseLine(f"Article {index}", 1000, price) for index, price in enumerate(prices or (1999,))
    )
    return Purchase(customer_id, on, "CNY", lines, **more)  # type: ignore[arg-type]


def add_customer(office: OpenOffice, name: str = "Ada Lovelace", **more: object) -> int:
    """Stores a customer; returns its id."""
    (customer_id,) = office.customers.add(make_customer(name, **more), by=office.user).customers
    return customer_id
