"""The refused rows of an import as CSV: to be corrected in a spreadsheet and imported again."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from cims_desktop.domain.progress import Task
from cims_desktop.exchange.mapping import Mapping
from cims_desktop.exchange.reading.model import Cell, TableDescription
from cims_desktop.exchange.writing.files import WrittenFile, checksum, complete_or_nothing
from cims_desktop.exchange.writing.guards import encodable, guarded

_REPORT_EVERY = 2000


def reject_headers(mapping: Mapping, description: TableDescription) -> tuple[str, ...]:
    """The file's own titles; where it has none, the mapped field's name, by which the next import knows
    the column.
    """
    fields = {each.column: each.field for each in mapping.columns}
    return tuple(
        column.header or fields.get(index, str(index + 1)) for index, column in enumerate(description.columns)
    )


def write_rejects_csv(
    path: Path,
    headers: Sequence[str],
    rows: Iterable[tuple[Sequence[Cell], str]],
    reason_title: str,
    task: Task | None = None,
) -> WrittenFile:
    """Writes each refused row as it was read, with the reason in a last column titled `reason_title`.

    UTF-8 with byte order mark and CR LF, as Excel wants it; formulas are guarded, and an import takes the
    guard
    off. Reports the stage ``rejects``. Raises CimsError (those of `complete_or_nothing`) and Cancelled.
    """
    task = task or Task()
    written = 0
    with complete_or_nothing(path) as temporary:
        with temporary.open("w", encoding="utf-8-sig", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([_cell(title) for title in (*headers, reason_title)])
            for cells, reason in rows:
                if written % _REPORT_EVERY == 0:
                    task.step("rejects", written)
                padded = [*cells, *[None] * (len(headers) - len(cells))]
                # What stood beyond the last title goes behind the reason: every column keeps its place.
                line = [*padded[: len(headers)], reason, *padded[len(headers) :]]
                writer.writerow([_cell(cell) for cell in line])
                written += 1
        return WrittenFile(written, checksum(temporary))


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return guarded(encodable(cell))
    return cell.isoformat() if isinstance(cell, date) else str(cell)
