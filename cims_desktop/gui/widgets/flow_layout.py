"""A layout that sets its widgets side by side and goes on in the next line when a line is full."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from cims_desktop.gui import theme

CHIP_GAP = 8
SEGMENT_GAP, SEGMENT_INSET = 2, 3
BAR_INSET = 2
"""Half of what a tool button is higher than a chip."""


class FlowLayout(QLayout):
    """Items keep their size hint; hidden ones take no room. `stretch_last`: the last one fills its line.

    `at_end`: each line ends at the right edge.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        spacing: int = 6,
        *,
        stretch_last: bool = False,
        at_end: bool = False,
    ) -> None:
        super().__init__(parent)
        self._at_end = at_end
        self._items: list[QLayoutItem] = []
        self._stretch_last = stretch_last
        self.setSpacing(spacing)
        self.setContentsMargins(0, 0, 0, 0)
        if parent is not None:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            parent.setSizePolicy(policy)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def insert_widget(self, position: int, widget: QWidget) -> None:
        """Adds `widget` before the item at `position`."""
        self.addWidget(widget)
        self._items.insert(position, self._items.pop())

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), moving=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, moving=True)

    def sizeHint(self) -> QSize:
        shown = self._shown()
        width = sum(item.sizeHint().width() for item in shown) + self.spacing() * max(len(shown) - 1, 0)
        return self._with_margins(QSize(width, max((item.sizeHint().height() for item in shown), default=0)))

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._shown():
            size = size.expandedTo(item.minimumSize())
        return self._with_margins(size)

    def _with_margins(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom())

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _place(self, rect: QRect, *, moving: bool) -> int:
        """Places the items (if `moving`) and returns the height they take."""
        inner = rect.marginsRemoved(self.contentsMargins())
        top = inner.top()
        for line in self._lines(inner.width()):
            left = inner.left()
            if self._at_end:
                left += inner.width() - sum(size.width() for _item, size in line)
                left -= self.spacing() * (len(line) - 1)
            for item, size in line:
                if moving:
                    item.setGeometry(QRect(QPoint(left, top), size))
                left += size.width() + self.spacing()
            top += max(size.height() for _item, size in line) + self.spacing()
        bottom = max(top - self.spacing(), inner.top())
        return bottom - inner.top() + rect.height() - inner.height() if not rect.height() else bottom

    def _lines(self, width: int) -> list[list[tuple[QLayoutItem, QSize]]]:
        """The items that share a line of this width, with their sizes."""
        lines: list[list[tuple[QLayoutItem, QSize]]] = []
        left, shown = 0, self._shown()
        for item in shown:
            size = item.sizeHint().boundedTo(QSize(max(width, 1), 10_000))
            if not lines or left + size.width() > width:
                lines.append([])
                left = 0
            if self._stretch_last and item is shown[-1]:
                size.setWidth(max(size.width(), width - left))
            lines[-1].append((item, size))
            left += size.width() + self.spacing()
        return lines


def flow_chips(box: QWidget, chips: Iterable[QWidget]) -> None:
    """Lets the chips in `box` go on in the next line; on one line they stand in the middle of a tool bar."""
    flow = FlowLayout(box, theme.px(CHIP_GAP))
    flow.setContentsMargins(0, theme.px(BAR_INSET), 0, theme.px(BAR_INSET))
    for chip in chips:
        flow.addWidget(chip)


def flow_acts(box: QWidget, buttons: Iterable[QWidget], *, at_end: bool = False) -> None:
    """Lets the buttons in `box`, what can be done on a page, go on in the next line; `at_end` at the right edge."""
    flow = FlowLayout(box, theme.px(CHIP_GAP), at_end=at_end)
    for button in buttons:
        flow.addWidget(button)


def flow_segments(box: QWidget, segments: Iterable[QWidget]) -> None:
    """Lets the segments in `box`, one of which is chosen, go on in the next line."""
    flow = FlowLayout(box, theme.px(SEGMENT_GAP))
    flow.setContentsMargins(*[theme.px(SEGMENT_INSET)] * 4)
    for segment in segments:
        flow.addWidget(segment)
