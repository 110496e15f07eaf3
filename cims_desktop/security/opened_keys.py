"""Signing in to the key file: name and password in, the keys of this person out."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

from cims_desktop.domain.errors import OfficeFault, SignInRefused
from cims_desktop.security.encoding import canonical, damaged
from cims_desktop.security.key_derivation import KEY_BYTES, MINIMUM, SALT_BYTES, KdfParameters, derive_key
from cims_desktop.security.key_file import ADMINISTRATOR, AUDIT, DATA, KeyFile, key_check, read_key_file
from cims_desktop.security.slots import Secrets, Slot, SlotKind
from cims_desktop.security.wrapping import CannotUnseal, mac, same, subkey, unbox

ADMINISTRATOR_ROLE = "administrator"
"""The role whose holders get the administrator key."""


@dataclass(frozen=True)
class OpenedKeys:
    """The keys of a signed-in user; what it prints never shows them.

    `data_key` is SQLCipher's raw key, `audit_key` chains the journal, `administrator_key` is None without
    that role. `epoch` and `digest` (SHA-256) are of the key file's content, to be mirrored in the database
    after each write.
    """

    office_uid: str
    slot_id: str
    sign_in_name: str
    role: str
    data_key: bytes = field(repr=False)
    audit_key: bytes = field(repr=False)
    administrator_key: bytes | None = field(repr=False)
    data_generation: int
    epoch: int
    digest: bytes = field(repr=False)

    @property
    def data_check(self) -> bytes:
        """Tells this data key from any other without telling it: a restore compares it before it takes a backup."""
        return key_check(self.data_key)


@dataclass(frozen=True)
class ListedUser:
    """What anybody may read of a user in the key file; unverified."""

    slot_id: str
    sign_in_name: str
    role: str
    enabled: bool


def list_users(path: Path) -> tuple[ListedUser, ...]:
    """The users, by name; no key is needed, so nothing of it is proven."""
    slots = [slot for slot in read_key_file(path).slots.values() if slot.kind is SlotKind.USER]
    listed = (ListedUser(slot.id, slot.sign_in_name, slot.role, slot.enabled) for slot in slots)
    return tuple(sorted(listed, key=lambda user: user.sign_in_name))


def open_key_file(
    path: Path, sign_in_name: str, password: str, *, minimum: KdfParameters = MINIMUM
) -> OpenedKeys:
    """The keys of this user.

    SignInRefused("wrong_name_or_password") for either, after the same work; SignInRefused("disabled") only
    after the right password. OfficeFault: key_file_missing, key_file_damaged, key_file_newer, no_access.
    """
    file = read_key_file(path)
    slot = file.named(sign_in_name)
    if slot is None:
        derive_key(password, secrets.token_bytes(SALT_BYTES), file.kdf, minimum=minimum)
        raise SignInRefused("wrong_name_or_password")
    return unlock(file, slot, password, minimum=minimum)


def unlock(file: KeyFile, slot: Slot, password: str, *, minimum: KdfParameters = MINIMUM) -> OpenedKeys:
    """The keys that `slot`'s password opens, the whole file verified with them."""
    contents = open_slot(file, slot, password, minimum=minimum)
    if not slot.enabled:
        raise SignInRefused("disabled")
    data_key = _granted(file, DATA, slot, contents)
    if not same(file.checks[file.grant_name(DATA)], key_check(data_key)) or not file.authentic(data_key):
        raise damaged()
    opened = OpenedKeys(
        office_uid=file.office_uid,
        slot_id=slot.id,
        sign_in_name=slot.sign_in_name,
        role=slot.role,
        data_key=data_key,
        audit_key=_granted(file, AUDIT, slot, contents),
        administrator_key=_granted(file, ADMINISTRATOR, slot, contents)
        if slot.role == ADMINISTRATOR_ROLE
        else None,
        data_generation=file.current[DATA],
        epoch=file.epoch,
        digest=file.digest(),
    )
    if opened.administrator_key is not None:
        _require_true_administrator_key(file, contents, opened.administrator_key)
    return opened


def open_slot(file: KeyFile, slot: Slot, password: str, *, minimum: KdfParameters = MINIMUM) -> Secrets:
    """The slot's secrets; SignInRefused("wrong_name_or_password")."""
    try:
        return slot.open(file.office_uid, password, minimum=minimum)
    except CannotUnseal:
        raise SignInRefused("wrong_name_or_password") from None


def bound_to(office_uid: str, grant: str, slot_id: str) -> bytes:
    """What a grant's box is bound to: it opens for no other key, person or office."""
    return canonical(["cims grant", 1, office_uid, grant, slot_id])


def fingerprint(administrator_key: bytes) -> bytes:
    """What a slot keeps of an administrator key to know it again."""
    return mac(subkey(administrator_key, "cims fingerprint"), b"cims administrator key")


def require_vouched(file: KeyFile, administrator_key: bytes) -> None:
    """Every user entry is an administrator's own work; OfficeFault("key_file_damaged") if one is not."""
    generation = file.current[ADMINISTRATOR]
    for slot in file.slots.values():
        if slot.generation != generation or not slot.vouched(file.office_uid, administrator_key):
            raise damaged()


def _granted(file: KeyFile, key: str, slot: Slot, contents: Secrets) -> bytes:
    name = file.grant_name(key)
    boxed = file.grants[name].get(slot.id)
    if boxed is None:
        raise damaged()
    try:
        opened = unbox(contents.pair, boxed, bound_to(file.office_uid, name, slot.id))
    except CannotUnseal:
        raise damaged() from None
    if len(opened) != KEY_BYTES:
        raise damaged()
    return opened


def _require_true_administrator_key(file: KeyFile, contents: Secrets, administrator_key: bytes) -> None:
    pin = contents.pins.get(file.grant_name(ADMINISTRATOR))
    if pin is not None and not same(pin, fingerprint(administrator_key)):
        raise damaged()
    require_vouched(file, administrator_key)


def in_step(file: KeyFile, opened: OpenedKeys) -> None:
    """The file is still the one that `opened` came from, no older, and untouched by others' hands."""
    if file.current[DATA] != opened.data_generation:
        raise OfficeFault("key_file_changed")
    if file.office_uid != opened.office_uid or not file.authentic(opened.data_key):
        raise damaged()
    if file.epoch < opened.epoch:
        raise OfficeFault("key_file_rolled_back", epoch=file.epoch, seen=opened.epoch)
