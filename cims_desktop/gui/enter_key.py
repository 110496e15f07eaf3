"""Enter presses the button that has the focus; Qt does so in dialogs only, and never for tool buttons."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton, QToolButton

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


def press_with_enter(watched: QObject, event: QKeyEvent) -> bool:
    """Clicks `watched` when it is a button that Qt would leave alone; says whether it did."""
    if event.key() not in ENTER or event.modifiers() not in PLAIN:
        return False
    if not isinstance(watched, QPushButton | QToolButton) or not watched.hasFocus():
        return False
    if isinstance(watched, QPushButton) and (watched.autoDefault() or watched.isDefault()):
        return False
    if not event.isAutoRepeat():
        watched.click()
    return True
