"""Single cells: days, numbers, several values in one cell, the guard against formulas."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.exchange.reading import DateOrder, DecimalMark
from cims_desktop.exchange.values import (
    birthday_of,
    choice_of,
    day_of,
    emails_of,
    label_of,
    moment_of,
    number_of,
    phones_of,
    tags_of,
    text_of,
    unguarded,
)
from cims_desktop.exchange.writing.guards import guarded


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("2024-01-02", DateOrder.DMY, date(2024, 1, 2)),
        ("2024/1/2", DateOrder.MDY, date(2024, 1, 2)),
        ("2024年1月2日", DateOrder.DMY, date(2024, 1, 2)),
        ("19970118", DateOrder.YMD, date(1997, 1, 18)),
        ("03/04/2024", DateOrder.DMY, date(2024, 4, 3)),
        ("03/04/2024", DateOrder.MDY, date(2024, 3, 4)),
        ("03.04.24", DateOrder.DMY, date(2024, 4, 3)),
        ("90.01.02", DateOrder.YMD, date(1990, 1, 2)),
        ("4-Mar-2024", DateOrder.YMD, date(2024, 3, 4)),
        ("March 4, 2024", DateOrder.YMD, date(2024, 3, 4)),
        ("２０２４－０１－０２", DateOrder.YMD, date(2024, 1, 2)),
    ],
)
def test_days_are_read_in_the_judged_order(text: str, order: DateOrder, expected: date) -> None:
    assert day_of(text, order) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("2024-02-30", "not_a_date"),
        ("soon", "not_a_date"),
        ("2024-01-02 25:00", "not_a_date"),
        ("13.13.2024", "not_a_date"),
    ],
)
def test_what_is_no_day_is_refused(text: str, code: str) -> None:
    with pytest.raises(ValueError, match=code):
        day_of(text, DateOrder.DMY)


def test_an_order_nobody_decided_is_asked_for_not_guessed() -> None:
    with pytest.raises(ValueError, match="date_order"):
        day_of("03/04/2024", DateOrder.AMBIGUOUS)


def test_excel_days_and_serial_numbers_are_taken_as_they_are() -> None:
    moment = datetime(2024, 1, 2, 3, 4)  # noqa: DTZ001 - a cell has no time zone
    assert moment_of(moment, DateOrder.DMY) == (date(2024, 1, 2), moment)
    assert day_of(45293, DateOrder.DMY) == date(2024, 1, 2)
    assert day_of(19970118, DateOrder.DMY) == date(1997, 1, 18)


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        ("2024-01-02 15:04", 15, 4),
        ("2024-01-02T15:04:05", 15, 4),
        ("2024-01-02 3:04 PM", 15, 4),
        ("2024-01-02 12:04 AM", 0, 4),
        ("2024-01-02 下午3:04", 15, 4),
    ],
)
def test_times_are_read_with_their_half_of_the_day(text: str, hour: int, minute: int) -> None:
    moment = moment_of(text, DateOrder.YMD)[1]

    assert moment is not None
    assert (moment.hour, moment.minute) == (hour, minute)


def test_a_zone_is_kept() -> None:
    assert moment_of("2024-01-02T03:04:05Z", DateOrder.YMD)[1] == datetime(2024, 1, 2, 3, 4, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1985/4/21", "1985-04-21"),
        (" --12-09", "--12-09"),
        ("--02-29", "--02-29"),
        ("4月21日", "--04-21"),
        ("1604-02-29", "--02-29"),
        ("00/0/0", ""),
        ("0/0/00", ""),
        ("1247-04-09", "1247-04-09"),
    ],
)
def test_birthdays_may_lack_their_year(text: str, expected: str) -> None:
    assert birthday_of(text, DateOrder.YMD) == expected


def test_a_two_digit_birth_year_is_never_in_the_future() -> None:
    assert birthday_of("21.04.58", DateOrder.DMY, latest_year=2024) == "1958-04-21"
    assert birthday_of("21.04.12", DateOrder.DMY, latest_year=2024) == "2012-04-21"


@pytest.mark.parametrize(
    ("text", "mark", "expected"),
    [
        ("1,234.50", DecimalMark.POINT, "1234.50"),
        ("1.234,50", DecimalMark.COMMA, "1234.50"),
        ("1 234,5", DecimalMark.COMMA, "1234.5"),
        ("12,34,567.8", DecimalMark.POINT, "1234567.8"),
        ("¥1,200元", DecimalMark.POINT, "1200"),
        ("EUR 3,50", DecimalMark.COMMA, "3.50"),
        ("(12.00)", DecimalMark.POINT, "-12.00"),
        ("12.00-", DecimalMark.POINT, "-12.00"),
        ("−5", DecimalMark.POINT, "-5"),
        ("１２．５", DecimalMark.POINT, "12.5"),
        ("1.2e3", DecimalMark.POINT, "1.2e3"),
    ],
)
def test_numbers_are_read_with_the_judged_mark(text: str, mark: DecimalMark, expected: str) -> None:
    assert number_of(text, mark) == Decimal(expected)


@pytest.mark.parametrize("text", ["12,5", "1,23,4", "twelve", "", "1.2.3", "NaN", "1e999", "--5"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="not_a_number"):
        number_of(text, DecimalMark.POINT)


def test_a_spreadsheets_float_becomes_the_number_that_was_typed() -> None:
    assert number_of(2.95, DecimalMark.COMMA) == Decimal("2.95")
    assert number_of(3, DecimalMark.COMMA) == Decimal(3)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("13800138000;13900139000", ["13800138000", "13900139000"]),
        ("13800138000，13900139000", ["13800138000", "13900139000"]),
        ("13800138000、13900139000", ["13800138000", "13900139000"]),
        ("13800138000/13900139000", ["13800138000", "13900139000"]),
        ("+1 555 0199 ::: +1 555 0200", ["+1 555 0199", "+1 555 0200"]),
        ("010-65529988/89", ["010-65529988/89"]),
        ("010-65529988转1234", ["010-65529988转1234"]),
        ("tel 13800138000;ext=12", ["tel 13800138000;ext=12"]),
        ("", []),
    ],
)
def test_two_numbers_in_one_cell_are_two_numbers(text: str, expected: list[str]) -> None:
    assert phones_of(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a@example.com ::: b@example.com", ["a@example.com", "b@example.com"]),
        ("a@example.com; b@example.com", ["a@example.com", "b@example.com"]),
        ("a@example.com b@example.com", ["a@example.com", "b@example.com"]),
        ("Ada <ada@example.com>", ["ada@example.com"]),
        ("Lovelace, Ada <ada@example.com>", ["ada@example.com"]),
        ("not an address", ["not an address"]),
    ],
)
def test_mail_addresses_are_taken_apart(text: str, expected: list[str]) -> None:
    assert emails_of(text) == expected


def test_googles_own_groups_are_no_tags() -> None:
    assert tags_of("重要客户 ::: * myContacts") == ["重要客户"]
    assert label_of("* Work") == "work"
    assert label_of("* ") == ""
    assert label_of("门卫") == "门卫"


def test_choices_are_known_in_two_languages() -> None:
    assert choice_of("status", "活跃") == choice_of("status", "Active") == "active"
    with pytest.raises(ValueError, match="not_a_choice"):
        choice_of("status", "somewhat")


def test_text_of_numbers_has_no_point() -> None:
    assert [text_of(cell) for cell in (13800138000.0, 5, None, " x\x00y ")] == ["13800138000", "5", "", "xy"]


@given(st.text(max_size=30))
def test_the_guard_against_formulas_comes_off_again(text: str) -> None:
    assert unguarded(guarded(text)) == text


@given(st.sampled_from("=+-@＝＋－＠\t\r\n\x00"), st.text(max_size=10))
def test_nothing_that_a_spreadsheet_runs_leaves_unguarded(first: str, rest: str) -> None:
    text = guarded(first + rest)

    assert text[0] == "'" or (first == "-" and rest[:1].isdigit())
