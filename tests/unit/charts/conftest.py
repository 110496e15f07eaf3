"""A theme, and a figure whose drawing can be looked at."""

from __future__ import annotations

import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from cims_desktop.charts.fonts import existing_families
from cims_desktop.charts.theme import ChartTheme


@pytest.fixture
def theme() -> ChartTheme:
    return ChartTheme(
        surface="#FFFFFF", ink="#111111", faint_ink="#555555", grid="#EEEEEE", baseline="#CCCCCC", bar="#0000FF",
        accent="#FF0000", soft="#FFEEEE", families=existing_families(["Inter"]),
    )  # fmt: skip


@pytest.fixture
def figure() -> Figure:
    """400 × 200 pixels, ready to be drawn on."""
    made = Figure(figsize=(400 / 72, 200 / 72), dpi=72)
    FigureCanvasAgg(made)
    return made
