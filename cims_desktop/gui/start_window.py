"""The window before anybody is signed in: welcome, sign-in, new office, demo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cims_desktop.gui.gate import DemoWish, Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.sign_in import SignInPage
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.translation import Translated, language

SIZE = (960, 680)
SMALLEST = (640, 520)


class StartWindow(Translated, QWidget):
    """`office_opened(OpenOffice)`: somebody is in. `painted()`: the window has been drawn for the first time."""

    office_opened = Signal(object)
    painted = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, settings: Settings) -> None:
        super().__init__()
        self._gate, self._jobs, self._settings = gate, jobs, settings
        self._was_painted = False
        self._pages: dict[type[QWidget], QWidget] = {}
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
        page = self._page(SignInPage)
        page.set_office(path)
        self._bring(page)
        page.take_focus()

    def show_welcome(self, sentence: str = "") -> None:
        """Offers to make or open an office; `sentence` says what went wrong before."""
        from cims_desktop.gui.pages.welcome import WelcomePage

        page = self._page(WelcomePage)
        page.refresh()
        page.show_error(sentence)
        self._bring(page)
        page.ui.new_button.setFocus()

    def show_new_office(self) -> None:
        """Shows the form for a new office."""
        from cims_desktop.gui.pages.new_office import NewOfficePage

        page = self._page(NewOfficePage)
        self._bring(page)
        page.ui.office_name_edit.setFocus()

    def show_demo(self, wish: DemoWish | None = None) -> None:
        """Makes a demo office and opens it."""
        from cims_desktop.gui.pages.demo import DemoPage

        page = self._page(DemoPage)
        self._bring(page)
        page.start(wish or DemoWish(language=language()))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.WindowActivate and isinstance(self.stack.currentWidget(), SignInPage):
            self.stack.currentWidget().take_focus()
        return super().event(event)
