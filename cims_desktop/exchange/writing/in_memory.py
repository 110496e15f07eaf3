"""Saves an openpyxl workbook without a temporary file in between."""

# ruff: noqa: SLF001 - openpyxl offers no public way past its temporary files; the test of it tells when that changes

from __future__ import annotations

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from openpyxl import Workbook


def save_in_memory(book: Workbook, path: Path) -> None:
    """Writes an ordinary (not a write-only) workbook to `path`.

    `Workbook.save` puts each sheet into a file of the system's temporary folder first, in plain text, and a
    program that is killed leaves it there. Here the sheets are built in memory. Raises OSError.
    """
    from zipfile import ZIP_DEFLATED, ZipFile

    from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
    from openpyxl.worksheet._writer import WorksheetWriter
    from openpyxl.writer.excel import ExcelWriter

    class InMemory(ExcelWriter):  # type: ignore[misc,unused-ignore]
        """As it is, except where a sheet goes on its way."""

        def write_worksheet(self, ws: Any) -> None:
            """Adds one sheet to the archive; `_write_worksheets` then writes its charts and relations."""
            ws._drawing = SpreadsheetDrawing()
            ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
            writer = WorksheetWriter(ws, BytesIO())
            writer.write()
            ws._rels = writer._rels
            self._archive.writestr(ws.path[1:], writer.out.getvalue())
            self.manifest.append(ws)

    book.properties.modified = datetime.now(UTC).replace(tzinfo=None)
    InMemory(book, ZipFile(path, "w", ZIP_DEFLATED)).save()
