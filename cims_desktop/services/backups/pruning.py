"""Which archives in a folder may go."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path

from cims_desktop.domain.backups import BackupEntry, BackupLabel, EntryState
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.services.backups import manifest
from cims_desktop.services.backups.retention import kept
from cims_desktop.storage.backup_archive import SUFFIX, Archive


def archives(folder: Path, office_uid: str) -> Iterator[tuple[Path, BackupLabel]]:
    """The archives in `folder` that say they are of this office; what can't be read is not touched."""
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        with contextlib.suppress(OfficeFault), Archive(path) as archive:
            label = manifest.read(archive.manifest(), archive.size).label
            if label.office_uid == office_uid:
                yield path, label


def prunable(
    found: Iterable[tuple[Path, datetime]],
    entries: Iterable[BackupEntry],
    policy: OfficePolicy,
    time_zone: str,
    now: datetime,
) -> tuple[Path, ...]:
    """Those of the archives `found` that the policy does not keep.

    Verified ones and those that the ledger does not know to be so are judged apart, so an archive that may be bad never
    takes a good one's place. `entries` are newest first; the newest verified one always stays, whatever its date says.
    """
    verified = [entry for entry in entries if entry.state is EntryState.VERIFIED]
    names = {entry.file_name for entry in verified}
    newest = verified[0].file_name if verified else ""
    gone: list[Path] = []
    for group in (True, False):
        mine = [(path, made_at) for path, made_at in found if (path.name in names) is group]
        stay = kept((made_at for _path, made_at in mine), policy, time_zone, now)
        gone += [path for path, made_at in mine if made_at not in stay and path.name != newest]
    return tuple(gone)
