"""How long new keys take on a big office, against copying its file byte by byte.

Run: python benchmarks/bench_rotation.py [--size small] [--folder FOLDER | --office FILE] [--rounds N]
The office is copied first; the original keeps its keys. The backup before it and the rotation itself are told apart.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import shutil
import sys
import tempfile
import time
from collections import defaultdict
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common
from benchmarks.make_big_office import PASSWORD, SIGN_IN_NAME, SIZES, big_office
from cims_desktop.domain.progress import Progress, Task

BEGINS = "begin"
"""The first stage after the backup."""


class Stages:
    """Adds up how long each stage took, from one report to the next."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._stage, self._since, self._rotating = "", time.perf_counter(), False

    def report(self, now: Progress) -> None:
        """A stage goes on, or another one begins."""
        instant = time.perf_counter()
        if self._stage:
            self.spent[self._stage] += instant - self._since
        self._rotating = self._rotating or now.stage == BEGINS
        self._stage, self._since = (now.stage if self._rotating else "backup"), instant


def rotate(source: Path, folder: Path) -> tuple[dict[str, float], float]:
    """Milliseconds for each stage, and for a bare copy of the file."""
    from cims_desktop.services.entrance import Entrance

    shutil.copy(source.with_suffix(".keys"), folder)
    begun = time.perf_counter()
    shutil.copy(source, folder)
    with (folder / source.name).open("rb+") as file:
        os.fsync(file.fileno())
    bare = (time.perf_counter() - begun) * 1000
    with contextlib.closing(
        Entrance(heads=folder).sign_in(folder / source.name, SIGN_IN_NAME, PASSWORD)
    ) as office:
        stages, begun = Stages(), time.perf_counter()
        office.keys.rotate(Task(stages.report), by=office.user)
        whole = (time.perf_counter() - begun) * 1000
    return {name: seconds * 1000 for name, seconds in stages.spent.items()} | {"whole": whole}, bare


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", choices=SIZES, default="small")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--office", type=Path, help="one that make_big_office made, whatever its version")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    source = options.office or big_office(options.size, options.folder).path
    runs, copies = [], []
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory(prefix="cims-rotation-", ignore_cleanup_errors=True) as folder:
            run, copy = rotate(source, Path(folder))
            runs.append(run)
            copies.append(copy)
    print(common.computer(), f", {source.stat().st_size / 1024**2:,.0f} MiB", sep="")
    for stage in runs[0]:
        print(f"{stage:<10}", common.spread([run[stage] for run in runs]))
    print("bare copy ", common.spread(copies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
