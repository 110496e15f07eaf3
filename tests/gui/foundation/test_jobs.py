"""The job runner: off the GUI thread, back on it, dropped when nobody waits."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import Cancelled, CimsError, OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.gui.jobs import JobRunner, Lane

Settle = Callable[[], None]


def test_work_runs_elsewhere_and_its_result_arrives_on_the_gui_thread(
    jobs: JobRunner, settle: Settle
) -> None:
    owner, places = QObject(), []

    def work() -> int:
        places.append(threading.current_thread())
        return 42

    def done(result: int) -> None:
        places.append(threading.current_thread())
        results.append(result)

    results: list[int] = []
    jobs.submit(work, done=done, owner=owner)
    settle()

    assert results == [42]
    assert places[0] is not threading.main_thread()
    assert places[1] is threading.main_thread()


def test_a_known_fault_goes_to_failed(jobs: JobRunner, settle: Settle) -> None:
    owner, faults = QObject(), []

    def work() -> None:
        raise OfficeFault("disk_full")

    jobs.submit(work, failed=faults.append, owner=owner)
    settle()

    assert [fault.code for fault in faults] == ["disk_full"]


def test_a_cancelled_question_is_not_answered(jobs: JobRunner, settle: Settle) -> None:
    owner, gate, results = QObject(), threading.Event(), []
    job = jobs.submit(gate.wait, done=results.append, owner=owner)

    job.cancel()
    gate.set()
    settle()

    assert results == []


def test_a_destroyed_owner_hears_nothing(jobs: JobRunner, settle: Settle) -> None:
    import shiboken6

    owner, gate, results = QObject(), threading.Event(), []
    jobs.submit(gate.wait, done=results.append, owner=owner)

    shiboken6.delete(owner)
    gate.set()
    settle()

    assert results == []


def test_writes_run_one_after_the_other_in_order(jobs: JobRunner, settle: Settle) -> None:
    owner, order = QObject(), []
    for number in range(20):
        jobs.submit(lambda number=number: order.append(number), lane=Lane.WRITE, owner=owner)

    settle()

    assert order == list(range(20))


def test_long_work_tells_its_progress_and_its_result(jobs: JobRunner, settle: Settle) -> None:
    owner, steps, results = QObject(), [], []

    def work(task: Task) -> str:
        task.step("rows", 1, 2)
        task.step("rows", 2, 2)
        return "ready"

    jobs.submit_long(work, progress=steps.append, done=results.append, failed=lambda _e: None, owner=owner)
    settle()

    assert steps == [Progress("rows", 1, 2), Progress("rows", 2, 2)]
    assert results == ["ready"]


def test_cancelled_long_work_ends_as_cancelled(jobs: JobRunner, qtbot: QtBot, settle: Settle) -> None:
    owner, faults, begun = QObject(), [], threading.Event()
    go_on = threading.Event()

    def work(task: Task) -> None:
        begun.set()
        go_on.wait(5)
        task.step("rows", 1)

    job = jobs.submit_long(
        work, progress=lambda _s: None, done=lambda _r: None, failed=faults.append, owner=owner
    )
    begun.wait(5)
    job.cancel()
    go_on.set()
    settle()

    assert [type(fault) for fault in faults] == [Cancelled]


def test_long_work_that_finished_before_it_heard_the_cancel_tells_the_truth(
    jobs: JobRunner, settle: Settle
) -> None:
    owner, results, gate = QObject(), [], threading.Event()
    job = jobs.submit_long(
        lambda _task: gate.wait(5),
        progress=lambda _s: None,
        done=results.append,
        failed=lambda _e: None,
        owner=owner,
    )

    job.cancel()
    gate.set()
    settle()

    assert results == [True]


def test_a_bug_reaches_the_crash_hook(
    jobs: JobRunner, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, caught = QObject(), []
    monkeypatch.setattr(
        sys, "excepthook", lambda kind, error, trace: caught.append((kind, trace is not None))
    )

    jobs.submit(lambda: 1 // 0, owner=owner)
    settle()

    assert caught == [(ZeroDivisionError, True)]


def test_a_closed_runner_takes_no_more_work_and_delivers_nothing(qapp: object) -> None:
    runner, owner, results = JobRunner(), QObject(), []
    runner.submit(lambda: 1, done=results.append, owner=owner)

    runner.close()
    late = runner.submit(lambda: 2, done=results.append, owner=owner)

    assert (results, late.wanted, runner.busy) == ([], False, False)


def test_a_fault_nobody_takes_goes_to_the_default(jobs: JobRunner, settle: Settle) -> None:
    owner, faults = QObject(), []
    jobs.default_failed = faults.append

    def work() -> None:
        raise CimsError("busy")

    jobs.submit(work, owner=owner)
    settle()

    assert [fault.code for fault in faults] == ["busy"]
