"""The bin: many customers go and come back at once, and the journal names each of them."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest
from sqlalchemy import event

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.services import customers_bin as use_cases
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
    moved = office.customers.delete(ids, by=office.user)

    assert (moved.ids, moved.wanted, moved.stopped) == (tuple(ids), 5, False)
    assert moved.changes.customers == frozenset(ids)
    assert office.customers.count(IN_BIN, by=office.user) == 5
    assert journaled(office, "delete") == ids
    assert office.health.check(by=office.user).ok


def test_only_what_was_in_the_bin_comes_back(office: OpenOffice, ids: list[int]) -> None:
    office.customers.delete(ids[:3], by=office.user)

    moved = office.customers.restore([*ids, 999], by=office.user)

    assert (moved.ids, moved.wanted) == (tuple(ids[:3]), 6)
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


class Person:
    """Watches a move, and wants it to stop after `enough` customers."""

    def __init__(self, enough: int) -> None:
        self.steps: list[Progress] = []
        self.task = Task(self.steps.append, lambda: bool(enough == 0 or self.done >= enough))

    @property
    def done(self) -> int:
        """How many are done, as was last reported."""
        return self.steps[-1].done if self.steps else -1


def test_pieces_of_one_move_are_one_activity_and_name_their_first_act(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "Pace", TwoAtATime)
    before = len(office.reports.activity(50, by=office.user))

    moved = office.customers.delete([*ids, ids[0]], by=office.user)

    shown = office.reports.activity(50, by=office.user)
    assert (len(shown), shown[0].act) == (before + 1, moved.act)
    with office.acting.read() as connection:
        acts = connection.exec_driver_sql(
            "SELECT table_name, record, detail FROM act WHERE kind = 'delete' ORDER BY id"
        ).all()
    assert [tuple(act) for act in acts] == [
        ("customer", None, '{"count": 2, "of": 5}'),
        ("customer_part", moved.act, '{"count": 2}'),
        ("customer_part", moved.act, '{"count": 1}'),
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
        assert office.customers.delete(ids, by=office.user).ids == tuple(ids)
    finally:
        other.close()

    assert len(added) == 3
    assert office.customers.count(CustomerQuery(), by=office.user) == 3
    assert office.health.check(by=office.user).ok


def test_a_move_that_is_stopped_leaves_whole_customers_on_either_side_and_says_how_many(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "Pace", TwoAtATime)
    person = Person(enough=4)

    moved = office.customers.delete(ids, person.task, by=office.user)

    assert (moved.ids, moved.wanted, moved.stopped) == (tuple(ids[:4]), 5, True)
    assert [(step.done, step.total) for step in person.steps] == [(2, 5), (4, 5)]
    assert list(office.customers.ids(IN_BIN, by=office.user)) == ids[3::-1]
    assert journaled(office, "delete") == ids[:4]
    assert office.health.check(by=office.user).ok


def test_what_a_stopped_move_did_is_undone_by_its_ids(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "Pace", TwoAtATime)
    office.customers.delete(ids[4:], by=office.user)
    moved = office.customers.delete(ids, Person(enough=2).task, by=office.user)

    restored = office.customers.restore(moved.ids, by=office.user)

    assert restored.ids == moved.ids == tuple(ids[:2])
    assert list(office.customers.ids(IN_BIN, by=office.user)) == ids[4:]


def test_a_move_that_is_stopped_at_its_last_customer_is_complete(office: OpenOffice, ids: list[int]) -> None:
    moved = office.customers.delete(ids, Person(enough=5).task, by=office.user)

    assert (len(moved.ids), moved.stopped) == (5, False)


def test_a_move_that_is_stopped_before_it_begins_moves_nobody_and_writes_no_act(
    office: OpenOffice, ids: list[int]
) -> None:
    before = office.reports.activity(1, by=office.user)

    moved = office.customers.delete(ids, Person(enough=0).task, by=office.user)

    assert (moved.ids, moved.wanted, moved.stopped, bool(moved.changes)) == ((), 5, True, False)
    assert office.reports.activity(1, by=office.user) == before


class FullDisk:
    """Lets `pieces` pieces of a move through; then the disk is full, after the customers were changed."""

    def __init__(self, pieces: int) -> None:
        self._pieces, self._real = pieces, stored.set_hidden

    def __call__(self, *given: Any) -> list[int]:
        """As `set_hidden`."""
        moved = self._real(*given)
        self._pieces -= 1
        if self._pieces < 0:
            raise OfficeFault("disk_full")
        return moved


def test_a_fault_in_the_middle_says_what_was_moved_and_takes_back_its_own_piece(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "Pace", TwoAtATime)
    monkeypatch.setattr(stored, "set_hidden", FullDisk(pieces=1))

    moved = office.customers.delete(ids, by=office.user)

    assert isinstance(moved.fault, OfficeFault)
    assert (moved.ids, moved.stopped) == (tuple(ids[:2]), False)
    assert list(office.customers.ids(IN_BIN, by=office.user)) == ids[1::-1]
    assert journaled(office, "delete") == ids[:2]
    assert office.health.check(by=office.user).ok


def test_a_fault_before_anybody_was_moved_is_raised(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(stored, "set_hidden", FullDisk(pieces=0))

    with pytest.raises(OfficeFault):
        office.customers.delete(ids, by=office.user)

    assert office.customers.count(IN_BIN, by=office.user) == 0


def test_more_customers_than_a_screen_can_follow_change_everything(
    office: OpenOffice, ids: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(use_cases, "MOST_NAMED", 4)

    assert not office.customers.delete(ids[:4], by=office.user).changes.everything
    assert office.customers.restore(ids[:4], by=office.user).ids == tuple(ids[:4])
    changes = office.customers.delete(ids, by=office.user).changes
    assert changes.everything
    assert changes.touches_customer(ids[0])


def test_customers_that_are_moved_are_looked_up_by_id(office: OpenOffice, ids: list[int]) -> None:
    asked: list[tuple[str, Any]] = []

    def hear(_c: object, _cursor: object, sql: str, values: object, _context: object, _many: bool) -> None:
        if " customer" in sql and "hidden" in sql:
            asked.append((sql, values))

    with office.acting.read() as connection:
        engine = connection.engine
        event.listen(engine, "before_cursor_execute", hear)
        try:
            assert stored.movable(connection, ids, True) == ids
        finally:
            event.remove(engine, "before_cursor_execute", hear)
        plans = [
            row[3]
            for sql, values in asked
            for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)
        ]

    assert len(asked) == 3
    assert plans == ["SEARCH customer USING INTEGER PRIMARY KEY (rowid=?)"] * 3
