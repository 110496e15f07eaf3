"""A bar per month: resting bars in one colour, the present month in the accent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cims_desktop.charts.frame import Tick, framed_axes, value_scale
from cims_desktop.charts.marks import Anchor, Marks

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.patches import PathPatch
    from matplotlib.path import Path

    from cims_desktop.charts.theme import ChartTheme

CORNER = 4.0
WIDEST_BAR = 48.0


@dataclass(frozen=True)
class _Shape:
    """Half the bar's width in months, and its corner's radius in months and in values."""

    half: float
    radius_x: float
    radius_y: float


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
        axes = framed_axes(figure, theme, self.labels, scale, self.tick, width, height)
        box = axes.get_position()
        shape = self._shape(box.width * width, box.height * height, scale.high - scale.low)
        resting = [index for index in range(len(self.values)) if index != self.strong]
        axes.add_patch(self._patch(resting, shape, theme.bar))
        if self.strong is not None:
            axes.add_patch(self._patch([self.strong], shape, theme.accent))

        def highlight(index: int) -> PathPatch:
            patch = self._patch([index], shape, theme.accent)
            axes.add_patch(patch)
            return patch

        return Marks(axes, self._anchors(axes), box.x0, box.x1, highlight)

    def _shape(self, width: float, height: float, span: float) -> _Shape:
        slot = width / max(len(self.values), 1)
        bar = min(slot * (0.64 if slot > 18 else 0.74), WIDEST_BAR)
        corner = min(CORNER, bar / 2)
        return _Shape(bar / 2 / slot, corner / slot, corner * span / height)

    def _anchors(self, axes: Axes) -> tuple[Anchor, ...]:
        # Between data and figure fractions lies one straight line per direction; transData would need a renderer.
        box, (left, right), (low, high) = axes.get_position(), axes.get_xlim(), axes.get_ylim()
        return tuple(
            Anchor(
                box.x0 + box.width * (index - left) / (right - left),
                1 - (box.y0 + box.height * (max(value, 0.0) - low) / (high - low)),
            )
            for index, value in enumerate(self.values)
        )

    def _patch(self, indexes: Sequence[int], shape: _Shape, colour: str) -> PathPatch:
        from matplotlib.patches import PathPatch
        from matplotlib.path import Path

        paths = [_bar(index, self.values[index], shape) for index in indexes if self.values[index]]
        whole = Path.make_compound_path(*paths) if paths else Path([(0.0, 0.0)])
        return PathPatch(whole, facecolor=colour, linewidth=0, zorder=2)


def _bar(index: int, value: float, shape: _Shape) -> Path:
    """A bar from zero to `value` with round corners at its far end."""
    from matplotlib.path import Path

    left, right = index - shape.half, index + shape.half
    reach = min(shape.radius_y, abs(value)) * (1 if value > 0 else -1)
    points = [
        (left, 0.0),
        (left, value - reach),
        (left, value),
        (left + shape.radius_x, value),
        (right - shape.radius_x, value),
        (right, value),
        (right, value - reach),
        (right, 0.0),
        (left, 0.0),
    ]
    curve, line = Path.CURVE3, Path.LINETO
    return Path(points, [Path.MOVETO, line, curve, curve, line, curve, curve, line, Path.CLOSEPOLY])
