"""A field for an amount of the office's currency; may be empty."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from cims_desktop.domain.money import parse_amount
from cims_desktop.gui import format as text_format


class AmountEdit(QLineEdit):
    """`value()` in minor units; marked while what is typed is no amount."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._currency = "CNY"
        self.editingFinished.connect(self._tidy)

    def use_currency(self, currency: str) -> None:
        """Sets the currency, ISO 4217."""
        self._currency = currency

    def value(self) -> int | None:
        """Minor units; None when empty. Raises ValueError when it is no amount."""
        return parse_amount(self.text(), self._currency) if self.text().strip() else None

    def readable(self) -> int | None:
        """Minor units, or None when it is empty or no amount."""
        try:
            return self.value()
        except ValueError:
            return None

    def set_value(self, minor: int | None) -> None:
        """Shows an amount, or nothing."""
        self.setText("" if minor is None else text_format.money(minor, self._currency))
        self._mark()

    def _tidy(self) -> None:
        minor = self.readable()
        if minor is not None:
            self.setText(text_format.money(minor, self._currency))
        self._mark()

    def _mark(self) -> None:
        wrong = bool(self.text().strip()) and self.readable() is None
        self.setProperty("invalid", wrong)
        self.style().unpolish(self)
        self.style().polish(self)
