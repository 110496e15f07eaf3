"""What every test stands on: an off-screen Qt, forms that are never stale, and nothing left behind."""

from __future__ import annotations

import importlib
import os
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

from generate import generate
from tests import leaks, look

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

# Without a platform Qt aborts where there is no screen, and a scaled desk moves pixels. Settings, drafts and
# logs of whoever runs the tests stay out of reach. All of these are read when the application is made.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["QT_SCALE_FACTOR"] = "1"
DESK = tempfile.TemporaryDirectory(prefix="cims-tests-")
for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "APPDATA", "LOCALAPPDATA"):
    os.environ[variable] = DESK.name

ROOT = Path(__file__).resolve().parent.parent

# A stale form never makes a test pass.
generate()

# Two slow cores are no reason to fail, and CI tries the same examples every time.
hypothesis.settings.register_profile("project", deadline=None, derandomize=bool(os.environ.get("CI")))
hypothesis.settings.load_profile("project")


def pytest_unconfigure() -> None:
    """Remove the throw-away desk."""
    DESK.cleanup()


def shared_data_folder() -> Path:
    """Where the real-world sample files lie, if at all: $CIMS_SHARED_DATA, else beside the repository."""
    return Path(os.environ.get("CIMS_SHARED_DATA") or ROOT.parent / "shared" / "data")


def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what is marked shared_data on a machine without those files."""
    if item.get_closest_marker("shared_data") and not shared_data_folder().is_dir():
        pytest.skip("the sample files are not on this machine")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """Folder of the real-world sample files; skips the test where it is absent."""
    folder = shared_data_folder()
    if not folder.is_dir():
        pytest.skip("the sample files are not on this machine")
    return folder


@pytest.fixture(scope="session")
def qapp(qapp: QApplication) -> QApplication:
    """pytest-qt's application, with the icons, styles and translations that the program has."""
    importlib.import_module("cims_desktop.gui._gen.resources_rc")
    return qapp


@pytest.fixture(autouse=True)
def the_look_goes_back() -> Iterator[None]:
    """Put theme, text size and language back to what they were before a test of the windows."""
    before = look.current()
    yield
    if leaks.qt_is_loaded():
        look.restore(before)


@pytest.fixture(autouse=True)
def nothing_is_left_behind(the_look_goes_back: None) -> Iterator[None]:
    """Fail a test that leaves a thread, a running timer, a window or a modal dialog, and clean up after it.

    Windows given to qtbot.addWidget are closed before this looks. Tests that never load Qt pay nothing.
    """
    threads = set(threading.enumerate())
    before = leaks.qt_objects() if leaks.qt_is_loaded() else leaks.NO_QT_OBJECTS
    yield
    found = leaks.running_threads(threads)
    if leaks.qt_is_loaded():
        found += leaks.left_behind_by_qt(before)
    if found:
        pytest.fail("the test leaves behind: " + "; ".join(found), pytrace=False)
