"""The columns of the customer list as a popover: tick, drag or move with the arrows."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_customers_columns import Ui_CustomersColumns
from cims_desktop.gui.dialogs.popover import Popover
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.customer_columns import Column, title
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.column_layout import ColumnLayout

COLUMN_ROLE = int(Qt.ItemDataRole.UserRole)
WIDTH, HEIGHT, LEAST_HEIGHT = 230, 360, 120
"""Of the list, at 100 %; on a low screen it scrolls."""


class ColumnsPopover(Translated, Popover):
    """`layout_chosen(ColumnLayout)` after every change, so that the list shows it at once.

    `withheld` columns, which the role doesn't see, are not offered.
    """

    layout_chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._layout_shown = ColumnLayout()
        self.withheld: frozenset[Column] = frozenset()
        self._filling = False
        self.ui = Ui_CustomersColumns()
        self.ui.setupUi(self)
        apply_icons(self)
        ui = self.ui
        ui.columns_list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        ui.columns_list.itemChanged.connect(self._changed)
        ui.columns_list.model().rowsMoved.connect(self._changed)
        ui.up_button.clicked.connect(lambda: self._move(-1))
        ui.down_button.clicked.connect(lambda: self._move(1))
        ui.reset_button.clicked.connect(self._reset)

    def sizeHint(self) -> QSize:
        plain = super().sizeHint()
        more = theme.px(HEIGHT) - self.ui.columns_list.sizeHint().height()
        return plain + QSize(0, more)

    def show_layout(self, layout: ColumnLayout) -> None:
        """Fills the list: shown columns in their order, then the others."""
        self.ui.columns_list.setMinimumSize(theme.px(WIDTH), theme.px(LEAST_HEIGHT))
        self._layout_shown = layout
        others = [column for column in Column if column not in layout.shown]
        order = [column for column in (*layout.shown, *others) if column not in self.withheld]
        fill_columns(self.ui.columns_list, order, layout.shown, blocked=self)

    def retranslate(self) -> None:
        self.show_layout(self._layout_shown)

    def set_filling(self, *, filling: bool) -> None:
        """While the list is filled, its changes are nobody's choice."""
        self._filling = filling

    def _changed(self) -> None:
        if self._filling:
            return
        # What the role doesn't see stays chosen: somebody with another role may use this desk too.
        unseen = tuple(column for column in self._layout_shown.shown if column in self.withheld)
        shown = (*ticked_columns(self.ui.columns_list), *unseen)
        self._layout_shown = replace(self._layout_shown, shown=shown, chosen=True)
        self.layout_chosen.emit(self._layout_shown)

    def _move(self, step: int) -> None:
        rows = self.ui.columns_list
        row = rows.currentRow()
        if row >= 0 and 0 <= row + step < rows.count():
            self._filling = True
            rows.insertItem(row + step, rows.takeItem(row))
            rows.setCurrentRow(row + step)
            self._filling = False
            self._changed()

    def _reset(self) -> None:
        self.show_layout(ColumnLayout())
        self.layout_chosen.emit(ColumnLayout())


def fill_columns(
    rows: QListWidget, order: list[Column], ticked: tuple[Column, ...], blocked: ColumnsPopover | None = None
) -> None:
    """Fills a list with columns and their ticks; the name's tick can't be taken away."""
    if blocked is not None:
        blocked.set_filling(filling=True)
    rows.clear()
    for column in order:
        item = QListWidgetItem(title(column), rows)
        item.setData(COLUMN_ROLE, int(column))
        item.setCheckState(Qt.CheckState.Checked if column in ticked else Qt.CheckState.Unchecked)
        if column is Column.NAME:
            item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
    if blocked is not None:
        blocked.set_filling(filling=False)


def ticked_columns(rows: QListWidget) -> tuple[Column, ...]:
    """The ticked columns in the list's order."""
    items = [rows.item(row) for row in range(rows.count())]
    return tuple(
        Column(item.data(COLUMN_ROLE)) for item in items if item.checkState() is Qt.CheckState.Checked
    )
