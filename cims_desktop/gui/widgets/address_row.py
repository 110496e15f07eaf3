"""One address of a customer: a line that says it, and fields that open when it is edited."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from cims_desktop.domain.contacts import Address
from cims_desktop.gui._gen.ui_customer_address import Ui_CustomerAddress
from cims_desktop.gui.countries import COUNTRIES, country_name
from cims_desktop.gui.icons import apply_icons, icon
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.contact_row import LABEL_WIDTH, label_words
from cims_desktop.gui.widgets.measures import KeptWidth


def address_line(address: Address, country: str) -> str:
    """The address on one line: largest part first where it is written in Chinese, else street first."""
    parts = [address.province, address.city, address.district, address.street]
    if any("\u3400" <= letter <= "\u9fff" for letter in "".join(parts)):
        line = "".join(dict.fromkeys(part for part in parts if part))
        return f"{line} {address.postal_code}".strip()
    order = (address.street, address.district, address.city, address.province, address.postal_code)
    named = address.country if address.country and address.country != country else ""
    return ", ".join(part for part in (*order, country_name(named) if named else "") if part)


class AddressRow(Translated, QWidget):
    """Edits an `Address`. Signals: `edited()`, `primary_chosen()`, `removal_asked()`."""

    edited = Signal()
    primary_chosen = Signal()
    removal_asked = Signal()

    def __init__(self, address: Address, country: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address, self._country = address, country
        self.ui = Ui_CustomerAddress()
        self.ui.setupUi(self)
        apply_icons(self)
        self.ui.primary_button.setIcon(icon("star", "line2", "gold"))
        self._fill()
        KeptWidth(self.ui.label_combo, LABEL_WIDTH, for_words=True)
        self._connect()
        self.retranslate()
        self.set_open(opened=address.is_empty())

    def value(self) -> Address:
        """The address as it is typed now."""
        texts: dict[str, Any] = {
            name: edit.text() for name, edit in self._edits().items() if edit.isModified()
        }
        primary = self.ui.primary_button.isChecked()
        return replace(
            self._address,
            **texts,
            country=self.ui.country_combo.value(),
            label=self.ui.label_combo.value(),
            primary=primary,
        )

    def is_empty(self) -> bool:
        """Whether nothing but country and label is there; such an address is not stored."""
        return self.value().is_empty()

    def offer_primary(self, *, offered: bool) -> None:
        """A choice is offered only where there is one."""
        self.ui.primary_button.setVisible(offered)

    def set_primary(self, *, primary: bool) -> None:
        """Marks the address as the first one, or not."""
        self.ui.primary_button.setChecked(primary)

    def set_open(self, *, opened: bool) -> None:
        """Shows or hides the fields."""
        self.ui.fields_box.setVisible(opened)
        self._show_summary()
        if opened and self.isVisible():
            self.ui.province_edit.setFocus()

    def retranslate(self) -> None:
        self.ui.label_combo.lineEdit().setPlaceholderText(self.tr("Label"))
        self.ui.country_combo.lineEdit().setPlaceholderText(country_name(self._country))
        self._show_summary()

    def _edits(self) -> dict[str, QLineEdit]:
        ui = self.ui
        return {
            "street": ui.street_edit, "district": ui.district_edit, "city": ui.city_edit,
            "province": ui.province_edit, "postal_code": ui.postal_code_edit,
        }  # fmt: skip

    def _fill(self) -> None:
        for name, edit in self._edits().items():
            edit.setText(getattr(self._address, name))
            edit.setCursorPosition(0)
        self.ui.primary_button.setChecked(self._address.primary)
        self.ui.label_combo.use_words(label_words)
        self.ui.label_combo.set_value(self._address.label)
        self.ui.country_combo.use_words(_country_words)
        self.ui.country_combo.set_value(self._address.country)

    def _connect(self) -> None:
        for edit in self._edits().values():
            edit.textEdited.connect(self._changed)
        for combo in (self.ui.label_combo, self.ui.country_combo):
            combo.edited.connect(self._changed)
        self.ui.summary_button.clicked.connect(self._toggle)
        self.ui.primary_button.clicked.connect(self.primary_chosen)
        self.ui.remove_button.clicked.connect(self.removal_asked)

    def _changed(self) -> None:
        self._show_summary()
        self.edited.emit()

    def _toggle(self) -> None:
        self.set_open(opened=self.ui.fields_box.isHidden())

    def _show_summary(self) -> None:
        line = " ".join(address_line(self.value(), self._country).split())
        self.ui.summary_button.set_text(line or self.tr("New address"))


def _country_words() -> dict[str, str]:
    return {"": ""} | {code: country_name(code) for code in COUNTRIES}
