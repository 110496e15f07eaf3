"""Turns what the database driver reports into known faults; anything else stays a bug."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy.exc
from sqlcipher3 import dbapi2

from cims_desktop.domain.errors import Cancelled, OfficeFault

# Primary result codes of SQLite, https://www.sqlite.org/rescode.html
_BUSY, _LOCKED, _READONLY, _INTERRUPT, _IOERR, _CORRUPT, _FULL, _CANTOPEN, _NOTADB = (
    5,
    6,
    8,
    9,
    10,
    11,
    13,
    14,
    26,
)

_FAULTS = {
    _BUSY: "in_use",
    _LOCKED: "in_use",
    _READONLY: "read_only",
    _IOERR: "disk_error",
    _CORRUPT: "damaged",
    _FULL: "disk_full",
    _CANTOPEN: "no_access",
    _NOTADB: "wrong_key",
}


def fault_of(error: BaseException) -> Exception | None:
    """The known fault behind a driver's error, or None when it is a bug."""
    original = getattr(error, "orig", error)
    code = getattr(original, "sqlite_errorcode", None)
    primary = code & 0xFF if code is not None else _code_from_words(str(original))
    if primary == _INTERRUPT:
        return Cancelled()
    return OfficeFault(_FAULTS[primary]) if primary in _FAULTS else None


def _code_from_words(words: str) -> int | None:
    """sqlcipher3 gives no result code on some paths; its messages are SQLite's fixed English ones."""
    known = {
        "database is locked": _BUSY, "database table is locked": _LOCKED, "readonly database": _READONLY,
        "interrupted": _INTERRUPT, "disk I/O error": _IOERR, "malformed": _CORRUPT, "is full": _FULL,
        "unable to open": _CANTOPEN, "not a database": _NOTADB,
    }  # fmt: skip
    return next((code for phrase, code in known.items() if phrase in words), None)


@contextmanager
def known_faults() -> Iterator[None]:
    """Within it, driver errors that are foreseen become OfficeFault or Cancelled, with their cause."""
    try:
        yield
    except sqlalchemy.exc.TimeoutError as error:  # all connections of this process are busy
        raise OfficeFault("busy") from error
    except (sqlalchemy.exc.DBAPIError, dbapi2.Error) as error:
        fault = fault_of(error)
        if fault is None:
            raise
        raise fault from error
