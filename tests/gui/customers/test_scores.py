"""A score by keyboard: what is missing is said, and Enter saves wherever the cursor is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from cims_desktop.domain.satisfaction import Metric
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers.satisfaction_tab import SatisfactionTab
from cims_desktop.gui.widgets.score_edit import ScoreEdit
from tests.gui.customers.conftest import WIDE, Opened, Settle
from tests.offices import add_customer


@pytest.fixture
def tab(desk: Desk, opened: Opened, settle: Settle, qtbot: QtBot) -> SatisfactionTab:
    """The Satisfaction tab of the only customer, with the keyboard."""
    add_customer(desk.office)
    page = opened()
    page.detail.tabs.choose(2)
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    settle()
    found: SatisfactionTab = page.detail.ui.satisfaction_tab
    return found


def scores(desk: Desk) -> list[tuple[int, str]]:
    return [(one.score, one.comment) for one in desk.office.satisfaction.of_customer(1, by=desk.user)]


def test_enter_in_a_comment_without_a_score_says_what_is_missing_and_goes_there(
    qtbot: QtBot, tab: SatisfactionTab, desk: Desk
) -> None:
    tab.ui.comment_edit.setFocus()
    qtbot.keyClicks(tab.ui.comment_edit, "Friendly")

    qtbot.keyClick(tab.ui.comment_edit, Qt.Key.Key_Return)

    focus = QApplication.focusWidget()
    assert tab.ui.score_problem.isVisible()
    assert tab.ui.score_problem.text() == "Choose a score from 1 to 5 first."
    assert focus is not None
    assert tab.ui.score_edit.isAncestorOf(focus)
    assert scores(desk) == []


def test_the_complaint_goes_with_the_score_and_enter_there_saves(
    qtbot: QtBot, tab: SatisfactionTab, desk: Desk, settle: Settle
) -> None:
    qtbot.keyClicks(tab.ui.comment_edit, "Friendly")
    tab.ui.save_button.click()

    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_4)
    assert not tab.ui.score_problem.isVisible()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle()

    assert scores(desk) == [(4, "Friendly")]
    assert not tab.has_text()


def test_enter_on_another_score_chooses_it_first(
    qtbot: QtBot, tab: SatisfactionTab, desk: Desk, settle: Settle
) -> None:
    buttons = tab.ui.score_edit.findChildren(QPushButton)
    buttons[1].setFocus()

    qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    assert (tab.ui.score_edit.value(), scores(desk)) == (2, [])
    qtbot.keyClick(buttons[1], Qt.Key.Key_Return)
    settle()

    assert scores(desk) == [(2, "")]


@pytest.mark.parametrize(
    ("typed", "score"), [("10", 10), ("1", 1), ("0", 0), ("70", 0), ("15", 5), ("100", 0)]
)
def test_ten_is_typed_with_two_digits(qtbot: QtBot, dressed: QApplication, typed: str, score: int) -> None:
    edit = ScoreEdit()
    qtbot.addWidget(edit)
    edit.set_range(0, 10)

    qtbot.keyClicks(edit, typed)

    assert edit.value() == score


def test_another_question_takes_the_complaint_back(qtbot: QtBot, tab: SatisfactionTab) -> None:
    qtbot.keyClicks(tab.ui.comment_edit, "Friendly")
    tab.ui.save_button.click()
    assert tab.ui.score_problem.isVisible()

    tab.choose_metric(Metric.NPS)

    assert not tab.ui.score_problem.isVisible()
    assert tab.ui.save_button.isEnabled()
    tab.forget_text()


def test_what_is_missing_is_scrolled_into_view(qtbot: QtBot, tab: SatisfactionTab, settle: Settle) -> None:
    area = tab.window().findChild(QScrollArea, "scroll_area")
    tab.window().resize(WIDE, 520)
    settle()
    tab.ui.comment_edit.setFocus()
    qtbot.keyClicks(tab.ui.comment_edit, "Friendly")
    area.verticalScrollBar().setValue(0)

    qtbot.keyClick(tab.ui.comment_edit, Qt.Key.Key_Return)

    def seen() -> bool:
        top = tab.ui.score_edit.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + tab.ui.score_edit.height() <= area.viewport().height()

    qtbot.waitUntil(seen)
    tab.forget_text()
