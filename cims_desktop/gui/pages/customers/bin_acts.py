"""The bin's end: customers are destroyed after a question, chosen ones or all that are overdue."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.dialogs.destroy import DestroyDialog
from cims_desktop.gui.format import number
from cims_desktop.gui.pages.customers.long_act import LongAct
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.domain.changes import Changes
    from cims_desktop.domain.progress import Task
    from cims_desktop.gui.desk import Desk
    from cims_desktop.services.privacy import Destroyed

FEW = 20
Overdue = tuple[int, int]
"""How many have been in the bin for longer than so many days."""


class BinActs(QObject):
    """`ui` is the list pane's form; `follow` shows or hides the line about the overdue."""

    def __init__(self, desk: Desk, ui: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._ui, self._window = desk, ui, parent
        self._act = LongAct(desk, parent)
        self._shown = False
        self._overdue: Overdue = (0, 0)
        self.dialog: DestroyDialog | None = None
        ui.empty_bin_button.clicked.connect(self.empty)
        desk.bus.changed.connect(self._written)

    def destroy(self, ids: Sequence[int]) -> None:
        """Destroys these after a question."""
        chosen, privacy, user = tuple(ids), self._desk.office.privacy, self._desk.user
        if chosen:
            self._ask(len(chosen), lambda task: privacy.destroy(chosen, task, by=user))

    def empty(self) -> None:
        """Destroys all that are overdue, after a question."""
        privacy, user = self._desk.office.privacy, self._desk.user
        if self._overdue[0]:
            self._ask(self._overdue[0], lambda task: privacy.empty_bin(task, by=user))

    def follow(self, *, in_bin: bool) -> None:
        """The list shows the bin now, or something else."""
        fresh = in_bin and not self._shown
        self._shown = in_bin
        self.show_words()
        if fresh:
            self._count()

    def show_words(self) -> None:
        """The line about the overdue, in the language of the window."""
        count, days = self._overdue
        self._ui.overdue_box.setVisible(self._shown and count > 0)
        kept = self.tr("%n day(s)", "", days)
        text = self.tr("%Ln customer(s) have been in the bin for longer than %1.", "", count)
        self._ui.overdue_label.setText(text.replace("%1", kept))

    def _count(self) -> None:
        office, user = self._desk.office, self._desk.user
        if not self._desk.may(Permission.DESTROY_CUSTOMERS):
            return

        def work() -> Overdue:
            return office.privacy.bin_overdue(by=user), office.rules.get(by=user).retention_days

        self._desk.read(work, self._counted, owner=self, failed=lambda _error: None)

    def _counted(self, overdue: Overdue) -> None:
        self._overdue = overdue
        self.show_words()

    def _ask(self, count: int, work: Callable[[Task], Destroyed]) -> None:
        many = count > FEW
        if not self._act.is_free(many=many):
            self._desk.notices.inform(
                self.tr("Customers are being destroyed already. Wait for it, or stop it.")
            )
            return
        dialog = self.dialog = DestroyDialog(count, self._window)
        title = self.tr("Destroying customers")
        dialog.accepted.connect(lambda: self._act.run(title, count, work, self._say, many=many))
        dialog.finished.connect(self._closed)
        dialog.open()

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()

    def _say(self, done: Destroyed) -> None:
        said = self.tr("%Ln customer(s) destroyed.", "", done.done)
        if done.shells:
            kept = self.tr("%Ln of them stay(s) as a number without a name, for the books.", "", done.shells)
            said = f"{said} {kept}"
        if done.fault is not None:
            sentence, way_out = fault_sentence(done.fault)
            rest = self.tr("The rest failed: %1").replace("%1", sentence)
            self._desk.notices.fail(f"{said} {rest}", way_out)
        elif done.stopped:
            stopped = self.tr("Stopped: %1 of %Ln customer(s) destroyed.", "", done.wanted)
            self._desk.notices.inform(stopped.replace("%1", number(done.done)))
        elif done.done:
            self._desk.notices.succeed(said)
        else:
            self._desk.notices.inform(self.tr("Nothing was left to destroy."))

    def _written(self, changes: Changes) -> None:
        if self._shown and (changes.everything or changes.customers):
            self._count()
