"""Notices that another process has written to the office: a second window, or the command line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.changes import Changes
from cims_desktop.gui.desk import Desk

EVERY_MS = 2000


class ForeignChanges(QObject):
    """Asks every two seconds; what was written elsewhere goes on the bus like an own change."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asking = False
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
            self._desk.read(self._desk.office.foreign_changes, self._tell, owner=self)

    def _tell(self, changed: bool) -> None:
        self._asking = False
        if changed:
            self._desk.publish(Changes(everything=True))
