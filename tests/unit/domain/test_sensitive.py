"""Values of sensitive fields: what is wrong with them, what is only doubtful, how they end."""

from __future__ import annotations

import pytest

from cims_desktop.domain.sensitive import (
    SensitiveField,
    SensitiveKind,
    comparable,
    examine,
    field_problems,
    is_doubt,
    last_four,
    tidied,
)

K = SensitiveKind
GOOD_ID = "11010519491231002X"


def codes(kind: SensitiveKind, value: str, country: str = "CN") -> list[str]:
    field = SensitiveField("papers", kind=kind)
    return [problem.code for problem in examine(field, tidied(kind, value), country)]


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (K.NATIONAL_ID, GOOD_ID),
        (K.NATIONAL_ID, " 110105 19491231 002x "),
        (K.NATIONAL_ID, "１１０１０５１９４９１２３１００２Ｘ"),
        (K.NATIONAL_ID, "110105491231002"),
        (K.NATIONAL_ID, "E12345678"),
        (K.NATIONAL_ID, "810000199408230021"),
        (K.TAX_ID, "91110000600037341L"),
        (K.TAX_ID, GOOD_ID),
        (K.TAX_ID, "110105600037341"),
        (K.BANK_ACCOUNT, "6222 0212 0200 1234 567"),
        (K.BANK_ACCOUNT, "DE89 3704 0044 0532 0130 00"),
        (K.BANK_ACCOUNT, "11014556789"),
        (K.BANK_ACCOUNT, "ada@example.com"),
        (K.TEXT, "whatever"),
    ],
)
def test_a_right_value_is_taken_without_a_word(kind: SensitiveKind, value: str) -> None:
    assert codes(kind, value) == []


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (K.NATIONAL_ID, "110105194912310021", "check_digit"),
        (K.NATIONAL_ID, "110105194913310024", "birth_date"),
        (K.NATIONAL_ID, "200105194912310021", "not_an_id"),
        (K.TAX_ID, "91110000600037341M", "check_digit"),
        (K.BANK_ACCOUNT, "4111 1111 1111 1112", "check_digit"),
        (K.BANK_ACCOUNT, "DE88370400440532013000", "check_digit"),
    ],
)
def test_a_value_that_does_not_add_up_is_a_doubt_that_may_be_confirmed(
    kind: SensitiveKind, value: str, code: str
) -> None:
    field = SensitiveField("papers", kind=kind)
    found = examine(field, tidied(kind, value), "CN")

    assert [problem.code for problem in found] == [code]
    assert is_doubt(found[0])


@pytest.mark.parametrize(
    ("kind", "value", "code"),
    [
        (K.NATIONAL_ID, "11010519491231002", "wrong_length"),
        (K.NATIONAL_ID, "abc", "wrong_length"),
        (K.TAX_ID, "9111", "wrong_length"),
        (K.TAX_ID, "9111/0000", "not_a_number"),
        (K.BANK_ACCOUNT, "123", "wrong_length"),
        (K.TEXT, "   ", "required"),
        (K.TEXT, "x" * 201, "too_long"),
    ],
)
def test_an_obviously_wrong_value_is_refused(kind: SensitiveKind, value: str, code: str) -> None:
    field = SensitiveField("papers", kind=kind)
    found = examine(field, tidied(kind, value), "CN")

    assert [problem.code for problem in found] == [code]
    assert not is_doubt(found[0])


def test_other_countries_numbers_are_free() -> None:
    assert codes(K.NATIONAL_ID, "12", "DE") == []
    assert codes(K.TAX_ID, "DE 812/345", "DE") == []


def test_no_problem_carries_the_value() -> None:
    for kind in SensitiveKind:
        for value in ("", "123", "110105194912310021", "x" * 300, "4111111111111112"):
            for problem in examine(SensitiveField("papers", kind=kind), value, "CN"):
                assert problem.value == ""
                assert value == "" or value not in str(problem)


def test_equal_values_compare_equal_however_they_are_typed() -> None:
    assert comparable("6222 0212-0200 1234") == comparable("6222021202001234")
    assert comparable("ＤＥ８９ x") == comparable("de89X")
    assert comparable("***") == "***"


def test_the_shown_end_is_never_more_than_a_third() -> None:
    assert [last_four(value) for value in ("", "ab", "abc", "123456", GOOD_ID)] == ["", "", "c", "56", "002X"]


def test_a_field_of_the_office_needs_a_plain_name_and_a_title() -> None:
    assert field_problems(SensitiveField("visa_number", "Visa number")) == ()
    assert [p.code for p in field_problems(SensitiveField("Visa number", ""))] == ["not_a_name", "required"]
