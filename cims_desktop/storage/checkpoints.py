"""Reads and writes the journal's checkpoints; what proves them is `security.checkpoints`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.storage.records import from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.work import checkpoint


@dataclass(frozen=True)
class StoredCheckpoint:
    """One checkpoint as it stands in the file."""

    act_id: int
    digest: bytes
    generation: int
    mac: bytes
    made_at: datetime
    user_id: int | None = None


def newest(connection: sa.Connection, count: int) -> tuple[StoredCheckpoint, ...]:
    """The last `count` checkpoints, in the order in which they were made."""
    rows = connection.execute(sa.select(checkpoint).order_by(checkpoint.c.id.desc()).limit(count)).all()
    return tuple(from_row(StoredCheckpoint, row) for row in reversed(rows))


def every(connection: sa.Connection) -> Iterator[StoredCheckpoint]:
    """All checkpoints in the order in which they were made."""
    for row in connection.execute(sa.select(checkpoint).order_by(checkpoint.c.id)):
        yield from_row(StoredCheckpoint, row)


def add(connection: sa.Connection, new: StoredCheckpoint, mac: bytes) -> None:
    """Writes one, with the MAC that proves it."""
    insert_row(connection, checkpoint, to_row(replace(new, mac=mac), checkpoint))
