"""The fixture that fails a test which leaves something behind sees what it should, and nothing else."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from tests import leaks


@pytest.fixture
def before(qapp: QApplication) -> leaks.QtObjects:
    """What is there before a test does anything."""
    return leaks.qt_objects()


def test_a_window_left_open_is_found_and_closed(before: leaks.QtObjects) -> None:
    window = QWidget()
    window.show()

    found = leaks.left_behind_by_qt(before)

    assert [line.partition(" ")[0] for line in found] == ["window"]
    assert leaks.left_behind_by_qt(before) == []


def test_a_modal_dialog_left_open_is_found_once(before: leaks.QtObjects) -> None:
    dialog = QDialog()
    dialog.setModal(True)
    dialog.show()

    found = leaks.left_behind_by_qt(before)

    assert [line.partition(" ")[0] for line in found] == ["modal"]


def test_a_window_that_was_there_before_or_is_closed_is_no_leak(qapp: QApplication) -> None:
    earlier, closed = QWidget(), QWidget()
    earlier.show()
    before = leaks.qt_objects()
    closed.show()
    closed.close()

    assert leaks.left_behind_by_qt(before) == []
    earlier.close()


def test_a_running_timer_of_the_application_is_found(before: leaks.QtObjects, qapp: QApplication) -> None:
    timer = QTimer(qapp)
    timer.start(60_000)

    found = leaks.left_behind_by_qt(before)

    timer.stop()
    assert found == ["a running timer of the application"]


def test_a_thread_that_does_not_end_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(leaks, "GRACE_SECONDS", 0.01)
    before = set(threading.enumerate())
    gate = threading.Event()
    thread = threading.Thread(target=gate.wait, name="waiting")
    thread.start()

    found = leaks.running_threads(before)

    gate.set()
    thread.join()
    assert found == ["thread waiting"]
    assert leaks.running_threads(before) == []
