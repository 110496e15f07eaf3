"""Choosing a new password: judged while it is typed, and a passphrase to take instead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QLabel, QPushButton

from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import Job, JobRunner
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import language
from cims_desktop.gui.widgets.password_edit import PasswordEdit
from cims_desktop.gui.widgets.strength_bar import StrengthBar

if TYPE_CHECKING:
    from cims_desktop.services.new_passwords import PasswordStrength


@dataclass(frozen=True)
class PasswordFields:
    """What a form has for a new password; without `again_edit` it is typed once."""

    edit: PasswordEdit
    error_label: QLabel
    strength_bar: StrengthBar
    suggest_button: QPushButton
    passphrase_label: QLabel
    again_edit: PasswordEdit | None = None


class NewPassword(QObject):
    """Brings the fields of a form to life. `names()` are those that a password must not be.

    `wanted_language()` says in which language a passphrase is suggested; without it, in the window's.
    """

    def __init__(
        self,
        fields: PasswordFields,
        jobs: JobRunner,
        names: Callable[[], tuple[str, ...]],
        wanted_language: Callable[[], str] = language,
        gate: Gate | None = None,
    ) -> None:
        super().__init__(fields.edit)
        self._fields, self._jobs, self._names = fields, jobs, names
        self._language, self._gate = wanted_language, gate or Gate()
        self._checking: Job | None = None
        fields.passphrase_label.hide()
        fields.edit.textChanged.connect(self._typed)
        fields.suggest_button.clicked.connect(self._suggest)

    def _typed(self, password: str) -> None:
        """Judges the password while it is typed; the rules may be slow to load, so off the GUI thread."""
        fields, gate, names = self._fields, self._gate, self._names()
        mark_invalid(fields.edit, fields.error_label, "")
        fields.passphrase_label.clear()
        fields.passphrase_label.hide()
        if self._checking is not None:
            self._checking.cancel()
        if not password:
            fields.strength_bar.clear()
            return
        self._checking = self._jobs.submit(
            lambda: gate.password_strength(password, names), done=self._judged, owner=self
        )

    def _judged(self, strength: PasswordStrength) -> None:
        refused = bool(strength.problems)
        self._fields.strength_bar.show_strength(strength.guessing_seconds, refused=refused)
        sentence = problem_words(strength.problems[0]) if refused else ""
        mark_invalid(self._fields.edit, self._fields.error_label, sentence)

    def _suggest(self) -> None:
        gate, wanted = self._gate, self._language()
        self._jobs.submit(lambda: gate.suggest_passphrase(wanted), done=self._suggested, owner=self)

    def _suggested(self, passphrase: tuple[str, str]) -> None:
        """Fills the fields so that they can be read: it must be written down or learnt now."""
        text, reading = passphrase
        for field in filter(None, (self._fields.edit, self._fields.again_edit)):
            field.setText(text)
            field.setCursorPosition(0)
            field.reveal_action.setChecked(True)
        lines = [text, self.tr("In characters: %1").replace("%1", reading)] if reading else [text]
        self._fields.passphrase_label.setText("\n".join(lines))  # the field may be too narrow for all of it
        self._fields.passphrase_label.show()
