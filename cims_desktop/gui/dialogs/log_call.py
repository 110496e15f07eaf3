"""Logs a call with one customer without leaving the list."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.contacts import display_phone
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.domain.timeline import FollowUp
from cims_desktop.gui._gen.ui_log_call_dialog import Ui_LogCallDialog
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.typing_dialog import TypingDialog
from cims_desktop.gui.translation import Translated


class LogCallDialog(Translated, TypingDialog):
    """The timeline's small form for one call. `logged(Interaction)`: it is complete and waits to be stored."""

    logged = Signal(object)

    def __init__(self, desk: Desk, follow_up: FollowUp, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_LogCallDialog()
        self.ui.setupUi(self)
        self._customer_id = follow_up.customer_id
        self.ui.name_label.setText(follow_up.name)
        self.ui.phone_label.setText(display_phone(follow_up.phone))
        self.ui.phone_label.setVisible(bool(follow_up.phone))
        mark(self.ui.phone_label)
        entry = self.ui.quick_entry
        entry.use_clock(desk.office.now, desk.today)
        entry.open_entry(InteractionKind.CALL)
        entry.entered.connect(self._finish)
        entry.closed.connect(self.reject)

    def _finish(self) -> None:
        self.logged.emit(self.ui.quick_entry.interaction(self._customer_id))
        self.accept()
