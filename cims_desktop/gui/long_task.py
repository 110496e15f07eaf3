"""Long work behind a small window: what is done now, how far it is, and a way to stop it. Work goes on meanwhile."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.stage_words import stage_word

T = TypeVar("T")
SHOWN_AFTER_MS = 300
WIDTH = 400
SCALE = 1000


class LongTask(QObject):
    """One work at a time for `window`. `running_changed(bool)`: it has begun, or is over."""

    running_changed = Signal(bool)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._job: Job | None = None
        self._progress: QProgressDialog | None = None

    @property
    def running(self) -> bool:
        """Whether there is work under way."""
        return self._job is not None

    def start(
        self,
        title: str,
        work: Callable[[Task], T],
        done: Callable[[T], None],
        *,
        failed: Callable[[CimsError], None],
        cancelled: str,
    ) -> None:
        """Runs `work`; nothing when something runs already. `cancelled` is said when the person stopped it.

        In the lane of reading: minutes of copying must not keep anybody's save waiting.
        """
        if self._job is not None:
            return
        self._show(title)

        def over(result: T) -> None:
            self._close()
            done(result)

        def refused(error: CimsError) -> None:
            self._close()
            if isinstance(error, Cancelled):
                self._desk.notices.inform(cancelled)
            else:
                failed(error)

        self._job = self._desk.jobs.submit_long(
            lambda task: work(throttled(task)), progress=self._step, done=over, failed=refused, owner=self,
            lane=Lane.READ,
        )  # fmt: skip
        self.running_changed.emit(True)

    def cancel(self) -> None:
        """Asks the work to stop."""
        if self._job is not None:
            self._job.cancel()

    def _show(self, title: str) -> None:
        progress = QProgressDialog(stage_word(""), self.tr("Cancel"), 0, 0, self._window)
        progress.setWindowTitle(title)
        progress.setWindowModality(Qt.WindowModality.NonModal)
        bar = QProgressBar(progress)
        bar.setTextVisible(False)  # the label says more
        progress.setBar(bar)
        progress.setMinimumWidth(theme.px(WIDTH))
        progress.setAutoReset(False)
        progress.setAutoClose(False)
        progress.setMinimumDuration(SHOWN_AFTER_MS)
        progress.canceled.connect(self.cancel)
        progress.setValue(0)
        self._progress = progress

    def _step(self, step: Progress) -> None:
        if self._progress is not None and not self._progress.wasCanceled():
            self._progress.setLabelText(stage_word(step.stage))
            self._progress.setMaximum(SCALE if step.total else 0)
            self._progress.setValue(round(SCALE * step.done / step.total) if step.total else 0)

    def _close(self) -> None:
        self._job = None
        if self._progress is not None:
            self._progress.canceled.disconnect(self.cancel)
            self._progress.close()
            self._progress.deleteLater()
            self._progress = None
        self.running_changed.emit(False)
