"""Locks the window: a page over everything, curtains over other windows, bare title bars, no shortcut that works."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QToolTip, QVBoxLayout, QWidget

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.users import User
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.curtains import Curtains
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.focus_keeper import FocusKeeper
from cims_desktop.gui.inactivity import InactivityWatch
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.pages.lock import LockPage


def minutes_until_lock(user: User, policy: OfficePolicy) -> int:
    """After how many minutes the user's windows lock; 0 for never. The office's minutes are the most."""
    if user.idle_minutes is None:
        return policy.idle_minutes
    return min(user.idle_minutes, policy.idle_minutes) if policy.idle_minutes else user.idle_minutes


class LockKeeper(QObject):
    """`locked()` and `unlocked()` say what happened; `sign_out_requested()` comes from the lock page."""

    locked = Signal()
    unlocked = Signal()
    sign_out_requested = Signal()

    def __init__(self, desk: Desk, layers: QStackedWidget, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._layers, self._window = desk, layers, window
        self._page: LockPage | None = None
        self._dialog: QDialog | None = None
        self._curtains = Curtains(window)
        self._focus = FocusKeeper()
        self.watch = InactivityWatch(self)
        self.watch.idle.connect(self.lock)
        self._keep_to(OfficePolicy())
        desk.bus.changed.connect(self._written)
        self._read_rules()

    @property
    def is_locked(self) -> bool:
        """Whether the password is wanted."""
        return self._page is not None

    def lock(self) -> None:
        """Hides everything behind the lock page; what is typed stays where it is."""
        if self.is_locked:
            return
        self.watch.stop()
        guard().forget()
        self._focus.remember()
        self._page = page = LockPage(self._desk.office, self._desk.jobs, self._window)
        page.unlocked.connect(self.unlock)
        page.sign_out_requested.connect(self.sign_out_requested)
        QToolTip.hideText()
        modal = QApplication.activeModalWidget() is not None
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        if modal:
            self._dialog = self._above_dialogs(page)
        self._curtains.draw({self._dialog} if self._dialog else {self._window})
        page.ui.password_edit.setFocus()
        office = self._desk.office
        self._desk.jobs.submit(lambda: office.note(ActKind.LOCK), lane=Lane.WRITE, owner=self)
        self.locked.emit()

    def unlock(self) -> None:
        """Shows everything again, the cursor where it was."""
        page, self._page = self._page, None
        if page is None:
            return
        self._curtains.open()
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(page)
        page.deleteLater()
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog.deleteLater()
            self._dialog = None
        self._focus.give_back()
        self.watch.restart()
        self.unlocked.emit()

    def _above_dialogs(self, page: LockPage) -> QDialog:
        """An open modal dialog blocks the window below it, so the lock page comes in a dialog of its own."""
        dialog = LockDialog(self._window)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        page.show()
        dialog.setGeometry(self._window.geometry())
        dialog.open()
        return dialog

    def _written(self, changes: Changes) -> None:
        if changes.office or changes.everything:
            self._read_rules()

    def _read_rules(self) -> None:
        office, user = self._desk.office, self._desk.user
        self._desk.read(lambda: office.rules.get(by=user).policy, self._keep_to, owner=self)

    def _keep_to(self, policy: OfficePolicy) -> None:
        self.watch.set_minutes(minutes_until_lock(self._desk.office.user, policy))


class LockDialog(QDialog):
    """Stands above other dialogs; Esc and closing do nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setModal(True)
        self.setProperty("page", True)

    def reject(self) -> None:
        """Only the password opens the way."""
