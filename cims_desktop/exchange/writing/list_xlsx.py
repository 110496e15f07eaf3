"""Writes a list of any length to XLSX: typed cells, frozen header, filter buttons, flat memory."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.progress import Task
from cims_desktop.exchange.writing.files import WrittenFile, checksum, complete_or_nothing
from cims_desktop.exchange.writing.guards import encodable

if TYPE_CHECKING:
    from rustpy_xlsxwriter import Format

ROWS_PER_SHEET = 1_048_575
"""Data rows below the header on one sheet."""

_LONGEST_TEXT = 32_767
_LARGEST_EXACT = 2**53
_REPORT_EVERY = 2000
_NOT_IN_XML = re.compile("[\ufffe\uffff]")
_FIRST_YEAR = 1900
_DATETIME_FORMAT = "yyyy-mm-dd hh:mm"
_PRINT = {
    "landscape": True, "paper_size": 9, "repeat_rows": 0, "fit_to_pages": (1, 0), "footer": "&C&P / &N",
}  # fmt: skip
"""A4 across, one page wide, the header on each page, page numbers."""

_ACCENT, _ON_ACCENT = "#E8EEF7", "#1F2937"


class ColumnType(StrEnum):
    """What a column's cells are. MONEY: an int is minor units, a Decimal major units; dates before 1900
    become text.
    """

    TEXT = "text"
    NUMBER = "number"
    INTEGER = "integer"
    MONEY = "money"
    DATE = "date"
    DATETIME = "datetime"


@dataclass(frozen=True)
class Column:
    """One column: `width` in characters; `digits` are the decimals of MONEY and NUMBER."""

    title: str
    kind: ColumnType = ColumnType.TEXT
    width: float = 16
    digits: int = 2


def write_list_xlsx(
    path: Path,
    columns: Sequence[Column],
    rows: Iterable[Sequence[object]],
    sheet_title: str,
    *,
    total: int | None = None,
    task: Task | None = None,
    rows_per_sheet: int = ROWS_PER_SHEET,
) -> WrittenFile:
    """Writes `rows` (from a generator, if you like) under `columns`; goes on to further sheets past
    `rows_per_sheet`.

    `total` is the number of rows; without it (and without a length) there is one sheet. Datetimes are
    written as
    their own wall clock. Reports the stage ``write``. Text is text whatever it begins with: no formula is
    ever made.
    Raises CimsError (those of `complete_or_nothing`, too_many_rows) and Cancelled; then nothing appears.
    """
    import rustpy_xlsxwriter

    if total is None and isinstance(rows, Sized):
        total = len(rows)
    sheets = max(1, -(-(total or 0) // rows_per_sheet))
    feed = _Feed(columns, rows, total, task or Task(), rows_per_sheet)
    names = _sheet_names(sheet_title, sheets)
    titles = feed.titles
    with complete_or_nothing(path) as temporary:
        try:
            rustpy_xlsxwriter.write_worksheets(
                [(name, feed.sheet(last=name == names[-1])) for name in names],
                str(temporary),
                freeze_panes={"general": {"row": 1, "col": 0}},
                autofilter=dict.fromkeys(names, True),
                header_format={name: _header_format() for name in names},
                column_widths={name: [float(column.width) for column in columns] for name in names},
                column_formats={name: _formats(columns, titles) for name in names},
                datetime_format=_DATETIME_FORMAT,
                ignore_errors={name: _texts(columns, titles) for name in names},
                page_setup=dict.fromkeys(names, _PRINT),
            )
        except RuntimeError as error:
            raise _as_os_error(error) from error
        feed.task.step("write", feed.written, total)
        return WrittenFile(feed.written, checksum(temporary), sheets, feed.altered)


class _Feed:
    """Turns rows into the writer's dictionaries, sheet by sheet, and counts."""

    def __init__(
        self,
        columns: Sequence[Column],
        rows: Iterable[Sequence[object]],
        total: int | None,
        task: Task,
        limit: int,
    ) -> None:
        self.titles = unique_titles([column.title for column in columns])
        self.written = 0
        self.altered = 0
        self.task = task
        self._rows = iter(rows)
        self._total = total
        self._limit = limit
        self._converters = [self._converter(column) for column in columns]

    def sheet(self, last: bool) -> Iterator[dict[str, object]]:
        """The rows of the next sheet. An empty sheet gets one blank row, because only then it has a
        header.
        """
        empty = True
        for row in islice(self._rows, self._limit):
            empty = False
            if self.written % _REPORT_EVERY == 0:
                self.task.step("write", self.written, self._total)
            self.written += 1
            yield {
                title: None if cell is None else convert(cell)
                for title, convert, cell in zip(self.titles, self._converters, row, strict=True)
            }
        if empty:
            yield dict.fromkeys(self.titles)
        if last and next(self._rows, None) is not None:
            raise CimsError("too_many_rows", limit=self.written)

    def _converter(self, column: Column) -> Callable[[Any], object]:
        digits = column.digits
        match column.kind:
            case ColumnType.TEXT:
                return self._text
            case ColumnType.MONEY:
                return lambda cell: self._number(
                    Decimal(cell).scaleb(-digits) if isinstance(cell, int) else cell
                )
            case ColumnType.NUMBER | ColumnType.INTEGER:
                return self._number
            case ColumnType.DATE | ColumnType.DATETIME:
                return self._moment

    def _text(self, cell: object) -> str:
        text = cell if isinstance(cell, str) else str(cell)
        if len(text) > _LONGEST_TEXT:
            self.altered += 1
            text = text[: _LONGEST_TEXT - 1] + "…"
        if text.isascii():
            return text
        clean = _NOT_IN_XML.sub("\ufffd", encodable(text))
        if clean != text:
            self.altered += 1
        return clean

    def _number(self, cell: object) -> object:
        if isinstance(cell, Decimal):
            return float(cell)
        if isinstance(cell, (int, float)):
            return cell if abs(cell) <= _LARGEST_EXACT else self._text(cell)
        return self._text(cell)

    def _moment(self, cell: object) -> object:
        if isinstance(cell, date):
            if cell.year < _FIRST_YEAR:
                return cell.isoformat()
            return cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell
        return self._text(cell)


def unique_titles(titles: Sequence[str]) -> list[str]:
    """Titles that name one column each: a second ``Phone`` becomes ``Phone (2)``, an empty one its number."""
    taken: list[str] = []
    for index, title in enumerate(titles, start=1):
        base = encodable(title)[:200] or str(index)
        name, count = base, 2
        while name in taken:
            name, count = f"{base} ({count})", count + 1
        taken.append(name)
    return taken


def _sheet_names(title: str, sheets: int) -> list[str]:
    """Valid, different sheet names of at most 31 characters."""
    base = re.sub(r"[\[\]:*?/\\\x00-\x1f]", " ", encodable(title)).strip().strip("'") or "1"
    if base.casefold() == "history":  # Excel keeps this name for itself
        base = f"{base} 1"
    if sheets == 1:
        return [base[:31]]
    return [f"{base[:25]} {number}" for number in range(1, sheets + 1)]


def _header_format() -> Format:
    from rustpy_xlsxwriter import Format

    plain: Format = Format()
    return plain.set_bold().set_background_color(_ACCENT).set_font_color(_ON_ACCENT).set_text_wrap()


def _formats(columns: Sequence[Column], titles: Sequence[str]) -> dict[str, Format]:
    from rustpy_xlsxwriter import Format

    codes = {
        ColumnType.TEXT: "@",
        ColumnType.INTEGER: "#,##0",
        ColumnType.NUMBER: "General",
        ColumnType.DATE: "yyyy-mm-dd",
        ColumnType.DATETIME: _DATETIME_FORMAT,
    }
    return {
        title: Format().set_num_format(codes.get(column.kind) or money_format(column.digits))
        for title, column in zip(titles, columns, strict=True)
    }


def money_format(digits: int) -> str:
    """The number format of amounts with `digits` decimals."""
    return "#,##0" + ("." + "0" * digits if digits else "")


def _texts(columns: Sequence[Column], titles: Sequence[str]) -> list[str]:
    """The columns where digits are text on purpose, so that Excel shows no green corners."""
    return [title for title, column in zip(titles, columns, strict=True) if column.kind is ColumnType.TEXT]


def _as_os_error(error: RuntimeError) -> Exception:
    """The writer wraps what the system said in words: ``... (os error 28)``."""
    found = re.search(r"os error (\d+)", str(error))
    return OSError(int(found[1]), str(error)) if found else error
