"""The customer list, the search box and the figures on a big office: database time, against raw sqlcipher3 loops.

Run: python benchmarks/bench_lists.py [--size million] [--folder FOLDER | --office FILE] [--rounds N] [--part NAME]
`ours` is the service's call, `raw` a bare loop over the same SELECT on a connection with the same pragmas. Parts:
sorts, filters, cancel, search, figures; moves, which writes and must be asked for. Slow queries (over their goal)
are printed with SQLite's plan.
"""

from __future__ import annotations

import argparse
import random
import sys
import threading
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common
from benchmarks.make_big_office import PASSWORD, SIGN_IN_NAME, SIZES, TODAY, big_office
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.domain.dates import Month
from cims_desktop.domain.errors import Cancelled
from cims_desktop.domain.progress import Task
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.security.opened_keys import open_key_file
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.customer_lists import walks_index
from cims_desktop.storage.engine import connect

INDEXED_MS, OTHER_MS, CANCEL_MS, SEARCH_P95_MS, FIGURES_MS = 300, 3000, 100, 16, 1000
FIRST_ROWS = 128
COLUMN = {CustomerSort.NAME: "sort_name", CustomerSort.CREATED: "id"}

FILTERS: dict[str, tuple[CustomerFilter, str]] = {
    "gold": (CustomerFilter(tiers=(Tier.GOLD,)), "tier = 3"),
    "gold or silver": (CustomerFilter(tiers=(Tier.GOLD, Tier.SILVER)), "tier IN (2, 3)"),
    "organisations": (CustomerFilter(kinds=(CustomerKind.ORGANISATION,)), "kind = 'organisation'"),
    "prospects": (CustomerFilter(statuses=(CustomerStatus.PROSPECT,)), "status = 'prospect'"),
    "due by today": (CustomerFilter(due_by=TODAY), f"next_contact <= '{TODAY}'"),
    "bought this year": (CustomerFilter(bought_since=date(2026, 1, 1)), "last_purchase >= '2026-01-01'"),
    "not bought since 2025": (
        CustomerFilter(not_bought_since=date(2025, 1, 1)),
        "(last_purchase IS NULL OR last_purchase < '2025-01-01')",
    ),
    "spent 5,000 and more": (CustomerFilter(spent_at_least=500_000), "total_spent >= 500000"),
    "without phone": (CustomerFilter(has_phone=False), "phone = ''"),
    "gold with mail that spent": (
        CustomerFilter(tiers=(Tier.GOLD,), has_email=True, spent_at_least=500_000),
        "tier = 3 AND email != '' AND total_spent >= 500000",
    ),
    "in the bin": (CustomerFilter(in_bin=True), ""),
}
"""What the filter and the chips of the list offer; the SQL that anybody would write for it."""

WORST = (
    "a", "1", "13", "138", "0138", "example.com", "@", "李", "有限公司", "中山路", "上海", "858585", "li wang",
    "zzzzqq",
)  # fmt: skip


@dataclass
class Bench:
    """An open office, a raw connection on the same file, and what was too slow."""

    office: OpenOffice
    raw: Any
    rounds: int
    missed: list[str] = field(default_factory=list)

    def timed(self, work: Callable[[], object]) -> float:
        """The best of some rounds, in milliseconds."""
        return common.best_and_median(work, self.rounds)[0]

    def judge(self, name: str, taken: float, goal: float, sql: str = "") -> str:
        """A mark for the line; keeps the plan of what is too slow."""
        if taken <= goal:
            return ""
        plan = [row[3] for row in self.raw.execute("EXPLAIN QUERY PLAN " + sql)] if sql else []
        self.missed.append(
            f"{name}: {taken:,.0f} ms, goal {goal:,.0f}\n    {sql}\n    " + "\n    ".join(plan)
        )
        return "  MISSED"


def sorts(bench: Bench) -> None:
    """First rows and all ids of every sort in both directions."""
    print(f"\n{'sort':<24}{'first rows':>12}{'ids':>10}{'raw loop':>10}   ms")
    for sort in CustomerSort:
        for descending in (False, True):
            query = CustomerQuery(sort=sort, descending=descending)
            _list_line(bench, f"{sort} {'desc' if descending else 'asc'}", query, "")


def filters(bench: Bench) -> None:
    """The same for filters, in the list's usual order and by name."""
    print(f"\n{'filter':<40}{'count':>10}{'ids':>10}{'raw loop':>10}   ms")
    for name, (chosen, condition) in FILTERS.items():
        for sort in (CustomerSort.LAST_PURCHASE, CustomerSort.NAME):
            query = CustomerQuery(filter=chosen, sort=sort)
            _list_line(bench, f"{name}, by {sort}", query, condition, counted=True)
    for text in ("王", "138", "example.com", "lee"):
        query = CustomerQuery(text=text)
        ids = bench.timed(lambda query=query: bench.office.customers.ids(query, by=bench.office.user))  # type: ignore[misc]
        found = len(bench.office.customers.ids(query, by=bench.office.user))
        print(
            f"{f'text {text}':<40}{'':>10}{ids:>10.1f}{'':>10}   {found:,} found{bench.judge(text, ids, OTHER_MS)}"
        )


def _list_line(
    bench: Bench, name: str, query: CustomerQuery, condition: str, *, counted: bool = False
) -> None:
    customers, user = bench.office.customers, bench.office.user
    direction = "DESC" if query.descending else "ASC"
    column = COLUMN.get(query.sort, query.sort.value)
    where = f"hidden = {int(query.filter.in_bin)}" + (f" AND {condition}" if condition else "")
    sql = f"SELECT id FROM customer WHERE {where} ORDER BY {column} {direction}, id {direction}"  # noqa: S608
    first = bench.timed(
        (lambda: customers.count(query, by=user))
        if counted
        else (lambda: customers.first_rows(query, FIRST_ROWS, by=user))
    )
    found: dict[str, list[int]] = {}
    ids = bench.timed(lambda: found.update(ours=list(customers.ids(query, by=user))))
    raw = bench.timed(lambda: found.update(raw=[row[0] for row in bench.raw.execute(sql)]))
    if found["ours"] != found["raw"]:
        raise SystemExit(f"{name}: the service and the raw loop differ")
    goal = INDEXED_MS if walks_index(query) else OTHER_MS
    mark = bench.judge(name, ids, goal, sql)
    print(f"{name:<{40 if counted else 24}}{first:>{10 if counted else 12}.1f}{ids:>10.1f}{raw:>10.1f}{mark}")


def cancel(bench: Bench) -> None:
    """How soon a running query ends when another one is wanted."""
    customers, user = bench.office.customers, bench.office.user
    taken = []
    for sort in (CustomerSort.CITY, CustomerSort.EMAIL, CustomerSort.PHONE):
        ended: list[float] = []
        began = threading.Event()

        def work(
            sort: CustomerSort = sort, ended: list[float] = ended, began: threading.Event = began
        ) -> None:
            began.set()
            try:
                customers.ids(CustomerQuery(sort=sort), by=user)
            except Cancelled:
                ended.append(time.perf_counter())

        thread = threading.Thread(target=work)
        thread.start()
        began.wait()
        time.sleep(0.1)
        asked = time.perf_counter()
        customers.interrupt()
        thread.join()
        taken += [(at - asked) * 1000 for at in ended]
    print(f"\ncancelled {len(taken)} of 3 running sorts in at most {max(taken, default=0):.1f} ms")
    bench.judge("cancel", max(taken, default=0), CANCEL_MS)


def search(bench: Bench) -> None:
    """What the search box asks, kind by kind, drawn from the office's own customers."""
    kinds = _queries(bench)
    print(f"\n{'search for':<24}{'p50':>8}{'p95':>8}{'p99':>8}{'worst':>8}   ms")
    everything: list[float] = []
    for kind, texts in kinds.items():
        taken = [
            common.milliseconds(lambda text=text: bench.office.search.find(text, by=bench.office.user))  # type: ignore[misc]
            for text in texts
        ]
        everything += taken
        mark = bench.judge(f"search {kind}", common.percentile(taken, 0.95), SEARCH_P95_MS)
        _search_line(kind, taken, mark)
        if kind == "worst":
            print("    " + ", ".join(f"{t} {ms:.1f}" for t, ms in zip(texts, taken, strict=True)))
    _search_line(f"all {len(everything)}", everything, "")


def _search_line(name: str, taken: list[float], mark: str) -> None:
    shares = "".join(f"{common.percentile(taken, share):>8.1f}" for share in (0.5, 0.95, 0.99, 1.0))
    print(f"{name:<24}{shares}{mark}")


def _queries(bench: Bench) -> dict[str, list[str]]:
    dice = random.Random(7)
    last = bench.raw.execute("SELECT max(id) FROM customer").fetchone()[0]
    chosen = ",".join(str(dice.randint(1, last)) for _ in range(400))
    rows = bench.raw.execute(
        f"SELECT name, phone, email, city, organisation, number FROM customer WHERE id IN ({chosen})"  # noqa: S608
    ).fetchall()
    names, phones, mails = ([row[at] for row in rows if row[at]] for at in range(3))
    chinese = [name for name in names if name > "\u2e7f"]
    western = [name for name in names if name < "\u2e7f" and " " in name]
    digits = ["".join(filter(str.isdigit, phone)) for phone in phones]

    def some(texts: Iterable[str]) -> list[str]:
        kept = sorted({text for text in texts if text})
        return dice.sample(kept, min(len(kept), 60))

    return {
        "one character": some(name[0] for name in chinese),
        "Chinese name": some(chinese),
        "two characters": some(name[:2] for name in chinese),
        "first name": some(name.split()[0] for name in western),
        "whole name": some(western),
        "start of a name": some(name[:3] for name in western),
        "two words": some(f"{name.split()[-1]} {name.split()[0][:2]}" for name in western),
        "phone": some(phones),
        "start of a phone": some(digit[2:8] for digit in digits),
        "middle of a phone": some(digit[4:9] for digit in digits),
        "end of a phone": some(digit[-4:] for digit in digits),
        "mail": some(mails),
        "part of a mail": some(mail.split("@")[0][:6] for mail in mails),
        "number": some(row[5] for row in rows),
        "organisation": some(row[4] for row in rows),
        "city and name": some(f"{row[3]} {row[0][:2]}" for row in rows if row[3]),
        "absent": [f"{dice.randrange(10**9, 10**10)}x" for _ in range(30)],
        "worst": list(WORST),
    }


def figures(bench: Bench) -> None:
    """The dashboard, first and later, and the sales report of two years."""
    reports, user = bench.office.reports, bench.office.user
    print()
    for name, work in (
        ("dashboard, first time", lambda: reports.dashboard(24, by=user)),
        ("dashboard", lambda: reports.dashboard(24, by=user)),
        ("dashboard, 60 months", lambda: reports.dashboard(60, by=user)),
        ("sales report, a month", lambda: reports.sales(Month(2026, 5), Month(2026, 5), by=user)),
        ("sales report, a year", lambda: reports.sales(Month(2025, 7), Month(2026, 6), by=user)),
        ("sales report, two years", lambda: reports.sales(Month(2024, 7), Month(2026, 6), by=user)),
        ("cities of the filter", lambda: bench.office.customers.cities(by=user)),
    ):
        taken = common.milliseconds(work)
        print(f"{name:<24}{taken:>10.1f} ms{bench.judge(name, taken, FIGURES_MS)}")


def moves(bench: Bench) -> None:
    """Many customers, picked at random, to the bin and back; how long each transaction may keep others waiting."""
    customers, user = bench.office.customers, bench.office.user
    everybody = customers.ids(CustomerQuery(), by=user)
    chosen = random.Random(3).sample(list(everybody), min(len(everybody) // 5, 200_000))
    for name, act in (("to the bin", customers.delete), ("back", customers.restore)):
        steps = [time.perf_counter()]
        act(chosen, Task(lambda _step, steps=steps: steps.append(time.perf_counter())), by=user)  # type: ignore[misc]
        pieces = [(after - before) * 1000 for before, after in pairwise(steps)]
        seconds = steps[-1] - steps[0]
        print(
            f"{len(chosen):,} {name:<12}{seconds:>8.1f} s {seconds / len(chosen) * 1000:>8.2f} ms each, ",
            end="",
        )
        print(
            f"transactions {common.percentile(pieces, 0.5):.0f} ms, 95 of 100 {common.percentile(pieces, 0.95):.0f}"
        )


READ_ONLY = {"sorts": sorts, "filters": filters, "cancel": cancel, "search": search, "figures": figures}
PARTS = READ_ONLY | {"moves": moves}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", choices=SIZES, default="million")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--office", type=Path, help="one that make_big_office made, whatever its version")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--part", choices=PARTS, action="append")
    options = parser.parse_args()
    path = options.office or big_office(options.size, options.folder).path
    office = Entrance().sign_in(path, SIGN_IN_NAME, PASSWORD)
    keys = open_key_file(path.with_suffix(".keys"), SIGN_IN_NAME, PASSWORD)
    bench = Bench(office, connect(path, keys.data_key, cache_kib=64 * 1024), options.rounds)
    print(f"{common.computer()}, {office.customers.count(CustomerQuery(), by=office.user):,} customers")
    try:
        for name in options.part or READ_ONLY:
            PARTS[name](bench)
    finally:
        bench.raw.close()
        office.close()
    print("\n" + ("\n".join(["MISSED:", *bench.missed]) if bench.missed else "all goals kept"))
    return 1 if bench.missed else 0


if __name__ == "__main__":
    sys.exit(main())
