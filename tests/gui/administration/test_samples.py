"""The dialogs that are made for the screenshots: every one appears, and nothing of them is stored."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.sample_dialogs import samples

Settle = Callable[[], None]
PAGES = {
    "administration-users": ["user-add", "user-edit", "user-password", "user-disable"],
    "administration-rules": ["sensitive-field"],
    "administration-journal": ["journal-verdict"],
    "administration-backups": ["restore", "move-office"],
    "administration-keys": ["recovery-code", "renew-keys"],
    "settings": ["own-password", "second-factor"],
}


@pytest.mark.parametrize("page", PAGES)
def test_each_dialog_of_a_page_appears_and_stores_nothing(
    page: str, desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    before = desk.office.users.listing(by=desk.user)
    shown = []

    for name, dialog in samples(page, desk, window, tmp_path):
        with qtbot.waitExposed(dialog):
            dialog.show()
        settle()
        shown.append(name)
        dialog.hide()

    assert shown == PAGES[page]
    assert desk.office.users.listing(by=desk.user) == before
