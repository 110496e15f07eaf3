"""What reading a foreign table yields: how it was read, its columns, its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

Cell = str | int | float | Decimal | date | datetime | bool | None
"""One cell. Text files yield strings only; spreadsheets their own types, None for an empty cell."""

WHITESPACE = "whitespace"
"""The delimiter of fixed layouts: any run of spaces and tabs."""


class TableFormat(StrEnum):
    """The kind of file, judged by its content."""

    CSV = "csv"
    XLSX = "xlsx"
    XLSB = "xlsb"
    XLS = "xls"
    ODS = "ods"

    @property
    def is_text(self) -> bool:
        """Whether cells come without types and the dialect matters."""
        return self is TableFormat.CSV


class DateOrder(StrEnum):
    """In which order day, month and year stand in a column. NONE: no such dates; MIXED: the column
    contradicts itself.
    """

    NONE = ""
    YMD = "ymd"
    DMY = "dmy"
    MDY = "mdy"
    AMBIGUOUS = "ambiguous"
    MIXED = "mixed"


class DecimalMark(StrEnum):
    """Which sign separates decimals in a column. NONE: no such numbers; MIXED: the column contradicts
    itself.
    """

    NONE = ""
    POINT = "."
    COMMA = ","
    AMBIGUOUS = "ambiguous"
    MIXED = "mixed"


class ColumnKind(StrEnum):
    """What most of a column's cells look like."""

    EMPTY = "empty"
    TEXT = "text"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    EMAIL = "email"
    PHONE = "phone"
    FLAG = "flag"


_Judged = TypeVar("_Judged", DateOrder, DecimalMark)


@dataclass(frozen=True)
class ReadOptions:
    """How to read a table. None means: judge it from the content. A person may correct any of them.

    `quote` and `escape` are one character or empty (none). `skip_rows` counts the rows
    above the header or first row that are not blank.
    `sheets` are read one after the other.
    """

    encoding: str | None = None
    delimiter: str | None = None
    quote: str | None = None
    escape: str | None = None
    header: bool | None = None
    skip_rows: int | None = None
    sheets: tuple[str, ...] = ()


@dataclass(frozen=True)
class ColumnFacts:
    """What was seen in one whole column."""

    header: str
    filled: int = 0
    kind: ColumnKind = ColumnKind.EMPTY
    date_order: DateOrder = DateOrder.NONE
    decimal_mark: DecimalMark = DecimalMark.NONE


@dataclass(frozen=True)
class SourceRow:
    """One data row: `number` as a spreadsheet shows it (from 1, the header counts), the sheet it stands
    in.
    """

    number: int
    cells: tuple[Cell, ...]
    sheet: str = ""


@dataclass(frozen=True)
class TableDescription:
    """How a file was read: pass `options` on to `read_rows`.

    `rows` counts data rows that are not empty. `sheets` are the visible ones, `hidden_sheets` are never
    chosen
    unasked. `replaced` counts characters that the encoding could not read. `sample` is the first fifty
    data rows.
    """

    format: TableFormat
    options: ReadOptions
    columns: tuple[ColumnFacts, ...]
    rows: int
    sample: tuple[SourceRow, ...] = ()
    sheets: tuple[str, ...] = ()
    hidden_sheets: tuple[str, ...] = ()
    replaced: int = 0
    ragged_rows: int = 0

    @property
    def headers(self) -> tuple[str, ...]:
        """The column titles; empty strings where the file has no header row."""
        return tuple(column.header for column in self.columns)

    @property
    def date_order(self) -> DateOrder:
        """The order of all date columns together."""
        return _agreed([column.date_order for column in self.columns], DateOrder)

    @property
    def decimal_mark(self) -> DecimalMark:
        """The decimal mark of all number columns together."""
        return _agreed([column.decimal_mark for column in self.columns], DecimalMark)


def _agreed(found: list[_Judged], kinds: type[_Judged]) -> _Judged:
    certain = {value for value in found if value not in ("", "ambiguous", "mixed")}
    if "mixed" in found or len(certain) > 1:
        return kinds("mixed")
    if certain:
        return certain.pop()
    return kinds("ambiguous" if "ambiguous" in found else "")
