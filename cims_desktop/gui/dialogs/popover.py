"""A frame that opens beside a button and closes when one clicks elsewhere or presses Esc."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.measures import forget_measures
from cims_desktop.gui.widgets.tab_stops import tab_stops


class Popover(QFrame):
    """`open_at(button)` shows it under the button, inside its screen and never larger; what can scroll in it,
    scrolls then. `closed()`: it went away.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setProperty("popup", True)
        self._button: QWidget | None = None

    def open_at(self, button: QWidget) -> None:
        """Shows the popover with its right edge under the button's."""
        room = button.screen().availableGeometry()
        self._measure()
        self.resize(self.sizeHint().boundedTo(room.size()))
        corner = button.mapToGlobal(QPoint(button.width() - self.width(), button.height() + theme.px(6)))
        left = max(room.left(), min(corner.x(), room.right() + 1 - self.width()))
        top = max(room.top(), min(corner.y(), room.bottom() + 1 - self.height()))
        self.move(left, top)
        self._button = button
        self.show()
        # Qt gives a popup the keyboard, but none of its fields.
        first = next(iter(tab_stops(self)), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.PopupFocusReason)

    def _measure(self) -> None:
        """Forgets the least size of another text size or language, which would hold the frame open."""
        forget_measures(self)
        layout = self.layout()
        if layout is not None:
            layout.activate()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if self._button is not None and shiboken6.isValid(self._button):
            self._button.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()
