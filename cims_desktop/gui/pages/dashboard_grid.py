"""Where the dashboard's cards stand: four columns on a wide page, two on a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

if TYPE_CHECKING:
    from cims_desktop.gui._gen.ui_dashboard_page import Ui_DashboardPage

NARROW = 960

# Per row: its share of the room that is left, and its least height at 100 %.
WIDE_ROWS = ((0, 3, 1, 0, 0), (0, 300, 180, 0, 0))
NARROW_ROWS = ((0, 0, 3, 2, 1), (0, 0, 300, 300, 180))

# card: row, column, columns
Places = tuple[tuple[str, int, int, int], ...]
WIDE_PLACES: Places = (
    ("active_card", 0, 0, 1), ("sales_card", 0, 1, 1), ("satisfaction_card", 0, 2, 1), ("repeat_card", 0, 3, 1),
    ("chart_card", 1, 0, 3), ("split_card", 1, 3, 1), ("follow_ups_card", 2, 0, 2), ("activity_card", 2, 2, 2),
)  # fmt: skip
NARROW_PLACES: Places = (
    ("active_card", 0, 0, 2), ("sales_card", 0, 2, 2), ("satisfaction_card", 1, 0, 2), ("repeat_card", 1, 2, 2),
    ("chart_card", 2, 0, 4), ("split_card", 3, 0, 2), ("follow_ups_card", 3, 2, 2), ("activity_card", 4, 0, 4),
)  # fmt: skip


class DashboardGrid(QObject):
    """Moves the cards of the form when the page becomes narrow or wide, or the text another size."""

    def __init__(self, ui: Ui_DashboardPage, page: QWidget) -> None:
        super().__init__(page)
        self._ui, self._page = ui, page
        self._placed: tuple[bool, float] | None = None
        theme.notifier().changed.connect(self.arrange)
        for column in range(4):
            ui.grid_layout.setColumnStretch(column, 1)
            ui.grid_layout.setColumnMinimumWidth(column, 0)

    def arrange(self) -> None:
        """Places the cards for the page's width."""
        narrow = self._page.width() < theme.px(NARROW)
        if self._placed == (narrow, theme.scale()):
            return
        self._placed = (narrow, theme.scale())
        grid = self._ui.grid_layout
        for name, row, column, columns in NARROW_PLACES if narrow else WIDE_PLACES:
            grid.addWidget(getattr(self._ui, name), row, column, 1, columns)
        stretches, heights = NARROW_ROWS if narrow else WIDE_ROWS
        for row in range(len(stretches)):
            grid.setRowStretch(row, stretches[row])
            grid.setRowMinimumHeight(row, theme.px(heights[row]))
