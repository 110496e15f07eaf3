"""Hears from the system that the computer goes to sleep or that its session is locked, where the system says so.

Linux: logind, over the system bus. Windows: session and power messages. macOS tells only programs of its own kind;
there the clocks of `inactivity` notice sleep afterwards.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from typing import Any, Final, cast

from PySide6.QtCore import (
    SLOT,
    QAbstractNativeEventFilter,
    QByteArray,
    QCoreApplication,
    QObject,
    Signal,
    Slot,
)
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusVariant
from PySide6.QtWidgets import QWidget

SERVICE: Final = "org.freedesktop.login1"
MANAGER_PATH: Final = "/org/freedesktop/login1"
OWN_SESSION: Final = "/org/freedesktop/login1/session/auto"
MANAGER: Final = "org.freedesktop.login1.Manager"
SESSION: Final = "org.freedesktop.login1.Session"
PROPERTIES: Final = "org.freedesktop.DBus.Properties"

WM_POWERBROADCAST, PBT_APMSUSPEND = 0x0218, 0x0004
WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK = 0x02B1, 0x0007
MESSAGES: Final = frozenset({b"windows_generic_MSG", b"windows_dispatcher_MSG"})


class LogindWatch(QObject):
    """`away()`: the session was locked, or the computer is about to sleep. Without logind it stays silent."""

    away = Signal()

    def __init__(self, bus: QDBusConnection, parent: QObject | None = None, path: str = OWN_SESSION) -> None:
        super().__init__(parent)
        self._bus, self._path = bus, path
        if bus.isConnected():
            bus.connect(SERVICE, MANAGER_PATH, MANAGER, "PrepareForSleep", self, _slot("prepare(bool)"))
            # Signals come from the session's real path, which is not known here; its own state is asked for below.
            bus.connect(SERVICE, "", PROPERTIES, "PropertiesChanged", self, _slot("changed(QDBusMessage)"))

    @Slot(bool)
    def prepare(self, begins: bool) -> None:
        """The computer begins to sleep, or woke up."""
        if begins:
            self.away.emit()

    @Slot(QDBusMessage)
    def changed(self, message: QDBusMessage) -> None:
        """Something of a session changed: asks whether ours is locked now."""
        if (message.arguments() or [""])[0] != SESSION:
            return
        question = QDBusMessage.createMethodCall(SERVICE, self._path, PROPERTIES, "Get")
        question.setArguments([SESSION, "LockedHint"])
        answer = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        answer.finished.connect(self._answered)

    def _answered(self, answer: QDBusPendingCallWatcher) -> None:
        if plain(answer.reply().arguments()) is True:
            self.away.emit()
        answer.deleteLater()


def _slot(signature: str) -> bytes:
    """A slot as Qt's macro writes it: a text, where the stubs promise bytes."""
    return cast("bytes", SLOT(signature))


def plain(arguments: list[Any]) -> object:
    """The first argument of an answer, out of its wrapping; None without one."""
    first = arguments[0] if arguments else None
    return first.variant() if isinstance(first, QDBusVariant) else first


class WindowsMessage(ctypes.Structure):
    """The beginning of Windows' MSG."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("wparam", ctypes.c_size_t),
        ("lparam", ctypes.c_ssize_t),
    )


def means_away(message: int, wparam: int) -> bool:
    """Whether a window message says that the session was locked or the computer goes to sleep."""
    return (message, wparam) in {
        (WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK),
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
    }


class WindowsWatch(QAbstractNativeEventFilter):
    """Calls `away` for such messages; lets every message pass."""

    def __init__(self, away: Callable[[], object]) -> None:
        super().__init__()
        self._away = away

    def nativeEventFilter(
        self, kind: QByteArray | bytes | bytearray | memoryview, message: int
    ) -> tuple[bool, int]:
        """Called by Qt with each message of the program's windows."""
        if bytes(QByteArray(kind).data()) in MESSAGES:
            found = WindowsMessage.from_address(int(message))
            if means_away(found.message, found.wparam):
                self._away()
        return False, 0


class SessionWatch(QObject):
    """Calls `away` whenever this system says that nobody is there; ends with `stop`."""

    def __init__(self, window: QWidget, away: Callable[[], object], platform: str = sys.platform) -> None:
        super().__init__(window)
        self._filter: WindowsWatch | None = None
        app = QCoreApplication.instance()
        if platform.startswith("linux"):
            LogindWatch(QDBusConnection.systemBus(), self).away.connect(away)
        elif platform == "win32" and app is not None:
            self._filter = WindowsWatch(away)
            app.installNativeEventFilter(self._filter)
            register_for_session(int(window.winId()))

    def stop(self) -> None:
        """Hears nothing any more."""
        app, mine = QCoreApplication.instance(), self._filter
        self._filter = None
        if app is not None and mine is not None:
            app.removeNativeEventFilter(mine)


def register_for_session(window: int, library: Any = None) -> None:
    """Asks Windows to send session messages to `window` too; power messages come by themselves."""
    if library is None and sys.platform == "win32":
        library = ctypes.WinDLL("wtsapi32")
    if library is not None:
        library.WTSRegisterSessionNotification(ctypes.c_void_p(window), 0)
