"""Who has an office open: a short lock around opening one, and SQLite's own locks to be alone with it.

Whoever opens, rotates, restores or migrates an office goes through its gate, so nobody comes in between the
question "am I alone?" and the rename that follows. The question itself needs no lock library: in WAL mode every
open connection holds a shared lock on the file, and SQLite leaves WAL mode only for a connection that is alone.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from pathlib import Path

from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.storage.engine import connect
from cims_desktop.storage.faults import known_faults
from cims_desktop.storage.files import exclusive

PATIENCE = 10.0
"""Seconds that who opens an office waits for another who is opening it."""
_ALONE_MILLISECONDS = 1_500
"""How long a program that is just closing may still be there."""


class _Held(threading.local):
    """The gates that this thread holds: going through one twice is going through it once."""

    def __init__(self) -> None:
        self.paths: set[Path] = set()


_held = _Held()


@contextlib.contextmanager
def gate(path: Path, patience: float = PATIENCE) -> Iterator[None]:
    """Hold the gate of the office file `path`; it falls open with the process, however that ends.

    Waits up to `patience` seconds for another program (or thread), then OfficeFault(in_use). Free for a thread
    that holds it already.
    """
    name = path.resolve()
    if name in _held.paths:
        yield
        return
    with _named(path), exclusive(name.with_name(f"{name.name}.lock"), patience):
        _held.paths.add(name)
        try:
            yield
        finally:
            _held.paths.discard(name)


@contextlib.contextmanager
def alone(path: Path, data_key: bytes) -> Iterator[dbapi2.Connection]:
    """The only connection to the office, its WAL folded in; nobody else can open it until the block is left.

    Hold the gate, and close this program's own connections first. Raises OfficeFault: in_use, wrong_key, damaged.
    """
    with _named(path), known_faults():
        connection = connect(path, data_key)
        try:
            connection.execute(f"PRAGMA busy_timeout = {_ALONE_MILLISECONDS}")
            if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
                raise OfficeFault("in_use")
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("COMMIT")  # the lock stays, by the locking mode
            yield connection
        finally:
            connection.close()


def is_alone(path: Path, data_key: bytes) -> bool:
    """Whether no connection to the office is open, in this program or any other. Raises OfficeFault."""
    try:
        with alone(path, data_key):
            return True
    except OfficeFault as fault:
        if fault.code == "in_use":
            return False
        raise


@contextlib.contextmanager
def _named(path: Path) -> Iterator[None]:
    """Says which file is in use, where the fault itself does not."""
    try:
        yield
    except OfficeFault as fault:
        if fault.code == "in_use" and not fault.params:
            raise OfficeFault("in_use", path=str(path)) from fault
        raise
