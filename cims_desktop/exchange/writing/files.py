"""A new file appears under its name complete and safe on the disk, or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from cims_desktop.domain.errors import CimsError

_PREFIX, _SUFFIX = ".cims-export-", ".part"
_LEFTOVER_AGE = 3600.0
_FULL = {errno.ENOSPC, errno.EDQUOT} if hasattr(errno, "EDQUOT") else {errno.ENOSPC}
_WINDOWS_FULL = {39, 112}  # ERROR_HANDLE_DISK_FULL, ERROR_DISK_FULL


@dataclass(frozen=True)
class WrittenFile:
    """What was written: data rows (without headers), the file's SHA-256, how many sheets.

    `altered` counts cells that the format cannot hold as they were (text beyond 32,767 characters, half
    characters, the two code points that XML forbids); they were shortened or got a replacement character.
    """

    rows: int
    sha256: str
    sheets: int = 1
    altered: int = 0


@contextmanager
def complete_or_nothing(path: Path) -> Iterator[Path]:
    """Yields a temporary path in the same folder; on success it is synced and takes the name `path`.

    Only its owner may read the file. On any error, and on cancel, the temporary file is removed and a
    file that
    stood at `path` stays as it was. Raises CimsError: disk_full, target_in_use, no_access, folder_missing,
    cannot_write.
    """
    # The name does not grow with the target's, so that a name at the limit can still be written.
    temporary = path.with_name(f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}")
    _sweep(path.parent)
    try:
        os.close(os.open(temporary, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
        try:
            yield temporary
            _sync(temporary)
            temporary.replace(path)
            _sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)
    except OSError as error:
        raise fault_of(error, path) from error


def _sweep(folder: Path) -> None:
    """Takes away what killed exports left here: customers in plain text. Another one may be writing right now."""
    oldest = time.time() - _LEFTOVER_AGE
    with suppress(OSError):
        for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with suppress(OSError):
                if leftover.stat().st_mtime < oldest:
                    leftover.unlink()


def checksum(path: Path) -> str:
    """The SHA-256 of a file in hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def fault_of(error: OSError, path: Path) -> CimsError:
    """The known fault behind an operating system's error."""
    # The Rust writer gives the number in words only: "No space left on device (os error 28)".
    told = re.search(r"os error (\d+)", str(error))
    number = error.errno if told is None else int(told[1])
    on_windows = getattr(error, "winerror", None) or (number if os.name == "nt" else None)
    if number in _FULL or on_windows in _WINDOWS_FULL or "no space left" in str(error).lower():
        return CimsError("disk_full", folder=str(path.parent))
    if isinstance(error, PermissionError):
        return CimsError("target_in_use" if path.exists() else "no_access", path=str(path))
    if isinstance(error, FileNotFoundError):
        return CimsError("folder_missing", folder=str(path.parent))
    return CimsError("cannot_write", path=str(path), reason=error.strerror or "")


def _sync(path: Path) -> None:
    handle = os.open(path, os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # a folder cannot be opened there; NTFS journals the rename
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
