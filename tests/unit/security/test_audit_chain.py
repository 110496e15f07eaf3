"""What the journal's chain holds: every field of an act and its place, and of values their digests only."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.security.audit_chain import (
    GENESIS,
    ChangeDigests,
    canonical_act,
    chain,
    new_salt,
    value_digest,
)

KEY = b"\5" * 32
NOON = datetime(2026, 3, 1, 12, 0, 0, 250, tzinfo=UTC)
SALT = bytes(16)


def act(number: int, value: str = "old") -> bytes:
    change = ChangeDigests("customer", number, "name", None, value_digest(KEY, SALT, value))
    return canonical_act(at=NOON + timedelta(minutes=number), user_id=1, kind="amend", changes=[change])


def test_a_link_depends_on_key_place_and_content() -> None:
    first = chain(KEY, GENESIS, act(1))
    others = {
        chain(KEY, first, act(1)),
        chain(b"\6" * 32, GENESIS, act(1)),
        chain(KEY, GENESIS, act(1, "new")),
    }
    assert len(others - {first}) == 3
    assert chain(KEY, GENESIS, act(1)) == first


def test_a_link_follows_a_whole_digest() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        chain(KEY, b"", act(1))


def test_erasing_a_value_leaves_the_chain_whole() -> None:
    """The row keeps the digests; value and salt are gone, and nothing else was ever chained."""
    salt = new_salt()
    kept = value_digest(KEY, salt, "110101199003070018")
    content = canonical_act(
        at=NOON, user_id=1, kind="amend", changes=[ChangeDigests("customer", 1, "note", kept, None)]
    )
    assert kept is not None
    assert kept.hex().encode() in content
    assert b"110101" not in content


def test_a_value_still_there_can_be_held_against_its_digest() -> None:
    salt = new_salt()
    digest = value_digest(KEY, salt, "李雷")
    assert digest == value_digest(KEY, salt, "李雷")
    assert digest not in (value_digest(KEY, salt, "韩梅梅"), value_digest(KEY, new_salt(), "李雷"))


def test_no_value_is_not_an_empty_value() -> None:
    assert value_digest(KEY, SALT, None) is None
    assert value_digest(KEY, SALT, "") is not None


def test_a_value_that_no_encoding_likes_has_a_digest() -> None:
    assert value_digest(KEY, SALT, "\ud800\0\uffff") is not None


def test_the_same_instant_gives_the_same_bytes_in_every_time_zone() -> None:
    shanghai = NOON.astimezone(timezone(timedelta(hours=8)))
    one, other = (canonical_act(at=at, user_id=None, kind="sign_in") for at in (NOON, shanghai))
    assert one == other
    assert b"2026-03-01T12:00:00.000250+00:00" in one


def test_a_time_without_its_zone_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="time zone"):
        canonical_act(at=NOON.replace(tzinfo=None), user_id=1, kind="amend")


def test_every_field_of_an_act_is_chained() -> None:
    base: dict[str, Any] = {
        "at": NOON,
        "user_id": 1,
        "kind": "amend",
        "changes": (),
        "details": {"subject": "x"},
    }
    change = ChangeDigests("customer", 1, "name", None, bytes(32))
    others: list[dict[str, Any]] = [
        {"at": NOON + timedelta(microseconds=1)},
        {"user_id": 2},
        {"user_id": None},
        {"kind": "delete"},
        {"details": {"subject": "y"}},
        {"details": {}},
        {"changes": (change,)},
        {"changes": (replace(change, table="product"),)},
        {"changes": (replace(change, record=2),)},
        {"changes": (replace(change, field="note"),)},
        {"changes": (replace(change, before=bytes(32), after=None),)},
        {"changes": (change, change)},
    ]
    contents = {canonical_act(**(base | other)) for other in [{}, *others]}
    assert len(contents) == len(others) + 1


@given(st.lists(st.text(max_size=8), min_size=2, max_size=2, unique=True))
def test_texts_never_run_into_each_other(texts: list[str]) -> None:
    first, second = texts
    one = canonical_act(at=NOON, user_id=1, kind=first, details={"a": second})
    other = canonical_act(at=NOON, user_id=1, kind=second, details={"a": first})
    assert one != other
