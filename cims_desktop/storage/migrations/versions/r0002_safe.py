"""Roles of the office's own, sensitive fields, checkpoints, backups, erasures and the history of consents.

Revision ID: 0002
Revises: 0001
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_NEW_ROLES = ("manager", "sales", "auditor", "viewer")
_FIELDS = ("national_id", "tax_id", "bank_account")


def upgrade() -> None:
    op.add_column("role", sa.Column("base", sa.String(length=40), server_default="", nullable=False))
    op.add_column("role", sa.Column("version", sa.Integer(), server_default="1", nullable=False))
    op.add_column("user", sa.Column("idle_minutes", sa.SmallInteger(), nullable=True))
    op.add_column(
        "user",
        sa.Column(
            "must_change_password",
            sa.Boolean(name="must_change_password"),
            server_default=sa.false(),
            nullable=False,
        ),
    )
    op.add_column("user", sa.Column("code_step", sa.BigInteger(), nullable=True))
    op.add_column("export_entry", sa.Column("customer_ids", sa.LargeBinary(), nullable=True))
    _tell_windows_apart()
    op.create_table(
        "role_mask",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), server_default="", nullable=False),
        sa.Column("level", sa.String(length=20), server_default="", nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_role_mask_role_id_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_mask")),
        sa.UniqueConstraint("role_id", "field", name=op.f("uq_role_mask_role_id_field")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "checkpoint",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.Column("generation", sa.Integer(), nullable=False),
        sa.Column("mac", sa.LargeBinary(length=32), nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_checkpoint_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_checkpoint")),
        sa.UniqueConstraint("act_id", name=op.f("uq_checkpoint_act_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "backup_entry",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("made_at", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.String(length=20), server_default="", nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("file_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("file_digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("proven_at", sa.BigInteger(), nullable=True),
        sa.Column("state", sa.String(length=20), server_default="", nullable=False),
        sa.Column("problem", sa.String(length=40), server_default="", nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_backup_entry_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_backup_entry")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_backup_entry_made_at"), "backup_entry", ["made_at"])
    op.create_table(
        "sensitive_field",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=40), server_default="", nullable=False),
        sa.Column("title", sa.String(length=100), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.Column("built_in", sa.Boolean(name="built_in"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sensitive_field")),
        sa.UniqueConstraint("name", name=op.f("uq_sensitive_field_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "erasure",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("erased_at", sa.BigInteger(), nullable=False),
        sa.Column("backups_until", sa.Date(), nullable=True),
        sa.Column("reason", sa.String(length=500), server_default="", nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_erasure_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erasure")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_erasure_customer_id"), "erasure", ["customer_id"])
    op.create_table(
        "consent_event",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), server_default="", nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("lawful_basis", sa.String(length=40), server_default="", nullable=False),
        sa.Column("source", sa.String(length=500), server_default="", nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('phone', 'sms', 'email', 'wechat', 'post')",
            name=op.f("ck_consent_event_channel"),
        ),
        sa.CheckConstraint("state IN ('unknown', 'granted', 'refused')", name=op.f("ck_consent_event_state")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_consent_event_by_id_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_consent_event_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent_event")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_consent_event_customer_id"), "consent_event", ["customer_id"])
    op.create_index("ix_act_of_kind", "act", ["kind", "id"])
    op.create_index("ix_act_of_user", "act", ["user_id", "id"])
    op.create_index("ix_act_by_time", "act", ["happened_at"])
    op.create_index(
        "ix_customer_of_owner", "customer", ["owner_id", "hidden"],
        sqlite_where=sa.text("owner_id IS NOT NULL"), postgresql_where=sa.text("owner_id IS NOT NULL"),
    )  # fmt: skip
    _ready_rows()


def _ready_rows() -> None:
    """The new ready roles and the program's sensitive fields; what ready roles may do is no longer stored."""
    connection = op.get_bind()
    connection.execute(sa.text("DELETE FROM role_permission"))
    # The history of consents begins with what was said before there was one.
    connection.execute(
        sa.text(
            "INSERT INTO consent_event"
            " (customer_id, purpose, channel, state, lawful_basis, source, happened_at, by_id)"
            " SELECT customer_id, purpose, channel, state, lawful_basis, source, updated_at, updated_by"
            " FROM consent WHERE state <> 'unknown'"
        )
    )
    for name in _NEW_ROLES:
        connection.execute(
            sa.text("INSERT INTO role (name, display_name, built_in) VALUES (:name, '', :yes)"),
            {"name": name, "yes": True},
        )
    for position, name in enumerate(_FIELDS):
        connection.execute(
            sa.text(
                "INSERT INTO sensitive_field (name, title, kind, position, active, built_in)"
                " VALUES (:name, '', :name, :position, :yes, :yes)"
            ),
            {"name": name, "position": position, "yes": True},
        )


def _tell_windows_apart() -> None:
    """Drafts of two windows of one user stand beside each other."""
    with op.batch_alter_table(
        "draft", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as table:
        table.add_column(sa.Column("window", sa.String(length=20), server_default="", nullable=False))
        table.drop_constraint("uq_draft_user_id_form_record", type_="unique")
        table.create_unique_constraint(
            op.f("uq_draft_user_id_form_record_window"), ["user_id", "form", "record", "window"]
        )


def _one_window() -> None:
    """Only the newest draft of a form and record stays."""
    op.execute("DELETE FROM draft WHERE id NOT IN (SELECT max(id) FROM draft GROUP BY user_id, form, record)")
    with op.batch_alter_table(
        "draft", recreate="always", table_kwargs={"sqlite_autoincrement": True}
    ) as table:
        table.drop_constraint("uq_draft_user_id_form_record_window", type_="unique")
        table.create_unique_constraint(op.f("uq_draft_user_id_form_record"), ["user_id", "form", "record"])
        table.drop_column("window")


def downgrade() -> None:
    _one_window()
    for name in ("ix_act_by_time", "ix_act_of_user", "ix_act_of_kind"):
        op.drop_index(name, table_name="act")
    op.drop_index("ix_customer_of_owner", table_name="customer")
    for name in ("consent_event", "erasure", "sensitive_field", "backup_entry", "checkpoint", "role_mask"):
        op.drop_table(name)
    connection = op.get_bind()
    # Whoever has a role that the older program does not know is taken down to the least of those it knows.
    connection.execute(
        sa.text(
            "UPDATE \"user\" SET role_id = (SELECT id FROM role WHERE name = 'front_desk')"
            " WHERE role_id IN (SELECT id FROM role WHERE name NOT IN ('administrator', 'front_desk'))"
        )
    )
    connection.execute(sa.text("DELETE FROM role_permission"))
    connection.execute(sa.text("DELETE FROM role WHERE name NOT IN ('administrator', 'front_desk')"))
    op.drop_column("export_entry", "customer_ids")
    for column in ("code_step", "must_change_password", "idle_minutes"):
        op.drop_column("user", column)
    for column in ("version", "base"):
        op.drop_column("role", column)
