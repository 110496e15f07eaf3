"""Kills the program at random instants of mixed work, again and again, and looks whether anything is lost.

Run: python benchmarks/crash_harness.py [--kills 500] [--seed N] [--json]

A child signs in to a real encrypted office (with cheap key derivation) and works: customers, purchases, moves to the
bin and back, imports, drafts, recovery codes, rotations of all keys. It tells each act before it begins and after its
call has returned. At a random instant it gets SIGKILL. Then the front desk or the administrator signs in, and:
every act that was acknowledged is there, the one that was under way is there as a whole or not at all, the deep check
of the whole office (pages, structure, search index, sums, journal) finds nothing, the newest draft is back, no key is
pending. Ends with 1 when anything was wrong.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import os
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common

if TYPE_CHECKING:
    from cims_desktop.services.entrance import Entrance
    from cims_desktop.services.office import OpenOffice

ADMINISTRATOR, FRONT_DESK = "mei.chen", "li.na"
PASSWORD = "benchmarks only, nothing secret"  # noqa: S105 - made-up customers
KILLS, KILLS_AN_OFFICE = 500, 50
LONGEST_LIFE = 0.7
IMPORTED = 40
FORM = "customer"
SCRATCH = ".cims-import-"
"""An import's scratch file, unreadable without its process; a later import sweeps away what is a minute old."""


def way_in() -> Entrance:
    """An entrance with cheap keys."""
    from cims_desktop.security.key_derivation import KdfParameters
    from cims_desktop.services.entrance import Entrance

    cheap = KdfParameters(passes=1, memory=8, lanes=1)
    return Entrance(kdf=cheap, minimum=cheap)


def new_office(folder: Path) -> Path:
    """An office with an administrator and a front desk, closed again."""
    from cims_desktop.domain.office import OfficeProfile
    from cims_desktop.domain.roles import READY_ROLES, RoleName

    path = folder / "crashes.cims"
    profile = OfficeProfile(name="Crashes", language="en")
    office = way_in().create(
        path, profile, sign_in_name=ADMINISTRATOR, display_name="Mei Chen", password=PASSWORD
    )
    with contextlib.closing(office):
        office.users.add(FRONT_DESK, "Li Na", READY_ROLES[RoleName.FRONT_DESK], PASSWORD, by=office.user)
    return path


# What the child does


class Worker:
    """Mixed work on an office; `tell` hears of each act before ("doing") and after ("done") it."""

    def __init__(self, office: OpenOffice, tell: Any, seed: int) -> None:
        self.office, self.by, self.tell = office, office.user, tell
        self.dice = random.Random(seed)
        self.name = f"run{seed}"
        self.number = 0
        with office.acting.read() as connection:
            rows = connection.exec_driver_sql("SELECT id FROM customer WHERE deleted_at IS NULL")
            self.shown = [int(row[0]) for row in rows]
            rows = connection.exec_driver_sql("SELECT id FROM customer WHERE deleted_at IS NOT NULL")
            self.binned = [int(row[0]) for row in rows]

    def go_on(self) -> None:
        """Works until it is killed."""
        acts = [self.add, self.buy, self.bin, self.restore, self.bring_in, self.draft, self.code, self.rotate]
        while True:
            self.number += 1
            (act,) = self.dice.choices(acts, weights=[30, 25, 6, 4, 4, 25, 3, 6])
            act()

    def add(self) -> None:
        from cims_desktop.domain.contacts import ContactKind, ContactPoint
        from cims_desktop.domain.customers import Customer

        name = f"{self.name} customer {self.number}"
        phone = ContactPoint(ContactKind.MOBILE, f"1380013{self.number % 10_000:04d}")
        self.tell("doing", "add", name)
        (key,) = self.office.customers.add(Customer(name, contacts=(phone,)), by=self.by).customers
        self.tell("done", "add", key, name)
        self.shown.append(key)

    def buy(self) -> None:
        from cims_desktop.domain.purchases import Purchase, PurchaseLine

        if self.shown:
            key = self.dice.choice(self.shown)
            reference = f"{self.name}-{self.number}"
            lines = tuple(PurchaseLine(f"Article {index}", 1000, 100 + self.number) for index in range(3))
            self.tell("doing", "buy", reference)
            self.office.purchases.record(
                Purchase(
                    key, self.office.today(), self.office.profile.currency, lines, external_ref=reference
                ),
                by=self.by,
            )
            self.tell("done", "buy", reference, 3 * (100 + self.number))

    def bin(self) -> None:
        self._move(self.shown, self.binned, "bin")

    def restore(self) -> None:
        self._move(self.binned, self.shown, "restore")

    def _move(self, here: list[int], there: list[int], act: str) -> None:
        if here:
            key = here.pop(self.dice.randrange(len(here)))
            self.tell("doing", act, key)
            move = self.office.customers.delete if act == "bin" else self.office.customers.restore
            move([key], by=self.by)
            self.tell("done", act, key)
            there.append(key)

    def bring_in(self) -> None:
        from cims_desktop.domain.imports import ImportKind
        from cims_desktop.services.importing import ImportPlan

        prefix = f"{self.name} import {self.number}"
        file = self.office.path.with_name(f"{self.name}-{self.number}.csv")
        rows = "".join(f"{prefix} row {index},i{index}@example.com,Shanghai\n" for index in range(IMPORTED))
        file.write_text(f"Name,Email,City\n{rows}", encoding="utf-8")
        importing = self.office.importing
        description = importing.describe(file)
        mapping = importing.suggest(ImportKind.CUSTOMERS, description).mapping
        self.tell("doing", "import", prefix)
        plan = ImportPlan(file, ImportKind.CUSTOMERS, mapping, description.options, match=())
        outcome = importing.run(plan, by=self.by)
        self.tell("done", "import", prefix, outcome.created)

    def draft(self) -> None:
        typed = {"name": f"typed {self.name}", "number": self.number}
        self.tell("doing", "draft", self.number)
        self.office.drafts.save(FORM, None, typed, by=self.by)
        self.tell("done", "draft", self.number)

    def code(self) -> None:
        self.tell("doing", "code", self.number)
        self.office.keys.recovery_code(by=self.by)
        self.tell("done", "code", self.number)

    def rotate(self) -> None:
        self.tell("doing", "rotate", self.number)
        done = self.office.keys.rotate(by=self.by)
        self.tell("done", "rotate", done.generation)


def work(path: str, pipe: Connection, seed: int) -> None:
    """The child: signs in and works until it is killed."""

    def tell(*words: object) -> None:
        pipe.send_bytes(json.dumps(words).encode())

    office = way_in().sign_in(Path(path), ADMINISTRATOR, PASSWORD)
    tell("ready")
    Worker(office, tell, seed).go_on()


# What the parent knows and looks for


@dataclass
class Book:
    """What was acknowledged, in one office over many kills."""

    names: dict[int, str] = field(default_factory=dict)
    shown: dict[int, bool] = field(default_factory=dict)
    bought: dict[str, int] = field(default_factory=dict)
    imported: dict[str, int] = field(default_factory=dict)
    draft: tuple[str, int] | None = None
    generation: int = 1
    code: bool = False
    under_way: tuple[Any, ...] = ()
    acts: Counter[str] = field(default_factory=Counter)

    def hear(self, words: list[Any], run: str) -> None:
        """One message of the child."""
        if words[0] == "doing":
            self.under_way = tuple(words[1:])
            return
        self.under_way = ()
        match words[1:]:
            case ["add", key, name]:
                self.names[key], self.shown[key] = name, True
            case ["buy", reference, total]:
                self.bought[reference] = total
            case ["bin" | "restore" as act, key]:
                self.shown[key] = act == "restore"
            case ["import", prefix, count]:
                self.imported[prefix] = count
            case ["draft", number]:
                self.draft = (run, number)
            case ["rotate", generation]:
                self.generation = generation
            case _:
                self.code = True
        self.acts[words[1]] += 1


class Inspector:
    """Compares an office with the book."""

    def __init__(self, office: OpenOffice, book: Book) -> None:
        self.office, self.book = office, book
        self.doubtful = book.under_way[1] if book.under_way else None

    def wrong(self) -> list[str]:
        """Everything that is not as it must be, in words."""
        found = self._customers() + self._purchases() + self._imports() + self._drafts() + self._keys()
        checked = self.office.health.check(by=self.office.user, deep=True)
        return found + [f"check: {one.kind} {one.where}" for one in checked.findings]

    def _rows(self, query: str) -> list[Any]:
        with self.office.acting.read() as connection:
            return list(connection.exec_driver_sql(query))

    def _customers(self) -> list[str]:
        there = {row[0]: (row[1], row[2]) for row in self._rows("SELECT id, name, deleted_at FROM customer")}
        lost = [name for key, name in self.book.names.items() if there.get(key, ("", None))[0] != name]
        moved = [
            str(key)
            for key, shown in self.book.shown.items()
            if key in there and (there[key][1] is None) != shown and key != self.doubtful
        ]
        self.book.shown |= {
            key: at is None for key, (_, at) in there.items()
        }  # what was in doubt is decided now
        return [f"customer lost: {name}" for name in lost] + [f"move lost: {key}" for key in moved]

    def _purchases(self) -> list[str]:
        query = (
            "SELECT p.external_ref, p.total, count(l.id), sum(l.amount) FROM purchase p"
            " LEFT JOIN purchase_line l ON l.purchase_id = p.id GROUP BY p.id"
        )
        there = {row[0]: row[1:] for row in self._rows(query)}
        lost = [ref for ref, total in self.book.bought.items() if there.get(ref, (None,))[0] != total]
        half = [ref for ref, (total, lines, amount) in there.items() if lines != 3 or total != amount]
        return [f"purchase lost: {ref}" for ref in lost] + [f"half a purchase: {ref}" for ref in half]

    def _imports(self) -> list[str]:
        names = [str(row[0]) for row in self._rows("SELECT name FROM customer WHERE name LIKE '% import %'")]
        there = Counter(name.partition(" row ")[0] for name in names)
        lost = [name for name, count in self.book.imported.items() if there[name] != count]
        half = [name for name, count in there.items() if count != IMPORTED]
        running = [str(run) for run in self.office.importing.unfinished()]
        return (
            [f"import lost: {name}" for name in lost]
            + [f"half an import: {name}" for name in half]
            + [f"import left: {name}" for name in running]
        )

    def _drafts(self) -> list[str]:
        if self.book.draft is None:
            return []
        run, number = self.book.draft
        rows = self._rows("SELECT payload FROM draft ORDER BY saved_at DESC, id DESC")
        kept: dict[str, Any] = json.loads(rows[0][0]) if rows else {"name": "", "number": 0}
        right = kept["name"] == f"typed {run}" and kept["number"] >= number
        newer = self.book.under_way[:1] == ("draft",)  # saved, but not acknowledged any more
        self.book.draft = (kept["name"].removeprefix("typed "), kept["number"])
        return [] if right or (newer and rows) else [f"draft lost: {run} {number}"]

    def _keys(self) -> list[str]:
        from cims_desktop.security.key_file import read_key_file
        from cims_desktop.security.key_recovery import has_recovery_code

        key_file = self.office.path.with_suffix(".keys")
        stands = read_key_file(key_file)
        rotating = self.book.under_way[:1] == ("rotate",)
        allowed = {self.book.generation, self.book.generation + rotating}
        found = [] if stands.current["data"] in allowed else [f"rotation lost: {stands.current['data']}"]
        self.book.generation = stands.current["data"]
        told = len(self._rows("SELECT id FROM act WHERE kind = 'keys' AND detail LIKE '%rotated%'"))
        found += [] if told == stands.current["data"] - 1 else [f"rotations told: {told}"]
        found += ["a key is pending"] if stands.pending else []
        return found + (["recovery code lost"] if self.book.code and not has_recovery_code(key_file) else [])


@dataclass
class Tally:
    """What many kills gave."""

    kills: int = 0
    under_way: Counter[str] = field(default_factory=Counter)
    acts: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)
    opening: list[float] = field(default_factory=list)


def kill_once(path: Path, book: Book, seed: int, context: Any) -> None:
    """One child's life, its acknowledged acts in the book."""
    mine, its = context.Pipe(duplex=False)
    child = context.Process(target=work, args=(str(path), its, seed))
    child.start()
    its.close()
    book.under_way = ()
    assert json.loads(mine.recv_bytes()) == ["ready"]
    dies = time.monotonic() + random.Random(seed).uniform(0, LONGEST_LIFE)
    with contextlib.suppress(EOFError):
        while (left := dies - time.monotonic()) > 0:
            if mine.poll(left):
                book.hear(json.loads(mine.recv_bytes()), f"run{seed}")
        child.kill()
        while True:  # what it had told before it died
            book.hear(json.loads(mine.recv_bytes()), f"run{seed}")
    child.join()
    mine.close()
    if child.exitcode is not None and child.exitcode >= 0:
        raise SystemExit(f"the child ended by itself with {child.exitcode}")


def kill_often(folder: Path, kills: int, seed: int) -> Tally:
    """Kills so often, on a fresh office now and then."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("fork" if "fork" in methods else "spawn")
    tally, path, book = Tally(), Path(), Book()
    for number in range(kills):
        if number % KILLS_AN_OFFICE == 0:
            place = folder / str(number)
            place.mkdir()
            path, book = new_office(place), Book()
        kill_once(path, book, seed + number, context)
        tally.kills += 1
        tally.under_way[book.under_way[0] if book.under_way else "nothing"] += 1
        begun = time.perf_counter()
        if number % 2:  # the front desk comes first: it settles what the administrator's program has left
            way_in().sign_in(path, FRONT_DESK, PASSWORD).close()
        office = way_in().sign_in(path, ADMINISTRATOR, PASSWORD)
        tally.opening.append((time.perf_counter() - begun) * 1000)
        with contextlib.closing(office):
            tally.wrong += [f"kill {number}: {what}" for what in Inspector(office, book).wrong()]
        left = [each.name for each in path.parent.glob("*.tmp") if not each.name.startswith(SCRATCH)]
        tally.wrong += [f"kill {number}: left behind {name}" for name in left]
        tally.acts += book.acts
        book.acts.clear()
    return tally


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--kills", type=int, default=KILLS)
    parser.add_argument("--seed", type=int, default=int(datetime.now(UTC).timestamp()) % 1_000_000)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="cims-crashes-", ignore_cleanup_errors=True) as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
            os.environ[name] = folder
        tally = kill_often(Path(folder), options.kills, options.seed)
    seconds = time.perf_counter() - begun
    if options.json:
        told = {"kills": tally.kills, "acts": tally.acts, "under_way": tally.under_way, "wrong": tally.wrong}
        print(json.dumps(told | {"seed": options.seed, "seconds": round(seconds, 1)}))
    else:
        print(common.computer(), f", seed {options.seed}", sep="")
        print(f"{tally.kills} kills in {seconds:,.0f} s, {sum(tally.acts.values()):,} acknowledged acts")
        print("acknowledged:", ", ".join(f"{count:,} {act}" for act, count in tally.acts.most_common()))
        print("under way when killed:", ", ".join(f"{n} {act}" for act, n in tally.under_way.most_common()))
        print("next sign-in after", common.spread(tally.opening))
        print("\n".join(tally.wrong) or "nothing lost, nothing half, nothing left")
    return 1 if tally.wrong else 0


if __name__ == "__main__":
    sys.exit(main())
