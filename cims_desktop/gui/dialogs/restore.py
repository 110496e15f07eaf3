"""Brings a backup back as a new office: which file, who asks, what is in it, where to; then one signs in to it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.gui._gen.ui_restore_dialog import Ui_RestoreDialog
from cims_desktop.gui.dialogs.restore_fields import RestoreFields
from cims_desktop.gui.dialogs.restore_files import ask_archive, ask_place
from cims_desktop.gui.dialogs.restore_words import RestoreWords
from cims_desktop.gui.dialogs.restore_work import RestoreWork
from cims_desktop.gui.forms import mark_invalid, size_dialog
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.translation import Translated

if TYPE_CHECKING:
    from cims_desktop.domain.backups import BackupContents, BackupLabel

SIZE = (560, 460)
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
        self._in_office = in_office
        self._label: BackupLabel | None = None
        self._contents: BackupContents | None = None
        self.restored: Path | None = None
        self.ui = ui = Ui_RestoreDialog()
        ui.setupUi(self)
        self._words = RestoreWords(self)
        self._fields = RestoreFields(ui, self._words)
        self._work = RestoreWork(gate, jobs, self)
        self._pages = (ui.file_page, ui.who_page, ui.place_page, ui.run_page)
        self._errors = (
            (ui.file_edit, ui.file_error_label), (ui.password_edit, ui.who_error_label),
            (ui.to_edit, ui.to_error_label), (ui.progress_bar, ui.run_error_label),
        )  # fmt: skip
        self._connect()
        for field, label in self._errors:
            mark_invalid(field, label, "")
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
        ui.back_button.setVisible(step > FILE and not done)
        stop = self.tr("Stop") if step == RUN and self._work.busy else self.tr("Cancel")
        ui.cancel_button.setText(self.tr("Close") if done else stop)
        code = ui.code_check.isChecked()
        ui.password_label.setText(self.tr("&Recovery code of that day") if code else self.tr("&Password"))
        ui.name_panel.setVisible(not code)
        self._fields.word(self._label, self._contents, self.restored)

    def reject(self) -> None:
        """While something is restored, closing stops it; nothing is left then."""
        if self._work.busy and self.step == RUN:
            self._work.cancel()
            self.ui.cancel_button.setEnabled(False)
            return
        self.ui.password_edit.clear()
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._work.busy and self.step == RUN:
            event.ignore()
        self.reject()

    def _connect(self) -> None:
        ui = self.ui
        work = self._work
        work.labelled.connect(self._seen)
        work.opened.connect(self._opened)
        work.restored.connect(self._done)
        work.failed.connect(self._failed)
        work.progressed.connect(self._fields.show_progress)
        work.busy_changed.connect(self._fields.show_busy)
        ui.file_button.clicked.connect(lambda: ask_archive(self, ui.file_edit.text(), self.choose))
        ui.to_button.clicked.connect(lambda: ask_place(self, ui.to_edit.text(), ui.to_edit.setText))
        ui.file_edit.textEdited.connect(self._file_typed)
        ui.code_check.toggled.connect(lambda _on: self._code_toggled())
        ui.back_button.clicked.connect(self._go_back)
        ui.cancel_button.clicked.connect(self.reject)
        ui.next_button.clicked.connect(self._go_on)
        ui.next_button.setDefault(True)

    def _go_on(self) -> None:
        if self._work.busy:
            return
        self._refuse("")
        if self.restored is not None:
            self.accept()
            self.sign_in_wanted.emit(self.restored)
        elif self.step == FILE and self._label is not None:
            self._show(WHO)
        else:
            (self._look, self._open, self._restore)[self.step]()

    def _go_back(self) -> None:
        if not self._work.busy:
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
        """Says why, where one can choose otherwise."""
        if self.step == RUN:
            self._show(PLACE)
        stopped = isinstance(error, Cancelled)
        self._refuse(self.tr("Stopped: nothing was restored.") if stopped else self._words.refusal(error))

    def _file_typed(self) -> None:
        self._label = self._contents = None
        self.ui.label_frame.hide()
        self._refuse("")

    def _look(self) -> None:
        """What the file tells without a password."""
        path = self._fields.archive()
        if path is None:
            self._refuse(self.tr("Choose a file first."))
        else:
            self._work.look(path)

    def _seen(self, label: BackupLabel) -> None:
        self._label = label
        self.ui.label_frame.show()
        self._fields.word(self._label, self._contents, self.restored)

    def _open(self) -> None:
        """What is in it, with the credentials of its day."""
        path, (name, password) = self._fields.archive(), self._fields.credentials()
        if not password or not (name or self.ui.code_check.isChecked()):
            self._refuse(self.tr("Type what is asked for."))
        elif path is not None:
            self._work.open(path, name, password)

    def _opened(self, contents: BackupContents) -> None:
        self._contents = contents
        if not self.ui.to_edit.text():
            self.ui.to_edit.setText(str(self._work.free_name(contents)))
        self._show(PLACE)

    def _restore(self) -> None:
        path, to, (name, password) = (
            self._fields.archive(),
            self.ui.to_edit.text().strip(),
            self._fields.credentials(),
        )
        if path is None or not to:
            self._refuse(self.tr("Say where the office should be."))
            return
        self._show(RUN)
        self.ui.progress_bar.setRange(0, 0)
        self.ui.progress_bar.show()
        self.ui.done_label.hide()
        self._work.restore(path, Path(to), name, password)
        self.retranslate()

    def _done(self, path: Path) -> None:
        self.ui.password_edit.clear()
        self.restored = path
        for over in (self.ui.progress_bar, self.ui.progress_label):
            over.hide()
        self.ui.done_label.show()
        self.retranslate()
        self.ui.next_button.setFocus()

    def _code_toggled(self) -> None:
        self._refuse("")
        self.ui.password_edit.clear()
        self.retranslate()

    def choose(self, name: str) -> None:
        """Takes this file and looks what it is."""
        self.ui.file_edit.setText(name)
        self._file_typed()
        self._look()
