"""Text of foreign files as it is: a tool tip guesses markup, so what looks like some is escaped."""

from __future__ import annotations

import html


def plain_tip(text: str) -> str:
    """`text` for a tool tip that shows exactly these characters."""
    if "<" not in text and "&" not in text:
        return text
    return "<qt>" + html.escape(text).replace("\n", "<br>") + "</qt>"
