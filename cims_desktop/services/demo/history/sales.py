"""The sales of one month after another, as columns: purchases, their lines, and refunds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from cims_desktop.services.demo.draws import Draws
from cims_desktop.services.demo.history.baskets import Lines, PriceList, fill_baskets
from cims_desktop.services.demo.history.population import Population
from cims_desktop.services.demo.history.sale_columns import SaleColumns, gather, joined, rows

if TYPE_CHECKING:
    from cims_desktop.services.demo.draws import Flags, Floats, Integers

CHANNELS: Final = ("shop", "online", "phone", "other")
_AT_HOME: Final = (0.64, 0.27, 0.07, 0.02)
_REFUNDED: Final = 0.015
_LONGEST_REFUND: Final = 12
_MONTH_STREAM: Final = 4


@dataclass(frozen=True)
class MonthBatch:
    """Purchases of one month, oldest first; row r has the id `first_id + r`.

    `customer` are indexes (id − 1), `day` day numbers, `second` seconds of the office's day. `refund_of` is the id
    of the original or 0; `refunded` marks sales that are (or will be) wholly paid back. Refunds have negative lines.
    """

    month: int
    first_id: int
    customer: Integers
    day: Integers
    second: Integers
    channel: Integers
    total: Integers
    refund_of: Integers
    refunded: Flags
    lines: Lines

    def __len__(self) -> int:
        return len(self.customer)


class SalesHistory:
    """All purchases of a population; `months()` gives the same batches every time it is called."""

    def __init__(self, population: Population) -> None:
        self.population = population
        self.prices = PriceList(population.plan)
        self._repeats = self._repeats_by_month()

    def months(self) -> Iterator[MonthBatch]:
        """One batch per month that has purchases."""
        next_id, waiting = 1, None
        for month in range(len(self._repeats)):
            draws = Draws(self.population.plan.seed, _MONTH_STREAM, month)
            sales = self._sales_of(draws, month)
            batch, waiting = self._ordered(draws, month, next_id, sales, waiting)
            next_id += len(batch)
            if len(batch):
                yield batch

    def _repeats_by_month(self) -> list[int]:
        """How many purchases beyond the first ones fall into each month; with those they are exactly the plan's."""
        people, starts = self.population, self.population.plan.month_starts
        shares = []
        for first, end in pairwise(starts):
            shares.append(float(people.activity(first, end).sum() * people.weights[first:end].sum()))
        left = people.plan.purchases - int((people.first_sale >= 0).sum())
        total, so_far, given, counts = sum(shares), 0.0, 0, []
        for share in shares:
            so_far += share
            until = round(left * so_far / total) if total else 0
            counts.append(until - given)
            given = until
        return counts

    def _sales_of(self, draws: Draws, month: int) -> SaleColumns:
        import numpy

        people, plan = self.population, self.population.plan
        first, end = plan.month_starts[month], plan.month_starts[month + 1]
        newcomers = numpy.flatnonzero((people.first_sale >= first) & (people.first_sale < end))
        size = self._repeats[month]
        again = draws.weighted(people.activity(first, end), size) if size else newcomers[:0]
        days = first + draws.weighted(_or_even(people.weights[first:end]), size)
        days = numpy.maximum(days, numpy.minimum(people.begins[0][again], end - 1))
        customer = numpy.concatenate([newcomers, again])
        day = numpy.concatenate([people.first_sale[newcomers], days])
        channel = draws.weighted(_AT_HOME, len(customer))
        channel = numpy.where(people.abroad[customer] & (channel != 2), 1, channel)
        second = self._seconds(draws, day, channel)
        order = numpy.lexsort((second, day))
        customer, day = customer[order], day[order]
        return SaleColumns(
            customer=customer,
            day=day,
            second=second[order],
            channel=channel[order],
            refund_of=numpy.zeros(len(customer), dtype="int64"),
            refunded=numpy.zeros(len(customer), dtype=bool),
            lines=fill_baskets(draws, people, self.prices, customer, day),
        )

    def _seconds(self, draws: Draws, day: Integers, channel: Integers) -> Integers:
        """The shop from half past nine to eight, busiest in the afternoon; the web shop from seven to midnight."""
        import numpy

        bump = (draws.uniform(len(day)) + draws.uniform(len(day))) / 2.0
        opens = numpy.where(channel == 1, 25_200.0, 34_200.0)
        closes = numpy.where(channel == 1, 86_200.0, 72_000.0)
        today = day == self.population.plan.last_day
        over = self.population.plan.minute_now * 60.0
        opens = numpy.where(today, numpy.minimum(opens, over), opens)
        closes = numpy.where(today, numpy.minimum(closes, over), closes)
        second: Integers = (opens + bump * (closes - opens)).astype("int64")
        return second

    def _ordered(
        self, draws: Draws, month: int, next_id: int, sales: SaleColumns, waiting: SaleColumns | None
    ) -> tuple[MonthBatch, SaleColumns | None]:
        """Puts the month's sales and the refunds that fall into it in order; later refunds wait."""
        import numpy

        people = self.population
        # Refunds come in the first opening hour; before that, none of today's.
        newest = people.plan.last_day - (people.plan.minute_now < 600)
        chosen, refunds = _refunds(draws, sales, newest)
        end = people.plan.month_starts[month + 1]
        due = numpy.flatnonzero(refunds.day < end)
        later = numpy.flatnonzero(refunds.day >= end)
        parts = [sales, rows(refunds, due)]
        if waiting is not None:
            parts.append(waiting)
        merged = joined(parts)
        order = numpy.lexsort((merged.second, merged.day))
        place = numpy.empty(len(order), dtype="int64")
        place[order] = numpy.arange(len(order))
        ids = next_id + place
        merged.refund_of[len(sales.day) : len(sales.day) + len(due)] = ids[chosen[due]]
        left = rows(refunds, later)
        left.refund_of[:] = ids[chosen[later]]
        batch = rows(merged, order)
        amount, start = batch.lines.amount, batch.lines.start
        total = numpy.add.reduceat(amount, start) if len(order) else amount
        return MonthBatch(
            month, next_id, batch.customer, batch.day, batch.second, batch.channel, total, batch.refund_of,
            batch.refunded, batch.lines,
        ), left if len(later) else None  # fmt: skip


def _or_even(weights: Floats) -> Floats:
    """The weights, or equal ones when the office was closed throughout (the first hours of a month)."""
    import numpy

    return weights if weights.sum() > 0 else numpy.ones(len(weights))


def _refunds(draws: Draws, sales: SaleColumns, newest: int) -> tuple[Integers, SaleColumns]:
    """Which sales are paid back, within two weeks, and the refunds: two of three whole, else the first line alone."""
    import numpy

    size = len(sales.day)
    chance, delay, whole = (
        draws.uniform(size),
        draws.below(_LONGEST_REFUND, size) + 1,
        draws.uniform(size) < 0.66,
    )
    chosen = numpy.flatnonzero((chance < _REFUNDED) & (sales.day + delay <= newest))
    ends = numpy.append(sales.lines.start[1:], len(sales.lines.product))
    complete = whole[chosen] | (ends[chosen] - sales.lines.start[chosen] == 1)
    sales.refunded[chosen] = complete
    taken = numpy.where(complete, ends[chosen] - sales.lines.start[chosen], 1)
    lines = gather(sales.lines, sales.lines.start[chosen], taken)
    return chosen, SaleColumns(
        customer=sales.customer[chosen],
        day=(sales.day + delay)[chosen],
        second=34_200 + sales.second[chosen] // 60,
        channel=sales.channel[chosen],
        refund_of=numpy.zeros(len(chosen), dtype="int64"),
        refunded=numpy.zeros(len(chosen), dtype=bool),
        lines=Lines(lines.start, lines.product, -lines.quantity, lines.price, -lines.amount),
    )
