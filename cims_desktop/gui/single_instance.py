"""One window per desk: a second start tells the first to come to the front, and leaves."""

from __future__ import annotations

import contextlib
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

LONGEST_MESSAGE = 4096
LOCK_MS = 100
ANSWER_MS = 800


class SingleInstance(QObject):
    """A lock file decides who is first; a local socket carries what the second was asked to open.

    `called(str)`: a second program was started, with this office's path (or nothing).
    """

    called = Signal(str)

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        with contextlib.suppress(OSError):  # of an older version, open to others; or not ours to close
            folder.chmod(0o700)
        self._name = "cims-" + hashlib.sha256(os.fsencode(folder.resolve())).hexdigest()[:16]
        self._lock = QLockFile(str(folder / "window.lock"))
        # Stale only when its process is gone: an open window may sleep for days.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self._callers: list[QLocalSocket] = []

    def acquire(self, message: str = "") -> bool:
        """True for the first program; a second one sends `message` to the first and gets False."""
        if self._lock.tryLock(LOCK_MS):
            return True
        self._call(message)
        return False

    def listen(self) -> None:
        """Hears other starts from now on. Apart from `acquire`, because Qt's network library loads slowly."""
        from PySide6.QtNetwork import QLocalServer

        # A crash leaves the socket's file behind on Unix.
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._accept)
        self._server.listen(self._name)

    def release(self) -> None:
        """Lets the next program be the first."""
        if self._server is not None:
            self._server.close()
        self._callers.clear()
        self._lock.unlock()

    def _call(self, message: str) -> None:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(ANSWER_MS):
            socket.write(message.encode() or b"\n")
            socket.waitForBytesWritten(ANSWER_MS)
            socket.disconnectFromServer()

    def _accept(self) -> None:
        if self._server is None:
            return
        caller = self._server.nextPendingConnection()
        # Kept in a list and read when it hangs up; a lambda that holds the socket crashed at teardown.
        self._callers.append(caller)
        caller.disconnected.connect(self._read)
        self._read()

    def _read(self) -> None:
        from PySide6.QtNetwork import QLocalSocket

        gone = QLocalSocket.LocalSocketState.UnconnectedState
        for caller in [each for each in self._callers if each.state() is gone]:
            self._callers.remove(caller)
            text = caller.readAll().data()[:LONGEST_MESSAGE]
            self.called.emit(bytes(text).decode("utf-8", "replace").strip())
