"""Asks where everything about one person goes, and whether sensitive values go along. Shows how far it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui import counter_mode
from cims_desktop.gui._gen.ui_person_export_dialog import Ui_PersonExportDialog
from cims_desktop.gui.dialogs.working_dialog import WorkingDialog
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.rights import explain, reason
from cims_desktop.gui.widgets.primary import make_primary

WIDTH = 480
SENSITIVE: Sequence[Permission] = (Permission.EXPORT_SENSITIVE, Permission.REVEAL_SENSITIVE)


class PersonExportDialog(WorkingDialog):
    """`submitted(Path, bool)`: write into this folder, with sensitive values or without."""

    submitted = Signal(object, bool)

    def __init__(self, name: str, folder: str, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._user = name, user
        self.ui = Ui_PersonExportDialog()
        self.ui.setupUi(self)
        self.ui.folder_edit.setText(folder)
        self.ui.folder_button.clicked.connect(self._choose)
        self.ui.folder_edit.textEdited.connect(lambda: self._say_problem(None))
        self.ui.sensitive_check.toggled.connect(self.retranslate)
        self.ui.buttons.accepted.connect(self._submit)
        self._prepare()
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self, _on: bool = False) -> None:
        name = counter_mode.covered(self._name)
        text = self.tr(
            "Writes a page to read and print, and the same data as JSON, and all files that are kept with %1."
        )
        self.ui.what_label.setText(text.replace("%1", name))
        self.act_button.setText(self.tr("Export"))
        make_primary(self.act_button)
        self._explain_sensitive()

    def fields(self) -> tuple[QWidget, ...]:
        ui = self.ui
        return (ui.folder_edit, ui.folder_button, ui.sensitive_check)

    def set_working(self, *, working: bool) -> None:
        super().set_working(working=working)
        if not working:
            self._explain_sensitive()

    def step_words(self) -> Mapping[str, str]:
        return {
            "reading": self.tr("Reading everything about the person…"),
            "files": self.tr("Writing the page and the files…"),
            "journal": self.tr("Writing down that it was exported…"),
        }

    def _explain_sensitive(self) -> None:
        """Needs two rights; the first that is missing is named."""
        check, missing = self.ui.sensitive_check, [one for one in SENSITIVE if not self._user.may(one)]
        explain(check, missing[0] if missing else SENSITIVE[0], self._user)
        if missing:
            self.ui.sensitive_note_label.setText(reason(missing[0], self._user))
        elif check.isChecked():
            self.ui.sensitive_note_label.setText(
                self.tr("Whoever gets the folder can read them. Each one is written down as revealed.")
            )
        else:
            self.ui.sensitive_note_label.setText(self.tr("Without them the page tells only how they end."))

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.tr("Folder for the export"), self.ui.folder_edit.text())
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.fileSelected.connect(self.ui.folder_edit.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _say_problem(self, problem: Problem | None) -> None:
        self.ui.folder_problem.show_problem(problem, self.ui.folder_edit)

    def _submit(self) -> None:
        text = self.ui.folder_edit.text().strip()
        if not text or not Path(text).is_dir():
            self._say_problem(Problem("folder", "not_a_folder" if text else "required"))
            self.ui.folder_edit.setFocus()
            return
        self._say_problem(None)
        self.set_working(working=True)
        self.submitted.emit(Path(text), self.ui.sensitive_check.isChecked())
