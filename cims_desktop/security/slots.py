"""One person's slot in the key file: what anybody may read of it, and the private key under the password."""

from __future__ import annotations

import secrets
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from cims_desktop.security.encoding import Json, Record, canonical, damaged, from_text, to_text
from cims_desktop.security.key_derivation import (
    KEY_BYTES,
    MINIMUM,
    SALT_BYTES,
    KdfParameters,
    derive_key,
    parameters_from,
)
from cims_desktop.security.wrapping import (
    CannotUnseal,
    KeyPair,
    key_pair,
    mac,
    new_key_pair,
    same,
    seal,
    subkey,
    unseal,
)

_FIELDS = (
    "id", "kind", "sign_in_name", "role", "enabled", "generation", "public_key",
    "salt", "kdf", "factors", "private", "entry_mac",
)  # fmt: skip


class SlotKind(StrEnum):
    """Who opens a slot: a person by password, or the printed recovery code."""

    USER = "user"
    RECOVERY = "recovery"


@dataclass(frozen=True)
class Secrets:
    """What a slot's password opens: the key pair, and the fingerprints of administrator keys seen as right.

    `pins` maps a grant's name to a fingerprint: a forged administrator key, sealed to this person's public
    key by somebody who holds the data key, is found out by it. The public sensitive key is pinned as it is.
    `one_time` is the second factor's secret (empty: it is off), `codes` the digests of its recovery codes.
    """

    pair: KeyPair
    pins: Mapping[str, bytes] = field(default_factory=dict)
    one_time: bytes = b""
    codes: tuple[bytes, ...] = ()

    def __repr__(self) -> str:
        return f"Secrets({self.pair!r})"


@dataclass(frozen=True)
class Slot:
    """One slot. `generation` is that of the administrator key which authenticates the entry.

    `factors` names what besides the password goes into the key-encryption key; this version knows none.
    """

    id: str
    kind: SlotKind
    sign_in_name: str
    role: str
    enabled: bool
    generation: int
    public_key: bytes
    salt: bytes
    kdf: KdfParameters
    factors: tuple[str, ...]
    private: bytes
    entry_mac: bytes

    def open(self, office_uid: str, password: str, *, minimum: KdfParameters = MINIMUM) -> Secrets:
        """The slot's secrets; CannotUnseal when the password is wrong."""
        key = derive_key(password, self.salt, self.kdf, minimum=minimum)
        content = _json(unseal(key, self.private, _bound_to(self, office_uid)))
        record = Record(content, ("x25519", "pins"), ("one_time", "codes"))
        pair = key_pair(record.data("x25519", KEY_BYTES))
        if pair.public != self.public_key:
            raise CannotUnseal
        return Secrets(
            pair,
            {name: from_text(pin) for name, pin in record.mapping("pins").items()},
            record.data("one_time") if record.has("one_time") else b"",
            tuple(map(from_text, record.words("codes"))) if record.has("codes") else (),
        )

    def sealed(
        self,
        office_uid: str,
        contents: Secrets,
        password: str,
        kdf: KdfParameters,
        minimum: KdfParameters = MINIMUM,
    ) -> Slot:
        """This slot with `contents` under a new password, salt and cost."""
        slot = replace(self, salt=secrets.token_bytes(SALT_BYTES), kdf=kdf, public_key=contents.pair.public)
        key = derive_key(password, slot.salt, kdf, minimum=minimum)
        return replace(slot, private=seal(key, _inside(contents), _bound_to(slot, office_uid)))

    def signed(self, office_uid: str, administrator_key: bytes, generation: int) -> Slot:
        """This slot with its entry authenticated under the administrator key of `generation`."""
        slot = replace(self, generation=generation)
        return replace(slot, entry_mac=mac(entry_key(administrator_key), _entry(slot, office_uid)))

    def vouched(self, office_uid: str, administrator_key: bytes) -> bool:
        """Whether an administrator wrote this entry as it stands."""
        return self.vouched_under(entry_key(administrator_key), office_uid)

    def vouched_under(self, derived: bytes, office_uid: str) -> bool:
        """As `vouched`, for many slots in a row: `derived` is the `entry_key` of the administrator key."""
        return same(self.entry_mac, mac(derived, _entry(self, office_uid)))

    def as_json(self) -> Json:
        """The form that stands in the key file."""
        return {
            "id": self.id,
            "kind": self.kind.value,
            "sign_in_name": self.sign_in_name,
            "role": self.role,
            "enabled": self.enabled,
            "generation": self.generation,
            "public_key": to_text(self.public_key),
            "salt": to_text(self.salt),
            "kdf": self.kdf.as_json(),
            "factors": list(self.factors),
            "private": to_text(self.private),
            "entry_mac": to_text(self.entry_mac),
        }


def new_slot(
    sign_in_name: str, role: str, kdf: KdfParameters, kind: SlotKind = SlotKind.USER
) -> tuple[Slot, KeyPair]:
    """An enabled slot with a fresh id and key pair, still to be sealed and signed."""
    pair = new_key_pair()
    name = unicodedata.normalize("NFC", sign_in_name.strip())
    identity = secrets.token_hex(8)
    slot = Slot(identity, kind, name, role, True, 0, pair.public, b"", kdf, (), b"", b"")
    return slot, pair


def slot_from(value: object) -> Slot:
    """The slot written by `Slot.as_json`; OfficeFault("key_file_damaged") if it is none."""
    record = Record(value, _FIELDS)
    try:
        kind = SlotKind(record.text("kind"))
    except ValueError:
        raise damaged() from None
    if record.words("factors"):
        raise damaged()
    return Slot(
        id=record.text("id"),
        kind=kind,
        sign_in_name=record.text("sign_in_name"),
        role=record.text("role"),
        enabled=record.flag("enabled"),
        generation=record.number("generation", least=1),
        public_key=record.data("public_key", KEY_BYTES),
        salt=record.data("salt", SALT_BYTES),
        kdf=parameters_from(record.item("kdf")),
        factors=(),
        private=record.data("private"),
        entry_mac=record.data("entry_mac", KEY_BYTES),
    )


def folded(sign_in_name: str) -> str:
    """The form in which sign-in names are compared: case and the way accents were typed don't count."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", sign_in_name.strip()).casefold())


def _bound_to(slot: Slot, office_uid: str) -> bytes:
    """What the sealed private key is bound to: all that the owner, not an administrator, decides."""
    bound = [slot.id, slot.kind.value, to_text(slot.public_key), to_text(slot.salt), slot.kdf.as_json()]
    return canonical(["cims slot", 1, office_uid, *bound, list(slot.factors)])


def _entry(slot: Slot, office_uid: str) -> bytes:
    told = [slot.sign_in_name, slot.role, slot.enabled, slot.generation, to_text(slot.public_key)]
    return canonical(["cims entry", 1, office_uid, slot.id, slot.kind.value, *told])


def entry_key(administrator_key: bytes) -> bytes:
    """The key under which user entries are vouched for."""
    return subkey(administrator_key, "cims user entries")


def _inside(contents: Secrets) -> bytes:
    inside: dict[str, object] = {
        "x25519": to_text(contents.pair.private),
        "pins": {name: to_text(pin) for name, pin in contents.pins.items()},
    }
    if contents.one_time:
        inside |= {"one_time": to_text(contents.one_time), "codes": list(map(to_text, contents.codes))}
    return canonical(inside)


def _json(data: bytes) -> object:
    import json

    return json.loads(data)
