"""After an administrator has set a password: nobody else's password is worked with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.gui._gen.ui_first_password_page import Ui_FirstPasswordPage
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import fit_card
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.own_password import OwnPassword

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice

CARD_WIDTH = 460


class FirstPasswordPage(Translated, QWidget):
    """`chosen(OpenOffice)`: the password is the person's own now. `cancelled()`: the office was closed again."""

    chosen = Signal(object)
    cancelled = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._office: OpenOffice | None = None
        self._old = ""
        self._busy = False
        self.ui = Ui_FirstPasswordPage()
        self.ui.setupUi(self)
        fit_card(self.ui.card_frame, CARD_WIDTH)
        apply_icons(self)
        self.password = OwnPassword(self.ui, jobs, self._names, gate)
        self.ui.again_edit.returnPressed.connect(self.save)
        self.ui.save_button.clicked.connect(self.save)
        self.ui.back_button.clicked.connect(self.give_up)
        self._show_error("")

    def start(self, office: OpenOffice, old: str) -> None:
        """Asks the user of `office`, who signed in with `old`."""
        self._office, self._old = office, old
        self.password.clear()
        self._show_error("")
        self.ui.password_edit.setFocus()

    def save(self) -> None:
        """Sets the password off the GUI thread."""
        new, office, old = self.password.checked(), self._office, self._old
        if not new or office is None or self._busy:
            return
        self._set_busy(busy=True)
        self._jobs.submit(
            lambda: office.users.change_password(old, new, by=office.user),
            done=self._done, failed=self._refused, lane=Lane.WRITE, owner=self,
        )  # fmt: skip

    def give_up(self) -> None:
        """Closes the office again: without a password of one's own nobody works in it."""
        office, self._office, self._old = self._office, None, ""
        self.password.clear()
        if office is not None:
            self._jobs.submit(office.close, lane=Lane.WRITE, owner=self)
            self.cancelled.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.give_up()
        else:
            super().keyPressEvent(event)

    def _names(self) -> tuple[str, ...]:
        office = self._office
        if office is None:
            return ()
        return office.user.sign_in_name, office.user.display_name, office.profile.name

    def _done(self, _changes: object) -> None:
        self._set_busy(busy=False)
        office, self._office, self._old = self._office, None, ""
        self.password.clear()
        self.chosen.emit(office)

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Invalid):
            self.password.show_problems(error.problems)
        else:
            self._show_error(" ".join(fault_words(error)).strip())

    def _show_error(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.setVisible(bool(sentence))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.ui.busy_bar.set_busy(busy=busy)
        for button in (self.ui.save_button, self.ui.back_button):
            button.setEnabled(not busy)
        if busy:
            self._show_error("")
