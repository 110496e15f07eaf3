"""matplotlib's canvas inside our window: redrawn at any size and ratio, pointed at by mouse and by keyboard.

Importing this module imports matplotlib; `chart_canvas` does so off the GUI thread, after the first paint.
"""

from __future__ import annotations

from typing import Any

from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.charts.marks import Chart, Marks
from cims_desktop.charts.theme import ChartTheme

NOTHING = -1
# The backend would translate these for its toolbar and its own listeners, of which there are none.
LEFT_TO_THE_PARENT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.KeyRelease,
        QEvent.Type.Enter,
    }
)


class FigureCanvas(FigureCanvasQTAgg):
    """Shows one chart. `pointed(int)`: the item under the mouse or chosen by keyboard changed; -1 for none."""

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        # At 72 dpi a point is a logical pixel; the backend multiplies by the screen's ratio.
        super().__init__(Figure(dpi=72))
        self.setParent(parent)
        self._chart: Chart | None = None
        self._theme: ChartTheme | None = None
        self._marks: Marks | None = None
        self._background: Any = None
        self._stale = True
        self._item = NOTHING
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def show_chart(self, chart: Chart, theme: ChartTheme) -> None:
        """Draws `chart` in `theme` with the next paint."""
        self._chart, self._theme, self._stale = chart, theme, True
        self.point_at(NOTHING)
        self.draw_idle()

    @property
    def item(self) -> int:
        """The item pointed at, -1 for none."""
        return self._item

    def anchor(self, index: int) -> QPointF | None:
        """Where item `index` ends, in this widget's pixels; None when nothing is drawn for it."""
        if self._marks is None or not 0 <= index < len(self._marks.anchors):
            return None
        anchor = self._marks.anchors[index]
        return None if anchor is None else QPointF(anchor.x * self.width(), anchor.y * self.height())

    def point_at(self, index: int) -> None:
        """Points at an item (-1: at none)."""
        if index == self._item:
            return
        self._item = index
        self._paint_highlight()
        self.pointed.emit(index)

    def draw(self) -> None:
        if self._stale and self._chart is not None and self._theme is not None:
            ratio = self.device_pixel_ratio
            self.figure.set_size_inches(
                self.width() * ratio / self.figure.dpi, self.height() * ratio / self.figure.dpi, forward=False
            )
            self._marks = self._chart.draw_on(self.figure, self._theme, self.width(), self.height())
            self._stale = False
        super().draw()
        self._background = self.copy_from_bbox(self.figure.bbox)
        self._paint_highlight()

    def sizeHint(self) -> QSize:
        # The layout decides; the backend would ask for the size that the figure happens to have.
        return QSize(320, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 80)

    def resizeEvent(self, event: Any) -> None:
        self._stale, self._background = True, None
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.DevicePixelRatioChange:
            self._stale = True
        super().changeEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in LEFT_TO_THE_PARENT:
            event.ignore()
            return False
        return bool(super().event(event))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._marks.item_at(event.position().x() / max(self.width(), 1)) if self._marks else None
        self.point_at(NOTHING if found is None else found)

    def leaveEvent(self, _event: QEvent) -> None:
        if not self.hasFocus():
            self.point_at(NOTHING)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        count = len(self._marks.anchors) if self._marks else 0
        here = self._item if self._item != NOTHING else count
        targets = {
            Qt.Key.Key_Left: max(here - 1, 0),
            Qt.Key.Key_Right: min(here + 1, count - 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: count - 1,
            Qt.Key.Key_Escape: NOTHING,
        }
        target = targets.get(Qt.Key(event.key()))
        if target is None or count == 0 or (target == NOTHING and self._item == NOTHING):
            event.ignore()
            return
        self.point_at(target)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.point_at(NOTHING)

    def _paint_highlight(self) -> None:
        """Puts the pointed item over the kept background: two milliseconds instead of a whole redraw."""
        if self._background is None or self._marks is None:
            return
        self.restore_region(self._background)
        if 0 <= self._item < len(self._marks.anchors):
            artist = self._marks.highlight(self._item)
            self.figure.draw_artist(artist)
            artist.remove()
        self.update()
