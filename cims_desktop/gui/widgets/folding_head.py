"""The head of a page: what finds and what acts side by side, or one over the other where room is scarce."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QBoxLayout, QWidget

NEW_ROOM = {QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show}


class FoldingHead(QObject):
    """Turns `head`, a row in `card`, into a column while the card is too narrow for all of its parts.

    The parts are measured, so it follows the font, the text size, the language and the words of the moment.
    """

    def __init__(self, head: QBoxLayout, card: QWidget) -> None:
        super().__init__(card)
        self._head, self._card = head, card
        card.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in NEW_ROOM:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        items = [self._head.itemAt(at) for at in range(self._head.count())]
        parts = [item.sizeHint().width() for item in items if item is not None]
        margins = self._head.contentsMargins()
        needed = sum(parts) + self._head.spacing() * (len(parts) - 1) + margins.left() + margins.right()
        ways = QBoxLayout.Direction
        way = ways.TopToBottom if needed > self._card.contentsRect().width() else ways.LeftToRight
        if way is not self._head.direction():
            self._head.setDirection(way)
