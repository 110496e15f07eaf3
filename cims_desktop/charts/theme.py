"""The colours and fonts of a chart, handed in by whoever shows it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ChartTheme:
    """Colours as ``#RRGGBB``; `families` are fonts that exist, best first; `text_size` in logical pixels."""

    surface: str
    ink: str
    faint_ink: str
    grid: str
    baseline: str
    bar: str
    accent: str
    soft: str
    families: tuple[str, ...]
    text_size: float = 12.0
