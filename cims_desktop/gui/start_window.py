"""The window before anybody is signed in: welcome, sign-in, new office, demo."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.gate import DemoWish, Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.sign_in import SignInPage
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.translation import Translated, language

if TYPE_CHECKING:
    from cims_desktop.gui.pages.demo import DemoPage
    from cims_desktop.gui.pages.first_password import FirstPasswordPage
    from cims_desktop.gui.pages.new_office import NewOfficePage
    from cims_desktop.gui.pages.recover import RecoverPage
    from cims_desktop.gui.pages.welcome import WelcomePage
    from cims_desktop.services.office import OpenOffice

SIZE = (960, 680)
SMALLEST = (640, 520)


class StartWindow(Translated, QWidget):
    """`office_opened(OpenOffice)`: somebody is in. `painted()`: the window has been drawn for the first time.
    `closed()`: the person closed it.
    """

    office_opened = Signal(object)
    painted = Signal()
    closed = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, settings: Settings) -> None:
        super().__init__()
        self._gate, self._jobs, self._settings = gate, jobs, settings
        self._was_painted = False
        self._sign_in: SignInPage | None = None
        self._welcome: WelcomePage | None = None
        self._new_office: NewOfficePage | None = None
        self._demo: DemoPage | None = None
        self._recover: RecoverPage | None = None
        self._first_password: FirstPasswordPage | None = None
        self.setProperty("page", True)
        self.stack = QStackedWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.stack)
        QShortcut(QKeySequence("Ctrl+Q"), self, self.close)
        self.setMinimumSize(*SMALLEST)
        self.resize(*SIZE)
        self.retranslate()

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("CIMS Desktop"))

    def begin(self, path: Path | None) -> None:
        """Shows the sign-in page for an office that is there, else the welcome page."""
        if path is None or not path.is_file():
            self.show_welcome(self._missing(path))
        else:
            self.show_sign_in(path)

    def show_sign_in(self, path: Path) -> None:
        """Asks for name and password of this office."""
        if self._sign_in is None:
            self._sign_in = SignInPage(self._gate, self._jobs, self._settings, self)
            self._sign_in.signed_in.connect(self._signed_in)
            self._sign_in.help_requested.connect(self.show_recovery)
            self._sign_in.others_requested.connect(self.show_welcome)
        self._bring(self._sign_in)
        self._sign_in.set_office(path)

    def say(self, sentence: str) -> None:
        """Says why somebody is asked to sign in again; nothing for an empty sentence."""
        if sentence and self._sign_in is not None:
            self._sign_in.show_error(sentence)

    def show_recovery(self) -> None:
        """Says who can help after a forgotten password, and takes the printed recovery code."""
        if self._sign_in is None:
            return
        if self._recover is None:
            from cims_desktop.gui.pages.recover import RecoverPage

            self._recover = RecoverPage(self._gate, self._jobs, self)
            self._recover.recovered.connect(self.office_opened)
            self._recover.cancelled.connect(self._back_to_sign_in)
        self._bring(self._recover)
        self._recover.set_office(self._sign_in.path, self._sign_in.ui.name_edit.text().strip())

    def show_welcome(self, sentence: str = "") -> None:
        """Offers to make or open an office; `sentence` says what went wrong before."""
        if self._welcome is None:
            from cims_desktop.gui.pages.welcome import WelcomePage

            self._welcome = WelcomePage(self._settings, self)
            self._welcome.new_requested.connect(self.show_new_office)
            self._welcome.demo_requested.connect(self.show_demo)
            self._welcome.office_chosen.connect(self.begin)
            self._welcome.restore_requested.connect(self.show_restore)
        self._welcome.refresh()
        self._welcome.show_error(sentence)
        self._bring(self._welcome)
        self._welcome.ui.new_button.setFocus()

    def show_new_office(self) -> None:
        """Shows the form for a new office."""
        if self._new_office is None:
            from cims_desktop.gui.pages.new_office import NewOfficePage

            self._new_office = NewOfficePage(self._gate, self._jobs, self)
            self._new_office.created.connect(self.office_opened)
            self._new_office.cancelled.connect(self.show_welcome)
        self._bring(self._new_office)
        self._new_office.ui.office_name_edit.setFocus()

    def show_demo(self, wish: DemoWish | None = None) -> None:
        """Makes a demo office and opens it."""
        if self._demo is None:
            from cims_desktop.gui.pages.demo import DemoPage

            self._demo = DemoPage(self._gate, self._jobs, self)
            self._demo.made.connect(self.office_opened)
            self._demo.cancelled.connect(self.show_welcome)
        self._bring(self._demo)
        self._demo.start(wish or DemoWish(language=language()))

    def show_restore(self) -> None:
        """Opens the guide that brings a backup back; its office is signed in to next."""
        from cims_desktop.gui.dialogs.restore import RestoreDialog

        dialog = RestoreDialog(self._gate, self._jobs, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.sign_in_wanted.connect(self.begin)
        dialog.open()

    def _signed_in(self, office: OpenOffice, password: str) -> None:
        """Lets the person in, or first asks for a password that nobody else has set."""
        if not office.user.must_change_password:
            self.office_opened.emit(office)
            return
        if self._first_password is None:
            from cims_desktop.gui.pages.first_password import FirstPasswordPage

            self._first_password = FirstPasswordPage(self._gate, self._jobs, self)
            self._first_password.chosen.connect(self.office_opened)
            self._first_password.cancelled.connect(self._back_to_sign_in)
        self._bring(self._first_password)
        self._first_password.start(office, password)

    def _back_to_sign_in(self) -> None:
        if self._sign_in is not None:
            self._bring(self._sign_in)
            self._sign_in.start_over()

    def _bring(self, page: QWidget) -> None:
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def _missing(self, path: Path | None) -> str:
        if path is None:
            return ""
        return " ".join(fault_words(OfficeFault("missing")))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        if self._first_password is not None:
            self._first_password.give_up()
        self.closed.emit()
