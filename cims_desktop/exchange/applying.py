"""Applies a mapping to rows: each becomes a typed record or the list of what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import ImportRecord
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.reading.model import Cell, SourceRow
from cims_desktop.exchange.records import Filled, RowCells, build
from cims_desktop.exchange.values import text_of, unguarded


@dataclass(frozen=True)
class RowProblems:
    """A row that was refused: each problem's `field` is the column's title. `cells` are as read, for the
    rejects file.
    """

    row: int
    problems: tuple[Problem, ...]
    cells: tuple[Cell, ...] = ()
    sheet: str = ""


def apply(
    mapping: Mapping, rows: Iterable[SourceRow], *, today: date
) -> Iterator[ImportRecord | RowProblems]:
    """One record or RowProblems for every row, in order. `today` tells which two-digit birth years are past.

    Telephone numbers and mail addresses are split, not judged: that is the domain's work.
    """
    columns = sorted(mapping.columns, key=lambda each: each.column)
    headers = {each.column: each.header or f"{each.column + 1}" for each in columns}
    for row in rows:
        by_field = _sorted_by_field(mapping, columns, headers, row)
        cells = RowCells(
            row.number, row.sheet, by_field, mapping.date_order, mapping.decimal_mark, today.year
        )
        surplus = [text_of(cell) for cell in row.cells[mapping.width :]] if mapping.width else []
        if any(surplus):
            value = next(text for text in surplus if text)
            cells.problems.append(
                Problem("", "more_cells_than_titles", value[:200], {"titles": mapping.width})
            )
        record = build(mapping.kind, cells, mapping.cancel_prefix)
        if cells.problems:
            yield RowProblems(row.number, tuple(cells.problems), row.cells, row.sheet)
        else:
            yield record


def _sorted_by_field(
    mapping: Mapping, columns: list[ColumnMapping], headers: dict[int, str], row: SourceRow
) -> dict[str, list[Filled]]:
    """The filled cells by field; constants where a field has none."""
    by_field: dict[str, list[Filled]] = {}
    cells, count = row.cells, len(row.cells)
    for each in columns:
        cell = cells[each.column] if each.column < count else None
        if cell is None:
            continue
        if isinstance(cell, str):
            if mapping.unguard:
                cell = unguarded(cell)
            if not cell.strip():
                continue
        by_field.setdefault(each.field, []).append(Filled(cell, headers[each.column], each.group, each.label))
    for field, value in mapping.constants:
        by_field.setdefault(field, [Filled(value, field)])
    return by_field
