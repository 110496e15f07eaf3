"""The key file NAME.keys: format version 1, its checks, and the way between bytes and frozen values.

Canonical JSON. `grants` maps a key's name and generation ("data:1") to slot to box; `current` says which
generation of each key is in force and `pending` which is on its way in (a rotation), so that both can stand
side by side. `public_keys` holds the open halves of key pairs, `readers` the office's own roles that read sensitive
fields, `succession` each former administrator key sealed under the one that followed it. A checksum finds accidental
damage before any password is asked; the MAC, under a key derived from the data key, finds deliberate change.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.encoding import Json, Record, canonical, damaged, from_text, to_text, whole
from cims_desktop.security.key_derivation import KEY_BYTES, KdfParameters, parameters_from
from cims_desktop.security.slots import Slot, SlotKind, folded, slot_from
from cims_desktop.security.wrapping import Box, box_from, mac, same, subkey

FORMAT: Final = 1
DATA: Final = "data"
AUDIT: Final = "audit"
ADMINISTRATOR: Final = "administrator"
SENSITIVE: Final = "sensitive"
_MARK: Final = "cims keys"
_SIZE_LIMIT: Final = 64 * 1024 * 1024
_BODY = (
    "mark",
    "format",
    "office",
    "epoch",
    "kdf",
    "current",
    "pending",
    "public_keys",
    "checks",
    "slots",
    "grants",
)
_OPTIONAL = ("readers", "succession")


@dataclass(frozen=True)
class KeyFile:
    """The content of a key file. `kdf` is the office's policy for new passwords, `checks` tell keys apart."""

    office_uid: str
    epoch: int
    kdf: KdfParameters
    current: Mapping[str, int]
    slots: Mapping[str, Slot]
    grants: Mapping[str, Mapping[str, Box]]
    checks: Mapping[str, bytes]
    pending: Mapping[str, int] = field(default_factory=dict)
    public_keys: Mapping[str, bytes] = field(default_factory=dict)
    readers: frozenset[str] = frozenset()
    succession: Mapping[str, bytes] = field(default_factory=dict)
    mac: bytes = b""

    def grant_name(self, key: str) -> str:
        """The name of the key in force, with its generation: "data" → "data:1"."""
        return f"{key}:{self.current[key]}"

    def named(self, sign_in_name: str) -> Slot | None:
        """The user's slot with this sign-in name."""
        wanted = folded(sign_in_name)
        users = (slot for slot in self.slots.values() if slot.kind is SlotKind.USER)
        return next((slot for slot in users if folded(slot.sign_in_name) == wanted), None)

    def authentic(self, data_key: bytes) -> bool:
        """Whether a holder of the data key wrote the file as it stands."""
        return same(self.mac, _mac(data_key, self._content))

    def digest(self) -> bytes:
        """SHA-256 of the content, for the mirror in the database."""
        return hashlib.sha256(self._content).digest()

    @cached_property
    def _content(self) -> bytes:
        """What is authenticated. Computed once: with thousands of users it takes most of a sign-in."""
        return canonical(_body(self))


def read_key_file(path: Path) -> KeyFile:
    """The file at `path`. OfficeFault: key_file_missing, key_file_damaged, key_file_newer, no_access."""
    try:
        with path.open("rb") as file:
            data = file.read(_SIZE_LIMIT + 1)
    except FileNotFoundError:
        raise OfficeFault("key_file_missing") from None
    except OSError as error:
        raise OfficeFault("no_access") from error
    return parse(data)


def serialise(file: KeyFile, data_key: bytes) -> bytes:
    """The bytes of `file`, authenticated under `data_key`."""
    body = _body(file)
    whole_file = {**body, "mac": to_text(_mac(data_key, canonical(body)))}
    return canonical({**whole_file, "checksum": _checksum(whole_file)})


def parse(data: bytes) -> KeyFile:
    """The content of `data`, its form and checksum verified; its MAC is for the holder of the data key."""
    content = _verified(data)
    record = Record(content, (*_BODY, "mac", "checksum"), _OPTIONAL)
    file = KeyFile(
        office_uid=record.text("office"),
        epoch=record.number("epoch", least=1),
        kdf=parameters_from(record.item("kdf")),
        current=_generations(record.mapping("current")),
        pending=_generations(record.mapping("pending")),
        slots={name: slot_from(value) for name, value in record.mapping("slots").items()},
        grants={name: _boxes(value) for name, value in record.mapping("grants").items()},
        checks={name: from_text(value, KEY_BYTES) for name, value in record.mapping("checks").items()},
        public_keys={
            name: from_text(value, KEY_BYTES) for name, value in record.mapping("public_keys").items()
        },
        readers=frozenset(record.words("readers")) if record.has("readers") else frozenset(),
        succession=_blobs(record.mapping("succession")) if record.has("succession") else {},
        mac=record.data("mac", KEY_BYTES),
    )
    _require_whole(file)
    return file


def key_check(data_key: bytes) -> bytes:
    """32 bytes that tell whether a data key is the right one, and nothing about it."""
    return mac(subkey(data_key, "cims key check"), b"cims key check 1")


def _verified(data: bytes) -> Json:
    if len(data) > _SIZE_LIMIT:
        raise damaged()
    try:
        content = json.loads(data)
        unchanged = canonical(content) == data
    except (ValueError, RecursionError):
        raise damaged() from None
    if not isinstance(content, dict) or content.get("mark") != _MARK:
        raise damaged()
    if whole(content.get("format"), 1) > FORMAT:
        raise OfficeFault("key_file_newer", format=content["format"])
    checksum = content.get("checksum")
    if not unchanged or checksum != _checksum(
        {name: value for name, value in content.items() if name != "checksum"}
    ):
        raise damaged()
    return content


def _require_whole(file: KeyFile) -> None:
    """Every part that the others speak of is there."""
    if not {DATA, AUDIT, ADMINISTRATOR} <= set(file.current):
        raise damaged()
    if any(slot.id != name for name, slot in file.slots.items()):
        raise damaged()
    if file.grant_name(DATA) not in file.checks or any(
        not set(boxes) <= set(file.slots) for boxes in file.grants.values()
    ):
        raise damaged()
    if any(file.grant_name(key) not in file.grants for key in file.current):
        raise damaged()
    if SENSITIVE in file.current and (
        file.grant_name(SENSITIVE) not in file.public_keys or file.grant_name(SENSITIVE) not in file.checks
    ):
        raise damaged()
    if any(f"{key}:{generation}" not in file.grants for key, generation in file.pending.items()):
        raise damaged()


def _body(file: KeyFile) -> dict[str, object]:
    body: dict[str, object] = {
        "mark": _MARK,
        "format": FORMAT,
        "office": file.office_uid,
        "epoch": file.epoch,
        "kdf": file.kdf.as_json(),
        "current": dict(file.current),
        "pending": dict(file.pending),
        "public_keys": {name: to_text(value) for name, value in file.public_keys.items()},
        "checks": {name: to_text(value) for name, value in file.checks.items()},
        "slots": {name: slot.as_json() for name, slot in file.slots.items()},
        "grants": {
            name: {slot: boxed.as_json() for slot, boxed in boxes.items()}
            for name, boxes in file.grants.items()
        },
    }
    # Left out while empty, so that a file from before they existed keeps its bytes.
    if file.readers:
        body["readers"] = sorted(file.readers)
    if file.succession:
        body["succession"] = {name: to_text(value) for name, value in file.succession.items()}
    return body


def _mac(data_key: bytes, content: bytes) -> bytes:
    return mac(subkey(data_key, "cims key file"), content)


def _checksum(content: Json) -> str:
    return hashlib.sha256(canonical(content)).hexdigest()


def _generations(value: Json) -> dict[str, int]:
    return {name: whole(generation, 1) for name, generation in value.items()}


def _blobs(value: Json) -> dict[str, bytes]:
    return {name: from_text(blob) for name, blob in value.items()}


def _boxes(value: object) -> dict[str, Box]:
    if not isinstance(value, dict):
        raise damaged()
    return {slot: box_from(boxed) for slot, boxed in value.items()}
