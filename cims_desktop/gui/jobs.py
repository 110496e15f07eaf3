"""The one job runner: takes values, runs them off the GUI thread, delivers the result on it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, Signal, Slot

from cims_desktop.domain.errors import Cancelled, CimsError, SignInRefused
from cims_desktop.domain.progress import Progress, Task

if TYPE_CHECKING:
    from concurrent.futures import Executor

T = TypeVar("T")
Failed = Callable[[CimsError], None]

SWITCH_SECONDS = 0.0005
"""How long a busy worker keeps the interpreter from the GUI thread; Python's 5 ms are a third of a frame."""


class Lane(Enum):
    """READ: a few at a time. WRITE: one after the other, in order. The value is the number of workers."""

    WRITE = 1
    READ = 3


class Job:
    """A handle on submitted work."""

    def __init__(self, owner: QObject, *, long: bool) -> None:
        self.owner = owner
        self.long = long
        self.cancelled = False
        self.finished = False
        self.abandoned = False

    def cancel(self) -> None:
        """Short work: its answer is dropped. Long work: asked to stop; its true outcome still comes."""
        self.cancelled = True

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the outcome. Called on the GUI thread."""
        return not self.abandoned and shiboken6.isValid(self.owner) and (self.long or not self.cancelled)


class JobRunner(QObject):
    """Runs jobs in two lanes. `busy_changed(bool)`: there is, or there no longer is, work under way.
    `shut_out(SignInRefused)`: the office refused the user, whoever else is told.

    Known faults go to `failed` (to `default_failed` without one); anything else is a bug and goes to the
    crash handler.
    """

    busy_changed = Signal(bool)
    shut_out = Signal(object)
    _delivered = Signal(object)

    def __init__(
        self, executors: Mapping[Lane, Executor] | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._executors = dict(executors or {})
        self._jobs: set[Job] = set()
        self._closed = False
        self.default_failed: Failed | None = None
        self._delivered.connect(self._deliver, Qt.ConnectionType.AutoConnection)
        sys.setswitchinterval(SWITCH_SECONDS)

    def submit(
        self, work: Callable[[], T], *, done: Callable[[T], None] | None = None, failed: Failed | None = None,
        lane: Lane = Lane.READ, owner: QObject,
    ) -> Job:  # fmt: skip
        """Runs `work`; `done(result)` or `failed(error)` follows on the GUI thread while `owner` lives."""
        job = Job(owner, long=False)
        self._start(job, lane, lambda: None if job.cancelled else work(), done, failed)
        return job

    def submit_long(
        self, work: Callable[[Task], T], *, progress: Callable[[Progress], None], done: Callable[[T], None],
        failed: Failed, owner: QObject, lane: Lane = Lane.WRITE,
    ) -> Job:  # fmt: skip
        """Runs work that reports progress. After `cancel()` it raises Cancelled, which `failed` receives."""
        job = Job(owner, long=True)

        def show(step: Progress) -> None:
            if job.wanted and not job.cancelled:
                progress(step)

        def report(step: Progress) -> None:
            self._delivered.emit(lambda: show(step))

        task = Task(report, lambda: job.cancelled)
        self._start(job, lane, lambda: work(task), done, failed)
        return job

    def wait_for(self, work: Callable[[], T], seconds: float, lane: Lane) -> T | None:
        """Runs `work` after what waits in its lane and blocks for it, `seconds` at most; later it goes on unheard.

        For the last moments only (a crash, the end of the session). None: too late, or closed; its faults come here.
        """
        if self._closed:
            return None
        try:
            return self._executor(lane).submit(work).result(timeout=seconds)
        except TimeoutError:
            return None

    @property
    def busy(self) -> bool:
        """Whether any job is under way or waiting."""
        return bool(self._jobs)

    def close(self) -> None:
        """Drops what waits, asks long work to stop and waits for what runs. Nothing is delivered any more."""
        self._closed = True
        for job in self._jobs:
            job.cancelled = job.abandoned = True
        for executor in self._executors.values():
            executor.shutdown(wait=True, cancel_futures=True)
        self._jobs.clear()

    def _start(
        self,
        job: Job,
        lane: Lane,
        work: Callable[[], Any],
        done: Callable[[Any], None] | None,
        failed: Failed | None,
    ) -> None:
        if self._closed:
            job.abandoned = True
            return
        self._jobs.add(job)
        if len(self._jobs) == 1:
            self.busy_changed.emit(True)
        self._executor(lane).submit(self._run, job, work, done, failed)

    def _executor(self, lane: Lane) -> Executor:
        """The lane's workers, made when the lane is first used."""
        if lane not in self._executors:
            from concurrent.futures import ThreadPoolExecutor

            prefix = f"cims-{lane.name.lower()}"
            self._executors[lane] = ThreadPoolExecutor(lane.value, thread_name_prefix=prefix)
        return self._executors[lane]

    def _run(
        self, job: Job, work: Callable[[], Any], done: Callable[[Any], None] | None, failed: Failed | None
    ) -> None:
        """On a worker thread. The outcome is always delivered, so that nobody waits for ever."""
        try:
            result = work()
        except CimsError as error:
            outcome = self._failure(job, error, failed)
        except Exception as error:  # noqa: BLE001 (one of the two seams where anything may arrive)
            outcome = _bug(error)
        else:
            outcome = _success(job, result, done)
        self._delivered.emit(lambda: self._finish(job, outcome))

    def _failure(self, job: Job, error: CimsError, failed: Failed | None) -> Callable[[], None]:
        def tell() -> None:
            if isinstance(error, SignInRefused):
                self.shut_out.emit(error)
            handler = failed or self.default_failed
            if (
                job.wanted
                and handler is not None
                and (failed is not None or not isinstance(error, Cancelled))
            ):
                handler(error)

        return tell

    def _finish(self, job: Job, outcome: Callable[[], None]) -> None:
        job.finished = True
        self._jobs.discard(job)
        if not self._jobs:
            self.busy_changed.emit(False)
        outcome()

    @Slot(object)
    def _deliver(self, call: Callable[[], None]) -> None:
        call()


def _success(job: Job, result: Any, done: Callable[[Any], None] | None) -> Callable[[], None]:
    def tell() -> None:
        if done is not None and job.wanted:
            done(result)

    return tell


def _bug(error: Exception) -> Callable[[], None]:
    """A fault nobody foresaw, wanted or not: the crash handler hears of it on the GUI thread."""
    return lambda: sys.excepthook(type(error), error, error.__traceback__)
