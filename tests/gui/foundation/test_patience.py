"""Nobody waits for what others do: exports, other processes that write, failed questions, the last moments."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftKeeper
from cims_desktop.gui.foreign_changes import ForeignChanges
from cims_desktop.gui.jobs import JobRunner, Lane
from cims_desktop.gui.pages.customers.list_export import ListExport
from cims_desktop.gui.session import Session
from cims_desktop.gui.settings import Settings
from cims_desktop.services.exporting import Exporting, ExportOutcome
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office

Settle = Callable[[], None]


class Ticks:
    """Seconds that tests set."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@contextmanager
def somebody_writing(office: OpenOffice) -> Iterator[None]:
    """Another opening of the office that holds its one write lock."""
    other = entrance().sign_in(office.path, NAME, PASSWORD)
    try:
        with other.acting.database.write():
            yield
    finally:
        other.close()


@pytest.fixture
def publications(desk: Desk) -> list[Changes]:
    heard: list[Changes] = []
    desk.bus.changed.connect(heard.append)
    return heard


@pytest.fixture
def watch(desk: Desk) -> ForeignChanges:
    return ForeignChanges(desk, desk.bus, Ticks())


def ask(watch: ForeignChanges, settle: Settle, after: float = 0.0) -> None:
    watch._seconds.now += after
    watch.ask()
    settle()


def test_a_customer_is_saved_while_a_list_is_written(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    begun, go_on, real = threading.Event(), threading.Event(), Exporting.customers

    def slow(self: Exporting, *given: Any, by: Any) -> ExportOutcome:
        begun.set()
        go_on.wait(10)
        return real(self, *given, by=by)

    monkeypatch.setattr(Exporting, "customers", slow)
    window = QWidget()
    qtbot.addWidget(window)
    ListExport(desk, window).write(CustomerQuery(), ("name",), tmp_path / "list.xlsx")
    begun.wait(10)

    with qtbot.waitSignal(desk.bus.changed, timeout=5000):
        desk.write(lambda: Changes(customers=frozenset({add_customer(desk.office)})), owner=window)
    go_on.set()
    settle()

    assert (tmp_path / "list.xlsx").is_file()
    assert desk.office.reports.activity(1, by=desk.user)[0].kind is ActKind.EXPORT


def test_a_question_that_failed_does_not_end_the_watch(
    desk: Desk,
    watch: ForeignChanges,
    publications: list[Changes],
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    def busy() -> bool:
        raise OfficeFault("busy")

    monkeypatch.setattr(desk.office, "foreign_changes", busy)
    ask(watch, settle)
    monkeypatch.setattr(desk.office, "foreign_changes", lambda: True)

    ask(watch, settle, after=2)

    assert len(publications) == 1
    assert desk.notices.said == []


def test_changes_that_keep_coming_are_told_now_and_then_and_once_at_the_end(
    desk: Desk,
    watch: ForeignChanges,
    publications: list[Changes],
    monkeypatch: pytest.MonkeyPatch,
    settle: Settle,
) -> None:
    answers = iter([True, True, True, True, True, False, False, False])
    monkeypatch.setattr(desk.office, "foreign_changes", lambda: next(answers))
    told = []

    for _question in range(8):
        ask(watch, settle, after=2)
        told.append(len(publications))

    assert told == [1, 1, 1, 2, 2, 2, 3, 3]


def test_keeping_drafts_waits_two_seconds_at_most(desk: Desk, settle: Settle) -> None:
    keeper = DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, desk.bus)
    owner = QObject()
    desk.drafts.register(owner, lambda: ("customer", None, {"name": "Ada"}))
    with somebody_writing(desk.office):
        begun = time.monotonic()
        kept = keeper.save_now()
        took = time.monotonic() - begun
    settle()
    keeper.stop()

    assert kept == 0
    assert took < 4


def test_drafts_are_kept_beside_work_that_fills_the_write_lane(desk: Desk, settle: Settle) -> None:
    keeper = DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, desk.bus)
    owner, go_on = QObject(), threading.Event()
    desk.drafts.register(owner, lambda: ("customer", None, {"name": "Ada"}))
    desk.jobs.submit(lambda: go_on.wait(10), lane=Lane.WRITE, owner=owner)

    kept = keeper.save_now()
    go_on.set()
    settle()
    keeper.stop()

    assert kept == 1
    assert desk.office.drafts.latest("customer", None, by=desk.user) == {"name": "Ada"}


def test_a_save_that_waited_does_not_bring_back_an_older_draft(desk: Desk, settle: Settle) -> None:
    keeper = DraftKeeper(desk.drafts, desk.office.drafts, desk.user, desk.jobs, desk.bus)
    owner, go_on, typed = QObject(), threading.Event(), {"name": "Ad"}
    desk.drafts.register(owner, lambda: ("customer", None, dict(typed)))
    desk.jobs.submit(lambda: go_on.wait(10), lane=Lane.WRITE, owner=owner)
    keeper.save_soon()
    typed["name"] = "Ada"

    keeper.save_now()
    go_on.set()
    settle()
    keeper.stop()

    assert desk.office.drafts.latest("customer", None, by=desk.user) == {"name": "Ada"}


def test_work_that_is_not_waited_for_any_longer_says_none(jobs: JobRunner) -> None:
    go_on = threading.Event()

    late = jobs.wait_for(lambda: go_on.wait(10), 0.01, Lane.READ)
    in_time = jobs.wait_for(lambda: 7, 5, Lane.READ)
    go_on.set()

    assert (late, in_time) == (None, 7)


def test_leaving_does_not_wait_long_for_another_process(
    settings: Settings, dressed: object, tmp_path: Path, qtbot: QtBot
) -> None:
    office = make_office(tmp_path / "leaving")
    session = Session(office, settings)
    session.begin("settings")
    qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)
    with somebody_writing(office):
        begun = time.monotonic()
        session.window.shut_down()
        session.end()
        took = time.monotonic() - begun

    assert took < 5
