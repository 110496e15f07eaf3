"""Which font families matplotlib can really use; its font cache is built here, off the GUI thread."""

from __future__ import annotations

from collections.abc import Sequence

FALLBACKS = (
    "Microsoft YaHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti TC",
    "Noto Sans CJK SC",
    "Noto Sans CJK JP",
    "WenQuanYi Micro Hei",
    "Droid Sans Fallback",
    "DejaVu Sans",
)
"""Families with Chinese glyphs of each platform, then the one that matplotlib ships."""


def existing_families(wished: Sequence[str]) -> tuple[str, ...]:
    """`wished` and the fallbacks, without doubles and without families that are not installed.

    matplotlib warns for every glyph run when a family in the list is missing. Slow the very first time on a
    computer, because the font cache is written then.
    """
    from matplotlib import font_manager

    present = {entry.name for entry in font_manager.fontManager.ttflist}
    return tuple(dict.fromkeys(name for name in (*wished, *FALLBACKS) if name in present))


def warm(wished: Sequence[str], sample: str) -> tuple[str, ...]:
    """Imports matplotlib's drawing parts and renders `sample` once, so that the first real chart is quick.

    Returns the families that exist. Needs no Qt and may run on any thread.
    """
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.font_manager import FontProperties

    families = existing_families(wished)
    figure = Figure(figsize=(1, 1), dpi=72)
    figure.text(0, 0, sample, fontproperties=FontProperties(family=list(families), size=12))
    FigureCanvasAgg(figure).draw()
    return families
