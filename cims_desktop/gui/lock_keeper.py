"""Locks the main window: at once, or when nobody is here. Other windows get a curtain; nothing shows through."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QDialog, QStackedWidget, QVBoxLayout, QWidget

from cims_desktop.domain.audit import ActKind
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.inactivity import InactivityWatch
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.pages.lock import LockPage
from cims_desktop.gui.settings import IDLE_MINUTES


class Curtain(QWidget):
    """Covers one window while the office is locked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("curtain")
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().bg))
        painter.end()


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
        self._curtains: list[Curtain] = []
        self._focus: QWidget | None = None
        self.watch = InactivityWatch(self)
        self.watch.set_minutes(desk.settings.get(IDLE_MINUTES))
        self.watch.idle.connect(self.lock)
        desk.settings.changed.connect(self._setting_changed)

    @property
    def is_locked(self) -> bool:
        """Whether the password is wanted."""
        return self._page is not None

    def lock(self) -> None:
        """Hides everything behind the lock page."""
        if self.is_locked:
            return
        self.watch.stop()
        self._focus = QApplication.focusWidget()
        self._page = page = LockPage(self._desk.office, self._desk.jobs, self._window)
        page.unlocked.connect(self.unlock)
        page.sign_out_requested.connect(self.sign_out_requested)
        self._draw_curtains()
        self._layers.addWidget(page)
        self._layers.setCurrentWidget(page)
        if QApplication.activeModalWidget() is not None:
            self._dialog = self._above_dialogs(page)
        page.ui.password_edit.setFocus()
        office = self._desk.office
        self._desk.jobs.submit(lambda: office.note(ActKind.LOCK), lane=Lane.WRITE, owner=self)
        self.locked.emit()

    def unlock(self) -> None:
        """Shows everything again."""
        page, self._page = self._page, None
        if page is None:
            return
        for curtain in self._curtains:
            curtain.deleteLater()
        self._curtains.clear()
        self._layers.setCurrentIndex(0)
        self._layers.removeWidget(page)
        page.deleteLater()
        if self._dialog is not None:
            self._dialog.accept()
            self._dialog.deleteLater()
            self._dialog = None
        self._give_back_focus()
        self.watch.restart()
        self.unlocked.emit()

    def _give_back_focus(self) -> None:
        """Whoever was interrupted in a word types on where he was."""
        focus, self._focus = self._focus, None
        if focus is not None and shiboken6.isValid(focus) and focus.isVisible():
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _draw_curtains(self) -> None:
        for window in QApplication.topLevelWidgets():
            if window is self._window or not window.isVisible():
                continue
            if window.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip):
                window.close()
            else:
                self._curtains.append(Curtain(window))

    def _above_dialogs(self, page: LockPage) -> QDialog:
        """An open modal dialog blocks the window below it, so the lock page comes in a dialog of its own."""
        dialog = LockDialog(self._window)
        layout = QVBoxLayout(dialog)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        page.show()
        self._curtains.append(Curtain(self._window))
        dialog.setGeometry(self._window.geometry())
        dialog.open()
        return dialog

    def _setting_changed(self, key: str) -> None:
        if key == IDLE_MINUTES.key:
            self.watch.set_minutes(self._desk.settings.get(IDLE_MINUTES))


class LockDialog(QDialog):
    """Stands above other dialogs; Esc and closing do nothing."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setWindowModality(Qt.WindowModality.ApplicationModal)
        self.setProperty("page", True)

    def reject(self) -> None:
        """Only the password opens the way."""
