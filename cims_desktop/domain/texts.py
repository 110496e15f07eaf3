"""Text that can be stored anywhere."""

from __future__ import annotations


def storable(text: str) -> str:
    """The text with halves of surrogate pairs replaced by U+FFFD: UTF-8 can't hold them. All else is unchanged."""
    if text.isascii():
        return text
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text
