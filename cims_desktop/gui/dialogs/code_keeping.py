"""The ten recovery codes of the second factor, shown once: copied, printed or saved before the dialog closes."""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from cims_desktop.gui import counter_mode
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import day
from cims_desktop.gui.paper import print_paper

COLUMNS = 2


class CodeKeeping(QObject):
    """Binds the codes' page of the form `ui`."""

    def __init__(self, desk: Desk, ui: Any, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._ui, self._window = desk, ui, parent
        self._codes: tuple[str, ...] = ()
        ui.codes_fault_label.hide()
        ui.copy_codes_button.clicked.connect(self._copy)
        ui.print_codes_button.clicked.connect(self._print)
        ui.save_codes_button.clicked.connect(self._ask_file)

    def show(self, codes: tuple[str, ...]) -> None:
        """Shows these codes; they are not to be had again."""
        self._codes = codes
        lines = ["     ".join(codes[at : at + COLUMNS]) for at in range(0, len(codes), COLUMNS)]
        edit = self._ui.codes_edit
        edit.setPlainText("\n".join(lines))
        edit.setFixedHeight(edit.fontMetrics().lineSpacing() * (len(lines) + 1) + 16)

    def text(self) -> str:
        """What is printed and saved: whose codes they are, and how one is used."""
        office, user = self._desk.office.profile.name, self._desk.user.sign_in_name
        about = self.tr("Recovery codes of %1 for the office “%2”, %3")
        about = about.replace("%1", user).replace("%2", office).replace("%3", day(self._desk.today()))
        use = self.tr("Each one signs in once, in place of the one-time code, together with the password.")
        return "\n".join((about, use, "", *self._codes, ""))

    def save(self, path: Path) -> None:
        """Writes the codes to a file of the person's choice."""
        try:
            write_private(path, self.text())
        except OSError:
            self._complain(self.tr("The file can't be written there. Choose another folder."))
        else:
            self._complain("")

    def _copy(self) -> None:
        if not guard().copy_sensitive(self.text()):
            self._complain(counter_mode.refusal())

    def _ask_file(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self._window,
            self.tr("Save the recovery codes"),
            str(Path.home() / "cims-codes.txt"),
            self.tr("Text (*.txt)"),
        )
        if name:
            self.save(Path(name))

    def _print(self) -> None:
        if counter_mode.is_on():
            self._complain(counter_mode.refusal())
            return
        page = f"<pre>{html.escape(self.text())}</pre>"
        print_paper(self._desk, "recovery_codes", self._window, self.tr("Recovery codes"), page)

    def _complain(self, sentence: str) -> None:
        self._ui.codes_fault_label.setText(sentence)
        self._ui.codes_fault_label.setVisible(bool(sentence))


def write_private(path: Path, text: str) -> None:
    """Writes a file that only its owner may read, where the system knows such a thing. Raises OSError."""
    with os.fdopen(
        os.open(path, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8"
    ) as file:
        file.write(text)
