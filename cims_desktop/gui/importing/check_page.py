"""Step 4: what to do with what is there already; then a check that writes nothing."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_import_check_page import Ui_ImportCheckPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.counts import Counts
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.findings import COLUMNS, NOTES, PROBLEMS, Findings, kept_words, records_line
from cims_desktop.gui.importing.match_options import MatchOptions
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.importing.pace_display import PaceDisplay
from cims_desktop.gui.importing.verdict import chip_texts, verdict
from cims_desktop.gui.importing.wizard_page import WizardPage, dress_table
from cims_desktop.gui.importing.words import file_fault
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.widgets.tab_stops import last_stop, tab_after
from cims_desktop.services.importing import ImportOutcome


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
        self._options = MatchOptions(self.ui, draft, self)
        self._options.changed.connect(self._choices_changed)
        self.ui.stop_button.clicked.connect(self.stop)
        self.ui.stale_state.acted.connect(self.check)
        self.ui.chips.chosen.connect(self._choose)

    def title(self) -> str:
        return self.tr("What will happen")

    def hint(self) -> str:
        return self.tr("The check goes through every row and writes nothing.")

    def enter(self) -> None:
        self._options.show_choices()
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
        return Counts().to_import(rows) if rows else self.tr("&Import")

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
        self._set_chips(outcome)
        self.ui.chips.choose(PROBLEMS if outcome.refused_count else NOTES if outcome.warnings else COLUMNS)
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
        self.stop()
        self.draft.trial = None
        self._show()

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
        records = records_line(self.draft, trial) if self.draft.kind is ImportKind.PURCHASES else ""
        self.ui.verdict_label.setText(f"{verdict(trial)} {records}".strip())
        self._findings.show_outcome(self.draft, trial)
        self._set_chips(trial)
        self._choose()

    def _set_chips(self, outcome: ImportOutcome) -> None:
        self.ui.chips.set_chips(chip_texts(outcome))
        # Chips are made late: Tab comes to them after the choices, and then to the table under them.
        tab_after(last_stop(self.ui.options_frame, self.ui.stop_button), self.ui.chips)

    def _choose(self, *_key: str) -> None:
        trial, key = self.draft.trial, self.ui.chips.current()
        self._findings.choose(key)
        more = ""
        if key == NOTES and trial is not None and trial.warnings:
            more = kept_words()
        elif key == PROBLEMS and trial is not None and trial.refused_count > len(trial.refused):
            more = Counts().first_checked(len(trial.refused))
        self.ui.more_label.setText(more)
        self.ui.more_label.setVisible(bool(more))
