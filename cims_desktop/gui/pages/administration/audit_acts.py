"""What can be done with the whole journal: verify it, and write it to an Excel file."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter, JournalFault
from cims_desktop.gui import counter_mode
from cims_desktop.gui.audit_words import fault_of_journal
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.audit_verdict import AuditVerdictDialog
from cims_desktop.gui.long_task import LongTask
from cims_desktop.gui.pages.report_saving import open_folder
from cims_desktop.gui.settings import LAST_FOLDER
from cims_desktop.gui.words import act_word

if TYPE_CHECKING:
    from cims_desktop.services.exporting import ExportOutcome


class AuditActs(QObject):
    """Opens its dialogs over `page`."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.task = LongTask(desk, page)

    def verify(self) -> None:
        """Walks the journal in a dialog that tells the verdict."""
        dialog = AuditVerdictDialog(self._desk, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def export(self, wanted: AuditFilter) -> None:
        """Asks for a file, then writes the acts of `wanted` to it."""
        if counter_mode.is_on():
            self._desk.notices.inform(counter_mode.refusal())
            return
        dialog = QFileDialog(self._page, self.tr("Export the journal"), self._desk.settings.get(LAST_FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("Journal") + f" {self._desk.today().isoformat()}.xlsx")
        dialog.fileSelected.connect(lambda name: self.write(wanted, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, wanted: AuditFilter, path: Path) -> None:
        """Writes the file in a job."""
        self._desk.settings.set(LAST_FOLDER, str(path.parent))
        office, by, words = self._desk.office, self._desk.user, self._words()
        self.task.start(
            self.tr("Writing %1").replace("%1", path.name),
            lambda task: office.audit.export(wanted, words, path, task, by=by),
            self._written,
            failed=self._desk.show_fault,
            cancelled=self.tr("Cancelled: no file was written."),
        )

    def _written(self, outcome: ExportOutcome) -> None:
        said = self.tr("%Ln line(s) of the journal written to %1.", "", outcome.written)
        self._desk.notices.succeed(
            said.replace("%1", outcome.path.name),
            self.tr("Show in folder"),
            lambda: open_folder(outcome.path),
        )

    def _words(self) -> Mapping[str, str]:
        words = {
            "sheet": self.tr("Journal"), "act": self.tr("Act"), "at": self.tr("When"), "user": self.tr("Who"),
            "kind": self.tr("What"), "table": self.tr("Kind of record"), "record": self.tr("Record"),
            "number": self.tr("Customer number"), "customer": self.tr("Customer"), "field": self.tr("Field"),
            "before": self.tr("Before"), "after": self.tr("After"), "detail": self.tr("Details"),
            "verdict": self.tr("Verdict"), "acts": self.tr("Acts"), "head": self.tr("Head of the journal"),
            "checkpoints": self.tr("Checkpoints"), "verdict.ok": self.tr("All well"),
        }  # fmt: skip
        words |= {f"kind.{kind.value}": act_word(kind) for kind in ActKind}
        words |= {f"verdict.{fault.value}": fault_of_journal(fault, None) for fault in JournalFault}
        return words
