"""The customer list at its full length, against an empty table in the same run.

python benchmarks/bench_customer_list.py OFFICE --name NAME --password PASSWORD [--frames 300] [--json]

Prints: time to the first painted rows and to the whole snapshot, for the opening order, indexed and other sorts and
filters; how fast a running query gives way to the next one; frame times while scrolling and while the scroll bar is
dragged; memory above an empty QTableView. Times are milliseconds, memory is MiB.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QApplication, QTableView

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.gui import theme, translation
from cims_desktop.gui._gen import resources_rc
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.questions import Questions
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.widgets.message_bar import MessageBar
from cims_desktop.services.entrance import Entrance

SIZE = (1204, 842)
QUERIES = {
    "opening order (last purchase)": CustomerQuery(),
    "by name": CustomerQuery(sort=CustomerSort.NAME, descending=False),
    "by lifetime spend": CustomerQuery(sort=CustomerSort.TOTAL_SPENT),
    "by city (no index)": CustomerQuery(sort=CustomerSort.CITY, descending=False),
    "gold": CustomerQuery(filter=CustomerFilter(tiers=(Tier.GOLD,))),
    "not bought, with phone": CustomerQuery(filter=CustomerFilter(spent_at_most=0, has_phone=True)),
    "text 王": CustomerQuery(text="王"),
}
NOBODY = CustomerQuery(text="nobody at all has this name", filter=CustomerFilter(in_bin=True))


def resident_mib() -> float:
    """Resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def wait_until(app: QApplication, condition: Callable[[], bool], seconds: float = 60) -> None:
    """Turns the event loop until `condition` holds."""
    end = time.monotonic() + seconds
    while not condition():
        app.processEvents()
        if time.monotonic() > end:
            raise TimeoutError(condition)


def percentile(values: list[float], share: float) -> float:
    return statistics.quantiles(values, n=100)[round(share * 100) - 1]


class Bench:
    """One page on one office."""

    def __init__(self, app: QApplication, desk: Desk) -> None:
        self.app = app
        self.page = CustomersPage(desk)
        self.page.detail.hide()
        self.page.resize(*SIZE)
        self.pane = self.page.list
        self.arrived = {"first": 0.0, "all": 0.0}
        self.pane.model.reloaded.connect(lambda _count: self.note("first"))
        self.pane.model.snapshot_arrived.connect(lambda: self.note("all"))

    def note(self, what: str) -> None:
        if what == "first":
            self.pane.ui.table.viewport().repaint()
        self.arrived[what] = self.arrived[what] or time.perf_counter()

    def show(self, query: CustomerQuery) -> tuple[float, float, int]:
        """Milliseconds to the first painted rows and to the whole snapshot, and the count."""
        self.arrived = {"first": 0.0, "all": 0.0}
        start = time.perf_counter()
        self.pane.show_query(query)
        wait_until(self.app, lambda: bool(self.arrived["all"]))
        first, whole = (1000 * (self.arrived[what] - start) for what in ("first", "all"))
        return first, whole, self.pane.model.rowCount()

    def give_way(self) -> float:
        """Milliseconds from asking for the quick order, while a slow one runs, to its first painted rows."""
        self.pane.show_query(QUERIES["by city (no index)"])
        wait_until(self.app, lambda: self.page.desk.jobs.busy)
        time.sleep(0.05)
        return self.show(CustomerQuery())[0]

    def frames(self, count: int, *, dragging: bool) -> list[float]:
        """Milliseconds per frame: move the bar, then everything that is due, painting included."""
        table = self.pane.ui.table
        bar = table.verticalScrollBar()
        bar.setValue(0)
        wait_until(self.app, lambda: not self.page.desk.jobs.busy)
        step = bar.maximum() // count if dragging else 3 * bar.singleStep() // 2
        times = []
        for frame in range(count):
            start = time.perf_counter()
            bar.setValue(frame * step)
            self.app.processEvents()
            times.append(1000 * (time.perf_counter() - start))
            time.sleep(max(0.0, 0.016 - times[-1] / 1000))
        return times


def empty_table_frames(app: QApplication, count: int) -> list[float]:
    """The same turns of the event loop and repaints with a QTableView that shows nothing."""
    table = QTableView()
    table.resize(*SIZE)
    table.show()
    times = []
    for _frame in range(count):
        start = time.perf_counter()
        table.viewport().update()
        app.processEvents()
        times.append(1000 * (time.perf_counter() - start))
    return times


def frame_figures(times: list[float]) -> dict[str, float]:
    return {
        "frame p50": round(statistics.median(times), 1),
        "frame p95": round(percentile(times, 0.95), 1),
        "frame worst": round(max(times), 1),
    }


def measure(app: QApplication, desk: Desk, frames: int) -> dict[str, object]:
    found: dict[str, object] = {"empty table": frame_figures(empty_table_frames(app, frames))}
    empty_table = resident_mib()
    bench = Bench(app, desk)
    bench.page.show()
    wait_until(app, lambda: bool(bench.arrived["all"]))
    bench.show(NOBODY)
    empty_list = resident_mib()
    first, whole, count = bench.show(CustomerQuery())
    found["first shown"] = {"first rows": round(first), "all ids": round(whole), "rows": count}
    for name, dragging in (("scrolling", False), ("dragging", True)):
        found[name] = frame_figures(bench.frames(frames, dragging=dragging))
    found["memory above an empty table"] = round(resident_mib() - empty_table)
    found["memory above an empty list"] = round(resident_mib() - empty_list)
    for name, query in QUERIES.items():
        first, whole, count = sorted(bench.show(query) for _again in range(3))[1]
        found[name] = {"first rows": round(first), "all ids": round(whole), "rows": count}
    found["a slow order gives way in"] = round(bench.give_way())
    found["memory after all that"] = round(resident_mib() - empty_list)
    bench.pane.model.close()
    return found


def main() -> int:
    options = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    options.add_argument("office", type=Path)
    options.add_argument("--name", default="mei.chen")
    options.add_argument("--password", required=True)
    options.add_argument("--frames", type=int, default=300)
    options.add_argument("--json", action="store_true")
    chosen = options.parse_args()
    app = QApplication(sys.argv[:1])
    resources_rc.qInitResources()
    translation.set_language("en")
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        office = Entrance().sign_in(chosen.office, chosen.name, chosen.password)
        store = QSettings(str(Path(folder, "settings.ini")), QSettings.Format.IniFormat)
        desk = Desk(office, JobRunner(), ChangeBus(), Settings(store), Questions(), MessageBar())
        found = measure(app, desk, chosen.frames)
        desk.jobs.close()
        office.close()
    if chosen.json:
        print(json.dumps(found, ensure_ascii=False, indent=1))
    else:
        for name, value in found.items():
            print(f"{name:32} {value}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
