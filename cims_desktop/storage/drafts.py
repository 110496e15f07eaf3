"""Drafts of unfinished typing: per user, form, record and window, inside the encrypted file."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.work import draft

OF_CUSTOMERS = frozenset({"customer", "entry", "purchase", "refund", "score"})
"""Forms whose record is a customer: a draft of one holds what was read from him, or what is said of him."""


@dataclass(frozen=True)
class Draft:
    """What was typed in `form` for `record` (0: a new one), when it was last saved, and in which window."""

    form: str
    record: int
    payload: Mapping[str, Any]
    saved_at: datetime
    window: str = ""
    id: int | None = None


@dataclass(frozen=True)
class Subject:
    """The customer that a draft is about, as he is now."""

    name: str
    version: int
    binned: bool
    merged: bool


def put(connection: sa.Connection, user_id: int, new: Draft) -> None:
    """Saves or replaces the draft of this window."""
    values = {"payload": json.dumps(dict(new.payload), ensure_ascii=False), "saved_at": new.saved_at}
    mine = _mine(user_id, new.form, new.record, new.window)
    done = connection.execute(sa.update(draft).where(mine).values(**values))
    if not done.rowcount:
        key = {"user_id": user_id, "form": new.form, "record": new.record, "window": new.window}
        connection.execute(sa.insert(draft).values(**key, **values))


def remove(connection: sa.Connection, user_id: int, form: str, record: int, window: str) -> None:
    """Forgets the draft of this window."""
    connection.execute(sa.delete(draft).where(_mine(user_id, form, record, window)))


def remove_one(connection: sa.Connection, user_id: int, draft_id: int) -> None:
    """Forgets one draft of this user."""
    connection.execute(sa.delete(draft).where(draft.c.id == draft_id, draft.c.user_id == user_id))


def hand_over(connection: sa.Connection, user_id: int, draft_id: int, window: str) -> None:
    """A draft of another window is this one's from now on, unless this one has its own of that form and record."""
    mine, theirs = draft.alias("mine"), draft.alias("theirs")
    has_own = sa.exists().where(
        theirs.c.id == draft_id, mine.c.user_id == theirs.c.user_id, mine.c.form == theirs.c.form,
        mine.c.record == theirs.c.record, mine.c.window == window,
    )  # fmt: skip
    this = sa.update(draft).where(draft.c.id == draft_id, draft.c.user_id == user_id)
    if not connection.execute(sa.select(has_own)).scalar():
        connection.execute(this.values(window=window))


def of_user(connection: sa.Connection, user_id: int) -> tuple[Draft, ...]:
    """A user's drafts, the newest first."""
    rows = connection.execute(
        sa.select(draft)
        .where(draft.c.user_id == user_id)
        .order_by(draft.c.saved_at.desc(), draft.c.id.desc())
    )
    return tuple(
        Draft(row.form, row.record, json.loads(row.payload), row.saved_at, row.window, row.id) for row in rows
    )


def subject(connection: sa.Connection, customer_id: int) -> Subject | None:
    """The customer that a draft is about; None when he was erased or destroyed."""
    c = customer.c
    row = connection.execute(
        sa.select(c.name, c.version, c.deleted_at, c.merged_into).where(c.id == customer_id)
    ).one_or_none()
    if row is None or not row.name:
        return None
    return Subject(row.name, row.version, row.deleted_at is not None, row.merged_into is not None)


def _mine(user_id: int, form: str, record: int, window: str) -> sa.ColumnElement[bool]:
    return sa.and_(
        draft.c.user_id == user_id, draft.c.form == form, draft.c.record == record, draft.c.window == window
    )
