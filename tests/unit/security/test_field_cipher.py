"""Sensitive values open in their own place only, and only for who holds the private half."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cims_desktop.security.field_cipher import FieldCipher
from cims_desktop.security.wrapping import CannotUnseal, new_key_pair

PAIR = new_key_pair()
HOLDER = FieldCipher("office-1", PAIR.public, 1, PAIR.private, bytes(32))
DESK = FieldCipher("office-1", PAIR.public, 1)
VALUE = "11010519491231002X"


def test_the_desk_writes_what_only_the_holder_reads() -> None:
    sealed = DESK.seal(7, "national_id", VALUE)

    assert HOLDER.open(7, "national_id", 1, sealed.sealed) == VALUE
    with pytest.raises(CannotUnseal):
        DESK.open(7, "national_id", 1, sealed.sealed)
    assert VALUE.encode() not in sealed.sealed and sealed.last_four == "002X"
    assert sealed.blind_index is None


@pytest.mark.parametrize(
    ("record", "name", "office"),
    [(8, "national_id", "office-1"), (7, "tax_id", "office-1"), (7, "national_id", "office-2")],
)
def test_a_value_in_another_place_does_not_open(record: int, name: str, office: str) -> None:
    sealed = DESK.seal(7, "national_id", VALUE)

    with pytest.raises(CannotUnseal):
        replace(HOLDER, office_uid=office).open(record, name, 1, sealed.sealed)


def test_a_value_of_another_generation_does_not_open() -> None:
    sealed = DESK.seal(7, "national_id", VALUE)

    with pytest.raises(CannotUnseal):
        HOLDER.open(7, "national_id", 2, sealed.sealed)
    with pytest.raises(CannotUnseal):
        replace(HOLDER, generation=2).open(7, "national_id", 2, sealed.sealed)


def test_every_changed_or_missing_byte_is_found() -> None:
    sealed = DESK.seal(7, "national_id", VALUE).sealed

    for place in range(len(sealed)):
        changed = sealed[:place] + bytes([sealed[place] ^ 1]) + sealed[place + 1 :]
        for broken in (changed, sealed[:place]):
            with pytest.raises(CannotUnseal):
                HOLDER.open(7, "national_id", 1, broken)


def test_sealing_twice_gives_different_bytes() -> None:
    assert DESK.seal(7, "national_id", VALUE).sealed != DESK.seal(7, "national_id", VALUE).sealed


def test_the_blind_index_is_equal_for_equal_values_of_one_field_and_key_only() -> None:
    index = HOLDER.blind_index("national_id", VALUE)

    assert index is not None and len(index) == 16
    assert index == HOLDER.blind_index("national_id", " 110105 19491231 002x")
    others = (
        HOLDER.blind_index("national_id", "110105194912310021"),
        HOLDER.blind_index("tax_id", VALUE),
        replace(HOLDER, blind=b"1" * 32).blind_index("national_id", VALUE),
    )
    assert index not in others


def test_what_it_prints_holds_no_secret() -> None:
    assert PAIR.private.hex() not in repr(HOLDER) and repr(PAIR.private) not in repr(HOLDER)
