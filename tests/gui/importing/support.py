"""Files to import and ways through the wizard by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.progress import Progress, Task
from cims_desktop.gui.dialogs.import_wizard import ImportWizard

CHINESE = (
    "姓名,手机,邮箱,公司,城市,生日",
    "王小明,13800138000,wang@example.com,青禾教育,上海市,1985-04-03",
    "李芳,13900139000,li@example.com,远航贸易,苏州市,1990-06-05",
    "张伟,13700137000,zhang@example.com,远航贸易,杭州市,1978-12-31",
)
AMBIGUOUS = ("Name,E-mail,Birthday", "Ada,ada@example.com,03/04/1985", "Grace,grace@example.com,05/06/1990")


@dataclass
class Chooser:
    """Answers the system's file dialogs."""

    path: Path | None = None
    asked: list[str] = field(default_factory=list)

    def __call__(self, _parent: QWidget, proposal: str) -> Path | None:
        self.asked.append(proposal)
        return self.path


def write_table(path: Path, lines: Sequence[str], encoding: str = "utf-8") -> Path:
    """A text table with Windows line ends."""
    path.write_bytes(("\r\n".join(lines) + "\r\n").encode(encoding))
    return path


def many_customers(path: Path, rows: int) -> Path:
    """A table of `rows` different customers."""
    lines = [f"C{at:06d},Customer {at},c{at}@example.com" for at in range(rows)]
    return write_table(path, ("Customer number,Name,E-mail", *lines))


def enter(qtbot: QtBot, wizard: ImportWizard) -> None:
    """Presses Enter where the focus is."""
    qtbot.keyClick(wizard.focusWidget() or wizard, Qt.Key.Key_Return)


def choose_file(qtbot: QtBot, wizard: ImportWizard) -> None:
    """Opens the file dialog by keyboard and waits until the file was read."""
    qtbot.keyClick(wizard, Qt.Key.Key_F, Qt.KeyboardModifier.AltModifier)
    # A mnemonic shows the button pressed for a moment before it clicks.
    qtbot.waitUntil(lambda: wizard.draft.path is not None and not wizard.pages[0].busy(), timeout=20_000)


def until_step(qtbot: QtBot, wizard: ImportWizard, step: int) -> None:
    """Waits until the wizard shows a step and does nothing in the background."""
    qtbot.waitUntil(lambda: wizard.step == step and not wizard.page.busy(), timeout=20_000)


class HeldImporting:
    """The real service, held in the middle of writing until somebody cancels."""

    def __init__(self, real: Any) -> None:
        self._real = real
        self.writing = False

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)

    def run(self, plan: object, task: Task, *, by: object) -> object:
        """Runs for real, but waits at the first report of written rows."""
        return self._real.run(plan, Task(self._holding(task), task.cancelled), by=by)

    def _holding(self, task: Task) -> Callable[[Progress], None]:
        import time

        def report(step: Progress) -> None:
            task.report(step)
            if step.stage == "apply":
                self.writing = True
                end = time.monotonic() + 15
                while not task.cancelled() and time.monotonic() < end:
                    time.sleep(0.005)

        return report
