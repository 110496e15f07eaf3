"""Checking and mending an office: what is wrong is named, progress is told, a cancel changes nothing."""

from __future__ import annotations

import pytest

from cims_desktop.domain.errors import Cancelled
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import customer_batches
from tests.offices import add_customer


@pytest.fixture
def ids(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """More customers than one batch holds."""
    monkeypatch.setattr(customer_batches, "_BATCH", 2)
    return [add_customer(office, f"Customer {index}") for index in range(5)]


def spoil(office: OpenOffice, customer_id: int) -> None:
    with office.acting.database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer_search SET content = 'wrong' WHERE customer_id = ?", (customer_id,)
        )


def test_a_deep_check_names_the_customer_whose_search_entry_is_not_his(
    office: OpenOffice, ids: list[int]
) -> None:
    spoil(office, ids[3])

    result = office.health.check(by=office.user, deep=True)

    number = office.customers.get(ids[3], by=office.user).number
    assert [(found.kind, found.where) for found in result.findings] == [("search_entry", number)]
    assert office.health.check(by=office.user).ok


def test_a_repair_mends_the_entry_and_tells_its_progress(office: OpenOffice, ids: list[int]) -> None:
    spoil(office, ids[3])
    told: list[Progress] = []

    office.health.repair(by=office.user, task=Task(told.append))

    assert [step.done for step in told if step.stage == "entries"] == [0, 2, 4, 5]
    assert told[-1].stage == "sums"
    assert office.health.check(by=office.user, deep=True).ok
    assert [hit.id for hit in office.search.find("Customer 3", by=office.user)] == [ids[3]]


def test_a_cancelled_repair_leaves_everything_as_it_was(office: OpenOffice, ids: list[int]) -> None:
    spoil(office, ids[3])
    told: list[Progress] = []

    with pytest.raises(Cancelled):
        office.health.repair(by=office.user, task=Task(told.append, lambda: len(told) == 2))

    assert len(office.health.check(by=office.user, deep=True).findings) == 1
    assert [hit.id for hit in office.search.find("Customer 1", by=office.user)] == [ids[1]]


def test_a_deep_check_can_be_cancelled_between_two_batches(office: OpenOffice, ids: list[int]) -> None:
    told: list[Progress] = []

    with pytest.raises(Cancelled):
        office.health.check(
            by=office.user,
            deep=True,
            task=Task(told.append, lambda: told[-1:] == [Progress("entries", 2, 5)]),
        )
