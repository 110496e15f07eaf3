"""The one file of a backup: a zip that stores three members unpacked, written whole and read with suspicion."""

from __future__ import annotations

import contextlib
import hashlib
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, Self

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Task
from cims_desktop.storage.files import PRIVATE_FILE, known_faults

SUFFIX: Final = ".cimsbak"
OFFICE: Final = "office.cims"
KEYS: Final = "office.keys"
MANIFEST: Final = "manifest.json"
MANIFEST_LIMIT, KEYS_LIMIT = 1 << 20, 64 << 20
"""Bytes; both are read into memory."""
_CHUNK: Final = 1 << 20
_MEMBERS: Final = (KEYS, OFFICE, MANIFEST)
_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Measured:
    """A member's size in bytes and its SHA-256 in hex."""

    size: int
    digest: str

    @classmethod
    def of(cls, content: bytes) -> Measured:
        """The measure of bytes in memory."""
        return cls(len(content), hashlib.sha256(content).hexdigest())


class ArchiveWriter:
    """Writes the members in their order: `keys`, `office`, `manifest`; each of the first two returns its measure.

    Entered with `with`; left by an exception, what stands in the file is no archive.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._zip = zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_error: object) -> None:
        with contextlib.suppress(*(() if kind is None else (OSError, ValueError))):
            self._zip.close()

    def keys(self, content: bytes) -> Measured:
        """The key file."""
        with self._member(KEYS) as member:
            member.write(content)
        return Measured.of(content)

    def office(self, copy: Path, task: Task) -> Measured:
        """The database, in flat memory; reports the stage "archive" in bytes."""
        total = copy.stat().st_size
        with copy.open("rb") as source, self._member(OFFICE) as member:
            return copy_stream(source, member, "archive", total, task)

    def manifest(self, content: bytes) -> None:
        """The manifest, which tells the measures of both."""
        with self._member(MANIFEST) as member:
            member.write(content)

    @contextlib.contextmanager
    def _member(self, name: str) -> Iterator[IO[bytes]]:
        info = zipfile.ZipInfo(name, _EARLIEST)
        info.external_attr = (stat.S_IFREG | PRIVATE_FILE) << 16
        with self._zip.open(info, "w", force_zip64=True) as member:
            yield member


class Archive:
    """A backup that was found somewhere: nothing in it is believed before the caller has compared its measures.

    Raises OfficeFault: backup_missing, no_access, not_a_backup, backup_damaged (part: archive, members or a member).
    """

    def __init__(self, path: Path) -> None:
        with _read_faults("archive"):
            if not path.is_file():
                raise OfficeFault("backup_missing", path=str(path))
            self._file = path.open("rb")
        try:
            with _read_faults("archive"):
                self.size = path.stat().st_size
                _require_zip(self._file, path)
                self._zip = zipfile.ZipFile(self._file)
            self._members = self._checked()
        except BaseException:
            self._file.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self._zip.close()
        self._file.close()

    @property
    def office_size(self) -> int:
        """Bytes of the database, as the zip's directory has it."""
        return self._members[OFFICE].file_size

    def manifest(self) -> bytes:
        """The manifest's bytes."""
        return self._small(MANIFEST, MANIFEST_LIMIT)

    def keys(self) -> bytes:
        """The key file's bytes."""
        return self._small(KEYS, KEYS_LIMIT)

    def unpack_office(self, target: Path, task: Task) -> Measured:
        """Writes the database to the new file `target`; reports the stage "unpack" in bytes."""
        with _read_faults(OFFICE), self._zip.open(self._members[OFFICE]) as member, _new_file(target) as file:
            return copy_stream(member, file, "unpack", self.office_size, task)

    def _small(self, name: str, limit: int) -> bytes:
        if self._members[name].file_size > limit:
            raise OfficeFault("backup_damaged", part=name)
        with _read_faults(name), self._zip.open(self._members[name]) as member:
            return member.read(limit + 1)

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        """Exactly our members, stored as they are: no room for a bomb, a path out of the folder or a passenger."""
        listed = self._zip.infolist()
        if sorted(info.filename for info in listed) != sorted(_MEMBERS):
            known = {info.filename for info in listed} & set(_MEMBERS)
            raise OfficeFault("backup_damaged" if known else "not_a_backup", part="members")
        for info in listed:
            packed = info.compress_type != zipfile.ZIP_STORED or info.file_size != info.compress_size
            if packed or info.flag_bits & 0x1 or info.file_size > self.size:
                raise OfficeFault("backup_damaged", part="members")
        if sum(info.file_size for info in listed) > self.size:  # members that overlap each other
            raise OfficeFault("backup_damaged", part="members")
        return {info.filename: info for info in listed}


def copy_stream(source: IO[bytes], target: IO[bytes], stage: str, total: int, task: Task) -> Measured:
    """Copies in pieces, measuring; stops when more than `total` bytes come. Raises Cancelled."""
    digest, done = hashlib.sha256(), 0
    task.step(stage, 0, total)
    while piece := source.read(_CHUNK):
        target.write(piece)
        digest.update(piece)
        done += len(piece)
        task.step(stage, done, total)
    return Measured(done, digest.hexdigest())


def digest_of(path: Path, task: Task) -> Measured:
    """The measure of a whole file; reports the stage "digest" in bytes."""
    with known_faults(), path.open("rb") as file:
        digest, done, total = hashlib.sha256(), 0, path.stat().st_size
        while piece := file.read(_CHUNK):
            digest.update(piece)
            done += len(piece)
            task.step("digest", done, total)
    return Measured(done, digest.hexdigest())


def _require_zip(file: IO[bytes], path: Path) -> None:
    if file.read(4) != b"PK\x03\x04":
        raise OfficeFault("not_a_backup", path=str(path))


@contextlib.contextmanager
def _read_faults(part: str) -> Iterator[None]:
    """What zipfile says about a file that is cut, flipped or made up becomes a known fault."""
    try:
        with known_faults():
            yield
    except (zipfile.BadZipFile, NotImplementedError, ValueError, EOFError, RuntimeError) as error:
        raise OfficeFault("backup_damaged", part=part) from error


@contextlib.contextmanager
def _new_file(path: Path) -> Iterator[IO[bytes]]:
    import os

    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, PRIVATE_FILE), "w+b") as file:
        yield file
        file.flush()
        os.fsync(file.fileno())
