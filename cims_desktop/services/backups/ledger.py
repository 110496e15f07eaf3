"""The office's own record of its backups, and what its rules say about them."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.backups import BackupEntry, BackupLabel, BackupReason, EntryState
from cims_desktop.domain.dates import office_day
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting
from cims_desktop.services.backups.making import Written
from cims_desktop.storage import backup_entries, office_rules

BESIDE = (BackupReason.MIGRATION, BackupReason.ROTATION)
"""Made beside the office before all of it is changed; they don't count as the office's backups."""


class Ledger:
    """Entries of backups, read and written for the use cases, which have asked for the right."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    def entries(self) -> tuple[BackupEntry, ...]:
        """Newest first."""
        with self._acting.read() as connection:
            return backup_entries.listing(connection)

    def counted(self) -> tuple[BackupEntry, ...]:
        """Those that count as the office's backups, newest first."""
        return tuple(entry for entry in self.entries() if entry.reason not in BESIDE)

    def policy(self) -> OfficePolicy:
        """The office's rules."""
        with self._acting.read() as connection:
            return office_rules.rules(connection)[0]

    def entered(self, written: Written, by: User) -> BackupEntry:
        """A new archive, not proven yet."""
        entry = BackupEntry(
            id=0, made_at=written.made_at, reason=written.reason, folder=str(written.path.parent),
            file_name=written.path.name, size=written.measure.size, file_digest=written.measure.digest,
            epoch=written.facts.epoch, counts=written.facts.counts,
        )  # fmt: skip
        with self._acting.database.write() as connection:
            return backup_entries.get(connection, backup_entries.add(connection, entry, by.id))

    def verified(
        self, entry: BackupEntry, counts: Mapping[str, int], what: str, folder: Path, by: User
    ) -> BackupEntry:
        """The archive was opened and is whole: noted, and written into the journal."""
        with self._acting.act(ActKind.BACK_UP, by=by) as act:
            backup_entries.verified(act.connection, entry.id, counts, act.now)
            act.about("backup_entry", entry.id, file=entry.file_name, what=what, folder=str(folder))
            return backup_entries.get(act.connection, entry.id)

    def failed(self, entry: BackupEntry, problem: str) -> None:
        """The archive is not what was written; noted if that can be."""
        with contextlib.suppress(CimsError), self._acting.database.write() as connection:
            backup_entries.failed(connection, entry.id, problem)

    def missed(self, target: Path, made_at: datetime, reason: BackupReason, problem: str, by: User) -> None:
        """No archive came of an attempt; noted if that can be."""
        entry = BackupEntry(
            0, made_at, reason, str(target.parent), "", 0, "", 0, state=EntryState.FAILED, problem=problem
        )
        with contextlib.suppress(CimsError), self._acting.database.write() as connection:
            backup_entries.add(connection, entry, by.id)

    def known(self, path: Path, label: BackupLabel) -> BackupEntry | None:
        """The entry of this archive, wherever it has been copied to."""
        same = (path.name, label.size, label.made_at)
        return next((one for one in self.entries() if (one.file_name, one.size, one.made_at) == same), None)

    def placed_at(self, path: Path) -> BackupEntry | None:
        """The entry of what was put at `path`."""
        return next((one for one in self.entries() if one.file_name and one.path == path), None)

    def next_due(self) -> datetime | None:
        """When the next one should be made: at the beginning of an office day. None: only by hand."""
        days = self.policy().backup_days
        if not days:
            return None
        verified = (one.made_at for one in self.counted() if one.state is EntryState.VERIFIED)
        now, last = self._acting.now(), next(verified, None)
        if last is None or last > now + timedelta(
            days=1
        ):  # made while the clock was wrong: it proves nothing
            return now
        day = office_day(last, self._acting.time_zone) + timedelta(days=days)
        return datetime.combine(day, time(), ZoneInfo(self._acting.time_zone))

    def is_due(self) -> bool:
        """Whether one should be made now."""
        due = self.next_due()
        return due is not None and due <= self._acting.now()
