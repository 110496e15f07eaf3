"""One person's time in one office: the desk, the main window and the open file, closed together."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.questions import Questions
from cims_desktop.gui.settings import Settings

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice


class Session(QObject):
    """`signed_out()`: back to the sign-in page. `closed()`: the person closed the window."""

    signed_out = Signal()
    closed = Signal()

    def __init__(self, office: OpenOffice, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.desk = Desk(office, JobRunner(), ChangeBus(), settings, Questions())
        self.window = MainWindow(self.desk)
        self.window.signed_out.connect(self.signed_out)
        self.window.closed.connect(self.closed)

    def begin(self, page: str = "") -> None:
        """Shows the window."""
        self.window.begin(page)
        self.window.show()

    def keep_drafts(self) -> int:
        """Saves what is typed, now; returns how many forms had something."""
        return self.window.draft_keeper.save_now()

    def end(self) -> None:
        """Closes the window and the office, after the work that is under way."""
        self.window.hide()
        self.desk.jobs.close()
        # Neither a full disk nor another process that writes may keep anybody from leaving.
        with contextlib.suppress(CimsError):
            self.office.hurry()
            self.office.note(ActKind.SIGN_OUT)
        self.office.close()
        self.window.deleteLater()
        self.deleteLater()
