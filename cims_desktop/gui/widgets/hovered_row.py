"""Which row of a table the mouse is over; the style knows only the cell."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QTableView


class HoveredRow(QObject):
    """`row` is the position of the row under the mouse, -1 when there is none."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self.row = -1
        self._table = table
        table.viewport().setMouseTracking(True)
        table.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseMove:
            self._take(self._table.rowAt(event.position().toPoint().y()))
        elif event.type() is QEvent.Type.Leave:
            self._take(-1)
        return super().eventFilter(watched, event)

    def _take(self, row: int) -> None:
        if row != self.row:
            self.row = row
            self._table.viewport().update()
