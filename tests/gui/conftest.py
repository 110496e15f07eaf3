"""What GUI tests stand on: a dressed application, a real throw-away office, and the desk that pages are handed."""

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
from tests.offices import FakeClock, make_office


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
        self.inform(f"{text} {way_out}".strip(), act_label, act)  # As the message bar words it.

    def clear(self) -> None:
        self.said.clear()


@dataclass
class Answers:
    """Answers questions: `agree` says how, `asked` keeps what was asked."""

    agree: bool = True
    asked: list[Question] = field(default_factory=list)

    def __call__(self, _parent: QWidget | None, question: Question) -> bool:
        self.asked.append(question)
        return self.agree


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    """The application in light colours, at 100 %, speaking English."""
    assert resources_rc.__name__
    translation.set_language("en")  # Even if it is English already: its plural forms are there only then.
    theme.apply(qapp, "light", 1.0)
    return qapp


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of a desk where nothing was ever chosen."""
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def clock() -> FakeClock:
    """The office's clock."""
    return FakeClock()


@pytest.fixture
def office(tmp_path: Path, clock: FakeClock) -> Iterator[OpenOffice]:
    """A real office without customers on that clock, its administrator signed in."""
    made = make_office(tmp_path / "office", clock)
    yield made
    made.close()


@pytest.fixture
def notices() -> HeardNotices:
    """Hears what pages have to say."""
    return HeardNotices()


@pytest.fixture
def answers() -> Answers:
    """Agrees to every question unless told otherwise."""
    return Answers()


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[JobRunner]:
    """A job runner that is closed, with its threads, at the end."""
    runner = JobRunner()
    yield runner
    runner.close()


@pytest.fixture
def desk(
    office: OpenOffice,
    jobs: JobRunner,
    settings: Settings,
    answers: Answers,
    notices: HeardNotices,
    dressed: QApplication,
) -> Desk:
    """A desk on the real office."""
    return Desk(office, jobs, ChangeBus(), settings, Questions(answers), notices)


@pytest.fixture
def settle(jobs: JobRunner, qtbot: QtBot) -> Callable[[], None]:
    """Waits until no job is under way, and none was begun by an answer."""

    def wait() -> None:
        quiet = {"turns": 0}

        def still() -> bool:
            quiet["turns"] = 0 if jobs.busy else quiet["turns"] + 1
            return quiet["turns"] > 2

        qtbot.waitUntil(still, timeout=10_000)

    return wait
