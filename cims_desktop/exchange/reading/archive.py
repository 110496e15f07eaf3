"""A look into a spreadsheet's ZIP archive before anything parses it: bombs, entities, cells far apart."""

from __future__ import annotations

import re
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

from cims_desktop.domain.errors import UnreadableFile

_CHUNK = 1024 * 1024
_OVERLAP = 64
_MOST_EXPANDED = 4 * 1024 * 1024 * 1024
_MOST_RATIO = 150
_SMALL = 64 * 1024 * 1024
_MOST_PARTS = 20_000
_WIDEST_AREA = 400_000_000
_ROW = re.compile(rb"<(?:\w+:)?row\b[^>]*?\sr=\"(\d+)\"")
_FAR_COLUMN = re.compile(rb"\sr=\"([A-Z]{3})\d+\"")
_ENCRYPTED_FLAG = 0x1


@dataclass
class Inside:
    """What the sheets hold: number of cells, the last row's number, the farthest column with three
    letters.
    """

    cells: int = 0
    last_row: int = 0
    last_column: int = 26


def inspect(path: Path) -> Inside:
    """Streams every XML part once.

    Raises UnreadableFile: expands_too_much, xml_entities, cells_far_apart, password_protected, damaged.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _refuse_bombs(parts, path.stat().st_size)
            inside = Inside()
            for part in parts:
                if part.flag_bits & _ENCRYPTED_FLAG:
                    raise UnreadableFile("password_protected")
                if part.filename.lower().endswith((".xml", ".rels")):
                    _look_at(archive, part, inside)
    except (
        zipfile.BadZipFile,
        zlib.error,
        OSError,
        EOFError,
        RuntimeError,
        NotImplementedError,
        ValueError,
    ) as error:
        raise UnreadableFile("damaged") from error
    if (
        inside.last_row * inside.last_column > _WIDEST_AREA
        and inside.cells * 200 < inside.last_row * inside.last_column
    ):
        raise UnreadableFile("cells_far_apart", row=inside.last_row)
    return inside


def _refuse_bombs(parts: list[zipfile.ZipInfo], size: int) -> None:
    expanded = sum(part.file_size for part in parts)
    too_much = expanded > _MOST_EXPANDED or (expanded > _SMALL and expanded > size * _MOST_RATIO)
    if too_much or len(parts) > _MOST_PARTS:
        raise UnreadableFile("expands_too_much", megabytes=expanded // 1_000_000)


def _look_at(archive: zipfile.ZipFile, part: zipfile.ZipInfo, inside: Inside) -> None:
    """One part in pieces; the pieces overlap a little, so that no tag is missed at a border."""
    is_sheet = "sheets/" in part.filename.replace("\\", "/").lower() or part.filename.endswith("content.xml")
    tail, first = b"", True
    with archive.open(part) as stream:
        while piece := stream.read(_CHUNK):
            block = tail + piece
            if first and (
                b"<!DOCTYPE" in block[:65536] or b"<!ENTITY" in block[:65536] or _wide_doctype(block)
            ):
                raise UnreadableFile("xml_entities")
            if is_sheet:
                _count(block, len(tail), inside)
            tail, first = block[-_OVERLAP:], False


def _wide_doctype(block: bytes) -> bool:
    """The same in UTF-16."""
    return b"<\x00!\x00D\x00O" in block[:65536] or b"\x00<\x00!\x00D\x00O" in block[:65536]


def _count(block: bytes, seen: int, inside: Inside) -> None:
    inside.cells += block.count(b"<c ", max(seen - 2, 0)) + block.count(b":c ", max(seen - 2, 0))
    last = block.rfind(b"<row ")
    last = last if last >= 0 else block.rfind(b":row ") - 2
    if last >= 0 and (row := _ROW.search(block, max(last, 0))):
        inside.last_row = max(inside.last_row, int(row[1]))
    for far in _FAR_COLUMN.finditer(block):
        letters = far[1]
        column = (letters[0] - 64) * 676 + (letters[1] - 64) * 26 + letters[2] - 64
        inside.last_column = max(inside.last_column, column)
