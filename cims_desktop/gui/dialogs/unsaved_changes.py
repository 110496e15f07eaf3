"""Asks what to do with unsaved changes before something would take them away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


class UnsavedChangesBox(QMessageBox):
    """Save, Discard or Keep editing (the default, and what Esc does). Open it with `open()`; it doesn't block."""

    def __init__(
        self, name: str, save: Callable[[], None], discard: Callable[[], None],
        keep: Callable[[], None], parent: QWidget,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        translate = QCoreApplication.translate
        self._answers: dict[object, Callable[[], None]] = {}
        self.setWindowTitle(translate("UnsavedChangesBox", "Unsaved changes"))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(translate("UnsavedChangesBox", "Save the changes to %1?").replace("%1", name[:80]))
        self.setInformativeText(translate("UnsavedChangesBox", "What you typed is not saved yet."))
        roles = QMessageBox.ButtonRole
        self.save_button = self.addButton(translate("UnsavedChangesBox", "Save changes"), roles.AcceptRole)
        self.discard_button = self.addButton(translate("UnsavedChangesBox", "Discard"), roles.DestructiveRole)
        self.keep_button = self.addButton(translate("UnsavedChangesBox", "Keep editing"), roles.RejectRole)
        self.save_button.setProperty("primary", True)
        self.setDefaultButton(self.save_button)
        self.setEscapeButton(self.keep_button)
        self._answers = {self.save_button: save, self.discard_button: discard, self.keep_button: keep}
        self.finished.connect(self._answer)

    def _answer(self) -> None:
        self._answers.get(self.clickedButton(), self._answers[self.keep_button])()
        self.deleteLater()
