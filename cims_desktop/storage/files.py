"""Files that appear whole or not at all, for the owner alone, with known faults for what a disk can do."""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import secrets
import shutil
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Final

from cims_desktop.domain.errors import OfficeFault

PRIVATE_FILE: Final = 0o600
PRIVATE_FOLDER: Final = 0o700
_LEFTOVER_AGE: Final = 3600.0
_CODES: Final = {
    errno.ENOSPC: "disk_full",
    errno.EDQUOT: "disk_full",
    errno.EFBIG: "disk_full",
    errno.EROFS: "read_only",
    errno.EACCES: "no_access",
    errno.EPERM: "no_access",
    errno.ENOENT: "missing",
    errno.ENOTDIR: "missing",
    errno.EEXIST: "exists",
    errno.ENAMETOOLONG: "path_too_long",
    errno.EBUSY: "in_use",
    errno.ETXTBSY: "in_use",
}
_WINDOWS_CODES: Final = {32: "in_use", 33: "in_use", 112: "disk_full", 206: "path_too_long", 19: "read_only"}


def fault_of(error: OSError) -> OfficeFault:
    """The known fault behind an error of the operating system; "disk_error" when it is none of the usual
    ones.
    """
    code = _WINDOWS_CODES.get(getattr(error, "winerror", None) or 0)
    return OfficeFault(code or _CODES.get(error.errno or 0, "disk_error"))


@contextlib.contextmanager
def known_faults() -> Iterator[None]:
    """Turns OSError inside the block into OfficeFault, the cause kept."""
    try:
        yield
    except OSError as error:
        raise fault_of(error) from error


class AtomicFile:
    """A file being written beside its place: `with AtomicFile(path) as file: file.write(...)`.

    Leaving the block puts it in place, durably; leaving by an exception throws it away and keeps what was
    there. `partial` is the temporary path, for writers that want a path of their own. Files that never have the same
    name twice share a `family`, in whose name leftovers are removed. Raises OfficeFault.
    """

    def __init__(self, path: Path, mode: int = PRIVATE_FILE, family: str = "") -> None:
        self._target = Path(os.path.realpath(path))  # a link stays a link; what it points at is replaced
        self._family = self._target.with_name(family) if family else self._target
        self._prefix = _prefix(self._family)
        self.partial = self._target.with_name(f"{self._prefix}{secrets.token_hex(6)}.tmp")
        self._mode = mode
        self._file: IO[bytes] | None = None

    def __enter__(self) -> IO[bytes]:
        with known_faults():
            self._sweep()
            flags = (
                os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0)
            )
            self._file = os.fdopen(os.open(self.partial, flags, self._mode), "w+b")
        return self._file

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                with known_faults():
                    self._put_in_place()
        finally:
            self._discard()
        if isinstance(error, OSError):  # what the block itself could not write
            raise fault_of(error) from error

    def _put_in_place(self) -> None:
        if self._file is None:
            raise RuntimeError("left before it was entered")
        if not self._file.closed:
            self._file.close()
        sync_path(self.partial)
        _replace(self.partial, self._target)
        sync_folder(self._target.parent)

    def _discard(self) -> None:
        with contextlib.suppress(OSError):
            if self._file is not None and not self._file.closed:
                self._file.close()
        with contextlib.suppress(OSError):
            self.partial.unlink(missing_ok=True)

    def _sweep(self) -> None:
        """Take away what a killed program left of this same file; another one may be writing right now."""
        remove_partials(self._family, older_than=_LEFTOVER_AGE)


def remove_partials(path: Path, older_than: float = 0.0) -> None:
    """Take away what killed programs left of `path`, from this many seconds ago; none means: nobody writes it now."""
    target = Path(os.path.realpath(path))
    newest = time.time() - older_than
    for leftover in target.parent.glob(f"{_prefix(target)}*.tmp"):
        with contextlib.suppress(OSError):
            if not older_than or leftover.stat().st_mtime < newest:
                leftover.unlink()


def _prefix(target: Path) -> str:
    """How the names of its partial files begin; they don't grow with its own, which may be at the limit already."""
    return f".cims-{hashlib.sha256(target.name.encode('utf-8', 'surrogateescape')).hexdigest()[:8]}-"


def atomic_write_bytes(path: Path, data: bytes, mode: int = PRIVATE_FILE) -> None:
    """Write `data` to `path`, all or nothing, durable when it returns. Raises OfficeFault."""
    with AtomicFile(path, mode) as file:
        file.write(data)


def update_file(path: Path, change: Callable[[bytes | None], bytes], *, patience: float = 10.0) -> None:
    """Replace `path`'s bytes by `change(bytes)` (None: no file yet) under the lock `path` + ".lock".

    So processes that change the same file take turns, each from what the other wrote. Waits up to `patience`
    seconds, then OfficeFault("in_use"). Whatever `change` raises leaves the file as it was.
    """
    with exclusive(_lock_of(path), patience):
        with known_faults():
            current = path.read_bytes() if path.exists() else None
        atomic_write_bytes(path, change(current))


def tidy(path: Path) -> None:
    """Take away what killed programs left of a file that `update_file` changes, unless somebody is changing it."""
    with contextlib.suppress(OfficeFault), exclusive(_lock_of(path), 0.0):
        remove_partials(path)


def _lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


@contextlib.contextmanager
def exclusive(lock: Path, patience: float = 10.0) -> Iterator[None]:
    """Hold the operating system's lock on the file `lock`; it goes with the process, however that ends.

    The file stays: unlinking it would let two processes lock two different files of one name.
    """
    with known_faults():
        handle = os.open(lock, os.O_RDWR | os.O_CREAT, PRIVATE_FILE)
    try:
        until = time.monotonic() + patience
        while not _try_lock(handle):
            if time.monotonic() >= until:
                raise OfficeFault("in_use")
            time.sleep(0.02)
        yield
    finally:
        os.close(handle)


def private_folder(path: Path) -> Path:
    """Make `path` (and its parents) if needed, and for the owner alone. Returns it. Raises OfficeFault."""
    with known_faults():
        path.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
        if sys.platform != "win32":
            path.chmod(PRIVATE_FOLDER)
    return path


def free_space(path: Path) -> int:
    """Bytes that this user may still write where `path` is or would be; backups ask before they begin. Raises
    OfficeFault.
    """
    place = path
    while not place.exists() and place != place.parent:
        place = place.parent
    with known_faults():
        return shutil.disk_usage(place).free


def sync_folder(folder: Path) -> None:
    """Make a rename in `folder` durable. Windows has no such call; there the rename is journalled."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some file systems can't sync a folder
            raise
    finally:
        os.close(handle)


def sync_path(path: Path) -> None:
    """Make a file's bytes durable, through the path: a spreadsheet library may have written the partial file itself."""
    handle = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _replace(source: Path, target: Path) -> None:
    """Rename over `target`; on Windows a virus scanner may hold it for a moment."""
    for _attempt in range(20 if sys.platform == "win32" else 0):
        try:
            source.replace(target)
        except PermissionError:
            time.sleep(0.05)
        else:
            return
    source.replace(target)


def _try_lock(handle: int) -> bool:
    if sys.platform == "win32":
        import msvcrt

        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
