"""One window per desk: the second start hands over and leaves."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cims_desktop.gui.single_instance import SingleInstance

SECOND = """
import sys
from pathlib import Path
from PySide6.QtCore import QCoreApplication
from cims_desktop.gui.single_instance import SingleInstance
app = QCoreApplication([])
print(SingleInstance(Path(sys.argv[1])).acquire(sys.argv[2]))
"""


def test_a_second_program_hands_its_office_to_the_first(tmp_path: Path, qtbot: QtBot) -> None:
    first = SingleInstance(tmp_path)
    assert first.acquire()
    first.listen()

    with qtbot.waitSignal(first.called, timeout=10_000) as called:
        second = subprocess.Popen(
            [sys.executable, "-c", SECOND, str(tmp_path), "/offices/河畔.cims"],
            stdout=subprocess.PIPE,
            text=True,
        )
    said, _nothing = second.communicate(timeout=10)
    first.release()

    assert called.args == ["/offices/河畔.cims"]
    assert said.strip() == "False"


def test_after_release_the_next_one_is_first(tmp_path: Path, qtbot: QtBot) -> None:
    first, second = SingleInstance(tmp_path), SingleInstance(tmp_path)
    first.acquire()
    first.release()

    was_first = second.acquire()
    second.release()

    assert was_first


def test_two_desks_do_not_disturb_each_other(tmp_path: Path, qtbot: QtBot) -> None:
    one, other = SingleInstance(tmp_path / "one"), SingleInstance(tmp_path / "other")

    both = one.acquire(), other.acquire()
    one.release()
    other.release()

    assert both == (True, True)


@pytest.mark.skipif(sys.platform == "win32", reason="folders have no mode bits there")
def test_nobody_else_may_look_into_the_folder(tmp_path: Path, qtbot: QtBot) -> None:
    old = tmp_path / "old"
    old.mkdir(mode=0o755)

    for folder in (old, tmp_path / "new"):
        SingleInstance(folder)

    assert [folder.stat().st_mode & 0o777 for folder in (old, tmp_path / "new")] == [0o700, 0o700]
