"""The filter of the customer list: what applies it, and what leaves it alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.filter import FilterPopover


@pytest.fixture
def narrowing(desk: Desk, dressed: QApplication, qtbot: QtBot) -> Iterator[tuple[FilterPopover, list]]:
    """The filter, opened at a button, and what it applied."""
    button, applied = QPushButton("Filter"), []
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    popover = FilterPopover(desk.currency, desk.today, button)
    popover.applied.connect(applied.append)
    popover.show_query(CustomerQuery(), ())
    popover.open_at(button)
    yield popover, applied
    popover.hide()


def test_enter_in_an_amount_of_the_filter_applies_it_and_closes(
    narrowing: tuple[FilterPopover, list], qtbot: QtBot
) -> None:
    popover, applied = narrowing
    qtbot.keyClicks(popover.ui.spent_from_edit, "1500")

    qtbot.keyClick(popover.ui.spent_from_edit, Qt.Key.Key_Return)

    assert [query.filter.spent_at_least for query in applied] == [150_000]
    assert not popover.isVisible()


def test_a_click_beside_the_filter_applies_what_was_typed_once(
    narrowing: tuple[FilterPopover, list], qtbot: QtBot
) -> None:
    popover, applied = narrowing
    qtbot.keyClicks(popover.ui.spent_from_edit, "1500")

    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))

    assert [query.filter.spent_at_least for query in applied] == [150_000]
    assert not popover.isVisible()


def test_a_click_beside_an_untouched_filter_or_escape_changes_nothing(
    narrowing: tuple[FilterPopover, list], qtbot: QtBot
) -> None:
    popover, applied = narrowing
    qtbot.mouseClick(popover, Qt.MouseButton.LeftButton, pos=QPoint(-20, -20))

    popover.show()
    qtbot.keyClicks(popover.ui.spent_from_edit, "1500")
    qtbot.keyClick(popover.ui.spent_from_edit, Qt.Key.Key_Escape)

    assert (applied, popover.isVisible()) == ([], False)


def test_enter_in_an_amount_that_is_none_keeps_the_filter_open(
    narrowing: tuple[FilterPopover, list], qtbot: QtBot
) -> None:
    popover, applied = narrowing
    qtbot.keyClicks(popover.ui.spent_from_edit, "lots")

    qtbot.keyClick(popover.ui.spent_from_edit, Qt.Key.Key_Return)

    assert (applied, popover.isVisible()) == ([], True)
    assert popover.ui.spent_from_edit.property("invalid")
