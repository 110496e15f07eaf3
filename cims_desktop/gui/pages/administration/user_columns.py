"""Column widths of the list of users: as wide as their texts, up to a limit; the name takes what is left."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QHeaderView, QTableView

from cims_desktop.gui import theme
from cims_desktop.gui.models.user_model import UserColumn, UserModel
from cims_desktop.gui.widgets.sort_header import SortHeader

OTHERS = tuple(UserColumn)[1:]
CELL_EDGES = 26
WIDEST = 220
NARROWEST_NAME = 130
MEASURED = 300


class UserColumns(QObject):
    """Fits the columns to another text size and room by itself; call `fit` for other users and another language."""

    def __init__(self, table: QTableView, header: SortHeader, model: UserModel) -> None:
        super().__init__(table)
        self._table, self._header, self._model = table, header, model
        header.setStretchLastSection(False)
        for column in OTHERS:
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
        table.viewport().installEventFilter(self)
        theme.notifier().changed.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._fit_name()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Measures the texts of the first users; who stands further down may be cut short, and has a tool tip."""
        metrics, measured = self._table.fontMetrics(), self._model.everybody[:MEASURED]
        for column in OTHERS:
            texts = {self._model.text(user, column) for user in measured}
            text = max(map(metrics.horizontalAdvance, texts), default=0) + theme.px(CELL_EDGES)
            wide = max(min(text, theme.px(WIDEST)), self._header.label_width(column))
            self._header.resizeSection(column, wide)
        self._fit_name()

    def _fit_name(self) -> None:
        room = self._table.viewport().width() - sum(map(self._header.sectionSize, OTHERS))
        # A reset of the model makes the first section stretch, as in tables of figures.
        self._header.setSectionResizeMode(UserColumn.NAME, QHeaderView.ResizeMode.Interactive)
        self._header.resizeSection(UserColumn.NAME, max(room, theme.px(NARROWEST_NAME)))
