"""Reads XLSX, XLSB, XLS and ODS through calamine, after a look at the archive's inside."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading.archive import Inside
from cims_desktop.exchange.reading.model import Cell

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

Record = tuple[int, list[Cell]]


class Workbook:
    """An open spreadsheet file. `sheets` are the visible worksheets, `hidden` the others."""

    def __init__(self, path: Path, inside: Inside | None) -> None:
        """Raises UnreadableFile: password_protected, damaged, no_sheets."""
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        self._book = _open(path)
        self._inside = inside
        worksheets = [meta for meta in self._book.sheets_metadata if meta.typ == SheetTypeEnum.WorkSheet]
        self.sheets = tuple(meta.name for meta in worksheets if meta.visible == SheetVisibleEnum.Visible)
        self.hidden = tuple(meta.name for meta in worksheets if meta.visible != SheetVisibleEnum.Visible)
        if not worksheets:
            raise UnreadableFile("no_sheets")

    def records(self, name: str) -> Iterator[Record]:
        """The rows of a sheet that are not empty, with their numbers.

        Raises UnreadableFile: sheet_missing (sheet), damaged.
        """
        from python_calamine import CalamineError, WorksheetNotFound

        try:
            sheet = self._book.get_sheet_by_name(name)
        except WorksheetNotFound as error:
            raise UnreadableFile("sheet_missing", sheet=name) from error
        except (CalamineError, OSError, ValueError) as error:
            raise UnreadableFile("damaged", sheet=name) from error
        if sheet.start is None:
            if self._inside is not None and self._inside.cells and len(self.sheets) + len(self.hidden) == 1:
                raise UnreadableFile("damaged", sheet=name)  # cells are there, and none was understood
            return
        blanks: list[Cell] = [None] * sheet.start[1]
        for number, cells in enumerate(sheet.iter_rows(), start=1):
            if any(cell != "" for cell in cells):
                yield number, blanks + [_tidy(cell) for cell in cells]


def _open(path: Path) -> CalamineWorkbook:
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError

    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise UnreadableFile("password_protected") from error
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableFile("damaged") from error


def _tidy(cell: Any) -> Cell:
    """Whole floats become integers (a telephone number is no 1.38E10), durations and times become text."""
    if isinstance(cell, str):
        return cell or None
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < 2**53 else cell
    if isinstance(cell, (bool, int, date, datetime)):
        return cell
    if isinstance(cell, timedelta):
        seconds = round(cell.total_seconds())
        return f"{seconds // 3600}:{seconds % 3600 // 60:02d}:{seconds % 60:02d}"
    if isinstance(cell, time):
        return cell.isoformat()
    return str(cell)
