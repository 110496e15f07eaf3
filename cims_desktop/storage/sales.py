"""Reads and writes products and purchases with their lines."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound, StaleRecord
from cims_desktop.domain.purchases import Product, Purchase, PurchaseLine, PurchaseState
from cims_desktop.storage import summaries
from cims_desktop.storage.records import Row, from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.sales import product, purchase, purchase_line


def products(
    connection: sa.Connection, text: str, *, inactive: bool, limit: int = 5000
) -> tuple[Product, ...]:
    """The catalogue, by category and name; `text` is looked for in name, SKU and category."""
    query = sa.select(product).order_by(product.c.category, product.c.name, product.c.id).limit(limit)
    for part in text.split()[:8]:
        like = [
            column.icontains(part, autoescape=True)
            for column in (product.c.name, product.c.sku, product.c.category)
        ]
        query = query.where(sa.or_(*like))
    if not inactive:
        query = query.where(product.c.active)
    return tuple(from_row(Product, row) for row in connection.execute(query))


def get_product(connection: sa.Connection, product_id: int) -> Product:
    """One product. Raises NotFound."""
    row = connection.execute(sa.select(product).where(product.c.id == product_id)).first()
    if row is None:
        raise NotFound("product", product_id)
    return from_row(Product, row)


def product_of_sku(connection: sa.Connection, sku: str) -> Product | None:
    """The product with this SKU, if any."""
    row = connection.execute(sa.select(product).where(product.c.sku == sku).limit(1)).first()
    return None if row is None else from_row(Product, row)


def categories(connection: sa.Connection) -> tuple[str, ...]:
    """All categories in use."""
    query = (
        sa.select(product.c.category).where(product.c.category != "").distinct().order_by(product.c.category)
    )
    return tuple(row.category for row in connection.execute(query))


def insert_product(connection: sa.Connection, new: Product, now: datetime, user_id: int | None) -> int:
    """Stores a new product; returns its id."""
    stamps = {
        "created_at": now,
        "created_by": user_id,
        "updated_at": now,
        "updated_by": user_id,
        "version": 1,
    }
    return insert_row(connection, product, to_row(new, product) | stamps)


def update_product(connection: sa.Connection, changed: Product, now: datetime, user_id: int | None) -> None:
    """Stores a changed product if nobody changed it meanwhile. Raises StaleRecord."""
    values = to_row(changed, product, without=frozenset({"id", "version"}))
    done = connection.execute(
        sa.update(product)
        .where(product.c.id == changed.id, product.c.version == changed.version)
        .values(**values, version=changed.version + 1, updated_at=now, updated_by=user_id)
    )
    if not done.rowcount:
        raise StaleRecord("product", changed.id or 0)


def insert_purchase(connection: sa.Connection, new: Purchase, now: datetime, user_id: int | None) -> int:
    """Stores a purchase or refund with its lines; the customer's and the day's sums follow. Returns its id."""
    stamps = {
        "created_at": now,
        "created_by": user_id,
        "updated_at": now,
        "updated_by": user_id,
        "version": 1,
    }
    values = to_row(new, purchase) | stamps
    record = insert_row(connection, purchase, values)
    if not new.number:
        connection.execute(sa.update(purchase).where(purchase.c.id == record).values(number=f"P{record:06d}"))
    rows = [
        to_row(line, purchase_line) | {"purchase_id": record, "position": position}
        for position, line in enumerate(new.lines)
    ]
    connection.execute(sa.insert(purchase_line), rows)
    summaries.purchase_added(
        connection, new.customer_id, new.purchased_on, new.currency, new.total, new.is_refund
    )
    return record


def mark_refunded(connection: sa.Connection, purchase_id: int) -> None:
    """Says of a sale that all of it was paid back."""
    connection.execute(
        sa.update(purchase)
        .where(purchase.c.id == purchase_id)
        .values(state=PurchaseState.REFUNDED, version=purchase.c.version + 1)
    )


def get_purchase(connection: sa.Connection, purchase_id: int) -> Purchase:
    """One purchase with its lines. Raises NotFound."""
    row = connection.execute(sa.select(purchase).where(purchase.c.id == purchase_id)).first()
    if row is None:
        raise NotFound("purchase", purchase_id)
    return _with_lines(connection, [row])[0]


def purchases_of(connection: sa.Connection, customer_id: int, limit: int) -> tuple[Purchase, ...]:
    """A customer's purchases with lines, newest first."""
    rows = connection.execute(
        sa.select(purchase)
        .where(purchase.c.customer_id == customer_id)
        .order_by(purchase.c.purchased_on.desc(), purchase.c.id.desc())
        .limit(limit)
    ).all()
    return tuple(_with_lines(connection, rows))


def refunds_of(connection: sa.Connection, purchase_id: int) -> list[Purchase]:
    """The refunds made of a purchase."""
    rows = connection.execute(sa.select(purchase).where(purchase.c.refund_of == purchase_id)).all()
    return _with_lines(connection, rows)


def _with_lines(connection: sa.Connection, rows: Sequence[Row]) -> list[Purchase]:
    lines: defaultdict[int, list[PurchaseLine]] = defaultdict(list)
    ids = [row.id for row in rows]
    for start in range(0, len(ids), 500):
        found = connection.execute(
            sa.select(purchase_line)
            .where(purchase_line.c.purchase_id.in_(ids[start : start + 500]))
            .order_by(purchase_line.c.purchase_id, purchase_line.c.position)
        )
        for line in found:
            lines[line.purchase_id].append(from_row(PurchaseLine, line))
    return [replace(from_row(Purchase, row), lines=tuple(lines[row.id])) for row in rows]
