"""The line under a field that says what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cims_desktop.domain.customers import is_warning
from cims_desktop.domain.errors import Problem
from cims_desktop.gui.words import problem_sentence


class ProblemLabel(QLabel):
    """Hidden while all is well; red for an error, amber for a warning that may be saved all the same."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setVisible(False)

    def show_problem(self, problem: Problem | None, field: QWidget) -> None:
        """Says what is wrong with `field`, also to a screen reader; None: nothing is."""
        if problem is None:
            self.say("", field)
        else:
            self.say(problem_sentence(problem), field, mild=is_warning(problem))

    def say(self, sentence: str, field: QWidget, *, mild: bool = False) -> None:
        """Says a sentence of one's own about `field`; `mild`: a warning. An empty one takes it away."""
        self.setText(sentence)
        self.setVisible(bool(sentence))
        field.setAccessibleDescription(sentence)
        if self.property("role") != ("warning" if mild else "error"):
            self.setProperty("role", "warning" if mild else "error")
            _polish(self)
        if isinstance(field, QLineEdit):
            state = "" if not sentence else "warning" if mild else "error"
            if field.property("state") != state:
                field.setProperty("state", state)
                field.setProperty("invalid", bool(sentence) and not mild)
                _polish(field)


def _polish(widget: QWidget) -> None:
    """A style sheet looks at dynamic properties only when it is asked to."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)
