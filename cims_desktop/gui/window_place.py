"""Where the main window stands: remembered, and never off-screen."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from cims_desktop.gui.settings import WINDOW_GEOMETRY, Settings

FIRST_SIZE = (1440, 900)
SMALLEST = (1024, 700)
VISIBLE = 120
FRAME = (16, 48)
"""What the system's frame and title bar may take; it is not known before the window is shown."""


def restore_place(window: QWidget, settings: Settings) -> None:
    """Puts the window where it stood the last time, or in the middle of the screen."""
    window.setMinimumSize(*_fitting(window, SMALLEST))
    stored = settings.get(WINDOW_GEOMETRY)
    restored = bool(stored) and window.restoreGeometry(QByteArray(stored))
    if not restored or not is_reachable(window.frameGeometry()):
        place_in_middle(window)


def remember_place(window: QWidget, settings: Settings) -> None:
    """Keeps place, size and whether it is maximised."""
    settings.set(WINDOW_GEOMETRY, bytes(window.saveGeometry().data()))


def is_reachable(place: QRect) -> bool:
    """Whether enough of the title bar lies on a screen to be grabbed."""
    bar = QRect(place.left(), place.top(), place.width(), VISIBLE // 2)
    screens = (screen.availableGeometry() for screen in QGuiApplication.screens())
    overlaps = (screen.intersected(bar) for screen in screens)
    return any(part.width() >= VISIBLE and part.height() > 0 for part in overlaps)


def place_in_middle(window: QWidget) -> None:
    """The first time: a good size in the middle, or the whole of a small screen with room for the title bar."""
    screen = window.screen().availableGeometry()
    window.resize(*_fitting(window, FIRST_SIZE))
    middle = QRect(0, 0, window.width() + FRAME[0], window.height() + FRAME[1])
    middle.moveCenter(screen.center())
    window.move(middle.topLeft())


def _fitting(window: QWidget, size: tuple[int, int]) -> tuple[int, int]:
    screen = window.screen().availableSize()
    return min(size[0], screen.width() - FRAME[0]), min(size[1], screen.height() - FRAME[1])
