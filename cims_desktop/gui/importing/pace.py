"""How fast long work goes: fewer reports than the worker makes, rate and time left."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.progress import Progress, Task

REPORT_SECONDS = 0.08
WINDOW_SECONDS = 6.0
SURE_AFTER = 1.5


def throttled(task: Task, clock: Callable[[], float] = time.monotonic) -> Task:
    """A task that passes on few enough reports for the window to stay fluid: each new stage, and the ends."""
    last = {"at": 0.0, "stage": ""}

    def report(step: Progress) -> None:
        now = clock()
        new = step.stage != last["stage"] or step.done == step.total
        if new or now - float(last["at"]) >= REPORT_SECONDS:
            last.update(at=now, stage=step.stage)
            task.report(step)

    return Task(report, task.cancelled)


class Pace:
    """Rate and time left of one stage, over the last seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._stage = ""
        self._seen: deque[tuple[float, int]] = deque()

    def add(self, step: Progress) -> None:
        """Notes a report; a new stage begins anew."""
        if step.stage != self._stage or (self._seen and step.done < self._seen[-1][1]):
            self._stage = step.stage
            self._seen.clear()
        now = self._clock()
        self._seen.append((now, step.done))
        while len(self._seen) > 2 and now - self._seen[0][0] > WINDOW_SECONDS:
            self._seen.popleft()

    def rate(self) -> float:
        """Units per second; 0 while it is too early to say."""
        if len(self._seen) < 2:
            return 0.0
        seconds = self._seen[-1][0] - self._seen[0][0]
        return (self._seen[-1][1] - self._seen[0][1]) / seconds if seconds >= SURE_AFTER else 0.0

    def seconds_left(self, step: Progress) -> float | None:
        """Seconds until the stage's end; None while it can't be said."""
        rate = self.rate()
        return max(0.0, (step.total - step.done) / rate) if step.total and rate > 0 else None


def left_words(seconds: float | None) -> str:
    """About how long it still takes; nothing while it can't be said."""
    if seconds is None:
        return ""
    if seconds < 10:
        return QCoreApplication.translate("import", "a few seconds left")
    if seconds < 90:
        return QCoreApplication.translate("import", "about %n second(s) left", "", round(seconds / 10) * 10)
    if seconds < 5400:
        return QCoreApplication.translate("import", "about %n minute(s) left", "", round(seconds / 60))
    return QCoreApplication.translate("import", "about %n hour(s) left", "", round(seconds / 3600))
