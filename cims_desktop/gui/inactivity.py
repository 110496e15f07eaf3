"""Notices that nobody is there: after minutes without input, and after the computer slept."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal

INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)
TICK_MS = 1000
SLEPT_SECONDS = 30.0

Seconds = Callable[[], float]


class InactivityWatch(QObject):
    """`idle()`: nobody touched the program for the set time, or the computer slept. Sent once until `restart`."""

    idle = Signal()

    def __init__(
        self, parent: QObject, *, monotonic: Seconds = time.monotonic, wall: Seconds = time.time
    ) -> None:
        super().__init__(parent)
        self._monotonic, self._wall = monotonic, wall
        self._limit = 0.0
        self._running = False
        self._last_input = self._last_tick = monotonic()
        self._last_wall = wall()
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def set_minutes(self, minutes: int) -> None:
        """How long nobody may be there; 0: for ever (sleep still locks)."""
        self._limit = minutes * 60.0

    def restart(self) -> None:
        """Begins to watch, as if there had been input just now."""
        self._last_input = self._last_tick = self._monotonic()
        self._last_wall = self._wall()
        self._running = True
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            app.installEventFilter(self)
        self._timer.start()

    def stop(self) -> None:
        """Watches no longer."""
        self._running = False
        self._timer.stop()
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in INPUT and event.spontaneous():
            self._last_input = self._monotonic()
        return False

    def tick(self) -> None:
        """Looks at the clocks. During sleep the wall clock runs ahead, or on Windows the tick comes late."""
        now, wall = self._monotonic(), self._wall()
        late = now - self._last_tick
        slept = max((wall - self._last_wall) - late, late - TICK_MS / 1000)
        self._last_tick, self._last_wall = now, wall
        idle = self._limit > 0 and now - self._last_input >= self._limit
        if self._running and (idle or slept > SLEPT_SECONDS):
            self._running = False
            self.idle.emit()
