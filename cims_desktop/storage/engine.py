"""Opens an office's SQLCipher file: connections, pragmas, one writer and a few readers."""

from __future__ import annotations

import hmac
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event
from sqlalchemy.pool import QueuePool
from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import Cancelled, OfficeFault
from cims_desktop.storage.faults import known_faults

Connection = sa.Connection
"""What storage functions work on; callers only pass it on."""

APPLICATION_ID = 0x43494D53
"""`PRAGMA application_id` of an office file: the letters CIMS."""

BUSY_MILLISECONDS, HURRIED_MILLISECONDS = 10_000, 1_500
READERS = 3
PATIENCE_SECONDS = 60
"""How long one thread waits for a connection that another one uses; then OfficeFault(busy)."""
SETTLING_SECONDS = 20
"""How long `rest` waits for other threads to finish what they do with the file."""
RESTING_SECONDS = 900
"""How long a thread waits for `reopen`: writing a file of gigabytes anew takes minutes; then OfficeFault(busy)."""
_READER_CACHE_KIB, _WRITER_CACHE_KIB = 24 * 1024, 16 * 1024
_OLD_PLAIN_HEADER = b"SQLite format 3\x00"


def connect(
    path: Path, data_key: bytes, *, cache_kib: int = _WRITER_CACHE_KIB, journal: str = "WAL"
) -> dbapi2.Connection:
    """One raw connection with the office's pragmas. `data_key` is the raw 256-bit key: no key derivation.

    `set_key(bytes)` of the driver derives another key from the bytes; only the x'..' literal is a raw key.
    `journal` other than WAL is for copies that nobody else knows of.
    """
    connection = dbapi2.connect(
        str(path), check_same_thread=False, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")  # else SQLCipher writes to stderr on a wrong key
        connection.execute(f"PRAGMA key = \"x'{data_key.hex()}'\"")
        for pragma in (
            "foreign_keys = ON", f"journal_mode = {journal}", "synchronous = FULL", "temp_store = MEMORY",
            f"busy_timeout = {BUSY_MILLISECONDS}", f"cache_size = -{cache_kib}", "cipher_memory_security = OFF",
        ):  # fmt: skip
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def only_transaction(path: Path, data_key: bytes) -> Iterator[sa.Connection]:
    """One transaction in a copy that nobody else knows of; no file is made beside it."""
    engine = _engine(path, data_key, _WRITER_CACHE_KIB, pool_size=1, read_only=False, journal="MEMORY")
    try:
        with known_faults(), engine.begin() as connection:
            yield connection
    finally:
        engine.dispose()


def check_file(path: Path) -> None:
    """Refuses what cannot be an office before SQLite would turn an empty file into a new database.

    Raises OfficeFault: missing, empty_file, not_an_office (plain database or no whole page), no_access.
    """
    try:
        size = path.stat().st_size
        with path.open("rb") as file:
            head = file.read(16)
    except FileNotFoundError as error:
        raise OfficeFault("missing", path=str(path)) from error
    except OSError as error:
        raise OfficeFault("no_access", path=str(path)) from error
    if size == 0:
        raise OfficeFault("empty_file", path=str(path))
    if head == _OLD_PLAIN_HEADER or size < 4096:
        raise OfficeFault("not_an_office", path=str(path))


class Interruptor:
    """Lets another thread stop the query that runs under it, e.g. when the next key was typed."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running: dict[int, Any] = {}

    @contextmanager
    def watching(self, connection: sa.Connection) -> Iterator[None]:
        """While inside, `interrupt` stops what `connection` executes (it raises Cancelled)."""
        driver = connection.connection.driver_connection
        with self._lock:
            self._running[id(connection)] = driver
        try:
            yield
        finally:
            with self._lock:
                del self._running[id(connection)]

    def interrupt(self) -> None:
        """Stops every watched query. Safe from any thread."""
        with self._lock:
            for driver in self._running.values():
                driver.interrupt()


class OfficeDatabase:
    """The open file: `write` gives the one writer in a transaction, `read` a reader's snapshot. Thread-safe."""

    def __init__(self, path: Path, data_key: bytes) -> None:
        self.path = path
        self._open(data_key)
        self._turn = threading.Condition()
        self._inside: Counter[int] = Counter()  # by thread, how often: who is inside may go deeper
        self._resting = self._closed = False

    def is_under(self, data_key: bytes) -> bool:
        """Whether this is the key that the file is open under."""
        return hmac.compare_digest(self._data_key, data_key)

    def _open(self, data_key: bytes) -> None:
        self._data_key = data_key
        self._writer = _engine(self.path, data_key, _WRITER_CACHE_KIB, pool_size=1, read_only=False)
        self._reader = _engine(self.path, data_key, _READER_CACHE_KIB, pool_size=READERS, read_only=True)

    @contextmanager
    def write(self) -> Iterator[sa.Connection]:
        """A transaction of the only writer (BEGIN IMMEDIATE): committed at the end, rolled back on any error."""
        with self._using(), self._writer.begin() as connection:
            yield connection

    @contextmanager
    def read(self, interruptor: Interruptor | None = None) -> Iterator[sa.Connection]:
        """A consistent snapshot. With `interruptor`, its `interrupt` ends the query with Cancelled."""
        if self._closed:
            raise Cancelled
        with self._using(), self._reader.begin() as connection:
            if interruptor is None:
                yield connection
            else:
                with interruptor.watching(connection):
                    yield connection

    def hurry(self) -> None:
        """The writer waits for other processes only HURRIED_MILLISECONDS from now on: the file is about to close."""
        with self.bare() as connection:
            connection.execute(f"PRAGMA busy_timeout = {HURRIED_MILLISECONDS}")

    def data_version(self) -> int:
        """A number that changes when another process committed: it is the writer's own view, without a transaction."""
        with self.bare() as connection:
            return int(connection.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def bare(self) -> Iterator[dbapi2.Connection]:
        """The writer's own connection outside of a transaction, for what SQLite refuses inside one (VACUUM)."""
        with self._using():
            connection = self._writer.raw_connection()
            try:
                yield connection.driver_connection
            finally:
                connection.close()

    def rest(self) -> None:
        """Closes every connection, so that the file can be exchanged; whoever wants one waits until `reopen`.

        Waits for what other threads are doing, up to SETTLING_SECONDS; then OfficeFault(busy).
        """
        with self._turn:
            if self._resting:
                raise OfficeFault("busy")
            self._resting = True  # who comes now waits
            if not self._turn.wait_for(lambda: not self._inside, SETTLING_SECONDS):
                self._resting = False
                self._turn.notify_all()
                raise OfficeFault("busy")
        self._reader.dispose()
        self._writer.dispose()

    def reopen(self, data_key: bytes) -> None:
        """Ends `rest`: the file is open again, under this key."""
        self._open(data_key)
        try:
            self.hold()  # one alone puts the file into WAL mode: two at once would be in each other's way
        finally:
            with self._turn:
                self._resting = False
                self._turn.notify_all()

    def hold(self) -> None:
        """Opens the writer's connection: from now on nobody else is alone with the file."""
        with known_faults():
            connection = self._writer.raw_connection()
            try:
                connection.cursor().execute(
                    "PRAGMA data_version"
                )  # SQLite takes its lock at the first look only
            finally:
                connection.close()  # back into the pool, which keeps it open

    @contextmanager
    def _using(self) -> Iterator[None]:
        """One more thread works on the file; driver errors inside are known faults."""
        me = threading.get_ident()
        with self._turn:
            if not self._turn.wait_for(lambda: not self._resting or me in self._inside, RESTING_SECONDS):
                raise OfficeFault("busy")
            self._inside[me] += 1
        try:
            with known_faults():
                yield
        finally:
            with self._turn:
                self._inside[me] -= 1
                self._inside += Counter()  # forgets who has left
                self._turn.notify_all()

    def warm(self) -> None:
        """Opens a reader ahead of the first query."""
        with self.read() as connection:
            connection.exec_driver_sql("SELECT 1")

    def close(self) -> None:
        """Closes every connection; the last one to close folds the WAL back into the file."""
        self._closed = True
        self._reader.dispose()
        self._writer.dispose()


def _engine(
    path: Path, data_key: bytes, cache_kib: int, *, pool_size: int, read_only: bool, journal: str = "WAL"
) -> sa.Engine:
    """The sqlite dialect on a creator of ours: the pysqlcipher dialect would send an empty key of its own.

    `hide_parameters` and no echo: neither keys nor customers' data reach a log or an error's text.
    """

    def create() -> dbapi2.Connection:
        connection = connect(path, data_key, cache_kib=cache_kib, journal=journal)
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        return connection

    engine = sa.create_engine(
        "sqlite://", creator=create, module=dbapi2, poolclass=QueuePool, pool_size=pool_size, max_overflow=0,
        pool_reset_on_return=None, hide_parameters=True, pool_timeout=PATIENCE_SECONDS,
    )  # fmt: skip
    begin = "BEGIN" if read_only else "BEGIN IMMEDIATE"

    @event.listens_for(engine, "begin")
    def _begin(connection: sa.Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine
