"""Creates and opens office files: identity check, schema version, migration, the PC's locks."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.engine import APPLICATION_ID, OfficeDatabase, check_file, connect
from cims_desktop.storage.faults import known_faults
from cims_desktop.storage.files import PRIVATE_FILE, remove_partials
from cims_desktop.storage.gate import alone, gate
from cims_desktop.storage.pages import first_page_told

HEAD = "0002"
"""The newest schema revision; a test compares it with the migrations folder."""


def create_database(path: Path, data_key: bytes) -> OfficeDatabase:
    """Makes a new office file with the newest schema; what it made is gone when it fails.

    Raises OfficeFault(exists) when something is there, and never touches that.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, PRIVATE_FILE))
    except FileExistsError as error:
        raise OfficeFault("exists", path=str(path)) from error
    except OSError as error:
        raise OfficeFault("read_only" if path.parent.exists() else "no_access", path=str(path)) from error
    try:
        with known_faults():
            connection = connect(path, data_key)
            try:
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            finally:
                connection.close()
        database = OfficeDatabase(path, data_key)
        with _closed_on_failure(database):
            _migrate(database)
            database.hold()
    except BaseException:
        remove_database(path)
        raise
    return database


def remove_database(path: Path) -> None:
    """Removes an office file that its maker gives up, closed already, with what SQLite keeps beside it."""
    for name in (path.name, *(f"{path.name}{ending}" for ending in ("-wal", "-shm", "-journal"))):
        path.with_name(name).unlink(missing_ok=True)


def open_database(
    path: Path, data_key: bytes, before_migration: Callable[[], None] = lambda: None
) -> OfficeDatabase:
    """Opens an existing office; `before_migration` makes a backup, and what it raises keeps the file as it is.

    Raises OfficeFault: missing, empty_file, not_an_office, wrong_key, damaged, newer, in_use (another program rotates
    the keys or migrates, or has an office open that must be migrated).
    """
    check_file(path)
    with gate(path):
        remove_partials(path)  # of a rotation that was killed: whoever holds the gate writes none
        with first_page_told(path, data_key):
            revision = _identity(path, data_key)
        database = OfficeDatabase(path, data_key)
        with _closed_on_failure(database):
            if revision > HEAD:
                raise OfficeFault("newer", path=str(path), revision=revision)
            if revision != HEAD:
                with alone(path, data_key):  # another program would go on with the old tables
                    pass
                before_migration()
                _migrate(database)
            database.hold()
    return database


@contextmanager
def _closed_on_failure(database: OfficeDatabase) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise


def _identity(path: Path, data_key: bytes) -> str:
    """The file's schema revision, after making sure that it is an office."""
    with known_faults():
        connection = connect(path, data_key)
        try:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            if application != APPLICATION_ID:
                raise OfficeFault("not_an_office", path=str(path))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        except dbapi2.OperationalError as error:
            if "no such table" in str(error):
                raise OfficeFault("not_an_office", path=str(path)) from error
            raise
        finally:
            connection.close()
    return str(row[0]) if row else ""


def _migrate(database: OfficeDatabase) -> None:
    from cims_desktop.storage.migrations import upgrade

    with database.write() as connection:
        upgrade(connection)
