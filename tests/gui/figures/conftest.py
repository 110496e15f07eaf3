"""An office that keeps its books in euros, and a hand that writes into it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from cims_desktop.domain.contacts import ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer, CustomerKind
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.gui import translation
from cims_desktop.services.office import OpenOffice
from tests.offices import make_office


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

    def answer(self, customer_id: int, metric: Metric, score: int, at: datetime, comment: str = "") -> None:
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


@pytest.fixture(autouse=True)
def english_plurals(dressed: QApplication) -> None:
    """English has its own plural forms, which are there once the language was set."""
    translation.set_language("en")
