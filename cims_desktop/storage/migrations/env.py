"""Alembic's environment: uses the connection it is handed; the transaction is the caller's."""

from __future__ import annotations

from alembic import context

from cims_desktop.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    transactional_ddl=False,
)
context.run_migrations()
