"""The first schema: office, users, customers, sales, history, journal, search."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

# Only SQLite has FTS5; the shared servers index the same tokens in a column of their own.
_FULL_TEXT = (
    "CREATE VIRTUAL TABLE customer_fts USING fts5(tokens, content='', contentless_delete=1, detail=none,"
    " tokenize='ascii')",
    "INSERT INTO customer_fts(customer_fts, rank) VALUES('pgsz', 3960)",
)

_COUNT = "UPDATE office SET shown_customers = shown_customers"
# They fire for every way in and out: forms, bulk loads, imports and their undo.
_TRIGGERS = (
    f"CREATE TRIGGER customer_counted_in AFTER INSERT ON customer WHEN new.hidden = 0 BEGIN {_COUNT} + 1; END",
    f"CREATE TRIGGER customer_counted_out AFTER DELETE ON customer WHEN old.hidden = 0 BEGIN {_COUNT} - 1; END",
    "CREATE TRIGGER customer_counted_moved AFTER UPDATE OF hidden ON customer WHEN old.hidden <> new.hidden"
    f" BEGIN {_COUNT} + (new.hidden = 0) - (old.hidden = 0); END",
)


def upgrade() -> None:
    op.create_table(
        "custom_field",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=100), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("required", sa.Boolean(name="required"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_field")),
        sa.UniqueConstraint("name", name=op.f("uq_custom_field_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "office",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("uid", sa.String(length=36), server_default="", nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("currency", sa.String(length=3), server_default="", nullable=False),
        sa.Column("country", sa.String(length=2), server_default="", nullable=False),
        sa.Column("language", sa.String(length=10), server_default="", nullable=False),
        sa.Column("time_zone", sa.String(length=64), server_default="", nullable=False),
        sa.Column("fiscal_year_start", sa.SmallInteger(), nullable=False),
        sa.Column("number_pattern", sa.String(length=40), server_default="", nullable=False),
        sa.Column("next_number", sa.Integer(), nullable=False),
        sa.Column("shown_customers", sa.Integer(), nullable=False),
        sa.Column("retention_days", sa.Integer(), nullable=False),
        sa.Column("policy", sa.Text(), nullable=False),
        sa.Column("demo", sa.Boolean(name="demo"), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("key_epoch", sa.Integer(), nullable=False),
        sa.Column("key_file_digest", sa.LargeBinary(length=32), nullable=True),
        sa.CheckConstraint("fiscal_year_start BETWEEN 1 AND 12", name=op.f("ck_office_fiscal_year_start")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_office")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "role",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=40), server_default="", nullable=False),
        sa.Column("display_name", sa.String(length=100), server_default="", nullable=False),
        sa.Column("built_in", sa.Boolean(name="built_in"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role")),
        sa.UniqueConstraint("name", name=op.f("uq_role_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "summary_buyers",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("once", sa.Integer(), nullable=False),
        sa.Column("twice", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_summary_buyers")),
        comment="Customers with one and with two sales in the 365 days up to a past day; filled when first asked for",
    )
    op.create_table(
        "summary_day",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("currency", sa.String(length=3), nullable=False),
        sa.Column("orders", sa.Integer(), nullable=False),
        sa.Column("revenue", sa.BigInteger(), nullable=False),
        sa.Column("refunds", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("day", "currency", name=op.f("pk_summary_day")),
        comment="Per office day and currency: sales, sales less refunds, refunds (positive); kept by storage.summaries",
    )
    op.create_table(
        "tag",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=100), server_default="", nullable=False),
        sa.Column("colour", sa.String(length=20), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_tag")),
        sa.UniqueConstraint("name", name=op.f("uq_tag_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "role_permission",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("permission", sa.String(length=40), server_default="", nullable=False),
        sa.Column("scope", sa.String(length=10), server_default="", nullable=False),
        sa.Column("field_mask", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_role_permission_role_id_role")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_role_permission")),
        sa.UniqueConstraint("role_id", "permission", name=op.f("uq_role_permission_role_id_permission")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_role_permission_role_id"), "role_permission", ["role_id"], unique=False)
    op.create_table(
        "user",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sign_in_name", sa.String(length=64), server_default="", nullable=False),
        sa.Column("display_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("language", sa.String(length=10), server_default="", nullable=False),
        sa.Column("slot", sa.String(length=32), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.Column("role_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_user_created_by_user")),
        sa.ForeignKeyConstraint(["role_id"], ["role.id"], name=op.f("fk_user_role_id_role")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_user_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_user")),
        sa.UniqueConstraint("sign_in_name", name=op.f("uq_user_sign_in_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "act",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("happened_at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("table_name", sa.String(length=40), server_default="", nullable=False),
        sa.Column("record", sa.Integer(), nullable=True),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("detail", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(length=32), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_act_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_act")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_act_of_customer", "act", ["customer_id", "id"], unique=False)
    op.create_index("ix_act_of_record", "act", ["table_name", "record"], unique=False)
    op.create_table(
        "dashboard",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_dashboard_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_dashboard_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_dashboard_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dashboard")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "draft",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("form", sa.String(length=60), server_default="", nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("saved_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_draft_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_draft")),
        sa.UniqueConstraint("user_id", "form", "record", name=op.f("uq_draft_user_id_form_record")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "export_entry",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("file_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("file_digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("query", sa.Text(), nullable=False),
        sa.Column("matched", sa.Integer(), nullable=False),
        sa.Column("written", sa.Integer(), nullable=False),
        sa.Column("exported_at", sa.BigInteger(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_export_entry_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_entry")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "export_layout",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_export_layout_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_export_layout_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_export_layout_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_export_layout")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "handover_note",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_handover_note_created_by_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_handover_note_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_note")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_mapping",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_import_mapping_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_import_mapping_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_import_mapping_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_mapping")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "import_run",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(length=20), server_default="", nullable=False),
        sa.Column("file_name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("file_digest", sa.String(length=64), server_default="", nullable=False),
        sa.Column("mapping", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=20), server_default="", nullable=False),
        sa.Column("counts", sa.Text(), nullable=False),
        sa.Column("started_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("user_id", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_import_run_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_run")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "letter_template",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_letter_template_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_letter_template_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_letter_template_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter_template")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "report",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_report_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_report_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_report_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_report")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "saved_view",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("shared", sa.Boolean(name="shared"), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_saved_view_created_by_user")),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_saved_view_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_saved_view_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_view")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "change",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("act_id", sa.Integer(), nullable=False),
        sa.Column("table_name", sa.String(length=40), server_default="", nullable=False),
        sa.Column("record", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=60), server_default="", nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("salt", sa.LargeBinary(length=16), nullable=True),
        sa.Column("before_digest", sa.LargeBinary(length=32), nullable=True),
        sa.Column("after_digest", sa.LargeBinary(length=32), nullable=True),
        sa.ForeignKeyConstraint(["act_id"], ["act.id"], name=op.f("fk_change_act_id_act")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_change")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_change_act_id"), "change", ["act_id"], unique=False)
    op.create_index("ix_change_of_record", "change", ["table_name", "record"], unique=False)
    op.create_table(
        "customer",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("number", sa.String(length=40), server_default="", nullable=False),
        sa.Column("external_id", sa.String(length=500), server_default="", nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sort_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("family_name", sa.Text(), nullable=False),
        sa.Column("given_name", sa.Text(), nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("job_title", sa.String(length=500), server_default="", nullable=False),
        sa.Column("status", sa.String(length=20), nullable=False),
        sa.Column("tier", sa.SmallInteger(), nullable=False),
        sa.Column("source", sa.String(length=500), server_default="", nullable=False),
        sa.Column("owner_id", sa.Integer(), nullable=True),
        sa.Column("birthday_year", sa.SmallInteger(), nullable=True),
        sa.Column("birthday_month", sa.SmallInteger(), nullable=True),
        sa.Column("birthday_day", sa.SmallInteger(), nullable=True),
        sa.Column("birthday_calendar", sa.String(length=10), server_default="", nullable=False),
        sa.Column("language", sa.String(length=10), server_default="", nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("photo_id", sa.Integer(), nullable=True),
        sa.Column("phone", sa.String(length=100), server_default="", nullable=False),
        sa.Column("email", sa.String(length=500), server_default="", nullable=False),
        sa.Column("city", sa.String(length=200), server_default="", nullable=False),
        sa.Column("purchases", sa.Integer(), nullable=False),
        sa.Column("total_spent", sa.BigInteger(), nullable=False),
        sa.Column("first_purchase", sa.Date(), nullable=True),
        sa.Column("last_purchase", sa.Date(), nullable=True),
        sa.Column("prior_purchase", sa.Date(), nullable=True),
        sa.Column("last_contact", sa.BigInteger(), nullable=True),
        sa.Column("next_contact", sa.Date(), nullable=True),
        sa.Column("last_satisfaction", sa.SmallInteger(), nullable=True),
        sa.Column("hidden", sa.SmallInteger(), nullable=False),
        sa.Column("deleted_at", sa.BigInteger(), nullable=True),
        sa.Column("deleted_by", sa.Integer(), nullable=True),
        sa.Column("merged_into", sa.Integer(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("kind IN ('person', 'organisation')", name=op.f("ck_customer_kind")),
        sa.CheckConstraint(
            "status IN ('prospect', 'active', 'dormant', 'blocked')", name=op.f("ck_customer_status")
        ),
        sa.CheckConstraint("hidden BETWEEN 0 AND 2", name=op.f("ck_customer_hidden")),
        sa.CheckConstraint("tier BETWEEN 0 AND 3", name=op.f("ck_customer_tier")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_customer_created_by_user")),
        sa.ForeignKeyConstraint(["deleted_by"], ["user.id"], name=op.f("fk_customer_deleted_by_user")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_customer_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["merged_into"], ["customer.id"], name=op.f("fk_customer_merged_into_customer")
        ),
        sa.ForeignKeyConstraint(["owner_id"], ["user.id"], name=op.f("fk_customer_owner_id_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_customer_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer")),
        sa.UniqueConstraint("number", name=op.f("uq_customer_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_customer_by_external_id",
        "customer",
        ["external_id"],
        unique=False,
        mysql_length={"external_id": 100},
    )
    op.create_index("ix_customer_due", "customer", ["hidden", "next_contact"], unique=False)
    op.create_index("ix_customer_import_run_id", "customer", ["import_run_id"], unique=False)
    op.create_index(
        "ix_customer_list_by_last_purchase", "customer", ["hidden", "last_purchase"], unique=False
    )
    op.create_index("ix_customer_list_by_name", "customer", ["hidden", "sort_name"], unique=False)
    op.create_index("ix_customer_list_by_number", "customer", ["hidden", "number"], unique=False)
    op.create_index("ix_customer_list_by_total_spent", "customer", ["hidden", "total_spent"], unique=False)
    op.create_index(
        "ix_customer_merged_into",
        "customer",
        ["merged_into"],
        unique=False,
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_index("ix_customer_repeat", "customer", ["hidden", "prior_purchase"], unique=False)
    op.create_index(
        "ix_customer_scan",
        "customer",
        [
            "hidden",
            "kind",
            "status",
            "tier",
            "city",
            "last_purchase",
            "total_spent",
            "purchases",
            "last_contact",
            "next_contact",
            "last_satisfaction",
            "organisation",
            "phone",
            "email",
        ],
        unique=False,
        mysql_length={"organisation": 100, "phone": 40, "email": 100, "city": 60},
    )
    op.create_index(
        "ix_customer_tier_by_last_purchase", "customer", ["hidden", "tier", "last_purchase"], unique=False
    )
    op.create_table(
        "product",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("sku", sa.String(length=500), server_default="", nullable=False),
        sa.Column("name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("category", sa.String(length=500), server_default="", nullable=False),
        sa.Column("price", sa.BigInteger(), nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("price >= 0", name=op.f("ck_product_price")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_product_created_by_user")),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_product_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_product_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_product")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_product_by_sku", "product", ["sku"], unique=False, mysql_length={"sku": 100})
    op.create_table(
        "address",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("label", sa.String(length=40), server_default="", nullable=False),
        sa.Column("country", sa.String(length=2), server_default="", nullable=False),
        sa.Column("province", sa.String(length=200), server_default="", nullable=False),
        sa.Column("city", sa.String(length=200), server_default="", nullable=False),
        sa.Column("district", sa.String(length=200), server_default="", nullable=False),
        sa.Column("street", sa.String(length=1000), server_default="", nullable=False),
        sa.Column("postal_code", sa.String(length=40), server_default="", nullable=False),
        sa.Column("primary", sa.Boolean(name="primary"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_address_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_address")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_address_customer_id"), "address", ["customer_id"], unique=False)
    op.create_table(
        "attachment",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(length=500), server_default="", nullable=False),
        sa.Column("media_type", sa.String(length=100), server_default="", nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.String(length=64), server_default="", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("size BETWEEN 0 AND 52428800", name=op.f("ck_attachment_size")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_attachment_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_attachment_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_attachment_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_attachment_customer_id"), "attachment", ["customer_id"], unique=False)
    op.create_table(
        "consent",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("purpose", sa.String(length=40), server_default="", nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("lawful_basis", sa.String(length=40), server_default="", nullable=False),
        sa.Column("source", sa.String(length=500), server_default="", nullable=False),
        sa.Column("given_on", sa.Date(), nullable=True),
        sa.Column("review_on", sa.Date(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "channel IN ('phone', 'sms', 'email', 'wechat', 'post')", name=op.f("ck_consent_channel")
        ),
        sa.CheckConstraint("state IN ('unknown', 'granted', 'refused')", name=op.f("ck_consent_state")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_consent_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_consent_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_consent_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sa.UniqueConstraint(
            "customer_id", "purpose", "channel", name=op.f("uq_consent_customer_id_purpose_channel")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "contact_point",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("value", sa.String(length=500), server_default="", nullable=False),
        sa.Column("normal", sa.String(length=500), server_default="", nullable=False),
        sa.Column("label", sa.String(length=40), server_default="", nullable=False),
        sa.Column("primary", sa.Boolean(name="primary"), nullable=False),
        sa.Column("opted_out", sa.Boolean(name="opted_out"), nullable=False),
        sa.Column("invalid", sa.Boolean(name="invalid"), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('phone', 'mobile', 'email', 'wechat', 'qq', 'web', 'card', 'other')",
            name=op.f("ck_contact_point_kind"),
        ),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_contact_point_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_point")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_contact_point_by_value", "contact_point", ["normal"], unique=False, mysql_length={"normal": 100}
    )
    op.create_index(op.f("ix_contact_point_customer_id"), "contact_point", ["customer_id"], unique=False)
    op.create_table(
        "custom_value",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("field_id", sa.Integer(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_custom_value_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["field_id"], ["custom_field.id"], name=op.f("fk_custom_value_field_id_custom_field")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_custom_value")),
        sa.UniqueConstraint("customer_id", "field_id", name=op.f("uq_custom_value_customer_id_field_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_custom_value_field_id"), "custom_value", ["field_id"], unique=False)
    op.create_table(
        "customer_search",
        sa.Column("customer_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_search_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_customer_search")),
        comment="Folded text of each customer for the exact re-check; its tokens are in the full-text index",
    )
    op.create_table(
        "customer_tag",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("tag_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_customer_tag_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["tag_id"], ["tag.id"], name=op.f("fk_customer_tag_tag_id_tag")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customer_tag")),
        sa.UniqueConstraint("customer_id", "tag_id", name=op.f("uq_customer_tag_customer_id_tag_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_customer_tag_tag_id"), "customer_tag", ["tag_id"], unique=False)
    op.create_table(
        "former_number",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=40), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_former_number_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_former_number")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_former_number_customer_id"), "former_number", ["customer_id"], unique=False)
    op.create_index(op.f("ix_former_number_number"), "former_number", ["number"], unique=False)
    op.create_table(
        "interaction",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("direction", sa.String(length=20), nullable=False),
        sa.Column("occurred_at", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.String(length=500), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("by_name", sa.String(length=200), server_default="", nullable=False),
        sa.Column("pinned", sa.Boolean(name="pinned"), nullable=False),
        sa.Column("next_contact", sa.Date(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("direction IN ('', 'in', 'out')", name=op.f("ck_interaction_direction")),
        sa.CheckConstraint(
            "kind IN ('call', 'visit', 'email', 'message', 'meeting', 'complaint', 'note')",
            name=op.f("ck_interaction_kind"),
        ),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_interaction_by_id_user")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_interaction_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_interaction_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_interaction_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_interaction_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_interaction")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_interaction_import_run_id", "interaction", ["import_run_id"], unique=False)
    op.create_index("ix_interaction_of_customer", "interaction", ["customer_id", "occurred_at"], unique=False)
    op.create_table(
        "not_duplicate",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("said_by", sa.Integer(), nullable=True),
        sa.Column("said_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_not_duplicate_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["customer.id"], name=op.f("fk_not_duplicate_other_id_customer")
        ),
        sa.ForeignKeyConstraint(["said_by"], ["user.id"], name=op.f("fk_not_duplicate_said_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_not_duplicate")),
        sa.UniqueConstraint("customer_id", "other_id", name=op.f("uq_not_duplicate_customer_id_other_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_not_duplicate_other_id"), "not_duplicate", ["other_id"], unique=False)
    op.create_table(
        "preference",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), server_default="", nullable=False),
        sa.Column("time", sa.String(length=20), server_default="", nullable=False),
        sa.Column("language", sa.String(length=10), server_default="", nullable=False),
        sa.Column("interests", sa.Text(), nullable=False),
        sa.Column("pairs", sa.Text(), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_preference_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_preference_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_preference_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_preference")),
        sa.UniqueConstraint("customer_id", name=op.f("uq_preference_customer_id")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "purchase",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.String(length=100), server_default="", nullable=False),
        sa.Column("external_ref", sa.String(length=200), server_default="", nullable=False),
        sa.Column("purchased_on", sa.Date(), nullable=False),
        sa.Column("purchased_at", sa.BigInteger(), nullable=True),
        sa.Column("channel", sa.String(length=100), server_default="", nullable=False),
        sa.Column("sold_by", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("currency", sa.String(length=3), server_default="", nullable=False),
        sa.Column("total", sa.BigInteger(), nullable=False),
        sa.Column("refund_of", sa.Integer(), nullable=True),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("state IN ('completed', 'refunded')", name=op.f("ck_purchase_state")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_purchase_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_purchase_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_purchase_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(["refund_of"], ["purchase.id"], name=op.f("fk_purchase_refund_of_purchase")),
        sa.ForeignKeyConstraint(["sold_by"], ["user.id"], name=op.f("fk_purchase_sold_by_user")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_purchase_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_purchase_by_day", "purchase", ["purchased_on", "customer_id", "total"], unique=False)
    op.create_index("ix_purchase_by_external_ref", "purchase", ["external_ref"], unique=False)
    op.create_index("ix_purchase_import_run_id", "purchase", ["import_run_id"], unique=False)
    op.create_index("ix_purchase_of_customer", "purchase", ["customer_id", "purchased_on"], unique=False)
    op.create_index(op.f("ix_purchase_refund_of"), "purchase", ["refund_of"], unique=False)
    op.create_table(
        "recent",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_recent_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["user.id"], name=op.f("fk_recent_user_id_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_recent")),
        sa.UniqueConstraint("user_id", "customer_id", name=op.f("uq_recent_user_id_customer_id")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_recent_customer_id"), "recent", ["customer_id"], unique=False)
    op.create_table(
        "relationship",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("other_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), server_default="", nullable=False),
        sa.Column("job_title", sa.String(length=500), server_default="", nullable=False),
        sa.Column("department", sa.String(length=500), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(name="active"), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_relationship_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["other_id"], ["customer.id"], name=op.f("fk_relationship_other_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relationship")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_relationship_customer_id"), "relationship", ["customer_id"], unique=False)
    op.create_index(op.f("ix_relationship_other_id"), "relationship", ["other_id"], unique=False)
    op.create_table(
        "secret_value",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("field", sa.String(length=40), server_default="", nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("key_generation", sa.String(length=20), server_default="", nullable=False),
        sa.Column("blind_index", sa.LargeBinary(length=16), nullable=True),
        sa.Column("last_four", sa.String(length=4), server_default="", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_secret_value_created_by_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_secret_value_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_secret_value_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_secret_value")),
        sa.UniqueConstraint("customer_id", "field", name=op.f("uq_secret_value_customer_id_field")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_secret_value_by_value", "secret_value", ["field", "blind_index"], unique=False)
    op.create_table(
        "survey_invitation",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("metric", sa.String(length=20), nullable=False),
        sa.Column("channel", sa.String(length=40), server_default="", nullable=False),
        sa.Column("asked_at", sa.BigInteger(), nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.CheckConstraint("metric IN ('nps', 'csat', 'ces')", name=op.f("ck_survey_invitation_metric")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_survey_invitation_by_id_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_survey_invitation_customer_id_customer")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_invitation")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_survey_invitation_customer_id"), "survey_invitation", ["customer_id"], unique=False
    )
    op.create_table(
        "task",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("title", sa.String(length=500), server_default="", nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("due_at", sa.BigInteger(), nullable=True),
        sa.Column("remind_at", sa.BigInteger(), nullable=True),
        sa.Column("assignee_id", sa.Integer(), nullable=True),
        sa.Column("state", sa.String(length=20), server_default="", nullable=False),
        sa.Column("repeat", sa.String(length=100), server_default="", nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("created_by", sa.Integer(), nullable=True),
        sa.Column("updated_at", sa.BigInteger(), nullable=False),
        sa.Column("updated_by", sa.Integer(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["assignee_id"], ["user.id"], name=op.f("fk_task_assignee_id_user")),
        sa.ForeignKeyConstraint(["created_by"], ["user.id"], name=op.f("fk_task_created_by_user")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_task_customer_id_customer")),
        sa.ForeignKeyConstraint(["updated_by"], ["user.id"], name=op.f("fk_task_updated_by_user")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_task")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_task_assignee_id"), "task", ["assignee_id"], unique=False)
    op.create_index(op.f("ix_task_customer_id"), "task", ["customer_id"], unique=False)
    op.create_table(
        "attachment_part",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("attachment_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["attachment_id"], ["attachment.id"], name=op.f("fk_attachment_part_attachment_id_attachment")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_attachment_part")),
        sa.UniqueConstraint(
            "attachment_id", "position", name=op.f("uq_attachment_part_attachment_id_position")
        ),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "purchase_line",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("purchase_id", sa.Integer(), nullable=False),
        sa.Column("product_id", sa.Integer(), nullable=True),
        sa.Column("description", sa.String(length=500), server_default="", nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("unit_price", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.CheckConstraint("quantity <> 0", name=op.f("ck_purchase_line_quantity")),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_purchase_line_product_id_product")
        ),
        sa.ForeignKeyConstraint(
            ["purchase_id"], ["purchase.id"], name=op.f("fk_purchase_line_purchase_id_purchase")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_purchase_line")),
        sqlite_autoincrement=True,
    )
    op.create_index(op.f("ix_purchase_line_product_id"), "purchase_line", ["product_id"], unique=False)
    op.create_index(op.f("ix_purchase_line_purchase_id"), "purchase_line", ["purchase_id"], unique=False)
    op.create_table(
        "survey_response",
        sa.Column("id", sa.Integer(), autoincrement=True, nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("metric", sa.String(length=20), nullable=False),
        sa.Column("score", sa.SmallInteger(), nullable=False),
        sa.Column("answered_at", sa.BigInteger(), nullable=False),
        sa.Column("comment", sa.Text(), nullable=False),
        sa.Column("channel", sa.String(length=40), server_default="", nullable=False),
        sa.Column("by_id", sa.Integer(), nullable=True),
        sa.Column("purchase_id", sa.Integer(), nullable=True),
        sa.Column("import_run_id", sa.Integer(), nullable=True),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.CheckConstraint(
            "(metric = 'nps' AND score BETWEEN 0 AND 10) OR (metric = 'csat' AND score BETWEEN 1 AND 5) OR (metric = 'ces' AND score BETWEEN 1 AND 7)",
            name=op.f("ck_survey_response_score"),
        ),
        sa.CheckConstraint("metric IN ('nps', 'csat', 'ces')", name=op.f("ck_survey_response_metric")),
        sa.ForeignKeyConstraint(["by_id"], ["user.id"], name=op.f("fk_survey_response_by_id_user")),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customer.id"], name=op.f("fk_survey_response_customer_id_customer")
        ),
        sa.ForeignKeyConstraint(
            ["import_run_id"], ["import_run.id"], name=op.f("fk_survey_response_import_run_id_import_run")
        ),
        sa.ForeignKeyConstraint(
            ["purchase_id"], ["purchase.id"], name=op.f("fk_survey_response_purchase_id_purchase")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_survey_response")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_survey_response_by_day", "survey_response", ["metric", "answered_at", "score"], unique=False
    )
    op.create_index(
        "ix_survey_response_of_customer", "survey_response", ["customer_id", "answered_at"], unique=False
    )
    if op.get_bind().dialect.name == "sqlite":
        for statement in (*_FULL_TEXT, *_TRIGGERS):
            op.execute(statement)


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE customer_fts")
    op.drop_index("ix_survey_response_of_customer", table_name="survey_response")
    op.drop_index("ix_survey_response_by_day", table_name="survey_response")
    op.drop_table("survey_response")
    op.drop_index(op.f("ix_purchase_line_purchase_id"), table_name="purchase_line")
    op.drop_index(op.f("ix_purchase_line_product_id"), table_name="purchase_line")
    op.drop_table("purchase_line")
    op.drop_table("attachment_part")
    op.drop_index(op.f("ix_task_customer_id"), table_name="task")
    op.drop_index(op.f("ix_task_assignee_id"), table_name="task")
    op.drop_table("task")
    op.drop_index(op.f("ix_survey_invitation_customer_id"), table_name="survey_invitation")
    op.drop_table("survey_invitation")
    op.drop_index("ix_secret_value_by_value", table_name="secret_value")
    op.drop_table("secret_value")
    op.drop_index(op.f("ix_relationship_other_id"), table_name="relationship")
    op.drop_index(op.f("ix_relationship_customer_id"), table_name="relationship")
    op.drop_table("relationship")
    op.drop_index(op.f("ix_recent_customer_id"), table_name="recent")
    op.drop_table("recent")
    op.drop_index(op.f("ix_purchase_refund_of"), table_name="purchase")
    op.drop_index("ix_purchase_of_customer", table_name="purchase")
    op.drop_index("ix_purchase_import_run_id", table_name="purchase")
    op.drop_index("ix_purchase_by_external_ref", table_name="purchase")
    op.drop_index("ix_purchase_by_day", table_name="purchase")
    op.drop_table("purchase")
    op.drop_table("preference")
    op.drop_index(op.f("ix_not_duplicate_other_id"), table_name="not_duplicate")
    op.drop_table("not_duplicate")
    op.drop_index("ix_interaction_of_customer", table_name="interaction")
    op.drop_index("ix_interaction_import_run_id", table_name="interaction")
    op.drop_table("interaction")
    op.drop_index(op.f("ix_former_number_number"), table_name="former_number")
    op.drop_index(op.f("ix_former_number_customer_id"), table_name="former_number")
    op.drop_table("former_number")
    op.drop_index(op.f("ix_customer_tag_tag_id"), table_name="customer_tag")
    op.drop_table("customer_tag")
    op.drop_table("customer_search")
    op.drop_index(op.f("ix_custom_value_field_id"), table_name="custom_value")
    op.drop_table("custom_value")
    op.drop_index(op.f("ix_contact_point_customer_id"), table_name="contact_point")
    op.drop_index("ix_contact_point_by_value", table_name="contact_point", mysql_length={"normal": 100})
    op.drop_table("contact_point")
    op.drop_table("consent")
    op.drop_index(op.f("ix_attachment_customer_id"), table_name="attachment")
    op.drop_table("attachment")
    op.drop_index(op.f("ix_address_customer_id"), table_name="address")
    op.drop_table("address")
    op.drop_index("ix_product_by_sku", table_name="product", mysql_length={"sku": 100})
    op.drop_table("product")
    op.drop_index("ix_customer_tier_by_last_purchase", table_name="customer")
    op.drop_index(
        "ix_customer_scan",
        table_name="customer",
        mysql_length={"organisation": 100, "phone": 40, "email": 100, "city": 60},
    )
    op.drop_index("ix_customer_repeat", table_name="customer")
    op.drop_index(
        "ix_customer_merged_into",
        table_name="customer",
        sqlite_where=sa.text("merged_into IS NOT NULL"),
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.drop_index("ix_customer_list_by_total_spent", table_name="customer")
    op.drop_index("ix_customer_list_by_number", table_name="customer")
    op.drop_index("ix_customer_list_by_name", table_name="customer")
    op.drop_index("ix_customer_list_by_last_purchase", table_name="customer")
    op.drop_index("ix_customer_import_run_id", table_name="customer")
    op.drop_index("ix_customer_due", table_name="customer")
    op.drop_index("ix_customer_by_external_id", table_name="customer", mysql_length={"external_id": 100})
    op.drop_table("customer")
    op.drop_index("ix_change_of_record", table_name="change")
    op.drop_index(op.f("ix_change_act_id"), table_name="change")
    op.drop_table("change")
    op.drop_table("saved_view")
    op.drop_table("report")
    op.drop_table("letter_template")
    op.drop_table("import_run")
    op.drop_table("import_mapping")
    op.drop_table("handover_note")
    op.drop_table("export_layout")
    op.drop_table("export_entry")
    op.drop_table("draft")
    op.drop_table("dashboard")
    op.drop_index("ix_act_of_record", table_name="act")
    op.drop_index("ix_act_of_customer", table_name="act")
    op.drop_table("act")
    op.drop_table("user")
    op.drop_index(op.f("ix_role_permission_role_id"), table_name="role_permission")
    op.drop_table("role_permission")
    op.drop_table("tag")
    op.drop_table("summary_day")
    op.drop_table("summary_buyers")
    op.drop_table("role")
    op.drop_table("office")
    op.drop_table("custom_field")
