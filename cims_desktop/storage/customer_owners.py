"""Whose customers are whose: the check behind rights that reach one's own customers only."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa

from cims_desktop.storage.tables.customers import customer

_BATCH = 500


@dataclass(frozen=True)
class Holding:
    """Whose a customer is, and where: `hidden` is 0 shown, 1 in the bin, 2 merged into another."""

    owner_id: int | None
    hidden: int


def holding(connection: sa.Connection, customer_id: int) -> Holding | None:
    """Where a customer is; None when there is no such customer."""
    c = customer.c
    row = connection.execute(sa.select(c.owner_id, c.hidden).where(c.id == customer_id)).first()
    return None if row is None else Holding(row.owner_id, row.hidden)


def foreign(connection: sa.Connection, customer_ids: Sequence[int], owner: int) -> bool:
    """Whether one of these customers has another owner than `owner`, or none."""
    theirs = sa.or_(customer.c.owner_id.is_(None), customer.c.owner_id != owner)
    for start in range(0, len(customer_ids), _BATCH):
        wanted = customer.c.id.in_(list(customer_ids[start : start + _BATCH]))
        if connection.execute(sa.select(customer.c.id).where(wanted, theirs).limit(1)).first():
            return True
    return False
