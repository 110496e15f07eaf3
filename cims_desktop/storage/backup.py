"""Copies an office file as of one instant while others write, and checks such a copy by opening it."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa
from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Task
from cims_desktop.storage import integrity, journal
from cims_desktop.storage.engine import APPLICATION_ID, OfficeDatabase, check_file
from cims_desktop.storage.faults import known_faults
from cims_desktop.storage.tables.base import from_milliseconds

_PAGES_A_STEP = 500
_PAGE = 4096
_ATTEMPTS, _PAUSE = 25, 0.1
_OPCODES_A_LOOK = 200_000


@dataclass(frozen=True)
class Facts:
    """What an office file holds as of one instant; a true copy has the same. `head` is the journal's last digest."""

    revision: str
    office_uid: str
    office_name: str
    epoch: int
    key_digest: bytes | None
    users: tuple[str, ...]
    counts: dict[str, int] = field(hash=False)
    head: bytes | None
    newest_act: datetime | None


def facts_of(connection: sa.Connection) -> Facts:
    """Read in plain SQL, so that files of earlier revisions can be read too."""
    ask = connection.exec_driver_sql
    uid, name, epoch, digest = ask("SELECT uid, name, key_epoch, key_file_digest FROM office").one()
    last = ask("SELECT digest, happened_at FROM act ORDER BY id DESC LIMIT 1").first()
    return Facts(
        revision=str(ask("SELECT version_num FROM alembic_version").scalar_one()),
        office_uid=uid,
        office_name=name,
        epoch=epoch,
        key_digest=digest,
        users=tuple(row[0] for row in ask('SELECT sign_in_name FROM "user" ORDER BY sign_in_name')),
        counts=_counts(connection),
        head=last[0] if last else None,
        newest_act=from_milliseconds(last[1]) if last else None,
    )


def copy_database(
    source: Path, data_key: bytes, target: Path, agreed: Callable[[Facts], bytes | None], task: Task
) -> tuple[Facts, bytes]:
    """Copies `source` to the new file `target` under the same key; its facts and the key file that goes with it.

    `agreed` is given the facts and answers with the key file, or None while that is being changed; then a newer
    instant is tried. Copied page by page within ONE read transaction: the copy is of one instant, nobody waits, and a
    cancel is heard between two steps. Reports the stage "copy" in bytes. Raises Cancelled; OfficeFault, among them
    in_use when the key file did not come to rest.
    """
    database = OfficeDatabase(source, data_key)
    try:
        for attempt in range(_ATTEMPTS):
            if attempt:
                time.sleep(_PAUSE)
            task.step("copy", 0)
            with database.read() as connection, _cancellable(connection, task):
                facts = facts_of(connection)
                keys = agreed(facts)
                if keys is not None:
                    _copy_pages(connection, data_key, target, task)
                    _require_authentic(connection)
                    return facts, keys
    finally:
        database.close()
    raise OfficeFault("in_use")


def size_of(path: Path, data_key: bytes) -> int:
    """Bytes that a copy will have, what stands in the WAL included."""
    database = OfficeDatabase(path, data_key)
    try:
        with database.read() as connection:
            return int(connection.exec_driver_sql("PRAGMA page_count").scalar_one()) * _PAGE
    finally:
        database.close()


def check_copy(path: Path, data_key: bytes, chain: journal.Chain, task: Task) -> Facts:
    """Opens a copy and checks all of it: pages, structure, references, journal; its facts.

    Reports the stage "check". Raises Cancelled, OfficeFault(backup_damaged) with the part that is off: office, page,
    structure, reference, journal.
    """
    database = OfficeDatabase(path, data_key)
    try:
        check_file(path)
        with database.read() as connection, _cancellable(connection, task):
            return _checked(connection, chain, task)
    except OfficeFault as fault:
        if fault.code in ("damaged", "wrong_key", "not_an_office", "empty_file"):
            raise OfficeFault("backup_damaged", part="office") from fault
        raise
    finally:
        database.close()


def _checked(connection: sa.Connection, chain: journal.Chain, task: Task) -> Facts:
    task.step("check", 0, 3)
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise OfficeFault("not_an_office")
    found = integrity.page_problems(connection, deep=False)
    if found:
        raise OfficeFault("backup_damaged", part=found[0][0])
    task.step("check", 1, 3)
    if journal.first_bad_act(connection, chain) is not None:
        raise OfficeFault("backup_damaged", part="journal")
    task.step("check", 2, 3)
    facts = facts_of(connection)
    task.step("check", 3, 3)
    return facts


def _copy_pages(connection: sa.Connection, data_key: bytes, target: Path, task: Task) -> None:
    with known_faults():
        copy = dbapi2.connect(str(target), isolation_level=None)
        try:
            copy.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
            # What a crash leaves of it is thrown away, so nothing of it needs to be safe before the archive is.
            copy.execute("PRAGMA synchronous = OFF")
            copy.execute("PRAGMA journal_mode = OFF")

            def report(_status: int, remaining: int, total: int) -> None:
                task.step("copy", (total - remaining) * _PAGE, total * _PAGE)

            source = connection.connection.driver_connection
            assert source is not None
            # The source's own open transaction is used, so a writer does not make it begin anew.
            source.backup(copy, pages=_PAGES_A_STEP, progress=report, sleep=0.01)
        finally:
            copy.close()


def _require_authentic(connection: sa.Connection) -> None:
    """A page whose HMAC is wrong is copied as zeros under a right one, without a word: so the source is asked.

    Twice, because a page that somebody writes at this moment may be read half old, half new. Raises OfficeFault.
    """
    for _look in range(2):
        if not connection.exec_driver_sql("PRAGMA cipher_integrity_check").all():
            return
    raise OfficeFault("damaged")


@contextlib.contextmanager
def _cancellable(connection: sa.Connection, task: Task) -> Iterator[None]:
    """A long statement within it ends with Cancelled soon after the task was cancelled."""
    driver = connection.connection.driver_connection
    assert driver is not None
    driver.set_progress_handler(lambda: int(task.cancelled()), _OPCODES_A_LOOK)
    try:
        yield
    finally:
        driver.set_progress_handler(None, _OPCODES_A_LOOK)


def _counts(connection: sa.Connection) -> dict[str, int]:
    tables = connection.exec_driver_sql(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%%'"
        " AND name NOT LIKE 'customer_fts%%' ORDER BY name"
    )
    return {
        row[0]: int(connection.exec_driver_sql(f'SELECT count(*) FROM "{row[0]}"').scalar_one())  # noqa: S608 - our names
        for row in tables.all()
    }
