"""Money is a whole number of minor units (cents, fen) plus an ISO 4217 currency."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

# ISO 4217 minor units that are not 2.
_DIGITS = dict.fromkeys(
    (
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ),
    0,
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)

CURRENCIES = (
    "CNY", "USD", "EUR", "GBP", "HKD", "TWD", "JPY", "SGD", "AUD", "CAD", "CHF", "INR", "KRW", "MYR", "NZD", "THB",
    "AED", "BRL", "CZK", "DKK", "IDR", "ILS", "KWD", "MOP", "MXN", "NOK", "PHP", "PLN", "RUB", "SAR", "SEK", "TRY",
    "VND", "ZAR",
)  # fmt: skip
"""Currencies offered when an office is made; any three-letter code is stored as it is."""

SYMBOLS = {
    "CNY": "¥", "JPY": "¥", "USD": "$", "EUR": "€", "GBP": "£", "HKD": "HK$", "TWD": "NT$", "SGD": "S$", "AUD": "A$",
    "CAD": "C$", "INR": "₹", "KRW": "₩", "VND": "₫", "THB": "฿", "RUB": "₽", "TRY": "₺", "ILS": "₪", "PHP": "₱",
    "NZD": "NZ$", "MXN": "MX$", "BRL": "R$", "PLN": "zł",
}  # fmt: skip

LARGEST_MINOR = 10**15
"""No single amount is larger, in minor units; sums of ten thousand of them still fit 64 bits."""


@dataclass(frozen=True, order=True)
class Money:
    """`minor` units of `currency`, e.g. ``Money(1999, "EUR")`` is 19.99 euros."""

    minor: int
    currency: str


def minor_digits(currency: str) -> int:
    """How many decimal digits the currency's minor unit has (2 unless ISO 4217 says otherwise)."""
    return _DIGITS.get(currency, 2)


def to_minor(amount: Decimal, currency: str) -> int:
    """Rounds half up (away from zero) to minor units. Raises ValueError beyond `LARGEST_MINOR`."""
    scaled = amount * 10 ** minor_digits(currency)
    if abs(scaled) > LARGEST_MINOR:
        raise ValueError("amount too large")
    return int(scaled.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def to_decimal(minor: int, currency: str) -> Decimal:
    """The amount in major units, exact."""
    return Decimal(minor).scaleb(-minor_digits(currency))


def symbol(currency: str) -> str:
    """The short sign of the currency, or its code and a thin space."""
    return SYMBOLS.get(currency, currency + "\u2009")


def parse_amount(text: str, currency: str) -> int:
    """Reads an amount a person typed: currency signs, spaces and thousands commas are ignored.

    Returns minor units. Raises ValueError when it is not an amount.
    """
    cleaned = text.strip().replace("\u2212", "-").replace("，", ",").replace("。", ".").replace("．", ".")
    for sign in {symbol(currency).strip(), currency, "￥", "¥", "元", " ", "\u00a0", "\u2009", "\u202f", ","}:
        cleaned = cleaned.replace(sign, "")
    try:
        amount = Decimal(cleaned)
    except InvalidOperation as error:
        raise ValueError("not an amount") from error
    if not amount.is_finite():
        raise ValueError("not an amount")
    return to_minor(amount, currency)


def line_amount(quantity_thousandths: int, unit_price: int) -> int:
    """Quantity (×1000) times unit price (minor units), rounded half up to minor units."""
    product = quantity_thousandths * unit_price
    sign = -1 if product < 0 else 1
    return sign * ((abs(product) + 500) // 1000)
