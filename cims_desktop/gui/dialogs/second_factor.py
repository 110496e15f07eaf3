"""Switches the one-time code on: scan, type a code back, keep the recovery codes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QCloseEvent, QFontDatabase
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QWidget

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_second_factor_dialog import Ui_SecondFactorDialog
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.code_keeping import CodeKeeping
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import keep_fitted, mark_invalid
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import Translated

if TYPE_CHECKING:
    from cims_desktop.services.second_factor import Enrolment

WIDTH, QR_SIDE = 620, 200


class SecondFactorDialog(Translated, QDialog):
    """Accepted when the code is on and its recovery codes are kept. `required`: the office asks for it, so that
    whoever won't signs out (`wants_sign_out`).
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, required: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._required = desk, required
        self.wants_sign_out = False
        self.ui = ui = Ui_SecondFactorDialog()
        ui.setupUi(self)
        apply_icons(self)
        self._fields: dict[str, tuple[QLineEdit, QLabel]] = {
            "code": (ui.code_edit, ui.code_error_label),
            "password": (ui.password_edit, ui.password_error_label),
        }
        self.keeping = CodeKeeping(desk, ui, self)
        for name, (edit, _label) in self._fields.items():
            self._mark(name, "")
            edit.textChanged.connect(lambda _text, name=name: self._mark(name, ""))
        for button, wanted in ((ui.sign_out_button, required), (ui.cancel_button, not required)):
            button.setVisible(wanted)
        ui.fault_label.hide()
        self._connect()
        self.retranslate()
        self._dress()
        keep_fitted(self, WIDTH)
        self._begin()

    @property
    def _keeps_codes(self) -> bool:
        return self.ui.stack.currentWidget() is self.ui.codes_page

    def retranslate(self) -> None:
        if self._required:
            why = self.tr(
                "This office asks everybody for a one-time code besides the password. It takes a minute."
            )
        else:
            why = self.tr("Whoever learns your password still needs your phone to sign in here.")
        self.ui.why_label.setText(why)
        self.ui.why_label.setVisible(not self._keeps_codes)
        self.ui.next_button.setText(self.tr("Done") if self._keeps_codes else self.tr("Switch on"))

    def go_on(self) -> None:
        """The next step: switches it on, or ends when the codes are kept."""
        if self._keeps_codes:
            if self.ui.kept_check.isChecked():
                self.accept()
            return
        code, password = self.ui.code_edit.text().strip(), self.ui.password_edit.text()
        for name, text in (("password", password), ("code", code)):
            if not text:
                self._mark(name, self.tr("Please fill this in."))
                self._fields[name][0].setFocus()
        if not code or not password:
            return
        self._set_busy(busy=True)
        factor, user = self._desk.office.second_factor, self._desk.user
        self._desk.write(
            lambda: factor.confirm(code, password, by=user),
            self._switched_on,
            owner=self,
            failed=self._refused,
        )

    def reject(self) -> None:
        """Once it is on, the codes have to be kept; where it is required, only signing out leads away."""
        if not self._keeps_codes and (not self._required or self.wants_sign_out):
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def _connect(self) -> None:
        ui = self.ui
        ui.next_button.clicked.connect(self.go_on)
        ui.cancel_button.clicked.connect(self.reject)
        ui.sign_out_button.clicked.connect(self._sign_out)
        ui.copy_secret_button.clicked.connect(
            lambda: guard().copy_sensitive(ui.secret_edit.text().replace(" ", ""))
        )
        ui.kept_check.toggled.connect(ui.next_button.setEnabled)
        theme.notifier().changed.connect(self._dress)

    def _begin(self) -> None:
        factor, user = self._desk.office.second_factor, self._desk.user
        self._desk.read(lambda: factor.begin(by=user), self._show_enrolment, owner=self, failed=self._refused)

    def _show_enrolment(self, enrolment: Enrolment) -> None:
        self.ui.qr_widget.load(QByteArray(enrolment.svg_qr.encode()))
        self.ui.qr_widget.renderer().setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
        self.ui.secret_edit.setText(enrolment.secret)
        self.ui.secret_edit.setCursorPosition(0)
        self.ui.code_edit.setFocus()

    def _switched_on(self, codes: tuple[str, ...]) -> None:
        self._set_busy(busy=False)
        self.ui.secret_edit.clear()
        self.ui.password_edit.clear()
        for button in (self.ui.sign_out_button, self.ui.cancel_button):
            button.hide()
        self.keeping.show(codes)
        self.ui.stack.setCurrentWidget(self.ui.codes_page)
        self.ui.next_button.setEnabled(False)
        self.retranslate()
        self.ui.kept_check.setFocus()

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Invalid) and error.problems:
            self._mark("code", problem_words(error.problems[0]))
            self.ui.code_edit.selectAll()
            self.ui.code_edit.setFocus()
        elif error.code == "wrong_name_or_password":
            self._mark("password", self.tr("The password is not right."))
            self.ui.password_edit.selectAll()
            self.ui.password_edit.setFocus()
        else:
            self.ui.fault_label.setText(" ".join(fault_words(error)).strip())
            self.ui.fault_label.show()

    def _sign_out(self) -> None:
        self.wants_sign_out = True
        self.reject()

    def _mark(self, name: str, sentence: str) -> None:
        mark_invalid(*self._fields[name], sentence)

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.busy_bar.set_busy(busy=busy)
        for button in (self.ui.next_button, self.ui.cancel_button, self.ui.sign_out_button):
            button.setEnabled(not busy)
        if busy:
            self.ui.fault_label.hide()

    def _dress(self) -> None:
        side = theme.px(QR_SIDE)
        self.ui.qr_widget.setFixedSize(side, side)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        fixed.setPixelSize(theme.px(theme.BASE_PX))
        for field in (self.ui.secret_edit, self.ui.codes_edit):
            field.setFont(fixed)
