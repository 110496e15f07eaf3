"""Logs calls from the follow-up list: the form, the write, the notice."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.interactions import Interaction
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import day


class CallLogging(QObject):
    """Opens the form over `page` and stores what comes of it."""

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._page = desk, page

    def begin(self, follow_up: FollowUp) -> None:
        """Opens the form for a call with this customer, for those who may record history."""
        from cims_desktop.gui.dialogs.log_call import LogCallDialog

        if not self._desk.may(Permission.RECORD_HISTORY):
            return
        dialog = LogCallDialog(self._desk, follow_up, self._page)
        dialog.logged.connect(self._record)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _record(self, call: Interaction) -> None:
        timeline, user = self._desk.office.timeline, self._desk.user
        said = self.tr("Call logged. Press D when nothing is left to do.")
        if call.next_contact is not None:
            said = self.tr("Call logged, next contact on %1").replace("%1", day(call.next_contact))
        self._desk.write(
            lambda: timeline.record(call, by=user),
            lambda _changes: self._desk.notices.succeed(said),
            owner=self,
        )
