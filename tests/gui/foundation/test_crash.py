"""Whatever fails reaches the log and one signal, and what was typed is kept."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.gui.crash import CrashWatch, places_of
from cims_desktop.gui.dialogs.crash import CrashDialog

PROGRAM = """
import sys, threading
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal, Qt, qWarning
from cims_desktop.gui.crash import CrashWatch
from cims_desktop.services import logs

class Sender(QObject):
    went = Signal()

def fail_in_slot():
    raise ValueError("Ada Lovelace, 138 0013 8000")

def fail_in_thread():
    raise KeyError("Ada Lovelace")

app = QCoreApplication([])
folder = Path(sys.argv[1])
logs.configure(folder)
watch = CrashWatch()
watch.install(folder)
seen = []
watch.failed.connect(seen.append, Qt.ConnectionType.QueuedConnection)
sender = Sender()
sender.went.connect(fail_in_slot)

def go():
    sender.went.emit()
    sender.went.emit()
    QTimer.singleShot(50, second)

def second():
    watch.acknowledge()
    thread = threading.Thread(target=fail_in_thread)
    thread.start()
    thread.join()
    qWarning("a warning of Qt")
    QTimer.singleShot(50, app.quit)

QTimer.singleShot(0, go)
app.exec()
print(len(seen), seen[0].splitlines()[0], seen[1].splitlines()[0])
watch.uninstall()
if len(sys.argv) > 2:
    import ctypes
    watch.install(folder)
    ctypes.string_at(0)
"""


def run(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, str(folder), *more],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_failures_in_slots_and_threads_are_told_once_each(tmp_path: Path) -> None:
    result = run(tmp_path)

    assert result.returncode == 0, result.stderr
    assert result.stdout.split() == ["2", "ValueError", "KeyError"]


def test_the_log_has_the_places_but_no_customer(tmp_path: Path) -> None:
    run(tmp_path)

    text = "".join(path.read_text(encoding="utf-8") for path in tmp_path.glob("*.log"))
    assert "ValueError" in text
    assert "fail_in_slot" in text
    assert "qt." in text
    assert "Ada" not in text
    assert "138" not in text.replace("\\u", "")


@pytest.mark.skipif(sys.platform == "win32", reason="a null read ends a process differently there")
def test_a_native_crash_leaves_its_stack(tmp_path: Path) -> None:
    result = run(tmp_path, "crash")

    assert result.returncode != 0
    assert "Current thread" in (tmp_path / "crash.log").read_text(encoding="utf-8")


def test_the_details_never_hold_the_message() -> None:
    with pytest.raises(ValueError, match="Ada") as caught:
        int("Ada Lovelace")

    text = places_of(caught.type, caught.tb)

    assert text.startswith("ValueError\ntest_crash.py:")
    assert "Ada" not in text


def test_while_one_failure_is_shown_others_are_only_logged(
    qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    watch, seen = CrashWatch(), []
    watch.failed.connect(seen.append)

    for _ in range(3):
        watch.caught(ValueError, ValueError(), None)
    watch.acknowledge()
    watch.caught(KeyError, KeyError(), None)

    assert seen == ["ValueError", "KeyError"]
    assert len(caplog.records) == 4


def test_the_dialog_says_what_was_kept_and_offers_a_restart(
    dressed: QApplication, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = CrashDialog("ValueError\nx.py:1 f", 2, tmp_path)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.show()

    details_at_first = dialog.ui.details_edit.isVisible()
    dialog.ui.details_button.click()
    dialog.ui.restart_button.click()

    assert "2" in dialog.ui.drafts_label.text()
    assert not details_at_first
    assert dialog.ui.details_edit.toPlainText().startswith("ValueError")
    assert dialog.wants_restart


@pytest.mark.skipif(sys.platform == "win32", reason="files have no mode bits there")
def test_nobody_else_may_read_the_stack_of_a_crash(tmp_path: Path) -> None:
    (tmp_path / "crash.log").touch(mode=0o644)
    watch = CrashWatch()

    watch.install(tmp_path)
    watch.uninstall()

    assert (tmp_path / "crash.log").stat().st_mode & 0o777 == 0o600
