"""Makes big demo offices for the other benchmarks and keeps them outside the repository.

    python benchmarks/make_big_office.py                       100,000 customers, 1,000,000 purchases
    python benchmarks/make_big_office.py --size million        1,000,000 customers, 10,000,000 purchase lines
    python benchmarks/make_big_office.py --customers 50000 --purchases 200000 --folder FOLDER

Prints seconds and rates; an office that is already there is left alone unless `--again` or
made by other code.
Other benchmarks call `big_office("million")` and get the office, made at most once.
"""

from __future__ import annotations

import argparse
import hashlib
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from cims_desktop.domain.progress import Progress, Task

SIGN_IN_NAME = "mei.chen"
PASSWORD = "benchmarks only, nothing secret"  # noqa: S105 - made-up customers
TODAY = date(2026, 6, 30)
"""A fixed day, so that equal sizes give equal offices."""


@dataclass(frozen=True)
class Size:
    """How big; `interactions` per customer."""

    customers: int
    purchases: int
    interactions: float = 2.5

    @property
    def file_name(self) -> str:
        return f"demo-{self.customers}-{self.purchases}-{self.interactions:g}.cims"


# 2.26 lines in a purchase: 4,425,000 purchases are a little more than 10,000,000 lines.
SIZES = {
    "small": Size(12_480, 99_840),
    "hundred-thousand": Size(100_000, 1_000_000),
    "million": Size(1_000_000, 4_425_000, 1.0),
}


@dataclass(frozen=True)
class BigOffice:
    """A finished office and how to open it: `Entrance().sign_in(path, sign_in_name, password)`."""

    path: Path
    sign_in_name: str = SIGN_IN_NAME
    password: str = PASSWORD


def cache_folder() -> Path:
    """Where big offices are kept: the user's cache folder."""
    from platformdirs import user_cache_path

    return user_cache_path("cims-desktop") / "benchmarks"


def big_office(
    size: str | Size, folder: Path | None = None, *, again: bool = False, say: Callable[[str], None] = print
) -> BigOffice:
    """The office of this size, made now if it is not in the folder yet. An interrupted one is never taken for whole."""
    wanted = SIZES[size] if isinstance(size, str) else size
    path = (folder or cache_folder()) / wanted.file_name
    keys, done = path.with_suffix(".keys"), path.with_suffix(".done")
    made_by = fingerprint()
    whole = path.exists() and keys.exists() and done.exists() and done.read_text(encoding="ascii") == made_by
    if whole and not again:
        say(f"{path} is there already ({path.stat().st_size / 1e6:,.0f} MB)")
        return BigOffice(path)
    path.parent.mkdir(parents=True, exist_ok=True)
    for old in (done, keys, path, path.with_name(path.name + "-wal"), path.with_name(path.name + "-shm")):
        old.unlink(missing_ok=True)
    _make(wanted, path, say)
    done.write_text(made_by, encoding="ascii")
    return BigOffice(path)


def fingerprint() -> str:
    """Changes with everything that decides what is in the file: schema, search text, sums and the made-up data."""
    package = Path(__file__).resolve().parent.parent / "cims_desktop"
    sources = [package / "domain" / "search_text.py", package / "storage" / "summaries.py"]
    for folder in ("storage/tables", "storage/migrations", "services/demo"):
        sources.extend(sorted((package / folder).rglob("*.py")))
    digest = hashlib.sha256()
    for source in sources:
        digest.update(source.read_bytes())
    return digest.hexdigest()


def _make(size: Size, path: Path, say: Callable[[str], None]) -> None:
    from cims_desktop.services.demo.office import make_demo

    clock = _Stages(say)
    made = make_demo(
        path,
        customers=size.customers,
        purchases=size.purchases,
        interactions=size.interactions,
        today=TODAY,
        sign_in_name=SIGN_IN_NAME,
        password=PASSWORD,
        task=Task(report=clock.report),
    )
    clock.end()
    seconds = clock.total
    say(
        f"{size.customers:,} customers, {made.purchases:,} purchases and refunds in {seconds:,.1f} s:"
        f" {size.customers / seconds:,.0f} customers/s, {made.purchases / seconds:,.0f} purchases/s,"
        f" {path.stat().st_size / 1e6:,.0f} MB, memory at most {_peak_memory():,.0f} MB"
    )


class _Stages:
    """Prints how long each stage took."""

    def __init__(self, say: Callable[[str], None]) -> None:
        self._say = say
        self._start = self._stage_start = time.perf_counter()
        self._stage = ""

    def report(self, progress: Progress) -> None:
        if progress.stage != self._stage:
            self.end()
            self._stage, self._stage_start = progress.stage, time.perf_counter()

    def end(self) -> None:
        if self._stage:
            seconds = time.perf_counter() - self._stage_start
            self._say(f"  {self._stage:<14} {seconds:8.1f} s   memory so far {_peak_memory():6,.0f} MB")

    @property
    def total(self) -> float:
        return time.perf_counter() - self._start


def _peak_memory() -> float:
    """The largest resident set so far, in MB; 0 where the system does not say."""
    if sys.platform == "win32":
        return 0.0
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / (1e6 if sys.platform == "darwin" else 1e3)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="hundred-thousand")
    parser.add_argument("--customers", type=int, help="instead of --size")
    parser.add_argument("--purchases", type=int, help="with --customers; default eight each")
    parser.add_argument("--folder", type=Path, help="default: the user's cache folder")
    parser.add_argument("--again", action="store_true", help="make it anew")
    arguments = parser.parse_args()
    size: str | Size = arguments.size
    if arguments.customers is not None:
        purchases = arguments.customers * 8 if arguments.purchases is None else arguments.purchases
        size = Size(arguments.customers, purchases)
    print(big_office(size, arguments.folder, again=arguments.again).path)


if __name__ == "__main__":
    main()
