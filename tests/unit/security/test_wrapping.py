"""Sealing and boxing: only the right key opens, bound to what it was sealed with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.security.wrapping import (
    Box,
    CannotUnseal,
    box,
    key_pair,
    new_key_pair,
    seal,
    subkey,
    unbox,
    unseal,
)

KEY = bytes(range(32))
keys = st.binary(min_size=32, max_size=32)


@given(keys, st.binary(max_size=200), st.binary(max_size=50))
def test_what_is_sealed_opens_under_the_same_key_and_binding(key: bytes, text: bytes, bound: bytes) -> None:
    assert unseal(key, seal(key, text, bound), bound) == text


@given(st.binary(max_size=40), st.data())
def test_any_changed_bit_of_sealed_bytes_is_refused(text: bytes, data: st.DataObject) -> None:
    sealed = bytearray(seal(KEY, text, b"here"))
    sealed[data.draw(st.integers(0, len(sealed) - 1))] ^= 1 << data.draw(st.integers(0, 7))
    with pytest.raises(CannotUnseal):
        unseal(KEY, bytes(sealed), b"here")


@given(st.integers(0, 60))
def test_truncated_sealed_bytes_are_refused(kept: int) -> None:
    sealed = seal(KEY, b"x" * 33, b"")
    with pytest.raises(CannotUnseal):
        unseal(KEY, sealed[:kept], b"")


def test_sealed_bytes_moved_to_another_place_are_refused() -> None:
    with pytest.raises(CannotUnseal):
        unseal(KEY, seal(KEY, b"secret", b"customer 1"), b"customer 2")


def test_sealing_twice_gives_different_bytes() -> None:
    assert seal(KEY, b"same", b"") != seal(KEY, b"same", b"")


@pytest.mark.parametrize("length", [0, 16, 24, 31, 33])
def test_only_a_256_bit_key_seals(length: int) -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        seal(bytes(length), b"", b"")


@given(keys, st.binary(max_size=64), st.binary(max_size=20))
def test_a_box_opens_for_its_receiver(private: bytes, text: bytes, bound: bytes) -> None:
    receiver = key_pair(private)
    assert unbox(receiver, box(receiver.public, text, bound), bound) == text


def test_a_box_opens_for_nobody_else_and_in_no_other_place() -> None:
    receiver, other = new_key_pair(), new_key_pair()
    boxed = box(receiver.public, b"key", b"data:1")
    with pytest.raises(CannotUnseal):
        unbox(other, boxed, b"data:1")
    with pytest.raises(CannotUnseal):
        unbox(receiver, boxed, b"audit:1")
    with pytest.raises(CannotUnseal):
        unbox(receiver, Box(other.public, boxed.sealed), b"data:1")


def test_a_box_with_a_public_key_of_low_order_is_refused() -> None:
    with pytest.raises(CannotUnseal):
        unbox(new_key_pair(), Box(bytes(32), bytes(60)), b"")


def test_a_key_pair_does_not_show_its_private_half() -> None:
    pair = new_key_pair()
    assert pair.private.hex() not in repr(pair)
    assert repr(pair.private) not in repr(pair)


def test_subkeys_differ_by_purpose() -> None:
    assert subkey(KEY, "one") != subkey(KEY, "two") != KEY


@pytest.mark.shared_data
def test_the_aes_gcm_vectors_pass_through_unseal(shared_data: Path) -> None:
    """All vectors with our sizes (256-bit key, 96-bit nonce) open or are refused as they should be."""
    groups = json.loads((shared_data / "crypto" / "aes_gcm_test.json").read_bytes())["testGroups"]
    ours = [
        case for each in groups if (each["keySize"], each["ivSize"]) == (256, 96) for case in each["tests"]
    ]
    for case in ours:
        part = {name: bytes.fromhex(case[name]) for name in ("key", "iv", "aad", "msg", "ct", "tag")}
        sealed = part["iv"] + part["ct"] + part["tag"]
        if case["result"] == "valid":
            assert unseal(part["key"], sealed, part["aad"]) == part["msg"], case["tcId"]
        else:
            with pytest.raises(CannotUnseal):
                unseal(part["key"], sealed, part["aad"])
    assert len(ours) == 66
    assert {case["result"] for case in ours} == {"valid", "invalid"}


@pytest.mark.shared_data
def test_the_aes_gcm_vectors_with_other_key_sizes_are_not_accepted(shared_data: Path) -> None:
    groups = json.loads((shared_data / "crypto" / "aes_gcm_test.json").read_bytes())["testGroups"]
    for case in [each["tests"][0] for each in groups if each["keySize"] != 256 and each["ivSize"] == 96]:
        sealed = bytes.fromhex(case["iv"] + case["ct"] + case["tag"])
        with pytest.raises(ValueError, match="32 bytes"):
            unseal(bytes.fromhex(case["key"]), sealed.ljust(28, b"\0"), bytes.fromhex(case["aad"]))
