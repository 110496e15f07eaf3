"""Notices that another process has written to the office: a second window, or the command line."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic

from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.desk import Desk

EVERY_MS = 2000
AT_MOST_EVERY_SECONDS = 5.0
"""Every page reads again after a notice, so an import elsewhere that commits all the time is told this often."""


class ForeignChanges(QObject):
    """Asks every two seconds; what was written elsewhere goes on the bus like an own change.

    `seconds` is a clock that never goes back.
    """

    def __init__(self, desk: Desk, parent: QObject, seconds: Callable[[], float] = monotonic) -> None:
        super().__init__(parent)
        self._desk, self._seconds = desk, seconds
        self._asking = self._untold = False
        self._told_at = float("-inf")
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.ask)

    def start(self) -> None:
        """Begins to ask."""
        self._timer.start()

    def stop(self) -> None:
        """Asks no more: the office is about to close."""
        self._timer.stop()

    def ask(self) -> None:
        """Asks off the GUI thread, unless the last question is still open."""
        if not self._asking:
            self._asking = True
            self._desk.read(self._desk.office.foreign_changes, self._heard, owner=self, failed=self._failed)

    def _heard(self, changed: bool) -> None:
        self._asking = False
        self._untold = self._untold or changed
        now = self._seconds()
        if self._untold and now - self._told_at >= AT_MOST_EVERY_SECONDS:
            self._untold, self._told_at = False, now
            self._desk.publish(Changes(everything=True))

    def _failed(self, _error: CimsError) -> None:
        """The writer was busy, say. The next question comes soon, and nobody asked for this one."""
        self._asking = False
