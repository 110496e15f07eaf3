"""From the typed password to the main window with the first rows of a big office, in the real program.

Run: python benchmarks/bench_open.py [--size million] [--folder FOLDER | --office FILE] [--rounds N] [--profile]
Each run is a fresh process: the sign-in page is shown, the program warms up as it does while a person types, then
Enter is pressed. The clock stops when the event loop comes round after the list has painted its first row. The key
derivation (slow on purpose) is taken off. The database part is measured alone as well: open, profile, first 128
rows, count. `--profile` prints where the GUI thread spends the time.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common
from benchmarks.make_big_office import PASSWORD, SIGN_IN_NAME, SIZES, big_office

if TYPE_CHECKING:
    from cims_desktop.gui.program import Program

GOAL_MS, DATABASE_GOAL_MS = 400, 30
FIRST_ROWS = 128
STEP_MS, LONGEST_MS = 20, 60_000


class Derivations:
    """Adds up the time spent in deriving keys."""

    def __init__(self) -> None:
        from cims_desktop.security import key_derivation

        self.spent = 0.0
        derive = key_derivation.argon2id

        def timed(*given: Any, **named: Any) -> bytes:
            begun = time.perf_counter()
            key = derive(*given, **named)
            self.spent += time.perf_counter() - begun
            return key

        key_derivation.argon2id = timed


class Entering:
    """Types the password into the real program and takes the times."""

    def __init__(self, program: Program, profile: bool) -> None:
        from PySide6.QtCore import QTimer

        self._program, self._profile = program, profile
        self.marks: dict[str, float] = {}
        self.derivations: Derivations | None = None
        self._open = program.open_session
        program.start_window.office_opened.disconnect(program.open_session)  # type: ignore[union-attr]
        program.start_window.office_opened.connect(self._opened)  # type: ignore[union-attr]
        self._timer = QTimer()
        self._timer.timeout.connect(self._when_warm)
        self._timer.start(STEP_MS)
        self._watcher: Any = None

    def _when_warm(self) -> None:
        if "cims_desktop.services.entrance" not in sys.modules or _warming_up():
            return
        self._timer.stop()
        self.derivations = Derivations()
        page = self._program.start_window.stack.currentWidget()  # type: ignore[union-attr]
        page.ui.name_edit.setText(SIGN_IN_NAME)
        page.ui.password_edit.setText(PASSWORD)
        self._mark("typed")
        page.try_sign_in()

    def _opened(self, office: Any) -> None:
        self._mark("signed in")
        # A demo office opens with its dashboard; an office of somebody's own with the page of the last time.
        office.profile = replace(office.profile, demo=False)
        if self._profile:
            _profiled(lambda: self._open(office))
        else:
            self._open(office)
        self._mark("window made")
        from cims_desktop.gui.models.roles import RECORD_ROLE

        session = self._program.session
        assert session is not None
        page: Any = session.window.pages.page("customers")
        table = page.list.ui.table
        self._watcher = _paint_watcher(
            lambda: table.model().index(0, 0).data(RECORD_ROLE) is not None, self._painted
        )
        table.viewport().installEventFilter(self._watcher)

    def _painted(self) -> None:
        from PySide6.QtWidgets import QApplication

        self._mark("rows painted")
        QApplication.quit()

    def _mark(self, name: str) -> None:
        self.marks[name] = time.perf_counter()


def _warming_up() -> bool:
    return any(thread.name == "cims-warm-up" for thread in threading.enumerate())


def _paint_watcher(ready: Callable[[], bool], done: Callable[[], None]) -> Any:
    from PySide6.QtCore import QEvent, QObject, QTimer

    class Watcher(QObject):
        """Calls `done` when the event loop comes round after a paint at which the rows were there."""

        told = False

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802
            if not self.told and event.type() is QEvent.Type.Paint and ready():
                self.told = True
                QTimer.singleShot(0, done)
            return False

    return Watcher()


def _profiled(work: Callable[[], None]) -> None:
    import cProfile
    import pstats

    profile = cProfile.Profile()
    profile.runcall(work)
    pstats.Stats(profile, stream=sys.stderr).sort_stats("cumulative").print_stats(45)


def whole(office: str, profile: bool) -> int:
    """The child: the program itself."""
    from PySide6.QtCore import QTimer

    from cims_desktop import app
    from cims_desktop.gui.program import Program
    from cims_desktop.gui.settings import LAST_PAGE

    application = app.make_application([])
    with Program(application, app.parse([office])) as program:
        program.settings.set(LAST_PAGE, "customers")
        program.start()
        entering = Entering(program, profile)
        QTimer.singleShot(LONGEST_MS, application.quit)
        application.exec()
    marks, derivations = entering.marks, entering.derivations
    assert derivations is not None
    typed, spent = marks["typed"], derivations.spent * 1000
    stages = {name: (at - typed) * 1000 for name, at in marks.items()}
    print(json.dumps({"stages": stages, "derivation": spent, "ms": stages["rows painted"] - spent}))
    return 0


def database(office: str) -> int:
    """The child: the database part alone, with the keys already here."""
    from cims_desktop.domain.clock import system_clock
    from cims_desktop.domain.queries import CustomerQuery
    from cims_desktop.security.key_derivation import MINIMUM
    from cims_desktop.security.opened_keys import open_key_file
    from cims_desktop.services.office import OpenOffice
    from cims_desktop.services.places import OfficePlace
    from cims_desktop.storage.opening import open_database

    place = OfficePlace.of(Path(office))
    keys = open_key_file(place.key_file, SIGN_IN_NAME, PASSWORD)
    query, marks = CustomerQuery(), [time.perf_counter()]
    opened = OpenOffice(place, open_database(place.file, keys.data_key), keys, system_clock, MINIMUM)
    marks.append(time.perf_counter())
    rows = opened.customers.first_rows(query, FIRST_ROWS, by=opened.user)
    marks.append(time.perf_counter())
    count = opened.customers.count(query, by=opened.user)
    marks.append(time.perf_counter())
    opened.close()
    steps = [(later - earlier) * 1000 for earlier, later in pairwise(marks)]
    parts = dict(zip(("open and profile", "first rows", "count"), steps, strict=True))
    print(json.dumps({"parts": parts, "ms": sum(steps), "rows": len(rows), "count": count}))
    return 0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--size", choices=SIZES, default="million")
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--office", type=Path, help="one that make_big_office made, whatever its version")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--profile", action="store_true")
    parser.add_argument("--child", nargs=2, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        kind, office = options.child
        return database(office) if kind == "database" else whole(office, options.profile)
    office = str(options.office or big_office(options.size, options.folder).path)
    with common.quiet_desk(options.platform) as environment:
        runs: dict[str, list[dict[str, Any]]] = {"whole": [], "database": []}
        for number in range(options.rounds + 1):
            for kind, found in runs.items():
                one = common.fresh_process("bench_open.py", ["--child", kind, office], environment)
                if number:  # the first round warms the disk's and Python's caches
                    found.append(one)
    print(common.computer(), f", {options.platform}, {runs['database'][0]['count']:,} customers", sep="")
    return 0 if _report(runs) else 1


def _report(runs: dict[str, list[dict[str, Any]]]) -> bool:
    for stage in ("signed in", "window made", "rows painted"):
        print(f"{stage:<18} after", common.spread([run["stages"][stage] for run in runs["whole"]]))
    print("key derivation          ", common.spread([run["derivation"] for run in runs["whole"]]))
    for part in ("open and profile", "first rows", "count"):
        print(f"database: {part:<16}", common.spread([run["parts"][part] for run in runs["database"]]))
    total = statistics.median(run["ms"] for run in runs["whole"])
    alone = statistics.median(run["ms"] for run in runs["database"])
    kept = common.verdict("password to painted rows, without key derivation", total, GOAL_MS)
    return common.verdict("database part", alone, DATABASE_GOAL_MS) and kept


if __name__ == "__main__":
    sys.exit(main())
