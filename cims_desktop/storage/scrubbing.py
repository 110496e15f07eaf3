"""Makes an office file anew so that nothing deleted is left in it: search index, free pages, WAL."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.engine import OfficeDatabase
from cims_desktop.storage.files import free_space

STEPS = ("index", "compacting", "closing")
"""Stages that `scrub` reports; the second takes minutes in a big office, and none can be stopped."""

_IN_MEMORY = 64 * 1024 * 1024
"""Up to this size the copy that SQLite makes meanwhile is held in memory, above in an (encrypted) file beside."""

_MARGIN = 16 * 1024 * 1024
_ATTEMPTS = 3


def require_space(path: Path) -> None:
    """Refuses early: the copy and the WAL need twice the file. Raises OfficeFault(disk_full): needed, free (bytes)."""
    needed = 2 * path.stat().st_size + _MARGIN
    if (free := free_space(path.parent)) < needed:
        raise OfficeFault("disk_full", needed=needed, free=free)


def scrub(database: OfficeDatabase, report: Callable[[str], None]) -> None:
    """Leaves nothing in the file but what its tables hold now. Others may read meanwhile, nobody writes.

    A deleted entry's tokens stay in the index's pages until it is optimised. SQLCipher overwrites deleted rows
    (`secure_delete`), but doesn't promise it for every copy that a page once held: VACUUM leaves all of those behind.
    What both replaced stays in the WAL until it is folded in and cut. Raises OfficeFault: in_use when another program
    keeps the file busy (try again), disk_full.
    """
    require_space(database.path)
    report("index")
    with database.write() as connection:
        connection.exec_driver_sql("INSERT INTO customer_fts(customer_fts) VALUES('optimize')")
    report("compacting")
    with database.bare() as raw:
        _vacuum(raw, database.path)
        report("closing")
        _fold_in(raw)


def _vacuum(raw: dbapi2.Connection, path: Path) -> None:
    large = path.stat().st_size > _IN_MEMORY
    folder = str(path.parent).replace("'", "''")
    if large:  # SQLCipher enciphers this file as it does the office
        raw.execute(f"PRAGMA temp_store_directory = '{folder}'")
        raw.execute("PRAGMA temp_store = FILE")
    try:
        raw.execute("VACUUM")
    finally:
        if large:
            raw.execute("PRAGMA temp_store = MEMORY")
            raw.execute("PRAGMA temp_store_directory = ''")


def _fold_in(raw: dbapi2.Connection) -> None:
    """Each attempt waits for readers as long as any statement waits for a lock."""
    for _attempt in range(_ATTEMPTS):
        busy, *_ = raw.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        if not busy:
            return
    raise OfficeFault("in_use")
