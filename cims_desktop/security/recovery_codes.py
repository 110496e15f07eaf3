"""Codes that people write down: 160 random bits in groups of letters and digits that tell a typing mistake.

Crockford's base 32 (no I, L, O, U). Each group of four characters has a fifth, a weighted sum over GF(32): any one
wrong character, any two exchanged neighbours and any group in another's place are found, and in which group.
"""

from __future__ import annotations

import secrets
import unicodedata
from typing import Final

from cims_desktop.domain.errors import Invalid, Problem

ALPHABET: Final = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
GROUPS: Final = 8
GROUP: Final = 4
_SAME: Final = str.maketrans({"O": "0", "I": "1", "L": "1"})
_POLYNOMIAL: Final = 0b100101


def new_recovery_code() -> str:
    """A fresh code of eight groups of five, joined by hyphens: 160 bits."""
    return "-".join(_group(index) for index in range(GROUPS))


def recovery_code_problems(typed: str) -> tuple[Problem, ...]:
    """What was mistyped; empty when it may be a code. Pure, made for checking while somebody types.

    Codes, for the field "recovery_code": unknown_character (value), incomplete (params: groups, of), too_long,
    typing_mistake (params: group, from 1; the first whole group that can't be right).
    """
    text = _plain(typed)
    for char in text:
        if char not in ALPHABET:
            return (Problem("recovery_code", "unknown_character", char),)
    size = GROUP + 1
    for index in range(min(len(text) // size, GROUPS)):
        group = text[index * size : (index + 1) * size]
        if _check(index, group[:GROUP]) != group[GROUP]:
            return (Problem("recovery_code", "typing_mistake", params={"group": index + 1}),)
    if len(text) > GROUPS * size:
        return (Problem("recovery_code", "too_long"),)
    if len(text) < GROUPS * size:
        return (Problem("recovery_code", "incomplete", params={"groups": len(text) // size, "of": GROUPS}),)
    return ()


def canonical_code(typed: str) -> str:
    """The code as it was made, however it was typed (case, spaces, O for 0). Raises Invalid."""
    if problems := recovery_code_problems(typed):
        raise Invalid(problems)
    text, size = _plain(typed), GROUP + 1
    return "-".join(text[at : at + size] for at in range(0, len(text), size))


def new_short_code() -> str:
    """A code of 50 bits for one use, as two groups of five, for whoever has lost the second factor."""
    letters = "".join(secrets.choice(ALPHABET) for _ in range(10))
    return f"{letters[:5]}-{letters[5:]}"


def plain_short_code(typed: str) -> str:
    """A short code however it was typed, for comparing; it has no check characters."""
    return _plain(typed)


def _plain(typed: str) -> str:
    text = unicodedata.normalize("NFKC", typed).upper().translate(_SAME)
    return "".join(char for char in text if char not in "-‐‑–—_." and not char.isspace())


def _group(index: int) -> str:
    letters = "".join(secrets.choice(ALPHABET) for _ in range(GROUP))
    return letters + _check(index, letters)


def _check(index: int, letters: str) -> str:
    total = index
    for weight, letter in enumerate(letters, start=2):
        total ^= _times(weight, ALPHABET.index(letter))
    return ALPHABET[total]


def _times(left: int, right: int) -> int:
    """The product in GF(32)."""
    product = 0
    while right:
        if right & 1:
            product ^= left
        left <<= 1
        if left & 0b100000:
            left ^= _POLYNOMIAL
        right >>= 1
    return product
