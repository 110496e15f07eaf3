"""Logs calls from the follow-up list: the form, the write, the notice."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.interactions import Interaction
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import HeldDraft
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
        key = ("entry", follow_up.customer_id)
        held = HeldDraft(self._desk.drafts, key, dialog.ui.quick_entry.draft, dialog)
        dialog.ask_before_losing(self._desk.questions, lambda: dialog.ui.quick_entry.draft() is not None)
        dialog.logged.connect(partial(self._record, held))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _record(self, held: HeldDraft, call: Interaction) -> None:
        timeline, user = self._desk.office.timeline, self._desk.user
        said = self.tr("Call logged. Press D when nothing is left to do.")
        if call.next_contact is not None:
            said = self.tr("Call logged, next contact on %1").replace("%1", day(call.next_contact))

        def recorded(_changes: Changes) -> None:
            held.end()
            self._desk.notices.succeed(said)

        self._desk.write(lambda: timeline.record(call, by=user), recorded, owner=self)
