"""New keys for old ones: administrator key at once, data key and sensitive pair in two steps around the database."""

from __future__ import annotations

import secrets
from dataclasses import replace
from pathlib import Path

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.key_derivation import KEY_BYTES
from cims_desktop.security.key_file import ADMINISTRATOR, DATA, SENSITIVE, KeyFile, key_check
from cims_desktop.security.key_proofs import ANNOUNCED, announce, succeeded, vouched_for
from cims_desktop.security.key_rewriting import (
    UpdateFile,
    held,
    regranted,
    rewrite,
    sealed_to_all,
    signed,
    with_slot,
)
from cims_desktop.security.opened_keys import ADMINISTRATOR_ROLE, OpenedKeys
from cims_desktop.security.slots import Slot
from cims_desktop.security.wrapping import Box, KeyPair, new_key_pair


def renew_administrator_key(path: Path, opened: OpenedKeys, *, update: UpdateFile) -> OpenedKeys:
    """A new administrator key: every entry vouched for anew, and proof that it follows the old one."""

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        held(file, opened, "keys.manage")
        return renewed(file, opened)

    return rewrite(path, opened, change, update)


def begin_rotation(path: Path, opened: OpenedKeys, *, update: UpdateFile) -> OpenedKeys:
    """The first step: the next data key and sensitive pair stand beside those in force, sealed to whom they are for.

    The result's `next` are the keys to write the database under; the administrator key is renewed at once. From now on
    everybody's sign-in gives both. Either `finish_rotation` or `abandon_rotation` follows; both need no administrator.
    OfficeFault("key_file_changed") when a rotation is pending already.
    """

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        held(file, opened, "keys.manage")
        changed, keys = renewed(file, opened)
        data_key, pair = secrets.token_bytes(KEY_BYTES), new_key_pair()
        pending = {name: file.current[name] + 1 for name in (DATA, SENSITIVE)}
        coming = replace(file, current={**changed.current, **pending})
        data, sensitive = coming.grant_name(DATA), coming.grant_name(SENSITIVE)
        granted = {
            data: sealed_to_all(coming, DATA, data_key),
            sensitive: sealed_to_all(coming, SENSITIVE, pair.private),
            f"{ANNOUNCED}:{pending[SENSITIVE]}": _announced(file, opened, pair, pending[SENSITIVE]),
        }
        changed = replace(
            changed,
            pending=pending,
            grants={**changed.grants, **granted},
            checks={**changed.checks, data: key_check(data_key)},
            public_keys={**changed.public_keys, sensitive: pair.public},
        )
        changed = vouched_for(changed, _administrator_key(keys))
        after = replace(
            keys,
            data_key=data_key,
            data_generation=pending[DATA],
            sensitive=pair.private,
            sensitive_public=pair.public,
            sensitive_generation=pending[SENSITIVE],
            outdated=True,
        )
        return changed, replace(keys, next=after)

    return rewrite(path, opened, change, update)


def finish_rotation(path: Path, opened: OpenedKeys, *, update: UpdateFile) -> OpenedKeys:
    """The last step, when the database is under the next keys: these are in force, the old ones gone. Anybody may.

    Without effect on a key file where nothing is pending any more (another program has finished): OfficeFault
    ("key_file_changed") tells to sign in again.
    """
    after = opened.next
    if after is None:
        raise OfficeFault("key_file_changed")

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        _require_pending(file)
        gone = {file.grant_name(key) for key in file.pending}
        changed = replace(
            file,
            current={**file.current, **file.pending},
            pending={},
            grants={name: boxes for name, boxes in file.grants.items() if name not in gone},
            checks={name: check for name, check in file.checks.items() if name not in gone},
            public_keys={name: key for name, key in file.public_keys.items() if name not in gone},
        )
        return changed, replace(after, next=None, epoch=opened.epoch, listed=opened.listed)

    return rewrite(path, opened, change, update)


def abandon_rotation(path: Path, opened: OpenedKeys, *, update: UpdateFile) -> OpenedKeys:
    """The way back, when the database is still under the old keys: the next ones are forgotten. Anybody may."""

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        _require_pending(file)
        gone = {f"{key}:{generation}" for key, generation in file.pending.items()}
        gone.add(f"{ANNOUNCED}:{file.pending[SENSITIVE]}")
        changed = replace(
            file,
            pending={},
            grants={name: boxes for name, boxes in file.grants.items() if name not in gone},
            checks={name: check for name, check in file.checks.items() if name not in gone},
            public_keys={name: key for name, key in file.public_keys.items() if name not in gone},
        )
        return changed, replace(opened, next=None)

    return rewrite(path, opened, change, update)


def renewed(file: KeyFile, opened: OpenedKeys) -> tuple[KeyFile, OpenedKeys]:
    """`file` under a new administrator key, which `held` has let the caller do. What is pending stays as it is."""
    old, new = _administrator_key(opened), secrets.token_bytes(KEY_BYTES)
    generation = file.current[ADMINISTRATOR] + 1
    name = f"{ADMINISTRATOR}:{generation}"
    grants = {each: boxes for each, boxes in file.grants.items() if each != file.grant_name(ADMINISTRATOR)}
    changed = replace(
        file,
        current={**file.current, ADMINISTRATOR: generation},
        slots={each.id: each.signed(file.office_uid, new, generation) for each in file.slots.values()},
        succession={**file.succession, name: succeeded(file.office_uid, new, old, name)},
    )
    changed = replace(changed, grants={**grants, name: sealed_to_all(changed, ADMINISTRATOR, new)})
    mine = changed.slots[opened.slot_id]
    if not mine.enabled or mine.role != ADMINISTRATOR_ROLE:  # who takes the role from himself gets no new key
        return vouched_for(changed, new), replace(opened, administrator_key=None, role=mine.role)
    former = {**opened.former_administrator_keys, opened.administrator_generation: old}
    return vouched_for(changed, new), replace(
        opened,
        administrator_key=new,
        administrator_generation=generation,
        former_administrator_keys=former,
        outdated=True,
    )


def with_own_pair(
    before: KeyFile, changed: KeyFile, slot: Slot, opened: OpenedKeys
) -> tuple[KeyFile, OpenedKeys]:
    """`changed` with an administrator's own `slot`, which has a new key pair, vouched for and its keys sealed to it."""
    keys = held(before, opened)
    slot = signed(before, keys, slot)
    return renewed(regranted(with_slot(changed, slot), keys, (slot,)), opened)


def _announced(file: KeyFile, opened: OpenedKeys, pair: KeyPair, generation: int) -> dict[str, Box]:
    if opened.sensitive is None:
        raise OfficeFault("key_file_changed")
    old = KeyPair(opened.sensitive, opened.sensitive_public)
    slots = file.slots.values()
    return {slot.id: announce(file, slot, old, pair.public, generation) for slot in slots}


def _administrator_key(opened: OpenedKeys) -> bytes:
    if opened.administrator_key is None:
        raise OfficeFault("key_file_changed")
    return opened.administrator_key


def _require_pending(file: KeyFile) -> None:
    if not file.pending:
        raise OfficeFault("key_file_changed")
