"""Finds where a table begins: title lines above it, and whether its first row is a header."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from statistics import median

from cims_desktop.exchange.reading.model import Cell

_VALUE = re.compile(
    r"[-+(]?[¥￥$€£]?\s?\d[\d\s.,:/'-]*[%)日]?|.*\d{1,4}[-/年]\d{1,2}[-/月]\d{1,4}.*|\S+@\S+\.\S+|https?://\S+|\+\d[\d\s-]+",
    re.IGNORECASE,
)
_MOST_TITLE_LINES = 10

Row = Sequence[Cell]


def judge_header(rows: Sequence[Row], is_known: Callable[[str], bool]) -> tuple[int, bool]:
    """Looks at the first rows (blank ones left out): how many title lines stand above, and whether a
    header follows.

    Lines are taken for titles only when a header follows them: no data row is dropped.

    `is_known` tells the words that are field names in some program's export.
    """
    if not rows:
        return 0, False
    skip = _title_lines(rows)
    if skip and _is_header(rows[skip], rows[skip + 1 :], is_known):
        return skip, True
    return 0, _is_header(rows[0], rows[1:], is_known)


def _width(row: Row) -> int:
    filled = [index for index, cell in enumerate(row) if not _blank(cell)]
    return filled[-1] + 1 if filled else 0


def _blank(cell: Cell) -> bool:
    return cell is None or (isinstance(cell, str) and not cell.strip())


def _title_lines(rows: Sequence[Row]) -> int:
    """Rows above the table that have far fewer cells than the table."""
    usual = median(_width(row) for row in rows)
    if usual < 2 or len(rows) < 3:
        return 0
    for index, row in enumerate(rows[:_MOST_TITLE_LINES]):
        filled = sum(not _blank(cell) for cell in row)
        if filled * 2 > usual or filled >= 3:
            return index
    return 0


def _is_header(first: Row, body: Sequence[Row], is_known: Callable[[str], bool]) -> bool:
    titles = [cell for cell in first if not _blank(cell)]
    if not titles or any(not isinstance(cell, str) for cell in titles):
        return False
    words = [str(cell).strip() for cell in titles]
    known = sum(is_known(word) for word in words)
    if known * 3 >= len(words) and known:
        return True
    if any(_VALUE.fullmatch(word) for word in words) or max(map(len, words)) > 120:
        return False
    if not body:
        return False
    return len(set(words)) * 2 > len(words) and not _repeats_below(first, body)


def _repeats_below(first: Row, body: Sequence[Row]) -> bool:
    """Whether a title stands again in its own column further down: then it is a value."""
    return any(
        not _blank(cell) and any(len(row) > index and row[index] == cell for row in body)
        for index, cell in enumerate(first)
    )
