"""The bin: many customers go and come back at once, and the journal names each of them."""

from __future__ import annotations

import contextlib

import pytest

from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.services import customers as use_cases
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.pace import Pace
from cims_desktop.storage import customers as stored
from tests.offices import NAME, PASSWORD, add_customer, entrance

IN_BIN = CustomerQuery(filter=CustomerFilter(in_bin=True))


@pytest.fixture
def ids(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """More customers than one statement moves."""
    monkeypatch.setattr(stored, "_BATCH", 2)
    return [add_customer(office, f"Customer {index}") for index in range(5)]


def journaled(office: OpenOffice, kind: str) -> list[int]:
    with office.acting.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT c.record FROM change c JOIN act a ON a.id = c.act_id"
            " WHERE a.kind = ? AND c.table_name = 'customer' AND c.field = 'deleted' ORDER BY c.id",
            (kind,),
        )
        return [row[0] for row in rows]


def test_all_that_are_named_go_to_the_bin_and_stand_in_the_journal(
    office: OpenOffice, ids: list[int]
) -> None:
    changes = office.customers.delete(ids, by=office.user)

    assert changes.customers == frozenset(ids)
    assert office.customers.count(IN_BIN, by=office.user) == 5
    assert journaled(office, "delete") == ids
    assert office.health.check(by=office.user).ok


def test_only_what_was_in_the_bin_comes_back(office: OpenOffice, ids: list[int]) -> None:
    office.customers.delete(ids[:3], by=office.user)

    changes = office.customers.restore([*ids, 999], by=office.user)

    assert changes.customers == frozenset(ids[:3])
    assert journaled(office, "restore") == ids[:3]
    assert office.customers.count(IN_BIN, by=office.user) == 0
    assert office.customers.get(ids[0], by=office.user).deleted_at is None


class TwoAtATime(Pace):
    """Pieces of two, with a look between them."""

    def __init__(self, **_given: int) -> None:
        super().__init__()
        self.size = 2

    def transaction(self, count: int) -> contextlib.AbstractContextManager[None]:
        """As it is, without growing."""
        return contextlib.nullcontext()


def test_pieces_of_one_move_are_one_activity_and_name_their_first_act(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "Pace", TwoAtATime)
    before = len(office.reports.activity(50, by=office.user))

    changes = office.customers.delete([*ids, ids[0]], by=office.user)

    shown = office.reports.activity(50, by=office.user)
    assert (len(shown), shown[0].act) == (before + 1, changes.act)
    with office.acting.read() as connection:
        acts = connection.exec_driver_sql(
            "SELECT table_name, record, detail FROM act WHERE kind = 'delete' ORDER BY id"
        ).all()
    assert [tuple(act) for act in acts] == [
        ("customer", None, '{"count": 5}'),
        ("customer_part", changes.act, ""),
        ("customer_part", changes.act, ""),
    ]
    assert journaled(office, "delete") == ids
    assert office.health.check(by=office.user).ok


def test_another_process_writes_between_two_pieces(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    other = entrance().sign_in(office.path, NAME, PASSWORD)
    added: list[int] = []

    class Between(TwoAtATime):
        """Somebody else adds a customer before each piece."""

        def transaction(self, count: int) -> contextlib.AbstractContextManager[None]:
            """As it is."""
            added.append(add_customer(other, f"Between {len(added)}"))
            return contextlib.nullcontext()

    monkeypatch.setattr(use_cases, "Pace", Between)
    try:
        assert office.customers.delete(ids, by=office.user).customers == frozenset(ids)
    finally:
        other.close()

    assert len(added) == 3
    assert office.customers.count(CustomerQuery(), by=office.user) == 3
    assert office.health.check(by=office.user).ok
