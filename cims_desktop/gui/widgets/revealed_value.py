"""A sensitive value on the screen: gone after half a minute, in counter mode, or when the person goes elsewhere."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from cims_desktop.gui import counter_mode

SHOWN_MS = 30_000
"""So long a revealed value stays, unless the person goes elsewhere before."""


class RevealedValue(QObject):
    """Holds the value for `home`, as long as one of its `stops` has the focus. `changed()`: shown, or gone."""

    changed = Signal()

    def __init__(self, home: QWidget, stops: tuple[QWidget, ...]) -> None:
        super().__init__(home)
        self._home = home
        self.text = ""
        self._timer = QTimer(self, singleShot=True, interval=SHOWN_MS)
        self._timer.timeout.connect(self.conceal)
        counter_mode.mode().changed.connect(self._counter_changed)
        for stop in stops:
            stop.installEventFilter(self)

    def show(self, value: str) -> None:
        """Shows the value, if the person is still there."""
        if not counter_mode.is_on() and self._is_here():
            self.text = value
            self._timer.start()
            self.changed.emit()

    def conceal(self) -> None:
        """Forgets the value."""
        self._timer.stop()
        self.text = ""
        self.changed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent) and event.type() is QEvent.Type.FocusOut and self.text:
            QTimer.singleShot(0, self, self._conceal_if_left)
        return super().eventFilter(watched, event)

    def _is_here(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self._home.isAncestorOf(focus)

    def _conceal_if_left(self) -> None:
        if not self._is_here():
            self.conceal()

    def _counter_changed(self, _on: bool) -> None:
        self.conceal()
