"""Import of customers and of purchase lines from CSV, against a raw sqlcipher3 executemany of the same rows.

    python benchmarks/bench_import.py [customers] [purchase lines]

The raw loop inserts finished values into the same tables with the same indexes; it reads no file, validates, matches,
tokenises and journals nothing. Prints rows per second, the ratio, and the memory of this process and the reader's.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.search_text import tokens
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.importing import ImportPlan
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.customer_rows import insert_statement
from cims_desktop.storage.engine import connect
from cims_desktop.storage.opening import create_database

CHEAP = KdfParameters(passes=1, memory=8, lanes=1)
HEADER = "number,name,organisation,status,tier,phone,email,address_province,address_city,address_street,birthday,note"
SALES_HEADER = "purchase_number,customer_number,purchased_on,product_sku,product_name,quantity,unit_price"
FAMILY, GIVEN, LAST = "王李张刘陈杨赵黄周吴徐孙", "伟芳娜敏静丽强磊军洋艳勇", "一二三四五六七八九十"
TABLES = ("customer", "contact_point", "address", "customer_search", "customer_fts")


def customers(count: int) -> Iterator[list[str]]:
    chance = random.Random(7)
    for at in range(count):
        name = chance.choice(FAMILY) + chance.choice(GIVEN) + chance.choice(LAST)
        born = f"19{chance.randrange(50, 99)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
        yield [
            f"K{at:07d}", name, f"{chance.randrange(5000)}号贸易有限公司", "active", chance.choice(("gold", "none")),
            f"138{at % 10**8:08d}", f"user{at}@example.com", "浙江省", "杭州市", f"文三路{chance.randrange(999)}号",
            born, "老客户介绍",
        ]  # fmt: skip


def sales(count: int) -> Iterator[list[str]]:
    chance = random.Random(9)
    for at in range(count):
        number = at // 20
        day = f"20{20 + number % 6}-{number % 12 + 1:02d}-{number % 28 + 1:02d}"
        sku = chance.randrange(4000)
        yield [
            f"{number}",
            f"{number % 4373}",
            day,
            f"S{sku}",
            f"Article {sku}",
            f"{chance.randrange(1, 24)}",
            "2.55",
        ]


def write(path: Path, header: str, rows: Iterator[list[str]]) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header.split(","))
        writer.writerows(rows)
    return path


def office_in(folder: Path) -> OpenOffice:
    profile = OfficeProfile("Bench", "CNY", "CN", "en")
    return Entrance(kdf=CHEAP, minimum=CHEAP).create(
        folder / "bench.cims",
        profile,
        sign_in_name="ada",
        display_name="Ada",
        password="nine grey herons at dusk",  # noqa: S106
    )


def bring(office: OpenOffice, path: Path, kind: ImportKind) -> tuple[int, float]:
    """(rows, seconds) of one import, with its phases printed."""
    description = office.importing.describe(path)
    mapping = office.importing.suggest(kind, description).mapping
    plan = ImportPlan(path, kind, mapping, description.options, create_customers=True)
    turned: dict[str, float] = {}

    def report(progress: Progress) -> None:
        turned.setdefault(progress.stage, time.perf_counter())

    began, used = time.perf_counter(), time.process_time()
    outcome = office.importing.run(plan, Task(report=report), by=office.user)
    ended = time.perf_counter()
    assert outcome.refused_count == 0, outcome.refused[:3]
    print(f"  checked in {turned['apply'] - began:.1f} s, applied in {ended - turned['apply']:.1f} s,"
          f" {time.process_time() - used:.1f} s of one processor")  # fmt: skip
    return outcome.read, ended - began


def raw(office: OpenOffice, folder: Path) -> float:
    """Seconds to insert what the office holds now into a fresh file with the same schema."""
    data: dict[str, tuple[list[str], list[tuple[object, ...]]]] = {}
    with office.acting.read() as connection:
        for table in TABLES:
            if table == "customer_fts":
                continue
            answer = connection.exec_driver_sql(f"SELECT * FROM {table}")  # noqa: S608
            data[table] = (list(answer.keys()), [tuple(row) for row in answer])
    data["customer_fts"] = (
        ["rowid", "tokens"],
        [(row[0], tokens(row[1])) for row in data["customer_search"][1]],
    )
    key = bytes(range(32))
    path = folder / "raw.cims"
    create_database(path, key).close()
    target = connect(path, key)
    target.execute("PRAGMA foreign_keys = OFF")
    began = time.perf_counter()
    target.execute("BEGIN")
    for table, (names, rows) in data.items():
        target.executemany(insert_statement(table, names), rows)
    target.execute("COMMIT")
    seconds = time.perf_counter() - began
    target.close()
    return seconds


def tell_memory() -> None:
    """Before the raw loop, which holds every row."""
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    own, children = (resource.getrusage(who).ru_maxrss // 1024 for who in whose)
    print(f"  memory: at most {own} MB here, {children} MB in a helper process")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("customers", nargs="?", type=int, default=50_000)
    parser.add_argument("lines", nargs="?", type=int, default=50_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="cims-bench-") as name:
        folder = Path(name)
        office = office_in(folder)
        if given.customers:
            path = write(folder / "customers.csv", HEADER, customers(given.customers))
            rows, seconds = bring(office, path, ImportKind.CUSTOMERS)
            tell_memory()
            plain = raw(office, folder)
            print(f"customers: {rows / seconds:,.0f} rows/s; raw executemany {rows / plain:,.0f}/s;"
                  f" {plain / seconds:.3f} of it")  # fmt: skip
        if given.lines:
            path = write(folder / "sales.csv", SALES_HEADER, sales(given.lines))
            rows, seconds = bring(office, path, ImportKind.PURCHASES)
            print(
                f"purchase lines: {rows / seconds:,.0f} rows/s; 525,000 would take {525_000 / rows * seconds:.0f} s"
            )
        office.close()


if __name__ == "__main__":
    main()
