"""A slot's private key is bound to its slot; its entry to the administrator's hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.slots import Secrets, Slot, SlotKind, folded, new_slot, slot_from
from cims_desktop.security.wrapping import CannotUnseal, new_key_pair
from tests.unit.security.support import CHEAP

PASSWORD = "three grey herons"
ADMINISTRATOR_KEY = b"\3" * 32


@pytest.fixture
def slot() -> Slot:
    fresh, pair = new_slot("Bo", "front_desk", CHEAP)
    sealed = fresh.sealed("uid-1", Secrets(pair, {"administrator:1": b"\1" * 32}), PASSWORD, CHEAP, CHEAP)
    return sealed.signed("uid-1", ADMINISTRATOR_KEY, 1)


def test_a_slot_comes_back_from_the_file_as_it_was(slot: Slot) -> None:
    assert slot_from(slot.as_json()) == slot


def test_the_password_opens_key_pair_and_pins(slot: Slot) -> None:
    contents = slot.open("uid-1", PASSWORD, minimum=CHEAP)
    assert (contents.pair.public, contents.pins) == (slot.public_key, {"administrator:1": b"\1" * 32})


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "0123456789abcdef"},
        {"kind": SlotKind.RECOVERY},
        {"public_key": new_key_pair().public},
        {"salt": bytes(16)},
        {"kdf": KdfParameters(2, 8, 1)},
        {"factors": ("desk",)},
    ],
)
def test_a_private_key_moved_into_another_slot_does_not_open(slot: Slot, fields: dict[str, Any]) -> None:
    with pytest.raises(CannotUnseal):
        replace(slot, **fields).open("uid-1", PASSWORD, minimum=CHEAP)


def test_a_private_key_moved_into_another_office_does_not_open(slot: Slot) -> None:
    with pytest.raises(CannotUnseal):
        slot.open("uid-2", PASSWORD, minimum=CHEAP)


@pytest.mark.parametrize(
    "fields",
    [
        {"id": "0123456789abcdef"},
        {"kind": SlotKind.RECOVERY},
        {"sign_in_name": "Boss"},
        {"role": "administrator"},
        {"enabled": False},
        {"generation": 2},
        {"public_key": new_key_pair().public},
    ],
)
def test_an_entry_is_vouched_for_only_as_the_administrator_wrote_it(
    slot: Slot, fields: dict[str, Any]
) -> None:
    assert slot.vouched("uid-1", ADMINISTRATOR_KEY)
    assert not replace(slot, **fields).vouched("uid-1", ADMINISTRATOR_KEY)
    assert not slot.vouched("uid-2", ADMINISTRATOR_KEY)
    assert not slot.vouched("uid-1", bytes(32))


def test_changing_the_password_needs_no_administrator(slot: Slot) -> None:
    contents = slot.open("uid-1", PASSWORD, minimum=CHEAP)
    changed = slot.sealed("uid-1", contents, "new words here", CHEAP, CHEAP)
    assert changed.vouched("uid-1", ADMINISTRATOR_KEY)
    assert changed.salt != slot.salt


def test_another_spelling_of_the_same_bytes_is_damage(slot: Slot) -> None:
    """The last letter of 32 bytes in base64 has two spare bits."""
    spelled = str(slot.as_json()["public_key"])
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    twin = spelled[:-2] + letters[letters.index(spelled[-2]) ^ 1] + "="
    with pytest.raises(OfficeFault):
        slot_from({**slot.as_json(), "public_key": twin})


@pytest.mark.parametrize(
    ("one", "other"), [("ADA", "ada"), (" Ada ", "ada"), ("Zoe\u0308", "ZOË"), ("王芳", "王芳")]
)
def test_sign_in_names_that_look_alike_are_one(one: str, other: str) -> None:
    assert folded(one) == folded(other)
