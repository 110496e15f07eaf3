"""Starts the real program the way its composition root does, on a desk of its own."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop import app
from cims_desktop.gui.focus_ring import FocusRing
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.program import Program
from cims_desktop.gui.settings import Settings
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.logs import PrivateRotatingHandler
from tests.end2end.person import Person
from tests.offices import CHEAP

Start = Callable[..., Program]


@pytest.fixture
def person(qtbot: QtBot) -> Person:
    """Somebody at the keyboard."""
    return Person(qtbot)


@pytest.fixture
def own_desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Nothing of another test's program is here: settings, logs and default places are in a throw-away folder."""
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(tmp_path))
    return tmp_path


@pytest.fixture
def quiet_logs() -> Iterator[None]:
    """Takes away what the program's log has put on the root logger."""
    root, package = logging.getLogger(), logging.getLogger("cims_desktop")
    levels = root.level, package.level
    yield
    for handler in [each for each in root.handlers if isinstance(each, PrivateRotatingHandler)]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(levels[0])
    package.setLevel(levels[1])


@pytest.fixture
def start(qapp: QApplication, own_desk: Path, quiet_logs: None, qtbot: QtBot) -> Iterator[Start]:
    """Starts the program with command-line options; at the end it is left, and nothing may have crashed."""
    crashes: list[str] = []
    rings = set(qapp.findChildren(FocusRing))
    quits = qapp.quitOnLastWindowClosed()
    qapp.setQuitOnLastWindowClosed(False)
    with ExitStack() as programs:

        def begin(*arguments: str) -> Program:
            settings = Settings(QSettings(str(own_desk / "settings.ini"), QSettings.Format.IniFormat))
            # Cheap keys; everything else is as `app.run` makes it.
            gate = Gate(lambda: Entrance(kdf=CHEAP, minimum=CHEAP))
            program = programs.enter_context(Program(qapp, app.parse(arguments), gate, settings))
            program.crash_watch.failed.connect(crashes.append)
            assert program.start()
            assert program.start_window is not None
            qtbot.addWidget(program.start_window)
            programs.callback(program.deleteLater)
            return program

        yield begin
    qapp.setQuitOnLastWindowClosed(quits)
    for ring in set(qapp.findChildren(FocusRing)) - rings:
        qapp.removeEventFilter(ring)
        ring.deleteLater()
    assert crashes == []
