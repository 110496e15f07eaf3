"""The wizard on a real office, with files chosen by the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cims_desktop.domain.imports import ImportKind
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.import_wizard import ImportWizard
from tests.gui.importing.support import Chooser

OpenWizard = Callable[..., ImportWizard]


@pytest.fixture
def file_choice() -> Chooser:
    """Which file the person chooses."""
    return Chooser()


@pytest.fixture
def target_choice(tmp_path: Path) -> Chooser:
    """Where the person saves refused rows."""
    return Chooser(tmp_path / "refused.csv")


@pytest.fixture
def open_wizard(
    desk: Desk, file_choice: Chooser, target_choice: Chooser, qtbot: QtBot
) -> Iterator[OpenWizard]:
    """Opens the wizard; at the end it goes, whatever it does."""
    opened: list[ImportWizard] = []

    def make(kind: ImportKind | None = None) -> ImportWizard:
        wizard = ImportWizard(desk, None, kind, file_choice, target_choice)
        opened.append(wizard)
        with qtbot.waitExposed(wizard):
            wizard.open()
        wizard.activateWindow()
        qtbot.waitUntil(wizard.isActiveWindow)
        return wizard

    yield make
    for wizard in opened:
        wizard.run_page.stop()
        wizard.hide()
        wizard.deleteLater()
