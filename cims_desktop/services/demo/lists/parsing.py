"""Short forms in which the word lists are written down."""

from __future__ import annotations


def words(text: str) -> tuple[str, ...]:
    """Words separated by white space."""
    return tuple(text.split())


def pair(text: str) -> tuple[str, str]:
    """The two sides of "春/spring"; an underscore stands for a space."""
    left, right = text.replace("_", " ").split("/")
    return left, right


def pairs(text: str, separator: str | None = None) -> tuple[tuple[str, str], ...]:
    """Several pairs, separated by white space unless told otherwise."""
    return tuple(pair(part) for part in text.split(separator))


def rows(table: str) -> list[str]:
    """The lines of a table; an indented line continues the one before."""
    return table.strip().replace("\n  ", " ").splitlines()
