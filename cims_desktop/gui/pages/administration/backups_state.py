"""The upper card of the backups: last one, last proven, next due, the folder, and what is wrong with any of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QObject

from cims_desktop.domain.backups import BackupEntry, BackupState, EntryState
from cims_desktop.gui._gen.ui_administration_backups import Ui_BackupsSection
from cims_desktop.gui.backup_words import problem_of_backup, size_word
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import Age, instant, relative


class StatePanel(QObject):
    """Words a BackupState into the card of `ui`."""

    def __init__(self, desk: Desk, ui: Ui_BackupsSection, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._ui = desk, ui
        self._last: BackupEntry | None = None
        ui.warning_label.hide()

    def show_state(self, state: BackupState) -> None:
        """Shows how the office stands."""
        self._last = state.last_made
        ui, zone = self._ui, self._desk.time_zone
        last, never = state.last_made, self.tr("Never")
        ui.last_label.setText(self._ago(last.made_at) if last else never)
        ui.last_note_label.setText(
            f"{instant(last.made_at, zone)} · {size_word(last.size)}" if last else self.tr("Make one now.")
        )
        ui.proven_label.setText(self._ago(state.last_proven) if state.last_proven else never)
        proven = self.tr("Unpacked, opened and checked in full.")
        if state.last_proven is None:
            proven = self.tr("A backup counts only when it has been opened again.")
        ui.proven_note_label.setText(proven)
        due = self.tr("Only by hand")
        if state.next_due is not None:
            due = self.tr("Now") if state.overdue else instant(state.next_due, zone)
        ui.due_label.setText(due)
        ui.due_note_label.setText(self.tr("As the office's rules say; made while the program runs."))
        ui.folder_label.setText(str(state.folder))
        warning = "\n".join(self._warnings(state))
        ui.warning_label.setText(warning)
        ui.warning_label.setVisible(bool(warning))

    def about(self, entry: BackupEntry | None) -> str:
        """Where one is; of one that failed why, and which one to rely on."""
        if entry is None or entry.state is not EntryState.FAILED:
            return str(entry.path) if entry is not None else ""
        said = self.tr("Failed: %1").replace("%1", problem_of_backup(entry.problem))
        return f"{said} {self._good()}"

    def _warnings(self, state: BackupState) -> list[str]:
        found = []
        if state.problem == "archive_missing":
            found.append(
                self.tr("The last backup is not where it was put: removed, or the drive is not connected.")
            )
        elif state.problem == "folder_missing":
            found.append(self.tr("The folder of the backups is not there: is the drive connected?"))
        elif state.problem:
            said = self.tr("The last attempt failed. %1 %2").replace("%1", problem_of_backup(state.problem))
            found.append(said.replace("%2", self._good()))
        if state.overdue:
            found.append(self.tr("A backup is overdue."))
        if state.same_disk:
            found.append(
                self.tr("The backups are on the same disk as the office: one failure or theft takes both.")
                + " "
                + self.tr("Choose a folder on another disk, a stick, or the network.")
            )
        return found

    def _good(self) -> str:
        """The last one that can be relied on."""
        if self._last is None:
            return self.tr("There is no good backup yet.")
        said = self.tr("The last good one is that of %1.")
        return said.replace("%1", instant(self._last.made_at, self._desk.time_zone))

    def _ago(self, at: datetime) -> str:
        age = self._desk.office.now() - at
        return relative(at, self._desk.office.now()) if age.days < 1 else Age().in_days(age.days)
