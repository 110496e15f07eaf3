"""Writing the sales report to a file: a small panel with progress and cancel."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.sales_report import report_words
from cims_desktop.gui.jobs import Job, Lane

if TYPE_CHECKING:
    from cims_desktop.gui._gen.ui_reports_page import Ui_ReportsPage
    from cims_desktop.services.exporting import ExportOutcome

Opener = Callable[[Path], None]


def open_folder(path: Path) -> None:
    """Shows the folder of a file in the desktop's file manager."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))


class ReportSaving(QObject):
    """Runs one save at a time and shows it in the page's panel. `finished(Path)`: the file is complete."""

    finished = Signal(object)

    def __init__(self, desk: Desk, ui: Ui_ReportsPage, parent: QObject, opener: Opener = open_folder) -> None:
        super().__init__(parent)
        self._desk, self._ui, self._opener = desk, ui, opener
        self._job: Job | None = None
        ui.progress_card.hide()
        ui.cancel_button.clicked.connect(self.cancel)

    @property
    def running(self) -> bool:
        """Whether a file is being written."""
        return self._job is not None

    def start(self, first: Month, last: Month, path: Path) -> None:
        """Writes the report of first..last to `path`."""
        exporting, user, words = self._desk.office.exporting, self._desk.user, report_words()
        self._show(running=True)
        self._ui.progress_label.setText(self.tr("Writing %1…").replace("%1", path.name))
        self._ui.progress_bar.setRange(0, 0)
        self._job = self._desk.jobs.submit_long(
            lambda task: exporting.sales_report(first, last, words, path, task, by=user),
            progress=self._progress, done=self._done, failed=self._failed, owner=self,
            lane=Lane.READ,  # it writes only its entry in the ledger, at the end
        )  # fmt: skip

    def cancel(self) -> None:
        """Stops writing; nothing is left at the path."""
        if self._job is not None:
            self._ui.cancel_button.setEnabled(False)
            self._job.cancel()

    def _progress(self, step: Progress) -> None:
        self._ui.progress_bar.setRange(0, step.total or 0)
        self._ui.progress_bar.setValue(step.done)

    def _done(self, outcome: ExportOutcome) -> None:
        self._show(running=False)
        said = self.tr("%1 is saved").replace("%1", outcome.path.name)
        self._desk.notices.succeed(said, self.tr("Show in folder"), lambda: self._opener(outcome.path))
        self.finished.emit(outcome.path)

    def _failed(self, error: CimsError) -> None:
        self._show(running=False)
        if isinstance(error, Cancelled):
            self._desk.notices.inform(self.tr("Cancelled: no file was written."))
        else:
            self._desk.show_fault(error)

    def _show(self, *, running: bool) -> None:
        if not running:
            self._job = None
        self._ui.progress_card.setVisible(running)
        self._ui.cancel_button.setEnabled(running)
        self._ui.save_button.setEnabled(not running)
