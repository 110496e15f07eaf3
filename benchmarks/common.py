"""What the benchmarks share: medians and percentiles, fresh processes, a quiet desk, tables, the computer's name."""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from cims_desktop.domain.progress import Progress

T = TypeVar("T")

ROOT = Path(__file__).resolve().parent.parent
STARTED = "CIMS_BENCH_STARTED"
"""Environment variable: seconds since the epoch at which a child process was started."""


def milliseconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def best_and_median(work: Callable[[], object], rounds: int) -> tuple[float, float]:
    """The fastest and the median of some rounds, in milliseconds."""
    taken = [milliseconds(work) for _round in range(rounds)]
    return min(taken), statistics.median(taken)


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` (0 to 1) of all values don't exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, max(0, -(-int(share * 1000) * len(ordered) // 1000) - 1))]


def spread(values: Sequence[float]) -> str:
    """Median and range, for people."""
    return (
        f"{statistics.median(values):7.1f} ms  ({min(values):.1f} to {max(values):.1f}, {len(values)} runs)"
    )


@contextmanager
def quiet_desk(platform_plugin: str) -> Iterator[dict[str, str]]:
    """The environment of a child process: no screen needed, settings and logs in a throw-away folder."""
    with tempfile.TemporaryDirectory(prefix="cims-bench-", ignore_cleanup_errors=True) as folder:
        # An installed program has its bytecode; an environment that forbids to write it would measure the compiler.
        kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
        places = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA", "HOME")
        quiet = {"QT_QPA_PLATFORM": platform_plugin, "QT_SCALE_FACTOR": "1", "PYTHONPATH": str(ROOT)}
        yield kept | quiet | dict.fromkeys(places, folder)


def fresh_process(script: str, arguments: Sequence[str], environment: dict[str, str]) -> dict[str, Any]:
    """Runs a file of this folder in a new interpreter and returns the JSON document that it prints last."""
    command = [sys.executable, str(Path(__file__).with_name(script)), *arguments]
    given = environment | {STARTED: repr(time.time())}
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False, timeout=900)
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {done.returncode}\n{done.stdout}\n{done.stderr}")
    document: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    return document


def computer() -> str:
    """One line on the machine and how busy it was, to stand above the figures."""
    load = f", load {os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else ""
    return f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}{load}"


def verdict(name: str, value: float, goal: float, unit: str = "ms") -> bool:
    """Prints whether a figure keeps to its goal, and returns it."""
    kept = value <= goal
    print(f"{'kept  ' if kept else 'MISSED'} {name}: {value:,.1f} {unit} (goal {goal:,.0f})")
    return kept


class Stages:
    """Adds up the milliseconds of each stage, from one report to the next; what comes before the first is "begin"."""

    def __init__(self, named: Callable[[str], str] = str) -> None:
        """`named` gives the name under which a reported stage is added up."""
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._named = named
        self._stage, self._since = named("begin"), time.perf_counter()

    def report(self, now: Progress) -> None:
        """A stage goes on, or another one begins."""
        instant = time.perf_counter()
        self.spent[self._stage] += (instant - self._since) * 1000
        self._stage, self._since = self._named(now.stage), instant


def bare_copy(source: Path, folder: Path) -> float:
    """Copies an office and its key file into `folder`; milliseconds for copying the office's bytes and syncing them."""
    shutil.copy(source.with_suffix(".keys"), folder)
    begun = time.perf_counter()
    shutil.copyfile(source, folder / source.name)
    with (folder / source.name).open("rb+") as file:
        os.fsync(file.fileno())
    return (time.perf_counter() - begun) * 1000


def on_big_office(description: str, work: Callable[[Path, Path], T]) -> tuple[float, list[T]]:
    """Reads the command line, then calls `work(office, throw-away folder)` some rounds; MiB of the office, results."""
    from benchmarks.make_big_office import SIZES, big_office

    parser = argparse.ArgumentParser(description=description.splitlines()[0])
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--office", type=Path, help="one that make_big_office made, whatever its version")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    source = options.office or big_office(options.size, options.folder).path
    results = []
    for _round in range(options.rounds):
        with tempfile.TemporaryDirectory(prefix="cims-bench-", ignore_cleanup_errors=True) as folder:
            results.append(work(source, Path(folder)))
    return source.stat().st_size / 1024**2, results
