"""How fast a backup is made and proven, against copying the file byte by byte, and how long others wait meanwhile.

Run: python benchmarks/bench_backup.py [--size small] [--folder FOLDER | --office FILE] [--rounds N]
The office is copied first. While the backup is made, another connection commits a small change every 20 ms.
"""

from __future__ import annotations

import contextlib
import sys
import threading
import time
from pathlib import Path
from typing import Self

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common
from benchmarks.make_big_office import PASSWORD, SIGN_IN_NAME
from cims_desktop.domain.progress import Task
from cims_desktop.services.entrance import Entrance
from cims_desktop.services.office import OpenOffice

PAUSE = 0.02


class Writer:
    """Somebody at work in the same file; `waited` has the milliseconds of each commit."""

    def __init__(self, office: OpenOffice) -> None:
        self._office = office
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._work)
        self.waited: list[float] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_error: object) -> None:
        self._stop.set()
        self._thread.join()

    def _work(self) -> None:
        while not self._stop.is_set():
            self.waited.append(common.milliseconds(self._change))
            time.sleep(PAUSE)

    def _change(self) -> None:
        with self._office.acting.database.write() as connection:
            connection.exec_driver_sql("UPDATE office SET next_number = next_number + 1")


def back_up(source: Path, folder: Path) -> tuple[dict[str, float], list[float]]:
    """Milliseconds for each stage, for the bare copy and for all; and for each commit meanwhile."""
    bare = common.bare_copy(source, folder)
    entrance = Entrance(heads=folder)
    with (
        contextlib.closing(entrance.sign_in(folder / source.name, SIGN_IN_NAME, PASSWORD)) as office,
        Writer(office) as writer,
    ):
        stages = common.Stages()
        entry = office.backups.make(folder / "backups", Task(stages.report), by=office.user)
    restored = common.milliseconds(
        lambda: entrance.restorer().restore(entry.path, folder / "again.cims", SIGN_IN_NAME, PASSWORD)
    )
    whole = sum(stages.spent.values())
    return {**stages.spent, "all": whole, "restore": restored, "bare copy": bare}, writer.waited


def main() -> int:
    size, rounds = common.on_big_office(__doc__ or "", back_up)
    runs, waited = [run for run, _ in rounds], [one for _, waits in rounds for one in waits]
    print(f"{common.computer()}, {size:,.0f} MiB")
    for name in runs[0]:
        taken = [run[name] for run in runs]
        print(
            f"{name:<10} {common.spread(taken)}  {size / (sorted(taken)[len(taken) // 2] / 1000):9,.0f} MiB/s"
        )
    print(
        f"commits meanwhile: 95 of 100 within {common.percentile(waited, 0.95):.1f} ms, all within {max(waited):.1f}"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
