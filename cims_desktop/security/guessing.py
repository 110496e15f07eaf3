"""How long guessing a password would take, said plainly: an estimate for people, not a rule."""

from __future__ import annotations

import math
from functools import cache
from typing import Final

from cims_desktop.security.blocklist import COMMON_WORDS
from cims_desktop.security.passwords import normalise
from cims_desktop.security.patterns import Part, Piece, fold, pieces_at, repeated_block
from cims_desktop.security.words_chinese import CHINESE
from cims_desktop.security.words_english import ENGLISH

GUESSES_PER_SECOND: Final = 1500.0
"""Estimated for one large graphics card at Argon2id t=3, m=64 MiB, p=4; an ordinary PC tries about 6."""

_PIECE_BITS: Final = {
    Part.RUN: 5.0,
    Part.NUMBER: 12.0,
    Part.MOBILE: 30.0,
}
_VOWELS: Final = frozenset("aeiouy")
_LEAST_PRONOUNCEABLE: Final = 4


def estimate_guessing_time(password: str, *, guesses_per_second: float = GUESSES_PER_SECOND) -> float:
    """Seconds until an attacker who holds the key file has tried half of what is as likely as this
    password.

    Method: the password is cut into the cheapest pieces for a guesser who knows our word lists: a listed
    word costs log2(its list), a run 5 bits and one per doubling, a date or well-known number 12, a digit
    3.3, a symbol 5, and half a bit when it stood before. Letters that read like a word of some language
    cost 4 bits and 2.3 for each letter (Shannon's figure for English), a Chinese character 8, any other
    letter 4.7. Each capital and each 0 for o adds one bit, a repetition one per doubling. The result is
    2**(bits - 1) / guesses_per_second: rough, rather low than high.
    """
    return float(2.0 ** min(_bits(password) - 1, 1000) / guesses_per_second)


def _bits(password: str) -> float:
    text = fold(password)
    block = repeated_block(text)
    capitals = sum(1 for char in normalise(password)[: len(block)] if char.isupper())
    repeats = math.log2(len(text) / len(block)) if block else 0.0
    return _cheapest(block) + min(capitals, len(block)) + repeats


def _cheapest(text: str) -> float:
    words = _word_bits()
    bits = [0.0] + [math.inf] * len(text)
    for start in range(len(text)):
        for piece in pieces_at(text, start, words):
            bits[piece.end] = min(bits[piece.end], bits[start] + _piece_bits(piece, text))
        bits[start + 1] = min(bits[start + 1], bits[start] + _char_bits(text, start))
        for end, cost in _wordlike(text, start):
            bits[end] = min(bits[end], bits[start] + cost)
    return bits[-1]


def _piece_bits(piece: Piece, text: str) -> float:
    if piece.part is Part.WORD:
        return _listed_bits(text[piece.start : piece.end])
    if piece.part is Part.SYMBOL:
        return _char_bits(text, piece.start)
    length = piece.end - piece.start
    if piece.part is Part.DIGITS:
        return length * math.log2(10)
    return _PIECE_BITS[piece.part] + (math.log2(length) if piece.part is Part.RUN else 0.0)


def _listed_bits(piece: str) -> float:
    """What a listed word costs; one that is listed only once its 0 is read as o costs a bit for each such
    sign.
    """
    swapped = sum(1 for char in piece if not char.isalpha())
    return _word_bits().get(piece, math.log2(len(COMMON_WORDS)) + swapped)


def _char_bits(text: str, at: int) -> float:
    char = text[at]
    if char.isdecimal():
        return math.log2(10)
    if "a" <= char <= "z":
        return math.log2(26)
    if char.isalpha():
        return 8.0
    return 0.5 if char in text[:at] else 5.0


def _wordlike(text: str, start: int) -> list[tuple[int, float]]:
    """The stretches of letters from `start` that a language could have: vowels among them, no long
    clusters.
    """
    found: list[tuple[int, float]] = []
    cluster = vowels = 0
    for end in range(start + 1, len(text) + 1):
        char = text[end - 1]
        cluster = 0 if char in _VOWELS else cluster + 1
        vowels += char in _VOWELS
        if not "a" <= char <= "z" or cluster > 4:
            break
        if end - start >= _LEAST_PRONOUNCEABLE and vowels * 5 >= end - start:
            found.append((end, 4 + 2.3 * (end - start)))
    return found


@cache
def _word_bits() -> dict[str, float]:
    """Each known word's cost: that of the shortest list it is on."""
    chinese = [word for pair in CHINESE for word in pair]
    costs: dict[str, float] = {}
    for words, size in ((COMMON_WORDS, len(COMMON_WORDS)), (ENGLISH, len(ENGLISH)), (chinese, len(CHINESE))):
        for word in words:
            costs[word] = min(math.log2(size), costs.get(word, math.inf))
    return costs
