"""Moves the office to another PC: a verified backup to carry over, what to do there, and what about this copy."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_move_office_dialog import Ui_MoveOfficeDialog
from cims_desktop.gui.backup_places import mark_moved, moved_on
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.restore_files import ask_folder
from cims_desktop.gui.forms import mark_invalid, size_dialog
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.stage_words import stage_word
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.domain.backups import Moving

SIZE = (540, 420)
SCALE = 1000


class MoveOfficeDialog(Translated, QDialog):
    """Three steps; only the first writes anything outside of this desk's settings."""

    def __init__(self, desk: Desk, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._moving: Moving | None = None
        self.ui = ui = Ui_MoveOfficeDialog()
        ui.setupUi(self)
        self._pages = (ui.make_page, ui.carry_page, ui.here_page)
        for later in (ui.progress_bar, ui.progress_label):
            later.hide()
        mark_invalid(ui.folder_edit, ui.folder_error_label, "")
        ui.folder_edit.setText(str(folder) if folder.is_dir() else "")
        ui.moved_check.setChecked(True)
        ui.choose_button.clicked.connect(self._choose)
        ui.back_button.clicked.connect(self._go_back)
        ui.next_button.clicked.connect(self._go_on)
        ui.cancel_button.clicked.connect(self.reject)
        ui.next_button.setDefault(True)
        self.retranslate()
        size_dialog(self, *SIZE)

    @property
    def step(self) -> int:
        """The step in front, from 0."""
        return self._pages.index(self.ui.stack.currentWidget())

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Move this office to another PC"))
        ui, step = self.ui, self.step
        said = self.tr("Step %1 of %2").replace("%1", str(step + 1)).replace("%2", str(len(self._pages)))
        ui.step_label.setText(said)
        last = step == len(self._pages) - 1
        words = (self.tr("Make the backup"), self.tr("Next"), self.tr("Done"))
        again = step == 0 and self._moving is not None
        ui.next_button.setText(self.tr("Next") if again else words[step])
        ui.cancel_button.setText(self.tr("Stop") if self._job else self.tr("Cancel"))
        ui.cancel_button.setVisible(not last)
        ui.back_button.setVisible(step > 0)
        if self._moving is not None:
            self._word_carrying(self._moving)

    def reject(self) -> None:
        """While the backup is made, closing stops it."""
        if self._job is not None:
            self._job.cancel()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None:
            event.ignore()
        self.reject()

    def _choose(self) -> None:
        title = self.tr("Folder for the backup")
        ask_folder(self, title, self.ui.folder_edit.text(), self.ui.folder_edit.setText)

    def _go_on(self) -> None:
        if self.step == 0 and self._moving is None:
            self._make()
        elif self.step < len(self._pages) - 1:
            self._show(self.step + 1)
        else:
            self._finish()

    def _go_back(self) -> None:
        self._show(self.step - 1)

    def _show(self, step: int) -> None:
        self.ui.stack.setCurrentWidget(self._pages[step])
        self.retranslate()
        self.ui.next_button.setFocus()

    def _make(self) -> None:
        text = self.ui.folder_edit.text().strip()
        if not text:
            self._refuse(self.tr("Choose a folder first."))
            return
        folder, office, by = Path(text), self._desk.office, self._desk.user
        mark_invalid(self.ui.folder_edit, self.ui.folder_error_label, "")
        self._job = self._desk.jobs.submit_long(
            lambda task: office.backups.move(folder, throttled(task), by=by),
            progress=self._step, done=self._made, failed=self._failed, owner=self, lane=Lane.READ,
        )  # fmt: skip
        self._show_running(running=True)

    def _step(self, step: Progress) -> None:
        self.ui.progress_label.setText(stage_word(step.stage))
        self.ui.progress_bar.setRange(0, SCALE if step.total else 0)
        self.ui.progress_bar.setValue(round(SCALE * step.done / step.total) if step.total else 0)

    def _made(self, moving: Moving) -> None:
        self._job, self._moving = None, moving
        self._show_running(running=False)
        self._desk.publish(Changes(office=True))
        self._show(1)

    def _failed(self, error: CimsError) -> None:
        self._job = None
        self._show_running(running=False)
        if not isinstance(error, Cancelled):
            self._desk.publish(Changes(office=True))
            self._refuse(" ".join(fault_sentence(error)).strip())

    def _refuse(self, sentence: str) -> None:
        mark_invalid(self.ui.folder_edit, self.ui.folder_error_label, sentence)
        self.ui.folder_edit.setFocus()

    def _show_running(self, *, running: bool) -> None:
        ui = self.ui
        for shown in (ui.progress_bar, ui.progress_label):
            shown.setVisible(running)
        for field in (ui.folder_edit, ui.choose_button, ui.next_button):
            field.setEnabled(not running)
        ui.progress_bar.setRange(0, 0)
        self.retranslate()

    def _word_carrying(self, moving: Moving) -> None:
        words = {
            "carry_file": self.tr("Carry the file %1 over.").replace("%1", moving.entry.file_name),
            "install_program": self.tr("Install CIMS Desktop there, this version or a newer one."),
            "restore_file": self.tr("On its welcome page choose “Restore a backup…” and that file."),
            "sign_in": self.tr(
                "Sign in with your name and password as here; look whether everything is there."
            ),
        }
        steps = [words[code] for code in moving.steps if code in words]
        lines = [f"{number}. {text}" for number, text in enumerate(steps, 1)]
        self.ui.carry_text_label.setText("\n\n".join([*lines, self._place(moving)]))

    def _place(self, moving: Moving) -> str:
        return self.tr("The backup is in %1").replace("%1", moving.entry.folder)

    def _finish(self) -> None:
        office, settings = self._desk.office.path, self._desk.settings
        if self.ui.moved_check.isChecked():
            mark_moved(settings, office, self._desk.today().isoformat())
        elif moved_on(settings, office):
            mark_moved(settings, office, "")
        self.accept()
