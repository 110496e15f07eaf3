"""Copies of personal data are marked, kept out of histories, and sensitive ones are taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtWidgets import QApplication

from cims_desktop.gui import clipboard_guard, counter_mode
from cims_desktop.gui.clipboard_guard import FORGET_AFTER_MS, ClipboardGuard, token_of


@pytest.fixture
def clipboard(qapp: QApplication) -> Iterator[QClipboard]:
    found = QGuiApplication.clipboard()
    found.setText("before")
    yield found
    found.clear()


@pytest.fixture
def guard(clipboard: QClipboard) -> Iterator[ClipboardGuard]:
    made = ClipboardGuard()
    yield made
    made.forget()


def test_a_sensitive_copy_goes_after_half_a_minute(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    guard.copy_sensitive("11010519491231002X")
    copied, waits = clipboard.text(), guard._timer.isActive()

    guard._timer.timeout.emit()

    assert copied == "11010519491231002X"
    assert waits
    assert guard._timer.interval() == FORGET_AFTER_MS == 30_000
    assert clipboard.text() == ""


def test_what_somebody_copied_since_stays(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    guard.copy_sensitive("11010519491231002X")
    clipboard.setText("a shopping list")

    guard.forget()

    assert clipboard.text() == "a shopping list"


def test_the_same_text_copied_elsewhere_is_not_ours(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    guard.copy_sensitive("4711")
    clipboard.setText("4711")

    guard.forget()

    assert clipboard.text() == "4711"


def test_a_phone_number_is_marked_but_stays(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    guard.copy_contact("138 0013 8000")
    token = token_of(clipboard)

    guard.forget()

    assert len(token) == 16
    assert clipboard.text() == "138 0013 8000"


def test_a_phone_number_after_a_sensitive_copy_is_not_taken_back(
    guard: ClipboardGuard, clipboard: QClipboard
) -> None:
    guard.copy_sensitive("4711")
    guard.copy_contact("138 0013 8000")

    assert not guard._timer.isActive()
    guard.forget()
    assert clipboard.text() == "138 0013 8000"


def test_histories_and_clouds_are_asked_to_leave_it_alone(guard: ClipboardGuard) -> None:
    data, token = clipboard_guard.marked("4711")
    formats = set(data.formats())

    assert token == bytes(data.data(clipboard_guard.MARK).data())
    for name in (
        "ExcludeClipboardContentFromMonitorProcessing",
        "CanIncludeInClipboardHistory",
        "CanUploadToCloudClipboard",
    ):
        kind = f'application/x-qt-windows-mime;value="{name}"'
        assert kind in formats
        assert bytes(data.data(kind).data()) == b"\0\0\0\0"
    assert bytes(data.data("x-kde-passwordManagerHint").data()) == b"secret"


def test_counter_mode_copies_nothing(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    counter_mode.mode().set_on(True)

    copied = (guard.copy_sensitive("4711"), guard.copy_contact("138 0013 8000"))

    assert copied == (False, False)
    assert clipboard.text() == "before"
