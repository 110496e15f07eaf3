"""All addresses of a customer."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from cims_desktop.domain.contacts import Address
from cims_desktop.gui import theme
from cims_desktop.gui.widgets.address_row import AddressRow
from cims_desktop.gui.widgets.tab_stops import last_stop, tab_after


class AddressesEdit(QWidget):
    """`edited()`: an address changed, came or went."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: list[AddressRow] = []
        self._country = "CN"
        self.heading = QLabel(self)
        self.heading.setProperty("role", "label")
        self.heading.setTextFormat(Qt.TextFormat.PlainText)
        self.add_button = QPushButton(self)
        self.add_button.setProperty("link", True)
        self.add_button.setAutoDefault(True)
        self.add_button.clicked.connect(self.add)
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addStretch(1)
        head.addWidget(self.add_button)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(6))
        self._layout.addLayout(head)
        self._set_words()

    def use_country(self, country: str) -> None:
        """The office's country, ISO 3166: it is left away in the line that says an address."""
        self._country = country

    def set_value(self, addresses: Sequence[Address]) -> None:
        """Shows these addresses."""
        while self._rows:
            self._drop(self._rows[0])
        for address in addresses:
            self._append(address)

    def value(self) -> tuple[Address, ...]:
        """What is typed; empty addresses are left out."""
        return tuple(row.value() for row in self._rows if not row.is_empty())

    def row(self, position: int) -> AddressRow:
        """The row at `position`."""
        return self._rows[position]

    def add(self) -> None:
        """Adds an empty address and goes there."""
        row = self._append(Address(primary=not self._rows))
        row.ui.province_edit.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _append(self, address: Address) -> AddressRow:
        row = AddressRow(address, self._country, self)
        before = last_stop(self._rows[-1], self.add_button) if self._rows else self.add_button
        self._rows.append(row)
        self._layout.addWidget(row)
        tab_after(before, row)
        row.edited.connect(self.edited)
        row.primary_chosen.connect(partial(self._make_primary, row))
        row.removal_asked.connect(partial(self._remove, row))
        self._offer_primary()
        return row

    def _remove(self, row: AddressRow) -> None:
        self._drop(row)
        self.add_button.setFocus()
        self.edited.emit()

    def _drop(self, row: AddressRow) -> None:
        self._rows.remove(row)
        self._layout.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._offer_primary()

    def _offer_primary(self) -> None:
        for row in self._rows:
            row.offer_primary(offered=len(self._rows) > 1)
        self._set_words()

    def _make_primary(self, chosen: AddressRow) -> None:
        for row in self._rows:
            row.set_primary(primary=row is chosen)
        self.edited.emit()

    def _set_words(self) -> None:
        self.heading.setText(self.tr("Addresses") if len(self._rows) > 1 else self.tr("Address"))
        self.add_button.setText(self.tr("+ Address"))
