"""From the start of the process to the first painted sign-in window, against a bare Qt window.

Run: python benchmarks/bench_start.py [--rounds N] [--platform offscreen|xcb] [--imports]
Fresh processes, in turn, so that a busy machine slows both; medians. The clock starts in the parent before the
process does, and stops when the event loop comes round after the first paintEvent: the window is painted whole.
`--imports` prints the modules that cost most before the first paint.
"""

from __future__ import annotations

# Nothing that the program may need itself is imported up here: a child that has it already would look faster.
import os
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

GOAL_MS = 150
NEVER_BEFORE_PAINT = (
    "sqlalchemy", "sqlcipher3", "matplotlib", "numpy", "openpyxl", "alembic", "phonenumbers", "argon2", "cryptography",
)  # fmt: skip
"""Slow libraries that nobody needs to see a sign-in page."""


def bare() -> int:
    """The child: the least that PySide6 can do."""
    from PySide6.QtCore import QTimer
    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QApplication, QWidget

    class Window(QWidget):
        painted = False

        def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802
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
    taken, busy = (time.time() - float(os.environ["CIMS_BENCH_STARTED"])) * 1000, time.process_time() * 1000
    early = ",".join(f'"{name}"' for name in NEVER_BEFORE_PAINT if name in sys.modules)
    print(f'{{"ms": {taken}, "cpu": {busy}, "early": [{early}]}}', flush=True)
    os._exit(0)  # what comes after the first paint is not measured, nor waited for


def print_imports(environment: dict[str, str], office: str) -> None:
    """What was imported before the first paint, by the time it took itself."""
    import subprocess

    command = [sys.executable, "-X", "importtime", __file__, "--child", "product", office]
    given = environment | {"CIMS_BENCH_STARTED": "0"}
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
    import argparse
    import tempfile

    from benchmarks import common

    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--rounds", type=int, default=12)
    parser.add_argument("--platform", default="offscreen")
    parser.add_argument("--imports", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder, common.quiet_desk(options.platform) as environment:
        office = Path(folder, "Riverside.cims")
        office.touch()
        runs = measure(options.rounds, environment, str(office))
        print(common.computer(), f", {options.platform}", sep="")
        kept = report(runs)
        if options.imports or not kept:
            print_imports(environment, str(office))
    return 0 if kept else 1


def measure(rounds: int, environment: dict[str, str], office: str) -> dict[str, list[dict[str, list[float]]]]:
    """Both children in turn; what each of them printed."""
    from benchmarks import common

    runs: dict[str, list[dict[str, list[float]]]] = {"bare": [], "product": []}
    for number in range(rounds + 1):
        for name, found in runs.items():
            one = common.fresh_process("bench_start.py", ["--child", name, office], environment)
            if number:  # the first round warms the disk's and Python's caches
                found.append(one)
    return runs


def report(runs: dict[str, list[dict[str, list[float]]]]) -> bool:
    """Prints medians and their difference; whether the goal is kept and no slow library was loaded."""
    import statistics

    from benchmarks import common

    over = {}
    for key, what in (("ms", "time"), ("cpu", "processor time")):
        columns = [[run[key] for run in found] for found in runs.values()]
        print(f"bare Qt window, {what:<15}", common.spread(columns[0]))  # type: ignore[arg-type]
        print(f"sign-in window, {what:<15}", common.spread(columns[1]))  # type: ignore[arg-type]
        over[key] = statistics.median(columns[1]) - statistics.median(columns[0])  # type: ignore[type-var]
    early = runs["product"][0]["early"]
    print("slow libraries before the first paint:", early or "none")
    print(f"processor time above a bare window: {over['cpu']:.1f} ms")
    return common.verdict("start above a bare window (medians)", over["ms"], GOAL_MS) and not early


if __name__ == "__main__":
    if sys.argv[1:2] == ["--child"]:
        sys.exit(bare() if sys.argv[2] == "bare" else product(sys.argv[3]))
    sys.exit(main())
