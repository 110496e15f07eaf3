"""One act on many customers at a time: off the GUI thread, with progress and a way to stop it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.progress import Progress, Task
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.pages.customers.move_progress import MoveProgress

if TYPE_CHECKING:
    from cims_desktop.domain.errors import CimsError
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.jobs import Job

T = TypeVar("T")


class LongAct(QObject):
    """`many` take longer than a second: progress is shown. What is saved next waits for a few, never for many."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self._job: Job | None = None

    def is_free(self, *, many: bool) -> bool:
        """Whether it can be begun now: many wait for those before."""
        return self._job is None or not many

    def run(
        self, title: str, count: int, work: Callable[[Task], T], done: Callable[[T], None], *, many: bool
    ) -> None:
        """Runs `work`; its changes go on the bus, then the outcome to `done`, if the page is still there."""
        desk = self._desk
        shown = MoveProgress(title, count, self._window) if many else None

        def step(step: Progress) -> None:
            if shown is not None and shiboken6.isValid(shown):
                shown.show_step(step)

        def ended() -> None:
            if shown is not None and shiboken6.isValid(self):
                self._job = None
                shown.close()
                shown.deleteLater()

        def finished(outcome: T) -> None:
            ended()
            desk.publish(outcome)
            if shiboken6.isValid(self):
                done(outcome)

        def failed(error: CimsError) -> None:
            ended()
            desk.show_fault(error)

        # Owned by the bus: the change is told even when the page that made it is gone. Minutes of moving must not
        # keep anybody's save waiting in the lane of writes; in the database they take turns.
        job = desk.jobs.submit_long(
            work, progress=step, done=finished, failed=failed,
            owner=desk.bus, lane=Lane.WRITE if shown is None else Lane.READ,
        )  # fmt: skip
        if shown is not None:
            self._job = job
            shown.canceled.connect(job.cancel)
