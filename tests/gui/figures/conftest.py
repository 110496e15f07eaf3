"""A real office of a few customers on a throw-away folder, and the desk that pages are handed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.domain.contacts import ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.gui import theme
from cims_desktop.gui._gen import resources_rc
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.questions import Questions
from cims_desktop.gui.settings import Settings
from cims_desktop.services.office import OpenOffice
from tests.offices import make_office


@dataclass
class HeardNotices:
    """Keeps what would stand in the message bar; `act` is the newest notice's."""

    said: list[str] = field(default_factory=list)
    act: Callable[[], None] | None = None

    def _hear(self, text: str, act: Callable[[], None] | None) -> None:
        self.said.append(text)
        self.act = act

    def inform(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        self._hear(text, act)

    def succeed(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        self._hear(text, act)

    def warn(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        self._hear(text, act)

    def fail(
        self, text: str, way_out: str = "", act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        self._hear(text, act)

    def clear(self) -> None:
        self.said.clear()


class Writer:
    """Puts records into the office the way the services do."""

    def __init__(self, office: OpenOffice) -> None:
        self.office, self.by = office, office.user

    def customer(self, name: str, phone: str = "", next_contact: date | None = None) -> int:
        contacts = (ContactPoint(kind=ContactKind.MOBILE, value=phone),) if phone else ()
        new = Customer(kind=CustomerKind.PERSON, name=name, contacts=contacts)
        (customer_id,) = self.office.customers.add(new, by=self.by).customers
        if next_contact is not None:
            self.office.timeline.plan(customer_id, next_contact, by=self.by)
        return customer_id

    def purchase(self, customer_id: int, day: date, minor: int, currency: str = "EUR") -> None:
        lines = (PurchaseLine("Tea", 1000, minor),)
        self.office.purchases.record(Purchase(customer_id, day, currency, lines), by=self.by)

    def answer(self, customer_id: int, metric: Metric, score: int, at: Any, comment: str = "") -> None:
        self.office.satisfaction.record(SurveyResponse(customer_id, metric, score, at, comment), by=self.by)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An office that keeps its books in euros; its day is offices.TODAY."""
    made = make_office(tmp_path / "office", currency="EUR", country="DE", time_zone="Europe/Berlin")
    yield made
    made.close()


@pytest.fixture
def write(office: OpenOffice) -> Writer:
    return Writer(office)


@pytest.fixture
def notices() -> HeardNotices:
    return HeardNotices()


@pytest.fixture
def desk(office: OpenOffice, notices: HeardNotices, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    assert resources_rc.__name__
    theme.apply(qapp, "light")
    jobs = JobRunner()
    store = QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)
    yield Desk(
        office, jobs, ChangeBus(), Settings(store), Questions(lambda _parent, _question: True), notices
    )
    jobs.close()


@pytest.fixture
def settle(desk: Desk, qtbot: QtBot) -> Callable[[], None]:
    """Waits until no job is under way."""
    return lambda: qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
