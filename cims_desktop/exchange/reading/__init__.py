"""Reading foreign tables: what a file holds and its rows, always through the guarded reader process."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.reading.guard import messages
from cims_desktop.exchange.reading.model import (
    WHITESPACE,
    Cell,
    ColumnFacts,
    ColumnKind,
    DateOrder,
    DecimalMark,
    ReadOptions,
    SourceRow,
    TableDescription,
    TableFormat,
)
from cims_desktop.exchange.reading.wire import BadMessage, unpack_description, unpack_rows

__all__ = [
    "WHITESPACE",
    "Cell",
    "ColumnFacts",
    "ColumnKind",
    "DateOrder",
    "DecimalMark",
    "ReadOptions",
    "SourceRow",
    "TableDescription",
    "TableFormat",
    "describe",
    "read_rows",
]


def describe(path: Path, options: ReadOptions | None = None, task: Task | None = None) -> TableDescription:
    """How the file at `path` is to be read, judged by all of it; what `options` say is taken as said.

    Reports the stage ``describe``. Raises UnreadableFile and Cancelled.
    """
    task = task or Task()
    for message in messages("describe", path, options or ReadOptions(), task):
        if message["kind"] == "progress":
            _report(task, "describe", message)
        elif message["kind"] == "description":
            try:
                return unpack_description(message)
            except BadMessage as error:
                raise UnreadableFile("reader_failed", error="BadMessage") from error
    raise UnreadableFile("reader_failed", error="no description")


def read_rows(path: Path, options: ReadOptions, task: Task | None = None) -> Iterator[SourceRow]:
    """The data rows, in order, without blank ones. `options` are those of a description.

    Reports the stage ``read``. Raises UnreadableFile and Cancelled, also in the middle. Memory stays flat
    here.
    """
    task = task or Task()
    for message in messages("rows", path, options, task):
        if message["kind"] == "progress":
            _report(task, "read", message)
        elif message["kind"] == "rows":
            try:
                rows = unpack_rows(message)
            except BadMessage as error:
                raise UnreadableFile("reader_failed", error="BadMessage") from error
            yield from rows


def _report(task: Task, stage: str, message: dict[str, object]) -> None:
    done, total = message.get("done"), message.get("total")
    if isinstance(done, int):
        task.step(stage, done, total if isinstance(total, int) else None)
