"""Puts an office file under a new key: a verified copy beside it, then one atomic rename.

Pages are copied as they are, by SQLite's backup (the driver deciphers and enciphers each), so counters, triggers,
the search index and `application_id` need no care, and the copy can be compared with what it came from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Task
from cims_desktop.storage.engine import connect, only_transaction
from cims_desktop.storage.faults import known_faults
from cims_desktop.storage.files import AtomicFile, free_space
from cims_desktop.storage.gate import alone, gate
from cims_desktop.storage.pages import PAGE_BYTES, first_page_told

STEPS = ("copy", "compare", "keys", "check", "place")
"""Stages that `rekey` reports."""
_PAGES_AT_ONCE = 2_048
_OPCODES_BETWEEN_QUESTIONS = 100_000
_MARGIN = 16 * 1024 * 1024


def require_space(path: Path) -> None:
    """Refuses early when the disk can't hold a second copy. Raises OfficeFault(disk_full): needed, free (bytes)."""
    wal = path.with_name(f"{path.name}-wal")
    needed = path.stat().st_size + (wal.stat().st_size if wal.exists() else 0) + _MARGIN
    if (free := free_space(path.parent)) < needed:
        raise OfficeFault("disk_full", needed=needed, free=free)


def rekey(
    path: Path, old_key: bytes, new_key: bytes, task: Task, *, amend: Callable[[sa.Connection], None]
) -> None:
    """Exchanges the office file for its copy under `new_key`, with which `amend` may do what belongs to the change.

    The caller has closed its own connections. Killed at any instant, or stopped by a fault, the file is wholly the
    old or wholly the new one. Raises OfficeFault (in_use, disk_full, damaged ...) and, until the rename, Cancelled.
    """
    with gate(path):
        require_space(path)
        exchanged = AtomicFile(path)
        partial = exchanged.partial
        with exchanged as file:
            file.close()
            with alone(path, old_key) as source:
                _copy(source, partial, new_key, task)
                _require_equal(source, partial, new_key, task)
                task.step("keys", 0)
                with only_transaction(partial, new_key) as connection:
                    amend(connection)
            _require_sound(partial, new_key, task)
            task.step("place", 0)


def key_in_force(path: Path, *keys: bytes) -> bytes:
    """The first of `keys` that opens the file. Raises OfficeFault: wrong_key, damaged (the last one's is told)."""
    for key in keys[:-1]:
        try:
            with known_faults():
                connect(path, key).close()
        except OfficeFault as fault:
            if fault.code != "wrong_key":
                raise
        else:
            return key
    with first_page_told(path, keys[-1]), known_faults():
        connect(path, keys[-1]).close()
    return keys[-1]


def _copy(source: dbapi2.Connection, target: Path, new_key: bytes, task: Task) -> None:
    def told(_status: int, remaining: int, total: int) -> None:
        task.step("copy", total - remaining, total)

    with known_faults():
        copy = connect(target, new_key, journal="MEMORY")
        try:
            copy.execute("PRAGMA synchronous = OFF")  # the whole file is synced before the rename
            source.backup(copy, pages=_PAGES_AT_ONCE, progress=told)
        finally:
            copy.close()


def _require_equal(source: dbapi2.Connection, target: Path, new_key: bytes, task: Task) -> None:
    """The copy holds what `source` holds."""
    task.step("compare", 0)
    with _asking(target, new_key, task) as copy:
        source.set_progress_handler(task.cancelled, _OPCODES_BETWEEN_QUESTIONS)
        try:
            equal = _inventory(source) == _inventory(copy)
        finally:
            source.set_progress_handler(None, 0)
    if not equal:
        raise OfficeFault("damaged")


def _require_sound(target: Path, new_key: bytes, task: Task) -> None:
    """Every page of the file is there and authentic, and its structure is sound."""
    task.step("check", 0, 2)
    with _asking(target, new_key, task) as copy:
        whole = copy.execute("PRAGMA page_count").fetchone()[0] * PAGE_BYTES
        sound = target.stat().st_size == whole and not _rows(copy, "PRAGMA cipher_integrity_check")
        task.step("check", 1, 2)
        sound = sound and _rows(copy, "PRAGMA quick_check") == [("ok",)]
    if not sound:
        raise OfficeFault("damaged")


@contextmanager
def _asking(path: Path, key: bytes, task: Task) -> Iterator[dbapi2.Connection]:
    """A connection whose queries end with Cancelled when the person asks for it."""
    with known_faults():
        connection = connect(path, key, journal="MEMORY")
        connection.set_progress_handler(task.cancelled, _OPCODES_BETWEEN_QUESTIONS)
        try:
            yield connection
        finally:
            connection.close()


def _inventory(connection: dbapi2.Connection) -> list[object]:
    """What both files must have in common: identity, schema, rows of each table, counters, the journal's head."""
    schema = _rows(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name")
    tables = [
        name for kind, name, _, sql in schema if kind == "table" and not sql.startswith("CREATE VIRTUAL")
    ]
    return [
        schema,
        [_rows(connection, f"PRAGMA {name}") for name in ("application_id", "user_version", "page_size")],
        {name: _rows(connection, f'SELECT count(*) FROM "{name}"') for name in tables},  # noqa: S608 - our names
        _rows(connection, "SELECT name, seq FROM sqlite_sequence ORDER BY name"),
        _rows(connection, "SELECT id, digest FROM act ORDER BY id DESC LIMIT 1"),
    ]


def _rows(connection: dbapi2.Connection, statement: str) -> list[tuple[Any, ...]]:
    return list(connection.execute(statement).fetchall())
