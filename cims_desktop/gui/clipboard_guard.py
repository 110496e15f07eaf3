"""Copies of personal data: marked as ours, kept out of clipboard histories, and sensitive ones taken back soon."""

from __future__ import annotations

import secrets

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

from cims_desktop.gui import counter_mode

MARK = "application/x-cims-copy"
"""Holds the random token of the copy, by which it is known again."""

FORGET_AFTER_MS = 30_000
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_NO = QByteArray(b"\0\0\0\0")
HINTS: dict[str, QByteArray] = {
    _WINDOWS.format("ExcludeClipboardContentFromMonitorProcessing"): _NO,
    _WINDOWS.format("CanIncludeInClipboardHistory"): _NO,
    _WINDOWS.format("CanUploadToCloudClipboard"): _NO,
    "x-kde-passwordManagerHint": QByteArray(b"secret"),
}
"""What asks clipboard histories and clouds to leave a copy alone; a system that does not know one ignores it."""


class ClipboardGuard(QObject):
    """Puts personal data on the clipboard, unless counter mode hides it."""

    def __init__(self, clipboard: QClipboard | None = None) -> None:
        super().__init__()
        self._given = clipboard
        self._token = b""
        self._timer = QTimer(self, singleShot=True, interval=FORGET_AFTER_MS)
        self._timer.timeout.connect(self.forget)

    def copy_contact(self, text: str) -> bool:
        """A phone number or mail address: marked and kept out of histories. False, and not copied, in counter mode."""
        return self._copy(text) is not None

    def copy_sensitive(self, text: str) -> bool:
        """As `copy_contact`, and taken back after 30 s, at the lock and at the end, unless something else is there."""
        token = self._copy(text)
        if token is None:
            return False
        self._token = token
        self._timer.start()
        return True

    def forget(self) -> None:
        """Empties the clipboard if a sensitive value of ours is still on it."""
        self._timer.stop()
        token, self._token = self._token, b""
        if token and token_of(self._clipboard()) == token:
            self._clipboard().clear()

    def _copy(self, text: str) -> bytes | None:
        if counter_mode.is_on():
            return None
        self._timer.stop()
        self._token = b""
        data, token = marked(text)
        self._clipboard().setMimeData(data)
        return token

    def _clipboard(self) -> QClipboard:
        return self._given or QGuiApplication.clipboard()


def marked(text: str) -> tuple[QMimeData, bytes]:
    """`text` as a copy of ours, and the token that tells it from every other."""
    data, token = QMimeData(), secrets.token_bytes(16)
    data.setText(text)
    data.setData(MARK, QByteArray(token))
    for kind, value in HINTS.items():
        data.setData(kind, value)
    return data, token


def token_of(clipboard: QClipboard) -> bytes:
    """The token of what is on the clipboard now; empty when it is not ours."""
    data = clipboard.mimeData()
    return bytes(data.data(MARK).data()) if data.hasFormat(MARK) else b""


class _State:
    guard: ClipboardGuard | None = None


def guard() -> ClipboardGuard:
    """The one guard of the program."""
    if _State.guard is None:
        _State.guard = ClipboardGuard()
    return _State.guard
