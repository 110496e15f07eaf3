"""The file boxes of the dialog that restores."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def ask_archive(parent: QWidget, start: str, chosen: Callable[[str], None]) -> None:
    """Asks which backup."""
    dialog = QFileDialog(parent, QCoreApplication.translate("restore", "Choose a backup"), start)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(QCoreApplication.translate("restore", "Backups (*.cimsbak)"))
    _open(dialog, chosen)


def ask_place(parent: QWidget, start: str, chosen: Callable[[str], None]) -> None:
    """Asks where the new office file should be; nothing is ever written over, so that isn't asked."""
    dialog = QFileDialog(parent, QCoreApplication.translate("restore", "New office file"), start)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    dialog.setNameFilter(QCoreApplication.translate("restore", "Offices (*.cims)"))
    dialog.setDefaultSuffix("cims")
    dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
    _open(dialog, chosen)


def ask_folder(parent: QWidget, title: str, start: str, chosen: Callable[[str], None]) -> None:
    """Asks for a folder."""
    dialog = QFileDialog(parent, title, start)
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    _open(dialog, chosen)


def _open(dialog: QFileDialog, chosen: Callable[[str], None]) -> None:
    dialog.fileSelected.connect(chosen)
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
