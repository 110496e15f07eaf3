"""Which passwords are refused: too short, too common, or made of the office's and the user's names.

Length and a blocklist, and no other rule (NIST SP 800-63B-4, ASVS 5.0 6.2): no classes of characters, no
expiry.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable
from typing import Final

from cims_desktop.domain.errors import Problem
from cims_desktop.security.blocklist import COMMON_WORDS, FAMOUS_PHRASES
from cims_desktop.security.patterns import Part, bare_letters, fold, pieces_at, repeated_block

DEFAULT_MINIMUM: Final = 12
LOWEST_MINIMUM: Final = 8
MAXIMUM: Final = 1024
"""Far above the 64 that must be accepted; it only keeps a pasted document out."""

_COSTS: Final = {
    Part.WORD: 1,
    Part.MOBILE: 1,
    Part.DIGITS: 1,
    Part.RUN: 0,
    Part.NUMBER: 0,
    Part.SYMBOL: 0.4,
}
_COMMON_LIMIT: Final = 2.9  # two words and two symbols
_NAMED_LIMIT: Final = 3.9
_SHORT_BLOCK: Final = 4
_LITTLE_MORE: Final = 8  # letters beside a famous phrase that do not make it one's own


def normalise(password: str) -> str:
    """A password as it is measured and derived from: NFC, and not a character less."""
    return unicodedata.normalize("NFC", password)


def check_password(
    password: str, *, names: Iterable[str] = (), minimum: int = DEFAULT_MINIMUM
) -> tuple[Problem, ...]:
    """Why this password is refused; empty when it may be used.

    `names` are the office's, the user's and whatever else a neighbour would guess. Codes, all for the field
    "password": too_short (minimum), too_long (maximum), common_password, name_in_password. A password that
    is as a whole at most two common words or a few names, with any runs, dates and well-known numbers
    around them, is common; one that merely contains them is not. So is a famous phrase with less than eight
    letters more. ValueError for a minimum below 8.
    """
    if minimum < LOWEST_MINIMUM:
        raise ValueError(f"the shortest minimum is {LOWEST_MINIMUM}")
    length = len(normalise(password))
    if length < minimum:
        return (Problem("password", "too_short", params={"minimum": minimum}),)
    if length > MAXIMUM:
        return (Problem("password", "too_long", params={"maximum": MAXIMUM}),)
    text = fold(password)
    block = repeated_block(text)
    if (len(block) < len(text) and len(block) <= _SHORT_BLOCK) or _cost(block, COMMON_WORDS) <= _COMMON_LIMIT:
        return (Problem("password", "common_password"),)
    if _is_famous(text):
        return (Problem("password", "common_password"),)
    if _cost(block, COMMON_WORDS | _name_words(names)) <= _NAMED_LIMIT and _has_name(text, names):
        return (Problem("password", "name_in_password"),)
    return ()


def _is_famous(text: str) -> bool:
    bare = bare_letters(text)
    return any(phrase in bare and len(bare) - len(phrase) < _LITTLE_MORE for phrase in FAMOUS_PHRASES)


def _cost(text: str, words: Collection[str]) -> float:
    """The fewest guessable pieces that make up the whole of `text`; infinite when some of it is none.

    Tried as typed and without the signs between the words.
    """
    bare = "".join(char for char in text if char.isalnum())
    if len(text) // 2 <= len(bare) < len(text):
        return min(_plain_cost(text, words), _plain_cost(bare, words))
    return _plain_cost(text, words)


def _plain_cost(text: str, words: Collection[str]) -> float:
    costs = [0.0] + [float("inf")] * len(text)
    for start in range(len(text)):
        if costs[start] <= _NAMED_LIMIT:
            for piece in pieces_at(text, start, words):
                costs[piece.end] = min(costs[piece.end], costs[start] + _COSTS[piece.part])
    return costs[-1]


def _name_words(names: Iterable[str]) -> frozenset[str]:
    """Names as a guesser writes them: each word, and all without the spaces."""
    words: set[str] = set()
    for name in names:
        parts = re.findall(r"\w+", fold(name))
        words.update([*parts, "".join(parts)])
    return frozenset(word for word in words if len(word) >= 2 and not (word.isascii() and len(word) < 3))


def _has_name(text: str, names: Iterable[str]) -> bool:
    return any(word in text for word in _name_words(names))
