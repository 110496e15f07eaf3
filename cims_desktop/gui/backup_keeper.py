"""Makes the backup that the office's rules ask for: soon after the start if one was missed, then when nobody works."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.backups import BackupEntry, BackupState
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.backup_places import backup_folder
from cims_desktop.gui.backup_words import problem_of_backup
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import instant
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.inactivity import InactivityWatch
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.words import fault_sentence

FIRST_MS = 20_000
"""So long after the start, when whoever signed in has found something to do."""
LOOK_MS = 30 * 60_000
QUIET_MINUTES = 2
PASSING = frozenset({"in_use", "busy"})
"""Somebody else makes one just now, or renews the keys: the next time will tell."""


class BackupKeeper(QObject):
    """Runs in the background of one session; says something only when a backup was made or could not be made."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._job: Job | None = None
        self._said = ""
        self._first = QTimer(self, singleShot=True, interval=FIRST_MS)
        self._first.timeout.connect(self.look)
        self._later = QTimer(self, interval=LOOK_MS)
        self._watch = InactivityWatch(self)
        self._watch.set_minutes(QUIET_MINUTES)
        self._later.timeout.connect(self._watch.restart)
        self._watch.idle.connect(self.look)

    def start(self) -> None:
        """Begins to keep watch; a demo office needs no backups."""
        if not self._desk.office.profile.demo and not self._desk.user.looking:
            self._first.start()
            self._later.start()

    def stop(self) -> None:
        """No more backups; one under way is given up."""
        self._first.stop()
        self._later.stop()
        self._watch.stop()
        if self._job is not None:
            self._job.cancel()

    def look(self) -> None:
        """Makes a backup if one is due."""
        if self._job is not None:
            return
        self._watch.stop()
        office, by = self._desk.office, self._desk.user
        folder = backup_folder(self._desk.settings, office.profile.uid)
        self._job = self._desk.jobs.submit_long(
            lambda task: office.backups.scheduled(folder, throttled(task), by=by),
            progress=lambda _step: None, done=self._done, failed=self._failed, owner=self, lane=Lane.READ,
        )  # fmt: skip

    def _done(self, entry: BackupEntry | None) -> None:
        self._job, self._said = None, ""
        if entry is None:
            return
        self._desk.publish(Changes(office=True))
        self._desk.notices.succeed(self.tr("The office was backed up, and the backup was checked."))

    def _failed(self, error: CimsError) -> None:
        self._job = None
        if isinstance(error, Cancelled) or error.code in PASSING or error.code == self._said:
            return
        self._said = error.code
        self._desk.publish(Changes(office=True))
        if self._desk.may(Permission.BACK_UP):
            office, by = self._desk.office, self._desk.user
            folder = backup_folder(self._desk.settings, office.profile.uid)
            self._desk.read(
                lambda: office.backups.state(by=by, folder=folder),
                lambda state: self._tell(error, state), owner=self,
            )  # fmt: skip
        else:
            said = self.tr("The scheduled backup failed. %1 Please tell whoever looks after the office.")
            self._desk.notices.warn(said.replace("%1", problem_of_backup(error.code)))

    def _tell(self, error: CimsError, state: BackupState) -> None:
        """What went wrong, which backup is still good, and where to see to it."""
        good = self.tr("There is no good backup yet.")
        if state.last_made is not None:
            good = self.tr("The last good one is that of %1.")
            good = good.replace("%1", instant(state.last_made.made_at, self._desk.time_zone))
        sentence, way_out = fault_sentence(error)
        said = self.tr("The scheduled backup failed. %1").replace("%1", f"{sentence} {way_out}".strip())
        routes = self._desk.routes
        self._desk.notices.warn(
            f"{said} {good}", self.tr("Open backups"), lambda: routes.section_requested.emit("backups")
        )
