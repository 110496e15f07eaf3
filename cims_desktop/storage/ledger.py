"""The export ledger: what left the office, when, by whom, and whether all that matched was written."""

from __future__ import annotations

from datetime import datetime

import sqlalchemy as sa

from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.work import export_entry


def add_export(
    connection: sa.Connection,
    *,
    kind: str,
    file_name: str,
    file_digest: str,
    query: str,
    matched: int,
    written: int,
    at: datetime,
    user_id: int,
) -> int:
    """Writes one ledger entry; returns its id."""
    return insert_row(
        connection,
        export_entry,
        {
            "kind": kind, "file_name": file_name, "file_digest": file_digest, "query": query, "matched": matched,
            "written": written, "exported_at": at, "user_id": user_id,
        },
    )  # fmt: skip
