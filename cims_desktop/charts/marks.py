"""What a drawn chart tells its canvas: where each item stands, and how it looks when pointed at."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.figure import Figure

    from cims_desktop.charts.theme import ChartTheme


@dataclass(frozen=True)
class Anchor:
    """A point of the figure: fractions of its width (from the left) and height (from the top)."""

    x: float
    y: float


@dataclass(frozen=True)
class Marks:
    """A drawn chart. `anchors` has one entry per item (None: no value there); left and right bound the plot.

    `highlight` puts an item as it looks when pointed at on the figure; whoever calls it draws and removes it.
    """

    anchors: tuple[Anchor | None, ...]
    left: float
    right: float
    highlight: Callable[[int], Artist]

    def item_at(self, x: float) -> int | None:
        """The item whose column holds the fraction `x` of the width."""
        if not self.anchors or not self.left <= x < self.right:
            return None
        index = int((x - self.left) / (self.right - self.left) * len(self.anchors))
        return min(index, len(self.anchors) - 1)


class Chart(Protocol):
    """Something that can be drawn again at any size and in any theme."""

    def draw_on(self, figure: Figure, theme: ChartTheme, width: float, height: float) -> Marks:
        """Clears `figure` and draws for `width` × `height` logical pixels (the figure's dpi is 72 × ratio)."""
        ...
