"""The dialogs of keys, roles, journal and one person's rights with sample contents, for the screenshots."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk

Sample = tuple[str, QWidget]
TYPED = "amber lantern quarry 77"
TO_SCAN = "JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP"
QR = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9" fill="#fff"/>'
    '<path d="M1 1h2v2h-2zM6 1h2v2h-2zM1 6h2v2h-2zM4 1h1v1h-1zM4 4h2v1h-2zM6 6h1v1h-1zM7 7h1v1h-1z"/></svg>'
)
ANNA = User(7, "anna.schmidt", "Anna Schmidt", READY_ROLES[RoleName.SALES])
HEIR = User(8, "wang.wei", "王伟", READY_ROLES[RoleName.MANAGER])


def user_samples(desk: Desk, window: QWidget) -> Iterator[Sample]:
    """Users added, edited, given a new password, disabled with an heir."""
    from cims_desktop.gui.dialogs.disable_user import DisableUserDialog
    from cims_desktop.gui.dialogs.reset_password import ResetPasswordDialog
    from cims_desktop.gui.dialogs.user import UserDialog
    from cims_desktop.services.handing_over import Owned

    roles = tuple(READY_ROLES.values())
    adding = UserDialog(desk.jobs, roles, parent=window)
    adding.ui.display_name_edit.setText("Anna Schmidt")
    adding.ui.password_edit.setText(TYPED)
    yield "user-add", adding
    yield "user-edit", UserDialog(desk.jobs, roles, ANNA, parent=window)
    reset = ResetPasswordDialog(desk.jobs, ANNA, window)
    reset.ui.password_edit.setText(TYPED)
    yield "user-password", reset
    leaving = DisableUserDialog(ANNA, Owned(1234, 17, 3), (HEIR,), desk.user, window)
    leaving.ui.heir_combo.setCurrentIndex(1)
    yield "user-disable", leaving


def rule_samples(_desk: Desk, window: QWidget) -> Iterator[Sample]:
    """A sensitive field of the office's own."""
    from cims_desktop.gui.dialogs.sensitive_field import SensitiveFieldDialog

    yield "sensitive-field", SensitiveFieldDialog(parent=window)


def journal_samples(desk: Desk, window: QWidget) -> Iterator[Sample]:
    """The journal of the demo office verified to its end."""
    from cims_desktop.gui.dialogs.audit_verdict import AuditVerdictDialog

    yield "journal-verdict", AuditVerdictDialog(desk, window)


def backup_samples(desk: Desk, window: QWidget, folder: Path) -> Iterator[Sample]:
    """The first steps of the two guides."""
    from cims_desktop.gui.dialogs.move_office import MoveOfficeDialog
    from cims_desktop.gui.dialogs.restore import RestoreDialog
    from cims_desktop.gui.gate import Gate

    yield "restore", RestoreDialog(Gate(), desk.jobs, in_office=True, parent=window)
    yield "move-office", MoveOfficeDialog(desk, folder, window)


def key_samples(desk: Desk, window: QWidget) -> Iterator[Sample]:
    """Before a recovery code is made, and before all keys are renewed."""
    from cims_desktop.gui.dialogs.recovery_sheet_dialog import RecoveryCodeDialog
    from cims_desktop.gui.dialogs.rotate import RotateDialog

    yield "recovery-code", RecoveryCodeDialog(desk, replaces=True, parent=window)
    yield "renew-keys", RotateDialog(desk, window)


def own_samples(desk: Desk, window: QWidget) -> Iterator[Sample]:
    """One's own password and one-time code."""
    from cims_desktop.gui.dialogs.own_password import OwnPasswordDialog

    changing = OwnPasswordDialog(desk, window)
    changing.ui.password_edit.setText(TYPED)
    yield "own-password", changing
    yield "second-factor", _second_factor(desk, window)


def _second_factor(desk: Desk, window: QWidget) -> QWidget:
    """The code being switched on, with the same secret in each picture."""
    from cims_desktop.gui.dialogs.second_factor import SecondFactorDialog
    from cims_desktop.services.second_factor import Enrolment

    class Fixed(SecondFactorDialog):
        def _begin(self) -> None:
            self._show_enrolment(Enrolment(TO_SCAN, "", QR))

    return Fixed(desk, window)


def person_samples(desk: Desk, window: QWidget) -> Iterator[Sample]:
    """What a person may ask the office for, and what leaves the bin for good."""
    from cims_desktop.gui.dialogs.consent_history import ConsentHistoryDialog
    from cims_desktop.gui.dialogs.destroy import DestroyDialog
    from cims_desktop.gui.dialogs.erase_person import ErasePersonDialog
    from cims_desktop.gui.dialogs.person_export import PersonExportDialog
    from cims_desktop.gui.dialogs.who_saw import WhoSawDialog

    name, number = "Ada Lovelace", "C000042"
    yield "person-export", PersonExportDialog(name, "", desk.user, window)
    erasing = ErasePersonDialog(name, number, desk.today() + timedelta(days=1095), window)
    yield "person-erase", erasing
    yield "destroy", DestroyDialog(12, window)
    yield "who-saw", WhoSawDialog(desk, 1, name, window)
    yield "consent-history", ConsentHistoryDialog(desk, 1, name, window)
