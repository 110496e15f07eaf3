"""Said once after the start, if it is so: that the office has moved away, that there is no recovery code."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.backup_places import mark_moved, moved_on
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import day
from cims_desktop.gui.widgets.message_bar import MessageBar

if TYPE_CHECKING:
    from cims_desktop.services.keys import RecoveryState

AFTER_MS = 4_000
AGAIN_MS = 30_000


class SafetyReminders(QObject):
    """Never takes the place of another notice: waits until it has been read."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._timer = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._timer.timeout.connect(self.remind)

    def start(self) -> None:
        """Looks in a moment; a demo office needs no safety."""
        if not self._desk.office.profile.demo and not self._desk.user.looking:
            self._timer.start()

    def stop(self) -> None:
        """Says nothing any more."""
        self._timer.stop()

    def remind(self) -> None:
        """Says what there is to say."""
        notices = self._desk.notices
        if isinstance(notices, MessageBar) and notices.text():
            self._timer.start(AGAIN_MS)
            return
        office, by = self._desk.office, self._desk.user
        if moved := moved_on(self._desk.settings, office.path):
            said = self.tr(
                "This office moved to another PC on %1: work there. What is entered here stays here."
            )
            notices.warn(
                said.replace("%1", day(date.fromisoformat(moved))),
                self.tr("It is in use here again"), self._forget_move,
            )  # fmt: skip
        elif self._desk.may(Permission.MANAGE_KEYS):
            self._desk.read(lambda: office.keys.recovery_state(by=by), self._tell, owner=self)

    def _forget_move(self) -> None:
        mark_moved(self._desk.settings, self._desk.office.path, "")

    def _tell(self, state: RecoveryState) -> None:
        if not state.exists:
            routes = self._desk.routes
            self._desk.notices.inform(
                self.tr("This office has no recovery code. Without one, forgotten passwords lock everybody out."),
                self.tr("See to it"), lambda: routes.section_requested.emit("keys"),
            )  # fmt: skip
