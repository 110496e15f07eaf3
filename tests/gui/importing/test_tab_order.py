"""Tab goes through every step of the wizard in the order in which one reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.imports import ImportKind
from cims_desktop.gui.dialogs.import_wizard import CHECK, FILE, ImportWizard
from cims_desktop.gui.importing.check_page import CheckPage
from tests.gui.importing.support import CHINESE, Chooser, choose_file, until_step, write_table

OpenWizard = Callable[..., ImportWizard]
SAME_LINE = 24
"""Fields on one line differ by this many pixels at most: a check box stands lower than a field."""


def tabbed(qtbot: QtBot, wizard: ImportWizard) -> list[QWidget]:
    """What Tab comes to, beginning after the last button of the foot."""
    wizard.ui.next_button.setEnabled(True)
    wizard.ui.next_button.setFocus()
    order: list[QWidget] = []
    while not order or order[-1] is not wizard.ui.next_button:
        qtbot.keyClick(wizard.focusWidget(), Qt.Key.Key_Tab)
        order.append(wizard.focusWidget())
        assert len(order) < 50, "Tab never comes back"
    return order


def reading_order(wizard: ImportWizard, stops: list[QWidget]) -> list[QWidget]:
    """Columns from left to right, in each column lines from above, in each line from left to right."""
    page = wizard.page
    column = page.ui.options_frame if isinstance(page, CheckPage) else None

    def place(stop: QWidget) -> tuple[bool, bool, int, int]:
        corner = stop.mapTo(wizard, QPoint(0, 0))
        beside = column is not None and not column.isAncestorOf(stop)
        return wizard.ui.foot_frame.isAncestorOf(stop), beside, corner.y() // SAME_LINE, corner.x()

    return sorted(stops, key=place)


def names(stops: list[QWidget]) -> list[str]:
    return [stop.objectName() or str(stop.property("text")) for stop in stops]


@pytest.mark.parametrize("kind", [ImportKind.CUSTOMERS, ImportKind.PRODUCTS, ImportKind.PURCHASES])
def test_tab_follows_the_eye_on_every_step(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot, kind: ImportKind
) -> None:
    file_choice.path = write_table(
        tmp_path / "客户.csv", (*CHINESE, "陈静,12,chen@example.com,青禾,上海市,1985-13-45")
    )
    wizard = open_wizard(kind)

    def look() -> None:
        order = tabbed(qtbot, wizard)
        # New texts are laid out in the next turn of the event loop.
        qtbot.waitUntil(lambda: names(order) == names(reading_order(wizard, order)), timeout=2000)

    look()
    choose_file(qtbot, wizard)
    look()
    for step in range(FILE + 1, CHECK + 1):
        wizard.ui.next_button.setEnabled(True)
        wizard.page.go_on()
        wizard.go_to(step)
        until_step(qtbot, wizard, step)
        look()
    wizard.draft.path = None

    assert isinstance(wizard.page, CheckPage)
