"""What somebody who has just signed in must know or do first: warnings about the office, a one-time code to set up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from cims_desktop.domain.auditing import OfficeWarning
from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.second_factor import SecondFactorDialog
from cims_desktop.gui.format import instant


class Arrival(QObject):
    """`sign_out_requested()`: the office wants a one-time code, and the person would rather leave."""

    sign_out_requested = Signal()

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def begin(self) -> None:
        """Shows the warnings, each once, then asks for the one-time code if the office wants one."""
        warnings = self._desk.office.warnings
        if warnings:
            self._warn(warnings, self._ask_code)
        else:
            self._ask_code()

    def _warn(self, warnings: tuple[OfficeWarning, ...], then: Callable[[], None]) -> None:
        box = QMessageBox(self._window)
        box.setObjectName("office_warning")
        box.setIcon(QMessageBox.Icon.Warning)
        box.setWindowTitle(self.tr("Look at this first"))
        box.setText("\n\n".join(self.sentence(one) for one in warnings))
        box.setInformativeText(self._what_to_do())
        understood = box.addButton(self.tr("Understood"), QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(understood)
        box.setDefaultButton(understood)
        if self._desk.may(Permission.MANAGE_KEYS):
            known = box.addButton(
                self.tr("I know why; don't warn again"), QMessageBox.ButtonRole.DestructiveRole
            )
            known.clicked.connect(self._settle)
        box.finished.connect(then)
        box.finished.connect(box.deleteLater)
        box.open()

    def sentence(self, warning: OfficeWarning) -> str:
        """What is odd, with its dates."""
        text = {
            "journal_cut": self.tr(
                "Part of the office's journal is missing: this computer has seen entries until %1, "
                "the journal goes on from %2 without them."
            ),
            "rolled_back": self.tr(
                "This office is older than it was: this computer has seen it as of %1, now it is as of %2."
            ),
            "journal_forged": self.tr(
                "The office's journal was written anew by somebody without the administrators' key: "
                "it differs from what they vouched for on %3."
            ),
        }.get(warning.code, self.tr("The office's journal does not agree with what this computer has seen."))
        for mark, name in (("%1", "seen_at"), ("%2", "found_at"), ("%3", "made_at")):
            at = warning.params.get(name)
            text = text.replace(mark, instant(at, self._desk.time_zone) if isinstance(at, datetime) else "?")
        return text

    def _settle(self) -> None:
        office, by = self._desk.office, self._desk.user
        self._desk.write(
            lambda: office.audit.settle_warnings(by=by),
            lambda _changes: self._desk.notices.succeed(
                self.tr("Noted in the journal; this computer warns no more.")
            ),
            owner=self,
        )

    def _what_to_do(self) -> str:
        return self.tr(
            "If somebody brought back a backup or an older copy on purpose, all is well. If nobody did: work no "
            "further, keep both files as they are, tell an administrator, and check the journal under Administration."
        )

    def _ask_code(self) -> None:
        office = self._desk.office
        self._desk.read(lambda: office.must_enrol, self._enrol, owner=self)

    def _enrol(self, needed: bool) -> None:
        if not needed:
            return
        dialog = SecondFactorDialog(self._desk, self._window, required=True)
        dialog.rejected.connect(self.sign_out_requested)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
