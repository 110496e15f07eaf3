"""How fast foreign files are read and lists written, as ratios to raw loops in the same run.

    python benchmarks/bench_exchange_files.py [ROWS]     (100,000 by default)

Reading is compared with a bare csv.reader or calamine loop in this process (no guarded child, no judging);
writing with a bare openpyxl write-only loop of the same cells.
"""

from __future__ import annotations

import csv
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.applying import apply
from cims_desktop.exchange.reading import describe, read_rows
from cims_desktop.exchange.suggesting import suggest
from cims_desktop.exchange.writing import Column, ColumnType, write_list_xlsx

TITLES = (
    "Number", "Name", "Mobile Phone", "Email", "Company", "Province", "City", "Street", "Birthday", "Status", "Created",
    "Notes",
)  # fmt: skip
COLUMNS = (
    *(
        Column(
            title, {"Birthday": ColumnType.DATE, "Created": ColumnType.DATETIME}.get(title, ColumnType.TEXT)
        )
        for title in TITLES
    ),
    Column("Spent", ColumnType.MONEY),
)
START = date(1950, 1, 1)
SEEN = datetime(2024, 1, 2, 3, 4, tzinfo=UTC)


def people(count: int) -> Iterator[tuple[object, ...]]:
    """Customers with twelve columns and an amount."""
    for i in range(count):
        yield (
            f"C{i:07d}", f"张三{i}", f"138{i % 100_000_000:08d}", f"user{i}@example.com", f"Company {i % 997}",
            "浙江省", "杭州市", f"文三路 {i % 500} 号", START + timedelta(days=i % 20_000),
            "active", SEEN, f"note {i}", i * 7,
        )  # fmt: skip


def timed(what: str, rows: int, work: Callable[[], object]) -> float:
    """Prints and returns the seconds that `work` took."""
    begun = time.perf_counter()
    work()
    seconds = time.perf_counter() - begun
    print(f"  {what:<44}{seconds:8.2f} s {rows / seconds:12,.0f} rows/s")
    return seconds


def raw_openpyxl(path: Path, rows: int) -> None:
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("x")
    sheet.append([column.title for column in COLUMNS])
    for row in people(rows):
        sheet.append([cell.replace(tzinfo=None) if isinstance(cell, datetime) else cell for cell in row])
    book.save(path)


def raw_csv(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        for _ in csv.reader(file):
            pass


def raw_calamine(path: Path) -> None:
    from python_calamine import CalamineWorkbook

    for _ in CalamineWorkbook.from_path(path).get_sheet_by_index(0).iter_rows():
        pass


def drain(path: Path, mapped: bool) -> None:
    """Reads the file through the guarded process, and through a mapping."""
    description = describe_once(path)
    rows = read_rows(path, description.options)
    if mapped:
        mapping = suggest(ImportKind.CUSTOMERS, description).mapping
        for _ in apply(mapping, rows, today=date(2024, 6, 1)):
            pass
    else:
        for _ in rows:
            pass


_DESCRIBED = {}


def describe_once(path: Path):
    if path not in _DESCRIBED:
        _DESCRIBED[path] = describe(path)
    return _DESCRIBED[path]


def peak_mebibytes(whose: int) -> int:
    """The largest resident memory so far, of this process or of its children."""
    return resource.getrusage(whose).ru_maxrss // (1024 * 1024 if sys.platform == "darwin" else 1024)


def reading(name: str, path: Path, rows: int, raw: Callable[[Path], None]) -> None:
    """Measures one format."""
    print(f"reading {name}, {path.stat().st_size / 1e6:.1f} MB")
    base = timed("raw loop in this process", rows, lambda: raw(path))
    judged = timed("describe (whole file judged)", rows, lambda: describe_once(path))
    streamed = timed("read_rows (guarded process)", rows, lambda: drain(path, mapped=False))
    mapped = timed("read_rows and apply", rows, lambda: drain(path, mapped=True))
    print(
        f"  ratios to raw: describe {base / judged:.2f}, read {base / streamed:.2f}, mapped {base / mapped:.2f}"
    )
    print(f"  reader's peak {peak_mebibytes(resource.RUSAGE_CHILDREN)} MiB")


def main() -> None:
    """Writes and reads ROWS customers."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory() as folder:
        sheet, other, table = (Path(folder) / name for name in ("list.xlsx", "raw.xlsx", "list.csv"))
        print(f"writing XLSX, {rows:,} rows of {len(COLUMNS)} columns")
        before = peak_mebibytes(resource.RUSAGE_SELF)
        own = timed(
            "write_list_xlsx", rows, lambda: write_list_xlsx(sheet, COLUMNS, people(rows), "x", total=rows)
        )
        print(f"  memory above the program's own: {peak_mebibytes(resource.RUSAGE_SELF) - before} MiB")
        raw = timed("raw openpyxl write-only", rows, lambda: raw_openpyxl(other, rows))
        print(f"  {raw / own:.1f} times the raw loop")
        with table.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow([column.title for column in COLUMNS])
            writer.writerows(people(rows))
        reading("CSV", table, rows, raw_csv)
        reading("XLSX", sheet, rows, raw_calamine)


if __name__ == "__main__":
    main()
