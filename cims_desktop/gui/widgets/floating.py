"""Holds a notice above the pages, so that nothing moves under the pointer when it comes or goes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

WIDEST = 500
SIDE = 36
ABOVE_FOOT = 84
"""Pixels at 100 % that stay free below it: there pages have their counts, Discard and Save."""


class Floating(QObject):
    """Shows and hides `area`, which must stand in no layout, at the lower left of `host`, its sibling.

    There pages have lists, which scroll; forms and their buttons stand at the right.
    """

    def __init__(self, area: QWidget, host: QWidget) -> None:
        super().__init__(area)
        self._area, self._host = area, host
        host.installEventFilter(self)
        area.installEventFilter(self)
        theme.notifier().changed.connect(self._place)
        area.hide()

    def show(self) -> None:
        """Shows the area as large as its content needs now."""
        self._area.show()
        self._area.raise_()
        self._place()

    def hide(self) -> None:
        """Takes the area away."""
        self._area.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        moved = watched is self._host and event.type() in {QEvent.Type.Resize, QEvent.Type.Move}
        if moved or (watched is self._area and event.type() is QEvent.Type.LayoutRequest):
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        layout, room = self._area.layout(), self._host.geometry()
        if self._area.isHidden() or layout is None:
            return
        wide = min(room.width() - 2 * theme.px(SIDE), theme.px(WIDEST))
        high = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else -1
        high = max(high, layout.totalMinimumSize().height())
        top = max(room.top(), room.bottom() + 1 - theme.px(ABOVE_FOOT) - high)
        self._area.setGeometry(room.left() + theme.px(SIDE), top, wide, high)
