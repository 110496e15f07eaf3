"""A dialog in which somebody types: Esc, Cancel and the window's own button ask before it is given up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog

from cims_desktop.gui.questions import Questions


class TypingDialog(QDialog):
    """Closes without a question until `ask_before_losing` was called, and while nothing is typed."""

    _questions: Questions | None = None
    _has_typing: Callable[[], bool] = staticmethod(lambda: False)

    def ask_before_losing(self, questions: Questions, has_typing: Callable[[], bool]) -> None:
        """From now on rejecting asks when `has_typing` says that something would be lost."""
        self._questions, self._has_typing = questions, has_typing

    def reject(self) -> None:
        """Esc, Cancel, or the window's own button."""
        if self._questions is None or not self._has_typing() or self._gives_up(self._questions):
            super().reject()

    def _gives_up(self, questions: Questions) -> bool:
        return questions.ask(
            self,
            QCoreApplication.translate("TypingDialog", "Discard what you typed?"),
            QCoreApplication.translate("TypingDialog", "What you typed is not saved yet."),
            QCoreApplication.translate("TypingDialog", "Discard"),
            destructive=True,
        )
