"""The system says that nobody is there: over a bus of the test's own, and by messages as Windows sends them."""

from __future__ import annotations

import ctypes
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import ClassInfo, Property, QByteArray, QObject
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import session_watch
from cims_desktop.gui.session_watch import LogindWatch, SessionWatch, WindowsMessage, WindowsWatch

PATH = "/org/freedesktop/login1/session/auto"


@ClassInfo({"D-Bus Interface": session_watch.SESSION})
class FakeSession(QObject):
    """A session as logind has it, as far as it is asked."""

    locked = False

    def _locked(self) -> bool:
        return self.locked

    LockedHint = Property(bool, _locked)


@pytest.fixture
def address() -> Iterator[str]:
    """A message bus for this test alone."""
    program = shutil.which("dbus-daemon")
    if program is None:
        pytest.skip("there is no dbus-daemon on this machine")
    asked = [program, "--session", "--fork", "--print-address=1", "--print-pid=1"]
    out = subprocess.run(asked, capture_output=True, text=True, check=True, timeout=20).stdout.split()
    yield out[0]
    subprocess.run(["kill", f"-{signal.SIGTERM.value}", out[1]], check=False)


@pytest.fixture
def buses(address: str, qapp: object) -> Iterator[tuple[QDBusConnection, QDBusConnection]]:
    mine = QDBusConnection.connectToBus(address, "test-program")
    system = QDBusConnection.connectToBus(address, "test-system")
    assert system.registerService(session_watch.SERVICE)
    yield mine, system
    QDBusConnection.disconnectFromBus("test-program")
    QDBusConnection.disconnectFromBus("test-system")


def tell_sleep(system: QDBusConnection, begins: bool) -> None:
    message = QDBusMessage.createSignal(session_watch.MANAGER_PATH, session_watch.MANAGER, "PrepareForSleep")
    message.setArguments([begins])
    system.send(message)


def tell_changed(system: QDBusConnection, interface: str) -> None:
    message = QDBusMessage.createSignal(f"{PATH[:-4]}_31", session_watch.PROPERTIES, "PropertiesChanged")
    message.setArguments([interface, {"LockedHint": True}, []])
    system.send(message)


def test_sleep_is_heard_when_it_begins_not_when_it_ends(
    buses: tuple[QDBusConnection, QDBusConnection], qtbot: QtBot
) -> None:
    mine, system = buses
    watch = LogindWatch(mine)
    heard: list[str] = []
    watch.away.connect(lambda: heard.append("away"))

    tell_sleep(system, False)
    with qtbot.waitSignal(watch.away, timeout=5000):
        tell_sleep(system, True)

    assert heard == ["away"]


@pytest.mark.parametrize("locked", [True, False])
def test_a_changed_session_is_asked_whether_it_is_locked(
    buses: tuple[QDBusConnection, QDBusConnection], qtbot: QtBot, locked: bool
) -> None:
    mine, system = buses
    session = FakeSession()
    session.locked = locked
    assert system.registerObject(PATH, session, QDBusConnection.RegisterOption.ExportAllProperties)
    watch = LogindWatch(mine)
    heard: list[str] = []
    watch.away.connect(lambda: heard.append("away"))

    tell_changed(system, "org.freedesktop.login1.User")
    tell_changed(system, session_watch.SESSION)
    if locked:
        qtbot.waitUntil(lambda: bool(heard), timeout=5000)
    tell_sleep(system, True)  # comes after the answers
    qtbot.waitUntil(lambda: len(heard) >= 1 + locked, timeout=5000)

    assert heard == ["away"] * (1 + locked)


def test_without_a_bus_nothing_is_heard(qapp: object) -> None:
    nowhere = QDBusConnection("no such connection")

    assert not nowhere.isConnected()
    LogindWatch(nowhere).deleteLater()


def sent(message: int, wparam: int, kind: bytes = b"windows_generic_MSG") -> list[str]:
    heard: list[str] = []
    block = WindowsMessage(None, message, wparam, 0)
    passed = WindowsWatch(lambda: heard.append("away")).nativeEventFilter(
        QByteArray(kind), ctypes.addressof(block)
    )
    assert passed == (False, 0)
    return heard


@pytest.mark.parametrize(
    ("message", "wparam", "expected"),
    [
        (0x02B1, 7, ["away"]),  # the session was locked
        (0x02B1, 8, []),  # and unlocked
        (0x0218, 4, ["away"]),  # the computer goes to sleep
        (0x0218, 18, []),  # and woke up
        (0x0100, 7, []),  # a key
    ],
)
def test_messages_of_windows(message: int, wparam: int, expected: list[str]) -> None:
    assert sent(message, wparam) == expected


def test_messages_of_other_kinds_are_not_looked_into() -> None:
    assert sent(0x02B1, 7, b"xcb_generic_event_t") == []


@dataclass
class FakeLibrary:
    """Stands for wtsapi32."""

    asked: list[tuple[int | None, int]] = field(default_factory=list)

    def WTSRegisterSessionNotification(self, window: ctypes.c_void_p, flags: int) -> int:
        self.asked.append((window.value, flags))
        return 1


def test_windows_is_asked_for_messages_of_this_session() -> None:
    library = FakeLibrary()

    session_watch.register_for_session(4711, library)

    assert library.asked == [(4711, 0)]


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_a_watch_is_made_and_ended_on_every_platform(qtbot: QtBot, platform: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    heard: list[str] = []

    watch = SessionWatch(window, lambda: heard.append("away"), platform)
    watch.stop()

    assert heard == []
