"""What a person may ask of the office: everything about them, or to be forgotten. Opens the dialogs, runs the work."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.domain.errors import Cancelled, CimsError, Invalid
from cims_desktop.gui import counter_mode
from cims_desktop.gui.dialogs.erase_person import ErasePersonDialog
from cims_desktop.gui.dialogs.person_export import PersonExportDialog
from cims_desktop.gui.format import day
from cims_desktop.gui.jobs import Lane
from cims_desktop.gui.person_words import person_words
from cims_desktop.gui.settings import LAST_FOLDER
from cims_desktop.gui.words import fault_sentence

if TYPE_CHECKING:
    from cims_desktop.domain.customers import Customer
    from cims_desktop.gui.desk import Desk
    from cims_desktop.services.privacy import Erasure, PersonExport


@dataclass(frozen=True)
class Person:
    """Whom it is about."""

    id: int
    number: str
    name: str


def person_of(customer: Customer) -> Person:
    """The stored customer as a person."""
    assert customer.id is not None
    return Person(customer.id, customer.number, customer.name)


class PersonActs(QObject):
    """`erased(int)`: the person is no more in the office."""

    erased = Signal(int)

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        self.dialog: QDialog | None = None

    def export(self, person: Person) -> None:
        """Asks for a folder, then writes everything about the person there."""
        if counter_mode.is_on():
            self._desk.notices.inform(counter_mode.refusal())
            return
        settings, user = self._desk.settings, self._desk.user
        dialog = PersonExportDialog(person.name, settings.get(LAST_FOLDER), user, self._window)
        dialog.submitted.connect(lambda folder, sensitive: self._write(dialog, person, folder, sensitive))
        self._open(dialog)

    def show_consents(self, person: Person) -> None:
        """What the person said about being contacted."""
        from cims_desktop.gui.dialogs.consent_history import ConsentHistoryDialog

        self._open(ConsentHistoryDialog(self._desk, person.id, person.name, self._window))

    def show_who_saw(self, person: Person) -> None:
        """Who saw or exported the person's data."""
        from cims_desktop.gui.dialogs.who_saw import WhoSawDialog

        self._open(WhoSawDialog(self._desk, person.id, person.name, self._window))

    def erase(self, person: Person) -> None:
        """Says what goes and what stays, asks, then erases."""
        office, user = self._desk.office, self._desk.user

        def work() -> date:
            from cims_desktop.services.privacy import backups_until

            return backups_until(office.rules.get(by=user).policy, office.today())

        self._desk.read(work, lambda until: self._ask_erase(person, until), owner=self)

    def _write(self, dialog: PersonExportDialog, person: Person, folder: Path, sensitive: bool) -> None:
        privacy, user, words = self._desk.office.privacy, self._desk.user, person_words()
        self._desk.settings.set(LAST_FOLDER, str(folder))

        def done(written: PersonExport) -> None:
            dialog.accept()
            target = QUrl.fromLocalFile(str(written.folder))
            said = self.tr("Everything about %1 is in the folder %2.")
            said = said.replace("%1", person.number).replace("%2", written.folder.name)

            def open_folder() -> None:
                QDesktopServices.openUrl(target)

            self._desk.notices.succeed(said, self.tr("Open folder"), open_folder)

        def failed(error: CimsError) -> None:
            stopped = isinstance(error, Cancelled)
            said = self.tr("Cancelled: nothing was written.") if stopped else " ".join(fault_sentence(error))
            dialog.show_fault(said)

        job = self._desk.jobs.submit_long(
            lambda task: privacy.export_person(person.id, folder, words, task, by=user, sensitive=sensitive),
            progress=dialog.show_step, done=done, failed=failed, owner=dialog, lane=Lane.READ,
        )  # fmt: skip
        dialog.stop_asked.connect(job.cancel)

    def _ask_erase(self, person: Person, until: date) -> None:
        dialog = ErasePersonDialog(person.name, person.number, until, self._window)
        dialog.submitted.connect(lambda reason: self._erase(dialog, person, reason))
        self._open(dialog)

    def _erase(self, dialog: ErasePersonDialog, person: Person, reason: str) -> None:
        privacy, user = self._desk.office.privacy, self._desk.user

        def done(outcome: Erasure) -> None:
            dialog.accept()
            self.erased.emit(person.id)
            self._desk.publish(outcome)
            self._say_erased(person, outcome)

        def failed(error: CimsError) -> None:
            if isinstance(error, Invalid):
                dialog.show_problems(error.problems)
            else:
                dialog.show_fault(" ".join(fault_sentence(error)))

        self._desk.jobs.submit_long(
            lambda task: privacy.erase(person.id, reason, task, by=user),
            progress=dialog.show_step, done=done, failed=failed, owner=self, lane=Lane.WRITE,
        )  # fmt: skip

    def _say_erased(self, person: Person, outcome: Erasure) -> None:
        said = self.tr("%1 is erased. The last backup that knows the person is gone on %2.")
        said = said.replace("%1", person.number).replace("%2", day(outcome.backups_until))
        if outcome.fault is None:
            self._desk.notices.succeed(said)
            return
        _sentence, way_out = fault_sentence(outcome.fault)
        rest = self.tr("The file itself still holds traces and must be made anew.")
        self._desk.notices.fail(f"{said} {rest}", way_out, self.tr("Try again"), self._finish)

    def _finish(self) -> None:
        """Makes the file anew; it was stopped after the records were emptied."""
        privacy, user = self._desk.office.privacy, self._desk.user
        self._desk.jobs.submit_long(
            lambda task: privacy.finish_erasures(task, by=user),
            progress=lambda _step: None,
            done=lambda _clean: self._desk.notices.succeed(self.tr("No trace is left in the file.")),
            failed=self._desk.show_fault, owner=self, lane=Lane.WRITE,
        )  # fmt: skip

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
