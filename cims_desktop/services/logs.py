"""The program's log: JSON lines with the Elastic Common Schema's field names, rotated, without customer
data.

What may hold customer data is dropped here, not trusted to each caller: values for a message's placeholders
are never put in, extra fields pass only by name (`SAFE_FIELDS`), an exception gives its type, code and
places but not its text, and of other libraries' messages only the logger, level and place remain.
"""

from __future__ import annotations

import contextlib
import json
import logging
import logging.handlers
import os
import sys
import time
import traceback
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from io import TextIOWrapper
from pathlib import Path
from typing import Final

import cims_desktop
from cims_desktop.domain.errors import CimsError
from cims_desktop.storage.files import PRIVATE_FILE, private_folder

LOG_FILE: Final = "cims-desktop.log"
FILE_BYTES: Final = 1_000_000
FILES: Final = 5
OWN: Final = "cims_desktop"
SAFE_FIELDS: Final = {
    "event_action": "event.action",
    "event_outcome": "event.outcome",
    "event_duration": "event.duration",  # nanoseconds, as the schema has it
    "duration_ms": "cims.duration_ms",
    "error_type": "error.type",
    "error_code": "error.code",
    "rows": "cims.rows",
    "files": "cims.files",
    "schema": "cims.schema",
}
"""Fields of `extra` that are written, and their names in the schema; only numbers and plain identifiers
pass.
"""

_WITHHELD: Final = "(withheld)"
_log = logging.getLogger(__name__)


class EcsFormatter(logging.Formatter):
    """One JSON object a line."""

    def format(self, record: logging.LogRecord) -> str:
        """The line of `record`; newlines inside are escaped, so that no text can forge a second line."""
        own = record.name == OWN or record.name.startswith(OWN + ".")
        line: dict[str, object] = {
            "@timestamp": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "log.level": record.levelname.lower(),
            "message": record.msg if own and isinstance(record.msg, str) else _WITHHELD,
            "ecs.version": "8.11",
            "service.name": "cims-desktop",
            "service.version": cims_desktop.__version__,
            "process.pid": record.process,
            "process.thread.name": record.threadName,
            "log.logger": record.name,
            "log.origin.function": record.funcName,
            "log.origin.file.line": record.lineno,
        }
        for name, field in SAFE_FIELDS.items():
            value = getattr(record, name, None)
            if value is not None:
                line[field] = _safe(value)
        if record.exc_info and record.exc_info[1] is not None:
            line.update(error_fields(record.exc_info[1]))
        return json.dumps(line, ensure_ascii=True)


class PrivateRotatingHandler(logging.handlers.RotatingFileHandler):
    """Rotates as the standard one does; files are for the owner alone, and a full disk never stops the
    program.

    Two processes may log to one file: each line is one write, and a handler whose file another process has
    rotated away opens the new one.
    """

    def _open(self) -> TextIOWrapper:
        handle = os.open(self.baseFilename, os.O_WRONLY | os.O_CREAT | os.O_APPEND, PRIVATE_FILE)
        return os.fdopen(handle, "a", encoding="utf-8")

    def emit(self, record: logging.LogRecord) -> None:
        """Write `record` to the file that now has the log's name."""
        with contextlib.suppress(OSError):
            self._follow()
        super().emit(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - logging's own name
        """Nothing: a log that can't be written must not reach the person at work."""

    def _follow(self) -> None:
        if self.stream is None or sys.platform == "win32":  # Windows doesn't let an open file be renamed
            return
        here = os.fstat(self.stream.fileno())
        try:
            there = Path(self.baseFilename).stat()
        except FileNotFoundError:
            there = None
        if there is None or (here.st_ino, here.st_dev) != (there.st_ino, there.st_dev):
            self.stream.close()
            self.stream = self._open()


def configure(folder: Path, level: int = logging.INFO) -> Path:
    """Log to `folder` (made if needed, for the owner alone) from now on; returns the log's path.

    Five files of 1 MB are kept. Called again, it moves the log. Raises OfficeFault when the folder can't be
    made.
    """
    path = private_folder(folder) / LOG_FILE
    handler = PrivateRotatingHandler(
        path, maxBytes=FILE_BYTES, backupCount=FILES - 1, delay=True, encoding="utf-8"
    )
    handler.setFormatter(EcsFormatter())
    root = logging.getLogger()
    for earlier in [each for each in root.handlers if isinstance(each, PrivateRotatingHandler)]:
        root.removeHandler(earlier)
        earlier.close()
    root.addHandler(handler)
    root.setLevel(logging.WARNING)
    logging.getLogger(OWN).setLevel(level)
    return path


@contextlib.contextmanager
def timed(name: str, clock: Callable[[], int] = time.perf_counter_ns) -> Iterator[None]:
    """Log how long the block (or the function it decorates) took and whether it ended well.

    `name` is the use case, "customers.amend"; `clock` returns nanoseconds. A failure logs its type and, for
    a known fault, its code; the exception itself goes on.
    """
    started = clock()
    outcome = "failure"
    try:
        yield
        outcome = "success"
    finally:
        taken = clock() - started
        fields: dict[str, object] = {
            "event_action": name,
            "event_outcome": outcome,
            "event_duration": taken,
            "duration_ms": round(taken / 1e6, 3),
        }
        error = sys.exc_info()[1] if outcome == "failure" else None
        if error is not None:
            fields["error_type"] = type(error).__name__
        if isinstance(error, CimsError):
            fields["error_code"] = error.code
        _log.info("call", extra=fields)


def error_fields(error: BaseException) -> dict[str, object]:
    """What may be kept of an exception: its type, the code of a known fault, and the places it went through.

    No message and no local variable: both may hold what somebody typed.
    """
    kind = type(error)
    fields: dict[str, object] = {"error.type": f"{kind.__module__}.{kind.__qualname__}"}
    if isinstance(error, CimsError):
        fields["error.code"] = error.code
    fields["error.stack_trace"] = "\n".join(_chain(error))
    return fields


def _chain(error: BaseException) -> Iterator[str]:
    """The exception and its causes, newest first, each with its frames."""
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        yield type(current).__name__
        for frame, line in traceback.walk_tb(current.__traceback__):
            code = frame.f_code
            yield f"  {_short(code.co_filename)}:{line} {code.co_name}"
        current = current.__cause__ or current.__context__


def _short(filename: str) -> str:
    """The path from the package on: what stands before names the computer's user."""
    parts = Path(filename).parts
    for root in (OWN, "site-packages"):
        if root in parts:
            return "/".join(parts[len(parts) - 1 - parts[::-1].index(root) :])
    return parts[-1] if parts else filename


def _safe(value: object) -> object:
    """Numbers and identifiers as they are; anything that could be a person's text is withheld."""
    if isinstance(value, bool | int | float):
        return value
    if (
        isinstance(value, str)
        and value.isascii()
        and len(value) <= 80
        and value.replace(".", "_").isidentifier()
    ):
        return value
    return _WITHHELD
