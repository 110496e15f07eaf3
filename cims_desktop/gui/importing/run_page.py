"""Step 5: the import itself, in the background, with rate, time left and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable

import shiboken6
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_import_run_page import Ui_ImportRunPage
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.draft import ImportDraft
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.importing.pace_display import PaceDisplay
from cims_desktop.gui.importing.wizard_page import WizardPage
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.services.importing import ImportOutcome, ImportPlan


class RunPage(WizardPage):
    """Begins when it is shown. `fault` is why it did not succeed (Cancelled: it was stopped and undone)."""

    def __init__(self, desk: Desk, draft: ImportDraft, parent: QWidget | None = None) -> None:
        super().__init__(desk, draft, parent)
        self.ui = Ui_ImportRunPage()
        self.ui.setupUi(self)
        self.fault: CimsError | None = None
        self._job: Job | None = None
        self._pace: PaceDisplay | None = None
        self.ui.stop_button.clicked.connect(self.stop)
        theme.notifier().changed.connect(self._scale)
        self._scale()

    def title(self) -> str:
        return self.tr("Importing")

    def hint(self) -> str:
        path = self.draft.path
        return path.name if path is not None else ""

    def can_go_on(self) -> bool:
        return False

    def busy(self) -> bool:
        return self._job is not None

    def first_focus(self) -> QWidget | None:
        stop: QWidget = self.ui.stop_button
        return stop

    def enter(self) -> None:
        if self.busy() or self.draft.description is None:
            return
        self.fault = None
        self._pace = PaceDisplay(self.ui.progress_bar, self.draft.description.rows)
        self.ui.stop_button.setEnabled(True)
        self.ui.stage_label.setText(self.tr("Beginning"))
        for label in (self.ui.done_label, self.ui.rate_label, self.ui.left_label):
            label.clear()
        self._job = self._start()
        self.changed.emit()

    def stop(self) -> None:
        """Stops the import; what it has written is taken back before the page says so."""
        if self._job is not None and not self._job.cancelled:
            self._job.cancel()
            self.ui.stop_button.setEnabled(False)
            self.ui.progress_bar.setRange(0, 0)
            self.ui.stage_label.setText(self.tr("Stopping; what was written is taken back"))
            for label in (self.ui.done_label, self.ui.rate_label, self.ui.left_label):
                label.clear()

    def _scale(self) -> None:
        self.ui.card_frame.setFixedWidth(theme.px(560))

    def _start(self) -> Job:
        """The job belongs to the bus: its changes are told even when the wizard is gone."""
        plan = self.draft.plan(self.tr("Customer"), self.tr("Purchase"))
        desk, importing, user = self.desk, self.desk.office.importing, self.desk.user

        def done(outcome: ImportOutcome) -> None:
            desk.publish(outcome)
            self._if_alive(lambda: self._done(plan, outcome))

        def failed(error: CimsError) -> None:
            self._if_alive(lambda: self._failed(error))

        return desk.jobs.submit_long(
            lambda task: importing.run(plan, throttled(task), by=user),
            progress=lambda step: self._if_alive(lambda: self._show_progress(step)),
            done=done, failed=failed, owner=desk.bus, lane=Lane.WRITE,
        )  # fmt: skip

    def _if_alive(self, act: Callable[[], None]) -> None:
        if shiboken6.isValid(self):
            act()

    def _done(self, plan: ImportPlan, outcome: ImportOutcome) -> None:
        self._job, self.draft.trial = None, None
        self.draft.ran, self.draft.outcome = plan, outcome
        self.finished.emit()

    def _failed(self, error: CimsError) -> None:
        self._job, self.fault = None, error
        self.stepped_back.emit()

    def _show_progress(self, step: Progress) -> None:
        if self._pace is None or self._job is None or self._job.cancelled:
            return
        self._pace.add(step)
        self.ui.stage_label.setText(self._pace.stage())
        self.ui.done_label.setText(self._pace.rows())
        self.ui.rate_label.setText(self._pace.rate())
        self.ui.left_label.setText(self._pace.left())
