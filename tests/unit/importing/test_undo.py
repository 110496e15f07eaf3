"""Taking an import out again: after a cancel, after a crash, or because somebody asks."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import Invalid, OfficeFault, StaleRecord
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.purchases import Purchase, PurchaseLine
from cims_desktop.services.importing import ImportOutcome
from cims_desktop.services.importing.applying import Applying
from cims_desktop.storage import imports
from cims_desktop.storage.files import exclusive
from tests.unit.importing.support import PASSWORD, Desk, Watching, cancelled, entrance

HEADER = "number,name,phone,email,note"
SALES = "purchase_number,customer_number,purchased_on,product_sku,product_name,quantity,unit_price"


def many(count: int) -> list[str]:
    return [f"K{i:05d},Name {i},1380013{i:04d},k{i}@example.com,note {i}" for i in range(count)]


def mixed(desk: Desk) -> Path:
    """A file that changes the first half of what is there and adds as much."""
    desk.customers(HEADER, *many(400))
    return desk.file(HEADER, *[row + " changed" for row in many(800)[200:]], name="second.csv")


def undo(desk: Desk, outcome: ImportOutcome) -> tuple[int, int, list[tuple[str, str]]]:
    assert outcome.run is not None
    done = desk.office.importing.undo(outcome.run, by=desk.office.user)
    return done.removed, done.restored, [(one.name, one.code) for one in done.kept]


def test_undo_takes_created_customers_out_without_a_trace(desk: Desk) -> None:
    before = desk.counts()
    outcome = desk.customers("number,name,phone,tags", "K1,Ada,13800138000,vip", "K2,Bo,,")

    assert undo(desk, outcome) == (2, 0, [])

    after = desk.counts() | {"tag": before["tag"]}
    assert after == before
    assert desk.office.search.find("Ada", by=desk.office.user) == ()
    assert desk.healthy()


def test_undo_sets_updated_customers_back(desk: Desk) -> None:
    header = "number,name,status,tier,birthday,phone,address_city,note,tags"
    desk.customers(header, "K1,Ada,prospect,gold,1815-12-10,13800138000,London,old,vip")
    before = desk.one("K1")
    outcome = desk.customers(
        header, "K1,Ada King,active,silver,1816-01-01,13900139000,Paris,new,news", on_match="update"
    )

    assert undo(desk, outcome) == (0, 1, [])

    after = desk.one("K1")
    points = [replace(point, id=None) for point in before.contacts]
    assert [replace(point, id=None) for point in after.contacts] == points
    assert replace(after.addresses[0], id=None) == replace(before.addresses[0], id=None)
    for name in ("name", "sort_name", "status", "tier", "birthday", "note"):
        assert getattr(after, name) == getattr(before, name)
    assert desk.counts()["customer_tag"] == 1
    assert desk.healthy()


def test_undo_keeps_what_somebody_changed_since(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,,,old")
    outcome = desk.customers(HEADER, "K1,Ada,,,new", "K2,Bo,,,", "K3,Cy,,,", on_match="update")
    for number in ("K1", "K2"):
        desk.office.customers.amend(replace(desk.one(number), note="by hand"), by=desk.office.user)

    assert undo(desk, outcome) == (1, 0, [("K1", "changed_since"), ("K2", "changed_since")])

    assert {customer.number: customer.note for customer in desk.all()} == {"K1": "by hand", "K2": "by hand"}


def test_undo_sets_a_field_back_though_another_one_was_changed_since(desk: Desk) -> None:
    desk.customers(HEADER, "K1,Ada,,,old")
    outcome = desk.customers(HEADER, "K1,Ada,,,new", on_match="update")
    desk.office.customers.amend(replace(desk.one("K1"), job_title="Countess"), by=desk.office.user)

    assert undo(desk, outcome) == (0, 1, [])

    assert (desk.one("K1").note, desk.one("K1").job_title) == ("old", "Countess")


def test_undo_keeps_a_customer_who_has_bought_since(desk: Desk) -> None:
    outcome = desk.customers(HEADER, "K1,Ada,,,", "K2,Bo,,,")
    sale = Purchase(desk.one("K1").id or 0, desk.office.today(), "CNY", (PurchaseLine("Tea", 1000, 500),))
    desk.office.purchases.record(sale, by=desk.office.user)

    assert undo(desk, outcome) == (1, 0, [("K1", "changed_since")])

    assert desk.one("K1").summary.total_spent == 500
    assert desk.healthy()


def test_undo_of_purchases_sets_the_figures_back(desk: Desk) -> None:
    desk.purchases(SALES, "1,K1,2026-01-05,T1,Tea,2,10", create_customers=True)
    before = desk.counts(), desk.one("K1").summary
    outcome = desk.purchases(
        SALES, "2,K1,2026-01-06,T1,Tea,1,10", "3,K1,2026-01-07,T1,Tea,-1,10", "4,K2,2026-01-07,T2,Cup,1,5",
        create_customers=True,
    )  # fmt: skip
    assert desk.one("K1").summary != before[1]

    removed, restored, kept = undo(desk, outcome)

    assert (removed, restored, kept) == (5, 0, [])
    assert (desk.counts(), desk.one("K1").summary) == before
    assert desk.healthy()


def test_a_run_is_undone_once(desk: Desk) -> None:
    outcome = desk.customers(HEADER, "K1,Ada,,,")
    undo(desk, outcome)

    with pytest.raises(Invalid):
        undo(desk, outcome)


@pytest.mark.parametrize("at", [0, 1, 150, 400, 600])
def test_a_cancel_while_rows_land_leaves_nothing_of_them(desk: Desk, at: int) -> None:
    plan = desk.plan(mixed(desk), on_match="update")
    before, people = desk.counts(), desk.all()
    watching = Watching("apply", at)

    assert cancelled(lambda: desk.office.importing.run(plan, watching.task(), by=desk.office.user))

    assert desk.counts() == before
    assert [(one.number, one.note) for one in desk.all()] == [(one.number, one.note) for one in people]
    assert desk.office.importing.unfinished() == []
    assert desk.healthy()


def test_a_cancel_while_rows_are_read_leaves_no_run(desk: Desk) -> None:
    plan = desk.plan(desk.file(HEADER, *many(1500)))

    assert cancelled(
        lambda: desk.office.importing.run(plan, Watching("check", 500).task(), by=desk.office.user)
    )

    assert desk.all() == []
    assert desk.office.importing.history(by=desk.office.user) == []
    assert not list(desk.folder.glob(".cims-import-*"))


def test_a_cancel_while_purchases_land_leaves_nothing_of_them(desk: Desk) -> None:
    rows = [f"{i // 2},K{i // 6},2026-01-{i % 28 + 1:02d},T{i % 9},Tea {i % 9},1,10" for i in range(900)]
    plan = desk.plan(desk.file(SALES, *rows), ImportKind.PURCHASES, create_customers=True)
    before = desk.counts()

    assert cancelled(
        lambda: desk.office.importing.run(plan, Watching("apply", 250).task(), by=desk.office.user)
    )

    assert desk.counts() == before
    assert desk.healthy()


def test_a_number_taken_while_rows_land_undoes_the_import(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    land = Applying.land

    def late(self: Applying) -> None:
        desk.office.customers.add(replace(ada, number="K00500"), by=desk.office.user)
        land(self)

    desk.customers(HEADER, "A1,Ada,,,")
    ada = replace(desk.one("A1"), id=None)
    plan = desk.plan(desk.file(HEADER, *many(600), name="many.csv"))
    monkeypatch.setattr(Applying, "land", late)

    with pytest.raises(StaleRecord):
        desk.office.importing.run(plan, by=desk.office.user)

    assert sorted(customer.number for customer in desk.all()) == ["A1", "K00500"]
    assert desk.healthy()


CRASH = """
import os, signal, sys
from pathlib import Path
from cims_desktop.domain.progress import Task
from cims_desktop.domain.imports import ImportKind
from tests.unit.importing.support import PASSWORD, Desk, entrance

def main():
    folder, file, kind, at = Path(sys.argv[1]), Path(sys.argv[2]), ImportKind(sys.argv[3]), int(sys.argv[4])
    office = entrance().sign_in(folder / "office.cims", "ada", PASSWORD)
    def report(progress):
        if progress.stage == "apply" and progress.done >= at:
            os.kill(os.getpid(), signal.SIGKILL)
    plan = Desk(office, folder).plan(file, kind, on_match="update", create_customers=True)
    office.importing.run(plan, Task(report=report), by=office.user)

if __name__ == "__main__":
    main()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no SIGKILL")
@pytest.mark.parametrize(("kind", "at"), [("customers", 1), ("customers", 450), ("purchases", 300)])
def test_what_a_killed_import_left_is_undone_at_the_next_start(desk: Desk, kind: str, at: int) -> None:
    sales = [f"{i // 2},S{i // 6},2026-01-{i % 28 + 1:02d},T{i % 9},Tea,1,10" for i in range(900)]
    customers, purchases = mixed(desk), desk.file(SALES, *sales, name="sales.csv")
    before, people = desk.counts(), [(one.number, one.note) for one in desk.all()]
    desk.office.close()

    file = customers if kind == "customers" else purchases
    ended = subprocess.run(
        [sys.executable, "-c", CRASH, str(desk.folder), str(file), kind, str(at)],
        cwd=Path(__file__).parents[3], env={"PYTHONPATH": "."}, check=False, capture_output=True,
    )  # fmt: skip

    assert ended.returncode == -9, ended.stderr.decode()
    desk.office = entrance().sign_in(desk.folder / "office.cims", "ada", PASSWORD)
    newest = desk.office.importing.history(by=desk.office.user)[0]
    assert (newest.file_name, newest.state) == (file.name, "undone")
    assert desk.counts() == before
    assert [(one.number, one.note) for one in desk.all()] == people
    assert desk.office.importing.unfinished() == []
    assert desk.healthy()
    assert not list(desk.folder.glob(".cims-import-*"))


def test_a_living_import_is_left_alone_and_a_second_one_waits_its_turn(desk: Desk) -> None:
    other = entrance().sign_in(desk.folder / "office.cims", "ada", PASSWORD)
    with desk.office.acting.database.write() as connection:
        stamp = imports.Stamp(0, desk.office.acting.now(), desk.office.user.id)
        imports.begin(connection, "customers", "in.csv", "", "", stamp)
    plan = desk.plan(desk.file(HEADER, "K1,Ada,,,"))

    with exclusive(desk.folder / "office.cims.import.lock", 0):
        assert other.importing.finish_crashed(by=other.user) == ()
        with pytest.raises(OfficeFault):
            desk.office.importing.run(plan, by=desk.office.user)

    assert len(other.importing.finish_crashed(by=other.user)) == 1
    assert desk.office.importing.run(plan, by=desk.office.user).created == 1
    other.close()


def test_others_read_and_write_while_rows_land(desk: Desk) -> None:
    other = entrance().sign_in(desk.folder / "office.cims", "ada", PASSWORD)
    seen: list[int] = []

    class Busy(Watching):
        def _reached(self) -> bool:
            if self.seen and self.seen[-1].stage == "apply" and len(seen) < 3:
                seen.append(len(other.search.find("Name", by=other.user)))
                ada = replace(desk.all()[0], id=None, number=f"A{len(seen)}", contacts=())
                other.customers.add(ada, by=other.user)
            return False

    desk.customers(HEADER, "A0,Zoe,,,")
    plan = desk.plan(desk.file(HEADER, *many(800), name="many.csv"))

    desk.office.importing.run(plan, Busy().task(), by=desk.office.user)

    assert len(seen) == 3
    assert len(desk.all()) == 804
    other.close()
    assert desk.healthy()
