"""Published test vectors, through this program's own functions: AES-GCM, Argon2id, one-time codes."""

from __future__ import annotations

import base64
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, get_args

import pytest

from cims_desktop.security import wrapping
from cims_desktop.security.key_derivation import KEY_BYTES, KdfParameters, argon2id, password_bytes
from cims_desktop.security.one_time_codes import Hash, matching_step, one_time_code
from cims_desktop.security.wrapping import NONCE_BYTES, CannotUnseal, seal, unseal

pytestmark = pytest.mark.shared_data

OURS = {"ivSize": 8 * NONCE_BYTES, "keySize": 8 * KEY_BYTES, "tagSize": 128}
"""The one form of AES-GCM that this program writes; all else must be refused."""


def cases(folder: Path) -> list[tuple[bool, dict[str, Any]]]:
    """Every case of the AES-GCM file, and whether it is of our form."""
    groups = json.loads((folder / "crypto" / "aes_gcm_test.json").read_text(encoding="utf-8"))["testGroups"]
    return [
        (all(group[name] == size for name, size in OURS.items()), case)
        for group in groups
        for case in group["tests"]
    ]


def opened(case: dict[str, Any]) -> bytes | None:
    part = {name: bytes.fromhex(case[name]) for name in ("key", "iv", "aad", "ct", "tag")}
    try:
        return unseal(part["key"], part["iv"] + part["ct"] + part["tag"], part["aad"])
    except (CannotUnseal, ValueError):
        return None


def test_what_is_valid_in_our_form_opens_and_nothing_else_does(shared_data: Path) -> None:
    every = cases(shared_data)
    wrong = [
        case["tcId"]
        for ours, case in every
        if opened(case) != (bytes.fromhex(case["msg"]) if ours and case["result"] == "valid" else None)
    ]

    assert wrong == []
    valid = sum(ours and case["result"] == "valid" for ours, case in every)
    invalid = sum(ours and case["result"] == "invalid" for ours, case in every)
    assert (valid >= 30, invalid >= 20, len(every)) == (True, True, 316)


def test_we_write_the_published_ciphertexts(shared_data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = 0
    for ours, case in cases(shared_data):
        if ours and case["result"] == "valid":
            nonce = bytes.fromhex(case["iv"])
            monkeypatch.setattr(wrapping.secrets, "token_bytes", lambda _size, nonce=nonce: nonce)
            sealed = seal(bytes.fromhex(case["key"]), bytes.fromhex(case["msg"]), bytes.fromhex(case["aad"]))
            assert sealed.hex() == case["iv"] + case["ct"] + case["tag"]
            written += 1
    assert written >= 30


def test_argon2id_gives_the_published_hashes(shared_data: Path) -> None:
    vectors = json.loads((shared_data / "crypto" / "argon2_vectors.json").read_text(encoding="utf-8"))
    checked = 0
    for one in vectors["phc_strings"]:
        _, algorithm, version, costs, salt, wanted = one["phc"].split("$")
        cost = {name: int(value) for name, value in (part.split("=") for part in costs.split(","))}
        expected = unpadded(wanted)
        if algorithm != "argon2id" or version != "v=19" or len(expected) != KEY_BYTES:
            continue
        secret = password_bytes(bytes.fromhex(one["password_utf8_hex"]).decode())
        parameters = KdfParameters(cost["t"], cost["m"], cost["p"])
        assert argon2id(secret, unpadded(salt), parameters) == expected, one["phc"]
        checked += 1
    assert checked >= 6


def unpadded(text: str) -> bytes:
    return base64.b64decode(text + "=" * (-len(text) % 4))


def test_one_time_codes_are_the_published_ones(shared_data: Path) -> None:
    vectors = json.loads((shared_data / "crypto" / "totp_hotp_vectors.json").read_text(encoding="utf-8"))
    totp, hotp = vectors["rfc6238"], vectors["rfc4226"]

    for one in totp["vectors"]:
        for digest in get_args(Hash):
            secret = totp["secrets_ascii"][digest.upper()].encode()
            step = one["unix_time"] // totp["step"]
            assert one_time_code(secret, step, totp["digits"], digest) == one[digest.upper()]
    counted = [one_time_code(hotp["secret_ascii"].encode(), count) for count in range(10)]
    assert counted == hotp["hotp"]


def test_a_published_code_is_recognised_at_its_time(shared_data: Path) -> None:
    vectors = json.loads((shared_data / "crypto" / "totp_hotp_vectors.json").read_text(encoding="utf-8"))
    secret = vectors["rfc4226"]["secret_ascii"].encode()
    for count, code in enumerate(vectors["rfc4226"]["hotp"]):
        at = datetime.fromtimestamp(count * 30 + 12, UTC)
        assert matching_step(secret, code, at) == count
        assert matching_step(secret, code, datetime.fromtimestamp(count * 30 + 75, UTC)) is None
