"""The fields of the dialog that restores: what was typed, and what was found, in words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cims_desktop.domain.progress import Progress
from cims_desktop.gui._gen.ui_restore_dialog import Ui_RestoreDialog
from cims_desktop.gui.backup_words import reason_word, size_word
from cims_desktop.gui.dialogs.restore_words import RestoreWords
from cims_desktop.gui.stage_words import stage_word

if TYPE_CHECKING:
    from cims_desktop.domain.backups import BackupContents, BackupLabel

SCALE = 1000


class RestoreFields(QObject):
    """Reads and words the form `ui`."""

    def __init__(self, ui: Ui_RestoreDialog, words: RestoreWords) -> None:
        super().__init__(words)
        self._ui, self._words = ui, words

    def archive(self) -> Path | None:
        """The file that was chosen."""
        text = self._ui.file_edit.text().strip()
        return Path(text) if text else None

    def credentials(self) -> tuple[str, str]:
        """Name and password; with the recovery code no name."""
        name = "" if self._ui.code_check.isChecked() else self._ui.name_edit.text().strip()
        return name, self._ui.password_edit.text()

    def show_busy(self, busy: bool) -> None:
        """An answer is awaited: nothing else can be asked, but it can be given up."""
        ui = self._ui
        running = ui.stack.currentWidget() is ui.run_page
        ui.busy_bar.set_busy(busy=busy and not running)
        ui.cancel_button.setEnabled(True)
        for button in (ui.next_button, ui.back_button):
            button.setEnabled(not busy)

    def show_progress(self, step: Progress) -> None:
        """What is done now, and how far it is."""
        self._ui.progress_label.setText(stage_word(step.stage))
        self._ui.progress_bar.setRange(0, SCALE if step.total else 0)
        self._ui.progress_bar.setValue(round(SCALE * step.done / step.total) if step.total else 0)

    def word(self, label: BackupLabel | None, contents: BackupContents | None, restored: Path | None) -> None:
        """What is known of the backup so far, in the language of the window."""
        ui = self._ui
        if label is not None:
            ui.label_title_label.setText(self._words.made(label))
            parts = (reason_word(label.reason), size_word(label.size), label.program)
            ui.label_text_label.setText(" · ".join(part for part in parts if part))
        if contents is not None:
            ui.place_title_label.setText(contents.office_name)
            ui.contents_label.setText(self._words.counts(contents))
            ui.users_label.setText(self._words.users(contents))
        done = self.tr("The office is back and was checked in full.")
        ui.run_title_label.setText(done if restored else self.tr("Restoring…"))
        ui.done_label.setText(str(restored or ""))
