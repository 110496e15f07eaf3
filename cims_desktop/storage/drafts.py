"""Drafts of unfinished typing: one per user, form and record, inside the encrypted file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.storage.tables.work import draft


@dataclass(frozen=True)
class Draft:
    """What was typed in `form` for `record` (0: a new one) and when it was last saved."""

    form: str
    record: int
    payload: Mapping[str, Any]
    saved_at: datetime


def put(connection: sa.Connection, user_id: int, new: Draft) -> None:
    """Saves or replaces a draft."""
    values = {"payload": json.dumps(dict(new.payload), ensure_ascii=False), "saved_at": new.saved_at}
    done = connection.execute(sa.update(draft).where(_mine(user_id, new.form, new.record)).values(**values))
    if not done.rowcount:
        key = {"user_id": user_id, "form": new.form, "record": new.record}
        connection.execute(sa.insert(draft).values(**key, **values))


def remove(connection: sa.Connection, user_id: int, form: str, record: int) -> None:
    """Forgets a draft."""
    connection.execute(sa.delete(draft).where(_mine(user_id, form, record)))


def of_user(connection: sa.Connection, user_id: int) -> tuple[Draft, ...]:
    """A user's drafts, the newest first."""
    rows = connection.execute(
        sa.select(draft).where(draft.c.user_id == user_id).order_by(draft.c.saved_at.desc())
    )
    return tuple(Draft(row.form, row.record, json.loads(row.payload), row.saved_at) for row in rows)


def _mine(user_id: int, form: str, record: int) -> sa.ColumnElement[bool]:
    return sa.and_(draft.c.user_id == user_id, draft.c.form == form, draft.c.record == record)
