"""How long new keys take on a big office, against copying its file byte by byte.

Run: python benchmarks/bench_rotation.py [--size small] [--folder FOLDER | --office FILE] [--rounds N]
The office is copied first; the original keeps its keys. The backup before it and the rotation itself are told apart.
"""

from __future__ import annotations

import contextlib
import sys
import time
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common
from benchmarks.make_big_office import PASSWORD, SIGN_IN_NAME
from cims_desktop.domain.progress import Progress, Task


class RotationStages(common.Stages):
    """All of the backup before the rotation is one stage; it ends with the report of the rotation's first."""

    def __init__(self) -> None:
        self._rotating = False
        super().__init__(self._name)

    def report(self, now: Progress) -> None:
        """A stage goes on, or another one begins."""
        self._rotating = self._rotating or now.stage == "begin"
        super().report(now)

    def _name(self, stage: str) -> str:
        return stage if self._rotating else "backup"


def rotate(source: Path, folder: Path) -> tuple[dict[str, float], float]:
    """Milliseconds for each stage, and for a bare copy of the file."""
    from cims_desktop.services.entrance import Entrance

    bare = common.bare_copy(source, folder)
    with contextlib.closing(
        Entrance(heads=folder).sign_in(folder / source.name, SIGN_IN_NAME, PASSWORD)
    ) as office:
        stages, begun = RotationStages(), time.perf_counter()
        office.keys.rotate(Task(stages.report), by=office.user)
        whole = (time.perf_counter() - begun) * 1000
    return dict(stages.spent) | {"whole": whole}, bare


def main() -> int:
    size, rounds = common.on_big_office(__doc__ or "", rotate)
    runs, copies = [run for run, _ in rounds], [copy for _, copy in rounds]
    print(f"{common.computer()}, {size:,.0f} MiB")
    for stage in runs[0]:
        print(f"{stage:<10}", common.spread([run[stage] for run in runs]))
    print("bare copy ", common.spread(copies))
    return 0


if __name__ == "__main__":
    sys.exit(main())
