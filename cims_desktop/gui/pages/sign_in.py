"""The sign-in page: user name, password, if need be a one-time code, and nothing that helps to guess any of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtGui import QKeyEvent
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
from cims_desktop.gui.waiting import Waiting

CARD_WIDTH = 400
LONGEST_CODE = 32


class SignInPage(Translated, QWidget):
    """`signed_in(OpenOffice, str)`: somebody is in, with this password. `others_requested()`: another office is wanted.
    `help_requested()`: the password is forgotten.
    """

    signed_in = Signal(object, str)
    others_requested = Signal()
    help_requested = Signal()

    def __init__(
        self, gate: Gate, jobs: JobRunner, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._gate, self._jobs, self._settings = gate, jobs, settings
        self._path = Path()
        self._busy = False
        self.ui = Ui_SignInPage()
        self.ui.setupUi(self)
        self.waiting = Waiting(self.ui.error_label, self.ui.sign_in_button, self)
        prepare_card(self.ui, self)
        fill_languages(self.ui.language_combo)
        self._connect()
        self.ask_code(asked=False)
        self.retranslate()

    @property
    def path(self) -> Path:
        """The office that is asked for."""
        return self._path

    def set_office(self, path: Path) -> None:
        """Asks for the users of this office from now on."""
        self._path = path
        remembered = self._settings.get(REMEMBER_NAME)
        self.ui.remember_check.setChecked(remembered)
        self.ui.name_edit.setText(self._settings.get(LAST_NAME) if remembered else "")
        self.start_over()
        self.retranslate()

    def start_over(self) -> None:
        """Asks for name and password anew."""
        self.waiting.stop()
        self.ui.password_edit.clear()
        self.ask_code(asked=False)
        self.show_error("")
        self.take_focus()

    def take_focus(self) -> None:
        """Puts the cursor into the first field that is still empty."""
        ui = self.ui
        if not ui.code_box.isHidden():
            ui.code_edit.setFocus()
        else:
            (ui.password_edit if ui.name_edit.text() else ui.name_edit).setFocus()

    def ask_code(self, *, asked: bool) -> None:
        """Asks for the one-time code too; name and password stay as they were typed."""
        ui = self.ui
        ui.code_edit.clear()
        ui.code_box.setVisible(asked)
        for field in (ui.remember_check, ui.forgot_button):
            field.setVisible(not asked)
        for edit in (ui.name_edit, ui.password_edit):
            edit.setEnabled(not asked)

    def try_sign_in(self) -> None:
        """Signs in off the GUI thread; deriving the key takes a moment on purpose."""
        name, password = self.ui.name_edit.text().strip(), self.ui.password_edit.text()
        code = self.ui.code_edit.text().strip()
        if self._busy or self.waiting.active:
            return
        if not name or not password:
            self.show_error(self.tr("Enter your user name and password."))
            return
        if self._asks_code() and not code:
            self.show_error(self.tr("Enter the code."))
            return
        self._set_busy(busy=True)
        path, gate = self._path, self._gate
        self._jobs.submit(
            lambda: gate.sign_in(path, name, password, code),
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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._asks_code() and not self._busy:
            self.start_over()
        else:
            super().keyPressEvent(event)

    def _connect(self) -> None:
        ui = self.ui
        ui.code_edit.setMaxLength(LONGEST_CODE)
        ui.code_edit.setInputMethodHints(
            Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhSensitiveData
        )
        ui.language_combo.activated.connect(
            lambda: look.choose_language(self._settings, ui.language_combo.currentData())
        )
        ui.password_edit.caps_lock_changed.connect(ui.caps_label.setVisible)
        ui.sign_in_button.clicked.connect(self.try_sign_in)
        ui.name_edit.textEdited.connect(self.waiting.stop)
        ui.name_edit.returnPressed.connect(ui.password_edit.setFocus)
        for edit in (ui.password_edit, ui.code_edit):
            edit.returnPressed.connect(self.try_sign_in)
        ui.start_over_button.clicked.connect(self.start_over)
        ui.other_button.clicked.connect(self.others_requested)
        ui.forgot_button.clicked.connect(self.help_requested)
        self.waiting.over.connect(self.take_focus)

    def _asks_code(self) -> bool:
        return not self.ui.code_box.isHidden()

    def _in(self, office: object) -> None:
        password = self.ui.password_edit.text()
        self._set_busy(busy=False)
        remember = self.ui.remember_check.isChecked()
        self._settings.set(REMEMBER_NAME, remember)
        self._settings.set(LAST_NAME, self.ui.name_edit.text().strip() if remember else "")
        self.start_over()
        self.signed_in.emit(office, password)

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        if error.code == "code_needed":
            self.ask_code(asked=True)
        elif not self.waiting.begins_with(error):
            self.show_error(" ".join(fault_words(error)).strip())
        (self.ui.code_edit if self._asks_code() else self.ui.password_edit).selectAll()
        self.take_focus()

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        ui, code = self.ui, self._asks_code()
        for field in (
            ui.code_edit,
            ui.start_over_button,
            ui.sign_in_button,
            ui.other_button,
            ui.forgot_button,
        ):
            field.setEnabled(not busy)
        for field in (ui.name_edit, ui.password_edit):
            field.setEnabled(not busy and not code)
        ui.progress_bar.set_busy(busy=busy)
        if busy:
            self.show_error("")
        self._name_button()

    def _name_button(self) -> None:
        self.ui.sign_in_button.setText(self.tr("Signing in…") if self._busy else self.tr("Sign in"))


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
