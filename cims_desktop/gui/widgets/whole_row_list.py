"""A short list on a card: shows only rows that fit whole; the card's link leads to the others."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QSize, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget


def dress_row_list(view: QListView) -> None:
    """Gives a list view the behaviour of our row lists: hover, one current row, no editing, no frame."""
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setMouseTracking(True)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    view.setUniformItemSizes(True)


class WholeRowList(QListView):
    """Never shows half a row and never scrolls. A click, Enter or Space sends `activated`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        dress_row_list(self)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(self.activated)

    def fit(self) -> None:
        """Hides the rows that don't fit whole. Call it after the model has new rows."""
        model = cast("QAbstractItemModel | None", self.model())
        rows = model.rowCount() if model is not None else 0
        high = self.sizeHintForRow(0) if rows else 0
        room = max(1, self.viewport().height() // high) if high else 0
        for row in range(rows):
            self.setRowHidden(row, row >= room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.fit()
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        current = self.currentIndex()
        if event.key() == Qt.Key.Key_Space and current.isValid():
            self.activated.emit(current)
            return
        super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        found = super().moveCursor(action, modifiers)
        return self.currentIndex() if found.isValid() and self.isRowHidden(found.row()) else found
