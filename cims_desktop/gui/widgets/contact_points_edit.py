"""All phones, mail addresses and other contacts of a customer, one row each."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cims_desktop.domain.contacts import PHONE_KINDS, ContactKind, ContactPoint
from cims_desktop.domain.errors import Problem
from cims_desktop.gui import theme
from cims_desktop.gui.widgets.contact_row import ContactRow
from cims_desktop.gui.widgets.tab_stops import last_stop, tab_after


class ContactPointsEdit(QWidget):
    """`edited()`: a row changed, came or went; `left()`: a value's field was left."""

    edited = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[ContactRow] = []
        self._first_phone = ContactKind.MOBILE
        self._withheld: frozenset[ContactKind] = frozenset()
        self.heading = QLabel(self)
        self.heading.setProperty("role", "label")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.phone_button = self._adder(ContactKind.MOBILE)
        self.email_button = self._adder(ContactKind.EMAIL)
        self.other_button = self._adder(ContactKind.WECHAT)
        head = QHBoxLayout()
        head.setSpacing(theme.px(4))
        head.addWidget(self.heading)
        head.addStretch(1)
        for button in (self.phone_button, self.email_button, self.other_button):
            head.addWidget(button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        self._layout.addLayout(head)
        self._set_words()

    def withhold(self, kinds: frozenset[ContactKind]) -> None:
        """Kinds that the person doesn't see are not offered either."""
        self._withheld = kinds
        self.phone_button.setVisible(self._first_phone not in kinds)
        self.email_button.setVisible(ContactKind.EMAIL not in kinds)

    def set_value(self, points: Sequence[ContactPoint]) -> None:
        """Shows these contact points, and an empty row for a phone and a mail address where there is none."""
        while self._rows:
            self._drop(self._rows[0])
        for point in points:
            self._append(point)
        kinds = {point.kind for point in points}
        if not kinds & PHONE_KINDS and self._first_phone not in self._withheld:
            self._append(ContactPoint(self._first_phone, ""))
        if ContactKind.EMAIL not in kinds | self._withheld:
            self._append(ContactPoint(ContactKind.EMAIL, ""))

    def value(self) -> tuple[ContactPoint, ...]:
        """What is typed; empty rows are left out."""
        return tuple(row.value() for row in self._filled())

    def row(self, position: int) -> ContactRow:
        """The row at `position`, empty ones included."""
        return self._rows[position]

    def row_count(self) -> int:
        """How many rows there are, empty ones included."""
        return len(self._rows)

    def add(self, kind: ContactKind, text: str = "") -> None:
        """Adds a row (or uses an empty one of that kind) and goes there."""
        row = next((row for row in self._rows if row.is_empty() and row.kind() is kind), None)
        row = row or self._append(ContactPoint(kind, ""))
        if text:
            row.ui.value_edit.setText(text)
            row.ui.value_edit.setModified(True)
            self.edited.emit()
        row.ui.value_edit.setFocus()

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Shows problems whose field is ``contacts.N.value``, N counting the rows of `value()`."""
        by_field = {problem.field: problem for problem in problems}
        filled = self._filled()
        for row in self._rows:
            key = f"contacts.{filled.index(row)}.value" if row in filled else ""
            alone = Problem("contacts", "label_alone") if row.is_label_alone() else None
            row.show_problem(by_field.get(key, alone))

    def go_to_lonely_label(self) -> bool:
        """Goes where a value is missing for a label; False when none is."""
        row = next((row for row in self._rows if row.is_label_alone()), None)
        if row is not None:
            row.ui.value_edit.setFocus()
        return row is not None

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _filled(self) -> list[ContactRow]:
        return [row for row in self._rows if not row.is_empty()]

    def _append(self, point: ContactPoint) -> ContactRow:
        row = ContactRow(point, self, self._withheld)
        before = last_stop(self._rows[-1], self.other_button) if self._rows else self.other_button
        self._rows.append(row)
        self._layout.addWidget(row)
        tab_after(before, row)
        row.edited.connect(self.edited)
        row.left.connect(self.left)
        row.primary_chosen.connect(partial(self._make_primary, row))
        row.removal_asked.connect(partial(self._remove, row))
        row.edited.connect(self._offer_primary)
        self._offer_primary()
        return row

    def _remove(self, row: ContactRow) -> None:
        position = self._rows.index(row)
        self._drop(row)
        if self._rows:
            self._rows[min(position, len(self._rows) - 1)].ui.value_edit.setFocus()
        else:
            self.phone_button.setFocus()
        self.edited.emit()

    def _drop(self, row: ContactRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._offer_primary()

    def _offer_primary(self) -> None:
        groups = [row.group() for row in self._rows]
        for row in self._rows:
            row.offer_primary(offered=groups.count(row.group()) > 1)

    def _make_primary(self, chosen: ContactRow) -> None:
        for row in self._rows:
            if row is chosen or row.group() == chosen.group():
                row.set_primary(primary=row is chosen)
        self.edited.emit()

    def _adder(self, kind: ContactKind) -> QPushButton:
        button = QPushButton(self)
        button.setProperty("link", True)
        # Enter presses the button that has the focus, not the dialog's own.
        button.setAutoDefault(True)
        button.clicked.connect(lambda: self.add(kind))
        return button

    def _set_words(self) -> None:
        self.heading.setText(self.tr("Phones, e-mail and more"))
        self.phone_button.setText(self.tr("+ Phone"))
        self.email_button.setText(self.tr("+ E-mail"))
        self.other_button.setText(self.tr("+ Other"))
