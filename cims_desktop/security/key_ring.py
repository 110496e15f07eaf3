"""What is done with an office's keys; the parts are in key_users, key_rotation and key_recovery.

This package writes no files itself. Every operation that changes the file takes `update`, which locks it
against other processes, hands over its present bytes (None: there is none) and puts the returned ones in
their place, all or nothing, for the owner alone (`storage.files.update_file`). So durable writing exists
once in the program, an operation is plain bytes to bytes, and a test may stop the write at any step.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from cims_desktop.domain.errors import Invalid, OfficeFault, Problem, SignInRefused
from cims_desktop.security.key_derivation import KEY_BYTES, MINIMUM, KdfParameters, calibrate
from cims_desktop.security.key_file import (
    ADMINISTRATOR,
    AUDIT,
    DATA,
    SENSITIVE,
    KeyFile,
    key_check,
    serialise,
)
from cims_desktop.security.key_proofs import outdated, with_pins
from cims_desktop.security.key_recovery import (
    NewRecoveryCode,
    has_recovery_code,
    open_by_recovery_code,
    set_recovery_code,
)
from cims_desktop.security.key_rewriting import (
    UpdateFile,
    admitted,
    require_free_name,
    rewrite,
    slot_of,
    with_sensitive_pair,
    with_slot,
    without_announcements,
)
from cims_desktop.security.key_rotation import (
    abandon_rotation,
    begin_rotation,
    finish_rotation,
    renew_administrator_key,
    with_own_pair,
)
from cims_desktop.security.key_users import (
    AddedUser,
    add_user,
    complete_keys,
    raise_cost,
    reset_password,
    set_enabled,
    set_reader,
    set_role,
)
from cims_desktop.security.opened_keys import (
    ADMINISTRATOR_ROLE,
    ListedUser,
    OpenedKeys,
    list_users,
    open_key_file,
    open_slot,
)
from cims_desktop.security.slots import Secrets, SlotKind
from cims_desktop.security.wrapping import new_key_pair

__all__ = [
    "ADMINISTRATOR_ROLE",
    "AddedUser",
    "ListedUser",
    "NewRecoveryCode",
    "OpenedKeys",
    "UpdateFile",
    "abandon_rotation",
    "add_user",
    "begin_rotation",
    "change_password",
    "complete_keys",
    "create_key_file",
    "finish_rotation",
    "has_recovery_code",
    "list_users",
    "open_by_recovery_code",
    "open_key_file",
    "raise_cost",
    "refresh_slot",
    "renew_administrator_key",
    "reset_password",
    "set_enabled",
    "set_one_time",
    "set_reader",
    "set_recovery_code",
    "set_role",
]


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
    first, keys = _blank(office_uid, kdf or calibrate())
    require_free_name(first, sign_in_name)
    first, keys[f"{SENSITIVE}:1"] = with_sensitive_pair(first, keys[f"{ADMINISTRATOR}:1"])
    file, slot = admitted(first, keys, (sign_in_name, role, SlotKind.USER), password, minimum)

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
        sensitive_public=file.public_keys[f"{SENSITIVE}:1"],
        sensitive=keys[f"{SENSITIVE}:1"],
        sensitive_generation=1,
        listed=(ListedUser(slot.id, slot.sign_in_name, role, enabled=True),),
    )


def _blank(office_uid: str, kdf: KdfParameters) -> tuple[KeyFile, dict[str, bytes]]:
    """A key file that nobody can open yet, and its fresh keys by grant name."""
    keys = {f"{name}:1": secrets.token_bytes(KEY_BYTES) for name in (DATA, AUDIT, ADMINISTRATOR)}
    file = KeyFile(
        office_uid=office_uid,
        epoch=1,
        kdf=kdf,
        current={DATA: 1, AUDIT: 1, ADMINISTRATOR: 1},
        slots={},
        grants={name: {} for name in keys},
        checks={f"{DATA}:1": key_check(keys[f"{DATA}:1"])},
    )
    return file, keys


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

    An administrator gets a new key pair with it, so that the old password opens nothing in an old copy of the file that
    still fits later ones; others' entries can't be vouched for here, they keep theirs until an administrator resets.
    SignInRefused("wrong_name_or_password") when `old` is wrong; nothing is written then.
    """
    return _sealed_anew(path, opened, (old, new), lambda inside: inside, update, minimum, fresh_pair=True)


def refresh_slot(
    path: Path,
    opened: OpenedKeys,
    password: str,
    *,
    update: UpdateFile,
    minimum: KdfParameters = MINIMUM,
    spent: bytes = b"",
) -> OpenedKeys:
    """Seals the slot anew under the same password: at the office's present cost, the keys in force pinned.

    `spent` is the digest of a recovery code of the second factor that is used up now. SignInRefused("wrong_code")
    when there is no such code (any more).
    """

    def change(inside: Secrets) -> Secrets:
        if not spent:
            return inside
        if spent not in inside.codes:
            raise SignInRefused("wrong_code")
        return replace(inside, codes=tuple(code for code in inside.codes if code != spent))

    return _sealed_anew(path, opened, (password, password), change, update, minimum)


def set_one_time(
    path: Path,
    opened: OpenedKeys,
    password: str,
    secret: bytes,
    codes: tuple[bytes, ...],
    *,
    update: UpdateFile,
    minimum: KdfParameters = MINIMUM,
) -> OpenedKeys:
    """Switches this user's second factor on, or with an empty `secret` off; `codes` are digests of its recovery codes.

    SignInRefused("wrong_name_or_password").
    """

    def change(inside: Secrets) -> Secrets:
        return replace(inside, one_time=secret, codes=codes)

    return _sealed_anew(path, opened, (password, password), change, update, minimum)


def _sealed_anew(
    path: Path,
    opened: OpenedKeys,
    passwords: tuple[str, str],
    change_inside: Callable[[Secrets], Secrets],
    update: UpdateFile,
    minimum: KdfParameters,
    *,
    fresh_pair: bool = False,
) -> OpenedKeys:
    """This user's slot opened by the first password and sealed by the second, its contents changed in between."""

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        slot = slot_of(file, opened.slot_id)
        if not slot.enabled:
            raise SignInRefused("disabled")
        contents = change_inside(open_slot(file, slot, passwords[0], minimum=minimum))
        generation = opened.administrator_generation
        known = opened.administrator_key if generation == file.current[ADMINISTRATOR] else None
        anew = fresh_pair and known is not None and not file.pending
        if anew:
            contents = replace(contents, pair=new_key_pair())
        contents = with_pins(file, contents, known)
        slot = slot.sealed(file.office_uid, contents, passwords[1], file.kdf, minimum)
        changed = without_announcements(with_slot(file, slot), slot.id)
        if anew:
            return with_own_pair(file, changed, slot, opened)
        return changed, replace(
            opened,
            outdated=outdated(file, slot, contents, known),
            one_time=contents.one_time,
            one_time_codes=contents.codes,
        )

    return rewrite(path, opened, change, update)
