"""Makes a recovery code: shown once, put on paper, typed back from it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFileDialog, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui import counter_mode
from cims_desktop.gui._gen.ui_recovery_code_dialog import Ui_RecoveryCodeDialog
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.recovery_sheet import RecoverySheet
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.paper import note_print, print_paper, write_pdf
from cims_desktop.gui.settings import LAST_FOLDER
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.widgets.primary import make_primary
from cims_desktop.gui.words import fault_sentence

WIDTH = 520
WHAT = "recovery_sheet"
OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


class RecoveryCodeDialog(Translated, QDialog):
    """`made()`: a new code is in force, whether it was typed back or not."""

    made = Signal()

    def __init__(self, desk: Desk, *, replaces: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._replaces = desk, replaces
        self._code = ""
        self.on_paper = False
        self.ui = Ui_RecoveryCodeDialog()
        self.ui.setupUi(self)
        apply_icons(self)
        flow_acts(self.ui.paper_box, (self.ui.print_button, self.ui.pdf_button))
        self.ui.ask_fault_label.hide()
        self.ui.void_label.setVisible(replaces)
        self.ui.code_label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        counter_mode.mark(self.ui.code_label, self.ui.typed_edit)
        self.ui.print_button.clicked.connect(self._print)
        self.ui.pdf_button.clicked.connect(self._ask_pdf)
        self.ui.typed_edit.textChanged.connect(self._typed)
        self.ui.buttons.accepted.connect(self._go)
        self.ui.buttons.rejected.connect(self.reject)
        self.retranslate()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        self.setWindowTitle(self.tr("Recovery code"))
        self.ui.void_label.setText(
            self.tr("The code before becomes void at once: its sheet is for the shredder.")
        )
        act = self.ui.buttons.button(OK)
        act.setText(self.tr("Done") if self._code else self.tr("Make the code"))
        make_primary(act)
        self.ui.buttons.button(CANCEL).setText(self.tr("Close") if self._code else self.tr("Cancel"))
        self._show_typed()

    def reject(self) -> None:
        """A code that nobody has typed back may not be on paper: asks before it is gone."""
        if self._code and not self.matches() and not self._sure():
            return
        self._code = ""
        super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        event.ignore()
        self.reject()

    def matches(self) -> bool:
        """Whether the code was typed back as it is."""
        return bool(self._code) and _plain(self.ui.typed_edit.text()) == _plain(self._code)

    def write_sheet(self, path: Path) -> None:
        """Writes the sheet as a PDF file."""
        self._desk.settings.set(LAST_FOLDER, str(path.parent))
        title = self.tr("Recovery sheet")
        try:
            write_pdf(path, title, self._sheet().html())
        except CimsError as error:
            self.ui.typed_state_label.setText(" ".join(fault_sentence(error)))
            return
        self.on_paper = True
        note_print(self._desk, WHAT)
        said = self.tr("Saved as %1. Print it, then delete the file: it is as good as the code.")
        self.ui.typed_state_label.setText(said.replace("%1", path.name))

    def _go(self) -> None:
        if self._code:
            if self.matches():
                self._code = ""
                self.accept()
            return
        office, by = self._desk.office, self._desk.user
        self._set_busy(busy=True)
        self._desk.jobs.submit(
            lambda: office.keys.recovery_code(by=by),
            done=self._show_code, failed=self._refused, lane=Lane.WRITE, owner=self,
        )  # fmt: skip

    def _show_code(self, code: str) -> None:
        self._set_busy(busy=False)
        self._code = code
        self.ui.code_label.setText(code)
        self.ui.code_label.setAccessibleName(self.tr("The recovery code"))
        self.ui.stack.setCurrentWidget(self.ui.code_page)
        self.retranslate()
        self.ui.print_button.setFocus()
        self._desk.publish(Changes(office=True))
        self.made.emit()

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        self.ui.ask_fault_label.setText(" ".join(fault_sentence(error)).strip())
        self.ui.ask_fault_label.show()

    def _typed(self, _text: str) -> None:
        self._show_typed()

    def _show_typed(self) -> None:
        typed = _plain(self.ui.typed_edit.text())
        right = self.matches()
        said = self.tr("So you know that what stands on the paper can be read.")
        if right:
            said = self.tr("That is it. Now lock the sheet away.")
        elif typed and not _plain(self._code).startswith(typed):
            said = self.tr("Not the same: look at the last characters again.")
        self.ui.typed_state_label.setText(said)
        self.ui.buttons.button(OK).setEnabled(right or not self._code)

    def _sheet(self) -> RecoverySheet:
        office = self._desk.office
        user = self._desk.user.display_name
        return RecoverySheet(office.profile.name, office.path.name, self._code, self._desk.today(), user)

    def _print(self) -> None:
        if counter_mode.is_on():
            self.ui.typed_state_label.setText(counter_mode.refusal())
        elif print_paper(self._desk, WHAT, self, self.tr("Recovery sheet"), self._sheet().html()):
            self.on_paper = True
            self.ui.typed_edit.setFocus()

    def _ask_pdf(self) -> None:
        if counter_mode.is_on():
            self.ui.typed_state_label.setText(counter_mode.refusal())
            return
        dialog = QFileDialog(self, self.tr("Save the recovery sheet"), self._desk.settings.get(LAST_FOLDER))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF file (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(self.tr("Recovery sheet") + f" {self._desk.today().isoformat()}.pdf")
        dialog.fileSelected.connect(lambda name: self.write_sheet(Path(name)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _sure(self) -> bool:
        return self._desk.questions.ask(
            self,
            self.tr("Close without typing the code back?"),
            self.tr(
                "The code is in force but can't be shown again. If it isn't on paper, make a new one later."
            ),
            self.tr("Close all the same"),
            destructive=True,
        )

    def _set_busy(self, *, busy: bool) -> None:
        self.ui.buttons.setEnabled(not busy)
        self.ui.busy_bar.set_busy(busy=busy)
        self.ui.ask_fault_label.hide()


def _plain(code: str) -> str:
    """As whoever opens the office with it takes it: no dashes, no spaces, capital letters."""
    return "".join(one for one in code.upper() if one.isalnum())
