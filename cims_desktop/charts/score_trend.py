"""A line of monthly scores between fixed limits; months without answers leave a gap."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any

from cims_desktop.charts.frame import Frame, Scale, Tick, framed
from cims_desktop.charts.marks import Marks

if TYPE_CHECKING:
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
        frame = framed(figure, theme, self.labels, scale, self.tick, (width, height))
        for run in self._runs():
            _line(
                frame,
                [(index, self._value(index)) for index in run],
                color=theme.accent,
                linewidth=2,
                zorder=4,
            )
        self._paint_dots(frame, theme)
        anchors = tuple(
            None if value is None else frame.anchor(index, value) for index, value in enumerate(self.values)
        )
        return Marks(
            anchors,
            frame.left / width,
            frame.right / width,
            lambda index: self._paint_spot(frame, theme, index),
        )

    def _value(self, index: int) -> float:
        return self.values[index] or 0.0

    def _runs(self) -> list[list[int]]:
        grouped = groupby(range(len(self.values)), key=lambda index: self.values[index] is not None)
        return [list(indexes) for filled, indexes in grouped if filled]

    def _paint_dots(self, frame: Frame, theme: ChartTheme) -> None:
        for weak, fill in ((False, theme.accent), (True, theme.surface)):
            points = [
                (index, value)
                for index, value in enumerate(self.values)
                if value is not None and self.weak[index] is weak
            ]
            _line(
                frame, points, marker="o", linestyle="none", markersize=6, markerfacecolor=fill,
                markeredgecolor=theme.accent, markeredgewidth=1.5, zorder=5,
            )  # fmt: skip

    def _paint_spot(self, frame: Frame, theme: ChartTheme, index: int) -> Line2D:
        value = self.values[index]
        points = [] if value is None else [(index, value)]
        return _line(
            frame, points, marker="o", linestyle="none", markersize=10, markerfacecolor=theme.accent,
            markeredgecolor=theme.surface, markeredgewidth=2, zorder=6,
        )  # fmt: skip


def _line(frame: Frame, points: Sequence[tuple[int, float]], **style: Any) -> Line2D:
    from matplotlib.lines import Line2D

    across = [frame.x(index) for index, _value in points]
    return frame.add(Line2D(across, [frame.y(value) for _index, value in points], **style))
