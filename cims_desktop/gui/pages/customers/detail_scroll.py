"""Scrolls the detail so far that what has just appeared in it can be seen whole."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from cims_desktop.gui import theme

EDGE = 12


class Revealer(QObject):
    """`parts`: for each widget that appears, what is to be seen then; the last one counts most."""

    def __init__(self, area: QScrollArea, parts: Mapping[QWidget, Sequence[QWidget]]) -> None:
        super().__init__(area)
        self._area, self._parts = area, dict(parts)
        for widget in self._parts:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched in self._parts:
            QTimer.singleShot(0, self, partial(self._reveal, watched))
        return super().eventFilter(watched, event)

    def _reveal(self, shown: QWidget) -> None:
        if not shown.isVisible():
            return
        # Until then the body is as tall as it was before.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        for part in self._parts[shown]:
            self._area.ensureWidgetVisible(part, 0, theme.px(EDGE))
