"""The bin's end: who is in it may be removed for good, one or many, by a deliberate act."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from cims_desktop.domain.customers import CustomerStatus
from cims_desktop.domain.errors import NotFound, OfficeFault, PermissionDenied
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import erasing
from tests.offices import FakeClock, add_customer, make_purchase
from tests.pages import hits, plain_pages
from tests.unit.services.persons import MARKS, make_person


def binned(office: OpenOffice, *names: str) -> list[int]:
    ids = [add_customer(office, name) for name in names]
    office.customers.delete(ids, by=office.user)
    return ids


def rows_about(office: OpenOffice, customer_id: int) -> dict[str, int]:
    found = {}
    with office._database.read() as connection:
        for table in erasing.metadata.sorted_tables:
            if erasing.rule_of(table) is not None:
                where = " OR ".join(f'"{column.name}" = {customer_id}' for column in erasing.pointers(table))
                found[table.name] = connection.exec_driver_sql(
                    f'SELECT count(*) FROM "{table.name}" WHERE {where}'
                ).scalar_one()
    return {name: count for name, count in found.items() if count}


def test_who_is_destroyed_is_gone_with_all_rows(office: OpenOffice) -> None:
    (gone,) = binned(office, "Ada Lovelace")
    kept = add_customer(office, "Grace Hopper")

    done = office.privacy.destroy([gone], by=office.user)

    assert (done.wanted, done.done, done.shells, done.stopped, done.fault) == (1, 1, 0, False, None)
    assert rows_about(office, gone) == {}
    with pytest.raises(NotFound):
        office.customers.get(gone, by=office.user)
    assert office.customers.get(kept, by=office.user).name == "Grace Hopper"
    assert office.health.check(by=office.user, deep=True).ok
    assert add_customer(office) > kept


def test_books_and_consents_leave_an_empty_record(office: OpenOffice) -> None:
    person = make_person(office)
    plain = add_customer(office, "Asked Once")
    said = (Consent(ConsentChannel.EMAIL, ConsentState.UNKNOWN),)
    office.preferences.save(Preferences(plain, consents=said), by=office.user)
    office.customers.delete([person, plain], by=office.user)

    done = office.privacy.destroy([person, plain], by=office.user)

    assert (done.done, done.shells) == (2, 1)
    assert set(rows_about(office, person)) == {
        "customer",
        "customer_search",
        "purchase",
        "consent",
        "consent_event",
    }
    assert rows_about(office, plain) == {}
    assert office.customers.get(person, by=office.user).name == ""
    assert office.purchases.of_customer(person, by=office.user)[0].total == 4499
    assert office.health.check(by=office.user, deep=True).ok and office.audit.verify(by=office.user).ok


def test_nobody_outside_the_bin_is_touched(office: OpenOffice) -> None:
    shown = add_customer(office)

    done = office.privacy.destroy([shown, 4711], by=office.user)

    assert (done.wanted, done.done) == (2, 0) and not done.changes
    assert office.customers.get(shown, by=office.user).name == "Ada Lovelace"


def test_the_journal_says_who_and_not_what(office: OpenOffice) -> None:
    (gone,) = binned(office, MARKS[0])

    office.privacy.destroy([gone], by=office.user)

    with office._database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT record, field, after FROM change WHERE after IS NOT NULL"
        ).all()
        texts = [str(row) for row in connection.exec_driver_sql("SELECT * FROM act").all()]
    assert (gone, "destroyed", "1") in [tuple(row) for row in rows]
    assert [row for row in rows if row.record == gone and row.field != "destroyed"] == []
    assert not any(MARKS[0] in text for text in texts)
    assert office.audit.verify(by=office.user).ok
    with office._database.bare() as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert hits(plain_pages(office.path, office._keys.opened.data_key), [MARKS[0]]) == {}


def test_the_bin_is_emptied_of_those_who_are_in_it_too_long(office: OpenOffice, clock: FakeClock) -> None:
    old = binned(office, "One", "Two")
    clock.now += timedelta(days=31)
    (young,) = binned(office, "Three")

    assert office.privacy.bin_overdue(by=office.user) == 2
    done = office.privacy.empty_bin(by=office.user)

    assert done.done == 2 and office.privacy.bin_overdue(by=office.user) == 0
    assert [rows_about(office, one) for one in old] == [{}, {}]
    assert office.customers.get(young, by=office.user).name == "Three"
    assert office.privacy.empty_bin(by=office.user).act is None


def test_a_move_to_the_bin_and_back_is_not_overdue(office: OpenOffice, clock: FakeClock) -> None:
    (one,) = binned(office, "One")
    clock.now += timedelta(days=31)
    office.customers.restore([one], by=office.user)
    office.customers.delete([one], by=office.user)

    assert office.privacy.bin_overdue(by=office.user) == 0


def test_many_go_in_parts_that_can_be_stopped_between(office: OpenOffice) -> None:
    ids = binned(office, *(f"Customer {index}" for index in range(30)))
    seen: list[Progress] = []
    task = Task(report=seen.append, cancelled=lambda: bool(seen))

    done = office.privacy.destroy(ids, task, by=office.user)

    assert done.stopped and 0 < done.done < 30 and done.done == seen[-1].done
    left = [one for one in ids if rows_about(office, one)]
    assert len(left) == 30 - done.done
    rest = office.privacy.destroy(ids, by=office.user)
    assert (rest.done, rest.stopped) == (len(left), False)
    assert office.health.check(by=office.user).ok
    assert len([row for row in office.reports.activity(50, by=office.user) if row.kind == "destroy"]) == 2


def test_a_fault_in_the_middle_says_how_many_are_gone(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = binned(office, *(f"Customer {index}" for index in range(30)))
    real, calls = erasing.erase, []

    def full(*arguments: object) -> None:
        calls.append(1)
        if len(calls) > 1:
            raise OfficeFault("disk_full")
        real(*arguments)  # type: ignore[arg-type]

    with monkeypatch.context() as patched:
        patched.setattr(erasing, "erase", full)
        done = office.privacy.destroy(ids, by=office.user)
        with pytest.raises(OfficeFault):
            office.privacy.destroy(ids[-3:], by=office.user)

    assert done.fault is not None and done.done == 10
    assert office.health.check(by=office.user).ok


def test_a_merged_record_goes_with_the_one_in_the_bin(office: OpenOffice) -> None:
    loser = add_customer(office, "A. Lovelace")
    (winner,) = binned(office, "Ada Lovelace")
    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer SET hidden = 2, merged_into = ? WHERE id = ?", (winner, loser)
        )

    office.privacy.destroy([winner], by=office.user)

    assert rows_about(office, winner) == rows_about(office, loser) == {}
    assert office.health.check(by=office.user, deep=True).ok


def test_a_merged_record_with_books_keeps_the_way_to_its_survivor(office: OpenOffice) -> None:
    loser = add_customer(office, "A. Lovelace")
    office.purchases.record(make_purchase(loser, 700), by=office.user)
    (winner,) = binned(office, "Ada Lovelace")
    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer SET hidden = 2, merged_into = ? WHERE id = ?", (winner, loser)
        )

    done = office.privacy.destroy([winner], by=office.user)

    assert done.shells == 1
    assert set(rows_about(office, winner)) == {"customer", "customer_search"}
    assert office.customers.get(loser, by=office.user).name == ""
    assert office.health.check(by=office.user, deep=True).ok


def test_a_shell_neither_comes_back_nor_is_changed(office: OpenOffice) -> None:
    person = make_person(office)
    office.customers.delete([person], by=office.user)
    office.privacy.destroy([person], by=office.user)

    assert office.customers.restore([person], by=office.user).ids == ()
    assert office.privacy.destroy([person], by=office.user).done == 0
    shell = office.customers.get(person, by=office.user)
    assert (shell.status, shell.owner_id, shell.summary.next_contact) == (CustomerStatus.ACTIVE, None, None)


def test_the_front_desk_may_not(office: OpenOffice) -> None:
    desk = replace(office.user, role=READY_ROLES[RoleName.FRONT_DESK])

    for refused in (
        lambda: office.privacy.destroy([1], by=desk),
        lambda: office.privacy.empty_bin(by=desk),
        lambda: office.privacy.bin_overdue(by=desk),
        lambda: office.privacy.erase(1, "why", by=desk),
    ):
        with pytest.raises(PermissionDenied):
            refused()
