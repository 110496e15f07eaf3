"""What administrators do in the key file: add, re-role, reset, disable users; say which roles read sensitive fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from cims_desktop.domain.errors import Invalid, PermissionDenied, Problem
from cims_desktop.security.key_derivation import MAXIMUM, MINIMUM, KdfParameters
from cims_desktop.security.key_file import ADMINISTRATOR, SENSITIVE, KeyFile, read_key_file
from cims_desktop.security.key_proofs import vouched_for
from cims_desktop.security.key_rewriting import (
    UpdateFile,
    admitted,
    held,
    reads_sensitive,
    regranted,
    require_administrator,
    require_free_name,
    rewrite,
    sealed,
    sealed_to_all,
    signed,
    slot_of,
    with_sensitive_pair,
    with_slot,
    without_announcements,
)
from cims_desktop.security.key_rotation import renewed
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.security.slots import Secrets, Slot, SlotKind
from cims_desktop.security.wrapping import new_key_pair


@dataclass(frozen=True)
class AddedUser:
    """The new user's slot, and the administrator's keys as they stand after the write."""

    slot_id: str
    opened: OpenedKeys


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

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened)
        require_free_name(file, sign_in_name)
        changed, slot = admitted(file, keys, (sign_in_name, role, SlotKind.USER), password, minimum)
        added.append(slot)
        return changed, opened

    after = rewrite(path, opened, change, update)
    return AddedUser(added[-1].id, after)


def set_enabled(
    path: Path, opened: OpenedKeys, slot_id: str, enabled: bool, *, update: UpdateFile
) -> OpenedKeys:
    """Disable a user (the grants go) or enable again (they are sealed anew); the password stays as it was.

    Disabling renews the administrator key, so that the entry of before is worth nothing to whoever has kept a copy of
    it. Invalid: last_administrator when nobody would be left who can administer.
    """
    return _amend(path, opened, slot_id, "enabled", {"enabled": enabled}, update)


def set_role(path: Path, opened: OpenedKeys, slot_id: str, role: str, *, update: UpdateFile) -> OpenedKeys:
    """Give a user another role: exactly the keys of that role are sealed to him. As `set_enabled` otherwise."""
    return _amend(path, opened, slot_id, "role", {"role": role}, update)


def reset_password(
    path: Path,
    opened: OpenedKeys,
    slot_id: str,
    password: str,
    *,
    update: UpdateFile,
    minimum: KdfParameters = MINIMUM,
) -> OpenedKeys:
    """A new password and key pair for a user whose old password nobody needs; his second factor is off then."""

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened)
        slot = _person(file, slot_id)
        fresh = sealed(file, keys, slot, Secrets(new_key_pair()), password, minimum)
        slot = signed(file, keys, fresh)
        changed = regranted(with_slot(file, slot), keys, (slot,))
        # Renewed: who kept a copy of the old entry could put it back, and the old password with it.
        return renewed(without_announcements(changed, slot_id), opened)

    return rewrite(path, opened, change, update)


def set_reader(path: Path, opened: OpenedKeys, role: str, reads: bool, *, update: UpdateFile) -> OpenedKeys:
    """Whether one of the office's own roles reads sensitive fields; its users get or lose the key at once.

    What ready roles read stands in the program.
    """

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened)
        wanted = file.readers | {role} if reads else file.readers - {role}
        changed = vouched_for(replace(file, readers=wanted), keys[file.grant_name(ADMINISTRATOR)])
        other = [
            slot
            for slot in file.slots.values()
            if reads_sensitive(file, slot.role) != reads_sensitive(changed, slot.role)
        ]
        changed, after = regranted(changed, keys, other), replace(opened, readers=wanted)
        return (changed, after) if reads else renewed(changed, after)

    return rewrite(path, opened, change, update)


def complete_keys(path: Path, opened: OpenedKeys, *, update: UpdateFile) -> OpenedKeys:
    """Gives an office from before sensitive fields their keys, if an administrator asks and they are not there yet."""
    if opened.administrator_key is None or opened.sensitive_generation:
        return opened

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened)
        changed, private = with_sensitive_pair(file, keys[file.grant_name(ADMINISTRATOR)])
        name = changed.grant_name(SENSITIVE)
        completed = replace(
            opened, sensitive_public=changed.public_keys[name], sensitive=private, sensitive_generation=1
        )
        grants = {**changed.grants, name: sealed_to_all(changed, SENSITIVE, private)}
        return replace(changed, grants=grants), completed

    return rewrite(path, opened, change, update)


def raise_cost(path: Path, opened: OpenedKeys, cost: KdfParameters, *, update: UpdateFile) -> OpenedKeys:
    """What deriving a key shall cost from now on, never less than before; each slot follows at its user's sign-in.

    Each part of the cost grows on its own; a file that asks as much already is not written. Invalid (out_of_range).
    """
    if opened.administrator_key is None:
        raise PermissionDenied("keys.manage", opened.role)
    present = read_key_file(path).kdf
    wanted = KdfParameters(
        max(cost.passes, present.passes), max(cost.memory, present.memory), max(cost.lanes, present.lanes)
    )
    if wanted == present:
        return opened
    if not wanted.within(present, MAXIMUM):
        raise Invalid((Problem("cost", "out_of_range"),))

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        held(file, opened, "keys.manage")
        return replace(file, kdf=wanted), replace(opened, outdated=True)

    return rewrite(path, opened, change, update)


def _amend(
    path: Path,
    opened: OpenedKeys,
    slot_id: str,
    field: str,
    values: dict[str, bool | str],
    update: UpdateFile,
) -> OpenedKeys:
    """Another entry for a user, vouched for and with the keys that it deserves."""

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened)
        slot = signed(file, keys, replace(_person(file, slot_id), **values))  # type: ignore[arg-type]
        changed = with_slot(file, slot)
        require_administrator(changed, field)
        changed = regranted(changed, keys, (slot,))
        return (changed, opened) if values == {"enabled": True} else renewed(changed, opened)

    return rewrite(path, opened, change, update)


def _person(file: KeyFile, slot_id: str) -> Slot:
    slot = slot_of(file, slot_id)
    if slot.kind is not SlotKind.USER:
        raise Invalid((Problem("user", "unknown"),))
    return slot
