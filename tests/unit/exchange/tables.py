"""Small foreign files, made where a test needs them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl

from cims_desktop.exchange.reading import ReadOptions, SourceRow, TableDescription, describe, read_rows

Patch = Callable[[str, bytes], bytes]


def text_file(folder: Path, text: str, encoding: str = "utf-8", name: str = "table.csv") -> Path:
    """A text file in some encoding."""
    path = folder / name
    path.write_bytes(text.encode(encoding))
    return path


def workbook(folder: Path, rows: Sequence[Sequence[object]], name: str = "table.xlsx") -> Path:
    """A workbook with one sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    path = folder / name
    book.save(path)
    return path


def patched(source: Path, name: str, patch: Patch) -> Path:
    """A copy of a workbook in which `patch` changed parts of the archive."""
    path = source.with_name(name)
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.infolist():
            new.writestr(part.filename, patch(part.filename, old.read(part)))
    return path


def in_sheet(change: Callable[[bytes], bytes]) -> Patch:
    """A patch of the first sheet's XML."""
    return lambda name, data: change(data) if name.endswith("sheet1.xml") else data


def described(path: Path, **options: object) -> TableDescription:
    """The description with some options given."""
    return describe(path, ReadOptions(**options))  # type: ignore[arg-type]


def cells(path: Path, description: TableDescription | None = None) -> list[tuple[object, ...]]:
    """The data rows as the description says."""
    description = description or describe(path)
    return [row.cells for row in read_rows(path, description.options)]


def rows(*given: Sequence[object]) -> list[SourceRow]:
    """Source rows numbered from 2, as under a header."""
    return [SourceRow(number, tuple(row)) for number, row in enumerate(given, start=2)]  # type: ignore[arg-type]
