"""Deletes and restores customers: asks first, shows how far it is, says how many, offers to undo."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import number
from cims_desktop.gui.pages.customers.long_act import LongAct
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.services.customers_bin import Moved

FEW = 500
"""So many are moved in a second or less: no progress is shown, and what is saved next waits for them."""


class BulkActs(QObject):
    """Works on ids; the change bus tells the list and the detail pane. Many are moved by one job at a time."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._act = LongAct(desk, parent)

    def delete(self, ids: Sequence[int]) -> None:
        """Moves customers to the bin after a question; offers to undo it."""
        if ids and self._is_free(len(ids)) and self._may_delete(len(ids)):
            self._move(tuple(ids), self.tr("Moving customers to the bin"), self._say_deleted, hidden=True)

    def restore(self, ids: Sequence[int]) -> None:
        """Takes customers out of the bin."""
        if ids and self._is_free(len(ids)):
            self._move(tuple(ids), self.tr("Restoring customers"), self._say_restored, hidden=False)

    def _move(self, ids: tuple[int, ...], title: str, say: Callable[[Moved], None], *, hidden: bool) -> None:
        customers, user = self._desk.office.customers, self._desk.user
        act = customers.delete if hidden else customers.restore
        self._act.run(title, len(ids), lambda task: act(ids, task, by=user), say, many=len(ids) > FEW)

    def _is_free(self, count: int) -> bool:
        free = self._act.is_free(many=count > FEW)
        if not free:
            self._desk.notices.inform(self.tr("Customers are being moved already. Wait for it, or stop it."))
        return free

    def _may_delete(self, count: int) -> bool:
        title = self.tr("Move %Ln customer(s) to the bin?", "", count)
        text = self.tr("You can restore them from the bin. Purchases and history stay with them.")
        act = self.tr("Delete %Ln customer(s)", "", count)
        return self._desk.questions.ask(self._window, title, text, act, destructive=True)

    def _say_deleted(self, moved: Moved) -> None:
        count = len(moved.ids)
        if moved.stopped or moved.fault is not None:
            said = self.tr("Stopped: %1 of %Ln customer(s) moved to the bin.", "", moved.wanted)
            self._say_stopped(moved, said, self.tr("Undo"), lambda: self.restore(moved.ids))
        elif count == 0:
            self._desk.notices.inform(self.tr("Nothing was left to delete."))
        else:
            text = self.tr("%Ln customer(s) moved to the bin.", "", count)
            self._desk.notices.succeed(text, self.tr("Undo"), lambda: self.restore(moved.ids))

    def _say_restored(self, moved: Moved) -> None:
        count = len(moved.ids)
        if moved.stopped or moved.fault is not None:
            self._say_stopped(moved, self.tr("Stopped: %1 of %Ln customer(s) restored.", "", moved.wanted))
        elif count == 0:
            self._desk.notices.inform(self.tr("Nothing was left to restore."))
        else:
            self._desk.notices.succeed(self.tr("%Ln customer(s) restored.", "", count))

    def _say_stopped(
        self, moved: Moved, said: str, act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        said = said.replace("%1", number(len(moved.ids)))
        given = (act_label, act) if moved.ids else ("", None)
        if moved.fault is None:
            self._desk.notices.inform(said, *given)
        else:
            sentence, way_out = fault_sentence(moved.fault)
            failed = self.tr("The rest failed: %1").replace("%1", sentence)
            self._desk.notices.fail(f"{said} {failed}", way_out, *given)
