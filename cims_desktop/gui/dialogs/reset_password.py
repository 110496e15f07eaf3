"""Gives a user a new password, because the old one was forgotten."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_password_dialog import Ui_ResetPasswordDialog
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.new_password import NewPassword, PasswordFields
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import problem_sentence

WIDTH = 440


class ResetPasswordDialog(Translated, QDialog):
    """`submitted(str)`: the new password; whoever sets it calls `accept`, `show_problems` or `show_fault`."""

    submitted = Signal(str)

    def __init__(self, jobs: JobRunner, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self.ui = ui = Ui_ResetPasswordDialog()
        ui.setupUi(self)
        fields = PasswordFields(
            ui.password_edit, ui.password_error_label, ui.strength_bar, ui.suggest_button, ui.passphrase_label
        )
        NewPassword(fields, jobs, lambda: (user.sign_in_name, user.display_name))
        ui.buttons.accepted.connect(self._submit)
        ui.buttons.rejected.connect(self.reject)
        self.retranslate()
        self.show_problems(())
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Reset the password"))
        text = self.tr("A new password for %1 (%2). The old one stops working at once.")
        self.ui.what_label.setText(
            text.replace("%1", self._user.display_name).replace("%2", self._user.sign_in_name)
        )
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Reset password"))
        make_primary(save)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says what is wrong with the password; none clears it."""
        sentence = problem_sentence(problems[0]) if problems else ""
        mark_invalid(self.ui.password_edit, self.ui.password_error_label, sentence)
        self.show_fault("")
        if sentence:
            self.ui.password_edit.setFocus()

    def show_fault(self, sentence: str) -> None:
        """Says why it failed; empty clears it. The form can be sent again."""
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.setVisible(bool(sentence))
        self._set_busy(busy=False)

    def _submit(self) -> None:
        password = self.ui.password_edit.text()
        if not password:
            self.show_problems([Problem("password", "required")])
            return
        self._set_busy(busy=True)
        self.submitted.emit(password)

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.buttons.setEnabled(not busy)
        self.ui.busy_bar.set_busy(busy=busy)
