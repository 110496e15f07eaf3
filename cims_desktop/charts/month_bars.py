"""A bar per month: resting bars in one colour, the present month in the accent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cims_desktop.charts.frame import Frame, Tick, framed, value_scale
from cims_desktop.charts.marks import Marks

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    from cims_desktop.charts.theme import ChartTheme

CORNER = 4.0
WIDEST_BAR = 48.0


@dataclass(frozen=True)
class MonthBars:
    """Values oldest first with a short label each; `strong` is drawn in the accent (None: no bar is)."""

    labels: tuple[str, ...]
    values: tuple[float, ...]
    tick: Tick
    strong: int | None = None

    def draw_on(self, figure: Figure, theme: ChartTheme, width: float, height: float) -> Marks:
        """Clears `figure` and draws the bars; two artists hold all of them, so that sixty are as quick as six."""
        scale = value_scale(self.values, height)
        frame = framed(figure, theme, self.labels, scale, self.tick, (width, height))
        resting = [index for index in range(len(self.values)) if index != self.strong]
        self._paint(frame, resting, theme.bar)
        if self.strong is not None:
            self._paint(frame, [self.strong], theme.accent)
        anchors = tuple(frame.anchor(index, max(value, 0.0)) for index, value in enumerate(self.values))
        return Marks(
            anchors,
            frame.left / width,
            frame.right / width,
            lambda index: self._paint(frame, [index], theme.accent),
        )

    def _paint(self, frame: Frame, indexes: Sequence[int], colour: str) -> PathPatch:
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        paths = [_bar(frame, index, self.values[index]) for index in indexes if self.values[index]]
        whole = Path.make_compound_path(*paths) if paths else Path([(0.0, 0.0)])
        return frame.add(PathPatch(whole, facecolor=colour, linewidth=0, zorder=2))


def _bar(frame: Frame, index: int, value: float) -> Path:
    """A bar from zero to `value` with round corners at its far end."""
    from matplotlib.path import Path

    wide = min(frame.slot * (0.64 if frame.slot > 18 else 0.74), WIDEST_BAR)
    left, right = frame.x(index) - wide / 2, frame.x(index) + wide / 2
    foot, end = frame.y(0), frame.y(value)
    radius = min(CORNER, wide / 2, abs(end - foot))
    neck = end - radius if value > 0 else end + radius
    points = [
        (left, foot),
        (left, neck),
        (left, end),
        (left + radius, end),
        (right - radius, end),
        (right, end),
        (right, neck),
        (right, foot),
        (left, foot),
    ]
    curve, line = Path.CURVE3, Path.LINETO
    return Path(points, [Path.MOVETO, line, curve, curve, line, curve, curve, line, Path.CLOSEPOLY])
