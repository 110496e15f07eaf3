"""The wait after failed sign-ins, counted down beside a button that can't be pressed meanwhile."""

from __future__ import annotations

import math
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QLabel, QPushButton

from cims_desktop.domain.errors import CimsError

TICK_MS = 250
MINUTES_FROM = 90
Seconds = Callable[[], float]


class Waiting(QObject):
    """Counts down in `label` and keeps `button` disabled. `over()`: it may be tried again."""

    over = Signal()

    def __init__(
        self, label: QLabel, button: QPushButton, parent: QObject, monotonic: Seconds = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._label, self._button, self._monotonic = label, button, monotonic
        self._until, self._failures = 0.0, 0
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def active(self) -> bool:
        """Whether one still has to wait."""
        return self._timer.isActive()

    def begins_with(self, error: CimsError) -> bool:
        """Begins when `error` says that one has to wait; False for every other error."""
        if error.code != "wait":
            return False
        seconds, failures = error.params.get("seconds"), error.params.get("failures")
        self._until = self._monotonic() + (seconds if isinstance(seconds, int) else 1)
        self._failures = failures if isinstance(failures, int) else 0
        self._button.setEnabled(False)
        self._timer.start()
        self.tick()
        return True

    def stop(self) -> None:
        """Waits no longer: another name, or another page."""
        if self.active:
            self._timer.stop()
            self._button.setEnabled(True)
            self._say("")

    def tick(self) -> None:
        """Shows what is left; the last tick lets go."""
        left = math.ceil(self._until - self._monotonic())
        if left > 0:
            self._say(self._sentence(left))
        else:
            self.stop()
            self.over.emit()

    def _sentence(self, left: int) -> str:
        if left >= MINUTES_FROM:
            time_left = self.tr("%n minute(s)", "", math.ceil(left / 60))
        else:
            time_left = self.tr("%n second(s)", "", left)
        if self._failures:
            text = self.tr("Wait %1 after %n failed tries.", "", self._failures)
        else:
            text = self.tr("Too many failed tries. Wait %1.")
        return text.replace("%1", time_left)

    def _say(self, sentence: str) -> None:
        self._label.setText(sentence)
        self._label.setVisible(bool(sentence))
