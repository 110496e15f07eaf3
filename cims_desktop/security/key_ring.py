"""What is done with an office's keys: make the key file, sign in, change passwords, add and disable users.

This package writes no files itself. Every operation that changes the file takes `update`, which locks it
against other processes, hands over its present bytes (None: there is none) and puts the returned ones in
their place, all or nothing, for the owner alone (`storage.files.update_file`). So durable writing exists
once in the program, an operation is plain bytes to bytes, and a test may stop the write at any step.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from cims_desktop.domain.errors import Invalid, OfficeFault, PermissionDenied, Problem, SignInRefused
from cims_desktop.security.encoding import damaged
from cims_desktop.security.key_derivation import KEY_BYTES, MINIMUM, KdfParameters, calibrate
from cims_desktop.security.key_file import (
    ADMINISTRATOR,
    AUDIT,
    DATA,
    KeyFile,
    key_check,
    parse,
    serialise,
)
from cims_desktop.security.opened_keys import (
    ADMINISTRATOR_ROLE,
    ListedUser,
    OpenedKeys,
    bound_to,
    fingerprint,
    in_step,
    list_users,
    open_key_file,
    open_slot,
    require_vouched,
)
from cims_desktop.security.slots import Secrets, Slot, SlotKind, new_slot
from cims_desktop.security.wrapping import Box, box

__all__ = [
    "ADMINISTRATOR_ROLE",
    "AddedUser",
    "ListedUser",
    "OpenedKeys",
    "UpdateFile",
    "add_user",
    "change_password",
    "create_key_file",
    "list_users",
    "open_key_file",
    "set_enabled",
]

UpdateFile = Callable[[Path, Callable[[bytes | None], bytes]], None]
"""Changes a file under its lock, atomically and durably, from its present bytes (None when there is none)."""


@dataclass(frozen=True)
class AddedUser:
    """The new user's slot, and the administrator's keys as they stand after the write."""

    slot_id: str
    opened: OpenedKeys


def create_key_file(
    path: Path,
    office_uid: str,
    sign_in_name: str,
    role: str,
    password: str,
    *,
    update: UpdateFile,
    kdf: KdfParameters | None = None,
    minimum: KdfParameters = MINIMUM,
) -> OpenedKeys:
    """A new key file with its first user, who must be an administrator; `kdf` is calibrated when not given.

    OfficeFault("exists") when there is a file already; Invalid for a name or role that can't be.
    """
    if role != ADMINISTRATOR_ROLE:
        raise Invalid((Problem("role", "administrator_needed"),))
    keys = {f"{name}:1": secrets.token_bytes(KEY_BYTES) for name in (DATA, AUDIT, ADMINISTRATOR)}
    cost = kdf or calibrate()
    first = KeyFile(
        office_uid=office_uid,
        epoch=1,
        kdf=cost,
        current={DATA: 1, AUDIT: 1, ADMINISTRATOR: 1},
        slots={},
        grants={name: {} for name in keys},
        checks={f"{DATA}:1": key_check(keys[f"{DATA}:1"])},
    )
    _require_free_name(first, sign_in_name)
    file, slot = _with_user(first, keys, sign_in_name, role, password, minimum)

    def written(current: bytes | None) -> bytes:
        if current is not None:
            raise OfficeFault("exists")
        return serialise(file, keys[f"{DATA}:1"])

    update(path, written)
    return OpenedKeys(
        office_uid=office_uid,
        slot_id=slot.id,
        sign_in_name=slot.sign_in_name,
        role=role,
        data_key=keys[f"{DATA}:1"],
        audit_key=keys[f"{AUDIT}:1"],
        administrator_key=keys[f"{ADMINISTRATOR}:1"],
        data_generation=1,
        epoch=file.epoch,
        digest=file.digest(),
    )


def change_password(
    path: Path,
    opened: OpenedKeys,
    old: str,
    new: str,
    *,
    update: UpdateFile,
    minimum: KdfParameters = MINIMUM,
) -> OpenedKeys:
    """Put this user's slot under a new password, at the cost that the office asks for now.

    SignInRefused("wrong_name_or_password") when `old` is wrong; nothing is written then.
    """

    def change(file: KeyFile) -> KeyFile:
        slot = _slot(file, opened.slot_id)
        if not slot.enabled:
            raise SignInRefused("disabled")
        contents = open_slot(file, slot, old, minimum=minimum)
        if opened.administrator_key is not None:
            pins = {file.grant_name(ADMINISTRATOR): fingerprint(opened.administrator_key)}
            contents = replace(contents, pins=pins)
        return _with_slot(file, slot.sealed(file.office_uid, contents, new, file.kdf, minimum))

    return _rewrite(path, opened, change, update)


def add_user(
    path: Path,
    opened: OpenedKeys,
    sign_in_name: str,
    role: str,
    password: str,
    *,
    update: UpdateFile,
    minimum: KdfParameters = MINIMUM,
) -> AddedUser:
    """A new enabled user with the keys of `role`; `opened` must be an administrator's.

    Invalid: sign_in_name required or taken. PermissionDenied without the administrator key.
    """
    added: list[Slot] = []

    def change(file: KeyFile) -> KeyFile:
        keys = _held(file, opened)
        _require_free_name(file, sign_in_name)
        changed, slot = _with_user(file, keys, sign_in_name, role, password, minimum)
        added.append(slot)
        return changed

    after = _rewrite(path, opened, change, update)
    return AddedUser(added[-1].id, after)


def set_enabled(
    path: Path, opened: OpenedKeys, slot_id: str, enabled: bool, *, update: UpdateFile
) -> OpenedKeys:
    """Disable a user (the grants go) or enable again (they are sealed anew); the password stays as it was.

    Invalid: last_administrator when nobody would be left who can administer.
    """

    def change(file: KeyFile) -> KeyFile:
        keys = _held(file, opened)
        slot = replace(_slot(file, slot_id), enabled=enabled)
        administrator_key = keys[file.grant_name(ADMINISTRATOR)]
        slot = slot.signed(file.office_uid, administrator_key, file.current[ADMINISTRATOR])
        changed = _with_slot(file, slot)
        if not any(_administers(each) for each in changed.slots.values()):
            raise Invalid((Problem("enabled", "last_administrator"),))
        return replace(changed, grants=_grants(changed, keys, slot))

    return _rewrite(path, opened, change, update)


def _rewrite(
    path: Path, opened: OpenedKeys, change: Callable[[KeyFile], KeyFile], update: UpdateFile
) -> OpenedKeys:
    """Apply `change` to the file as it is now, verified; the caller's keys with the new epoch and digest."""
    done: list[KeyFile] = []

    def written(current: bytes | None) -> bytes:
        if current is None:
            raise OfficeFault("key_file_missing")
        file = parse(current)
        in_step(file, opened)
        changed = change(file)
        done.append(replace(changed, epoch=file.epoch + 1))
        return serialise(done[-1], opened.data_key)

    update(path, written)
    return replace(opened, epoch=done[-1].epoch, digest=done[-1].digest())


def _held(file: KeyFile, opened: OpenedKeys) -> dict[str, bytes]:
    """The keys an administrator may hand on, by grant name; every entry is verified before anything is
    sealed.
    """
    if opened.administrator_key is None:
        raise PermissionDenied("users.manage", opened.role)
    require_vouched(file, opened.administrator_key)
    held = {DATA: opened.data_key, AUDIT: opened.audit_key, ADMINISTRATOR: opened.administrator_key}
    return {file.grant_name(name): key for name, key in held.items()}


def _with_user(
    file: KeyFile,
    keys: Mapping[str, bytes],
    sign_in_name: str,
    role: str,
    password: str,
    minimum: KdfParameters,
) -> tuple[KeyFile, Slot]:
    fresh, pair = new_slot(sign_in_name, role, file.kdf)
    administrator = file.grant_name(ADMINISTRATOR)
    pins = {administrator: fingerprint(keys[administrator])} if role == ADMINISTRATOR_ROLE else {}
    slot = fresh.sealed(file.office_uid, Secrets(pair, pins), password, file.kdf, minimum)
    slot = slot.signed(file.office_uid, keys[administrator], file.current[ADMINISTRATOR])
    changed = _with_slot(file, slot)
    return replace(changed, grants=_grants(changed, keys, slot)), slot


def _grants(file: KeyFile, keys: Mapping[str, bytes], slot: Slot) -> dict[str, dict[str, Box]]:
    """The grants with `slot`'s renewed: each key it may have sealed to it, none when it is disabled."""
    grants = {
        name: {one: boxed for one, boxed in boxes.items() if one != slot.id}
        for name, boxes in file.grants.items()
    }
    for key in _deserved(slot):
        name = file.grant_name(key)
        grants[name][slot.id] = box(slot.public_key, keys[name], bound_to(file.office_uid, name, slot.id))
    return grants


def _deserved(slot: Slot) -> Iterable[str]:
    if not slot.enabled:
        return ()
    return (DATA, AUDIT, ADMINISTRATOR) if slot.role == ADMINISTRATOR_ROLE else (DATA, AUDIT)


def _administers(slot: Slot) -> bool:
    return slot.kind is SlotKind.USER and slot.enabled and slot.role == ADMINISTRATOR_ROLE


def _with_slot(file: KeyFile, slot: Slot) -> KeyFile:
    return replace(file, slots={**file.slots, slot.id: slot})


def _slot(file: KeyFile, slot_id: str) -> Slot:
    if slot_id not in file.slots:
        raise damaged()
    return file.slots[slot_id]


def _require_free_name(file: KeyFile, sign_in_name: str) -> None:
    if not sign_in_name.strip():
        raise Invalid((Problem("sign_in_name", "required"),))
    if file.named(sign_in_name) is not None:
        raise Invalid((Problem("sign_in_name", "taken"),))
