"""Keeps text from running as a formula where a format cannot say that it is text (CSV)."""

from __future__ import annotations

import re

# Full-width signs count too: Excel in Chinese and Japanese takes them for their narrow forms.
_RUNS = re.compile(r"'*(?:[\s\x00]*[=+\-@\uff1d\uff0b\uff0d\uff20]|[\t\r\n\x00])")
_NEGATIVE_NUMBER = re.compile(r"-\d+(?:[.,]\d+)?")


def guarded(text: str) -> str:
    """The text with an apostrophe before it when a spreadsheet might run it; plain negative numbers stay.

    `values.unguarded` takes the apostrophe off again: also text that began with one comes back unchanged.
    """
    return f"'{text}" if _RUNS.match(text) and not _NEGATIVE_NUMBER.fullmatch(text) else text


def encodable(text: str) -> str:
    """The text without halves of surrogate pairs, which no file can hold."""
    return text if text.isascii() else text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
