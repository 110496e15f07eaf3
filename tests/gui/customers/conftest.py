"""A real throw-away office and the desk that the Customers page is handed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui._gen import resources_rc
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.questions import Question, Questions
from cims_desktop.gui.settings import Settings
from cims_desktop.services.office import OpenOffice
from tests.offices import make_office


@dataclass
class HeardNotices:
    """Keeps what would stand in the message bar; `act` is the newest notice's."""

    said: list[str] = field(default_factory=list)
    act: Callable[[], None] | None = None

    def inform(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        self.said.append(text)
        self.act = act

    succeed = warn = inform

    def fail(
        self, text: str, way_out: str = "", act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self.inform(f"{text} {way_out}", act_label, act)

    def clear(self) -> None:
        self.said.clear()


@dataclass
class Answers:
    """Answers questions, and remembers them."""

    agree: bool = True
    asked: list[Question] = field(default_factory=list)

    def __call__(self, parent: QWidget | None, question: Question) -> bool:
        self.asked.append(question)
        return self.agree


@pytest.fixture
def look(qapp: QApplication) -> None:
    """The light theme in English."""
    resources_rc.qInitResources()
    translation.set_language("en")
    theme.apply(qapp, "light")


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An empty office."""
    made = make_office(tmp_path)
    yield made
    made.close()


@pytest.fixture
def notices() -> HeardNotices:
    """What was said in the message bar."""
    return HeardNotices()


@pytest.fixture
def answers() -> Answers:
    """What the person answers."""
    return Answers()


@pytest.fixture
def desk(
    look: None, office: OpenOffice, notices: HeardNotices, answers: Answers, tmp_path: Path
) -> Iterator[Desk]:
    """The desk of the office's administrator."""
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    made = Desk(office, JobRunner(), ChangeBus(), Settings(store), Questions(answers), notices)
    yield made
    made.jobs.close()


@pytest.fixture
def settle(qtbot: QtBot, desk: Desk) -> Callable[[], None]:
    """Waits until no job is under way, and none was begun by an answer."""

    def wait() -> None:
        quiet = {"turns": 0}

        def still() -> bool:
            quiet["turns"] = 0 if desk.jobs.busy else quiet["turns"] + 1
            return quiet["turns"] > 2

        qtbot.waitUntil(still, timeout=5000)

    return wait
