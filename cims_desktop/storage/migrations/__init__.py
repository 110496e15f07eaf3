"""Schema revisions, run by Alembic on a connection that the caller opened (no ini file, no command line)."""

from __future__ import annotations

from pathlib import Path

import sqlalchemy as sa


def upgrade(connection: sa.Connection, revision: str = "head") -> None:
    """Brings the file to `revision` inside the caller's transaction."""
    _run(connection, revision, down=False)


def downgrade(connection: sa.Connection, revision: str) -> None:
    """Takes the file back to `revision` ("base" for nothing)."""
    _run(connection, revision, down=True)


def _run(connection: sa.Connection, revision: str, *, down: bool) -> None:
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option(
        "script_location", str(Path(__file__).parent).replace("%", "%%")
    )  # % is special there
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    (command.downgrade if down else command.upgrade)(config, revision)
