"""A tampered journal: each way of tampering is named, with the first act that is off, and nothing else is blamed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import JournalFault, Verdict
from cims_desktop.domain.errors import Cancelled
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.verifying import verify_journal
from cims_desktop.storage import checkpoints, journal
from cims_desktop.storage.engine import connect
from cims_desktop.storage.tables.work import act, change
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office


@pytest.fixture
def office(tmp_path: Path) -> Iterator[OpenOffice]:
    """An office with a dozen acts, some with changed fields, and a checkpoint made on the way."""
    made = make_office(tmp_path)
    for number in range(4):
        customer_id = add_customer(made, f"Customer {number}")
        seen = made.customers.get(customer_id, by=made.user)
        made.customers.amend(replace(seen, name=f"Renamed {number}"), by=made.user)
        if number == 2:
            made.note(ActKind.SIGN_OUT)  # an administrator's sign-out makes a checkpoint
    yield made
    made.close()


def tamper(office: OpenOffice, *statements: str) -> None:
    """With the data key, past the program."""
    with office.acting.database.write() as connection:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        for statement in statements:
            connection.exec_driver_sql(statement)


def verdict(office: OpenOffice) -> Verdict:
    return office.audit.verify(by=office.user)


def alone(office: OpenOffice) -> Verdict:
    """Of the journal by itself: without checkpoints proved, and without what this PC remembers."""
    with office.acting.read() as connection:
        return verify_journal(connection, office.acting.chain, Task())


def last_act(office: OpenOffice) -> int:
    with office.acting.read() as connection:
        head = journal.head_of(connection)
    assert head is not None
    return head.act


def found(verdict: Verdict) -> tuple[int | None, JournalFault | None]:
    return verdict.first_bad, verdict.fault


def test_an_untouched_journal_is_whole_and_vouched_for(office: OpenOffice) -> None:
    whole = verdict(office)

    assert whole.ok and found(whole) == (None, None)
    assert whole.acts == last_act(office) and whole.changes > 8
    assert whole.checkpoints == 2 and whole.head is not None
    assert whole.vouched_until == whole.sound_until == 8


@pytest.mark.parametrize(
    "edit",
    [
        'UPDATE act SET detail = \'{"what": "nothing"}\' WHERE id = 5',
        "UPDATE act SET user_id = NULL WHERE id = 5",
        "UPDATE act SET kind = 'view' WHERE id = 5",
        "UPDATE act SET happened_at = happened_at - 86400000 WHERE id = 5",
        "UPDATE act SET happened_at = 'yesterday' WHERE id = 5",
        "UPDATE act SET digest = zeroblob(32) WHERE id = 5",
        "UPDATE change SET after = 'nobody' WHERE field = 'name' AND act_id = 5",
        "UPDATE change SET after = 7, salt = x'00' WHERE field = 'name' AND act_id = 5",
        "UPDATE change SET after = NULL, salt = NULL WHERE field = 'name' AND act_id = 5",
        "UPDATE change SET field = 'note' WHERE field = 'name' AND act_id = 5",
        "DELETE FROM change WHERE field = 'name' AND act_id = 5",
        "UPDATE change SET act_id = 5 WHERE act_id = 7",
        "INSERT INTO change (act_id, table_name, record, field, after) VALUES (5, 'customer', 1, 'note', 'x')",
    ],
)
def test_an_edited_act_is_named(office: OpenOffice, edit: str) -> None:
    tamper(office, edit)

    assert found(verdict(office)) == (5, JournalFault.EDITED)
    assert found(alone(office)) == (5, JournalFault.EDITED)


@pytest.mark.parametrize("gone", [1, 4, 5, 9])
def test_a_deleted_act_is_named(office: OpenOffice, gone: int) -> None:
    tamper(office, f"DELETE FROM change WHERE act_id = {gone}", f"DELETE FROM act WHERE id = {gone}")

    assert found(verdict(office)) == (gone, JournalFault.DELETED)
    assert found(alone(office)) == (gone, JournalFault.DELETED)


def test_several_acts_deleted_are_named_by_the_first(office: OpenOffice) -> None:
    tamper(
        office, "DELETE FROM change WHERE act_id BETWEEN 3 AND 6", "DELETE FROM act WHERE id BETWEEN 3 AND 6"
    )

    assert found(alone(office)) == (3, JournalFault.DELETED)


def test_an_act_deleted_without_its_changes_is_named(office: OpenOffice) -> None:
    connection = connect(office.path, office._keys.opened.data_key)
    connection.execute("PRAGMA foreign_keys = OFF")  # as another tool would have it
    connection.execute("DELETE FROM act WHERE id = 5")
    connection.close()

    assert found(alone(office)) == (5, JournalFault.DELETED)


def test_a_gap_that_was_closed_by_counting_anew_is_still_a_deletion(office: OpenOffice) -> None:
    tamper(
        office,
        "DELETE FROM change WHERE act_id = 5",
        "DELETE FROM act WHERE id = 5",
        *(f"UPDATE act SET id = {one - 1} WHERE id = {one}" for one in range(6, last_act(office) + 1)),
        *(
            f"UPDATE change SET act_id = {one - 1} WHERE act_id = {one}"
            for one in range(6, last_act(office) + 1)
        ),
    )

    assert found(verdict(office)) == (5, JournalFault.DELETED)
    assert found(alone(office)) == (5, JournalFault.DELETED)


def moved(*places: tuple[int, int]) -> list[str]:
    """Statements that give acts other ids, with their changes."""
    apart = [(f"UPDATE act SET id = {-new} WHERE id = {old}", f"UPDATE change SET act_id = {-new} WHERE act_id = {old}")
             for old, new in places]  # fmt: skip
    back = [(f"UPDATE act SET id = {new} WHERE id = {-new}", f"UPDATE change SET act_id = {new} WHERE act_id = {-new}")
            for _, new in places]  # fmt: skip
    return [statement for pair in (*apart, *back) for statement in pair]


@pytest.mark.parametrize(
    ("places", "first"),
    [
        ([(4, 5), (5, 4)], 4),
        ([(3, 9), (9, 3)], 3),
        ([(4, 6), (5, 4), (6, 5)], 4),
        ([(6, 4), (4, 5), (5, 6)], 4),
        ([(1, 2), (2, 1)], 1),
    ],
)
def test_reordered_acts_are_named_by_the_first(
    office: OpenOffice, places: list[tuple[int, int]], first: int
) -> None:
    tamper(office, *moved(*places))

    assert found(verdict(office)) == (first, JournalFault.REORDERED)
    assert found(alone(office)) == (first, JournalFault.REORDERED)


def test_a_cut_journal_shows_by_its_own_numbers(office: OpenOffice) -> None:
    tamper(office, "DELETE FROM change WHERE act_id > 9", "DELETE FROM act WHERE id > 9")

    assert found(alone(office)) == (10, JournalFault.TRUNCATED)


def cut(office: OpenOffice, last: int) -> None:
    """Thoroughly: also the number from which the database counts on."""
    tamper(
        office,
        f"DELETE FROM change WHERE act_id > {last}",
        f"DELETE FROM act WHERE id > {last}",
        f"UPDATE sqlite_sequence SET seq = {last} WHERE name = 'act'",
    )


def test_a_journal_cut_before_a_checkpoint_shows_by_the_checkpoint(office: OpenOffice) -> None:
    cut(office, 6)

    assert found(alone(office)) == (7, JournalFault.TRUNCATED)


def test_a_journal_cut_behind_every_checkpoint_shows_by_what_this_pc_remembers(office: OpenOffice) -> None:
    office._keeper.remember()
    cut(office, 9)

    assert alone(office).ok, "nothing in the two files can show it"
    assert found(verdict(office)) == (10, JournalFault.TRUNCATED)


def test_a_cut_journal_that_went_on_is_still_cut(office: OpenOffice) -> None:
    tamper(office, "DELETE FROM change WHERE act_id > 9", "DELETE FROM act WHERE id > 9")
    add_customer(office, "Later")

    assert found(alone(office)) == (10, JournalFault.TRUNCATED)


def rewrite(office: OpenOffice, first: int) -> None:
    """Makes the chain anew from an act on, as whoever holds the data key and the audit key can."""
    chain, previous = office.acting.chain, None
    with office.acting.database.write() as connection:
        for row in connection.execute(sa.select(act).order_by(act.c.id)).all():
            rows = connection.execute(
                sa.select(change).where(change.c.act_id == row.id).order_by(change.c.id)
            ).all()
            if row.id >= first:
                head = {name: row._mapping[name] for name in journal._HEAD}
                digest = chain.link(previous, head, [dict(one._mapping) for one in rows])
                connection.execute(sa.update(act).where(act.c.id == row.id).values(digest=digest))
                previous = digest
            else:
                previous = row.digest


def test_a_chain_made_anew_shows_against_the_checkpoint(office: OpenOffice) -> None:
    tamper(office, "UPDATE act SET kind = 'view' WHERE id = 5")
    rewrite(office, 5)

    judged = verdict(office)

    assert found(judged) == (8, JournalFault.FORGED)
    assert judged.sound_until == 1, "up to the checkpoint before"


def test_a_checkpoint_made_to_fit_does_not_without_the_administrator_key(office: OpenOffice) -> None:
    tamper(office, "UPDATE act SET kind = 'view' WHERE id = 5")
    rewrite(office, 5)
    tamper(office, "UPDATE checkpoint SET digest = (SELECT digest FROM act WHERE act.id = checkpoint.act_id)")

    assert alone(office).ok, "without the administrator key it can't be told"
    assert found(verdict(office)) == (8, JournalFault.FORGED)


def test_a_checkpoint_taken_from_between_shows(office: OpenOffice) -> None:
    tamper(office, "DELETE FROM checkpoint WHERE act_id = 1")

    assert found(verdict(office)) == (8, JournalFault.FORGED)


def test_an_act_slipped_in_is_forged(office: OpenOffice) -> None:
    later = range(last_act(office), 4, -1)
    tamper(
        office,
        *(f"UPDATE act SET id = {one + 1} WHERE id = {one}" for one in later),
        *(f"UPDATE change SET act_id = {one + 1} WHERE act_id = {one}" for one in later),
        "INSERT INTO act (id, happened_at, user_id, kind, table_name, detail, digest)"
        " SELECT 5, happened_at, user_id, 'export', '', '', zeroblob(32) FROM act WHERE id = 4",
    )

    assert found(alone(office)) == (5, JournalFault.FORGED)


def test_nobody_vouches_for_a_journal_that_was_made_anew(office: OpenOffice, tmp_path: Path) -> None:
    tamper(office, "UPDATE act SET kind = 'view' WHERE id = 5")
    rewrite(office, 5)
    office.close()

    again = entrance().sign_in(office.path, NAME, PASSWORD)

    with again.acting.read() as connection:
        made = [one.act_id for one in checkpoints.every(connection)]
    codes = [one.code for one in again.warnings]
    again.close()
    assert made == [1, 8], "no new checkpoint"
    assert codes == ["journal_cut", "journal_forged"], "this PC remembers, and the checkpoint does"


def test_whoever_lacks_the_administrator_key_takes_checkpoints_as_they_stand(office: OpenOffice) -> None:
    seen = verify_by_role(office, RoleName.AUDITOR)

    assert seen.ok and seen.sound_until == 8


def verify_by_role(office: OpenOffice, role: RoleName) -> Verdict:
    return office.audit.verify(by=replace(office.user, role=READY_ROLES[role]))


def test_the_walk_tells_its_progress_and_can_be_stopped(office: OpenOffice) -> None:
    told: list[Progress] = []

    office.audit.verify(Task(told.append), by=office.user)

    total = last_act(office)
    assert told[0] == Progress("journal", 0, total) and told[-1] == Progress("journal", total, total)
    with pytest.raises(Cancelled):
        office.audit.verify(Task(cancelled=lambda: True), by=office.user)


@pytest.mark.parametrize("sides", ["before = NULL, after = NULL, salt = NULL"])
def test_values_that_erasing_took_leave_the_journal_whole(office: OpenOffice, sides: str) -> None:
    customer_id = add_customer(office, "Erased")
    with office.acting.act(ActKind.ERASE, by=office.user) as erased:
        erased.connection.exec_driver_sql(
            f"UPDATE change SET {sides} WHERE table_name = 'customer' AND record = {customer_id}"
        )
        erased.about("customer", customer_id, customer_id)

    assert verdict(office).ok


def test_the_office_check_names_the_same_act(office: OpenOffice) -> None:
    tamper(office, "UPDATE act SET kind = 'view' WHERE id = 5")

    (finding,) = office.health.check(by=office.user).findings

    assert (finding.kind, finding.where, finding.detail) == ("journal", "act 5", "edited")
