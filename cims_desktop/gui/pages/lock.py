"""The lock page: stands before everything until the signed-in user gives the password again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.gui._gen.ui_sign_in_page import Ui_SignInPage
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.pages.sign_in import note_text, prepare_card
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.waiting import Waiting

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice


class LockPage(Translated, QWidget):
    """`unlocked()`: the password was right. `sign_out_requested()`: somebody else wants to sign in."""

    unlocked = Signal()
    sign_out_requested = Signal()

    def __init__(self, office: OpenOffice, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._office, self._jobs = office, jobs
        self._busy = False
        self.ui = Ui_SignInPage()
        self.ui.setupUi(self)
        prepare_card(self.ui, self)
        self.ui.name_edit.setText(office.user.sign_in_name)
        self.ui.name_edit.setReadOnly(True)
        self.waiting = Waiting(self.ui.error_label, self.ui.sign_in_button, self)
        self.waiting.over.connect(self.ui.password_edit.setFocus)
        unneeded = (self.ui.remember_check, self.ui.language_combo, self.ui.code_box, self.ui.forgot_button)
        for unused in unneeded:
            unused.hide()
        self.ui.password_edit.caps_lock_changed.connect(self.ui.caps_label.setVisible)
        self.ui.password_edit.returnPressed.connect(self.try_unlock)
        self.ui.sign_in_button.clicked.connect(self.try_unlock)
        self.ui.other_button.clicked.connect(self.sign_out_requested)
        self.setFocusProxy(self.ui.password_edit)
        self.retranslate()

    def try_unlock(self) -> None:
        """Checks the password off the GUI thread."""
        password, office = self.ui.password_edit.text(), self._office
        if self._busy or self.waiting.active or not password:
            return
        self._set_busy(busy=True)
        self._jobs.submit(
            lambda: office.unlock(password),
            done=self._right, failed=self._wrong, lane=Lane.READ, owner=self,
        )  # fmt: skip

    def retranslate(self) -> None:
        self.ui.title_label.setText(self.tr("Locked"))
        text = self.tr("%1 is signed in to the office “%2”.")
        name, office = self._office.user.display_name, self._office.profile.name
        self.ui.office_label.setText(text.replace("%2", office).replace("%1", name))
        self.ui.sign_in_button.setText(self.tr("Unlock"))
        self.ui.other_button.setText(self.tr("Sign out"))
        self.ui.note_label.setText(note_text())

    def _right(self, _nothing: None) -> None:
        self._set_busy(busy=False)
        self.ui.password_edit.clear()
        self.unlocked.emit()

    def _wrong(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        if not self.waiting.begins_with(error):
            sentence = self.tr("The password is not right.")
            known = error.code == "wrong_name_or_password"
            self.ui.error_label.setText(sentence if known else " ".join(fault_words(error)).strip())
            self.ui.error_label.show()
        self.ui.password_edit.selectAll()
        self.ui.password_edit.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.ui.password_edit.setEnabled(not busy)
        self.ui.sign_in_button.setEnabled(not busy)
        self.ui.progress_bar.set_busy(busy=busy)
        if busy:
            self.ui.error_label.hide()
