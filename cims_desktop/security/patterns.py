"""Takes a password apart into what a guesser would try: words, runs, dates, numbers."""

from __future__ import annotations

import re
import string
import unicodedata
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from typing import Final

from cims_desktop.security.blocklist import COMMON_NUMBERS, KEYBOARD_ROWS

_LONGEST_WORD: Final = 24
_SIGNS: Final = frozenset(string.punctuation + " ，。！？、；：·…～")
_LEET: Final = str.maketrans(
    {"@": "a", "4": "a", "0": "o", "3": "e", "1": "i", "!": "i", "5": "s", "$": "s", "7": "t"}
)


class Part(Enum):
    """What a piece of a password is."""

    WORD = "word"
    RUN = "run"  # repeated, counted up or along the keyboard
    NUMBER = "number"  # a date, a year, a number with a meaning
    MOBILE = "mobile"
    DIGITS = "digits"  # up to four, of no known meaning
    SYMBOL = "symbol"  # a sign found on every keyboard


_FORMS: Final = (
    (re.compile(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"), Part.NUMBER),  # 19900131
    (re.compile(r"\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"), Part.NUMBER),  # 900131
    (re.compile(r"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"), Part.NUMBER),  # 0131
    (re.compile(r"(?:19|20)\d\d"), Part.NUMBER),  # a year
    (re.compile(r"1[3-9]\d{9}"), Part.MOBILE),
)


@dataclass(frozen=True)
class Piece:
    """A piece from `start` to `end` (exclusive) of the folded password."""

    start: int
    end: int
    part: Part


def fold(password: str) -> str:
    """The form in which guesses are compared: no case, no full-width forms."""
    return unicodedata.normalize("NFKC", password).casefold()


def bare_letters(text: str) -> str:
    """A folded password without signs and with letters for the digits and signs that stand for them."""
    return "".join(char for char in text.translate(_LEET) if char.isalnum())


def pieces_at(text: str, start: int, words: Collection[str]) -> Iterator[Piece]:
    """The pieces of a folded password that begin at `start`; a word may have 0 for o, @ for a ..."""
    plain = text.translate(_LEET)
    for end in range(start + 2, min(len(text), start + _LONGEST_WORD) + 1):
        if text[start:end] in words or plain[start:end] in words:
            yield Piece(start, end, Part.WORD)
    run = _run_end(text, start)
    if run - start >= 3:
        yield Piece(start, run, Part.RUN)
    yield from _numbers_at(text, start)
    if text[start] in _SIGNS:
        yield Piece(start, start + 1, Part.SYMBOL)


def _numbers_at(text: str, start: int) -> Iterator[Piece]:
    if not text[start].isdecimal():
        return
    for end in range(start + 2, min(len(text), start + _LONGEST_WORD) + 1):
        if text[start:end] in COMMON_NUMBERS:
            yield Piece(start, end, Part.NUMBER)
    for form, part in _FORMS:
        if found := form.match(text, start):
            yield Piece(start, found.end(), part)
    for end in range(start + 1, min(len(text), start + 4) + 1):
        if text[end - 1].isdecimal():
            yield Piece(start, end, Part.DIGITS)
        else:
            return


def repeated_block(text: str) -> str:
    """The shortest text that `text` is a repetition of; `text` itself when it is none."""
    period = (text + text).find(text, 1) if text else 0
    return text[:period]


def _run_end(text: str, start: int) -> int:
    """Where the longest run from `start` ends: one character again and again, or steps along a row."""
    end = start + 1
    while end < len(text) and text[end] == text[start]:
        end += 1
    steps = _steps()
    walk = start
    while walk + 1 < len(text) and text[walk : walk + 2] in steps:
        walk += 1
    return max(end, walk + 1)


@cache
def _steps() -> frozenset[str]:
    """Each pair of neighbours in the rows, both ways, and round from 9 to 0 and back."""
    pairs = {row[at : at + 2] for row in KEYBOARD_ROWS for at in range(len(row) - 1)}
    return frozenset(pairs | {pair[::-1] for pair in pairs} | {"90", "01", "10", "09"})
