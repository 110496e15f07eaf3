"""What the benchmarks share: medians and percentiles, fresh processes, a quiet desk, tables, the computer's name."""

from __future__ import annotations

import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

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
