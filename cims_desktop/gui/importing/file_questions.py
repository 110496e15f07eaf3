"""Which file to read, where to save one: the system's dialogs behind one wrapper, so that tests can answer."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

TABLES = "*.csv *.txt *.tsv *.xlsx *.xlsm *.xlsb *.xls *.ods"


def ask_for_table(parent: QWidget, folder: str) -> Path | None:
    """The file that the person chose; None when there was none."""
    tables = QCoreApplication.translate("import", "Tables (%1)").replace("%1", TABLES)
    every = QCoreApplication.translate("import", "All files (*)")
    title = QCoreApplication.translate("import", "Choose a file to import")
    chosen, _kind = QFileDialog.getOpenFileName(parent, title, folder, f"{tables};;{every}")
    return Path(chosen) if chosen else None


def ask_where_to_save(parent: QWidget, proposal: str) -> Path | None:
    """Where the refused rows go; None when the person changed their mind."""
    title = QCoreApplication.translate("import", "Save refused rows")
    chosen, _kind = QFileDialog.getSaveFileName(parent, title, proposal, "CSV (*.csv)")
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(".csv")


AskForTable = Callable[[QWidget, str], Path | None]
AskWhereToSave = Callable[[QWidget, str], Path | None]
