"""The frame that all charts share: fixed pixel margins, quiet grid lines, labels that fit."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING, Any, TypeVar

from cims_desktop.charts.marks import Anchor

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from cims_desktop.charts.theme import ChartTheme

TOP = 12.0
GAP = 10.0
TICK_ROOM = 48.0
NARROW = frozenset(" .,:;'|ilj1’")

ArtistKind = TypeVar("ArtistKind", bound="Artist")

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


class Frame:
    """The plot's place in a figure, in logical pixels from the lower left corner.

    Drawn without matplotlib's axes: their ticks, spines and locators take most of the time of a small chart.
    """

    def __init__(
        self, figure: Figure, theme: ChartTheme, labels: Sequence[str], scale: Scale, words: Sequence[str],
        size: tuple[float, float],
    ) -> None:  # fmt: skip
        from matplotlib.transforms import Affine2D

        self.figure, self.scale, self.count = figure, scale, len(labels)
        self.width, self.height = size
        # A figure has 72 dots per inch times the screen's ratio, so that a point is a logical pixel.
        self.pixels = Affine2D().scale(figure.dpi / 72)
        longest = max((text_width(label, theme.text_size) for label in labels), default=0.0)
        slot = max(self.width - 60.0, 1.0) / max(self.count, 1)
        self.left = max((text_width(word, theme.text_size) for word in words), default=0.0) + GAP
        self.right = max(self.width - max(2.0, (longest - slot) / 2), self.left + 1.0)
        self.bottom = theme.text_size + 16.0
        self.top = max(self.height - TOP, self.bottom + 1.0)

    @property
    def slot(self) -> float:
        """The width of one item's column."""
        return (self.right - self.left) / max(self.count, 1)

    def x(self, index: float) -> float:
        """The middle of an item's column."""
        return self.left + (index + 0.5) * self.slot

    def y(self, value: float) -> float:
        """The height at which `value` stands."""
        share = (value - self.scale.low) / (self.scale.high - self.scale.low)
        return self.bottom + share * (self.top - self.bottom)

    def anchor(self, index: int, value: float) -> Anchor:
        """Where an item with `value` ends, as fractions of the figure."""
        return Anchor(self.x(index) / self.width, 1 - self.y(value) / self.height)

    def add(self, artist: ArtistKind) -> ArtistKind:
        """Puts an artist in pixel coordinates on the figure."""
        artist.set_transform(self.pixels)
        self.figure.add_artist(artist)
        return artist


def framed(
    figure: Figure,
    theme: ChartTheme,
    labels: Sequence[str],
    scale: Scale,
    tick: Tick,
    size: tuple[float, float],
) -> Frame:
    """Clears the figure and draws grid, zero line and labels of a plot in a figure of `size` logical pixels."""
    figure.clear()
    figure.set_facecolor(theme.surface)
    words = [tick(value) for value in scale.ticks]
    frame = Frame(figure, theme, labels, scale, words, size)
    _draw_lines(frame, [value for value in scale.ticks if value != 0], theme.grid)
    if scale.low <= 0 <= scale.high:
        _draw_lines(frame, [0.0], theme.baseline)
    _write(frame, theme, labels, words)
    return frame


def _draw_lines(frame: Frame, values: Sequence[float], colour: str) -> None:
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    lines = [Path([(frame.left, frame.y(value)), (frame.right, frame.y(value))]) for value in values]
    if lines:
        whole = Path.make_compound_path(*lines)
        frame.add(PathPatch(whole, edgecolor=colour, facecolor="none", linewidth=1, snap=True, zorder=1))


def _write(frame: Frame, theme: ChartTheme, labels: Sequence[str], words: Sequence[str]) -> None:
    from matplotlib.font_manager import FontProperties

    font = FontProperties(family=list(theme.families), size=theme.text_size)
    style: dict[str, Any] = {"transform": frame.pixels, "fontproperties": font, "color": theme.faint_ink}
    for value, word in zip(frame.scale.ticks, words, strict=True):
        place = frame.left - GAP + 2, frame.y(value)
        frame.figure.text(*place, word, ha="right", va="center_baseline", **style)
    for index in label_positions(labels, frame.right - frame.left, theme.text_size):
        frame.figure.text(frame.x(index), frame.bottom - 8, labels[index], ha="center", va="top", **style)
