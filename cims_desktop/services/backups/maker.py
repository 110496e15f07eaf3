"""How a backup comes about: written, entered, opened again, noted; whatever stops it leaves the earlier ones alone."""

from __future__ import annotations

import contextlib
from datetime import datetime
from pathlib import Path

from cims_desktop.domain.backups import BackupEntry, BackupReason
from cims_desktop.domain.errors import Cancelled, CimsError, OfficeFault
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting
from cims_desktop.services.backups.ledger import BESIDE, Ledger
from cims_desktop.services.backups.making import Written, one_at_a_time, prove_archive, write_archive
from cims_desktop.services.backups.places import archive_path, beside_folder, default_folder
from cims_desktop.services.backups.pruning import archives, prunable
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage.backup_archive import SUFFIX
from cims_desktop.storage.files import known_faults, private_folder


class Maker:
    """Makes backups of the open office; its callers have asked for the right."""

    def __init__(self, acting: Acting, held: HeldKeys, profile: OfficeProfile, ledger: Ledger) -> None:
        self._acting = acting
        self._held = held
        self._profile = profile
        self._ledger = ledger

    def made(self, folder: Path | None, reason: BackupReason, task: Task, by: User) -> BackupEntry:
        """One verified backup; a fault is noted, so that the next sign-in can tell of it."""
        made_at, place = self._acting.now(), self._held.place
        target = self._target(folder, reason, made_at)
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(one_at_a_time(place))
                self._require_present(target.parent, given=folder is not None)
                written = write_archive(place, self._held.opened, target, made_at, reason, task)
            except Cancelled:
                raise
            except CimsError as fault:
                self._ledger.missed(target, made_at, reason, fault.code, by)
                raise
            entry = self._proven(written, task, by)
        if target != folder and reason is not BackupReason.MOVING:  # there somebody keeps order by hand
            self._tidied(target.parent)
        task.report(Progress("done", 1, 1))
        return entry

    def _tidied(self, folder: Path) -> None:
        with contextlib.suppress(CimsError):  # what can't be removed now is tried the next time
            self.pruned(folder, self._ledger.policy())

    def pruned(self, folder: Path, policy: OfficePolicy) -> tuple[Path, ...]:
        """Removes what `policy` does not keep; returns what is gone. OfficeFault when one can't be removed."""
        found = [(path, label.made_at) for path, label in archives(folder, self._profile.uid)]
        entries = [one for one in self._ledger.entries() if Path(one.folder) == folder]
        gone = prunable(found, entries, policy, self._acting.time_zone, self._acting.now())
        with known_faults():
            for path in gone:
                path.unlink(missing_ok=True)
        return gone

    def _proven(self, written: Written, task: Task, by: User) -> BackupEntry:
        """The drill. An archive that does not pass it, or is not wanted any more, is not left lying about."""
        try:
            entry = self._ledger.entered(written, by)
            try:
                beside = self._held.place.file.parent
                _manifest, facts = prove_archive(written.path, self._held.opened, beside, task)
                if facts != written.facts:
                    raise OfficeFault("backup_damaged", part="counts")
            except CimsError as fault:
                self._ledger.failed(entry, fault.code)
                raise
        except BaseException:
            with contextlib.suppress(OSError):
                written.path.unlink(missing_ok=True)
            raise
        return self._ledger.verified(entry, facts.counts, written.reason.value, written.path.parent, by)

    def _target(self, folder: Path | None, reason: BackupReason, made_at: datetime) -> Path:
        place = self._held.place
        if folder is None:
            folder = beside_folder(place) if reason in BESIDE else default_folder(self._profile.name)
        elif folder.suffix == SUFFIX and not folder.is_dir():
            return folder
        return archive_path(folder, place, made_at)

    def _require_present(self, folder: Path, *, given: bool) -> None:
        """A folder that had backups and is gone is a drive that is not plugged in; nothing is made in its place."""
        if folder.is_dir():
            return
        if given and any(Path(one.folder) == folder and one.file_name for one in self._ledger.entries()):
            raise OfficeFault("backup_folder_missing", path=str(folder))
        if not given:
            private_folder(folder)
