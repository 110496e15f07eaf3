"""Where the dashboard's cards stand: four columns on a wide page, two on a narrow one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cims_desktop.gui import theme

if TYPE_CHECKING:
    from cims_desktop.gui._gen.ui_dashboard_page import Ui_DashboardPage

NARROW = 960
TALL_CHART, TALL_LIST = 300, 170

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


class DashboardGrid:
    """Moves the cards of the form when the page becomes narrow or wide."""

    def __init__(self, ui: Ui_DashboardPage) -> None:
        self._ui = ui
        self._narrow: bool | None = None
        for column in range(4):
            ui.grid_layout.setColumnStretch(column, 1)
            ui.grid_layout.setColumnMinimumWidth(column, 0)

    def arrange(self, width: int) -> None:
        """Places the cards for a page `width` pixels wide."""
        narrow = width < theme.px(NARROW)
        if narrow is self._narrow:
            return
        self._narrow = narrow
        grid = self._ui.grid_layout
        for name, row, column, columns in NARROW_PLACES if narrow else WIDE_PLACES:
            grid.addWidget(getattr(self._ui, name), row, column, 1, columns)
        chart_row = 2 if narrow else 1
        for row in range(5):
            grid.setRowStretch(row, 3 if row == chart_row else 1 if row > chart_row else 0)
        grid.setRowMinimumHeight(1, 0 if narrow else theme.px(TALL_CHART))
        grid.setRowMinimumHeight(2, theme.px(TALL_CHART) if narrow else theme.px(TALL_LIST))
        grid.setRowMinimumHeight(3, theme.px(TALL_CHART) if narrow else 0)
        grid.setRowMinimumHeight(4, theme.px(TALL_LIST) if narrow else 0)
