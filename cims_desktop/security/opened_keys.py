"""Signing in to the key file: name and password in, the keys of this person out."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from cims_desktop.domain.errors import OfficeFault, SignInRefused
from cims_desktop.security.encoding import damaged
from cims_desktop.security.key_derivation import KEY_BYTES, MINIMUM, SALT_BYTES, KdfParameters, derive_key
from cims_desktop.security.key_file import (
    ADMINISTRATOR,
    AUDIT,
    DATA,
    SENSITIVE,
    KeyFile,
    key_check,
    read_key_file,
)
from cims_desktop.security.key_proofs import (
    bound_to,
    former_keys,
    outdated,
    require_true_administrator_key,
    require_true_public_key,
    require_vouched,
)
from cims_desktop.security.slots import Secrets, Slot, SlotKind
from cims_desktop.security.wrapping import CannotUnseal, key_pair, same, subkey, unbox

ADMINISTRATOR_ROLE = "administrator"
"""The role whose holders get the administrator key."""


@dataclass(frozen=True)
class ListedUser:
    """What anybody may read of a user in the key file; unverified."""

    slot_id: str
    sign_in_name: str
    role: str
    enabled: bool


@dataclass(frozen=True)
class OpenedKeys:
    """The keys of a signed-in user; what it prints never shows them.

    `data_key` is SQLCipher's raw key, `audit_key` chains the journal, `administrator_key` is None without
    that role. `epoch` and `digest` (SHA-256) are of the key file's content, to be mirrored in the database
    after each write. Sensitive values are sealed to `sensitive_public` (empty in a key file that has none yet);
    `sensitive`, the private half, is None for roles that don't read them. `former_administrator_keys` are by
    generation, for what was authenticated under them. `readers` are the office's own roles that read sensitive fields.
    `one_time` is the second factor's secret, `one_time_codes` the digests of its recovery codes. `recovery`: opened by
    the printed code, not by a person's password. `outdated`: the slot should be sealed anew (`refresh_slot`). `listed`
    are the users that these keys vouch for, as of the opening. `next` are the keys after a rotation that is pending.
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
    sensitive_public: bytes = field(default=b"", repr=False)
    sensitive: bytes | None = field(default=None, repr=False)
    sensitive_generation: int = 0
    administrator_generation: int = 1
    former_administrator_keys: Mapping[int, bytes] = field(default_factory=dict, repr=False)
    one_time: bytes = field(default=b"", repr=False)
    one_time_codes: tuple[bytes, ...] = field(default=(), repr=False)
    readers: frozenset[str] = frozenset()
    recovery: bool = False
    outdated: bool = False
    listed: tuple[ListedUser, ...] = field(default=(), repr=False, compare=False)
    next: OpenedKeys | None = field(default=None, repr=False)

    @property
    def data_check(self) -> bytes:
        """Tells this data key from any other without telling it: a restore compares it before it takes a backup."""
        return key_check(self.data_key)

    @property
    def blind_key(self) -> bytes | None:
        """The key of the blind indexes of sensitive fields, for whoever may read them: it follows from their key."""
        return None if self.sensitive is None else subkey(self.sensitive, "cims blind index")

    @property
    def has_code(self) -> bool:
        """Whether signing in asks for a one-time code."""
        return bool(self.one_time)


def list_users(path: Path) -> tuple[ListedUser, ...]:
    """The users, by name; no key is needed, so nothing of it is proven."""
    return _listed(read_key_file(path))


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
    opened = _opened(file, slot, contents)
    if not file.authentic(opened.data_key):
        raise damaged()
    if opened.administrator_key is not None:
        former = opened.former_administrator_keys
        require_true_administrator_key(file, contents, opened.administrator_key, former)
        require_vouched(file, opened.administrator_key)
    require_true_public_key(file, slot, contents)
    if file.pending:
        coming = replace(file, current={**file.current, **file.pending})
        require_true_public_key(coming, slot, contents)
        opened = replace(opened, next=_opened(coming, slot, contents))
    return opened


def open_slot(file: KeyFile, slot: Slot, password: str, *, minimum: KdfParameters = MINIMUM) -> Secrets:
    """The slot's secrets; SignInRefused("wrong_name_or_password")."""
    try:
        return slot.open(file.office_uid, password, minimum=minimum)
    except CannotUnseal:
        raise SignInRefused("wrong_name_or_password") from None


def in_step(file: KeyFile, opened: OpenedKeys) -> None:
    """The file is still the one that `opened` came from, no older, and untouched by others' hands."""
    if file.current[DATA] != opened.data_generation:
        raise OfficeFault("key_file_changed")
    if file.office_uid != opened.office_uid or not file.authentic(opened.data_key):
        raise damaged()
    if file.epoch < opened.epoch:
        raise OfficeFault("key_file_rolled_back", epoch=file.epoch, seen=opened.epoch)


def _opened(file: KeyFile, slot: Slot, contents: Secrets) -> OpenedKeys:
    """The keys in force in `file` that are granted to `slot`."""
    data_key = granted(file, DATA, slot, contents)
    if data_key is None or not same(file.checks[file.grant_name(DATA)], key_check(data_key)):
        raise damaged()
    audit_key = granted(file, AUDIT, slot, contents)
    administrates = slot.role == ADMINISTRATOR_ROLE
    administrator_key = granted(file, ADMINISTRATOR, slot, contents) if administrates else None
    if audit_key is None or (administrates and administrator_key is None):
        raise damaged()
    mine = ListedUser(slot.id, slot.sign_in_name, slot.role, slot.enabled)
    return OpenedKeys(
        office_uid=file.office_uid,
        slot_id=slot.id,
        sign_in_name=slot.sign_in_name,
        role=slot.role,
        data_key=data_key,
        audit_key=audit_key,
        administrator_key=administrator_key,
        data_generation=file.current[DATA],
        epoch=file.epoch,
        digest=file.digest(),
        sensitive_public=_sensitive_public(file),
        sensitive=_sensitive(file, slot, contents),
        sensitive_generation=file.current.get(SENSITIVE, 0),
        administrator_generation=file.current[ADMINISTRATOR],
        former_administrator_keys=former_keys(file, administrator_key) if administrator_key else {},
        readers=file.readers,
        one_time=contents.one_time,
        one_time_codes=contents.codes,
        recovery=slot.kind is SlotKind.RECOVERY,
        outdated=outdated(file, slot, contents, administrator_key),
        listed=_listed(file) if administrator_key else (mine,),
    )


def granted(file: KeyFile, key: str, slot: Slot, contents: Secrets) -> bytes | None:
    """The key in force that was sealed to this slot, None if none was. OfficeFault("key_file_damaged")."""
    name = file.grant_name(key)
    boxed = file.grants[name].get(slot.id)
    if boxed is None:
        return None
    try:
        opened = unbox(contents.pair, boxed, bound_to(file.office_uid, name, slot.id))
    except CannotUnseal:
        raise damaged() from None
    if len(opened) != KEY_BYTES:
        raise damaged()
    return opened


def _sensitive_public(file: KeyFile) -> bytes:
    return file.public_keys[file.grant_name(SENSITIVE)] if SENSITIVE in file.current else b""


def _sensitive(file: KeyFile, slot: Slot, contents: Secrets) -> bytes | None:
    private = granted(file, SENSITIVE, slot, contents) if SENSITIVE in file.current else None
    if private is not None and key_pair(private).public != _sensitive_public(file):
        raise damaged()
    return private


def _listed(file: KeyFile) -> tuple[ListedUser, ...]:
    users = (slot for slot in file.slots.values() if slot.kind is SlotKind.USER)
    listed = (ListedUser(slot.id, slot.sign_in_name, slot.role, slot.enabled) for slot in users)
    return tuple(sorted(listed, key=lambda user: user.sign_in_name))
