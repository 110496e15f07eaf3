"""For whoever forgot the password: who can help, and the way in with the printed recovery code."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.gui._gen.ui_recover_page import Ui_RecoverPage
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import fit_card, mark_invalid
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.problems import problem_words
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.waiting import Waiting
from cims_desktop.gui.widgets.own_password import OwnPassword

CARD_WIDTH = 520


class RecoverPage(Translated, QWidget):
    """`recovered(OpenOffice)`: an administrator is in, with a new password. `cancelled()`: back, please."""

    recovered = Signal(object)
    cancelled = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate, self._jobs = gate, jobs
        self._path = Path()
        self._busy = False
        self.ui = Ui_RecoverPage()
        self.ui.setupUi(self)
        fit_card(self.ui.card_frame, CARD_WIDTH)
        apply_icons(self)
        self.waiting = Waiting(self.ui.error_label, self.ui.recover_button, self)
        self.password = OwnPassword(self.ui, jobs, self._names, gate)
        self._fields: dict[str, tuple[QLineEdit, QLabel]] = {
            "recovery_code": (self.ui.code_edit, self.ui.code_error_label),
            "sign_in_name": (self.ui.name_edit, self.ui.name_error_label),
        }
        self.ui.code_edit.textChanged.connect(self._code_typed)
        self.ui.name_edit.textEdited.connect(lambda: self._mark("sign_in_name", ""))
        self.ui.name_edit.returnPressed.connect(self.ui.code_edit.setFocus)
        self.ui.code_edit.returnPressed.connect(self.ui.password_edit.setFocus)
        self.ui.again_edit.returnPressed.connect(self.recover)
        self.ui.recover_button.clicked.connect(self.recover)
        self.ui.back_button.clicked.connect(self.cancelled)
        self.set_office(Path(), "")

    def set_office(self, path: Path, name: str) -> None:
        """Is about this office from now on; `name` is the user name that was typed."""
        self._path = path
        self.ui.name_edit.setText(name)
        self.ui.code_edit.clear()
        self.password.clear()
        self.waiting.stop()
        for field in self._fields:
            self._mark(field, "")
        self._show_error("")
        (self.ui.code_edit if name else self.ui.name_edit).setFocus()

    def recover(self) -> None:
        """Opens the office off the GUI thread, if everything is there."""
        if self._busy or self.waiting.active:
            return
        name, code = self.ui.name_edit.text().strip(), self.ui.code_edit.text()
        problems = list(self._gate.recovery_code_problems(code)) if code.strip() else [
            Problem("recovery_code", "required")
        ]  # fmt: skip
        if not name:
            problems.insert(0, Problem("sign_in_name", "required"))
        password = self.password.checked()
        if problems or not password:
            self._show_problems(problems)
            return
        self._set_busy(busy=True)
        path, gate = self._path, self._gate
        self._jobs.submit(
            lambda: gate.recover(path, code, name, password),
            done=self._in, failed=self._refused, lane=Lane.WRITE, owner=self,
        )  # fmt: skip

    def retranslate(self) -> None:
        self._code_typed(self.ui.code_edit.text())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self._busy:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _code_typed(self, typed: str) -> None:
        """Says at once in which group something is mistyped."""
        problems = self._gate.recovery_code_problems(typed) if typed.strip() else ()
        unfinished = bool(problems) and problems[0].code == "incomplete"
        self._mark("recovery_code", problem_words(problems[0]) if problems and not unfinished else "")
        hint = ""
        if unfinished:
            hint = problem_words(problems[0])
        elif typed.strip() and not problems:
            hint = self.tr("The code is complete.")
        elif not typed.strip():
            hint = self.tr("Eight groups of five, as printed. Capital or small, with or without hyphens.")
        self.ui.code_hint_label.setText(hint)
        self.ui.code_hint_label.setVisible(bool(hint))

    def _names(self) -> tuple[str, ...]:
        return self.ui.name_edit.text().strip(), self._path.stem

    def _in(self, office: object) -> None:
        self._set_busy(busy=False)
        self.ui.code_edit.clear()
        self.password.clear()
        self.recovered.emit(office)

    def _refused(self, error: CimsError) -> None:
        self._set_busy(busy=False)
        if isinstance(error, Invalid):
            self.password.show_problems(error.problems)
            self._show_problems(error.problems)
        elif not self.waiting.begins_with(error):
            self._show_error(" ".join(fault_words(error)).strip())

    def _show_problems(self, problems: tuple[Problem, ...] | list[Problem]) -> None:
        for problem in reversed(problems):
            if problem.field in self._fields:
                self._mark(problem.field, problem_words(problem))
                self._fields[problem.field][0].setFocus()

    def _mark(self, field: str, sentence: str) -> None:
        mark_invalid(*self._fields[field], sentence)

    def _show_error(self, sentence: str) -> None:
        self.ui.error_label.setText(sentence)
        self.ui.error_label.setVisible(bool(sentence))

    def _set_busy(self, *, busy: bool) -> None:
        self._busy = busy
        self.ui.busy_bar.set_busy(busy=busy)
        for button in (self.ui.recover_button, self.ui.back_button):
            button.setEnabled(not busy)
        if busy:
            self._show_error("")
