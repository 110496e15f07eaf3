"""How the pages of figures hold up: small windows, long legends, and figures that don't come."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.dashboard import DashboardPage
from cims_desktop.gui.pages.reports import ReportsPage
from cims_desktop.gui.widgets.donut import Donut, Slice
from cims_desktop.gui.widgets.metric_card import Part, SpreadBar
from cims_desktop.gui.widgets.search_field import SearchField
from cims_desktop.gui.widgets.skeleton import Skeleton
from tests.gui.conftest import HeardNotices

Settle = Callable[[], None]
PARTS = (Part("Promoters", 0.57, "d1"), Part("Passives", 0.2, "d3"), Part("Detractors", 0.23, "d4"))


def test_no_button_of_the_reports_is_outside_a_small_window(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    page = ReportsPage(desk)
    qtbot.addWidget(page)
    page.resize(952, 620)
    with qtbot.waitExposed(page):
        page.show()
    settle()

    def outside() -> list[str]:
        bar = page.ui.bar_card.findChildren(QPushButton)
        return [
            button.objectName()
            for button in bar
            if button.isVisible() and button.mapTo(page, QPoint(button.width(), 0)).x() > page.width()
        ]

    qtbot.waitUntil(lambda: not outside(), timeout=2000)


def test_figures_that_cannot_be_read_are_not_promised_any_longer(
    desk: Desk, qtbot: QtBot, settle: Settle, notices: HeardNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = DashboardPage(desk)
    qtbot.addWidget(page)
    with monkeypatch.context() as broken:
        broken.setattr(desk.office.reports, "dashboard", _unreadable)
        page.activate()
        settle()
    failed = [skeleton.failed for skeleton in page.findChildren(Skeleton)]

    assert failed
    assert all(failed)
    assert notices.act is not None
    notices.act()  # Try again
    settle()
    assert not any(skeleton.failed for skeleton in page.findChildren(Skeleton))


def _unreadable(*_values: object, **_named: object) -> None:
    raise OfficeFault("damaged")


def test_a_narrow_legend_keeps_its_names_in_more_lines(qtbot: QtBot) -> None:
    wide, narrow = SpreadBar(), SpreadBar()
    for bar, width in ((wide, 400), (narrow, 240)):
        qtbot.addWidget(bar)
        bar.resize(width, 60)
        bar.set_parts(PARTS)

    assert wide.sizeHint().height() < narrow.sizeHint().height()


def test_the_donut_uses_a_large_card(qtbot: QtBot) -> None:
    donut = Donut()
    qtbot.addWidget(donut)
    donut.set_slices([Slice("Satisfied", 1.0, "d1")], "4.1", "19 answers")
    donut.resize(300, 400)
    small = donut._ring().width()
    donut.resize(860, 1400)

    assert small <= 220
    assert donut._ring().width() > 500


def test_the_magnifier_grows_with_the_text(qtbot: QtBot, dressed: QApplication) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    small = field.magnifier().width()
    field_margin = field.textMargins().left()

    theme.apply(dressed, "light", 2.0)

    assert field.magnifier().width() == 2 * small
    assert field.textMargins().left() > 1.5 * field_margin
    theme.apply(dressed, "light", 1.0)
