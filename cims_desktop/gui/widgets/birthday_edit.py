"""A birthday in one field: typed in any usual way, the year may be unknown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cims_desktop.domain.dates import PartialDate
from cims_desktop.gui.widgets.typed_dates import parse_partial_date, partial_date_text

UNREADABLE = PartialDate(0, 0)
"""Stands for text that is no date; it is not valid, so the form refuses it."""


class BirthdayEdit(QWidget):
    """`edited()`: the person changed the text; `left()`: the field was left."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._value: PartialDate | None = None
        self._shown = ""
        self.line_edit = QLineEdit(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.line_edit)
        self.setFocusProxy(self.line_edit)
        self.line_edit.textEdited.connect(self.edited)
        self.line_edit.editingFinished.connect(self._leave)
        self._set_words()

    def value(self) -> PartialDate | None:
        """The birthday; `UNREADABLE` for text that is no date."""
        text = self.line_edit.text()
        if text == self._shown:
            return self._value
        if not text.strip():
            return None
        try:
            return parse_partial_date(text)
        except ValueError:
            return UNREADABLE

    def set_value(self, value: PartialDate | None) -> None:
        """Shows a birthday."""
        self._value = value
        self._shown = partial_date_text(value)
        self.line_edit.setText(self._shown)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
            if self.value() is not UNREADABLE:
                self.set_value(self.value())
        super().changeEvent(event)

    def _leave(self) -> None:
        value = self.value()
        if value is not UNREADABLE:
            self.set_value(value)
        self.left.emit()

    def _set_words(self) -> None:
        self.line_edit.setPlaceholderText(self.tr("Year-month-day, year optional"))
        self.line_edit.setAccessibleName(self.tr("Birthday"))
