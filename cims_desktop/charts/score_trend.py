"""A line of monthly scores between fixed limits; months without answers leave a gap."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from cims_desktop.charts.frame import Scale, Tick, framed_axes
from cims_desktop.charts.marks import Anchor, Marks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.lines import Line2D

    from cims_desktop.charts.theme import ChartTheme


@dataclass(frozen=True)
class ScoreTrend:
    """Values oldest first (None: no answers that month) on a scale from `low` to `high`; `weak` rests on few answers.

    `ticks` are the values that get a grid line; weak points are drawn hollow.
    """

    labels: tuple[str, ...]
    values: tuple[float | None, ...]
    weak: tuple[bool, ...]
    tick: Tick
    low: float
    high: float
    ticks: tuple[float, ...]

    def draw_on(self, figure: Figure, theme: ChartTheme, width: float, height: float) -> Marks:
        """Clears `figure` and draws the line with a dot per month."""
        room = (self.high - self.low) * 0.05
        scale = Scale(self.low - room, self.high + room, self.ticks)
        axes = framed_axes(figure, theme, self.labels, scale, self.tick, width, height)
        for run in self._runs():
            axes.plot(run, [self._value(index) for index in run], color=theme.accent, linewidth=2, zorder=4)
        self._dots(axes, theme)
        box = axes.get_position()

        def highlight(index: int) -> Line2D:
            value = self.values[index]
            spot = ([index], [value]) if value is not None else ([], [])
            return axes.plot(
                *spot, "o", markersize=10, color=theme.accent, markeredgecolor=theme.surface,
                markeredgewidth=2, zorder=6, clip_on=False,
            )[0]  # fmt: skip

        return Marks(axes, self._anchors(axes), box.x0, box.x1, highlight)

    def _value(self, index: int) -> float:
        return self.values[index] or 0.0

    def _runs(self) -> list[list[int]]:
        grouped = groupby(range(len(self.values)), key=lambda index: self.values[index] is not None)
        return [list(indexes) for filled, indexes in grouped if filled]

    def _dots(self, axes: Axes, theme: ChartTheme) -> None:
        filled = [index for index, value in enumerate(self.values) if value is not None]
        for weak, fill in ((False, theme.accent), (True, theme.surface)):
            points = [index for index in filled if self.weak[index] is weak]
            axes.plot(
                points, [self._value(index) for index in points], "o", markersize=6, markerfacecolor=fill,
                markeredgecolor=theme.accent, markeredgewidth=1.5, zorder=5, clip_on=False,
            )  # fmt: skip

    def _anchors(self, axes: Axes) -> tuple[Anchor | None, ...]:
        box, (left, right), (low, high) = axes.get_position(), axes.get_xlim(), axes.get_ylim()
        return tuple(
            None
            if value is None
            else Anchor(
                box.x0 + box.width * (index - left) / (right - left),
                1 - (box.y0 + box.height * (value - low) / (high - low)),
            )
            for index, value in enumerate(self.values)
        )
