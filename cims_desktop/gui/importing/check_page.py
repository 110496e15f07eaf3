"""Step 4: what to do with what is there already; then a check that writes nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.progress import Progress
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_import_check_page import Ui_ImportCheckPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import number
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.findings import COLUMNS, NOTES, PROBLEMS, Findings, kept_words
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.importing.pace_display import PaceDisplay
from cims_desktop.gui.importing.wizard_page import WizardPage, dress_table
from cims_desktop.gui.importing.words import file_fault
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.services.importing import ImportOutcome, MatchKey, OnMatch


class CheckPage(WizardPage):
    """The check runs when the page is shown; a change of the choices asks for another one."""

    def __init__(self, desk: Desk, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportCheckPage()
        self.ui.setupUi(self)
        self._job: Job | None = None
        self._fault: CimsError | None = None
        self._pace: PaceDisplay | None = None
        self._findings = Findings(self.ui.problem_table)
        dress_table(self.ui.problem_table)
        self.ui.problem_table.verticalHeader().hide()
        self._radios = {
            OnMatch.SKIP: self.ui.skip_radio, OnMatch.FILL: self.ui.fill_radio, OnMatch.UPDATE: self.ui.update_radio,
        }  # fmt: skip
        self._checks = {
            MatchKey.NUMBER: self.ui.number_check, MatchKey.EXTERNAL_ID: self.ui.external_check,
            MatchKey.EMAIL: self.ui.email_check, MatchKey.PHONE: self.ui.phone_check,
        }  # fmt: skip
        theme.notifier().changed.connect(self._scale)
        self._scale()
        self._show_choices()
        for button in (*self._radios.values(), *self._checks.values(), self.ui.create_check):
            button.clicked.connect(self._choices_changed)
        self.ui.stop_button.clicked.connect(self.stop)
        self.ui.stale_state.acted.connect(self.check)
        self.ui.chips.chosen.connect(self._choose)

    def title(self) -> str:
        return self.tr("What will happen")

    def hint(self) -> str:
        return self.tr("The check goes through every row and writes nothing.")

    def enter(self) -> None:
        self._show_choices()
        if self.draft.trial is None:
            self.check()
        else:
            self._show()

    def retranslate(self) -> None:
        self._show()

    def next_label(self) -> str:
        trial = self.draft.trial
        if trial is None or self.busy():
            return self.tr("Chec&k") if not self.busy() else self.tr("&Import")
        rows = trial.created + trial.updated
        return self.tr("&Import %Ln row(s)", "", rows) if rows else self.tr("&Import")

    def can_go_on(self) -> bool:
        trial = self.draft.trial
        return not self.busy() and (trial is None or trial.created + trial.updated > 0)

    def go_on(self) -> bool:
        if self.draft.trial is None:
            self.check()
            return False
        return True

    def busy(self) -> bool:
        return self._job is not None

    def stop(self) -> None:
        if self._job is not None:
            self._job.cancel()
            self.ui.stage_label.setText(self.tr("Stopping"))

    def first_focus(self) -> QWidget | None:
        return None

    def check(self) -> None:
        """Tries the import without writing."""
        if self.busy() or self.draft.description is None:
            return
        self._fault, self.draft.trial = None, None
        plan = self.draft.plan(self.tr("Customer"), self.tr("Purchase"))
        importing, user = self.desk.office.importing, self.desk.user
        self._pace = PaceDisplay(self.ui.progress_bar, self.draft.description.rows)
        self._job = self.desk.jobs.submit_long(
            lambda task: importing.dry_run(plan, throttled(task), by=user),
            progress=self._show_progress, done=self._checked, failed=self._failed, owner=self, lane=Lane.READ,
        )  # fmt: skip
        self.ui.stage_label.setText(self.tr("Checking the rows"))
        self.ui.pace_label.clear()
        self._show()

    def _checked(self, outcome: ImportOutcome) -> None:
        self._job, self.draft.trial = None, outcome
        self.ui.chips.set_chips(self._chip_texts(outcome))
        self.ui.chips.choose(PROBLEMS if outcome.refused_count else COLUMNS)
        self._show()

    def _failed(self, error: CimsError) -> None:
        self._job, self._fault = None, error
        self._show()

    def _show_progress(self, step: Progress) -> None:
        if self._pace is not None:
            self._pace.add(step)
            self.ui.stage_label.setText(self._pace.stage())
            parts = (self._pace.rows(), self._pace.rate(), self._pace.left())
            self.ui.pace_label.setText("  ·  ".join(part for part in parts if part))

    def _choices_changed(self) -> None:
        self.draft.on_match = next(choice for choice, radio in self._radios.items() if radio.isChecked())
        self.draft.match = tuple(key for key, check in self._checks.items() if check.isChecked())
        self.draft.create_customers = self.ui.create_check.isChecked()
        self.stop()
        self.draft.trial = None
        self._show()

    def _scale(self) -> None:
        self.ui.options_frame.setFixedWidth(theme.px(264 if theme.scale() <= 1.25 else 226))

    def _show_choices(self) -> None:
        self._radios[self.draft.on_match].setChecked(True)
        for key, check in self._checks.items():
            check.setChecked(key in self.draft.match)
        self.ui.create_check.setChecked(self.draft.create_customers)
        purchases = self.draft.kind is ImportKind.PURCHASES
        self.ui.match_box.setVisible(not purchases)
        self.ui.known_label.setVisible(purchases)
        self.ui.keys_box.setVisible(self.draft.kind is ImportKind.CUSTOMERS)
        self.ui.missing_box.setVisible(purchases)
        self.ui.keys_line.setVisible(self.draft.kind is not ImportKind.PRODUCTS)

    def _show(self) -> None:
        trial = self.draft.trial
        if self.busy():
            self.ui.stack.setCurrentWidget(self.ui.busy_page)
        elif trial is not None:
            self._show_trial(trial)
            self.ui.stack.setCurrentWidget(self.ui.done_page)
        else:
            self._show_stale()
            self.ui.stack.setCurrentWidget(self.ui.stale_page)
        self.changed.emit()

    def _show_stale(self) -> None:
        again = self.tr("Check again")
        if self._fault is None:
            self.ui.stale_state.set_state("refresh", self.tr("Check with the new choices"), "", again)
        elif isinstance(self._fault, Cancelled):
            text = self.tr("Nothing was written.")
            self.ui.stale_state.set_state("info", self.tr("The check was stopped"), text, again)
        else:
            self.ui.stale_state.set_state("warning", *file_fault(self._fault), again)

    def _show_trial(self, trial: ImportOutcome) -> None:
        self.ui.count_strip.show_outcome(trial, trial=True)
        self.ui.verdict_label.setText(self._verdict(trial))
        self._findings.show_outcome(self.draft, trial)
        self.ui.chips.set_chips(self._chip_texts(trial))
        self._choose()

    def _choose(self, *_key: str) -> None:
        trial, key = self.draft.trial, self.ui.chips.current()
        self._findings.choose(key)
        more = ""
        if key == NOTES and trial is not None and trial.warnings:
            more = kept_words()
        elif key == PROBLEMS and trial is not None and trial.refused_count > len(trial.refused):
            more = self.tr("The first %Ln refused row(s) are listed; all of them can be saved after the import.",
                           "", len(trial.refused))  # fmt: skip
        self.ui.more_label.setText(more)
        self.ui.more_label.setVisible(bool(more))

    def _chip_texts(self, trial: ImportOutcome) -> list[tuple[str, str]]:
        problems = sum(len(row.problems) for row in trial.refused)
        return [
            (PROBLEMS, f"{self.tr('Problems')}  {number(problems)}"),
            (NOTES, f"{self.tr('Please note')}  {number(len(trial.warnings))}"),
            (COLUMNS, self.tr("What arrives")),
        ]

    def _verdict(self, trial: ImportOutcome) -> str:
        if not trial.created + trial.updated:
            if trial.refused_count == trial.read and trial.read:
                return self.tr(
                    "No row can be imported. See below what is wrong, correct the file or the columns."
                )
            return self.tr("There is nothing new in this file: the office has all of it already.")
        if trial.refused_count:
            return self.tr(
                "%Ln row(s) can't be imported and will be left out; the others are fine.",
                "",
                trial.refused_count,
            )
        return self.tr("Every row is fine.")
