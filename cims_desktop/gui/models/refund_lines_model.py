"""Item model of a refund: what was bought, what was paid back already, and how much is to be paid back now."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from enum import IntEnum

from PySide6.QtCore import QObject

from cims_desktop.domain.money import line_amount
from cims_desktop.domain.purchases import Purchase
from cims_desktop.gui import format as text_format
from cims_desktop.gui.models.lines_model import NO_PARENT, Index, LinesModel, parse_quantity, quantity_text


class RefundColumn(IntEnum):
    """Columns of a refund."""

    PRODUCT = 0
    LEFT = 1
    QUANTITY = 2
    AMOUNT = 3


class RefundLinesModel(LinesModel):
    """Quantities per line of `purchase`; `refunded` are thousandths paid back before."""

    def __init__(self, purchase: Purchase, refunded: dict[int, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._purchase = purchase
        self._left = [line.quantity - refunded.get(at, 0) for at, line in enumerate(purchase.lines)]
        self._now = [0] * len(purchase.lines)

    def quantities(self) -> dict[int, int]:
        """Thousandths to refund now, by line; lines without any are left out."""
        return {at: quantity for at, quantity in enumerate(self._now) if quantity}

    def left_text(self, row: int) -> str:
        """How much of a line may still be paid back."""
        return quantity_text(self._left[row])

    def first_refundable(self) -> int:
        """The first line of which something is left; 0 when there is none."""
        return next((row for row, left in enumerate(self._left) if left), 0)

    def total(self) -> int:
        return sum(self._amount(at) for at in range(len(self._now)))

    def refund_everything(self) -> None:
        """Puts in all that is left."""
        self._now = list(self._left)
        self.tell(0, len(self._now) - 1)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._now)

    def titles(self) -> tuple[str, ...]:
        return self.tr("Product"), self.tr("Refundable"), self.tr("Refund now"), self.tr("Amount")

    def cells(self, row: int) -> tuple[str, ...]:
        return (
            self._purchase.lines[row].description,
            quantity_text(self._left[row]),
            quantity_text(self._now[row]),
            text_format.money(self._amount(row), self._purchase.currency),
        )

    def is_editable(self, row: int, column: int) -> bool:
        return column == RefundColumn.QUANTITY and self._left[row] > 0

    def take(self, row: int, _column: int, text: str) -> None:
        self._now[row] = self._taken(row, text)
        self.tell(row, row)

    def quantities_with(self, row: int, _column: int, text: str) -> dict[int, int]:
        """As `quantities`, with a text that is still being typed in one row, if it makes sense there."""
        now = self.quantities()
        with contextlib.suppress(ValueError):
            if 0 <= row < len(self._now):
                now[row] = self._taken(row, text)
        return {at: quantity for at, quantity in now.items() if quantity}

    def put_quantities(self, wanted: Mapping[int, int]) -> None:
        """Puts these in, as far as that much is left."""
        for at, left in enumerate(self._left):
            self._now[at] = min(wanted.get(at, 0), left)
        self.tell(0, len(self._now) - 1)

    def _taken(self, row: int, text: str) -> int:
        quantity = 0 if text.strip() in {"", "0"} else parse_quantity(text)
        if quantity > self._left[row]:
            raise ValueError("more than is left")
        return quantity

    def _amount(self, row: int) -> int:
        return line_amount(self._now[row], self._purchase.lines[row].unit_price)
