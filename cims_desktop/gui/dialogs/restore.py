"""Brings a backup back as a new office: which file, who asks, what is in it, where to; then one signs in to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError, Invalid
from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_restore_dialog import Ui_RestoreDialog
from cims_desktop.gui.backup_words import reason_word, size_word
from cims_desktop.gui.dialogs.restore_words import RestoreWords
from cims_desktop.gui.forms import mark_invalid, size_dialog
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, JobRunner, Lane
from cims_desktop.gui.places import data_folder
from cims_desktop.gui.stage_words import stage_word
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.domain.backups import BackupContents, BackupLabel

SIZE = (560, 460)
SCALE = 1000
FILE, WHO, PLACE, RUN = range(4)


class RestoreDialog(Translated, QDialog):
    """`sign_in_wanted(Path)`: the office is back at this path and somebody wants to sign in to it."""

    sign_in_wanted = Signal(object)

    def __init__(
        self,
        gate: Gate,
        jobs: JobRunner,
        archive: Path | None = None,
        *,
        in_office: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._gate, self._jobs, self._in_office = gate, jobs, in_office
        self._job: Job | None = None
        self._label: BackupLabel | None = None
        self._contents: BackupContents | None = None
        self.restored: Path | None = None
        self.ui = ui = Ui_RestoreDialog()
        ui.setupUi(self)
        self._words = RestoreWords(self)
        self._pages = (ui.file_page, ui.who_page, ui.place_page, ui.run_page)
        self._errors = (
            (ui.file_edit, ui.file_error_label), (ui.password_edit, ui.who_error_label),
            (ui.to_edit, ui.to_error_label), (ui.progress_bar, ui.run_error_label),
        )  # fmt: skip
        self._connect()
        self._refuse("")
        ui.label_frame.hide()
        self._show(FILE)
        if archive is not None:
            ui.file_edit.setText(str(archive))
            self._look()
        size_dialog(self, *SIZE)

    @property
    def step(self) -> int:
        """The step in front: FILE, WHO, PLACE, RUN."""
        return self._pages.index(self.ui.stack.currentWidget())

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Restore a backup"))
        ui, step = self.ui, self.step
        said = self.tr("Step %1 of %2").replace("%1", str(step + 1)).replace("%2", str(len(self._pages)))
        ui.step_label.setText(said)
        done = self.restored is not None
        open_it = self.tr("Sign out and open it") if self._in_office else self.tr("Sign in to it")
        words = (self.tr("Next"), self.tr("Look into it"), self.tr("Restore"), open_it)
        ui.next_button.setText(words[step])
        ui.next_button.setVisible(step != RUN or done)
        ui.back_button.setVisible(FILE < step and not done)
        stop = self.tr("Stop") if step == RUN and self._job is not None else self.tr("Cancel")
        ui.cancel_button.setText(self.tr("Close") if done else stop)
        code = ui.code_check.isChecked()
        ui.password_label.setText(self.tr("&Recovery code of that day") if code else self.tr("&Password"))
        ui.name_panel.setVisible(not code)
        self._word_findings()

    def reject(self) -> None:
        """While something is restored, closing stops it; nothing is left then."""
        if self._job is not None and self.step == RUN:
            self._job.cancel()
            self.ui.cancel_button.setEnabled(False)
            return
        self._forget()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._job is not None and self.step == RUN:
            event.ignore()
        self.reject()

    def _connect(self) -> None:
        ui = self.ui
        ui.file_button.clicked.connect(self._choose_file)
        ui.to_button.clicked.connect(self._choose_place)
        ui.file_edit.textEdited.connect(self._file_typed)
        ui.code_check.toggled.connect(lambda _on: self._code_toggled())
        ui.back_button.clicked.connect(self._go_back)
        ui.cancel_button.clicked.connect(self.reject)
        ui.next_button.clicked.connect(self._go_on)
        ui.next_button.setDefault(True)

    def _go_on(self) -> None:
        if self._job is not None:
            return
        self._refuse("")
        steps = (self._go_to_who, self._open, self._restore, self._finish)
        steps[self.step]()

    def _go_back(self) -> None:
        if self._job is None:
            self._refuse("")
            self._show(PLACE if self.step == RUN else self.step - 1)

    def _show(self, step: int) -> None:
        self.ui.stack.setCurrentWidget(self._pages[step])
        self.retranslate()
        name = self.ui.password_edit if self.ui.code_check.isChecked() else self.ui.name_edit
        firsts = (self.ui.file_edit, name, self.ui.to_edit, self.ui.cancel_button)
        firsts[step].setFocus()

    def _refuse(self, sentence: str) -> None:
        field, label = self._errors[self.step]
        mark_invalid(field, label, sentence)
        if sentence:
            field.setFocus()

    def _failed(self, error: CimsError) -> None:
        self._set_busy(None)
        sentence = self._words.refusal(error)
        if isinstance(error, Invalid):
            sentence = fault_sentence(error)[1]
        self._refuse(sentence)

    def _set_busy(self, job: Job | None) -> None:
        self._job = job
        self.ui.busy_bar.set_busy(busy=job is not None and self.step != RUN)
        for button in (self.ui.next_button, self.ui.back_button):
            button.setEnabled(job is None)

    def _file_typed(self) -> None:
        self._label = self._contents = None
        self.ui.label_frame.hide()
        self._refuse("")

    def _look(self) -> None:
        """What the file tells without a password."""
        path, gate = self._archive(), self._gate
        if path is None:
            self._refuse(self.tr("Choose a file first."))
            return
        self._set_busy(
            self._jobs.submit(
                lambda: gate.restorer().label(path), done=self._seen, failed=self._failed, owner=self
            )
        )

    def _seen(self, label: BackupLabel) -> None:
        self._set_busy(None)
        self._label = label
        self.ui.label_frame.show()
        self._word_findings()

    def _go_to_who(self) -> None:
        if self._label is None:
            self._look()
        else:
            self._show(WHO)

    def _open(self) -> None:
        """What is in it, with the credentials of its day."""
        path, (name, password), gate = self._archive(), self._credentials(), self._gate
        if path is None:
            return
        if not password or not (name or self.ui.code_check.isChecked()):
            self._refuse(self.tr("Type what is asked for."))
            return
        self._set_busy(
            self._jobs.submit(
                lambda: gate.restorer().preview(path, name, password),
                done=self._opened, failed=self._failed, owner=self,
            )
        )  # fmt: skip

    def _opened(self, contents: BackupContents) -> None:
        self._set_busy(None)
        self._contents = contents
        if not self.ui.to_edit.text():
            self.ui.to_edit.setText(str(self._words.free_name(data_folder(), contents)))
        self._show(PLACE)

    def _restore(self) -> None:
        path, to, (name, password) = self._archive(), self.ui.to_edit.text().strip(), self._credentials()
        if path is None or not to:
            self._refuse(self.tr("Say where the office should be."))
            return
        target, gate = Path(to), self._gate
        if target.suffix != ".cims":
            target = target.with_name(target.name + ".cims")
        self._show(RUN)
        self.ui.progress_bar.setRange(0, 0)
        self.ui.progress_bar.show()
        self.ui.done_label.hide()
        self._set_busy(
            self._jobs.submit_long(
                lambda task: gate.restorer().restore(path, target, name, password, throttled(task)),
                progress=self._step, done=self._done, failed=self._not_restored, owner=self, lane=Lane.READ,
            )
        )  # fmt: skip
        self.retranslate()

    def _step(self, step: Progress) -> None:
        self.ui.progress_label.setText(stage_word(step.stage))
        self.ui.progress_bar.setRange(0, SCALE if step.total else 0)
        self.ui.progress_bar.setValue(round(SCALE * step.done / step.total) if step.total else 0)

    def _done(self, path: Path) -> None:
        self._set_busy(None)
        self._forget()
        self.restored = path
        for over in (self.ui.progress_bar, self.ui.progress_label):
            over.hide()
        self.ui.done_label.show()
        self.retranslate()
        self.ui.next_button.setFocus()

    def _not_restored(self, error: CimsError) -> None:
        """Back to where one can choose otherwise."""
        self.ui.cancel_button.setEnabled(True)
        self._set_busy(None)
        self._show(PLACE)
        if isinstance(error, Cancelled):
            self._refuse(self.tr("Stopped: nothing was restored."))
        else:
            self._failed(error)

    def _finish(self) -> None:
        if self.restored is not None:
            self.accept()
            self.sign_in_wanted.emit(self.restored)

    def _word_findings(self) -> None:
        ui, label, contents = self.ui, self._label, self._contents
        if label is not None:
            ui.label_title_label.setText(self._words.made(label))
            parts = (reason_word(label.reason), size_word(label.size), label.program)
            ui.label_text_label.setText(" · ".join(part for part in parts if part))
        if contents is not None:
            ui.place_title_label.setText(contents.office_name)
            ui.contents_label.setText(self._words.counts(contents))
            ui.users_label.setText(self._words.users(contents))
        said = self.tr("The office is back and was checked in full.")
        title = said if self.restored else self.tr("Restoring…")
        ui.run_title_label.setText(title)
        ui.done_label.setText(str(self.restored or ""))

    def _code_toggled(self) -> None:
        self._refuse("")
        self.ui.password_edit.clear()
        self.retranslate()

    def _credentials(self) -> tuple[str, str]:
        """Name and password; with the recovery code no name."""
        name = "" if self.ui.code_check.isChecked() else self.ui.name_edit.text().strip()
        return name, self.ui.password_edit.text()

    def _archive(self) -> Path | None:
        text = self.ui.file_edit.text().strip()
        return Path(text) if text else None

    def _forget(self) -> None:
        self.ui.password_edit.clear()

    def _choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Choose a backup"), self.ui.file_edit.text())
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(self.tr("Backups (*.cimsbak)"))
        dialog.fileSelected.connect(self.choose)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose(self, name: str) -> None:
        """Takes this file and looks what it is."""
        self.ui.file_edit.setText(name)
        self._file_typed()
        self._look()

    def _choose_place(self) -> None:
        dialog = QFileDialog(self, self.tr("New office file"), self.ui.to_edit.text())
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("Offices (*.cims)"))
        dialog.setDefaultSuffix("cims")
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # nothing is ever written over
        dialog.fileSelected.connect(self.ui.to_edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
