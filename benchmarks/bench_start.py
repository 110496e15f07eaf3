"""From the start of the process to the first painted sign-in window, against a bare Qt window.

Run: python benchmarks/bench_start.py [--rounds N] [--platform offscreen|xcb] [--imports]
Fresh processes, in turn, so that a busy machine slows both; medians. The clock starts in the parent before the
process does, and stops when the event loop comes round after the first paintEvent: the window is painted whole.
`--imports` prints the modules that cost most before the first paint.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import common

GOAL_MS = 150
NEVER_BEFORE_PAINT = ("sqlalchemy", "sqlcipher3", "matplotlib", "numpy", "openpyxl", "alembic", "phonenumbers", "argon2",
                      "cryptography")  # fmt: skip
"""Slow libraries that nobody needs to see a sign-in page."""


def bare() -> int:
    """The child: the least that PySide6 can do."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:
            super().paintEvent(event)
            if not self.painted:
                self.painted = True
                QTimer.singleShot(0, _report)

    application = QApplication([])
    window = Window()
    window.resize(960, 680)
    window.show()
    return application.exec()


def product(office: str) -> int:
    """The child: the program itself, by its own door, with an office it was used with before."""
    from cims_desktop.__main__ import main as program

    # The program itself imports this next, so that importing it here costs nothing.
    from cims_desktop.gui import start_window

    made = start_window.StartWindow.__init__

    def make(window: start_window.StartWindow, *given: object) -> None:
        from PySide6.QtCore import Qt

        made(window, *given)  # type: ignore[arg-type]
        # First in the queue, before the program's own slot begins to warm up.
        window.painted.connect(_report, Qt.ConnectionType.QueuedConnection)

    start_window.StartWindow.__init__ = make  # type: ignore[method-assign]
    return program([office])


def _report() -> None:
    taken, busy = common.since_start(), time.process_time() * 1000
    early = [name for name in NEVER_BEFORE_PAINT if name in sys.modules]
    print(json.dumps({"ms": taken, "cpu": busy, "early": early}), flush=True)
    os._exit(0)  # what comes after the first paint is not measured, nor waited for


def print_imports(environment: dict[str, str], office: str) -> None:
    """What was imported before the first paint, by the time it took itself."""
    command = [sys.executable, "-X", "importtime", __file__, "--child", "product", office]
    given = environment | {common.STARTED: "0"}
    done = subprocess.run(command, env=given, capture_output=True, text=True, check=False)
    rows = []
    for line in done.stderr.splitlines():
        parts = line.removeprefix("import time:").split("|")
        if len(parts) == 3 and parts[0].strip().isdigit():
            rows.append((int(parts[0]), int(parts[1]), parts[2].strip()))
    print("\nms itself, ms with what it imports, module")
    for own, whole, name in sorted(rows, reverse=True)[:25]:
        print(f"{own / 1000:7.1f} {whole / 1000:7.1f}  {name}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--imports", action="store_true")
    parser.add_argument("--child", nargs="+", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.child:
        return bare() if options.child[0] == "bare" else product(options.child[1])
    with tempfile.TemporaryDirectory() as folder, common.quiet_desk(options.platform) as environment:
        office = Path(folder, "Riverside.cims")
        office.touch()
        runs: dict[str, list[dict[str, Any]]] = {"bare": [], "product": []}
        for number in range(options.rounds + 1):
            for name, measured in runs.items():
                found = common.fresh_process("bench_start.py", ["--child", name, str(office)], environment)
                if number:  # the first round warms the disk's and Python's caches
                    measured.append(found)
        print(common.computer(), f", {options.platform}", sep="")
        over = {}
        for key, what in (("ms", "time"), ("cpu", "processor time")):
            columns = [[run[key] for run in measured] for measured in runs.values()]
            print(f"bare Qt window, {what:<15}", common.spread(columns[0]))
            print(f"sign-in window, {what:<15}", common.spread(columns[1]))
            over[key] = statistics.median(columns[1]) - statistics.median(columns[0])
        early = runs["product"][0]["early"]
        print("slow libraries before the first paint:", ", ".join(early) or "none")
        print(f"processor time above a bare window: {over['cpu']:.1f} ms")
        kept = common.verdict("start above a bare window (medians)", over["ms"], GOAL_MS)
        if options.imports or not kept:
            print_imports(environment, str(office))
    return 0 if kept and not early else 1


if __name__ == "__main__":
    sys.exit(main())
