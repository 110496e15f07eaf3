"""Backups of the open office: making, proving, pruning them, and how the office stands."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from cims_desktop.domain.backups import BackupEntry, BackupReason, BackupState, EntryState, Moving
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.backups.ledger import Ledger
from cims_desktop.services.backups.maker import Maker
from cims_desktop.services.backups.making import Written, prove_archive
from cims_desktop.services.backups.places import default_folder
from cims_desktop.services.backups.restoring import Restorer
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage.backup_archive import digest_of
from cims_desktop.storage.backup_staging import same_disk
from cims_desktop.storage.places import PlaceKind, classify

PROVEN = "proven"
"""What the journal says of a backup that was opened and checked later."""


class Backups:
    """Use cases of backups."""

    def __init__(self, acting: Acting, held: HeldKeys, profile: OfficeProfile) -> None:
        self._acting = acting
        self._held = held
        self._profile = profile
        self._ledger = Ledger(acting)
        self._maker = Maker(acting, held, profile, self._ledger)

    @requires(Permission.BACK_UP)
    def make(
        self, folder: Path | None = None, task: Task | None = None, *, by: User, reason: str = "manual"
    ) -> BackupEntry:
        """Makes a backup, unpacks and checks it, and only then calls it verified; older ones are pruned.

        `folder` may be the full name of a file that ends in .cimsbak (then nothing is pruned); None is the default
        folder, for "rotation" and "migration" the one beside the office. Stages: copy, archive, digest, unpack, check,
        done. Raises Cancelled, OfficeFault (backup_folder_missing, disk_full with needed and free, in_use, exists,
        read_only, damaged, backup_damaged ...); then the earlier ones are as they were.
        """
        return self._maker.made(folder, BackupReason(reason), task or Task(), by)

    def scheduled(
        self, folder: Path | None = None, task: Task | None = None, *, by: User
    ) -> BackupEntry | None:
        """Makes the backup that the office's rules ask for when it is due, whoever is signed in; None: not due."""
        if by.looking or not by.active or not self._ledger.is_due():
            return None
        return self._maker.made(folder, BackupReason.SCHEDULED, task or Task(), by)

    @requires(Permission.BACK_UP)
    def move(self, folder: Path, task: Task | None = None, *, by: User) -> Moving:
        """Makes the backup with which the office moves to another PC, and says what is left to do there and here."""
        return Moving(self._maker.made(folder, BackupReason.MOVING, task or Task(), by))

    @requires(Permission.BACK_UP, writes=False)
    def listing(self, *, by: User) -> tuple[BackupEntry, ...]:
        """The ledger, newest first; failed attempts too."""
        return self._ledger.entries()

    @requires(Permission.BACK_UP, writes=False)
    def due(self, *, by: User) -> bool:
        """Whether the office's rules ask for one now."""
        return self._ledger.is_due()

    @requires(Permission.BACK_UP, writes=False)
    def state(self, *, by: User, folder: Path | None = None) -> BackupState:
        """How the office stands; `folder` is where this desk keeps backups (None: the default folder)."""
        counted = self._ledger.counted()
        last = next((entry for entry in counted if entry.state is EntryState.VERIFIED), None)
        where = folder or default_folder(self._profile.name)
        place, due = classify(where), self._ledger.next_due()
        return BackupState(
            last_made=last,
            last_proven=max((one.proven_at for one in counted if one.proven_at is not None), default=None),
            folder=where,
            next_due=due,
            overdue=due is not None and due <= self._acting.now(),
            problem=_problem(counted, last, where),
            same_disk=same_disk(where, self._held.place.file),
            network=place.kind is PlaceKind.NETWORK,
            synced=place.kind is PlaceKind.SYNCED,
        )

    @requires(Permission.BACK_UP)
    def prune(self, folder: Path, policy: OfficePolicy | None = None, *, by: User) -> tuple[Path, ...]:
        """Removes what the policy (None: the office's) does not keep in `folder`; only archives of this office."""
        return self._maker.pruned(folder, policy or self._ledger.policy())

    @requires(Permission.BACK_UP)
    def prove(
        self, path: Path, task: Task | None = None, *, by: User, sign_in_name: str = "", password: str = ""
    ) -> BackupEntry:
        """Unpacks, opens and checks this backup and notes it. One from before a rotation needs credentials of its day.

        Raises Cancelled, SignInRefused and OfficeFault: backup_missing, not_a_backup, backup_damaged (part),
        backup_mismatch, backup_other_keys, backup_newer, disk_full.
        """
        steps, keys = task or Task(), self._held.opened
        if password:
            restorer = Restorer(self._acting.clock, self._held.minimum)
            keys = restorer.keys_of(path, sign_in_name, password)
            if keys.office_uid != self._profile.uid:
                raise OfficeFault("backup_other_keys")
        try:
            manifest, facts = prove_archive(path, keys, self._held.place.file.parent, steps)
        except OfficeFault as fault:
            stored = self._ledger.placed_at(path)
            if stored is not None and fault.code in ("not_a_backup", "backup_damaged", "backup_mismatch"):
                self._ledger.failed(stored, fault.code)
            raise
        label = manifest.label
        entry = self._ledger.known(path, label)
        if entry is None:
            found = Written(path, label.made_at, label.reason, facts, digest_of(path, steps))
            entry = self._ledger.entered(found, by)
        return self._ledger.verified(entry, facts.counts, PROVEN, path.parent, by)


def before_rotation(backups: Backups) -> Callable[[Task, User], None]:
    """What the rotation of the keys calls first: a verified backup beside the office."""

    def make(task: Task, by: User) -> None:
        backups.make(None, task, by=by, reason=BackupReason.ROTATION)

    return make


def _problem(entries: tuple[BackupEntry, ...], last: BackupEntry | None, folder: Path) -> str:
    """What to tell about: the newest attempt's fault, a folder or an archive that is not there."""
    if entries and entries[0].state is EntryState.FAILED:
        return entries[0].problem
    if not folder.is_dir() and any(Path(one.folder) == folder for one in entries):
        return "folder_missing"
    return "archive_missing" if last is not None and not last.path.exists() else ""
