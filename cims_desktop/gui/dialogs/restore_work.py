"""The work behind the dialog that restores: one job at a time, the answer as a signal."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.errors import CimsError
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.importing.pace import throttled
from cims_desktop.gui.jobs import Job, JobRunner, Lane
from cims_desktop.gui.pages.new_office_values import SUFFIX, default_path

if TYPE_CHECKING:
    from cims_desktop.domain.backups import BackupContents


class RestoreWork(QObject):
    """`labelled(BackupLabel)`, `opened(BackupContents)`, `restored(Path)`: it came out well. `failed(CimsError)`: not.

    `progressed(Progress)` while something is restored. `busy_changed(bool)`: work has begun, or is over.
    """

    labelled = Signal(object)
    opened = Signal(object)
    restored = Signal(object)
    failed = Signal(object)
    progressed = Signal(object)
    busy_changed = Signal(bool)

    def __init__(self, gate: Gate, jobs: JobRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._gate, self._jobs = gate, jobs
        self._job: Job | None = None

    @property
    def busy(self) -> bool:
        """Whether an answer is awaited."""
        return self._job is not None

    def look(self, archive: Path) -> None:
        """What the file tells without a password."""
        self._begin(
            self._jobs.submit(
                lambda: self._gate.restorer().label(archive),
                done=lambda label: self._over(self.labelled, label), failed=self._refused, owner=self,
            )
        )  # fmt: skip

    def open(self, archive: Path, name: str, password: str) -> None:
        """What is in it, with the credentials of its day; without a name, by the recovery code."""
        self._begin(
            self._jobs.submit(
                lambda: self._gate.restorer().preview(archive, name, password),
                done=lambda contents: self._over(self.opened, contents), failed=self._refused, owner=self,
            )
        )  # fmt: skip

    def restore(self, archive: Path, to: Path, name: str, password: str) -> None:
        """Brings it back as the new office file `to`."""
        target = to if to.suffix == SUFFIX else to.with_name(to.name + SUFFIX)
        self._begin(
            self._jobs.submit_long(
                lambda task: self._gate.restorer().restore(archive, target, name, password, throttled(task)),
                progress=self.progressed.emit, done=lambda path: self._over(self.restored, path),
                failed=self._refused, owner=self, lane=Lane.READ,
            )
        )  # fmt: skip

    def cancel(self) -> None:
        """Asks it to stop; what came of it is still told."""
        if self._job is not None:
            self._job.cancel()

    def free_name(self, contents: BackupContents) -> Path:
        """A name for the new office file that is not taken, where offices are kept."""
        day = f"{contents.label.made_at.astimezone():%Y-%m-%d}"
        first = default_path(f"{contents.office_name} {day}")
        path, count = first, 1
        while path.exists() or path.with_suffix(".keys").exists():
            count += 1
            path = first.with_stem(f"{first.stem} {count}")
        return path

    def _begin(self, job: Job) -> None:
        self._job = job
        self.busy_changed.emit(True)

    def _over(self, signal: object, answer: object) -> None:
        self._job = None
        self.busy_changed.emit(False)
        signal.emit(answer)  # type: ignore[attr-defined]

    def _refused(self, error: CimsError) -> None:
        self._over(self.failed, error)
