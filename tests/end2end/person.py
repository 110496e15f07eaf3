"""Somebody at the keyboard: types, tabs to fields and waits until the program has answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

PATIENCE_MS = 30_000
"""A slow computer is no reason to fail; nothing waits this long where all is well."""
MOST_TABS = 80

Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier
D = TypeVar("D", bound=QDialog)


@dataclass
class Person:
    """Uses the program by the keyboard that has the focus."""

    qtbot: QtBot

    def wait(self, happened: Callable[[], object], what: str = "") -> None:
        """Waits until something is so."""
        self.qtbot.waitUntil(lambda: bool(happened()), timeout=PATIENCE_MS)
        assert happened(), what

    def sees(self, window: QWidget) -> None:
        """Waits until a window is there and has the keyboard."""
        self.wait(window.isVisible)
        window.activateWindow()
        self.wait(lambda: QApplication.activeWindow() is window)

    def dialog(self, kind: type[D]) -> D:
        """Waits for a dialog of this kind to be in front."""
        found: list[D] = []

        def in_front() -> bool:
            window = QApplication.activeModalWidget()
            if isinstance(window, kind) and window.isVisible():
                found.append(window)
            return bool(found)

        self.wait(in_front)
        self.sees(found[0])
        return found[0]

    def types(self, text: str) -> None:
        """Types into whatever has the keyboard; what no key has comes from an input method."""
        focus = self._focus()
        if text.isascii():
            QTest.keyClicks(focus, text)
            return
        composed = QInputMethodEvent()
        composed.setCommitString(text)
        QApplication.sendEvent(focus, composed)

    def presses(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Presses one key."""
        QTest.keyClick(self._focus(), key, modifier)

    def tabs_to(self, wanted: QWidget) -> None:
        """Presses Tab until a field (or a part of it) has the keyboard; fails when no Tab ever leads there."""
        for _press in range(MOST_TABS):
            focus = QApplication.focusWidget()
            if focus is wanted or (focus is not None and wanted.isAncestorOf(focus)):
                return
            self.presses(Key.Key_Tab)
        raise AssertionError(f"Tab does not lead to {wanted.objectName() or type(wanted).__name__}")

    def _focus(self) -> QWidget:
        self.wait(lambda: QApplication.focusWidget() is not None, "nothing has the keyboard")
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus
