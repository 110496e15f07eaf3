"""What lies over the windows while the office is locked: nothing of a customer shows, in no window and no title bar."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

import shiboken6
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from cims_desktop.gui import theme

LOOKED_AT = frozenset({QEvent.Type.Show, QEvent.Type.WindowTitleChange, QEvent.Type.Resize})
FLEETING = frozenset({Qt.WindowType.Popup, Qt.WindowType.ToolTip, Qt.WindowType.SplashScreen})


class Curtain(QWidget):
    """Covers one window, whatever its size becomes."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("curtain")
        self.setGeometry(window.rect())
        self.raise_()
        self.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(theme.tokens().bg))
        painter.end()


class Curtains(QObject):
    """Draws curtains over all windows and opens them again; a window that appears meanwhile gets one too."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._curtains: dict[QWidget, Curtain] = {}
        self._titles: dict[QWidget, str] = {}
        self._bare: AbstractSet[QWidget] = frozenset()

    def draw(self, bare: AbstractSet[QWidget]) -> None:
        """Covers every window but those `bare`, which show the lock page; no title bar names anything."""
        self._bare = bare
        app = QCoreApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        for window in QApplication.topLevelWidgets():
            if window.isVisible() and window.isWindow():
                self._cover(window)

    def open(self) -> None:
        """Takes the curtains away, and gives the windows their titles back."""
        app = QCoreApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        for window, title in self._titles.items():
            if shiboken6.isValid(window):
                window.setWindowTitle(title)
        for curtain in self._curtains.values():
            if shiboken6.isValid(curtain):
                curtain.hide()
                curtain.deleteLater()
        self._titles.clear()
        self._curtains.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.ToolTip:
            return not self._is_bare(watched)
        if kind in LOOKED_AT and isinstance(watched, QWidget) and watched.isWindow():
            self._follow(watched, kind)
        return False

    def _follow(self, window: QWidget, kind: QEvent.Type) -> None:
        """A window changed while it is covered, or is new."""
        if kind is QEvent.Type.Show:
            self._cover(window)
        elif kind is QEvent.Type.Resize and window in self._curtains:
            self._curtains[window].setGeometry(window.rect())
        elif kind is QEvent.Type.WindowTitleChange and window in self._titles:
            self._hide_title(window)

    def _cover(self, window: QWidget) -> None:
        if window.windowType() in FLEETING:
            if window not in self._bare:
                window.close()
            return
        self._hide_title(window)
        if window not in self._bare and window not in self._curtains:
            self._curtains[window] = Curtain(window)

    def _hide_title(self, window: QWidget) -> None:
        locked = self.tr("Locked")
        if window.windowTitle() != locked:
            self._titles[window] = window.windowTitle()
            window.setWindowTitle(locked)

    def _is_bare(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and watched.window() in self._bare
