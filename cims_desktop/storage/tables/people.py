"""The office, its users, roles and the mirrored state of the key file."""

from __future__ import annotations

import sqlalchemy as sa

from cims_desktop.storage.tables.base import Instant, edited, reference, table, text

office = table(
    "office",
    text("uid", 36),
    text("name"),
    text("currency", 3),
    text("country", 2),
    text("language", 10),
    text("time_zone", 64),
    sa.Column("fiscal_year_start", sa.SmallInteger, nullable=False, default=1),
    text("number_pattern", 40),
    sa.Column("next_number", sa.Integer, nullable=False, default=1),
    # How many customers are shown, kept by triggers: the list's count must not read an index of all of them.
    sa.Column("shown_customers", sa.Integer, nullable=False, default=0),
    sa.Column("retention_days", sa.Integer, nullable=False, default=30),
    text("policy"),
    sa.Column("demo", sa.Boolean(name="demo"), nullable=False, default=False),
    sa.Column("created_at", Instant, nullable=False),
    sa.Column("key_epoch", sa.Integer, nullable=False, default=0),
    sa.Column("key_file_digest", sa.LargeBinary(32)),
    sa.CheckConstraint("fiscal_year_start BETWEEN 1 AND 12", name="fiscal_year_start"),
)

role = table(
    "role",
    text("name", 40, unique=True),
    text("display_name", 100),
    sa.Column("built_in", sa.Boolean(name="built_in"), nullable=False, default=True),
    text("base", 40),
    sa.Column("version", sa.Integer, nullable=False, default=1, server_default="1"),
)

# Own roles only: what the ready roles may do stands in the program.
role_permission = table(
    "role_permission",
    reference("role_id", "role", index=True),
    text("permission", 40),
    text("scope", 10),
    text("field_mask"),
    sa.UniqueConstraint("role_id", "permission"),
)

role_mask = table(
    "role_mask",
    reference("role_id", "role"),
    text("field", 40),
    text("level", 20),
    sa.UniqueConstraint("role_id", "field"),
)

user = table(
    "user",
    text("sign_in_name", 64, unique=True),
    text("display_name", 200),
    text("language", 10),
    text("slot", 32),
    sa.Column("active", sa.Boolean(name="active"), nullable=False, default=True),
    reference("role_id", "role"),
    sa.Column(
        "idle_minutes", sa.SmallInteger
    ),  # until the window locks; without it the office's policy holds
    sa.Column(
        "must_change_password",
        sa.Boolean(name="must_change_password"),
        nullable=False,
        default=False,
        server_default=sa.false(),
    ),
    sa.Column("code_step", sa.BigInteger),  # the newest half minute whose one-time code was used
    *edited(),
)
