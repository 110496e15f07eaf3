"""Import and export, asked for from any page."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.export_list import ExportListDialog
from cims_desktop.gui.dialogs.import_wizard import ImportWizard
from cims_desktop.gui.errands import Errands
from tests.gui.figures.conftest import Writer

Settle = Callable[[], None]


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    Errands(desk, made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.mark.parametrize("ask", [lambda desk: desk.routes.import_requested.emit(),
                                 lambda desk: desk.routes.page_requested.emit("import")])  # fmt: skip
def test_the_wizard_opens_over_the_window(
    ask: Callable[[Desk], None], window: QWidget, desk: Desk, settle: Settle
) -> None:
    ask(desk)
    (wizard,) = window.findChildren(ImportWizard)

    assert wizard.isVisible()
    wizard.reject()
    settle()


def test_all_customers_are_offered_for_export(
    window: QWidget, desk: Desk, write: Writer, qtbot: QtBot, settle: Settle
) -> None:
    write.customer("Ada")
    desk.routes.export_requested.emit()
    qtbot.waitUntil(lambda: bool(window.findChildren(ExportListDialog)))
    (dialog,) = window.findChildren(ExportListDialog)

    assert dialog.isVisible()
    dialog.reject()
    settle()
