"""How long the dashboard's chart takes to redraw, against a bare matplotlib Figure with the same bars.

Run: python benchmarks/bench_chart_redraw.py [--rounds N]
Both are drawn in turn, so that a busy machine slows both; medians in milliseconds.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

WIDTH, HEIGHT = 820, 370


def timed(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def bare_redraw(labels: tuple[str, ...], values: tuple[float, ...]) -> Callable[[], None]:
    """What anybody would write first: a figure with `bar` and default everything."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(WIDTH / 72, HEIGHT / 72), dpi=72)
    canvas = FigureCanvasAgg(figure)

    def redraw() -> None:
        figure.clear()
        axes = figure.add_subplot()
        axes.bar(range(len(values)), values)
        axes.set_xticks(
            range(0, len(values), max(1, len(values) // 12)), labels[:: max(1, len(values) // 12)]
        )
        canvas.draw()

    return redraw


def our_redraw(
    labels: tuple[str, ...], values: tuple[float, ...]
) -> tuple[Callable[[], None], Callable[[], None]]:
    """The product's canvas: a whole redraw, and pointing at another bar."""
    from cims_desktop.charts.month_bars import MonthBars
    from cims_desktop.gui.format import compact_money
    from cims_desktop.gui.widgets.chart_canvas import chart_theme, load_drawing

    families = load_drawing()
    from cims_desktop.gui.widgets.figure_canvas import FigureCanvas

    canvas = FigureCanvas()
    canvas.resize(WIDTH, HEIGHT)
    canvas.show()
    chart = MonthBars(labels, values, lambda value: compact_money(round(value), "CNY"), len(values) - 1)

    def redraw() -> None:
        canvas.show_chart(chart, chart_theme(families))
        canvas.grab()

    def point() -> None:
        canvas.point_at((canvas.item + 1) % len(values))
        canvas.grab()

    return redraw, point


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=20)
    rounds = parser.parse_args().rounds
    from PySide6.QtWidgets import QApplication

    from cims_desktop.gui import translation

    application = QApplication([])
    translation.set_language("zh_CN")
    results = {}
    for months in (12, 24, 60):
        labels = tuple(f"{22 + index // 12}年{index % 12 + 1}月" for index in range(months))
        values = tuple(float(30_000_000 + (index * 7919) % 41 * 1_000_000) for index in range(months))
        bare = bare_redraw(labels, values)
        redraw, point = our_redraw(labels, values)
        rows = [(timed(bare), timed(redraw), timed(point)) for _round in range(rounds + 2)][2:]
        medians = [round(statistics.median(column), 1) for column in zip(*rows, strict=True)]
        results[f"{months} months"] = dict(zip(("bare_ms", "redraw_ms", "point_ms"), medians, strict=True))
    application.quit()
    print(json.dumps(results, indent=1))
    slowest = max(row["redraw_ms"] for row in results.values())
    ratio = max(row["redraw_ms"] / row["bare_ms"] for row in results.values())
    print(
        f"slowest redraw {slowest} ms, at most {ratio:.2f} of a bare figure (aim: 50 ms; half of it when busy)"
    )
    return 0 if slowest <= 50 or ratio <= 0.5 else 1


if __name__ == "__main__":
    sys.exit(main())
