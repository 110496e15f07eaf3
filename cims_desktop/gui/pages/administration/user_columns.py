"""Column widths of the list of users: as wide as their texts, up to a limit; what is left over is shared."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtWidgets import QHeaderView, QTableView

from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui.delegates.table_cells import ROW_HEIGHT, WORDS_LEFT
from cims_desktop.gui.models.user_model import UserColumn, UserModel
from cims_desktop.gui.widgets.pill import pill_size
from cims_desktop.gui.widgets.sort_header import SortHeader

NAME = UserColumn.NAME
SHARES = {NAME: 4, UserColumn.ROLE: 3, UserColumn.STATE: 3, UserColumn.LAST_SIGN_IN: 2}
"""How the columns that are shown share the room that no text needs; the sign-in name stands under the name."""
DROPPED_FIRST = (UserColumn.LAST_SIGN_IN, UserColumn.STATE)
"""What goes while the name has too little room."""
CELL_EDGES = 26
WIDEST, WIDEST_NAME, NARROWEST_NAME = 220, 360, 170
MEASURED = 300
STRONG = QFont.Weight.DemiBold


class UserColumns(QObject):
    """Fits the columns to another text size and room by itself; call `fit` for other users and another language."""

    def __init__(self, table: QTableView, header: SortHeader, model: UserModel) -> None:
        super().__init__(table)
        self._table, self._header, self._model = table, header, model
        self._needed: dict[UserColumn, int] = dict.fromkeys(SHARES, 0)
        header.setStretchLastSection(False)
        table.viewport().installEventFilter(self)
        theme.notifier().changed.connect(self.fit)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._share()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Measures the texts of the first users; who stands further down may be cut short, and has a tool tip."""
        measured = self._model.everybody[:MEASURED]
        for column in SHARES:
            text = max((self._width(user, column) for user in measured), default=0)
            widest = theme.px(WIDEST_NAME if column is NAME else WIDEST)
            self._needed[column] = max(min(text, widest), self._header.label_width(column))
        self._table.verticalHeader().setDefaultSectionSize(theme.px(ROW_HEIGHT))
        self._share()

    def _width(self, user: User, column: UserColumn) -> int:
        """What one cell needs."""
        if column is UserColumn.STATE:
            return pill_size(self._model.text(user, column)).width() + theme.px(CELL_EDGES)
        if column is NAME:
            strong, small = QFontMetricsF(theme.font(weight=STRONG)), QFontMetricsF(theme.font(12))
            words = max(
                strong.horizontalAdvance(user.display_name), small.horizontalAdvance(user.sign_in_name)
            )
            return round(words) + theme.px(WORDS_LEFT + CELL_EDGES)
        return self._table.fontMetrics().horizontalAdvance(self._model.text(user, column)) + theme.px(
            CELL_EDGES
        )

    def _share(self) -> None:
        room, needed = self._table.viewport().width(), dict(self._needed)
        for column in DROPPED_FIRST:
            if sum(needed.values()) - needed[NAME] + theme.px(NARROWEST_NAME) > room:
                del needed[column]
        slack = max(room - sum(needed.values()), 0)
        shares = sum(SHARES[column] for column in needed)
        widths = {column: width + slack * SHARES[column] // shares for column, width in needed.items()}
        widths[NAME] = max(room - sum(widths.values()) + widths[NAME], theme.px(NARROWEST_NAME))
        for column in UserColumn:
            self._header.setSectionHidden(column, column not in widths)
        for column, width in widths.items():
            # A reset of the model makes the first section stretch, as in tables of figures.
            self._header.setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self._header.resizeSection(column, width)
