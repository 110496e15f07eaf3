"""The schema's revisions: head equals the tables, each goes up and down; every engine understands them."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy.dialects import mysql, postgresql
from sqlalchemy.schema import CreateIndex, CreateTable

from cims_desktop.storage import migrations
from cims_desktop.storage.engine import OfficeDatabase
from cims_desktop.storage.migrations import downgrade, upgrade
from cims_desktop.storage.opening import HEAD, create_database
from cims_desktop.storage.tables import CustomerRule, metadata


@pytest.fixture
def database(tmp_path: Path) -> Iterator[OfficeDatabase]:
    """A new office file at the head revision."""
    made = create_database(tmp_path / "a.cims", os.urandom(32))
    yield made
    made.close()


def revisions() -> list[str]:
    """All revisions, the oldest first."""
    config = Config()
    config.set_main_option("script_location", str(Path(migrations.__file__).parent))
    config.set_main_option("path_separator", "os")
    return [script.revision for script in ScriptDirectory.from_config(config).walk_revisions()][::-1]


def test_the_program_knows_the_newest_revision() -> None:
    assert revisions()[-1] == HEAD


def test_the_head_revision_makes_exactly_the_tables(database: OfficeDatabase) -> None:
    with database.read() as connection:
        context = MigrationContext.configure(
            connection,
            opts={
                "compare_type": True,
                "include_object": lambda item, name, *rest: not name.startswith("customer_fts"),
            },
        )
        assert compare_metadata(context, metadata) == []


def test_each_revision_goes_down_and_up_again(database: OfficeDatabase) -> None:
    for revision in ["base", *revisions()]:
        with database.write() as connection:
            connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
            downgrade(connection, "base")
        with database.write() as connection:
            if revision != "base":
                upgrade(connection, revision)
    with database.read() as connection:
        assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == HEAD


@pytest.mark.parametrize("dialect", [postgresql.dialect(), mysql.dialect()], ids=["postgresql", "mariadb"])
def test_the_schema_compiles_for_the_shared_servers(dialect: sa.Dialect) -> None:
    statements = [CreateTable(table) for table in metadata.sorted_tables]
    statements += [CreateIndex(index) for table in metadata.sorted_tables for index in table.indexes]
    for statement in statements:
        assert str(statement.compile(dialect=dialect)).lstrip().startswith("CREATE")


def test_every_table_that_points_at_customers_declares_its_rule() -> None:
    without = [
        table.name
        for table in metadata.sorted_tables
        if any(key.column.table.name == "customer" for key in table.foreign_keys)
        and not isinstance(table.info.get("customer_rule"), CustomerRule)
    ]
    assert without == []


def test_ids_are_never_given_twice() -> None:
    reused = [
        table.name
        for table in metadata.sorted_tables
        if "id" in table.c and not table.dialect_options["sqlite"]["autoincrement"]
    ]
    assert reused == []


def test_every_constraint_has_a_name() -> None:
    unnamed = [(t.name, c) for t in metadata.sorted_tables for c in t.constraints if c.name is None]
    assert unnamed == []
