"""Column widths of the customer list: from the font in use, remembered, and fitted to the room there is."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHeaderView

from cims_desktop.gui import theme
from cims_desktop.gui.models.customer_columns import DROPPED_FIRST, Column, sample
from cims_desktop.gui.widgets.column_layout import ColumnLayout

if TYPE_CHECKING:
    from cims_desktop.gui.widgets.customer_table import CustomerTable

NAME_WIDTH = 190
NARROWEST_NAME = 170


class ColumnFitter(QObject):
    """Puts a `ColumnLayout` on a table. `layout_changed()`: the person moved or resized a column.

    `withheld` columns are not shown, whatever the layout says: the role doesn't see them.
    """

    layout_changed = Signal()

    def __init__(self, table: CustomerTable) -> None:
        super().__init__(table)
        self._table = table
        self._currency = ""
        self._layout = ColumnLayout()
        self._busy = False
        self.withheld: frozenset[Column] = frozenset()
        table.header.sectionMoved.connect(self._moved)
        table.header.sectionResized.connect(self._resized)

    @property
    def layout(self) -> ColumnLayout:
        """The columns as the person has them."""
        return self._layout

    def start(self, currency: str) -> None:
        """Begins to fit; the model's columns are there now."""
        self._currency = currency
        self._table.header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self._table.header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Fixed)
        self.use(self._layout)

    def use(self, layout: ColumnLayout) -> None:
        """Shows these columns."""
        self._layout = layout
        if not self._currency:
            return
        self._busy = True
        for place, column in enumerate(layout.shown):
            self._table.header.moveSection(self._table.header.visualIndex(column), place)
        self._busy = False
        self.fit()

    def fit(self) -> None:
        """Gives the name what the other columns leave; drops the least useful ones while the name has too little."""
        if not self._currency or self._busy:
            return
        room = self._table.viewport().width()
        kept_back = self.withheld | {Column.NAME}
        widths = {column: self._width(column) for column in self._layout.shown if column not in kept_back}
        if not self._layout.chosen:
            for column in DROPPED_FIRST:
                if room - sum(widths.values()) < theme.px(NARROWEST_NAME):
                    widths = {each: width for each, width in widths.items() if each is not column}
        self._busy = True
        for column in Column:
            self._table.setColumnHidden(column, column not in widths and column is not Column.NAME)
        for column, width in widths.items():
            self._table.setColumnWidth(column, width)
        self._table.setColumnWidth(Column.NAME, max(room - sum(widths.values()), theme.px(NAME_WIDTH)))
        self._busy = False

    def _width(self, column: Column) -> int:
        if column in self._layout.widths:
            return theme.px(self._layout.widths[column])
        text = QFontMetrics(theme.font()).horizontalAdvance(sample(column, self._currency))
        return max(text + theme.px(26), self._table.header.label_width(column))

    def _moved(self, _logical: int, _before: int, _after: int) -> None:
        if self._busy:
            return
        header = self._table.header
        order = tuple(sorted(self._layout.shown, key=header.visualIndex))
        self._change(replace(self._layout, shown=order, chosen=True))

    def _resized(self, section: int, _before: int, after: int) -> None:
        if self._busy or not after or section == Column.NAME:
            return
        unscaled = round(after / theme.scale())
        self._change(replace(self._layout, widths={**self._layout.widths, Column(section): unscaled}))

    def _change(self, layout: ColumnLayout) -> None:
        self._layout = layout
        self.fit()
        self.layout_changed.emit()
