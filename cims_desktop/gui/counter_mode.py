"""Counter mode: personal data on the screen becomes unreadable until somebody switches it back.

The one switch that everything asks: delegates and models word personal values through `covered`, fields are handed
to `mark`, which lays a veil over them, and whatever copies, prints or exports asks `is_on` first.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from cims_desktop.gui.widgets.veil import DOTS, Veil

KEY = "F9"
HOLD_SECONDS = 0.6
"""A key that was held for longer ends counter mode when it is let go; a shorter press switches it."""

HAS_KEY = "counter_key"
Seconds = Callable[[], float]


class CounterMode(QObject):
    """`changed(bool)`: personal data is covered from now on, or no longer."""

    changed = Signal(bool)

    def __init__(self, monotonic: Seconds = time.monotonic) -> None:
        super().__init__()
        self._monotonic = monotonic
        self._on = False
        self._pressed_at = 0.0
        self._before: QWidget | None = None
        self._landed: QWidget | None = None

    @property
    def on(self) -> bool:
        """Whether personal data is covered."""
        return self._on

    def set_on(self, on: bool) -> None:
        """Covers personal data in every window, or shows it again; the keyboard comes back to where it was."""
        if on == self._on:
            return
        self._stop_listening()
        self._on = on
        if on:
            self._before = QApplication.focusWidget()
        self.changed.emit(on)
        for view in QApplication.allWidgets():
            if isinstance(view, QAbstractItemView):
                view.viewport().update()
        if on:
            self._landed = QApplication.focusWidget()
        else:
            self._give_back_focus()

    def toggle(self) -> None:
        """The other state, for the button."""
        self.set_on(not self._on)

    def press(self) -> None:
        """The key went down: switches, and listens for how long it is held."""
        self.toggle()
        app = QCoreApplication.instance()
        if self._on and app is not None:
            self._pressed_at = self._monotonic()
            app.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyRelease and _ends_hold(event):
            self._stop_listening()
            if self._monotonic() - self._pressed_at >= HOLD_SECONDS:
                self.set_on(False)
        return False

    def _stop_listening(self) -> None:
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)

    def _give_back_focus(self) -> None:
        """Unless the person went elsewhere meanwhile."""
        before, landed, now = self._before, self._landed, QApplication.focusWidget()
        self._before = self._landed = None
        if before is not None and shiboken6.isValid(before) and before.isVisible() and now is landed:
            before.setFocus(Qt.FocusReason.OtherFocusReason)


def _ends_hold(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_F9 and not event.isAutoRepeat()


class _State:
    mode: CounterMode | None = None


def mode() -> CounterMode:
    """The one switch of the program."""
    if _State.mode is None:
        _State.mode = CounterMode()
    return _State.mode


def is_on() -> bool:
    """Whether personal data is covered now."""
    return _State.mode is not None and _State.mode.on


def covered(text: str) -> str:
    """A personal value as it may be shown now: dots in counter mode, whatever its length; nothing stays nothing."""
    return DOTS if text and is_on() else text


def mark(*fields: QWidget) -> None:
    """These show personal data: in counter mode a veil covers them, and what was typed stays below it."""
    for field in fields:
        Veil(field, mode().changed, is_on, offer_key)


def offer_key(window: QWidget) -> None:
    """The key works in `window` too, e.g. in a dialog, which the main window's own does not reach."""
    if not window.property(HAS_KEY):
        window.setProperty(HAS_KEY, True)
        shortcut = QShortcut(QKeySequence(KEY), window, mode().press)
        shortcut.setAutoRepeat(False)


def refusal() -> str:
    """Why nothing is copied, printed or exported now, in the language of the window."""
    return QCoreApplication.translate(
        "CounterMode", "Copying, printing and exporting are off while personal data is hidden (F9)."
    )
