"""One person's time in one office: the desk, the main window and the open file, closed together."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import CimsError, SignInRefused
from cims_desktop.domain.roles import Role
from cims_desktop.gui import counter_mode
from cims_desktop.gui.arrival import Arrival
from cims_desktop.gui.backup_keeper import BackupKeeper
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.left_drafts import LeftDrafts
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.questions import Questions
from cims_desktop.gui.safety_reminders import SafetyReminders
from cims_desktop.gui.session_watch import SessionWatch
from cims_desktop.gui.settings import Settings

if TYPE_CHECKING:
    from cims_desktop.services.office import OpenOffice

SHUT_OUT = frozenset({"disabled", "session_ended"})
"""Refusals after which nothing more can be done in this sign-in."""


class Session(QObject):
    """`signed_out()`: back to the sign-in page; `farewell` says why when it was not the person's wish.

    `closed()`: the person closed the window.
    """

    signed_out = Signal()
    closed = Signal()

    def __init__(self, office: OpenOffice, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.office = office
        self.desk = Desk(office, JobRunner(), ChangeBus(), settings, Questions())
        self.window = MainWindow(self.desk)
        self.window.signed_out.connect(self.signed_out)
        self.window.closed.connect(self.closed)
        self._looking: MainWindow | None = None
        self._arrival = Arrival(self.desk, self.window)
        self._arrival.sign_out_requested.connect(self.window.sign_out)
        self.left_drafts = LeftDrafts(self.desk, self.window)
        self._session_watch: SessionWatch | None = None
        self.farewell = ""
        self.desk.jobs.shut_out.connect(self._shut_out, Qt.ConnectionType.QueuedConnection)
        self.desk.routes.look_requested.connect(self.look_as)
        self.desk.routes.section_requested.connect(self._show_section)
        self._keepers = (BackupKeeper(self.desk, self), SafetyReminders(self.desk, self))

    def begin(self, page: str = "") -> None:
        """Shows the window."""
        self.window.begin(page)
        self.window.show()
        self._session_watch = SessionWatch(self.window, self._lock)
        self._arrival.begin()
        self.left_drafts.begin()
        for keeper in self._keepers:
            keeper.start()

    @property
    def front(self) -> MainWindow:
        """The window that is worked with: while somebody looks as another role, that one."""
        return self._looking or self.window

    def look_as(self, role: Role) -> None:
        """Shows the program as `role` sees it, in a window of its own; nothing can be changed there."""
        user = replace(self.office.user, role=role, looking=True)
        mine = self.desk
        desk = Desk(self.office, mine.jobs, mine.bus, mine.settings, mine.questions, looking=user)
        self._looking = window = MainWindow(desk)
        for leave in (desk.routes.back_requested, window.closed):
            leave.connect(self.look_no_more, Qt.ConnectionType.QueuedConnection)
        window.signed_out.connect(self._sign_out, Qt.ConnectionType.QueuedConnection)
        window.setGeometry(self.window.geometry())
        window.begin()
        window.show()
        self.window.lock_keeper.watch.stop()
        self.window.hide()

    def look_no_more(self) -> None:
        """Back to the person's own window, where it was left."""
        window, self._looking = self._looking, None
        if window is not None:
            self.window.setGeometry(window.geometry())
            self.window.show()
            self.window.lock_keeper.watch.restart()
            window.shut_down()
            window.hide()
            window.deleteLater()

    def _lock(self) -> None:
        """The computer's session was locked, or the computer goes to sleep."""
        self.front.lock_keeper.lock()

    def _shut_out(self, error: SignInRefused) -> None:
        """An administrator has disabled the user or changed his role: back to the sign-in page, which says so."""
        if error.code in SHUT_OUT and not self.farewell:
            self.farewell = " ".join(fault_words(error)).strip()
            self.look_no_more()
            self.window.shut_down()
            self.signed_out.emit()

    def _show_section(self, section: str) -> None:
        if self.window.pages.show("administration"):
            self.window.pages.tell("show_section", section)

    def _sign_out(self) -> None:
        """Signed out while looking: the own window is left as always, with its questions."""
        self.look_no_more()
        self.window.sign_out()

    def keep_drafts(self) -> int:
        """Saves what is typed, now; returns how many forms had something."""
        return self.window.draft_keeper.save_now()

    def end(self) -> None:
        """Closes the window and the office, after the work that is under way."""
        for keeper in self._keepers:
            keeper.stop()
        self.look_no_more()
        if self._session_watch is not None:
            self._session_watch.stop()
        guard().forget()
        counter_mode.mode().set_on(False)
        self.window.hide()
        self.desk.jobs.close()
        # Neither a full disk nor another process that writes may keep anybody from leaving.
        with contextlib.suppress(CimsError):
            self.office.hurry()
            self.office.note(ActKind.SIGN_OUT)
        self.office.close()
        self.window.deleteLater()
        self.deleteLater()
