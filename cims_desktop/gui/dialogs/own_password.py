"""Changes one's own password."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.gui._gen.ui_own_password_dialog import Ui_OwnPasswordDialog
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.own_password import OwnPassword
from cims_desktop.gui.widgets.primary import make_primary

WIDTH = 440


class OwnPasswordDialog(Translated, QDialog):
    """Accepted when the password is another one. The old one is asked for, because somebody may have left his desk."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ui = ui = Ui_OwnPasswordDialog()
        ui.setupUi(self)
        user = desk.user
        self.password = OwnPassword(
            ui, desk.jobs, lambda: (user.sign_in_name, user.display_name, desk.office.profile.name)
        )
        ui.old_edit.textChanged.connect(lambda: mark_invalid(ui.old_edit, ui.old_error_label, ""))
        ui.buttons.accepted.connect(self.change)
        ui.buttons.rejected.connect(self.reject)
        mark_invalid(ui.old_edit, ui.old_error_label, "")
        ui.fault_label.hide()
        ui.old_edit.setFocus()
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        save = self.ui.buttons.button(QDialogButtonBox.StandardButton.Save)
        save.setText(self.tr("Change the password"))
        make_primary(save)

    def change(self) -> None:
        """Sets the password off the GUI thread, if the form is complete."""
        old, new, office, user = (
            self.ui.old_edit.text(),
            self.password.checked(),
            self._desk.office,
            self._desk.user,
        )
        if not old:
            mark_invalid(self.ui.old_edit, self.ui.old_error_label, self.tr("Please fill this in."))
            self.ui.old_edit.setFocus()
            return
        if new:
            self._set_busy(busy=True)
            self._desk.write(
                lambda: office.users.change_password(old, new, by=user),
                self._changed,
                owner=self,
                failed=self._refused,
            )

    def _changed(self, _changes: object) -> None:
        self._desk.notices.succeed(self.tr("Your password was changed."))
        self.accept()

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        ui = self.ui
        if isinstance(error, Invalid):
            self.password.show_problems(error.problems)
        elif error.code == "wrong_name_or_password":
            mark_invalid(ui.old_edit, ui.old_error_label, self.tr("The password is not right."))
            ui.old_edit.selectAll()
            ui.old_edit.setFocus()
        else:
            ui.fault_label.setText(" ".join(fault_words(error)).strip())
            ui.fault_label.show()

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.buttons.setEnabled(not busy)
        self.ui.busy_bar.set_busy(busy=busy)
        if busy:
            self.ui.fault_label.hide()
