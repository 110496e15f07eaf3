"""Links purchases that give money back to the sale that they take back, where it can be told."""

from __future__ import annotations

from collections import defaultdict

from cims_desktop.domain.progress import Task
from cims_desktop.services.importing.rows import CHUNK
from cims_desktop.services.importing.stage import Stage
from cims_desktop.storage import import_sales
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.staged_sales import StagedPurchase

_CANDIDATES = 20


def link_refunds(stage: Stage, task: Task) -> None:
    """Finds the sale of every negative purchase: by the number it cancels, else the customer's newest earlier sale
    with all of its products, first in the file, then in the office. The others stay negative purchases by themselves.
    """
    after = 0
    while page := stage.sales.negative(after, CHUNK):
        task.step("check", stage.tally.read)
        with stage.acting.read() as connection:
            links = [
                (sale, one.ordinal) for one in page if (sale := _sale_of(stage, connection, one)) is not None
            ]
        stage.sales.link(links)
        after = page[-1].ordinal
    stage.sales.settle()


def _sale_of(stage: Stage, connection: Connection, refund: StagedPurchase) -> int | None:
    """The stored id or minus the ordinal of what a refund takes back."""
    if refund.cancels:
        if (ordinal := stage.sales.numbered(refund.customer, refund.cancels)) is not None:
            return -ordinal
        if (found := import_sales.sale_numbered(connection, refund.customer, refund.cancels)) is not None:
            return found
    wanted = _quantities(stage, refund.ordinal)
    if not wanted or min(wanted.values()) <= 0:
        return None
    first = next(iter(wanted))
    for ordinal in stage.sales.newest_with(refund.customer, refund.day, first, wanted[first], _CANDIDATES):
        have = _quantities(stage, ordinal, sign=1)
        if all(have.get(product, 0) >= quantity for product, quantity in wanted.items()):
            return -ordinal
    if refund.customer > 0 and all(product > 0 for product in wanted):
        return import_sales.newest_sale_with(connection, refund.customer, refund.day, wanted)
    return None


def _quantities(stage: Stage, ordinal: int, *, sign: int = -1) -> dict[int, int]:
    """Thousandths per product of a purchase; those of a refund as positive numbers."""
    found: defaultdict[int, int] = defaultdict(int)
    for product, quantity in stage.sales.products_of(ordinal):
        found[product] += sign * quantity
    return dict(found)
