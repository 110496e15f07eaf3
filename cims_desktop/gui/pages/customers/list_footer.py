"""The line under the customer list: how many, how fresh, and what is chosen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui import format as text_format
from cims_desktop.gui.icons import icon
from cims_desktop.gui.rights import explain

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.models.customer_list_model import CustomerListModel
    from cims_desktop.gui.widgets.customer_table import CustomerTable

TICK_MS = 30_000


class ListFooter(QObject):
    """Follows the model and the table's choice; `ui` is the list pane's form."""

    def __init__(self, ui: Any, model: CustomerListModel, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._ui, self._model = ui, model
        self._table: CustomerTable = ui.table
        self._user = desk.user
        self._read_at = datetime.now(UTC)
        model.reloaded.connect(self._reloaded)
        model.snapshot_arrived.connect(self._reloaded)
        self._table.chosen_changed.connect(self.show_choice)
        self._clock = QTimer(self, interval=TICK_MS)
        self._clock.timeout.connect(self.show_freshness)

    def show_words(self) -> None:
        """Writes everything again, e.g. in another language."""
        count = self._model.rowCount()
        loading = self.tr("Loading…")
        words = self.tr("%Ln customer(s)", "", count)
        self._ui.count_label.setText(loading if self._model.loading else words)
        self._ui.delete_button.setIcon(icon("trash", "accent"))
        self._ui.restore_button.setIcon(icon("restore", "accent"))
        self._ui.destroy_button.setIcon(icon("trash", "bad"))
        self.show_choice()
        self.show_freshness()

    def show_choice(self) -> None:
        """What is chosen, and what can be done with it."""
        chosen = self._table.chosen_count()
        in_bin = self._model.query.filter.in_bin
        # In the bin one restores single customers too; elsewhere the detail pane shows the one that is chosen.
        offered = chosen > 1 or (in_bin and chosen == 1)
        self._ui.selection_bar.setVisible(offered)
        self._ui.count_label.setVisible(not offered)
        self._ui.selected_label.setText(self.tr("%Ln chosen", "", chosen))
        self._ui.delete_button.setVisible(not in_bin)
        self._ui.restore_button.setVisible(in_bin)
        self._ui.destroy_button.setVisible(in_bin)
        explain(self._ui.destroy_button, Permission.DESTROY_CUSTOMERS, self._user)
        for button in (self._ui.delete_button, self._ui.restore_button):
            if explain(button, Permission.DELETE_CUSTOMERS, self._user) and chosen > 1:
                explain(button, Permission.BULK_CHANGE, self._user)

    def show_freshness(self) -> None:
        """When the list was read."""
        ago = text_format.relative(self._read_at, datetime.now(UTC))
        self._ui.freshness_label.setText(self.tr("Updated %1").replace("%1", ago))

    def follow_clock(self, *, running: bool) -> None:
        """Only a visible list grows older."""
        if running:
            self._clock.start()
        else:
            self._clock.stop()

    def _reloaded(self) -> None:
        self._read_at = datetime.now(UTC)
        self.show_words()
