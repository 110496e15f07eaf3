"""The backup before an office of an earlier program is brought up to date."""

from __future__ import annotations

from cims_desktop.domain.backups import BackupReason
from cims_desktop.domain.clock import Clock
from cims_desktop.domain.errors import CimsError, OfficeFault
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.acting import Acting
from cims_desktop.services.backups.ledger import Ledger
from cims_desktop.services.backups.making import Written, one_at_a_time, prove_archive, write_archive
from cims_desktop.services.backups.places import archive_path, beside_folder
from cims_desktop.services.places import OfficePlace
from cims_desktop.storage.files import private_folder


class BeforeMigration:
    """Makes a verified backup beside the office, and enters it into the ledger once there is one."""

    def __init__(self, place: OfficePlace, clock: Clock) -> None:
        self._place = place
        self._clock = clock
        self._made: Written | None = None

    def back_up(self, keys: OpenedKeys) -> None:
        """Makes it. Raises OfficeFault(migration_refused): reason (a fault's code), path of the folder."""
        folder = beside_folder(self._place)
        try:
            with one_at_a_time(self._place):
                target = archive_path(private_folder(folder), self._place, self._clock())
                made = write_archive(self._place, keys, target, self._clock(), BackupReason.MIGRATION, Task())
                prove_archive(target, keys, self._place.file.parent, Task())
        except CimsError as fault:
            raise OfficeFault("migration_refused", reason=fault.code, path=str(folder)) from fault
        self._made = made

    def enter(self, acting: Acting, by: User) -> None:
        """Into the ledger of the office, which is open now."""
        if self._made is None:
            return
        ledger = Ledger(acting)
        entry = ledger.entered(self._made, by)
        ledger.verified(
            entry, self._made.facts.counts, BackupReason.MIGRATION.value, self._made.path.parent, by
        )
        self._made = None
