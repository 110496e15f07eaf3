"""The frame that all charts share: fixed pixel margins, quiet grid lines, labels that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

    from cims_desktop.charts.theme import ChartTheme

TOP = 12.0
GAP = 10.0
TICK_ROOM = 48.0
NARROW = frozenset(" .,:;'|ilj1’")

Tick = Callable[[float], str]
"""Words for a value on the axis."""


@dataclass(frozen=True)
class Scale:
    """Limits of the value axis with its ticks, all in the unit of the values."""

    low: float
    high: float
    ticks: tuple[float, ...]


def value_scale(values: Sequence[float], height: float) -> Scale:
    """A scale from zero (below it when values are negative) to just above the largest value.

    `height` in logical pixels decides how many ticks there are.
    """
    from matplotlib.ticker import MaxNLocator

    top = max(0.0, max(values, default=0.0))
    bottom = min(0.0, min(values, default=0.0))
    if top == bottom:
        top = 1.0
    room = (top - bottom) * 0.06
    low, high = bottom - (room if bottom < 0 else 0.0), top + (room if top > 0 else 0.0)
    ticks = MaxNLocator(max(2, min(8, int(height / TICK_ROOM))), steps=[1, 2, 2.5, 5, 10]).tick_values(
        low, high
    )
    return Scale(low, high, tuple(float(tick) for tick in ticks if low <= tick <= high))


def text_width(text: str, size: float) -> float:
    """Upper estimate of the width of one line in the unit of `size`; measuring glyphs would cost more than drawing."""
    wide = sum(unicodedata.east_asian_width(letter) in "WF" for letter in text)
    narrow = sum(letter in NARROW for letter in text)
    return size * (wide * 1.02 + narrow * 0.36 + (len(text) - wide - narrow) * 0.66)


def label_positions(labels: Sequence[str], width: float, size: float) -> range:
    """Which labels to write so that none touches the next; the newest (last) one is always among them."""
    if not labels:
        return range(0)
    slot = width / len(labels)
    step = max(1, ceil((max(text_width(label, size) for label in labels) + GAP) / slot))
    first = (len(labels) - 1) % step
    return range(first, len(labels), step)


def framed_axes(
    figure: Figure,
    theme: ChartTheme,
    labels: Sequence[str],
    scale: Scale,
    tick: Tick,
    width: float,
    height: float,
) -> Axes:
    """Clears the figure and returns its axes: items at 0..n-1, value scale, labels and grid in the theme."""
    figure.clear()
    figure.set_facecolor(theme.surface)
    words = [tick(value) for value in scale.ticks]
    longest = max((text_width(label, theme.text_size) for label in labels), default=0.0)
    slot = max(width - 60.0, 1.0) / max(len(labels), 1)
    left = max((text_width(word, theme.text_size) for word in words), default=0.0) + GAP
    right = max(2.0, (longest - slot) / 2)
    bottom = theme.text_size + 16.0
    inner_width, inner_height = max(width - left - right, 1.0), max(height - TOP - bottom, 1.0)
    axes = figure.add_axes((left / width, bottom / height, inner_width / width, inner_height / height))
    axes.set_facecolor(theme.surface)
    axes.set_xlim(-0.5, max(len(labels), 1) - 0.5)
    axes.set_ylim(scale.low, scale.high)
    _dress(axes, theme, scale, words)
    shown = label_positions(labels, inner_width, theme.text_size)
    axes.set_xticks(list(shown), [labels[index] for index in shown])
    _letter(axes, theme)
    return axes


def _dress(axes: Axes, theme: ChartTheme, scale: Scale, words: Sequence[str]) -> None:
    for spine in axes.spines.values():
        spine.set_visible(False)
    axes.set_axisbelow(True)
    axes.tick_params(length=0, colors=theme.faint_ink)
    axes.tick_params(axis="x", pad=8)
    axes.tick_params(axis="y", pad=GAP - 3)
    axes.set_yticks(list(scale.ticks), list(words))
    axes.grid(visible=True, axis="y", color=theme.grid, linewidth=1)
    axes.axhline(0, color=theme.baseline, linewidth=1, zorder=3)


def _letter(axes: Axes, theme: ChartTheme) -> None:
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=list(theme.families), size=theme.text_size)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set_fontproperties(font)
