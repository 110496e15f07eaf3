"""How the key file is changed: verified as it is now, changed, authenticated anew; and who is sealed which key."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from cims_desktop.domain.errors import Invalid, OfficeFault, PermissionDenied, Problem
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.security.encoding import damaged
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_file import ADMINISTRATOR, AUDIT, DATA, SENSITIVE, KeyFile, parse, serialise
from cims_desktop.security.key_proofs import ANNOUNCED, bound_to, require_vouched, vouched_for, with_pins
from cims_desktop.security.opened_keys import ADMINISTRATOR_ROLE, OpenedKeys, in_step
from cims_desktop.security.slots import Secrets, Slot, SlotKind, new_slot
from cims_desktop.security.wrapping import Box, box, new_key_pair

UpdateFile = Callable[[Path, Callable[[bytes | None], bytes]], None]
"""Changes a file under its lock, atomically and durably, from its present bytes (None when there is none)."""

Change = Callable[[KeyFile], tuple[KeyFile, OpenedKeys]]
"""From the file as it is to the file as it shall be, and the caller's keys in that."""


def rewrite(path: Path, opened: OpenedKeys, change: Change, update: UpdateFile) -> OpenedKeys:
    """Applies `change` to the file as it is now, verified; the caller's keys with the new epoch and digest."""
    done: list[tuple[KeyFile, OpenedKeys]] = []

    def written(current: bytes | None) -> bytes:
        if current is None:
            raise OfficeFault("key_file_missing")
        file = parse(current)
        in_step(file, opened)
        changed, keys = change(file)
        changed = replace(changed, epoch=file.epoch + 1)
        done.append((changed, keys))
        return serialise(changed, keys.data_key)

    update(path, written)
    file, keys = done[-1]
    digest = file.digest()
    coming = None if keys.next is None else replace(keys.next, epoch=file.epoch)
    return replace(keys, epoch=file.epoch, digest=digest, next=coming)


def held(file: KeyFile, opened: OpenedKeys, right: str = "users.manage") -> dict[str, bytes]:
    """The keys an administrator may hand on, by grant name; every entry is verified before anything is sealed.

    PermissionDenied without the administrator key. OfficeFault("key_file_changed") when another program has renewed
    it, or a rotation is under way.
    """
    if opened.administrator_key is None:
        raise PermissionDenied(right, opened.role)
    if file.current[ADMINISTRATOR] != opened.administrator_generation or file.pending:
        raise OfficeFault("key_file_changed")
    require_vouched(file, opened.administrator_key)
    keys = {DATA: opened.data_key, AUDIT: opened.audit_key, ADMINISTRATOR: opened.administrator_key}
    if SENSITIVE in file.current:
        if opened.sensitive is None or file.current[SENSITIVE] != opened.sensitive_generation:
            raise OfficeFault("key_file_changed")
        keys[SENSITIVE] = opened.sensitive
    return {file.grant_name(name): key for name, key in keys.items()}


def reads_sensitive(file: KeyFile, role: str) -> bool:
    """Whether holders of this role get the private sensitive key, by what an administrator has vouched for."""
    if role in set(RoleName):
        return READY_ROLES[RoleName(role)].reads_sensitive
    return role in file.readers


def deserved(file: KeyFile, slot: Slot) -> tuple[str, ...]:
    """The keys that are sealed to this slot: none when it is disabled."""
    if not slot.enabled:
        return ()
    keys = (DATA, AUDIT, *((ADMINISTRATOR,) if slot.role == ADMINISTRATOR_ROLE else ()))
    reads = SENSITIVE in file.current and reads_sensitive(file, slot.role)
    return (*keys, SENSITIVE) if reads else keys


def regranted(file: KeyFile, keys: Mapping[str, bytes], slots: Iterable[Slot]) -> KeyFile:
    """`file` with the grants of these slots renewed: each key that they may have is sealed to them."""
    slots = tuple(slots)
    gone = {slot.id for slot in slots}
    grants = {
        name: {one: boxed for one, boxed in boxes.items() if one not in gone or name.startswith(ANNOUNCED)}
        for name, boxes in file.grants.items()
    }
    for slot in slots:
        for key in deserved(file, slot):
            name = file.grant_name(key)
            grants[name][slot.id] = box(slot.public_key, keys[name], bound_to(file.office_uid, name, slot.id))
    return replace(file, grants=grants)


def sealed_to_all(file: KeyFile, key: str, secret: bytes) -> dict[str, Box]:
    """The grants of one key: its present generation sealed to every slot that deserves it."""
    name = file.grant_name(key)
    deserving = (slot for slot in file.slots.values() if key in deserved(file, slot))
    return {
        slot.id: box(slot.public_key, secret, bound_to(file.office_uid, name, slot.id)) for slot in deserving
    }


def admitted(
    file: KeyFile,
    keys: Mapping[str, bytes],
    named: tuple[str, str, SlotKind],
    password: str,
    minimum: KdfParameters,
) -> tuple[KeyFile, Slot]:
    """`file` with a new slot of `named` (sign-in name, role, kind) that has the keys it deserves."""
    fresh, pair = new_slot(named[0], named[1], file.kdf, named[2])
    slot = signed(file, keys, sealed(file, keys, fresh, Secrets(pair), password, minimum))
    return regranted(with_slot(file, slot), keys, (slot,)), slot


def sealed(
    file: KeyFile,
    keys: Mapping[str, bytes],
    slot: Slot,
    contents: Secrets,
    password: str,
    minimum: KdfParameters,
) -> Slot:
    """The slot under a password that an administrator gives it, the keys in force pinned."""
    pinned = with_pins(file, contents, keys[file.grant_name(ADMINISTRATOR)])
    return slot.sealed(file.office_uid, pinned, password, file.kdf, minimum)


def signed(file: KeyFile, keys: Mapping[str, bytes], slot: Slot) -> Slot:
    """The slot with its entry vouched for."""
    return slot.signed(file.office_uid, keys[file.grant_name(ADMINISTRATOR)], file.current[ADMINISTRATOR])


def with_slot(file: KeyFile, slot: Slot) -> KeyFile:
    """`file` with this slot put in, or put in place of its older state."""
    return replace(file, slots={**file.slots, slot.id: slot})


def without_announcements(file: KeyFile, slot_id: str) -> KeyFile:
    """`file` without what told this slot of new public keys: it has pinned the newest."""
    grants = {
        name: {one: boxed for one, boxed in boxes.items() if one != slot_id}
        if name.startswith(ANNOUNCED)
        else boxes
        for name, boxes in file.grants.items()
    }
    return replace(
        file,
        grants={name: boxes for name, boxes in grants.items() if boxes or not name.startswith(ANNOUNCED)},
    )


def with_sensitive_pair(file: KeyFile, administrator_key: bytes) -> tuple[KeyFile, bytes]:
    """`file` with a first sensitive key pair, and its private half, which is granted to nobody yet."""
    pair = new_key_pair()
    name = f"{SENSITIVE}:1"
    changed = replace(
        file,
        current={**file.current, SENSITIVE: 1},
        public_keys={**file.public_keys, name: pair.public},
        grants={**file.grants, name: {}},
    )
    return vouched_for(changed, administrator_key), pair.private


def slot_of(file: KeyFile, slot_id: str) -> Slot:
    """The slot of this id. OfficeFault("key_file_damaged")."""
    if slot_id not in file.slots:
        raise damaged()
    return file.slots[slot_id]


def administers(slot: Slot) -> bool:
    """Whether this is a person who can sign in and administer."""
    return slot.kind is SlotKind.USER and slot.enabled and slot.role == ADMINISTRATOR_ROLE


def require_administrator(file: KeyFile, field: str) -> None:
    """Somebody is left who can administer. Invalid(last_administrator)."""
    if not any(map(administers, file.slots.values())):
        raise Invalid((Problem(field, "last_administrator"),))


def require_free_name(file: KeyFile, sign_in_name: str) -> None:
    """The sign-in name is one, and nobody has it. Invalid(required, taken)."""
    if not sign_in_name.strip():
        raise Invalid((Problem("sign_in_name", "required"),))
    if file.named(sign_in_name) is not None:
        raise Invalid((Problem("sign_in_name", "taken"),))
