"""One row of a purchase file as a line in minor units, judged by itself. Pure."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from cims_desktop.domain.customers import LONGEST_NAME
from cims_desktop.domain.dates import office_day
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import PurchaseLineRecord
from cims_desktop.domain.money import LARGEST_MINOR, to_minor
from cims_desktop.domain.purchases import LARGEST_QUANTITY, LONGEST_TEXT, SalesChannel
from cims_desktop.services.importing.rows import in_office_time
from cims_desktop.storage.tables.base import to_milliseconds

_LENGTHS = {
    "purchase_number": 100, "channel": 100, "product_sku": LONGEST_TEXT, "product_name": LONGEST_TEXT,
    "category": LONGEST_TEXT, "customer_number": 40, "customer_external_id": 500, "customer_name": LONGEST_NAME,
}  # fmt: skip


@dataclass(frozen=True)
class SaleLine:
    """A row's values: `quantity` in thousandths, money in minor units of `currency`, `moment` in milliseconds UTC."""

    day: date
    moment: int | None
    channel: str
    currency: str
    quantity: int
    unit_price: int
    amount: int


@dataclass(frozen=True)
class Office:
    """What reading a row needs to know of the office."""

    currency: str
    time_zone: str
    today: date


def line_of(record: PurchaseLineRecord, office: Office) -> tuple[SaleLine | None, list[Problem]]:
    """The line of a row, or what is wrong with it (problems are named by the target field)."""
    problems = [
        Problem(name, "too_long", getattr(record, name)[:40], {"limit": limit})
        for name, limit in _LENGTHS.items()
        if len(getattr(record, name)) > limit
    ]
    currency = record.currency or office.currency
    if len(currency) != 3 or not (currency.isascii() and currency.isalpha()):
        problems.append(Problem("currency", "not_a_currency", currency[:40]))
    day, moment = _when(record, office)
    if day is None:
        problems.append(Problem("purchased_on", "required"))
    elif day > office.today:
        problems.append(Problem("purchased_on", "in_future", day.isoformat()))
    elif day.year < 1900:
        problems.append(Problem("purchased_on", "too_early", day.isoformat()))
    quantity = _thousandths(record.quantity)
    if quantity == 0 or abs(quantity) > LARGEST_QUANTITY:
        problems.append(Problem("quantity", "out_of_range", str(record.quantity)[:40]))
    money = _money(record, currency)
    if money is None:
        problems.append(Problem("amount", "out_of_range", str(record.amount or record.unit_price)[:40]))
    if problems or day is None or money is None:
        return None, problems
    channel = record.channel or SalesChannel.OTHER.value
    return SaleLine(day, moment, channel, currency, quantity, *money), []


def _when(record: PurchaseLineRecord, office: Office) -> tuple[date | None, int | None]:
    moment = record.purchased_at
    if moment is None:
        return record.purchased_on, None
    aware = in_office_time(moment, office.time_zone)
    return office_day(aware, office.time_zone), to_milliseconds(aware)


def _thousandths(quantity: Decimal) -> int:
    if abs(quantity) > LARGEST_QUANTITY:
        return LARGEST_QUANTITY + 1
    return int((quantity * 1000).quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _money(record: PurchaseLineRecord, currency: str) -> tuple[int, int] | None:
    """(unit price, amount) in minor units; a given amount stays exact, whatever the price rounds to."""
    quantity, price, amount = record.quantity, record.unit_price, record.amount
    try:
        if amount is None:
            amount = quantity * (price or Decimal(0))
        if price is None:
            price = abs(amount / quantity) if quantity else Decimal(0)
        minor = to_minor(amount, currency)
        if minor < 0 and price < 0 < quantity:
            price = -price  # a negative price is money given back; prices themselves are never negative
        unit = to_minor(price, currency)
    except (ValueError, ArithmeticError):
        return None
    return (abs(unit), minor) if abs(unit) <= LARGEST_MINOR else None


def reference_of(record: PurchaseLineRecord, line: SaleLine, repeat: int) -> str:
    """What stands for the number of a row that has none: the same row, the same reference, in any file.

    `repeat` counts equal rows before it in the file.
    """
    parts = (
        record.customer_number, record.customer_external_id, line.day.isoformat(), line.moment, record.product_sku,
        record.product_name, line.currency, line.quantity, line.unit_price, line.amount, repeat,
    )  # fmt: skip
    return "~" + hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=12).hexdigest()
