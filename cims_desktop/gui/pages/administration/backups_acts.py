"""What is done with backups: make, prove, restore to a new file, move the office, open the folder."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.backups import BackupEntry
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.move_office import MoveOfficeDialog
from cims_desktop.gui.dialogs.restore import RestoreDialog
from cims_desktop.gui.format import instant
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.long_task import LongTask
from cims_desktop.gui.words import fault_sentence


class BackupActs(QObject):
    """Works and opens dialogs over `page`. `gate` gives the way into backups."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page
        self.gate = Gate()
        self.task = LongTask(desk, page)

    def make(self, folder: Path | None) -> None:
        """Makes a verified backup in `folder` (None: the usual one)."""
        office, by = self._desk.office, self._desk.user
        self.task.start(
            self.tr("Back up now"),
            lambda task: office.backups.make(folder, task, by=by),
            self._made,
            failed=self._failed,
            cancelled=self.tr("Cancelled: no backup was made. The earlier ones are as they were."),
        )

    def prove(self, entry: BackupEntry) -> None:
        """Unpacks, opens and checks one."""
        office, by = self._desk.office, self._desk.user
        self.task.start(
            self.tr("Prove a backup"),
            lambda task: office.backups.prove(entry.path, task, by=by),
            self._proven,
            failed=self._failed,
            cancelled=self.tr("Cancelled: the backup was not checked to its end."),
        )

    def restore(self, archive: Path | None) -> None:
        """Opens the guide that brings a backup back as a new office."""
        dialog = RestoreDialog(self.gate, self._desk.jobs, archive, in_office=True, parent=self._page)
        dialog.sign_in_wanted.connect(self._desk.routes.office_requested)
        _open(dialog)

    def move(self, folder: Path) -> None:
        """Opens the guide that moves the office to another PC."""
        _open(MoveOfficeDialog(self._desk, folder, self._page))

    def open_folder(self, folder: Path) -> None:
        """Shows the folder in the desktop's file manager; the nearest one that is there."""
        there = next((one for one in (folder, *folder.parents) if one.is_dir()), folder)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(there)))

    def _made(self, entry: BackupEntry) -> None:
        self._desk.publish(Changes(office=True))
        said = self.tr("Backed up and proven: %1").replace("%1", entry.file_name)
        self._desk.notices.succeed(said, self.tr("Open folder"), lambda: self.open_folder(Path(entry.folder)))

    def _proven(self, entry: BackupEntry) -> None:
        self._desk.publish(Changes(office=True))
        said = self.tr("The backup of %1 is whole: it was unpacked, opened and checked.")
        self._desk.notices.succeed(said.replace("%1", instant(entry.made_at, self._desk.time_zone)))

    def _failed(self, error: CimsError) -> None:
        """Tells it plainly; the page then names the last good one."""
        self._desk.publish(Changes(office=True))
        sentence, way_out = fault_sentence(error)
        self._desk.notices.fail(sentence, way_out)


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
