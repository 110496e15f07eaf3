"""Asks before a person is erased: what goes, what stays, until when backups know more; then shows the steps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.gui import counter_mode
from cims_desktop.gui._gen.ui_erase_person_dialog import Ui_ErasePersonDialog
from cims_desktop.gui.dialogs.working_dialog import WorkingDialog
from cims_desktop.gui.format import day
from cims_desktop.gui.forms import keep_fitted
from cims_desktop.gui.widgets.primary import make_destructive

WIDTH = 520


class ErasePersonDialog(WorkingDialog):
    """`submitted(str)`: erase, for this reason. Once begun it can't be stopped, so the dialog stays until the end."""

    submitted = Signal(str)

    def __init__(self, name: str, number: str, backups_until: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._number, self._until = name, number, backups_until
        self.ui = Ui_ErasePersonDialog()
        self.ui.setupUi(self)
        self.ui.typed_edit.textChanged.connect(self._show_ready)
        self.ui.reason_edit.textEdited.connect(lambda: self._say_problem(None))
        self.ui.buttons.accepted.connect(self._submit)
        self._prepare()
        self.retranslate()
        self._show_ready()
        self.ui.reason_edit.setFocus()
        keep_fitted(self, WIDTH)

    def retranslate(self) -> None:
        ui = self.ui
        name = counter_mode.covered(self._name) or self._number
        ui.what_label.setText(
            self.tr("Everything that tells who %1 is leaves the office. There is no way back.").replace(
                "%1", name
            )
        )
        ui.goes_label.setText(
            self.tr(
                "Name, contacts, addresses, birthday, notes, history, scores, preferences, files, sensitive values, "
                "drafts, and the words of the journal about them; also in records merged into this one."
            )
        )
        ui.stays_label.setText(
            self.tr(
                "The customer's number, purchases with their amounts, what was agreed to or refused, and who did "
                "what when."
            )
        )
        text = self.tr(
            "Backups made so far still hold the person. By the office's rules the last is gone on %1."
        )
        ui.backups_label.setText(text.replace("%1", day(self._until)))
        ui.typed_label.setText(self.tr("&Type %1 to confirm").replace("%1", self._number))
        self.act_button.setText(self.tr("Erase for good"))
        make_destructive(self.act_button)

    def fields(self) -> tuple[QWidget, ...]:
        return (self.ui.reason_edit, self.ui.typed_edit)

    def set_working(self, *, working: bool) -> None:
        super().set_working(working=working)
        self.ui.buttons.setEnabled(not working)
        if not working:
            self._show_ready()

    def step_words(self) -> Mapping[str, str]:
        return {
            "rows": self.tr("Step 1 of 4: emptying the records…"),
            "index": self.tr("Step 2 of 4: cleaning the search index…"),
            "compacting": self.tr("Step 3 of 4: making the file anew; this takes the longest…"),
            "closing": self.tr("Step 4 of 4: folding in what was written last…"),
        }

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says what is wrong with the reason; nothing was erased."""
        self.set_working(working=False)
        self._say_problem(problems[0])
        self.ui.reason_edit.setFocus()

    def reject(self) -> None:
        """Nothing of it can be stopped half way."""
        if not self._working:
            super().reject()

    def _say_problem(self, problem: Problem | None) -> None:
        self.ui.reason_problem.show_problem(problem, self.ui.reason_edit)

    def _show_ready(self) -> None:
        typed = self.ui.typed_edit.text().strip().casefold()
        self.act_button.setEnabled(bool(typed) and typed == self._number.casefold())

    def _submit(self) -> None:
        reason = self.ui.reason_edit.text().strip()
        if not reason:
            self._say_problem(Problem("reason", "required"))
            self.ui.reason_edit.setFocus()
            return
        self.set_working(working=True)
        self.submitted.emit(reason)
