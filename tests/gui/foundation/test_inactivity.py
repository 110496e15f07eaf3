"""Nobody here: after minutes without input and after sleep, once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cims_desktop.gui.inactivity import InactivityWatch


@dataclass
class Clocks:
    """Both clocks of a computer, set by the test."""

    monotonic: float = 1000.0
    wall: float = 5000.0

    def pass_time(self, seconds: float, *, asleep: float = 0.0) -> None:
        self.monotonic += seconds
        self.wall += seconds + asleep


@pytest.fixture
def clocks() -> Clocks:
    return Clocks()


@pytest.fixture
def watched(clocks: Clocks, qtbot: QtBot) -> Iterator[tuple[InactivityWatch, list[str]]]:
    heard: list[str] = []
    owner = QObject()
    watch = InactivityWatch(owner, monotonic=lambda: clocks.monotonic, wall=lambda: clocks.wall)
    watch.idle.connect(lambda: heard.append("idle"))
    watch.set_minutes(5)
    watch.restart()
    yield watch, heard
    watch.stop()


def tick_for(watch: InactivityWatch, clocks: Clocks, seconds: int) -> None:
    for _ in range(seconds):
        clocks.pass_time(1)
        watch.tick()


def test_five_minutes_without_input_lock_once(
    watched: tuple[InactivityWatch, list[str]], clocks: Clocks
) -> None:
    watch, heard = watched

    tick_for(watch, clocks, 299)
    before = list(heard)
    tick_for(watch, clocks, 10)

    assert (before, heard) == ([], ["idle"])


def test_input_begins_the_time_anew(watched: tuple[InactivityWatch, list[str]], clocks: Clocks) -> None:
    watch, heard = watched

    tick_for(watch, clocks, 200)
    watch.restart()
    tick_for(watch, clocks, 200)

    assert heard == []


def test_sleep_locks_at_once(watched: tuple[InactivityWatch, list[str]], clocks: Clocks) -> None:
    watch, heard = watched

    clocks.pass_time(1, asleep=3600)
    watch.tick()

    assert heard == ["idle"]


def test_a_late_tick_counts_as_sleep(watched: tuple[InactivityWatch, list[str]], clocks: Clocks) -> None:
    watch, heard = watched

    clocks.pass_time(120)
    watch.tick()

    assert heard == ["idle"]


def test_a_clock_that_is_set_back_locks_nothing(
    watched: tuple[InactivityWatch, list[str]], clocks: Clocks
) -> None:
    watch, heard = watched

    clocks.pass_time(1, asleep=-7200)
    watch.tick()

    assert heard == []


def test_sleep_locks_even_where_idleness_never_does(
    watched: tuple[InactivityWatch, list[str]], clocks: Clocks
) -> None:
    watch, heard = watched
    watch.set_minutes(0)

    clocks.pass_time(1, asleep=3600)
    watch.tick()

    assert heard == ["idle"]


def test_never_means_never(watched: tuple[InactivityWatch, list[str]], clocks: Clocks) -> None:
    watch, heard = watched
    watch.set_minutes(0)

    tick_for(watch, clocks, 4000)

    assert heard == []
