"""The form of one user: a new one with a first password, or name and role of one who is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialogButtonBox, QLabel, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.roles import Role, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_user_dialog import Ui_UserDialog
from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.right_words import role_sentence
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.new_password import NewPassword, PasswordFields
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import problem_sentence, role_word

if TYPE_CHECKING:
    from cims_desktop.gui.drafting import DraftValue

WIDTH = 460


@dataclass(frozen=True)
class UserForm:
    """What the form gives; `password` is empty for a user who is there already."""

    display_name: str
    sign_in_name: str
    role: Role
    password: str = field(default="", repr=False)


class UserDialog(Translated, TypingDialog):
    """`submitted(UserForm)`: it is complete; whoever saves it calls `accept` or `show_problems`.

    `why_same_role` says why the role can't be changed; empty when it can.
    """

    submitted = Signal(object)

    def __init__(
        self,
        jobs: JobRunner,
        roles: Sequence[Role],
        user: User | None = None,
        why_same_role: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._user, self._why, self._roles = user, why_same_role, tuple(roles)
        self.ui = ui = Ui_UserDialog()
        ui.setupUi(self)
        self._fields: dict[str, tuple[QWidget, QLabel]] = {
            "display_name": (ui.display_name_edit, ui.display_name_error_label),
            "sign_in_name": (ui.sign_in_name_edit, ui.sign_in_name_error_label),
            "role": (ui.role_combo, ui.role_error_label),
            "password": (ui.password_edit, ui.password_error_label),
        }
        fields = PasswordFields(
            ui.password_edit, ui.password_error_label, ui.strength_bar, ui.suggest_button, ui.passphrase_label
        )
        NewPassword(fields, jobs, lambda: (ui.sign_in_name_edit.text(), ui.display_name_edit.text()))
        self._fill()
        self._shown = self._typed()
        ui.buttons.accepted.connect(self._submit)
        ui.buttons.rejected.connect(self.reject)
        ui.role_combo.currentIndexChanged.connect(self._show_sentence)
        self.retranslate()
        self.show_problems(())
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        new, ui = self._user is None, self.ui
        self.setWindowTitle(self.tr("Add a user") if new else self.tr("Edit user"))
        save = ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Add user") if new else self.tr("Save changes"))
        make_primary(save)
        for position, role in enumerate(self._roles):
            ui.role_combo.setItemText(position, role_word(role))
        self._show_sentence()

    def draft(self) -> DraftValue | None:
        """Names and role, never a password, for the keeper of drafts; None: nothing differs from what was shown."""
        typed = self._typed()
        return None if typed == self._shown else ("user", self._user.id if self._user else None, typed)

    def take_draft(self, payload: Mapping[str, Any]) -> None:
        """Shows what a draft holds."""
        ui = self.ui
        ui.display_name_edit.setText(str(payload["display_name"]))
        if self._user is None:
            ui.sign_in_name_edit.setText(str(payload["sign_in_name"]))
        if not self._why:
            ui.role_combo.setCurrentIndex(max(ui.role_combo.findData(payload["role"]), 0))

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Puts each problem beside its field and the cursor into the first; none clears them all."""
        sentences = {problem.field: problem_sentence(problem) for problem in reversed(problems)}
        for name, (edit, label) in self._fields.items():
            mark_invalid(edit, label, sentences.get(name, ""))
        self.show_fault(" ".join(text for name, text in sentences.items() if name not in self._fields))
        for name, (edit, _label) in self._fields.items():
            if name in sentences:
                edit.setFocus()
                break

    def show_fault(self, sentence: str) -> None:
        """Says why saving failed; empty clears it. The form can be sent again."""
        self.ui.fault_label.setText(sentence)
        self.ui.fault_label.setVisible(bool(sentence))
        self._set_busy(busy=False)

    def _fill(self) -> None:
        ui, user = self.ui, self._user
        for role in self._roles:
            ui.role_combo.addItem(role_word(role), role.key)
        wanted = RoleName.FRONT_DESK.value if user is None else user.role.key
        ui.role_combo.setCurrentIndex(max(ui.role_combo.findData(wanted), 0))
        if user is None:
            return
        ui.display_name_edit.setText(user.display_name)
        ui.sign_in_name_edit.setText(user.sign_in_name)
        ui.sign_in_name_edit.setReadOnly(True)
        ui.role_combo.setEnabled(not self._why)
        ui.password_panel.hide()

    def _show_sentence(self, _position: int = 0) -> None:
        sentence = role_sentence(self._role())
        self.ui.role_sentence_label.setText(f"{sentence}\n{self._why}" if self._why else sentence)
        self.ui.role_combo.setAccessibleDescription(self.ui.role_sentence_label.text())

    def _role(self) -> Role:
        position: int = max(self.ui.role_combo.currentIndex(), 0)
        return self._roles[position]

    def _typed(self) -> dict[str, object]:
        ui = self.ui
        names = {"display_name": ui.display_name_edit.text(), "sign_in_name": ui.sign_in_name_edit.text()}
        return {**names, "role": self._role().key}

    def _submit(self) -> None:
        ui = self.ui
        form = UserForm(
            ui.display_name_edit.text().strip(),
            ui.sign_in_name_edit.text().strip(),
            self._role(),
            "" if self._user else ui.password_edit.text(),
        )
        needed = ["display_name", "sign_in_name", *(() if self._user else ("password",))]
        missing = [Problem(name, "required") for name in needed if not getattr(form, name)]
        self.show_problems(missing)
        if not missing:
            self._set_busy(busy=True)
            self.submitted.emit(form)

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.buttons.setEnabled(not busy)
        self.ui.busy_bar.set_busy(busy=busy)
