"""Money: exact, in minor units, read as people type it."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.money import line_amount, minor_digits, parse_amount, to_decimal, to_minor


@pytest.mark.parametrize(
    ("typed", "currency", "minor"),
    [
        ("19.99", "CNY", 1999), ("¥1,234.5", "CNY", 123450), ("￥ 12 元", "CNY", 1200), ("1200", "JPY", 1200),
        ("-3", "EUR", -300), ("\u22123", "EUR", -300), ("0.005", "USD", 1), ("1.0005", "KWD", 1001),
        ("12．5", "CNY", 1250),
    ],
)  # fmt: skip
def test_amounts_are_read_as_typed(typed: str, currency: str, minor: int) -> None:
    assert parse_amount(typed, currency) == minor


@pytest.mark.parametrize("typed", ["", "abc", "1.2.3", "NaN", "Infinity", "--3", "9" * 40])
def test_what_is_no_amount_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="amount"):
        parse_amount(typed, "CNY")


@given(st.integers(-(10**14), 10**14), st.sampled_from(["CNY", "JPY", "KWD"]))
def test_minor_and_major_units_agree(minor: int, currency: str) -> None:
    assert to_minor(to_decimal(minor, currency), currency) == minor


@given(st.integers(-(10**9), 10**9), st.integers(0, 10**9))
def test_a_line_rounds_half_away_from_zero(quantity: int, price: int) -> None:
    exact = Decimal(quantity) * price / 1000
    assert abs(line_amount(quantity, price) - exact) <= Decimal("0.5")
    assert line_amount(-quantity, price) == -line_amount(quantity, price)


def test_currencies_know_their_digits() -> None:
    assert [minor_digits(code) for code in ("CNY", "JPY", "KWD", "XXX")] == [2, 0, 3, 2]
