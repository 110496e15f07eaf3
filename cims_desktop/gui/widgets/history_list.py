"""A list of history rows that is as tall as its rows; what stands around it scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.delegates.history_delegate import HistoryDelegate
from cims_desktop.gui.models.history_model import HistoryModel, HistoryRow


class HistoryList(QListView):
    """A click, Enter or Space opens a row. `opener(position)` is asked first at Enter and a double click, and
    says whether it has dealt with the row.

    Signals: `row_chosen(HistoryRow | None)`: another row is current; `key_typed(str)`: a letter was typed here.
    """

    row_chosen = Signal(object)
    key_typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.opener: Callable[[int], bool] = lambda _position: False
        self.rows = HistoryModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(HistoryDelegate(self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._toggle)
        self.doubleClicked.connect(lambda index: self.opener(index.row()))
        self.selectionModel().currentChanged.connect(self._tell)
        self.rows.layoutChanged.connect(self._fit)
        theme.notifier().changed.connect(self._fit)

    def set_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Shows these rows."""
        chosen = self.chosen()
        self.rows.set_rows(rows)
        for position, row in enumerate(rows):
            if chosen is not None and (row.record, row.icon) == (chosen.record, chosen.icon):
                self.setCurrentIndex(self.rows.index(position))
        self._fit()
        self._tell()

    def chosen(self) -> HistoryRow | None:
        """The current row."""
        index = self.currentIndex()
        return self.rows.row(index.row()) if index.isValid() else None

    def sizeHint(self) -> QSize:
        heights = (self.sizeHintForRow(row) for row in range(self.rows.rowCount()))
        return QSize(theme.px(200), sum(heights) + 2)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._fit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(0))  # Qt would make it current without choosing it.
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index, enter = self.currentIndex(), event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if enter and index.isValid() and self.opener(index.row()):
            return
        if enter or event.key() == Qt.Key.Key_Space:
            self._toggle(index)
        elif event.text().isalpha() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.key_typed.emit(event.text().lower())
        else:
            super().keyPressEvent(event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self.rows.toggle(index.row())

    def _tell(self) -> None:
        self.row_chosen.emit(self.chosen())

    def _fit(self) -> None:
        self.scheduleDelayedItemsLayout()
        self.updateGeometry()
