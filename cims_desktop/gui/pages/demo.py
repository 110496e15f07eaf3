"""The demo page: shows how far the made-up office has come."""

from __future__ import annotations

import time

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress
from cims_desktop.gui import format as words
from cims_desktop.gui._gen.ui_demo_page import Ui_DemoPage
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.forms import app_pixmap, fit_card
from cims_desktop.gui.gate import DemoWish, Gate
from cims_desktop.gui.jobs import Job, JobRunner
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP, Translated

CARD_WIDTH = 460
STAGES = {
    "people": QT_TRANSLATE_NOOP("DemoPage", "Making up people"),
    "customers": QT_TRANSLATE_NOOP("DemoPage", "Making up customers"),
    "products": QT_TRANSLATE_NOOP("DemoPage", "Filling the shelves"),
    "purchases": QT_TRANSLATE_NOOP("DemoPage", "Selling things"),
    "history": QT_TRANSLATE_NOOP("DemoPage", "Making phone calls"),
    "interactions": QT_TRANSLATE_NOOP("DemoPage", "Making phone calls"),
    "responses": QT_TRANSLATE_NOOP("DemoPage", "Asking for opinions"),
    "satisfaction": QT_TRANSLATE_NOOP("DemoPage", "Asking for opinions"),
    "search": QT_TRANSLATE_NOOP("DemoPage", "Preparing the search"),
    "summaries": QT_TRANSLATE_NOOP("DemoPage", "Adding up"),
}


class DemoPage(Translated, QWidget):
    """`made(OpenOffice)`: the demo office is open. `cancelled()`: back, please."""

    made = Signal(object)
    cancelled = Signal()

    def __init__(self, gate: Gate, jobs: JobRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._gate, self._jobs = gate, jobs
        self._job: Job | None = None
        self._began = 0.0
        self.ui = Ui_DemoPage()
        self.ui.setupUi(self)
        fit_card(self.ui.card_frame, CARD_WIDTH)
        self.ui.app_icon_label.setPixmap(app_pixmap(self, 44))
        self.ui.cancel_button.clicked.connect(self._cancel)

    def start(self, wish: DemoWish) -> None:
        """Begins to make the office."""
        self.ui.error_label.hide()
        self.ui.progress_bar.setRange(0, 0)
        self.ui.stage_label.setText(self.tr("Preparing"))
        self.ui.rate_label.setText("")
        self._began = time.monotonic()
        gate = self._gate
        self._job = self._jobs.submit_long(
            lambda task: gate.demo(wish, task), progress=self.show_progress, done=self._done, failed=self._failed,
            owner=self,
        )  # fmt: skip

    def show_progress(self, step: Progress) -> None:
        """Shows one step: what is made, how many of how many."""
        source = STAGES.get(step.stage)
        self.ui.stage_label.setText(
            QCoreApplication.translate("DemoPage", source) if source else self.tr("Working")
        )
        self.ui.progress_bar.setRange(0, step.total or 0)
        self.ui.progress_bar.setValue(step.done)
        of = self.tr("%1 of %2") if step.total else "%1"
        shown = of.replace("%2", words.number(step.total or 0)).replace("%1", words.number(step.done))
        self.ui.rate_label.setText(shown)

    def _cancel(self) -> None:
        if self._job is None or self._job.finished:
            self.cancelled.emit()
        else:
            self._job.cancel()

    def _done(self, office: object) -> None:
        self.made.emit(office)

    def _failed(self, error: CimsError) -> None:
        if isinstance(error, Cancelled):
            self._gate.forget_demo()
            self.cancelled.emit()
            return
        self.ui.error_label.setText(" ".join(fault_words(error)).strip())
        self.ui.error_label.show()
