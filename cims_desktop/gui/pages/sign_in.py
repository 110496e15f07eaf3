"""The sign-in page: user name, password, and nothing that helps to guess either."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop import __version__
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui import look
from cims_desktop.gui._gen.ui_sign_in_page import Ui_SignInPage
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import app_pixmap, fill_languages, fit_card
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.settings import LAST_NAME, REMEMBER_NAME, Settings
from cims_desktop.gui.translation import Translated

CARD_WIDTH = 400


class SignInPage(Translated, QWidget):
    """`signed_in(OpenOffice)`: somebody is in. `others_requested()`: another office is wanted."""

    signed_in = Signal(object)
    others_requested = Signal()

    def __init__(
        self, gate: Gate, jobs: JobRunner, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gate, self._jobs, self._settings = gate, jobs, settings
        self._path = Path()
        self._busy = False
        self.ui = Ui_SignInPage()
        self.ui.setupUi(self)
        prepare_card(self.ui, self)
        fill_languages(self.ui.language_combo)
        self.ui.language_combo.activated.connect(self._choose_language)
        self.ui.password_edit.caps_lock_changed.connect(self.ui.caps_label.setVisible)
        self.ui.sign_in_button.clicked.connect(self.try_sign_in)
        self.ui.name_edit.returnPressed.connect(self.ui.password_edit.setFocus)
        self.ui.password_edit.returnPressed.connect(self.try_sign_in)
        self.ui.other_button.clicked.connect(self.others_requested)
        self.retranslate()

    def set_office(self, path: Path) -> None:
        """Asks for the users of this office from now on."""
        self._path = path
        remembered = self._settings.get(REMEMBER_NAME)
        self.ui.remember_check.setChecked(remembered)
        self.ui.name_edit.setText(self._settings.get(LAST_NAME) if remembered else "")
        self.ui.password_edit.clear()
        self.show_error("")
        self.retranslate()
        self.take_focus()

    def take_focus(self) -> None:
        """Puts the cursor into the first field that is still empty."""
        first = self.ui.password_edit if self.ui.name_edit.text() else self.ui.name_edit
        first.setFocus()

    def try_sign_in(self) -> None:
        """Signs in off the GUI thread; deriving the key takes a moment on purpose."""
        name, password = self.ui.name_edit.text().strip(), self.ui.password_edit.text()
        if self._busy:
            return
        if not name or not password:
            self.show_error(self.tr("Enter your user name and password."))
            return
        self._set_busy(busy=True)
        path, gate = self._path, self._gate
        self._jobs.submit(
            lambda: gate.sign_in(path, name, password),
            done=self._in, failed=self._refused, lane=Lane.WRITE, owner=self,
        )  # fmt: skip

    def retranslate(self) -> None:
        self.ui.office_label.setText(self.tr("Sign in to the office “%1”.").replace("%1", self._path.stem))
        self.ui.note_label.setText(note_text())
        fill_languages(self.ui.language_combo)
        self._name_button()

    def show_error(self, sentence: str) -> None:
        """Says what went wrong, below the password."""
        self.ui.error_label.setText(sentence)
        self.ui.error_label.setVisible(bool(sentence))

    def _in(self, office: object) -> None:
        self._set_busy(busy=False)
        self.ui.password_edit.clear()
        self.show_error("")
        remember = self.ui.remember_check.isChecked()
        self._settings.set(REMEMBER_NAME, remember)
        self._settings.set(LAST_NAME, self.ui.name_edit.text().strip() if remember else "")
        self.signed_in.emit(office)

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        self.show_error(" ".join(fault_words(error)).strip())
        self.ui.password_edit.selectAll()
        self.ui.password_edit.setFocus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        for field in (self.ui.name_edit, self.ui.password_edit, self.ui.sign_in_button, self.ui.other_button):
            field.setEnabled(not busy)
        self.ui.progress_bar.set_busy(busy=busy)
        if busy:
            self.show_error("")
        self._name_button()

    def _name_button(self) -> None:
        self.ui.sign_in_button.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in"))

    def _choose_language(self) -> None:
        look.choose_language(self._settings, self.ui.language_combo.currentData())


def prepare_card(ui: Ui_SignInPage, page: QWidget) -> None:
    """What the sign-in and the lock page have in common."""
    ui.app_icon_label.setPixmap(app_pixmap(page, 44))
    for label in (ui.caps_label, ui.error_label):
        label.hide()
    fit_card(ui.card_frame, CARD_WIDTH)


def note_text() -> str:
    """The quiet line below the card."""
    text = QCoreApplication.translate("start", "Data on this computer is encrypted. Version %1")
    return text.replace("%1", __version__)
