"""Phones and mail addresses: one normal form, and nothing typed is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.contacts import (
    ContactKind,
    ContactPoint,
    display_phone,
    normalise,
    normalise_email,
    normalise_phone,
    with_one_primary,
)


@pytest.mark.parametrize(
    ("typed", "country", "normal"),
    [
        ("138 0013 8000", "CN", "+8613800138000"),
        ("１３８００１３８０００", "CN", "+8613800138000"),
        ("+86-138-0013-8000", "US", "+8613800138000"),
        ("021-6234 5678", "CN", "+862162345678"),
        ("(020) 7946 0018", "GB", "+442079460018"),
        ("0086 13800138000", "CN", "+8613800138000"),
        ("021-62345678 转 12", "CN", "+862162345678;ext=12"),
    ],
)
def test_a_number_has_one_normal_form_however_it_is_typed(typed: str, country: str, normal: str) -> None:
    assert normalise_phone(typed, country) == normal


@pytest.mark.parametrize("typed", ["", "call me", "123", "+999 1234", "1380013800"])
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="phone"):
        normalise_phone(typed, "CN")


def test_a_stored_number_is_shown_in_groups() -> None:
    assert display_phone("+8613800138000") == "+86 138 0013 8000"


@pytest.mark.parametrize(
    ("typed", "normal"),
    [
        ("Ada@Example.COM", "ada@example.com"),
        (" wei@example.org ", "wei@example.org"),
        ("a+b@example.com", "a+b@example.com"),
    ],
)
def test_mail_addresses_compare_without_case(typed: str, normal: str) -> None:
    assert normalise_email(typed) == normal


@pytest.mark.parametrize(
    "typed", ["ada", "ada@", "@example.com", "a b@example.com", "ada@@example.com", "ada@example..com"]
)
def test_wrong_mail_syntax_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="e-mail"):
        normalise_email(typed)


@given(st.text(max_size=80), st.sampled_from(ContactKind))
def test_normalising_never_loses_what_was_typed(text: str, kind: ContactKind) -> None:
    point, code = normalise(ContactPoint(kind, text), "CN")
    assert (code == "empty") == (text.strip() == "")
    if code != "empty":
        assert point.value == text.strip()
        assert point.invalid == (code is not None)


@given(st.lists(st.tuples(st.sampled_from(ContactKind), st.booleans()), max_size=12))
def test_each_kind_has_exactly_one_primary(kinds: list[tuple[ContactKind, bool]]) -> None:
    chosen = with_one_primary(tuple(ContactPoint(kind, "x", primary=first) for kind, first in kinds))
    groups = {"phone" if p.kind in (ContactKind.PHONE, ContactKind.MOBILE) else p.kind for p in chosen}
    assert sum(point.primary for point in chosen) == len(groups)
