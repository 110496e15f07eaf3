"""Questions before a destructive act: one wrapper, so that tests can answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget


@dataclass(frozen=True)
class Question:
    """What is asked. The button that agrees names the act ("Delete customer"), never "OK"."""

    title: str
    text: str
    act_label: str
    destructive: bool = False


Answerer = Callable[[QWidget | None, Question], bool]


class Questions:
    """Asks the person, or in tests an `answerer`."""

    def __init__(self, answerer: Answerer | None = None) -> None:
        self._answerer = answerer or ask_in_box

    def ask(
        self, parent: QWidget | None, title: str, text: str, act_label: str, *, destructive: bool = False
    ) -> bool:
        """Whether the person agreed. Blocks until answered."""
        return self._answerer(parent, Question(title, text, act_label, destructive))


def ask_in_box(parent: QWidget | None, question: Question) -> bool:
    """A modal box with the act and Cancel; Enter and Esc cancel when the act is destructive."""
    box = QMessageBox(parent)
    box.setWindowTitle(question.title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question.title)
    box.setInformativeText(question.text)
    act = box.addButton(question.act_label, QMessageBox.ButtonRole.AcceptRole)
    cancel = box.addButton(QMessageBox.StandardButton.Cancel)
    act.setProperty("destructive" if question.destructive else "primary", True)
    box.setDefaultButton(cancel if question.destructive else act)
    box.setEscapeButton(cancel)
    box.exec()
    return box.clickedButton() is act


def ask(parent: QWidget | None, title: str, text: str, act_label: str, destructive: bool = False) -> bool:
    """Asks outside a desk (start-up); pages use `desk.questions.ask`, which tests can answer."""
    return ask_in_box(parent, Question(title, text, act_label, destructive))
