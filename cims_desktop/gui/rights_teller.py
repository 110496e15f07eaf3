"""Keeps what disabled acts say true: who the administrators are now, in the language of the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.users import User
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.rights import explain_again, set_administrators


class RightsTeller(QObject):
    """Asks for the administrators once and whenever the office's users change."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window
        window.installEventFilter(self)
        desk.bus.changed.connect(self._written)

    def ask(self) -> None:
        """Asks off the GUI thread who can give rights."""
        office, by = self._desk.office, self._desk.user
        self._desk.read(lambda: office.users.listing(by=by), self._heard, owner=self, failed=self._failed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            # The pages come after the window, and set their own tool tips.
            QTimer.singleShot(0, self, self._again)
        return super().eventFilter(watched, event)

    def _written(self, changes: Changes) -> None:
        if changes.office and self._window.isVisible():
            self.ask()

    def _heard(self, users: tuple[User, ...]) -> None:
        set_administrators([one.display_name for one in users if one.active and one.role.administers])
        self._again()

    def _failed(self, _error: CimsError) -> None:
        """Whoever may not list the users reads of an administrator without a name."""

    def _again(self) -> None:
        explain_again(self._window, self._desk.user)
