"""The office's keys: the recovery code, what is in force since when, who has what, and renewing all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_keys import Ui_KeysSection
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.recovery_sheet_dialog import RecoveryCodeDialog
from cims_desktop.gui.dialogs.rotate import RotateDialog
from cims_desktop.gui.format import instant, number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.administration.keys_words import KeyHolders
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.flow_layout import flow_acts

if TYPE_CHECKING:
    from cims_desktop.services.keys import KeysInForce, RecoveryState, RotationResult

    Answer = tuple[RecoveryState, KeysInForce, tuple[User, ...]]


class KeysSection(LivePage):
    """Shows four cards; what is grave is done in dialogs."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_KeysSection()
        self.ui.setupUi(self)
        apply_icons(self)
        self._answer: Answer | None = None
        self._guess_cost: float | None = None
        flow_acts(self.ui.recovery_acts, (self.ui.code_button,))
        flow_acts(self.ui.renew_acts, (self.ui.renew_button,))
        flow_acts(self.ui.guess_acts, (self.ui.guess_button,))
        self.ui.code_button.clicked.connect(self.make_code)
        self.ui.renew_button.clicked.connect(self.renew)
        self.ui.guess_button.clicked.connect(self.make_guessing_dearer)
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Keys")

    def fetch(self) -> None:
        office, by = self.desk.office, self.desk.user

        def ask() -> Answer:
            people = office.users.listing(by=by) if by.may(Permission.VIEW_CUSTOMERS) else ()
            return office.keys.recovery_state(by=by), office.keys.in_force(by=by), people

        self.running = self.desk.read(ask, self._show, owner=self, failed=self.failed)

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or changes.office

    def retranslate(self) -> None:
        ui, me = self.ui, self.desk.user
        exists = self._answer is not None and self._answer[0].exists
        ui.code_button.setText(
            self.tr("Make a new recovery code…") if exists else self.tr("Make a recovery code…")
        )
        ui.code_button.setProperty("primary", not exists)
        apply_icons(ui.recovery_acts)
        ui.code_button.style().unpolish(ui.code_button)
        ui.code_button.style().polish(ui.code_button)
        for button in (ui.code_button, ui.renew_button, ui.guess_button):
            explain(button, Permission.MANAGE_KEYS, me)
        ui.guess_label.setText(self._guess_sentence())
        if self._answer is not None:
            self._word(*self._answer)

    def make_code(self) -> None:
        """Opens the dialog that makes a recovery code."""
        exists = self._answer is not None and self._answer[0].exists
        dialog = RecoveryCodeDialog(self.desk, replaces=exists, parent=self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def renew(self) -> None:
        """Opens the dialog that renews all keys."""
        dialog = RotateDialog(self.desk, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.renewed.connect(self._renewed)
        dialog.open()

    def make_guessing_dearer(self) -> None:
        """Asks as much work of each password as this PC can bear."""
        office, by = self.desk.office, self.desk.user
        self.ui.guess_button.setEnabled(False)
        self.desk.write(
            lambda: office.users.raise_cost(by=by), self._dearer, owner=self, failed=self._not_dearer
        )

    def _dearer(self, changes: Changes) -> None:
        explain(self.ui.guess_button, Permission.MANAGE_KEYS, self.desk.user)
        if changes.act is None:
            self.desk.notices.inform(self.tr("Guessing is already as costly as this PC allows."))
            return
        self.desk.notices.succeed(
            self.tr("Guessing is costlier now; it takes effect at each person's next sign-in.")
        )
        self._measure()

    def _not_dearer(self, error: CimsError) -> None:
        explain(self.ui.guess_button, Permission.MANAGE_KEYS, self.desk.user)
        self.desk.show_fault(error)

    def _measure(self) -> None:
        """Tries one derivation: too slow to do at every change of the office."""
        office, by = self.desk.office, self.desk.user
        self.desk.read(lambda: office.keys.guess_milliseconds(by=by), self._measured, owner=self)

    def _measured(self, cost: float) -> None:
        self._guess_cost = cost
        self.ui.guess_label.setText(self._guess_sentence())

    def _guess_sentence(self) -> str:
        if self._guess_cost is None:
            return ""
        said = self.tr("Guessing a password costs about %1 ms on this PC.")
        return said.replace("%1", number(max(1, round(self._guess_cost))))

    def _show(self, answer: Answer) -> None:
        if self._answer is None:
            self._measure()
        self._answer = answer
        self.ui.stack.setCurrentWidget(self.ui.keys_page)
        self.retranslate()

    def _word(self, recovery: RecoveryState, force: KeysInForce, people: tuple[User, ...]) -> None:
        ui, zone = self.ui, self.desk.time_zone
        ui.recovery_label.setText(self._recovery_sentence(recovery))
        role = "muted" if recovery.exists else "warning"
        if ui.recovery_label.property("role") != role:
            ui.recovery_label.setProperty("role", role)
            ui.recovery_label.style().unpolish(ui.recovery_label)
            ui.recovery_label.style().polish(ui.recovery_label)
        since = self.tr("The keys of the office's first day are in force; they were never renewed.")
        if force.renewed_at is not None:
            since = self.tr("Renewed on %1 by %2.").replace("%1", instant(force.renewed_at, zone))
            since = since.replace("%2", force.renewed_by or "–")
        generation = self.tr("Generation %1.").replace("%1", number(force.generation))
        ui.since_label.setText(f"{since} {generation}")
        holders = KeyHolders(people)
        ui.data_label.setText(holders.data())
        ui.sensitive_label.setText(holders.sensitive())
        ui.admin_label.setText(holders.administrator())

    def _recovery_sentence(self, recovery: RecoveryState) -> str:
        if recovery.made_at is None:
            return self.tr(
                "There is none. If every administrator forgets the password, nobody can open this office."
            )
        said = self.tr("Made on %1 by %2.").replace("%1", instant(recovery.made_at, self.desk.time_zone))
        return said.replace("%2", recovery.made_by or "–")

    def _renewed(self, result: RotationResult) -> None:
        said = self.tr("All keys are renewed; generation %1 is in force.")
        self.desk.notices.succeed(said.replace("%1", number(result.generation)))
