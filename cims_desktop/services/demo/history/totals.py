"""What the customers bought in all, for tiers and statuses, before any of it is written down."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cims_desktop.services.demo.history.sales import SalesHistory

if TYPE_CHECKING:
    from cims_desktop.services.demo.draws import Integers


@dataclass(frozen=True)
class Totals:
    """Per customer index: sales without refunds, spending less refunds, first and last day of a sale (−1: none)."""

    purchases: Integers
    spent: Integers
    first: Integers
    last: Integers


def totals_of(history: SalesHistory) -> Totals:
    """One quick pass over all months; nothing but the sums is kept."""
    import numpy

    size = history.population.plan.customers
    purchases, spent = numpy.zeros(size, dtype="int64"), numpy.zeros(size, dtype="int64")
    first, last = numpy.full(size, -1), numpy.full(size, -1)
    for batch in history.months():
        sale = batch.refund_of == 0
        customer, day = batch.customer[sale], batch.day[sale]
        purchases += numpy.bincount(customer, minlength=size)
        spent += numpy.bincount(batch.customer, weights=batch.total, minlength=size).astype("int64")
        last[customer] = day  # days ascend: the last one written is the newest
        new = first[customer] < 0
        first[customer[new][::-1]] = day[new][::-1]
    return Totals(purchases, spent, first, last)
