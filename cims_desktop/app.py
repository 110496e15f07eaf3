"""The composition root: builds everything, knows every concrete class, and passes the person from window to window."""

from __future__ import annotations

import argparse
import os
import sys
import threading
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, QTimer
from PySide6.QtGui import QSessionManager
from PySide6.QtWidgets import QApplication

from cims_desktop import __version__
from cims_desktop.gui import look, theme
from cims_desktop.gui._gen import resources_rc  # noqa: F401 (its import registers icons, styles and translations)
from cims_desktop.gui.change_bus import ChangeBus
from cims_desktop.gui.crash import CrashWatch
from cims_desktop.gui.focus_ring import FocusRing
from cims_desktop.gui.gate import DEMO_CUSTOMERS, DemoWish, Gate
from cims_desktop.gui.icons import app_icon
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.places import data_folder, log_folder
from cims_desktop.gui.settings import LANGUAGE, SCHEME, Settings
from cims_desktop.gui.single_instance import SingleInstance
from cims_desktop.gui.start_window import StartWindow

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.main_window import MainWindow
    from cims_desktop.services.office import OpenOffice


@dataclass(frozen=True)
class Options:
    """What the window was started with."""

    office: Path | None = None
    demo: bool = False
    customers: int = DEMO_CUSTOMERS
    seed: int = 1
    screenshots: Path | None = None
    language: str = ""
    theme: str = ""


def parse(arguments: Sequence[str]) -> Options:
    """The window's options. Exits with status 2 when they make no sense."""
    parser = argparse.ArgumentParser(prog="cims-desktop")
    parser.add_argument("file", nargs="?", type=Path)
    parser.add_argument("--office", type=Path)
    parser.add_argument("--demo", action="store_true")
    parser.add_argument("--customers", type=int, default=DEMO_CUSTOMERS)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--screenshots", type=Path)
    parser.add_argument("--language", choices=("en", "zh_CN"), default="")
    parser.add_argument("--theme", choices=look.SCHEMES, default="")
    given = parser.parse_args(arguments)
    return Options(
        given.office or given.file, given.demo, given.customers, given.seed, given.screenshots, given.language,
        given.theme,
    )  # fmt: skip


def make_application(arguments: Sequence[str]) -> QApplication:
    """The Qt application with its name, style and icon."""
    QApplication.setStyle("Fusion")
    app = QApplication([sys.argv[0], *arguments])
    app.setApplicationName("cims-desktop")
    app.setOrganizationName("CIMS")
    app.setApplicationDisplayName("CIMS Desktop")
    app.setApplicationVersion(__version__)
    app.setDesktopFileName("cims-desktop")
    app.setWindowIcon(app_icon())
    app.setQuitOnLastWindowClosed(False)
    return app


def warm_up() -> None:
    """Imports what the main window will need while the person types the password."""
    thread = threading.Thread(target=_import_slow_modules, name="cims-warm-up", daemon=True)
    thread.start()


def _import_slow_modules() -> None:
    import importlib

    for name in ("cims_desktop.services.office", "cims_desktop.gui.main_window", "matplotlib.figure"):
        importlib.import_module(name)
