"""Brings a backup back as a new office file. No office is open then, and none is ever written over."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Final

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.backups import BackupContents, BackupLabel
from cims_desktop.domain.clock import Clock, system_clock
from cims_desktop.domain.errors import NotFound, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.security.key_derivation import MINIMUM, KdfParameters
from cims_desktop.security.key_file import parse
from cims_desktop.security.key_recovery import open_by_recovery_code
from cims_desktop.security.opened_keys import OpenedKeys, open_key_file
from cims_desktop.services.backups import manifest as manifests
from cims_desktop.services.backups.making import unpack
from cims_desktop.services.backups.manifest import Manifest
from cims_desktop.services.chaining import AuditChain
from cims_desktop.services.heads import file_stem, state_folder
from cims_desktop.services.places import OfficePlace
from cims_desktop.services.throttle import Throttle
from cims_desktop.storage import journal, offices
from cims_desktop.storage.backup_archive import KEYS, OFFICE, Archive
from cims_desktop.storage.backup_staging import place_new, require_room, staging
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.files import atomic_write_bytes, known_faults, private_folder
from cims_desktop.storage.opening import open_database

RESTORED: Final = "restored"
"""What the restored office's journal says that was done."""
_BESIDE = ("-wal", "-shm", "-journal")


class Restorer:
    """Looks into backups and restores them, with the credentials of their day.

    Where a name is asked for, an empty one means that `password` is the printed recovery code. A second factor is not
    asked for: the restored office asks for it when somebody signs in. Wrong passwords make the next one wait, as at a
    sign-in: SignInRefused(wait, seconds).
    """

    def __init__(
        self, clock: Clock = system_clock, minimum: KdfParameters = MINIMUM, state: Path | None = None
    ) -> None:
        """`state` is the folder in which failures are counted, for each office (None: the user's own)."""
        self._clock = clock
        self._minimum = minimum
        self._state = state

    def label(self, path: Path) -> BackupLabel:
        """What a backup tells without a password.

        Raises OfficeFault: backup_missing, not_a_backup, backup_newer, backup_damaged (part).
        """
        with Archive(path) as archive:
            return manifests.read(archive.manifest(), archive.size).label

    def preview(self, path: Path, sign_in_name: str, password: str) -> BackupContents:
        """What is in the backup; nothing is unpacked.

        Raises SignInRefused, Invalid (a mistyped recovery code) and OfficeFault: as `label`, backup_mismatch,
        key_file_damaged, key_file_newer.
        """
        manifest, keys = self._opened(path, sign_in_name, password)
        return manifest.proven(keys)

    def keys_of(self, path: Path, sign_in_name: str, password: str) -> OpenedKeys:
        """The keys of the backup's day, for proving it."""
        return self._opened(path, sign_in_name, password)[1]

    def restore(
        self, path: Path, to: Path, sign_in_name: str, password: str, task: Task | None = None
    ) -> Path:
        """Unpacks the backup beside `to`, checks all of it, and only then gives it its name. Returns the office file.

        An office of an earlier program is brought up to date. The journal says from what it was restored. Stages:
        unpack, check, place. Raises Cancelled (nothing is left then), SignInRefused, Invalid and OfficeFault: as
        `preview`, exists, network_place, synced_place, disk_full (needed, free), backup_damaged (part), newer.
        """
        steps, place = task or Task(), OfficePlace.of(to)
        place.require_local()
        manifest, keys = self._opened(path, sign_in_name, password)
        _require_free(place, keys=False)
        if not place.file.parent.exists():
            private_folder(place.file.parent)
            place.require_local()  # by its name, now that it is there
        with staging(place.file.parent) as work:
            require_room(place.file.parent, manifest.files[OFFICE].size * 2)
            unpack(path, keys, work, steps)
            self._settle(work / OFFICE, keys, path, manifest)
            steps.step("place", 0, 1)
            _require_free(place, keys=not _left_by_us(place, work / KEYS))
            self._place(place, work)
        steps.report(Progress("place", 1, 1))
        return place.file

    def _opened(self, path: Path, sign_in_name: str, password: str) -> tuple[Manifest, OpenedKeys]:
        """The manifest and the keys under which the backup was made."""
        with Archive(path) as archive:
            manifest = manifests.read(archive.manifest(), archive.size)
            data = archive.keys()
        uid = manifest.label.office_uid
        if parse(data).office_uid != uid:
            raise OfficeFault("backup_mismatch")
        throttle = Throttle(self._attempts_file(uid), self._clock)
        with throttle.attempt(sign_in_name.strip()):
            keys = self._unlocked(data, sign_in_name, password)
        throttle.succeeded(sign_in_name.strip())
        if not manifest.fits(keys) and keys.next is not None:
            keys = keys.next
        if not manifest.fits(keys):
            raise OfficeFault("backup_mismatch")
        return manifest, keys

    def _attempts_file(self, office_uid: str) -> Path:
        folder = self._state or state_folder()
        with contextlib.suppress(OfficeFault):  # a wait that can't be kept keeps nobody from his backup
            private_folder(folder)
        return folder / f"{file_stem(office_uid)}.attempts"

    def _unlocked(self, data: bytes, sign_in_name: str, password: str) -> OpenedKeys:
        import tempfile

        with known_faults(), tempfile.TemporaryDirectory(prefix="cims-") as folder:
            file = Path(folder, KEYS)
            atomic_write_bytes(file, data)
            if not sign_in_name.strip():
                return open_by_recovery_code(file, password, minimum=self._minimum)
            return open_key_file(file, sign_in_name.strip(), password, minimum=self._minimum)

    def _settle(self, file: Path, keys: OpenedKeys, source: Path, manifest: Manifest) -> None:
        """The copy becomes an office: today's tables, in step with its key file, and its journal knows of it."""
        database = open_database(file, keys.data_key)
        try:
            detail = {"what": RESTORED, "file": source.name, "made_at": manifest.label.made_at.isoformat()}
            with database.write() as connection:
                offices.mirror_keys(connection, keys.epoch, keys.digest)
                user_id = _user_id(connection, keys)
                new = journal.NewAct(
                    self._clock(), user_id, ActKind.BACK_UP, "backup_entry", None, None, detail
                )
                journal.append(connection, new, AuditChain(keys.audit_key))
        finally:
            database.close()
        if any(file.with_name(f"{file.name}{ending}").exists() for ending in _BESIDE):
            raise OfficeFault("disk_error")  # what was written is not folded in, and would stay behind

    def _place(self, place: OfficePlace, work: Path) -> None:
        """Keys first: a file without its keys can't be opened, keys without their file are known again next time."""
        if not place.key_file.exists():
            place_new(work / KEYS, place.key_file)
        try:
            place_new(work / OFFICE, place.file)
        except BaseException:
            if not place.file.exists():
                place.key_file.unlink(missing_ok=True)
            raise


def _require_free(place: OfficePlace, *, keys: bool) -> None:
    """Nothing of this name is there, not even what SQLite would take for changes of the new file."""
    beside = [place.file.with_name(f"{place.file.name}{ending}") for ending in _BESIDE]
    for one in (place.file, *beside, *((place.key_file,) if keys else ())):
        if one.exists():
            raise OfficeFault("exists", path=str(one))


def _left_by_us(place: OfficePlace, keys: Path) -> bool:
    """Whether the key file that stands there alone is the one that a killed restore of this backup has left."""
    return place.key_file.exists() and place.key_file.read_bytes() == keys.read_bytes()


def _user_id(connection: Connection, keys: OpenedKeys) -> int | None:
    try:
        return None if keys.recovery else offices.user_of_slot(connection, keys.slot_id).id
    except NotFound:  # in the key file only: the program ended between two writes
        return None
