"""Renews all keys of the office: what it means, progress, and a way back until the last moment."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError, OfficeFault
from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_rotate_dialog import Ui_RotateDialog
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.stage_words import stage_word
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import fault_sentence

WIDTH = 500
SCALE = 1000
OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
LAST_STAGES = ("place", "done")
"""From here on there is no way back."""


class RotateDialog(Translated, QDialog):
    """`renewed(RotationResult)`: the new keys are in force."""

    renewed = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self.ui = Ui_RotateDialog()
        self.ui.setupUi(self)
        for later in (self.ui.progress_bar, self.ui.progress_label, self.ui.fault_label):
            later.hide()
        self.ui.progress_bar.setRange(0, 0)
        self.ui.buttons.accepted.connect(self._go)
        self.ui.buttons.rejected.connect(self.reject)
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Renew all keys"))
        act = self.ui.buttons.button(OK)
        act.setText(self.tr("Renew all keys"))
        make_primary(act)
        self.ui.buttons.button(CANCEL).setText(self.tr("Stop") if self._job else self.tr("Cancel"))

    def reject(self) -> None:
        """While it runs, closing asks it to stop; the dialog closes when that is certain."""
        if self._job is None:
            super().reject()
            return
        self._job.cancel()
        self.ui.buttons.button(CANCEL).setEnabled(False)
        self.ui.progress_bar.setRange(0, 0)
        self.ui.progress_label.setText(self.tr("Stopping; everything becomes as it was…"))

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            event.ignore()
            self.reject()
        else:
            super().closeEvent(event)

    def _go(self) -> None:
        office, by = self._desk.office, self._desk.user
        self.ui.fault_label.hide()
        self._job = self._desk.jobs.submit_long(
            lambda task: office.keys.rotate(throttled(task), by=by),
            progress=self._step, done=self._done, failed=self._failed, owner=self, lane=Lane.WRITE,
        )  # fmt: skip
        self._show_running(running=True)

    def _step(self, step: Progress) -> None:
        self.ui.progress_label.setText(stage_word(step.stage))
        self.ui.progress_bar.setRange(0, SCALE if step.total else 0)
        self.ui.progress_bar.setValue(round(SCALE * step.done / step.total) if step.total else 0)
        self.ui.buttons.button(CANCEL).setEnabled(step.stage not in LAST_STAGES)

    def _done(self, result: object) -> None:
        self._job = None
        self._desk.publish(result)
        self.accept()
        self.renewed.emit(result)

    def _failed(self, error: CimsError) -> None:
        self._job = None
        self._show_running(running=False)
        if isinstance(error, Cancelled):
            said = self.tr("Stopped. The keys are as they were.")
        elif isinstance(error, OfficeFault) and error.code == "in_use":
            said = self.tr(
                "Somebody else has the office open on this PC: another window, or a command. Close it, then try again."
            )
        else:
            said = " ".join(fault_sentence(error)).strip()
        self.ui.fault_label.setText(said)
        self.ui.fault_label.show()

    def _show_running(self, *, running: bool) -> None:
        for shown in (self.ui.progress_bar, self.ui.progress_label):
            shown.setVisible(running)
        self.ui.progress_label.setText(stage_word("begin"))
        self.ui.buttons.button(OK).setEnabled(not running)
        self.ui.buttons.button(CANCEL).setEnabled(True)
        self.retranslate()
