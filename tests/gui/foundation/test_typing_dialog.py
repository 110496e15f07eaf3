"""Esc in a form with something typed asks before it is given up."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout
from pytestqt.qtbot import QtBot

from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.questions import Questions
from tests.gui.conftest import Answers


def opened(qtbot: QtBot, person: Answers) -> tuple[TypingDialog, QLineEdit]:
    dialog = TypingDialog()
    qtbot.addWidget(dialog)
    edit = QLineEdit(dialog)
    QVBoxLayout(dialog).addWidget(edit)
    dialog.ask_before_losing(Questions(person), lambda: bool(edit.text()))
    with qtbot.waitExposed(dialog):
        dialog.open()
    return dialog, edit


def test_an_untouched_form_closes_without_a_question(qtbot: QtBot) -> None:
    person = Answers(agree=False)
    dialog, _edit = opened(qtbot, person)

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert (dialog.isVisible(), person.asked) == (False, [])


@pytest.mark.parametrize("way", ["escape", "window"])
@pytest.mark.parametrize("agrees", [True, False])
def test_typing_is_given_up_only_when_the_person_says_so(qtbot: QtBot, agrees: bool, way: str) -> None:
    person = Answers(agrees)
    dialog, edit = opened(qtbot, person)
    qtbot.keyClicks(edit, "half a purchase")

    if way == "escape":
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    else:
        dialog.close()

    assert len(person.asked) == 1
    assert person.asked[0].destructive
    assert (dialog.isVisible(), edit.text()) == (not agrees, "half a purchase")
