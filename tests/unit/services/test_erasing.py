"""After an erasure nothing of the person is in any page of the file, deciphered, while the books are as they were."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Invalid, NotFound, OfficeFault
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.domain.search_text import tokens
from cims_desktop.services.logs import configure
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.privacy import Erasure, backups_until
from cims_desktop.storage import scrubbing
from cims_desktop.storage.engine import OfficeDatabase
from tests.offices import NAME, PASSWORD, TODAY, add_customer, entrance, make_purchase
from tests.pages import hits, plain_pages
from tests.unit.services.persons import BOUGHT, IDENTITY, MARKS, make_person

INDEXED = [word for mark in (MARKS[0], MARKS[1], MARKS[2]) for word in tokens(mark).split() if len(word) > 4]
"""The person's tokens in the search index, as far as they are long enough to be nobody else's."""

EVERYWHERE = (*MARKS, IDENTITY, "amate content")


@pytest.fixture
def person(office: OpenOffice) -> int:
    return make_person(office)


def traces(office: OpenOffice) -> dict[str, int]:
    """The person's texts in the deciphered pages of the office, and in every file beside it."""
    found = hits(plain_pages(office.path, office._keys.opened.data_key), (*EVERYWHERE, *INDEXED))
    beside = [
        path
        for path in office.path.parent.rglob("*")
        if path.is_file() and not path.name.startswith("riverside")
    ]
    return found | hits((path.read_bytes() for path in beside), EVERYWHERE)


def erase(office: OpenOffice, person: int, **more: Any) -> Erasure:
    return office.privacy.erase(person, "asked by letter", by=office.user, **more)


@pytest.fixture
def log(tmp_path: Path) -> Iterator[Path]:
    """The program's log, written beside the office."""
    root = logging.getLogger()
    before = root.handlers[:], root.level
    yield configure(tmp_path / "logs")
    for handler in set(root.handlers) - set(before[0]):
        handler.close()
    root.handlers[:], root.level = before


def test_no_page_of_the_file_or_its_wal_holds_the_person(log: Path, office: OpenOffice, person: int) -> None:
    add_customer(office, "Somebody Else")
    before = traces(office)
    assert {*MARKS, "amate content"} <= set(before) and set(before) & set(INDEXED)

    done = erase(office, person)

    assert done.fault is None
    assert traces(office) == {}
    assert hits(plain_pages(office.path, office._keys.opened.data_key), ["Somebody Else"]) != {}
    assert log.exists() and hits([log.read_bytes()], EVERYWHERE) == {}
    office.close()
    assert hits(plain_pages(office.path, office._keys.opened.data_key), (*EVERYWHERE, *INDEXED)) == {}


def without_optimising(database: OfficeDatabase, _report: object) -> None:
    with database.bare() as raw:
        scrubbing._vacuum(raw, database.path)
        scrubbing._fold_in(raw)


@pytest.mark.parametrize(
    ("step", "instead"),
    [("scrub", without_optimising), ("_vacuum", lambda *_: None), ("_fold_in", lambda *_: None)],
)
def test_each_step_of_making_the_file_anew_is_needed(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch, step: str, instead: Callable[..., None]
) -> None:
    """Without one of them the search finds something: it is able to fail.

    SQLCipher overwrites what is deleted; the second step is for what something else has deleted.
    """
    with office._database.bare() as raw:
        raw.execute("PRAGMA secure_delete = OFF")
    monkeypatch.setattr(scrubbing, step, instead)

    erase(office, person)

    assert traces(office) != {}


def test_the_books_stay_and_every_check_agrees(office: OpenOffice, person: int) -> None:
    sums = office.reports.sales(*_months(office), by=office.user)

    erase(office, person)

    assert office.health.check(by=office.user, deep=True).ok
    assert office.reports.sales(*_months(office), by=office.user).revenue == sums.revenue
    shell = office.customers.get(person, by=office.user)
    assert (shell.number, shell.name, shell.contacts, shell.note, shell.birthday) == (
        "C000001",
        "",
        (),
        "",
        None,
    )
    assert shell.summary.total_spent == 4499
    (purchase,) = office.purchases.of_customer(person, by=office.user)
    assert (purchase.total, purchase.note) == (4499, "")
    assert [line.description for line in purchase.lines] == ["Tea", BOUGHT, ""]
    for in_bin in (False, True):
        assert person not in office.customers.ids(
            CustomerQuery(filter=CustomerFilter(in_bin=in_bin)), by=office.user
        )
    assert office.search.find("C000001", by=office.user) == ()


def _months(office: OpenOffice) -> tuple[Month, Month]:
    return Month.of(office.today()), Month.of(office.today())


def test_the_journal_still_verifies_and_says_who_erased_whom_without_the_data(
    office: OpenOffice, person: int
) -> None:
    erase(office, person)

    with office._database.read() as connection:
        acts = connection.exec_driver_sql("SELECT detail FROM act WHERE kind = 'erase'").all()
        left = connection.exec_driver_sql(
            "SELECT c.field, c.before, c.after, c.salt IS NULL FROM change c JOIN act a ON a.id = c.act_id"
            " WHERE a.customer_id = ?", (person,)
        ).all()  # fmt: skip
    assert office.audit.verify(by=office.user).ok
    assert [row.detail for row in acts] == [""]
    assert [tuple(row) for row in left if row.after is not None] == [("erased", None, "1", 0)]
    assert all(row[3] for row in left if row.field != "erased") and len(left) > 3
    entry = office.reports.activity(1, by=office.user)[0]
    assert (entry.kind, entry.customer_id) == (ActKind.ERASE, person)


def test_others_blanked_values_are_still_found_by_the_journal(office: OpenOffice, person: int) -> None:
    other = add_customer(office, "Somebody Else")
    seen = office.customers.get(other, by=office.user)
    office.customers.amend(replace(seen, name="Somebody New"), by=office.user)
    erase(office, person)
    assert office.audit.verify(by=office.user).ok

    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE change SET before = NULL, after = NULL, salt = NULL WHERE record = ? AND field = 'name'",
            (other,),
        )

    assert not office.audit.verify(by=office.user).ok


def test_an_act_about_many_loses_the_values_of_the_one_alone(office: OpenOffice, person: int) -> None:
    other = add_customer(office, "Somebody Else")
    office.customers.delete([person, other], by=office.user)
    office.customers.restore([person, other], by=office.user)

    erase(office, person)

    with office._database.read() as connection:
        rows = connection.exec_driver_sql(
            "SELECT record, before, after FROM change WHERE field = 'deleted' ORDER BY id"
        ).all()
    assert [tuple(row) for row in rows] == [
        (person, None, None), (other, None, "1"), (person, None, None), (other, "1", None),
    ]  # fmt: skip
    assert office.audit.verify(by=office.user).ok


def test_nothing_of_anybody_else_goes(office: OpenOffice, person: int) -> None:
    twin = add_customer(office, "Somebody Else", note="keep me")
    office.purchases.record(make_purchase(twin, 700), by=office.user)
    office.sensitive.put(twin, "national_id", IDENTITY, by=office.user)
    office.drafts.save("customer", twin, {"note": "half a word"}, by=office.user)

    erase(office, person)

    kept = office.customers.get(twin, by=office.user)
    assert (kept.name, kept.note, len(kept.contacts), len(kept.addresses)) == (
        "Somebody Else",
        "keep me",
        2,
        1,
    )
    assert office.purchases.of_customer(twin, by=office.user)[0].total == 700
    assert office.sensitive.reveal(twin, "national_id", by=office.user) == IDENTITY
    assert [draft.record for draft in office.drafts.pending(by=office.user)] == [twin]
    assert office.customers.count(CustomerQuery(), by=office.user) == 2


def test_the_day_is_told_until_which_backups_may_hold_the_person(office: OpenOffice, person: int) -> None:
    done = erase(office, person)

    with office._database.read() as connection:
        (row,) = connection.exec_driver_sql("SELECT customer_id, backups_until, reason FROM erasure").all()
    assert done.backups_until == backups_until(OfficePolicy(), TODAY)
    assert tuple(row) == (person, done.backups_until.isoformat(), "asked by letter")
    few = OfficePolicy(keep_daily=3, keep_weekly=0, keep_monthly=0, keep_yearly=0, backup_days=2)
    assert (backups_until(few, TODAY) - TODAY).days == 6


def test_a_merged_record_is_erased_with_the_one_that_stands_for_it(office: OpenOffice, person: int) -> None:
    other = add_customer(office, "Kukulkan", contacts=())
    with office._database.write() as connection:
        connection.exec_driver_sql(
            "UPDATE customer SET hidden = 2, merged_into = ? WHERE id = ?", (person, other)
        )

    erase(office, other)

    assert traces(office) == {}
    assert hits(plain_pages(office.path, office._keys.opened.data_key), ["Kukulkan"]) == {}
    assert office.audit.verify(by=office.user).ok


@pytest.mark.parametrize(
    ("reason", "code"),
    [
        ("  ", "required"),
        ("x" * 501, "too_long"),
        (f"{MARKS[0]} wrote", "names_person"),
        (f"tel {MARKS[2]}", "names_person"),
    ],
)
def test_a_reason_is_asked_for_and_must_not_name_the_person(
    office: OpenOffice, person: int, reason: str, code: str
) -> None:
    with pytest.raises(Invalid) as refused:
        office.privacy.erase(person, reason, by=office.user)

    assert [problem.code for problem in refused.value.problems] == [code]
    assert office.customers.get(person, by=office.user).name == MARKS[0]


def test_a_disk_without_room_is_said_before_anything_is_erased(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrubbing, "free_space", lambda _path: 1000)

    with pytest.raises(OfficeFault) as fault:
        erase(office, person)

    assert fault.value.code == "disk_full" and fault.value.params["free"] == 1000
    assert office.customers.get(person, by=office.user).name == MARKS[0]


def test_who_is_not_there_cannot_be_erased(office: OpenOffice) -> None:
    with pytest.raises(NotFound):
        office.privacy.erase(4711, "why not", by=office.user)


def test_what_stops_in_the_middle_is_finished_later(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    def busy(*_args: object) -> None:
        raise OfficeFault("in_use")

    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, "_vacuum", busy)
        done = erase(office, person)
    assert done.fault is not None and done.fault.code == "in_use"
    assert office.privacy.unfinished_erasures(by=office.user) == 1 and traces(office) != {}

    assert office.privacy.finish_erasures(by=office.user, only_small=True)

    assert office.privacy.unfinished_erasures(by=office.user) == 0 and traces(office) == {}


def test_the_next_sign_in_finishes_what_a_crash_left(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Crash(BaseException):
        pass

    def crash(*_args: object) -> None:
        raise Crash

    with monkeypatch.context() as patched:
        patched.setattr(scrubbing, "_vacuum", crash)
        with pytest.raises(Crash):
            erase(office, person)
    office.close()

    again = entrance().sign_in(office.path, NAME, PASSWORD)
    try:
        assert again.privacy.unfinished_erasures(by=again.user) == 0
        assert traces(again) == {}
    finally:
        again.close()


def test_a_reader_in_the_middle_of_something_does_not_keep_the_file_from_being_made_anew(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As another program with a long report: its snapshot keeps the WAL, which is said, and done later."""
    with office._database.bare() as raw:
        raw.execute("PRAGMA busy_timeout = 20")
    with office._database.read() as connection:
        connection.exec_driver_sql("SELECT count(*) FROM customer").all()
        done = erase(office, person)

    assert done.fault is not None and done.fault.code == "in_use"
    assert office.privacy.finish_erasures(by=office.user) and traces(office) == {}


def test_a_large_file_is_copied_through_an_enciphered_file_and_not_through_memory(
    office: OpenOffice, person: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(scrubbing, "_IN_MEMORY", 0)

    assert erase(office, person).fault is None

    assert traces(office) == {}
    with office._database.bare() as raw:
        assert raw.execute("PRAGMA temp_store").fetchone() == (2,)
        assert not (raw.execute("PRAGMA temp_store_directory").fetchone() or ("",))[0]


def test_progress_is_told_in_steps(office: OpenOffice, person: int) -> None:
    seen: list[Progress] = []

    erase(office, person, task=Task(report=seen.append))

    assert [one.stage for one in seen] == ["rows", "index", "compacting", "closing", "closing"]
    assert seen[-1].done == seen[-1].total


def test_refused_rows_of_an_import_are_forgotten(office: OpenOffice, person: int, tmp_path: Path) -> None:
    crashed = office.path.parent / ".cims-import-0123456789abcdef.tmp"
    crashed.write_bytes(b"x")
    os.utime(crashed, (0, 0))
    forgotten: list[bool] = []
    office.privacy._forget_refused = lambda: forgotten.append(True)

    erase(office, person)

    assert forgotten == [True] and not crashed.exists()


def test_a_second_erasure_changes_nothing_more(office: OpenOffice, person: int) -> None:
    erase(office, person)
    before = office.customers.get(person, by=office.user)

    erase(office, person)

    after = office.customers.get(person, by=office.user)
    assert replace(after, version=before.version, updated_at=None, deleted_at=None) == replace(
        before, updated_at=None, deleted_at=None
    )
    assert office.health.check(by=office.user, deep=True).ok
