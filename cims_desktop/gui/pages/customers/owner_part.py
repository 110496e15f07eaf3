"""Who looks after the customer: shown to everybody, changed by whoever may change all customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.owner_combo import OwnerCombo

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk


class OwnerPart(QObject):
    """Fills the combo with the office's users, now and whenever they change."""

    def __init__(self, desk: Desk, combo: OwnerCombo, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._combo = desk, combo
        explain(combo, Permission.EDIT_CUSTOMERS, desk.user, for_all=True)
        desk.bus.changed.connect(self._written)
        self._read()

    def _read(self) -> None:
        users, user = self._desk.office.users, self._desk.user
        self._desk.read(lambda: users.listing(by=user), self._show, owner=self, failed=lambda _error: None)

    def _show(self, users: tuple[User, ...]) -> None:
        self._combo.use_users(users)

    def _written(self, changes: Changes) -> None:
        if changes.office:
            self._read()
