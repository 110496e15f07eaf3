"""Writes everything about one person into a folder of its own: a page to read, JSON for programs, the files."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from secrets import token_hex
from typing import Any, Final

from cims_desktop.exchange.writing.files import fault_of
from cims_desktop.exchange.writing.person_html import page

FORMAT: Final = "cims person"
VERSION: Final = 1
HTML, JSON, FILES = "person.html", "person.json", "files"
_PREFIX, _SUFFIX = ".cims-person-", ".part"
_LEFTOVER_AGE: Final = 3600.0
_LONGEST_NAME: Final = 100
_RESERVED: Final = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\..*)?")


@dataclass(frozen=True)
class WrittenPerson:
    """What was written, inside the folder that was given; `sha256` is of the JSON file."""

    html: Path
    json: Path
    files: tuple[Path, ...]
    sha256: str


def write_person(
    folder: Path,
    document: Mapping[str, Any],
    words: Mapping[str, str],
    files: Iterable[tuple[str, Iterable[bytes]]] = (),
) -> WrittenPerson:
    """Writes page, JSON and files into an empty folder, for the owner alone. Raises OSError.

    `document` has office, exported_at, exported_by and data: rows in plain values by section.
    """
    text = json.dumps({"format": FORMAT, "version": VERSION, **document}, ensure_ascii=False, indent=2)
    written = [_write(folder / FILES / name, content) for name, content in files]
    told = _write(folder / JSON, [text.encode()])
    shown = _write(folder / HTML, [page(document, words).encode()])
    return WrittenPerson(shown, told, tuple(written), hashlib.sha256(text.encode()).hexdigest())


@contextmanager
def complete_folder(folder: Path, name: str) -> Iterator[tuple[Path, Path]]:
    """Yields an empty folder and the path that it has at the end, whole; after any error it is gone.

    What is at `folder`/`name` already stays: the new one gets a number. Raises CimsError: disk_full, no_access,
    folder_missing, cannot_write.
    """
    temporary, target = folder / f"{_PREFIX}{token_hex(8)}{_SUFFIX}", free_path(folder, name)
    try:
        _sweep(folder)
        temporary.mkdir(mode=0o700)
        try:
            yield temporary, target
            temporary.rename(target)
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
    except OSError as error:
        raise fault_of(error, folder / name) from error


def free_path(folder: Path, name: str) -> Path:
    """`folder`/`name`, or the first free one with a number behind."""
    path, number = folder / name, 2
    while path.exists():
        path, number = folder / f"{name}-{number}", number + 1
    return path


def file_name(row: int, name: str) -> str:
    """A name that every system takes and that no other file of the person has."""
    plain = re.sub(r"[\x00-\x1f<>:\"/\\|?*\x7f]", "_", name).strip(" .")[-_LONGEST_NAME:].strip(" .")
    return f"{row}-{plain}" if plain and not _RESERVED.fullmatch(plain) else f"{row}-file"


def _write(path: Path, content: Iterable[bytes]) -> Path:
    path.parent.mkdir(mode=0o700, exist_ok=True)
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
        for part in content:
            file.write(part)
        file.flush()
        os.fsync(file.fileno())
    return path


def _sweep(folder: Path) -> None:
    """Takes away what a killed export left here: a person in plain text."""
    oldest = time.time() - _LEFTOVER_AGE
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with suppress(OSError):
            if leftover.stat().st_mtime < oldest:
                shutil.rmtree(leftover, ignore_errors=True)
