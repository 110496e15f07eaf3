"""How fast long work goes: fewer reports than the worker makes, how far it is, rate and time left."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable

from cims_desktop.domain.progress import Progress, Task

REPORT_SECONDS = 0.08
WINDOW_SECONDS = 6.0
SURE_AFTER = 1.5
BYTES = "read"
PHASES = {BYTES: "check"}
"""Reading reports bytes, checking the same rows reports rows: together they are one phase."""


def throttled(task: Task, clock: Callable[[], float] = time.monotonic) -> Task:
    """A task that passes on few enough reports for the window to stay fluid: each stage now and then."""
    last: dict[str, float] = {}

    def report(step: Progress) -> None:
        now = clock()
        if now - last.get(step.stage, 0.0) >= REPORT_SECONDS or step.stage not in last:
            last[step.stage] = now
            task.report(step)

    return Task(report, task.cancelled)


class Pace:
    """How far the present phase is, how fast it goes and how long it will take, from its last seconds."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.phase = ""
        self.rows = 0
        self.total_rows: int | None = None
        self.share: float | None = None
        self._seen: deque[tuple[float, int, float]] = deque()

    def add(self, step: Progress) -> None:
        """Notes a report; a new phase begins anew."""
        phase = PHASES.get(step.stage, step.stage)
        if phase != self.phase:
            self.phase, self.rows, self.share, self.total_rows = phase, 0, None, None
            self._seen.clear()
        if step.total:
            self.share = min(1.0, step.done / step.total)
        if step.stage != BYTES:
            self.rows, self.total_rows = step.done, step.total
        now = self._clock()
        self._seen.append((now, self.rows, self.share or 0.0))
        while len(self._seen) > 2 and now - self._seen[0][0] > WINDOW_SECONDS:
            self._seen.popleft()

    def rate(self) -> float:
        """Rows per second; 0 while it is too early to say."""
        seconds = self._seconds()
        return (self._seen[-1][1] - self._seen[0][1]) / seconds if seconds else 0.0

    def seconds_left(self) -> float | None:
        """Seconds until the phase's end; None while it can't be said."""
        seconds = self._seconds()
        if self.share is None or not seconds:
            return None
        speed = (self._seen[-1][2] - self._seen[0][2]) / seconds
        return (1.0 - self.share) / speed if speed > 0 else None

    def _seconds(self) -> float:
        if len(self._seen) < 2:
            return 0.0
        seconds = self._seen[-1][0] - self._seen[0][0]
        return seconds if seconds >= SURE_AFTER else 0.0
