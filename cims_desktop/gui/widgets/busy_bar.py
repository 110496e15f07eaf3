"""A bar that says "working" when something takes longer than a blink."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QProgressBar, QWidget

BLINK_MS = 120


class BusyBar(QProgressBar):
    """Hidden, but with its room kept, so that nothing jumps when work begins."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, 0)
        self.setTextVisible(False)
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(BLINK_MS)
        self._timer.timeout.connect(self.show)
        self.hide()

    def set_busy(self, *, busy: bool) -> None:
        """Work has begun, or is over."""
        if busy:
            self._timer.start()
        else:
            self._timer.stop()
            self.hide()
