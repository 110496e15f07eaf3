"""A bar per month."""

from __future__ import annotations

import warnings

import pytest
from matplotlib.figure import Figure

from cims_desktop.charts.month_bars import MonthBars
from cims_desktop.charts.theme import ChartTheme
from tests.unit.charts.drawing import colour_at

RED, BLUE, WHITE = (255, 0, 0), (0, 0, 255), (255, 255, 255)


def bars(*values: float, strong: int | None = None) -> MonthBars:
    labels = tuple(f"{index + 1}月" for index in range(len(values)))
    return MonthBars(labels, values, lambda value: f"{value:g}", strong)


def test_each_bar_stands_where_its_anchor_says(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(10, 40, 20, strong=2).draw_on(figure, theme, 400, 200)

    below = [(anchor.x, anchor.y + 0.03) for anchor in marks.anchors if anchor]

    assert [colour_at(figure, *point) for point in below] == [BLUE, BLUE, RED]


def test_a_higher_value_reaches_higher(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(10, 40).draw_on(figure, theme, 400, 200)

    low, high = marks.anchors

    assert low is not None
    assert high is not None
    assert high.y < low.y


def test_nothing_is_drawn_above_a_bar(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(10, 40).draw_on(figure, theme, 400, 200)
    low = marks.anchors[0]

    assert low is not None
    assert colour_at(figure, low.x, low.y - 0.06) == WHITE


def test_more_refunds_than_sales_hang_below_the_line(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(40, -40).draw_on(figure, theme, 400, 200)
    zero = marks.anchors[1]

    assert zero is not None
    assert colour_at(figure, zero.x, zero.y + 0.1) == BLUE


def test_a_point_belongs_to_the_bar_of_its_column(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(10, 40, 20, 5).draw_on(figure, theme, 400, 200)

    assert [marks.item_at(anchor.x) for anchor in marks.anchors if anchor] == [0, 1, 2, 3]
    assert marks.item_at(marks.left - 0.01) is None
    assert marks.item_at(marks.right + 0.01) is None


def test_pointing_at_a_bar_paints_it_in_the_accent(figure: Figure, theme: ChartTheme) -> None:
    marks = bars(10, 40, 20).draw_on(figure, theme, 400, 200)
    anchor = marks.anchors[1]

    marks.highlight(1)

    assert anchor is not None
    assert colour_at(figure, anchor.x, anchor.y + 0.1) == RED


@pytest.mark.parametrize("values", [(), (0.0,), (0.0, 0.0, 0.0)])
def test_months_without_sales_draw_an_empty_frame(
    values: tuple[float, ...], figure: Figure, theme: ChartTheme
) -> None:
    marks = bars(*values).draw_on(figure, theme, 400, 200)

    assert len(marks.anchors) == len(values)
    assert colour_at(figure, 0.5, 0.4) == WHITE


def test_chinese_labels_find_their_glyphs(figure: Figure, theme: ChartTheme) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        chart = MonthBars(("25年1月", "25年2月"), (12e4, 34e4), lambda value: f"¥{value / 1e4:g}万", 1)
        chart.draw_on(figure, theme, 400, 200)
        figure.canvas.draw()


@pytest.mark.parametrize(("width", "height"), [(40, 30), (1, 1)])
def test_a_tiny_place_is_no_fault(width: float, height: float, figure: Figure, theme: ChartTheme) -> None:
    assert bars(10, 40).draw_on(figure, theme, width, height).anchors
