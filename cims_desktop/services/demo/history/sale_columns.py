"""Sales and refunds as columns, picked and put together with their lines."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cims_desktop.services.demo.history.baskets import Lines

if TYPE_CHECKING:
    from cims_desktop.services.demo.draws import Flags, Integers


@dataclass(frozen=True)
class SaleColumns:
    """Sales or refunds before they are put in order."""

    customer: Integers
    day: Integers
    second: Integers
    channel: Integers
    refund_of: Integers
    refunded: Flags
    lines: Lines


def gather(lines: Lines, start: Integers, count: Integers) -> Lines:
    """The lines [start, start + count) of each wanted purchase, one after another."""
    import numpy

    new_start = numpy.cumsum(count) - count
    index = numpy.repeat(start - new_start, count) + numpy.arange(int(count.sum()))
    return Lines(
        new_start, lines.product[index], lines.quantity[index], lines.price[index], lines.amount[index]
    )


def rows(sales: SaleColumns, index: Integers) -> SaleColumns:
    """The chosen purchases in the chosen order, with their lines."""
    import numpy

    ends = numpy.append(sales.lines.start[1:], len(sales.lines.product))
    count = (ends - sales.lines.start)[index] if len(index) else index
    return SaleColumns(
        sales.customer[index], sales.day[index], sales.second[index], sales.channel[index], sales.refund_of[index],
        sales.refunded[index], gather(sales.lines, sales.lines.start[index], count),
    )  # fmt: skip


def joined(parts: list[SaleColumns]) -> SaleColumns:
    """All purchases of the parts, one part after another."""
    import numpy

    def column(name: str) -> Integers:
        return numpy.concatenate([getattr(part, name) for part in parts])

    def line_column(name: str) -> Integers:
        return numpy.concatenate([getattr(part.lines, name) for part in parts])

    shifts = numpy.cumsum([0] + [len(part.lines.product) for part in parts[:-1]])
    start = numpy.concatenate([part.lines.start + shift for part, shift in zip(parts, shifts, strict=True)])
    lines = Lines(start, *(line_column(name) for name in ("product", "quantity", "price", "amount")))
    return SaleColumns(
        column("customer"), column("day"), column("second"), column("channel"), column("refund_of"),
        numpy.concatenate([part.refunded for part in parts]), lines,
    )  # fmt: skip
