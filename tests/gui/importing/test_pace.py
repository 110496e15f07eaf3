"""Rate and time left of a long import, and how many reports reach the window."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cims_desktop.domain.progress import Progress, Task
from cims_desktop.gui.importing.counts import TimeLeft
from cims_desktop.gui.importing.pace import Pace, throttled


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_few_of_many_reports_pass_and_no_stage_is_lost() -> None:
    clock, passed = Clock(), []
    task = throttled(Task(passed.append), clock)

    for at in range(1000):
        clock.now += 0.001
        task.step("read", at, 1000)
        task.step("check", at)

    assert len(passed) < 40
    assert {step.stage for step in passed} == {"read", "check"}


def test_reading_and_checking_are_one_phase_with_rows_per_second_and_time_left() -> None:
    clock = Clock()
    pace = Pace(clock)

    for second in range(5):
        clock.now += 1
        pace.add(Progress("read", second * 10, 100))
        pace.add(Progress("check", second * 500))

    assert pace.phase == "check"
    assert round(pace.rate()) == 500
    assert round(pace.seconds_left() or 0) == 6


def test_a_new_phase_begins_anew() -> None:
    clock = Clock()
    pace = Pace(clock)
    for second in range(5):
        clock.now += 1
        pace.add(Progress("check", second * 500, 5000))

    pace.add(Progress("apply", 10, 2000))

    assert (pace.phase, pace.rows, pace.rate(), pace.seconds_left()) == ("apply", 10, 0.0, None)


def test_the_time_left_is_said_roughly(qapp: QApplication) -> None:
    assert TimeLeft().words(None) == ""
    assert "seconds" in TimeLeft().words(4)
    assert "40" in TimeLeft().words(42)
    assert "3" in TimeLeft().words(170)
