"""Deletes and restores customers: asks first, says how many, offers to undo."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.gui.desk import Desk


class BulkActs(QObject):
    """Works on ids; the change bus tells the list and the detail pane."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent

    def delete(self, ids: Sequence[int]) -> None:
        """Moves customers to the bin after a question; offers to undo it."""
        if ids and self._may_delete(len(ids)):
            kept = tuple(ids)
            customers, user = self._desk.office.customers, self._desk.user
            self._desk.write(
                lambda: customers.delete(kept, by=user), lambda _done: self._say_deleted(kept), owner=self
            )

    def restore(self, ids: Sequence[int]) -> None:
        """Takes customers out of the bin."""
        kept = tuple(ids)
        customers, user = self._desk.office.customers, self._desk.user
        if kept:
            self._desk.write(lambda: customers.restore(kept, by=user), self._say_restored, owner=self)

    def _may_delete(self, count: int) -> bool:
        title = self.tr("Move %Ln customer(s) to the bin?", "", count)
        text = self.tr("You can restore them from the bin. Purchases and history stay with them.")
        act = self.tr("Delete %Ln customer(s)", "", count)
        return self._desk.questions.ask(self._window, title, text, act, destructive=True)

    def _say_deleted(self, ids: tuple[int, ...]) -> None:
        text = self.tr("%Ln customer(s) moved to the bin.", "", len(ids))
        self._desk.notices.succeed(text, self.tr("Undo"), lambda: self.restore(ids))

    def _say_restored(self, changes: Changes) -> None:
        count = len(changes.customers)
        if count == 0:
            self._desk.notices.inform(self.tr("Nothing was left to restore."))
        else:
            said = self.tr("%Ln customer(s) restored.", "", count)
            self._desk.notices.succeed(said)
