"""A line of monthly scores."""

from __future__ import annotations

from matplotlib.figure import Figure

from cims_desktop.charts.score_trend import ScoreTrend
from cims_desktop.charts.theme import ChartTheme
from tests.unit.charts.drawing import colour_at

RED, WHITE = (255, 0, 0), (255, 255, 255)


def trend(*values: float | None, weak: bool = False) -> ScoreTrend:
    labels = tuple(str(index) for index in range(len(values)))
    weaks = tuple(weak for _value in values)
    return ScoreTrend(labels, values, weaks, lambda value: f"{value:g}", 1, 5, (1.0, 3.0, 5.0))


def test_months_without_answers_leave_a_gap(figure: Figure, theme: ChartTheme) -> None:
    marks = trend(3, 3, None, 3, 3).draw_on(figure, theme, 400, 200)
    first, second, gap, _fourth, _last = marks.anchors

    assert gap is None
    assert first is not None
    assert second is not None
    assert colour_at(figure, (first.x + second.x) / 2, first.y) == RED
    assert colour_at(figure, (marks.left + marks.right) / 2, first.y) != RED


def test_scores_on_few_answers_are_hollow(figure: Figure, theme: ChartTheme) -> None:
    marks = trend(4, weak=True).draw_on(figure, theme, 400, 200)
    only = marks.anchors[0]

    assert only is not None
    assert colour_at(figure, only.x, only.y) == WHITE


def test_scores_on_many_answers_are_solid(figure: Figure, theme: ChartTheme) -> None:
    marks = trend(4).draw_on(figure, theme, 400, 200)
    only = marks.anchors[0]

    assert only is not None
    assert colour_at(figure, only.x, only.y) == RED


def test_the_best_score_is_at_the_top_of_the_scale(figure: Figure, theme: ChartTheme) -> None:
    worst, best = trend(1, 5).draw_on(figure, theme, 400, 200).anchors

    assert worst is not None
    assert best is not None
    assert best.y < 0.2
    assert worst.y > 0.7


def test_no_answers_at_all_is_no_fault(figure: Figure, theme: ChartTheme) -> None:
    marks = trend(None, None).draw_on(figure, theme, 400, 200)

    assert marks.anchors == (None, None)
    marks.highlight(0)
