"""Makes one archive of an office while it is in use, and proves an archive by unpacking, opening and checking it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cims_desktop.domain.backups import BackupReason
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Task
from cims_desktop.security.key_file import KeyFile, parse
from cims_desktop.security.opened_keys import OpenedKeys, in_step
from cims_desktop.services.backups import manifest as manifests
from cims_desktop.services.backups.manifest import Manifest
from cims_desktop.services.chaining import AuditChain
from cims_desktop.services.places import OfficePlace
from cims_desktop.storage.backup import Facts, check_copy, copy_database, size_of
from cims_desktop.storage.backup_archive import KEYS, OFFICE, Archive, ArchiveWriter, Measured, digest_of
from cims_desktop.storage.backup_staging import require_room, same_disk, staging
from cims_desktop.storage.files import (
    AtomicFile,
    atomic_write_bytes,
    exclusive,
    known_faults,
    private_folder,
    remove_partials,
)

_PATIENCE: Final = 2.0
_ABANDONED: Final = 120.0
"""Seconds without a write after which an unfinished archive is nobody's any more."""
_PREFER_AGREEMENT: Final = 5
"""So often a newer instant is tried when the key file is ahead of the database; then a crash has left it so."""


@dataclass(frozen=True)
class Written:
    """An archive that is in place and not yet proven. `measure` is of the whole file."""

    path: Path
    made_at: datetime
    reason: BackupReason
    facts: Facts
    measure: Measured


@contextlib.contextmanager
def one_at_a_time(place: OfficePlace) -> Iterator[None]:
    """Two programs don't back up one office at once. Raises OfficeFault(in_use)."""
    with exclusive(place.file.with_name(f"{place.file.name}.backup.lock"), _PATIENCE):
        yield


def write_archive(
    place: OfficePlace, keys: OpenedKeys, target: Path, made_at: datetime, reason: BackupReason, task: Task
) -> Written:
    """Writes the archive `target`, which appears whole or not at all. Hold `one_at_a_time`.

    The database is copied beside the office first, so the place of the archive (a stick, a network folder) sees one
    stream of bytes and no database at work. Stages: copy, archive, digest. Raises Cancelled and OfficeFault: disk_full
    (needed, free), backup_folder_missing, exists, read_only, no_access, damaged, key_file_changed ...
    """
    folder, family = target.parent, f"backup {keys.office_uid}"
    _require_folder(folder)
    if target.exists():
        raise OfficeFault("exists", path=str(target))
    remove_partials(folder / family, older_than=_ABANDONED)
    with staging(place.file.parent) as work:
        size = size_of(place.file, keys.data_key) + place.key_file.stat().st_size
        shared = same_disk(folder, place.file)
        require_room(place.file.parent, size * 2 if shared else size)
        require_room(folder, size)
        agreement = _Agreement(place.key_file, keys)
        facts, key_bytes = copy_database(place.file, keys.data_key, work / OFFICE, agreement.of, task)
        with AtomicFile(target, family=family) as file, ArchiveWriter(file) as writer:
            files = {KEYS: writer.keys(key_bytes), OFFICE: writer.office(work / OFFICE, task)}
            writer.manifest(manifests.written(facts, files, keys, made_at, reason))
    try:
        return Written(target, made_at, reason, facts, digest_of(target, task))
    except BaseException:
        target.unlink(missing_ok=True)
        raise


def prove_archive(path: Path, keys: OpenedKeys, beside: Path, task: Task) -> tuple[Manifest, Facts]:
    """Unpacks the archive into a private folder in `beside`, opens it and checks all of it.

    Stages: unpack, check. Raises Cancelled and OfficeFault: not_a_backup, backup_newer, backup_other_keys,
    backup_mismatch, backup_damaged (part), disk_full, backup_missing.
    """
    with staging(beside) as work:
        with Archive(path) as archive:
            require_room(beside, archive.office_size)
        return unpack(path, keys, work, task)


def unpack(path: Path, keys: OpenedKeys, work: Path, task: Task) -> tuple[Manifest, Facts]:
    """Unpacks office and key file into `work`, and checks them; as `prove_archive`."""
    with Archive(path) as archive:
        manifest = manifests.read(archive.manifest(), archive.size)
        manifest.proven(keys)
        key_bytes = archive.keys()
        _require_measure(KEYS, manifest, Measured.of(key_bytes))
        file = _key_file_of(key_bytes, keys)
        _require_measure(OFFICE, manifest, archive.unpack_office(work / OFFICE, task))
    atomic_write_bytes(work / KEYS, key_bytes)
    facts = check_copy(work / OFFICE, keys.data_key, AuditChain(keys.audit_key), task)
    if facts.office_uid != keys.office_uid or manifests.content_mark(facts) != manifest.content_mark(keys):
        raise OfficeFault("backup_damaged", part="counts")
    behind = file.epoch == facts.epoch and facts.key_digest not in (None, file.digest())
    if file.epoch < facts.epoch or behind:
        raise OfficeFault("backup_mismatch")
    return manifest, facts


def _require_folder(folder: Path) -> None:
    """The folder itself may be made; where the one above is missing, a drive is not plugged in."""
    if folder.is_dir():
        return
    if not folder.parent.is_dir():
        raise OfficeFault("backup_folder_missing", path=str(folder))
    private_folder(folder)


def _require_measure(name: str, manifest: Manifest, found: Measured) -> None:
    if manifest.files[name] != found:
        raise OfficeFault("backup_damaged", part=name)


def _key_file_of(data: bytes, keys: OpenedKeys) -> KeyFile:
    try:
        file = parse(data)
        in_step(file, keys)
    except OfficeFault as fault:
        raise OfficeFault("backup_mismatch") from fault
    return file


class _Agreement:
    """Finds the key file that goes with an instant of the database."""

    def __init__(self, key_file: Path, keys: OpenedKeys) -> None:
        self._key_file = key_file
        self._keys = keys
        self._tries = 0

    def of(self, facts: Facts) -> bytes | None:
        """Its bytes; None while it is being changed. OfficeFault: key_file_changed, key_file_damaged ..."""
        self._tries += 1
        with known_faults():
            data = self._key_file.read_bytes()
        file = parse(data)
        in_step(file, self._keys)
        same = file.epoch == facts.epoch and facts.key_digest in (None, file.digest())
        left_ahead = file.epoch > facts.epoch and self._tries > _PREFER_AGREEMENT
        return data if same or left_ahead else None
