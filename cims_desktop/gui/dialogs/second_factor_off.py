"""Switches the one-time code off, after the password."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.gui._gen.ui_second_factor_off_dialog import Ui_SecondFactorOffDialog
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.translation import Translated

WIDTH = 420


class SecondFactorOffDialog(Translated, QDialog):
    """Accepted when the password alone signs in from now on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.ui = ui = Ui_SecondFactorOffDialog()
        ui.setupUi(self)
        ui.password_edit.textChanged.connect(lambda: self._complain(""))
        ui.buttons.accepted.connect(self.switch_off)
        ui.buttons.rejected.connect(self.reject)
        ui.buttons.button(QDialogButtonBox.StandardButton.Save).setProperty("destructive", True)
        ui.password_edit.setFocus()
        self._complain("")
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        self.ui.buttons.button(QDialogButtonBox.StandardButton.Save).setText(self.tr("Switch off"))

    def switch_off(self) -> None:
        """Does it off the GUI thread; deriving the key takes a moment."""
        password, office, user = self.ui.password_edit.text(), self._desk.office, self._desk.user
        if not password:
            self._complain(self.tr("Please fill this in."))
            return
        self._set_busy(busy=True)
        self._desk.write(
            lambda: office.second_factor.switch_off(password, by=user),
            lambda _none: self.accept(), owner=self, failed=self._refused,
        )  # fmt: skip

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        wrong = error.code == "wrong_name_or_password"
        self._complain(
            self.tr("The password is not right.") if wrong else " ".join(fault_words(error)).strip()
        )
        self.ui.password_edit.selectAll()
        self.ui.password_edit.setFocus()

    def _complain(self, sentence: str) -> None:
        mark_invalid(self.ui.password_edit, self.ui.password_error_label, sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.buttons.setEnabled(not busy)
        self.ui.busy_bar.set_busy(busy=busy)
