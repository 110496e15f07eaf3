"""A field with a magnifier that grows with the text; Qt's own icons in fields stay small."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon

LEFT, SIDE, GAP = 11, 16, 8
PADDING = 4
"""What the style sheet leaves free at the left of a search field."""


class SearchField(QLineEdit):
    """A line for search texts, with the magnifier before the text."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("search", True)
        theme.notifier().changed.connect(self._make_room)
        self._make_room()

    def magnifier(self) -> QRectF:
        """Where the magnifier is painted."""
        side = float(theme.px(SIDE))
        return QRectF(theme.px(LEFT), (self.height() - side) / 2, side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        paint_icon(painter, self.magnifier(), "search", "ink3")
        painter.end()

    def _make_room(self) -> None:
        self.setTextMargins(theme.px(LEFT + SIDE + GAP - PADDING) - 3, 0, 0, 0)
