"""Customers and what hangs on them: contact points, addresses, relationships, tags, custom fields."""

from __future__ import annotations

import sqlalchemy as sa

from cims_desktop.domain.contacts import ContactKind
from cims_desktop.domain.customers import CustomerKind, CustomerStatus, Tier
from cims_desktop.storage.tables.base import (
    CustomerRule,
    Instant,
    Rank,
    between,
    customer_table,
    edited,
    one_of,
    reference,
    table,
    text,
    word,
)

SORT_NAME_LENGTH = 200

_children = CustomerRule(merge="move", export=True, erase="delete", undo="journal")

customer = customer_table(
    "customer",
    text("number", 40, unique=True),
    text("external_id", 500),
    word("kind", CustomerKind, CustomerKind.PERSON),
    text("name"),
    text("sort_name", SORT_NAME_LENGTH),
    text("family_name"),
    text("given_name"),
    text("organisation"),
    text("job_title", 500),
    word("status", CustomerStatus, CustomerStatus.ACTIVE),
    sa.Column("tier", Rank(Tier), nullable=False, default=Tier.NONE),
    text("source", 500),
    reference("owner_id", "user", nullable=True),
    sa.Column("birthday_year", sa.SmallInteger),
    sa.Column("birthday_month", sa.SmallInteger),
    sa.Column("birthday_day", sa.SmallInteger),
    text("birthday_calendar", 10),
    text("language", 10),
    text("note"),
    sa.Column("photo_id", sa.Integer),
    # Denormalised for the list, which never joins.
    text("phone", 100),
    text("email", 500),
    text("city", 200),
    # Summary, maintained in the transaction of every change; money in minor units of the office's currency.
    sa.Column("purchases", sa.Integer, nullable=False, default=0),
    sa.Column("total_spent", sa.BigInteger, nullable=False, default=0),
    sa.Column("first_purchase", sa.Date),
    sa.Column("last_purchase", sa.Date),
    sa.Column(
        "prior_purchase", sa.Date
    ),  # the sale before the last: who bought twice in a period is an index range
    sa.Column("last_contact", Instant),
    sa.Column("next_contact", sa.Date),
    sa.Column("last_satisfaction", sa.SmallInteger),
    # 0 shown, 1 in the bin, 2 merged into another: one small leading column for the list's indexes.
    sa.Column("hidden", sa.SmallInteger, nullable=False, default=0),
    sa.Column("deleted_at", Instant),
    reference("deleted_by", "user", nullable=True),
    reference("merged_into", "customer", nullable=True),
    sa.Column("import_run_id", sa.ForeignKey("import_run.id"), nullable=True),
    *edited(),
    one_of("kind", CustomerKind),
    one_of("status", CustomerStatus),
    between("tier", 0, len(Tier) - 1),
    between("hidden", 0, 2),
    rule=CustomerRule(merge="keep", export=True, erase="blank", undo="journal"),
)

sa.Index("ix_customer_list_by_name", customer.c.hidden, customer.c.sort_name)
sa.Index("ix_customer_list_by_number", customer.c.hidden, customer.c.number)
sa.Index("ix_customer_list_by_last_purchase", customer.c.hidden, customer.c.last_purchase)
sa.Index("ix_customer_repeat", customer.c.hidden, customer.c.prior_purchase)
sa.Index("ix_customer_list_by_total_spent", customer.c.hidden, customer.c.total_spent)
sa.Index("ix_customer_tier_by_last_purchase", customer.c.hidden, customer.c.tier, customer.c.last_purchase)
# Everything that the list filters and sorts by without an index of its own, so that such a query reads 100 MB
# instead of the whole table (1.2 s instead of 4 to 11 s at 1,000,000 customers).
sa.Index(
    "ix_customer_scan",
    *(
        customer.c[name]
        for name in (
            "hidden", "kind", "status", "tier", "city", "last_purchase", "total_spent", "purchases", "last_contact",
            "next_contact", "last_satisfaction", "organisation", "phone", "email",
        )
    ),
    mysql_length={"organisation": 100, "phone": 40, "email": 100, "city": 60},
)  # fmt: skip
sa.Index("ix_customer_due", customer.c.hidden, customer.c.next_contact)
# Somebody's own customers; only owned ones are in it, so that an office without owners pays nothing.
sa.Index(
    "ix_customer_of_owner", customer.c.owner_id, customer.c.hidden, sqlite_where=customer.c.owner_id.is_not(None),
    postgresql_where=customer.c.owner_id.is_not(None),
)  # fmt: skip
sa.Index("ix_customer_by_external_id", customer.c.external_id, mysql_length={"external_id": 100})
sa.Index("ix_customer_import_run_id", customer.c.import_run_id)
# Removing a customer looks for rows that point at him; without these the whole table would be read each time.
sa.Index(
    "ix_customer_merged_into", customer.c.merged_into, sqlite_where=customer.c.merged_into.is_not(None),
    postgresql_where=customer.c.merged_into.is_not(None),
)  # fmt: skip

former_number = customer_table(
    "former_number",
    reference("customer_id", "customer", index=True),
    text("number", 40, index=True),
    rule=_children,
)

contact_point = customer_table(
    "contact_point",
    reference("customer_id", "customer", index=True),
    word("kind", ContactKind),
    text("value", 500),
    text("normal", 500),
    text("label", 40),
    sa.Column("primary", sa.Boolean(name="primary"), nullable=False, default=False),
    sa.Column("opted_out", sa.Boolean(name="opted_out"), nullable=False, default=False),
    sa.Column("invalid", sa.Boolean(name="invalid"), nullable=False, default=False),
    sa.Column("position", sa.SmallInteger, nullable=False, default=0),
    one_of("kind", ContactKind),
    sa.Index("ix_contact_point_by_value", "normal", mysql_length={"normal": 100}),
    rule=_children,
)

address = customer_table(
    "address",
    reference("customer_id", "customer", index=True),
    text("label", 40),
    text("country", 2),
    text("province", 200),
    text("city", 200),
    text("district", 200),
    text("street", 1000),
    text("postal_code", 40),
    sa.Column("primary", sa.Boolean(name="primary"), nullable=False, default=False),
    sa.Column("position", sa.SmallInteger, nullable=False, default=0),
    rule=_children,
)

relationship = customer_table(
    "relationship",
    reference("customer_id", "customer", index=True),
    reference("other_id", "customer", index=True),
    text("kind", 40),
    text("job_title", 500),
    text("department", 500),
    sa.Column("active", sa.Boolean(name="active"), nullable=False, default=True),
    rule=_children,
)

tag = table("tag", text("name", 100, unique=True), text("colour", 20))

customer_tag = customer_table(
    "customer_tag",
    reference("customer_id", "customer"),
    reference("tag_id", "tag", index=True),
    sa.UniqueConstraint("customer_id", "tag_id"),
    rule=_children,
)

custom_field = table(
    "custom_field",
    text("name", 100, unique=True),
    text("kind", 20),
    text("choices"),
    sa.Column("required", sa.Boolean(name="required"), nullable=False, default=False),
    sa.Column("position", sa.SmallInteger, nullable=False, default=0),
    sa.Column("active", sa.Boolean(name="active"), nullable=False, default=True),
)

custom_value = customer_table(
    "custom_value",
    reference("customer_id", "customer"),
    reference("field_id", "custom_field", index=True),
    text("value"),
    sa.UniqueConstraint("customer_id", "field_id"),
    rule=CustomerRule(merge="combine", export=True, erase="delete", undo="journal"),
)

recent = customer_table(
    "recent",
    reference("user_id", "user"),
    reference("customer_id", "customer", index=True),
    sa.Column("opened_at", Instant, nullable=False),
    sa.UniqueConstraint("user_id", "customer_id"),
    rule=CustomerRule(merge="drop", export=False, erase="delete", undo="none"),
)

not_duplicate = customer_table(
    "not_duplicate",
    reference("customer_id", "customer"),
    reference("other_id", "customer", index=True),
    reference("said_by", "user", nullable=True),
    sa.Column("said_at", Instant, nullable=False),
    sa.UniqueConstraint("customer_id", "other_id"),
    rule=CustomerRule(merge="drop", export=False, erase="delete", undo="journal"),
)
