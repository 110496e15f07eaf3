"""Argon2id: known answers, bounds before work, calibration, and Unicode passwords."""

from __future__ import annotations

import base64
import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.key_derivation import (
    MAXIMUM,
    MINIMUM,
    KdfParameters,
    argon2id,
    calibrate,
    derive_key,
    parameters_from,
    password_bytes,
)

CHEAP = KdfParameters(passes=1, memory=8, lanes=1)
SALT = bytes(16)


@pytest.mark.shared_data
def test_the_argon2id_vectors_give_the_known_keys(shared_data: Path) -> None:
    vectors = json.loads((shared_data / "crypto" / "argon2_vectors.json").read_bytes())["phc_strings"]
    for vector in vectors:
        _, _, _, costs, salt, digest = vector["phc"].split("$")
        memory, passes, lanes = map(int, re.fullmatch(r"m=(\d+),t=(\d+),p=(\d+)", costs).groups())  # type: ignore[union-attr]
        key = argon2id(
            bytes.fromhex(vector["password_utf8_hex"]), unpadded(salt), KdfParameters(passes, memory, lanes)
        )
        assert key == unpadded(digest), vector["phc"]
    assert len(vectors) == 8


def unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))


@given(st.text(min_size=1, max_size=40))
def test_a_password_is_the_same_however_its_accents_are_typed(password: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", password), unicodedata.normalize("NFD", password)
    assert derive_key(composed, SALT, CHEAP, minimum=CHEAP) == derive_key(
        decomposed, SALT, CHEAP, minimum=CHEAP
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Passwort", "passwort"),
        ("word ", "word"),
        ("ﬁne", "fine"),
        ("a" * 100, "a" * 99),
        ("x\0y", "x"),
        ("", " "),
    ],
)
def test_nothing_else_about_a_password_is_smoothed(one: str, other: str) -> None:
    assert password_bytes(one) != password_bytes(other)


def test_half_a_surrogate_pair_is_a_password_too() -> None:
    assert password_bytes("\ud83d") == b"\xed\xa0\xbd"


@pytest.mark.parametrize(
    "cost",
    [
        KdfParameters(MINIMUM.passes - 1, MINIMUM.memory, MINIMUM.lanes),
        KdfParameters(MINIMUM.passes, MINIMUM.memory - 1, MINIMUM.lanes),
        KdfParameters(MINIMUM.passes, MINIMUM.memory, MINIMUM.lanes - 1),
        KdfParameters(MAXIMUM.passes + 1, MINIMUM.memory, MINIMUM.lanes),
        KdfParameters(MINIMUM.passes, 1 << 31, MINIMUM.lanes),
        KdfParameters(MINIMUM.passes, MINIMUM.memory, 1 << 23),
    ],
)
def test_a_cost_out_of_bounds_is_refused_before_any_work(
    cost: KdfParameters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cims_desktop.security.key_derivation.argon2id", lambda *_: pytest.fail("it worked"))
    with pytest.raises(OfficeFault) as caught:
        derive_key("secret", SALT, cost)
    assert caught.value.code == "key_file_damaged"


def test_the_minimum_is_the_second_recommendation_of_the_rfc() -> None:
    assert KdfParameters(passes=3, memory=65536, lanes=4) == MINIMUM


@pytest.mark.parametrize(
    ("at_minimum", "passes"), [(30.0, 15), (75.0, 6), (150.0, 3), (4000.0, 3), (0.0, 20)]
)
def test_calibration_fills_the_time_and_never_goes_below_the_minimum(at_minimum: float, passes: int) -> None:
    assert calibrate(150, measure=lambda _: at_minimum) == KdfParameters(
        passes, MINIMUM.memory, MINIMUM.lanes
    )


def test_calibration_on_this_computer_gives_a_cost_that_is_accepted() -> None:
    assert calibrate(1).within(MINIMUM, MAXIMUM)


def test_parameters_come_back_as_they_were_written() -> None:
    assert parameters_from(MINIMUM.as_json()) == MINIMUM


@pytest.mark.parametrize(
    "value",
    [
        None,
        [],
        {},
        {"algorithm": "argon2id", "t": 3, "m": 65536},
        {"algorithm": "argon2i", "t": 3, "m": 65536, "p": 4},
        {"algorithm": "argon2id", "t": "3", "m": 65536, "p": 4},
        {"algorithm": "argon2id", "t": True, "m": 65536, "p": 4},
        {"algorithm": "argon2id", "t": 3.0, "m": 65536, "p": 4},
        {"algorithm": "argon2id", "t": 3, "m": 65536, "p": 4, "x": 1},
    ],
)
def test_parameters_of_another_form_are_damage(value: object) -> None:
    with pytest.raises(OfficeFault):
        parameters_from(value)
