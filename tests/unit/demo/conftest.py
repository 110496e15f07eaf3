"""A made-up office of 3,000 customers, shared by the tests that only read it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cims_desktop.services.demo.customers.records import Portrait
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.plan import DemoPlan, Staff

NOW = datetime(2026, 6, 30, 8, 30, tzinfo=UTC)
STAFF = (Staff(1, "Mei Chen"), Staff(2, "Lin Wang"))


@pytest.fixture(scope="session")
def plan() -> DemoPlan:
    return DemoPlan(3000, 24_000, 7, NOW, staff=STAFF)


@pytest.fixture(scope="session")
def made(plan: DemoPlan) -> MadeUpOffice:
    return MadeUpOffice(plan)


@pytest.fixture(scope="session")
def portraits(made: MadeUpOffice) -> list[Portrait]:
    return [one for chunk in made.customers.chunks() for one in chunk]
