"""Looks at what was drawn."""

from __future__ import annotations

from typing import Any

from matplotlib.figure import Figure


def pixels_of(figure: Figure) -> Any:
    """Draws and returns rows of RGBA pixels, top row first."""
    import numpy as np

    canvas: Any = figure.canvas
    canvas.draw()
    return np.asarray(canvas.buffer_rgba())


def colour_at(figure: Figure, x: float, y: float) -> tuple[int, int, int]:
    """The colour at fractions of the width (from the left) and height (from the top)."""
    pixels = pixels_of(figure)
    red, green, blue, _alpha = pixels[int(y * pixels.shape[0]), int(x * pixels.shape[1])]
    return int(red), int(green), int(blue)
