"""Writes the customer list to an Excel file: columns, file, progress, cancel."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QProgressDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.gui import counter_mode
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.export_list import ExportListDialog, export_words
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.models.customer_columns import Column, withheld_columns
from cims_desktop.gui.pages.customers.move_progress import use_wordless_bar
from cims_desktop.gui.settings import LAST_FOLDER

if TYPE_CHECKING:
    from cims_desktop.domain.progress import Progress
    from cims_desktop.gui.jobs import Job
    from cims_desktop.services.exporting import ExportOutcome


class ListExport(QObject):
    """One export at a time, started with `begin`."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._window = desk, parent
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None

    def begin(self, query: CustomerQuery, count: int, shown: tuple[Column, ...]) -> None:
        """Asks for columns and a file, then writes all rows of `query`."""
        if self._job is not None:
            return
        if counter_mode.is_on():
            self._desk.notices.inform(counter_mode.refusal())
            return
        withheld = withheld_columns(self._desk.user.sight(Permission.EXPORT))
        dialog = ExportListDialog(count, shown, self._window, withheld)
        dialog.accepted.connect(lambda: self._ask_file(query, dialog.columns()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def write(self, query: CustomerQuery, columns: tuple[str, ...], path: Path) -> None:
        """Writes the file in a job."""
        self._desk.settings.set(LAST_FOLDER, str(path.parent))
        self._show_progress(path.name)
        exporting, user, words = self._desk.office.exporting, self._desk.user, export_words()
        self._job = self._desk.jobs.submit_long(
            lambda task: exporting.customers(query, columns, words, path, task, by=user),
            progress=self._step,
            done=self._done,
            failed=self._failed,
            owner=self,
            lane=Lane.READ,  # minutes of reading must not keep anybody's save waiting
        )

    def _ask_file(self, query: CustomerQuery, columns: tuple[str, ...]) -> None:
        dialog = QFileDialog(self._window, self.tr("Export to Excel"), self._desk.settings.get(LAST_FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Excel workbook (*.xlsx)"))
        dialog.setDefaultSuffix("xlsx")
        dialog.selectFile(self.tr("Customers") + f" {self._desk.today().isoformat()}.xlsx")
        dialog.fileSelected.connect(lambda name: self.write(query, columns, Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _show_progress(self, name: str) -> None:
        text = self.tr("Writing %1…").replace("%1", name)
        progress = QProgressDialog(text, self.tr("Cancel"), 0, 0, self._window)
        progress.setWindowTitle(self.tr("Export to Excel"))
        use_wordless_bar(progress)
        progress.setAutoReset(False)
        progress.setAutoClose(False)
        progress.setMinimumDuration(300)
        progress.canceled.connect(self._cancel)
        progress.setValue(0)
        self._progress = progress

    def _step(self, step: Progress) -> None:
        if self._progress is not None:
            self._progress.setMaximum(step.total or 0)
            self._progress.setValue(step.done)

    def _cancel(self) -> None:
        if self._job is not None:
            self._job.cancel()

    def _done(self, outcome: ExportOutcome) -> None:
        self._close()
        said = self.tr("%Ln customer(s) written to %1.", "", outcome.written).replace("%1", outcome.path.name)
        folder = QUrl.fromLocalFile(str(outcome.path.parent))

        def show_folder() -> None:
            QDesktopServices.openUrl(folder)

        self._desk.notices.succeed(said, self.tr("Show in folder"), show_folder)

    def _failed(self, error: CimsError) -> None:
        self._close()
        if isinstance(error, Cancelled):
            self._desk.notices.inform(self.tr("Cancelled: no file was written."))
        else:
            self._desk.show_fault(error)

    def _close(self) -> None:
        self._job = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self._cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
