"""Comparisons of a figure with the period before, and how far a small sample may be trusted."""

from __future__ import annotations

from typing import Final

SMALL_SAMPLE: Final = 30
"""Below this many answers a mean or a share moves by chance more than offices usually read into it."""


def relative_change(value: float | None, before: float | None) -> float | None:
    """Change as a share of the earlier value (0.05 = 5 % more); None without both, or from zero or below."""
    if value is None or before is None or before <= 0:
        return None
    return value / before - 1


def difference(value: float | None, before: float | None) -> float | None:
    """Change in the figure's own unit; None without both."""
    return None if value is None or before is None else value - before


def is_small(replies: int) -> bool:
    """Whether so few answers must be marked where their score is shown."""
    return replies < SMALL_SAMPLE
