"""The printed recovery code: a slot with an administrator's keys that belongs to nobody."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path

from cims_desktop.domain.errors import OfficeFault, SignInRefused
from cims_desktop.security.key_derivation import MINIMUM, KdfParameters
from cims_desktop.security.key_file import KeyFile, read_key_file
from cims_desktop.security.key_rewriting import UpdateFile, admitted, held, rewrite
from cims_desktop.security.key_rotation import renewed
from cims_desktop.security.opened_keys import ADMINISTRATOR_ROLE, OpenedKeys, unlock
from cims_desktop.security.recovery_codes import canonical_code, new_recovery_code
from cims_desktop.security.slots import Slot, SlotKind


@dataclass(frozen=True)
class NewRecoveryCode:
    """A code to be printed, shown this once, and the administrator's keys as they stand after the write."""

    code: str = field(repr=False)
    opened: OpenedKeys


def set_recovery_code(
    path: Path, opened: OpenedKeys, *, update: UpdateFile, minimum: KdfParameters = MINIMUM
) -> NewRecoveryCode:
    """Makes a recovery code; the one before is void. PermissionDenied without the administrator key."""
    code = new_recovery_code()

    def change(file: KeyFile) -> tuple[KeyFile, OpenedKeys]:
        keys = held(file, opened, "keys.manage")
        named = ("", ADMINISTRATOR_ROLE, SlotKind.RECOVERY)
        changed, _slot = admitted(_without_recovery(file), keys, named, code, minimum)
        # Renewed: else the old code's slot, put back from a copy of the file, would open the office again.
        return (changed, opened) if recovery_slot(file) is None else renewed(changed, opened)

    return NewRecoveryCode(code, rewrite(path, opened, change, update))


def open_by_recovery_code(path: Path, code: str, *, minimum: KdfParameters = MINIMUM) -> OpenedKeys:
    """An administrator's keys, `recovery` set.

    Invalid for a code that was mistyped, SignInRefused("wrong_recovery_code") for a wrong or void one,
    ("no_recovery_code") when none was ever made. OfficeFault as `open_key_file`.
    """
    typed = canonical_code(code)
    file = read_key_file(path)
    slot = recovery_slot(file)
    if slot is None:
        raise SignInRefused("no_recovery_code")
    try:
        return unlock(file, slot, typed, minimum=minimum)
    except SignInRefused:
        raise SignInRefused("wrong_recovery_code") from None


def has_recovery_code(path: Path) -> bool:
    """Whether a recovery code is in force; nothing is proven. OfficeFault as `open_key_file`."""
    return recovery_slot(read_key_file(path)) is not None


def recovery_slot(file: KeyFile) -> Slot | None:
    """The slot that the recovery code opens."""
    found = [slot for slot in file.slots.values() if slot.kind is SlotKind.RECOVERY]
    if len(found) > 1:
        raise OfficeFault("key_file_damaged")
    return found[0] if found else None


def _without_recovery(file: KeyFile) -> KeyFile:
    old = recovery_slot(file)
    if old is None:
        return file
    return replace(
        file,
        slots={name: slot for name, slot in file.slots.items() if name != old.id},
        grants={
            name: {one: boxed for one, boxed in boxes.items() if one != old.id}
            for name, boxes in file.grants.items()
        },
    )
