"""Reads text tables: records with their numbers, through the judged or given dialect."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from cims_desktop.domain.errors import UnreadableFile
from cims_desktop.exchange.reading.dialects import LONGEST_CELL, Dialect, judge_dialect, reader
from cims_desktop.exchange.reading.encodings import judge_encoding
from cims_desktop.exchange.reading.model import ReadOptions

_SAMPLE_CHARACTERS = 128 * 1024
_SAMPLE_LINES = 400
_SEPARATOR_HINT = re.compile(r"sep=(.)\s*")

_NOT_WRITTEN = frozenset(map(chr, range(32))) - set("\t\r\n\x0b\x0c\x1f") | {"\x7f", "\ufffd"}
MOST_COLUMNS = 16_384
"""As many as a spreadsheet has."""

Record = tuple[int, list[str]]
"""A record's number (from 1, as a spreadsheet shows it) and its cells."""


def complete(path: Path, options: ReadOptions) -> ReadOptions:
    """Fills what `options` leave open about encoding and dialect. Raises UnreadableFile (not_text,
    unknown_encoding).
    """
    encoding = options.encoding or judge_encoding(path)
    try:
        with open_text(path, encoding) as (text, _raw):
            sample = text.read(_SAMPLE_CHARACTERS)
    except LookupError as error:
        raise UnreadableFile("unknown_encoding", encoding=encoding) from error
    except UnicodeError as error:
        raise UnreadableFile("not_text") from error
    _refuse_rubbish(sample)
    options = replace(options, encoding=encoding)
    hint = _SEPARATOR_HINT.fullmatch(sample.split("\n", 1)[0].strip("\r\ufeff"))
    if hint is not None and options.delimiter is None:
        options = replace(
            options, delimiter=hint[1], quote=options.quote or '"', skip_rows=options.skip_rows or 1
        )
    if options.delimiter is None:
        found = judge_dialect(_whole_lines(sample))
        options = replace(options, delimiter=found.delimiter, quote=found.quote, escape=found.escape)
    return replace(
        options, quote='"' if options.quote is None else options.quote, escape=options.escape or ""
    )


@contextmanager
def open_text(path: Path, encoding: str) -> Iterator[tuple[io.TextIOWrapper, BinaryIO]]:
    """The file as text with its line ends kept, and the byte stream below (its position is the progress)."""
    with path.open("rb") as raw:
        yield io.TextIOWrapper(raw, encoding=encoding, errors="replace", newline=""), raw


def records(path: Path, options: ReadOptions, at: Callable[[int], None]) -> Iterator[Record]:
    """Every record that is not blank; `at` hears of the bytes read. Options must be complete.

    Raises UnreadableFile (cell_too_long, too_many_columns, not_text).
    """
    dialect = Dialect(options.delimiter or ",", options.quote or "", options.escape or "")
    with open_text(path, options.encoding or "utf-8") as (text, raw):
        try:
            for number, cells in enumerate(reader(_without_mark(text), dialect), start=1):
                if number % 4096 == 0:
                    at(raw.tell())
                if len(cells) > MOST_COLUMNS:
                    raise UnreadableFile("too_many_columns", limit=MOST_COLUMNS)
                if any(cells) and not (len(cells) == 1 and not cells[0].strip()):
                    yield number, cells
        except csv.Error as error:
            raise UnreadableFile("cell_too_long", limit=LONGEST_CELL) from error
        except UnicodeError as error:
            raise UnreadableFile("not_text") from error


def _without_mark(lines: io.TextIOWrapper) -> Iterator[str]:
    first = True
    for line in lines:
        yield line.lstrip("\ufeff") if first else line
        first = False


def _whole_lines(sample: str) -> str:
    """At most `_SAMPLE_LINES` lines without the last, cut one."""
    lines = sample.splitlines(keepends=True)
    if len(sample) >= _SAMPLE_CHARACTERS and len(lines) > 1:
        lines.pop()
    return "".join(lines[:_SAMPLE_LINES])


def _refuse_rubbish(sample: str) -> None:
    """Control characters in quantity are no table; a few (a stray NUL) are survived."""
    odd = sum(1 for character in sample if character in _NOT_WRITTEN)
    if odd > max(3, len(sample) // 12):
        raise UnreadableFile("not_text")
