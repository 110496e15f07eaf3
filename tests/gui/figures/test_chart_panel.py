"""A chart in a card: mouse, keyboard, table, theme."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.charts.month_bars import MonthBars
from cims_desktop.gui import theme
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.widgets.chart_canvas import ChartPanel, Reading, Shown


@pytest.fixture
def panel(qapp: QApplication, qtbot: QtBot) -> ChartPanel:
    """Shown, with three months on it."""
    jobs = JobRunner()
    made = ChartPanel()
    qtbot.addWidget(made)
    made.resize(600, 300)
    made.attach(jobs)
    made.show_chart(three_months())
    with qtbot.waitExposed(made):
        made.show()
    qtbot.waitUntil(lambda: made.canvas is not None)
    jobs.close()
    made.grab()
    return made


def three_months() -> Shown:
    chart = MonthBars(("Sep", "Oct", "Nov"), (10.0, 30.0, 20.0), lambda value: f"{value:g}", 2)
    readings = tuple(
        Reading(name, (value, orders))
        for name, value, orders in (("Sep 26", "€10", "1"), ("Oct 26", "€30", "4"), ("Nov 26", "€20", "2"))
    )
    return Shown("Sales by month", chart, readings, ("Month", "Sales", "Purchases"))


def middle_of(panel: ChartPanel, index: int) -> QPoint:
    assert panel.canvas is not None
    anchor = panel.canvas.anchor(index)
    assert anchor is not None
    return anchor.toPoint() + QPoint(0, 20)


def test_a_skeleton_stands_there_until_drawing_is_loaded(qapp: QApplication, qtbot: QtBot) -> None:
    panel = ChartPanel()
    qtbot.addWidget(panel)
    panel.resize(300, 200)
    theme.apply(qapp, "light")

    panel.show_chart(three_months())

    assert panel.canvas is None
    assert len({panel.grab().toImage().pixelColor(x, 190).name() for x in range(300)}) > 1


def test_the_mouse_over_a_bar_shows_its_values(panel: ChartPanel, qtbot: QtBot) -> None:
    with qtbot.waitSignal(panel.item_pointed) as pointed:
        qtbot.mouseMove(panel.canvas, middle_of(panel, 1))

    assert pointed.args == [1]
    assert panel.tip_text == "Oct 26\nSales: €30\nPurchases: 4"


def test_the_tooltip_stays_inside_the_panel(panel: ChartPanel, qtbot: QtBot) -> None:
    for index in range(3):
        qtbot.mouseMove(panel.canvas, middle_of(panel, index))
        tip = panel.findChild(type(panel._tip), "chart_tip_label")
        assert panel.rect().contains(tip.geometry())


def test_arrow_keys_walk_through_the_bars(panel: ChartPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    assert canvas is not None
    canvas.setFocus()
    walked = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End):
        qtbot.keyClick(canvas, key)
        walked.append(canvas.item)

    assert walked == [2, 1, 2, 0, 2]
    assert panel.tip_text.startswith("Nov 26")


def test_escape_puts_the_tooltip_away(panel: ChartPanel, qtbot: QtBot) -> None:
    canvas = panel.canvas
    assert canvas is not None
    qtbot.keyClick(canvas, Qt.Key.Key_Home)

    qtbot.keyClick(canvas, Qt.Key.Key_Escape)

    assert panel.tip_text == ""


def test_a_screen_reader_hears_every_value(panel: ChartPanel) -> None:
    assert panel.canvas is not None
    assert panel.canvas.accessibleName() == "Sales by month"
    assert panel.canvas.accessibleDescription() == "Sep 26: €10, 1; Oct 26: €30, 4; Nov 26: €20, 2"


def test_the_same_figures_stand_in_the_table(panel: ChartPanel) -> None:
    panel.set_as_table(True)
    model = panel._table.model()

    cells = [[model.index(row, column).data() for column in range(3)] for row in range(3)]

    assert panel._table.isVisible()
    assert cells == [["Sep 26", "€10", "1"], ["Oct 26", "€30", "4"], ["Nov 26", "€20", "2"]]


def test_pointing_paints_the_bar_in_the_accent_and_leaving_takes_it_back(
    panel: ChartPanel, qtbot: QtBot
) -> None:
    canvas = panel.canvas
    assert canvas is not None
    place = middle_of(panel, 0)
    before = canvas.grab().toImage().pixelColor(place).name().upper()

    canvas.point_at(0)
    during = canvas.grab().toImage().pixelColor(place).name().upper()
    canvas.point_at(-1)
    after = canvas.grab().toImage().pixelColor(place).name().upper()

    assert (before, during, after) == (theme.tokens().bar, theme.tokens().accent, theme.tokens().bar)


def test_the_theme_changes_the_drawing(panel: ChartPanel, qapp: QApplication, qtbot: QtBot) -> None:
    assert panel.canvas is not None
    theme.apply(qapp, "dark")

    assert panel.canvas.grab().toImage().pixelColor(2, 2).name().upper() == theme.tokens().surface


def test_resizing_moves_the_bars(panel: ChartPanel) -> None:
    canvas = panel.canvas
    assert canvas is not None
    before = canvas.anchor(2)
    panel.resize(1200, 300)
    panel.grab()
    after = canvas.anchor(2)

    assert before is not None
    assert after is not None
    assert after.x() > before.x() * 1.7
