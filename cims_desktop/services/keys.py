"""The office's keys: rotating all of them, and the printed recovery code."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.security.key_derivation import milliseconds
from cims_desktop.security.key_file import read_key_file
from cims_desktop.security.key_recovery import recovery_slot, set_recovery_code
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.chaining import AuditChain
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.services.rotating import Rotation
from cims_desktop.storage import journal, key_acts, offices
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.files import update_file

ROTATED, RECOVERY_CODE = "rotated", "recovery_code"
"""What acts on keys say that was done."""

BackUp = Callable[[Task, User], None]
"""Makes a backup before the keys change; what it raises stops the rotation."""


@dataclass(frozen=True)
class RotationResult:
    """The keys in force: generation of the data key, how many sensitive values were sealed anew, and the act."""

    generation: int
    resealed: int
    changes: Changes


@dataclass(frozen=True)
class RecoveryState:
    """Whether a recovery code is in force that somebody has seen, when it was made and by whom (None, "": none)."""

    exists: bool
    made_at: datetime | None = None
    made_by: str = ""


@dataclass(frozen=True)
class KeysInForce:
    """Which generation of the data key is in force, when the keys were renewed and by whom (None and "": never)."""

    generation: int
    renewed_at: datetime | None = None
    renewed_by: str = ""


class Keys:
    """Use cases of the office's keys; whoever may administer keys."""

    def __init__(self, acting: Acting, held: HeldKeys, back_up: BackUp | None = None) -> None:
        self._acting = acting
        self._held = held
        self._back_up = back_up

    @requires(Permission.MANAGE_KEYS)
    def rotate(self, task: Task | None = None, *, by: User) -> RotationResult:
        """New data key, sensitive key pair and administrator key; the file is written anew under them.

        A backup comes first. Nobody else may have the office open; other work of this program waits. Stages: what the
        backup reports, then begin, copy, keys, check, place, done. Raises Cancelled (until the last moment; then all is
        as it was) and OfficeFault: in_use, disk_full (needed, free), damaged, key_file_changed.
        """
        steps, resealed, acts = task or Task(), [0], [0]

        def told(copy: Connection, count: int) -> None:
            detail = {"what": ROTATED, "values": count}
            new = journal.NewAct(self._acting.now(), by.id, ActKind.KEYS, "office", None, None, detail)
            resealed[0], acts[0] = count, journal.append(copy, new, AuditChain(self._held.opened.audit_key))

        rotation = Rotation(self._acting.database, self._held, told)
        rotation.require_possible()
        if self._back_up is not None:
            self._back_up(steps, by)
        rotation.run(steps)
        with self._acting.database.write() as connection:
            offices.mirror_keys(connection, self._held.opened.epoch, self._held.opened.digest)
        changes = Changes(office=True, act=acts[0])
        return RotationResult(self._held.opened.data_generation, resealed[0], changes)

    @requires(Permission.MANAGE_KEYS)
    def recovery_code(self, *, by: User) -> str:
        """A new recovery code, to be printed and locked away: shown this once. The one before is void."""
        made = set_recovery_code(
            self._held.place.key_file, self._held.opened, update=update_file, minimum=self._held.minimum
        )
        self._held.take(made.opened)
        with self._acting.act(ActKind.KEYS, by=by) as act:
            offices.mirror_keys(act.connection, made.opened.epoch, made.opened.digest)
            act.about("office", None, what=RECOVERY_CODE, slot=self._recovery_slot())
        return made.code

    @requires(Permission.MANAGE_KEYS, writes=False)
    def recovery_state(self, *, by: User) -> RecoveryState:
        """Whether there is a recovery code, when it was made and by whom.

        One that the journal does not know counts as none: the program ended before it could be shown.
        """
        if not (slot := self._recovery_slot()):
            return RecoveryState(exists=False)
        with self._acting.read() as connection:
            made = key_acts.newest(connection, RECOVERY_CODE)
        if made is None or made.slot not in ("", slot):
            return RecoveryState(exists=False)
        return RecoveryState(True, made.at, made.by)

    @requires(Permission.MANAGE_KEYS, writes=False)
    def in_force(self, *, by: User) -> KeysInForce:
        """Which keys are in force, and since when."""
        with self._acting.read() as connection:
            renewed = key_acts.newest(connection, ROTATED)
        generation = self._held.opened.data_generation
        return KeysInForce(generation, renewed.at, renewed.by) if renewed else KeysInForce(generation)

    @requires(Permission.MANAGE_KEYS, writes=False)
    def guess_milliseconds(self, *, by: User) -> float:
        """How long this PC takes to try one password, at what the office asks of new ones; measured now.

        `Users.raise_cost` makes it dearer.
        """
        return milliseconds(read_key_file(self._held.place.key_file).kdf)

    def _recovery_slot(self) -> str:
        found = recovery_slot(read_key_file(self._held.place.key_file))
        return found.id if found is not None else ""


def recovery_sheet(words: str, *, office: str, file: str, code: str, made_on: date, made_by: str) -> str:
    """The text to print. `words` has the names of the other parameters in braces, in the reader's language."""
    return words.format(office=office, file=file, code=code, made_on=made_on.isoformat(), made_by=made_by)
