"""Asks for a day in the future."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QColor, QTextCharFormat
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui._gen.ui_pick_day_dialog import Ui_PickDayDialog
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.primary import make_primary


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
        plain = QTextCharFormat()
        plain.setForeground(QColor(theme.tokens().ink))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            # Qt's own red is too harsh on the dark theme.
            self.ui.calendar.setWeekdayTextFormat(weekend, plain)
        self.ui.calendar.activated.connect(self.accept)
        self.ui.buttons.accepted.connect(self.accept)
        self.ui.buttons.rejected.connect(self.reject)
        self.accepted.connect(self._tell)
        self.retranslate()

    def retranslate(self) -> None:
        plan = self.ui.buttons.button(QDialogButtonBox.StandardButton.Ok)
        plan.setText(self.tr("Plan"))
        make_primary(plan)

    def _tell(self) -> None:
        chosen = self.ui.calendar.selectedDate()
        self.day_picked.emit(date(chosen.year(), chosen.month(), chosen.day()))
