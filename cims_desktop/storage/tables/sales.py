"""Products, purchases and their lines, and the maintained day sums."""

from __future__ import annotations

import sqlalchemy as sa

from cims_desktop.domain.purchases import PurchaseState
from cims_desktop.storage.tables.base import (
    CustomerRule,
    Instant,
    customer_table,
    edited,
    metadata,
    one_of,
    reference,
    table,
    text,
    word,
)

product = table(
    "product",
    text("sku", 500),
    text("name", 500),
    text("category", 500),
    sa.Column("price", sa.BigInteger, nullable=False, default=0),
    sa.Column("active", sa.Boolean(name="active"), nullable=False, default=True),
    sa.Column("import_run_id", sa.ForeignKey("import_run.id"), nullable=True),
    *edited(),
    sa.CheckConstraint("price >= 0", name="price"),
    sa.Index("ix_product_by_sku", "sku", mysql_length={"sku": 100}),
)

purchase = customer_table(
    "purchase",
    reference("customer_id", "customer"),
    text("number", 100),
    text("external_ref", 200),
    sa.Column("purchased_on", sa.Date, nullable=False),
    sa.Column("purchased_at", Instant),
    text("channel", 100),
    reference("sold_by", "user", nullable=True),
    word("state", PurchaseState, PurchaseState.COMPLETED),
    text("currency", 3),
    sa.Column("total", sa.BigInteger, nullable=False),
    reference("refund_of", "purchase", nullable=True, index=True),
    text("note"),
    sa.Column("import_run_id", sa.ForeignKey("import_run.id"), nullable=True),
    *edited(),
    one_of("state", PurchaseState),
    rule=CustomerRule(merge="move", export=True, erase="keep", undo="journal"),
)

sa.Index("ix_purchase_of_customer", purchase.c.customer_id, purchase.c.purchased_on)
sa.Index("ix_purchase_by_day", purchase.c.purchased_on, purchase.c.customer_id, purchase.c.total)
sa.Index("ix_purchase_by_external_ref", purchase.c.external_ref)
sa.Index("ix_purchase_import_run_id", purchase.c.import_run_id)

purchase_line = table(
    "purchase_line",
    reference("purchase_id", "purchase", index=True),
    reference("product_id", "product", nullable=True, index=True),
    text("description", 500),
    sa.Column("quantity", sa.BigInteger, nullable=False),
    sa.Column("unit_price", sa.BigInteger, nullable=False),
    sa.Column("amount", sa.BigInteger, nullable=False),
    sa.Column("position", sa.Integer, nullable=False, default=0),
    sa.CheckConstraint("quantity <> 0", name="quantity"),
)

summary_day = sa.Table(
    "summary_day",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("currency", sa.String(3), primary_key=True),
    sa.Column("orders", sa.Integer, nullable=False),
    sa.Column("revenue", sa.BigInteger, nullable=False),
    sa.Column("refunds", sa.BigInteger, nullable=False),
    comment="Per office day and currency: sales, sales less refunds, refunds (positive); kept by storage.summaries",
)

summary_buyers = sa.Table(
    "summary_buyers",
    metadata,
    sa.Column("day", sa.Date, primary_key=True),
    sa.Column("once", sa.Integer, nullable=False),
    sa.Column("twice", sa.Integer, nullable=False),
    comment="Customers with one and with two sales in the 365 days up to a past day; filled when first asked for",
)
