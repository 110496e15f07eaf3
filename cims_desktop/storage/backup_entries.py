"""The ledger of backups: what was made where, whether it was opened and checked, and what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.backups import BackupEntry, BackupReason, EntryState
from cims_desktop.domain.texts import storable
from cims_desktop.storage.records import Row, from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.work import backup_entry


def add(connection: sa.Connection, entry: BackupEntry, user_id: int | None) -> int:
    """Writes one entry; returns its id."""
    values = to_row(entry, backup_entry)
    text = json.dumps(dict(entry.counts), sort_keys=True) if entry.counts else ""
    return insert_row(
        connection,
        backup_entry,
        values | {"counts": text, "folder": storable(entry.folder), "user_id": user_id},
    )


def verified(connection: sa.Connection, entry_id: int, counts: Mapping[str, int], at: datetime) -> None:
    """Notes that the archive was opened and found whole at `at`."""
    values = {
        "state": EntryState.VERIFIED, "problem": "", "proven_at": at,
        "counts": json.dumps(dict(counts), sort_keys=True),
    }  # fmt: skip
    connection.execute(sa.update(backup_entry).where(backup_entry.c.id == entry_id).values(**values))


def failed(connection: sa.Connection, entry_id: int, problem: str) -> None:
    """Notes that the archive is not what was written."""
    values = {"state": EntryState.FAILED, "problem": problem}
    connection.execute(sa.update(backup_entry).where(backup_entry.c.id == entry_id).values(**values))


def listing(connection: sa.Connection, limit: int = 1000) -> tuple[BackupEntry, ...]:
    """The newest entries, newest first."""
    return tuple(_entry(row) for row in connection.execute(_entries().limit(limit)))


def get(connection: sa.Connection, entry_id: int) -> BackupEntry:
    """One entry."""
    return _entry(connection.execute(_entries().where(backup_entry.c.id == entry_id)).one())


def _entries() -> sa.Select[Any]:
    return (
        sa.select(backup_entry, user.c.display_name.label("by_name"))
        .outerjoin(user, user.c.id == backup_entry.c.user_id)
        .order_by(backup_entry.c.id.desc())
    )


def _entry(row: Row) -> BackupEntry:
    return from_row(
        BackupEntry,
        row,
        counts=json.loads(row.counts) if row.counts else {},
        by_name=row.by_name or "",
        reason=BackupReason(row.reason),
        state=EntryState(row.state),
    )
