"""Inside the reader process: judges a whole table, and streams its rows."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice
from pathlib import Path

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading import archive, delimited
from cims_desktop.exchange.reading.columns import ColumnJudge, judge_batch
from cims_desktop.exchange.reading.formats import judge_format
from cims_desktop.exchange.reading.headers import judge_header
from cims_desktop.exchange.reading.model import (
    Cell,
    ReadOptions,
    SourceRow,
    TableDescription,
    TableFormat,
)
from cims_desktop.exchange.reading.spreadsheets import Workbook
from cims_desktop.exchange.synonyms import is_known_header

_FIRST = 60
_SAMPLE = 50
_BATCH = 2000

Record = tuple[int, Sequence[Cell]]
Report = Callable[[int, int | None], None]
"""Called with how much was read and of how much (bytes of a text file, rows of a sheet)."""


class TableReader:
    """One foreign file with the options given for it."""

    def __init__(self, path: Path, options: ReadOptions, report: Report) -> None:
        """Raises UnreadableFile."""
        self._path = path
        self._report = report
        self.format = judge_format(path)
        self._book: Workbook | None = None
        self.options = options
        if self.format.is_text:
            self.options = delimited.complete(path, options)
        else:
            inside = None if self.format is TableFormat.XLS else archive.inspect(path)
            self._book = Workbook(path, inside)

    def describe(self) -> TableDescription:
        """Judges the table by all of its rows. Raises UnreadableFile (empty and all that reading raises)."""
        facts = _Facts()
        sheets = self._described_sheets(facts)
        if facts.options is None:
            raise UnreadableFile("empty")
        options = replace(facts.options, sheets=sheets)
        width = max(
            (index + 1 for index, judge in enumerate(facts.judges) if judge.header or judge.filled), default=0
        )
        loose = options.delimiter == ";"
        return TableDescription(
            self.format,
            options,
            tuple(judge.facts(loose) for judge in facts.judges[:width]),
            facts.rows,
            tuple(facts.sample),
            self._book.sheets if self._book else (),
            self._book.hidden if self._book else (),
            facts.replaced,
            facts.ragged,
        )

    def rows(self) -> Iterator[SourceRow]:
        """Every data row of the chosen sheets. Raises UnreadableFile."""
        sheets = self.options.sheets or ("",)
        for sheet in sheets:
            skip = (self.options.skip_rows or 0) + bool(self.options.header)
            for number, cells in islice(self._records(sheet), skip, None):
                yield SourceRow(number, tuple(cells), sheet)

    def _records(self, sheet: str) -> Iterator[Record]:
        if self._book is not None:
            return iter(self._book.records(sheet))
        size = self._path.stat().st_size
        return iter(delimited.records(self._path, self.options, lambda done: self._report(done, size)))

    def _described_sheets(self, facts: _Facts) -> tuple[str, ...]:
        """Describes the chosen sheets; with none chosen, the first visible one that holds anything and
        its likes.
        """
        if self._book is None:
            facts.take("", self._records(""), self.options)
            return ()
        taken = []
        for sheet in self.options.sheets or self._book.sheets:
            if facts.take(sheet, self._records(sheet), self.options):
                taken.append(sheet)
            self._report(facts.rows, None)
        return tuple(taken)


class _Facts:
    """What was seen so far in one table, which may go on over several sheets with the same header."""

    def __init__(self) -> None:
        self.options: ReadOptions | None = None
        self.judges: list[ColumnJudge] = []
        self.sample: list[SourceRow] = []
        self.rows = 0
        self.replaced = 0
        self.ragged = 0
        self._header: tuple[str, ...] = ()

    def take(self, sheet: str, records: Iterator[Record], given: ReadOptions) -> bool:
        """Looks at all rows of a sheet. False when it is empty or another table than the first."""
        first = list(islice(records, _FIRST))
        if not first:
            return False
        options = _with_header(given, [cells for _, cells in first])
        skip = options.skip_rows or 0
        header = _titles(first[skip][1]) if options.header and len(first) > skip else ()
        if self.options is not None and (not header or header != self._header):
            return False
        if self.options is None:
            self.options, self._header = options, header
            self.judges = [ColumnJudge(title) for title in header]
        self._judge(sheet, islice(chain(first, records), skip + bool(options.header), None))
        return True

    def _judge(self, sheet: str, records: Iterator[Record]) -> None:
        while batch := list(islice(records, _BATCH)):
            judge_batch(self.judges, [cells for _, cells in batch])
            self.rows += len(batch)
            width = len(self._header)
            self.ragged += sum(1 for _, cells in batch if width and len(cells) > width and any(cells[width:]))
            self.replaced += sum(
                cell.count("\ufffd") for _, cells in batch for cell in cells if isinstance(cell, str)
            )
            for number, cells in batch[: _SAMPLE - len(self.sample)]:
                self.sample.append(SourceRow(number, tuple(cells), sheet))


def _with_header(given: ReadOptions, rows: Sequence[Sequence[Cell]]) -> ReadOptions:
    skip, has_header = judge_header(rows[given.skip_rows or 0 :], is_known_header)
    return replace(
        given,
        skip_rows=skip if given.skip_rows is None else given.skip_rows,
        header=has_header if given.header is None else given.header,
    )


def _titles(cells: Sequence[Cell]) -> tuple[str, ...]:
    titles = ["" if cell is None else str(cell).strip() for cell in cells]
    while titles and not titles[-1]:
        titles.pop()
    return tuple(titles)
