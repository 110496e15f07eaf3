"""A date that may be empty: typed in any usual way, or chosen from a few near ones."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QMenu, QToolButton, QWidget

from cims_desktop.domain.dates import add_months
from cims_desktop.gui import format as text_format
from cims_desktop.gui import theme
from cims_desktop.gui.icons import IconSize, icon
from cims_desktop.gui.widgets.typed_dates import parse_date

ICON = 16


class OptionalDateEdit(QWidget):
    """`edited()`: the person changed it. `looks_back`: the near dates offered lie in the past."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.looks_back = False
        self._today: Callable[[], date] = date.today
        self.line_edit = QLineEdit(self)
        self.menu_button = QToolButton(self)
        self.menu_button.setIcon(icon("calendar"))
        IconSize(self.menu_button, ICON)
        self.menu_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.menu_button.setMenu(QMenu(self))
        self.menu_button.menu().aboutToShow.connect(self._fill_menu)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(4))
        layout.addWidget(self.line_edit, 1)
        layout.addWidget(self.menu_button)
        self.setFocusProxy(self.line_edit)
        self.line_edit.textEdited.connect(self.edited)
        self.line_edit.editingFinished.connect(self._tidy)
        self._set_words()

    def use_clock(self, today: Callable[[], date]) -> None:
        """Takes the office's day instead of the computer's."""
        self._today = today

    def value(self) -> date | None:
        """The date; None when it is empty. Raises ValueError when the text is no date."""
        text = self.line_edit.text().strip()
        return parse_date(text, self._today()) if text else None

    def readable(self) -> date | None:
        """The date, or None when it is empty or no date."""
        try:
            return self.value()
        except ValueError:
            return None

    def set_value(self, value: date | None) -> None:
        """Shows a date, or nothing."""
        self.line_edit.setText(text_format.day(value))
        self._mark()

    def set_today(self) -> None:
        """Shows the office's day."""
        self.set_value(self._today())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
            self._tidy()
        super().changeEvent(event)

    def _near_dates(self) -> list[tuple[str, date | None]]:
        today = self._today()
        if self.looks_back:
            return [
                (self.tr("A month ago"), add_months(today, -1)),
                (self.tr("Three months ago"), add_months(today, -3)),
                (self.tr("Six months ago"), add_months(today, -6)),
                (self.tr("A year ago"), add_months(today, -12)),
                (self.tr("No date"), None),
            ]
        return [
            (self.tr("Tomorrow"), today + timedelta(days=1)),
            (self.tr("In three days"), today + timedelta(days=3)),
            (self.tr("In a week"), today + timedelta(days=7)),
            (self.tr("In a month"), add_months(today, 1)),
            (self.tr("No date"), None),
        ]

    def _fill_menu(self) -> None:
        menu = self.menu_button.menu()
        menu.clear()
        for text, day in self._near_dates():
            shown = text if day is None else f"{text}\t{text_format.day(day)}"
            menu.addAction(shown, partial(self._choose, day))

    def _choose(self, day: date | None) -> None:
        self.set_value(day)
        self.edited.emit()
        self.line_edit.setFocus()

    def _tidy(self) -> None:
        day = self.readable()
        if day is not None:
            self.line_edit.setText(text_format.day(day))
        self._mark()

    def _mark(self) -> None:
        wrong = bool(self.line_edit.text().strip()) and self.readable() is None
        if bool(self.line_edit.property("invalid")) != wrong:
            self.line_edit.setProperty("invalid", wrong)
            self.line_edit.style().unpolish(self.line_edit)
            self.line_edit.style().polish(self.line_edit)

    def _set_words(self) -> None:
        self.line_edit.setPlaceholderText(self.tr("No date"))
        self.menu_button.setToolTip(self.tr("Choose a date"))
        self.menu_button.setAccessibleName(self.tr("Choose a date"))
