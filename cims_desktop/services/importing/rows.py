"""Rows on their way: their place in the file, what was read, and where refused ones are noted."""

from __future__ import annotations

import json
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Protocol

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.applying import RowProblems
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.reading import SourceRow, read_rows
from cims_desktop.services.importing.outcome import LISTED, Tally
from cims_desktop.services.importing.plan import ImportPlan
from cims_desktop.storage.staging import RefusedRows

CHUNK = 500


@dataclass(frozen=True)
class Row:
    """One row: `place` counts rows from 0, `record` is what judging made of it."""

    place: int
    source: SourceRow
    record: object


Chunk = list[SourceRow]

Judging = Callable[[Iterator[Chunk]], Iterator[tuple[Chunk, Sequence[object]]]]
"""Makes each row of each chunk a record for the stager, or RowProblems."""

Refused = tuple[int, RowProblems]
"""A refused row with its place in the file."""


class Stager(Protocol):
    """Judges and stages the rows of one kind of import."""

    def take(self, rows: Sequence[Row], spoilt: Sequence[Refused]) -> None:
        """Takes the next rows; `spoilt` ones among them became no record and are refused already."""

    def complete(self, task: Task) -> None:
        """After the last row: settles what needs all of them."""


class Refusals:
    """Notes refused rows: the first thousand for the outcome, all of them in an encrypted file."""

    def __init__(self, folder: Path, tally: Tally) -> None:
        self._folder = folder
        self._tally = tally
        self._file: RefusedRows | None = None
        self._pending: list[tuple[int, int, str, str]] = []

    def refuse(self, place: int, refused: RowProblems) -> None:
        """Refuses one row."""
        self._tally.refused += 1
        if len(self._tally.listed) < LISTED:
            self._tally.listed.append(refused)
        text = json.dumps(
            [[p.field, p.code, p.value, _plain(p)] for p in refused.problems], ensure_ascii=True
        )
        self._pending.append((place, refused.row, refused.sheet, text))
        if len(self._pending) >= CHUNK:
            self.flush()

    def flush(self) -> None:
        """Writes what is still in memory."""
        if self._pending:
            if self._file is None:
                self._file = RefusedRows(self._folder)
            self._file.put(self._pending)
            self._pending = []

    def after(self, place: int) -> Iterator[tuple[int, tuple[Problem, ...]]]:
        """All refused rows behind a place: (place, problems), in the order of the file."""
        self.flush()
        while self._file is not None:
            page = self._file.page(place, CHUNK)
            for at, _row, _sheet, text in page:
                yield at, tuple(Problem(*parts) for parts in json.loads(text))
            place = page[-1][0] if page else place
            if len(page) < CHUNK:
                return

    def close(self) -> None:
        """Forgets all of them."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _plain(problem: Problem) -> dict[str, object]:
    return {
        name: value if isinstance(value, (int, float)) else str(value)
        for name, value in problem.params.items()
    }


def read_all(
    plan: ImportPlan, judging: Judging, stager: Stager, refusals: Refusals, tally: Tally, task: Task
) -> None:
    """Reads the file, has its rows judged a few hundred at a time, and hands them to the stager.

    Raises UnreadableFile, Cancelled.
    """
    with closing(sources_of(plan, task)) as sources:
        for chunk, records in judging(_chunks(sources)):
            start = tally.read
            tally.read += len(chunk)
            fit: list[Row] = []
            spoilt: list[Refused] = []
            for place, (source, record) in enumerate(zip(chunk, records, strict=True), start):
                if isinstance(record, RowProblems):
                    refusals.refuse(place, record)
                    spoilt.append((place, record))
                else:
                    fit.append(Row(place, source, record))
            _count_cells(plan.mapping, fit, tally)
            stager.take(fit, spoilt)
            task.step("check", tally.read)
    stager.complete(task)


def _chunks(sources: Iterator[SourceRow]) -> Iterator[Chunk]:
    while chunk := list(islice(sources, CHUNK)):
        yield chunk


def sources_of(plan: ImportPlan, task: Task) -> Generator[SourceRow]:
    """The file's rows; closing it ends the reader process."""
    yield from read_rows(plan.path, plan.options, task)


def _count_cells(mapping: Mapping, rows: Sequence[Row], tally: Tally) -> None:
    """How many cells of each mapped column arrive."""
    for each in mapping.columns:
        at = each.column
        filled = sum(
            1 for row in rows if at < len(row.source.cells) and row.source.cells[at] not in (None, "")
        )
        tally.columns[each.header or str(at + 1)] += filled


def refused(row: Row, *problems: Problem) -> RowProblems:
    """A row that its own values or the office's refuse."""
    return RowProblems(row.source.number, problems, row.source.cells, row.source.sheet)


def column_of(mapping: Mapping, field: str) -> str:
    """The title of the column that a field came from, else the field's name."""
    return next((each.header for each in mapping.columns if each.field == field and each.header), field)


def in_office_time(moment: datetime, time_zone: str) -> datetime:
    """A moment of a file as an aware one: without an offset it is the office's wall clock."""
    from zoneinfo import ZoneInfo

    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(time_zone))
