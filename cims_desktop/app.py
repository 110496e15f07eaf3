"""The composition root: builds everything, knows every concrete class, leads from window to window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from cims_desktop import __version__
from cims_desktop.gui import look
from cims_desktop.gui._gen import resources_rc  # noqa: F401 (its import registers icons, styles, translations)
from cims_desktop.gui.gate import DEMO_CUSTOMERS
from cims_desktop.gui.icons import app_icon
from cims_desktop.gui.program import Options, Program


def parse(arguments: Sequence[str]) -> Options:
    """The window's options. Exits with status 2 when they make no sense."""
    if not arguments:
        return Options()
    import argparse

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
        office=given.office or given.file,
        own_window=given.office is not None or given.demo,
        demo=given.demo or given.screenshots is not None,
        customers=given.customers,
        seed=given.seed,
        screenshots=given.screenshots,
        language=given.language,
        scheme=given.theme,
    )


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


def run(arguments: Sequence[str]) -> int:
    """Opens the window and returns the exit status when it is closed."""
    options = parse(arguments)
    app = make_application(arguments)
    with Program(app, options) as program:
        return app.exec() if program.start() else 0
