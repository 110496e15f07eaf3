"""Item model of the lines of a purchase that is being typed in."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from enum import IntEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QObject

from cims_desktop.domain.money import line_amount, parse_amount
from cims_desktop.domain.purchases import Product, PurchaseLine
from cims_desktop.gui import format as text_format
from cims_desktop.gui.models.lines_model import NO_PARENT, Index, LinesModel, parse_quantity, quantity_text

if TYPE_CHECKING:
    from collections.abc import Sequence

EMPTY = PurchaseLine("")


class LineColumn(IntEnum):
    """Columns of the lines."""

    PRODUCT = 0
    QUANTITY = 1
    PRICE = 2
    AMOUNT = 3


class PurchaseLinesModel(LinesModel):
    """Lines with live amounts; `changed(total)` is the whole purchase's."""

    def __init__(self, currency: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._currency = currency
        self._lines: list[PurchaseLine] = [EMPTY]
        self._given_away: set[int | None] = set()

    def lines(self) -> tuple[PurchaseLine, ...]:
        """The lines that say something; empty ones are left out."""
        return tuple(line for line in self._lines if line != EMPTY)

    def row_of(self, position: int) -> int:
        """The row of the line at `position` in `lines()`; the last row when there is none."""
        filled = [row for row, line in enumerate(self._lines) if line != EMPTY]
        return filled[position] if position < len(filled) else len(self._lines) - 1

    def free_lines(self) -> dict[int, PurchaseLine]:
        """By row, the lines that cost nothing though the catalogue doesn't say that their product is free."""
        return {
            row: line
            for row, line in enumerate(self._lines)
            if line != EMPTY and line.unit_price == 0 and line.product_id not in self._given_away
        }

    def total(self) -> int:
        return sum(line.amount for line in self._lines)

    def set_lines(self, lines: Sequence[PurchaseLine]) -> None:
        """Starts from these lines."""
        self.beginResetModel()
        self._lines = [_priced(line) for line in lines] or [EMPTY]
        self.endResetModel()
        self.changed.emit(self.total())

    def add_line(self) -> int:
        """Adds an empty line (or uses the empty last one) and returns its row."""
        if self._lines and self._lines[-1] == EMPTY:
            return len(self._lines) - 1
        row = len(self._lines)
        self.beginInsertRows(QModelIndex(), row, row)
        self._lines.append(EMPTY)
        self.endInsertRows()
        return row

    def remove_line(self, row: int) -> None:
        """Removes a line; one empty line always stays."""
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._lines[row]
        self.endRemoveRows()
        if not self._lines:
            self.add_line()
        self.changed.emit(self.total())

    def choose_product(self, row: int, product: Product) -> None:
        """Takes a product's name and price into a line."""
        if product.price == 0:
            self._given_away.add(product.id)
        line = replace(
            self._lines[row], description=product.name, product_id=product.id, unit_price=product.price
        )
        self._put(row, line)

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def titles(self) -> tuple[str, ...]:
        return self.tr("Product"), self.tr("Quantity"), self.tr("Price"), self.tr("Amount")

    def cells(self, row: int) -> tuple[str, ...]:
        line = self._lines[row]
        return (
            line.description,
            quantity_text(line.quantity),
            text_format.money(line.unit_price, self._currency),
            text_format.money(line.amount, self._currency),
        )

    def is_blank(self, row: int) -> bool:
        return self._lines[row] == EMPTY

    def is_editable(self, _row: int, column: int) -> bool:
        return column != LineColumn.AMOUNT

    def take(self, row: int, column: int, text: str) -> None:
        self._put(row, self._taken(row, column, text))

    def lines_with(self, row: int, column: int, text: str) -> tuple[PurchaseLine, ...]:
        """As `lines`, with a text that is still being typed in one cell, if it makes sense there."""
        lines = list(self._lines)
        with contextlib.suppress(ValueError):
            if 0 <= row < len(lines):
                lines[row] = _priced(self._taken(row, column, text))
        return tuple(line for line in lines if line != EMPTY)

    def _taken(self, row: int, column: int, text: str) -> PurchaseLine:
        line = self._lines[row]
        match column:
            case LineColumn.PRODUCT:
                kept = line.product_id if text == line.description else None
                line = replace(line, description=text, product_id=kept)
            case LineColumn.QUANTITY:
                line = replace(line, quantity=parse_quantity(text))
            case _:
                line = replace(line, unit_price=abs(parse_amount(text, self._currency)))
        return line

    def _put(self, row: int, line: PurchaseLine) -> None:
        self._lines[row] = _priced(line)
        self.tell(row, row)


def _priced(line: PurchaseLine) -> PurchaseLine:
    return replace(line, amount=line_amount(line.quantity, line.unit_price))
