"""The journal, ledgers, drafts, saved settings, attachments and sealed values."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from cims_desktop.storage.tables.base import (
    CustomerRule,
    Instant,
    StorableText,
    customer_table,
    edited,
    metadata,
    reference,
    table,
    text,
)

act = table(
    "act",
    sa.Column("happened_at", Instant, nullable=False),
    reference("user_id", "user", nullable=True),
    text("kind", 20),
    text("table_name", 40),
    sa.Column("record", sa.Integer),
    sa.Column("customer_id", sa.Integer),  # no foreign key: the journal outlives an erased customer
    text("detail"),
    sa.Column("digest", sa.LargeBinary(32), nullable=False),
)
sa.Index("ix_act_of_customer", act.c.customer_id, act.c.id)
sa.Index("ix_act_of_record", act.c.table_name, act.c.record)
sa.Index("ix_act_of_kind", act.c.kind, act.c.id)
sa.Index("ix_act_of_user", act.c.user_id, act.c.id)
sa.Index("ix_act_by_time", act.c.happened_at)

change = table(
    "change",
    reference("act_id", "act", index=True),
    text("table_name", 40),
    sa.Column("record", sa.Integer, nullable=False),
    text("field", 60),
    sa.Column("before", StorableText),
    sa.Column("after", StorableText),
    sa.Column("salt", sa.LargeBinary(16)),
    sa.Column("before_digest", sa.LargeBinary(32)),
    sa.Column("after_digest", sa.LargeBinary(32)),
)
sa.Index("ix_change_of_record", change.c.table_name, change.c.record)

import_run = table(
    "import_run",
    text("kind", 20),
    text("file_name", 500),
    text("file_digest", 64),
    text("mapping"),
    text("state", 20),
    text("counts"),
    sa.Column("started_at", Instant, nullable=False),
    sa.Column("ended_at", Instant),
    reference("user_id", "user", nullable=True),
)

export_entry = table(
    "export_entry",
    text("kind", 20),
    text("file_name", 500),
    text("file_digest", 64),
    text("query"),
    sa.Column("matched", sa.Integer, nullable=False),
    sa.Column("written", sa.Integer, nullable=False),
    sa.Column("exported_at", Instant, nullable=False),
    reference("user_id", "user", nullable=True),
    # Whose data it was: the customers' ids, sorted, as zlib-packed 8-byte differences (`storage.ledger`).
    sa.Column("customer_ids", sa.LargeBinary),
)

# The journal's state under the administrator key: whoever lacks it can't rewrite what stands before.
checkpoint = table(
    "checkpoint",
    sa.Column("act_id", sa.Integer, nullable=False, unique=True),
    sa.Column("digest", sa.LargeBinary(32), nullable=False),
    sa.Column("generation", sa.Integer, nullable=False),
    sa.Column("mac", sa.LargeBinary(32), nullable=False),
    sa.Column("made_at", Instant, nullable=False),
    reference("user_id", "user", nullable=True),
)

backup_entry = table(
    "backup_entry",
    sa.Column("made_at", Instant, nullable=False, index=True),
    text("reason", 20),
    text("folder"),
    text("file_name", 500),
    sa.Column("size", sa.BigInteger, nullable=False),
    text("file_digest", 64),
    sa.Column("epoch", sa.Integer, nullable=False),
    text("counts"),
    sa.Column("proven_at", Instant),
    text("state", 20),
    text("problem", 40),
    reference("user_id", "user", nullable=True),
)

draft = table(
    "draft",
    reference("user_id", "user"),
    text("form", 60),
    sa.Column("record", sa.Integer, nullable=False, default=0),
    text("payload"),
    sa.Column("saved_at", Instant, nullable=False),
    text("window", 20),
    sa.UniqueConstraint("user_id", "form", "record", "window"),
)


def _named(name: str) -> sa.Table:
    return table(
        name,
        text("name", 200),
        reference("owner_id", "user", nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False, default=False),
        text("payload"),
        *edited(),
    )


saved_view = _named("saved_view")
report = _named("report")
dashboard = _named("dashboard")
export_layout = _named("export_layout")
import_mapping = _named("import_mapping")
letter_template = _named("letter_template")

secret_value = customer_table(
    "secret_value",
    reference("customer_id", "customer"),
    text("field", 40),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
    text("key_generation", 20),
    sa.Column("blind_index", sa.LargeBinary(16)),
    text("last_four", 4),
    *edited(),
    sa.UniqueConstraint("customer_id", "field"),
    sa.Index("ix_secret_value_by_value", "field", "blind_index"),
    rule=CustomerRule(merge="keep", export=True, erase="delete", undo="none"),
)

# Which sensitive fields this office has; those of the program and those that an administrator added.
sensitive_field = table(
    "sensitive_field",
    text("name", 40, unique=True),
    text("title", 100),
    text("kind", 20),
    sa.Column("position", sa.SmallInteger, nullable=False, default=0),
    sa.Column("active", sa.Boolean(name="active"), nullable=False, default=True),
    sa.Column("built_in", sa.Boolean(name="built_in"), nullable=False, default=False),
)

# What was erased, without the data: the number stays for the books, and when the last backup with it is gone.
erasure = table(
    "erasure",
    sa.Column("customer_id", sa.Integer, nullable=False, index=True),
    sa.Column("erased_at", Instant, nullable=False),
    sa.Column("backups_until", sa.Date),
    text("reason", 500),
    reference("user_id", "user", nullable=True),
)

attachment = customer_table(
    "attachment",
    reference("customer_id", "customer", nullable=True, index=True),
    text("name", 500),
    text("media_type", 100),
    sa.Column("size", sa.BigInteger, nullable=False),
    text("sha256", 64),
    *edited(),
    sa.CheckConstraint("size BETWEEN 0 AND 52428800", name="size"),
    rule=CustomerRule(merge="move", export=True, erase="delete", undo="journal"),
)

attachment_part = table(
    "attachment_part",
    reference("attachment_id", "attachment"),
    sa.Column("position", sa.Integer, nullable=False),
    sa.Column("content", sa.LargeBinary, nullable=False),
    sa.UniqueConstraint("attachment_id", "position"),
)

_derived: dict[str, Any] = {
    "customer_rule": CustomerRule(merge="drop", export=False, erase="delete", undo="none"),
}

customer_search = sa.Table(
    "customer_search",
    metadata,
    sa.Column("customer_id", sa.ForeignKey("customer.id"), primary_key=True, autoincrement=False),
    sa.Column("content", sa.Text, nullable=False),
    info=_derived,
    comment="Folded text of each customer for the exact re-check; its tokens are in the full-text index",
)
