"""Encrypted scratch files: what an import has read and judged, before any of it lands in the office.

The key is random and only in memory, so what a crash leaves behind can never be read again; it is swept away at
the next start. Where the system allows it, the file has no name any more while it is used.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Final, Self

from sqlcipher3 import dbapi2

from cims_desktop.storage.faults import known_faults
from cims_desktop.storage.files import PRIVATE_FILE
from cims_desktop.storage.files import known_faults as known_file_faults

Row = tuple[Any, ...]
SEVERAL: Final = 0
"""What a key refers to when several records of the file hold it."""

_PREFIX: Final = ".cims-import-"
_SUFFIX: Final = ".tmp"
_CACHE_KIB: Final = 32 * 1024
_JUST_MADE: Final = 60.0
_BATCH: Final = 500
_PRAGMAS: Final = (
    "journal_mode = OFF", "synchronous = OFF", "temp_store = MEMORY", "locking_mode = EXCLUSIVE",
    f"cache_size = -{_CACHE_KIB}", "cipher_memory_security = OFF",
)  # fmt: skip


class ScratchFile:
    """One encrypted file for the time of one import; `close` (or leaving the block) removes it."""

    def __init__(self, folder: Path, schema: Sequence[str]) -> None:
        self.path = folder / f"{_PREFIX}{secrets.token_hex(8)}{_SUFFIX}"
        with known_file_faults():
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
        self._connection = dbapi2.connect(str(self.path), check_same_thread=False, isolation_level=None)
        try:
            with known_faults():
                self._connection.execute("PRAGMA cipher_log_level = NONE")
                self._connection.execute(f"PRAGMA key = \"x'{secrets.token_hex(32)}'\"")
                for statement in (*(f"PRAGMA {pragma}" for pragma in _PRAGMAS), *schema):
                    self._connection.execute(statement)
            if sys.platform != "win32":  # Windows cannot remove a file that is open
                self.path.unlink()
        except BaseException:
            self.close()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def close(self) -> None:
        """Removes the file; what it held is gone."""
        self._connection.close()
        with contextlib.suppress(OSError):
            self.path.unlink(missing_ok=True)

    @contextlib.contextmanager
    def batch(self) -> Iterator[None]:
        """Writes inside it are one transaction, which is much faster."""
        with known_faults():
            self._connection.execute("BEGIN")
            yield
            self._connection.execute("COMMIT")

    def execute(self, statement: str, values: Sequence[Any] = ()) -> None:
        """One statement without an answer."""
        with known_faults():
            self._connection.execute(statement, values)

    def many(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """One statement for each of `rows`."""
        with known_faults():
            self._connection.executemany(statement, rows)

    def rows(self, statement: str, values: Sequence[Any] = ()) -> list[Row]:
        """The whole answer of a query."""
        with known_faults():
            return list(self._connection.execute(statement, values))

    def one(self, statement: str, values: Sequence[Any] = ()) -> Row | None:
        """The first row of a query's answer, if any."""
        found = self.rows(statement, values)
        return found[0] if found else None

    def where_in(self, statement: str, values: Sequence[Any]) -> Iterator[Row]:
        """The rows of `statement` followed by ``(?, ?, ...)`` for all `values`."""
        for start in range(0, len(values), _BATCH):
            part = values[start : start + _BATCH]
            yield from self.rows(f"{statement} ({', '.join('?' * len(part))})", part)


class KeyTable:
    """Which staged or stored record holds a key: keys as 64-bit hashes, in memory, some 30 bytes each.

    `ref` is a customer's id, minus a staged record's ordinal, or `SEVERAL`.
    """

    SCHEMA = ("CREATE TEMP TABLE key(hash INTEGER PRIMARY KEY, ref INTEGER NOT NULL)",)

    def __init__(self, file: ScratchFile) -> None:
        self._file = file

    def find(self, hashes: Sequence[int]) -> dict[int, int]:
        """The refs of those of `hashes` that are known."""
        return dict(self._file.where_in("SELECT hash, ref FROM key WHERE hash IN", hashes))

    def put(self, refs: dict[int, int]) -> None:
        """Sets the refs of keys."""
        self._file.many("INSERT OR REPLACE INTO key(hash, ref) VALUES(?, ?)", refs.items())


class StagedEntries:
    """Customers to create or update, in the order of the file. `payload` is text that `services` makes and reads.

    An entry has an ordinal from 1; `target` is the stored customer's id (0: create), `pending` whether anything is to
    be written, `rows` how many rows of the file it stands for, `added` how many of them after the first brought more.
    """

    SCHEMA = (
        "CREATE TABLE entry(ordinal INTEGER PRIMARY KEY, target INTEGER NOT NULL, pending INTEGER NOT NULL,"
        " rows INTEGER NOT NULL, added INTEGER NOT NULL, payload TEXT NOT NULL, content TEXT NOT NULL,"
        " tokens TEXT NOT NULL, record INTEGER)",
    )
    _WRITE = "INSERT OR REPLACE INTO entry VALUES(?, ?, ?, ?, ?, ?, ?, ?, NULL)"

    def __init__(self, file: ScratchFile) -> None:
        self._file = file

    def write(self, entries: Iterable[Row]) -> None:
        """Adds or replaces entries: (ordinal, target, pending, rows, added, payload, content, tokens)."""
        self._file.many(self._WRITE, entries)

    def read(self, ordinal: int) -> Row:
        """One entry, as `write` takes it."""
        found = self._file.one(
            "SELECT ordinal, target, pending, rows, added, payload, content, tokens FROM entry WHERE ordinal = ?",
            (ordinal,),
        )
        assert found is not None
        return found

    def page(self, after: int, limit: int, *, updates: bool) -> list[Row]:
        """The next entries to write: (ordinal, target, payload, content, tokens), creations or updates."""
        return self._file.rows(
            "SELECT ordinal, target, payload, content, tokens FROM entry WHERE ordinal > ? AND pending"
            " AND (target > 0) = ? ORDER BY ordinal LIMIT ?",
            (after, updates, limit),
        )

    def landed(self, records: Iterable[tuple[int, int]]) -> None:
        """Remembers the ids that created entries got: (id, ordinal)."""
        self._file.many("UPDATE entry SET record = ? WHERE ordinal = ?", records)

    def counts(self) -> Row:
        """(created, updated, unchanged rows, rows that brought more to a created entry) of all entries."""
        found = self._file.one(
            "SELECT coalesce(sum(target = 0 AND pending), 0),"
            " coalesce(sum(CASE WHEN target > 0 AND pending THEN rows ELSE 0 END), 0),"
            " coalesce(sum(CASE WHEN NOT pending THEN rows WHEN target = 0 THEN rows - 1 - added ELSE 0 END), 0),"
            " coalesce(sum(CASE WHEN target = 0 THEN added ELSE 0 END), 0) FROM entry"
        )
        assert found is not None
        return found

    def pending(self) -> int:
        """How many entries are to be written."""
        found = self._file.one("SELECT count(*) FROM entry WHERE pending")
        return int(found[0]) if found else 0


class RefusedRows:
    """Every refused row: its place in the file (from 0) and why, until the outcome is dropped."""

    def __init__(self, folder: Path) -> None:
        self._file = ScratchFile(
            folder,
            (
                "CREATE TABLE refused(place INTEGER PRIMARY KEY, row INTEGER, sheet TEXT, problems TEXT NOT NULL)",
            ),
        )

    def put(self, rows: Iterable[tuple[int, int, str, str]]) -> None:
        """Adds rows: (place in the file, row number, sheet, problems as text)."""
        with self._file.batch():
            self._file.many("INSERT OR IGNORE INTO refused VALUES(?, ?, ?, ?)", rows)

    def count(self) -> int:
        """How many rows were refused."""
        found = self._file.one("SELECT count(*) FROM refused")
        return int(found[0]) if found else 0

    def page(self, after: int, limit: int) -> list[Row]:
        """The next rows after a place, in the order of the file: (place, row, sheet, problems)."""
        return self._file.rows("SELECT * FROM refused WHERE place > ? ORDER BY place LIMIT ?", (after, limit))

    def close(self) -> None:
        """Removes them for good."""
        self._file.close()


def sweep(folder: Path) -> None:
    """Removes what crashed imports left in `folder`. A living one holds its file open or has it unnamed already."""
    oldest = time.time() - _JUST_MADE
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if leftover.stat().st_mtime < oldest:
                leftover.unlink()
