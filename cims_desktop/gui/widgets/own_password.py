"""The two fields in which somebody chooses a password of his own, with strength and suggestion."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject

from cims_desktop.domain.errors import Problem
from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import language
from cims_desktop.gui.widgets.new_password import NewPassword, PasswordFields


class OwnPassword(QObject):
    """Brings the password fields of the form `ui` to life. `names()` are those that a password must not be."""

    def __init__(
        self, ui: Any, jobs: JobRunner, names: Callable[[], tuple[str, ...]], gate: Gate | None = None
    ) -> None:
        super().__init__(ui.password_edit)
        self._ui = ui
        fields = PasswordFields(
            ui.password_edit, ui.password_error_label, ui.strength_bar, ui.suggest_button, ui.passphrase_label,
            ui.again_edit,
        )  # fmt: skip
        NewPassword(fields, jobs, names, language, gate)
        ui.again_edit.textChanged.connect(self._forgive)
        ui.password_edit.returnPressed.connect(ui.again_edit.setFocus)
        self.show_problems(())

    def checked(self) -> str:
        """The password, if it was typed twice alike; else empty, and the fields say why."""
        first, again = self._ui.password_edit.text(), self._ui.again_edit.text()
        if not first:
            self.show_problems([Problem("password", "required")])
        elif first != again:
            self.show_problems([Problem("again", "not_the_same")])
        else:
            return str(first)
        return ""

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Marks what is wrong with either field, and goes to the first; none clears both."""
        ui = self._ui
        for name, edit, label in (
            ("again", ui.again_edit, ui.again_error_label),
            ("password", ui.password_edit, ui.password_error_label),
        ):
            found = next((one for one in problems if one.field == name), None)
            mark_invalid(edit, label, problem_words(found) if found else "")
            if found is not None:
                edit.setFocus()

    def clear(self) -> None:
        """Forgets what was typed."""
        for edit in (self._ui.password_edit, self._ui.again_edit):
            edit.clear()
        self.show_problems(())

    def _forgive(self) -> None:
        mark_invalid(self._ui.again_edit, self._ui.again_error_label, "")
