"""Where this desk keeps its own files: logs, and what tells two windows apart."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QStandardPaths


def data_folder() -> Path:
    """The program's own folder of this user on this computer; it never wanders to another one."""
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppLocalDataLocation))


def log_folder() -> Path:
    """Where the log is written."""
    return data_folder() / "logs"
