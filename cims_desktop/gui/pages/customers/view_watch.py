"""Writes down that somebody opened a customer's record, once it was looked at for a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from cims_desktop.gui.jobs import Lane

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk

LOOKED_AFTER_MS = 2000
"""Whoever passes over rows with the arrow keys has opened nobody."""


class ViewWatch(QObject):
    """`opened` when a record is shown, `stop` when none is any more."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._customer: int | None = None
        self._timer = QTimer(self, singleShot=True, interval=LOOKED_AFTER_MS)
        self._timer.timeout.connect(self.look)

    def opened(self, customer_id: int | None) -> None:
        """Begins to count for this customer."""
        self._customer = customer_id
        self._timer.start()

    def stop(self) -> None:
        """Nobody is shown."""
        self._customer = None
        self._timer.stop()

    def look(self) -> None:
        """Writes it down, if the office wants that; what goes wrong there stops nobody's work."""
        audit, user, customer_id = self._desk.office.audit, self._desk.user, self._customer
        if customer_id is None or not self._window.isVisible():
            return
        self._desk.jobs.submit(
            lambda: audit.viewed(customer_id, by=user),
            failed=lambda _error: None,
            lane=Lane.WRITE,
            owner=self,
        )
