"""Judges delimiter, quote and escape of a text table by how regular and how typed its rows become.

The measure is that of van den Burg, Nazábal and Sutton, "Wrangling messy CSV files by detecting row and type
patterns" (2019): pattern score times type score.
"""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from cims_desktop.exchange.reading.model import WHITESPACE

_DELIMITERS = (",", ";", "\t", "|", "^", "~", ":", "\x1f", "，", " ")
_FAVOURED = {
    ",": 1.0,
    ";": 1.0,
    "\t": 1.0,
    "|": 1.0,
    "\x1f": 1.0,
    "^": 0.9,
    "~": 0.9,
    "，": 0.9,
    ":": 0.5,
    " ": 0.5,
}
LONGEST_CELL = 4 * 1024 * 1024
"""Characters in one cell of a text file."""

_TYPED = re.compile(
    r"""\s*(?:
        [-+(]?[¥￥$€£]?\s?\d[\d\s.,']*[%)]?-?                              # numbers, money, percent
      | [-+]?\d*\.?\d+(?:[eE][-+]?\d+)?
      | \+?[\d\s()/.-]{5,24}(?:\#?(?:x|ext\.?|转)\s?\d+)?                  # telephone numbers
      |
      \d{1,4}[-/.年]\d{1,2}[-/.月]\d{1,4}日?(?:[T\s]\d{1,2}:\d{2}(?::\d{2})?(?:\.\d+)?\s?(?:[AaPp][Mm]|Z|[-+]\d\d:?\d\d)?)?
      | \d{1,2}:\d{2}(?::\d{2})?
      | [^\s@,;|]+@[^\s@,;|]+\.[^\s@,;|]+                                  # mail addresses
      | (?:https?|ftp)://\S+
      | (?:true|false|yes|no|n/a|null|是|否)
      | [\w'’()/&\#._\s-]+                                                 # plain words
    )\s*""",
    re.VERBOSE | re.IGNORECASE,
)


@dataclass(frozen=True)
class Dialect:
    """`quote` and `escape` may be empty."""

    delimiter: str
    quote: str = '"'
    escape: str = ""


def judge_dialect(sample: str) -> Dialect:
    """The dialect of `sample`, whole lines from the file's beginning. A single column has the delimiter
    comma.
    """
    if _is_whitespace_table(sample):
        return Dialect(WHITESPACE, "")
    best, best_score = Dialect(","), _consistency(sample, Dialect(","))
    for dialect in _candidates(sample):
        score = _consistency(sample, dialect)
        if score > best_score * 1.0001:
            best, best_score = dialect, score
    return best


def reader(lines: Iterator[str], dialect: Dialect) -> Iterator[list[str]]:
    """The records of `lines` (a text file opened with newline=""). Raises csv.Error for a cell beyond
    `LONGEST_CELL`.
    """
    if dialect.delimiter == WHITESPACE:
        return (line.split() for line in lines)
    csv.field_size_limit(LONGEST_CELL)
    return csv.reader(
        lines,
        delimiter=dialect.delimiter,
        quotechar=dialect.quote or None,
        quoting=csv.QUOTE_MINIMAL if dialect.quote else csv.QUOTE_NONE,
        escapechar=dialect.escape or None,
        doublequote=True,
        skipinitialspace=_space_before_quote(dialect),
    )


def _space_before_quote(dialect: Dialect) -> bool:
    return dialect.delimiter == " "


def _is_whitespace_table(sample: str) -> bool:
    """Columns lined up by runs of spaces: the same number of words in nearly every line, some runs longer
    than one.
    """
    lines = [line for line in sample.splitlines() if line.strip()]
    if len(lines) < 2 or any(mark in sample for mark in '",;|'):
        return False
    if sum("\t" in line for line in lines) * 2 > len(lines):
        return False
    counts = Counter(len(line.split()) for line in lines)
    width, times = counts.most_common(1)[0]
    aligned = sum(1 for line in lines if "  " in line.strip() or line[0] == " ")
    return width >= 2 and times * 20 >= len(lines) * 19 and aligned * 2 >= len(lines)


def _candidates(sample: str) -> Iterator[Dialect]:
    quotes = ['"'] + (["'"] if _quotes_cells(sample, "'") else [])
    escapes = [""]
    if re.search(r'\\["\']', sample):
        escapes.append("\\")
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        for quote in (*quotes, ""):
            for escape in escapes if quote else ("",):
                yield Dialect(delimiter, quote, escape)


def _quotes_cells(sample: str, mark: str) -> bool:
    """Whether the mark opens a cell anywhere (an apostrophe inside a name is no quote)."""
    return re.search(rf"(?:^|[,;\t|^~:，\x1f ]){mark}", sample, re.MULTILINE) is not None


def _consistency(sample: str, dialect: Dialect) -> float:
    try:
        rows = [row for row in reader(iter(sample.splitlines(keepends=True)), dialect) if row]
    except csv.Error:
        return 0.0
    if not rows:
        return 0.0
    score = _pattern_score(rows) * _type_score(rows) * _FAVOURED.get(dialect.delimiter, 1.0)
    return score * _quoting_score(rows, dialect)


def _pattern_score(rows: list[list[str]]) -> float:
    """High for few different row lengths and for long rows."""
    lengths = Counter(len(row) for row in rows)
    total = sum(times * max(1e-3, length - 1) / length for length, times in lengths.items())
    return total / len(lengths)


def _type_score(rows: list[list[str]]) -> float:
    """The share of cells that look like something."""
    cells = [cell for row in rows[:300] for cell in row[:200]]
    known = sum(1 for cell in cells if not cell or (len(cell) < 400 and _TYPED.fullmatch(cell)))
    return max(1e-6, known / len(cells))


def _quoting_score(rows: list[list[str]], dialect: Dialect) -> float:
    """A quote that swallowed many lines was no quote; one that is left around cells should have been one."""
    cells = [cell for row in rows[:300] for cell in row[:200]]
    if dialect.quote and (rows[-1][-1].endswith("\n") or any(cell.count("\n") > 30 for cell in cells)):
        return 0.5
    others = {'"', "'"} - {dialect.quote}
    left = sum(((cell[0] in others) + (cell[-1] in others)) ** 2 for cell in cells if len(cell) > 1)
    return max(0.1, 1.0 - left / (4 * len(cells)))
