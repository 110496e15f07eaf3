"""Columns of sales as purchases with lines, the way the rest of the program knows them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from cims_desktop.domain.purchases import Product, Purchase, PurchaseLine, PurchaseState
from cims_desktop.services.demo.history.sales import CHANNELS, MonthBatch, SalesHistory
from cims_desktop.services.demo.lists.products import ARTICLES
from cims_desktop.services.demo.plan import DemoPlan

_SLICE: Final = 20_000


def catalogue(plan: DemoPlan, prices: list[int]) -> tuple[Product, ...]:
    """The articles as products with the ids 1, 2, 3 ..., named in the office's language."""
    language = 0 if plan.language.startswith("zh") else 1
    return tuple(
        Product(article.names[language], article.sku, article.category[language], price, id=index + 1)
        for index, (article, price) in enumerate(zip(ARTICLES, prices, strict=True))
    )


def purchases(history: SalesHistory, batch: MonthBatch) -> Iterator[Purchase]:
    """The batch's purchases in the order of their ids; customers are known by index + 1."""
    names = [product.name for product in catalogue(history.population.plan, history.prices.today)]
    for first in range(0, len(batch), _SLICE):
        yield from _slice(history.population.plan, batch, first, min(first + _SLICE, len(batch)), names)


def _slice(plan: DemoPlan, batch: MonthBatch, first: int, end: int, names: list[str]) -> Iterator[Purchase]:
    """Some of the batch, so that a large month is never held as objects at once."""
    starts = [*batch.lines.start[first : end + 1].tolist(), len(batch.lines.product)]
    lines = _lines(batch, starts[0], starts[end - first], names)
    dates = {day: plan.day(day) for day in set(batch.day[first:end].tolist())}
    staff = [member.id for member in plan.staff]
    columns = (
        batch.customer,
        batch.day,
        batch.second,
        batch.channel,
        batch.total,
        batch.refund_of,
        batch.refunded,
    )
    rows = zip(*(column[first:end].tolist() for column in columns), strict=True)
    for index, (customer, day, second, channel, total, refund_of, refunded) in enumerate(rows):
        number = batch.first_id + first + index
        yield Purchase(
            customer_id=customer + 1,
            purchased_on=dates[day],
            currency=plan.currency,
            lines=tuple(lines[starts[index] - starts[0] : starts[index + 1] - starts[0]]),
            number=f"P{number:06d}",
            purchased_at=plan.instant(day, second),
            channel=CHANNELS[channel],
            sold_by=staff[number * 7 % len(staff)],
            state=PurchaseState.REFUNDED if refunded else PurchaseState.COMPLETED,
            total=total,
            refund_of=refund_of or None,
            id=number,
        )


def _lines(batch: MonthBatch, first: int, end: int, names: list[str]) -> list[PurchaseLine]:
    lines = batch.lines
    columns = (
        column[first:end].tolist() for column in (lines.product, lines.quantity, lines.price, lines.amount)
    )
    return [
        PurchaseLine(names[product], quantity, price, amount, product + 1)
        for product, quantity, price, amount in zip(*columns, strict=True)
    ]
