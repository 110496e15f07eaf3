"""Where a backup or a restore works: a private folder that a killed run leaves and the next one sweeps."""

from __future__ import annotations

import contextlib
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.files import (
    PRIVATE_FOLDER,
    exclusive,
    free_space,
    known_faults,
    sync_folder,
    sync_path,
)

_PREFIX: Final = ".cims-work-"
_LOCK: Final = "lock"
_YOUNG: Final = 5.0
"""Seconds for which a folder may lack its maker's lock: it is being made."""
_ROOM: Final = 1 << 20
"""Bytes asked for besides what is counted."""


@contextlib.contextmanager
def staging(beside: Path) -> Iterator[Path]:
    """A private folder in the folder `beside`, gone afterwards; those of killed runs are swept first. OfficeFault."""
    sweep_staging(beside)
    folder = beside / f"{_PREFIX}{secrets.token_hex(6)}"
    with known_faults():
        folder.mkdir(mode=PRIVATE_FOLDER)
    try:
        with exclusive(folder / _LOCK):
            yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def sweep_staging(beside: Path) -> None:
    """Removes the working folders whose makers are gone: their lock can be had."""
    for left in beside.glob(f"{_PREFIX}*"):
        with contextlib.suppress(OSError, OfficeFault):
            if time.time() - left.stat().st_mtime < _YOUNG:
                continue
            with exclusive(left / _LOCK, patience=0):
                pass
            shutil.rmtree(left, ignore_errors=True)


def require_room(folder: Path, needed: int) -> None:
    """Refuses before anything is written. Raises OfficeFault(disk_full) with `needed` and `free` bytes."""
    free = free_space(folder)
    if free < needed + _ROOM:
        raise OfficeFault("disk_full", path=str(folder), needed=needed + _ROOM, free=free)


def same_disk(one: Path, other: Path) -> bool:
    """Whether two paths, existing or not, are on one file system; False when that can't be told."""
    try:
        return _standing(one).stat().st_dev == _standing(other).stat().st_dev
    except OSError:
        return False


def place_new(source: Path, target: Path) -> None:
    """Moves `source` to `target` of the same file system, durably, never over something. OfficeFault(exists)."""
    with known_faults():
        sync_path(source)
        try:
            os.link(source, target)
        except FileExistsError:
            raise OfficeFault("exists", path=str(target)) from None
        except OSError:  # FAT and some network shares know no links; there only the look before remains
            if os.path.lexists(target):
                raise OfficeFault("exists", path=str(target)) from None
            source.rename(target)
        else:
            source.unlink()
        sync_folder(target.parent)


def _standing(path: Path) -> Path:
    place = Path(os.path.realpath(path))
    while not place.exists() and place != place.parent:
        place = place.parent
    return place
