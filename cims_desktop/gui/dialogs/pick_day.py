"""Asks for a day in the future."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDialog, QWidget

from cims_desktop.gui._gen.ui_pick_day_dialog import Ui_PickDayDialog
from cims_desktop.gui.translation import Translated


class PickDayDialog(Translated, QDialog):
    """A calendar from today on. `day_picked(date)`: the person agreed to this day."""

    day_picked = Signal(object)

    def __init__(self, today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_PickDayDialog()
        self.ui.setupUi(self)
        tomorrow = today + timedelta(days=1)
        self.ui.calendar.setMinimumDate(QDate(today.year, today.month, today.day))
        self.ui.calendar.setSelectedDate(QDate(tomorrow.year, tomorrow.month, tomorrow.day))
        self.ui.calendar.activated.connect(self.accept)
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)

    def _tell(self) -> None:
        chosen = self.ui.calendar.selectedDate()
        self.day_picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
