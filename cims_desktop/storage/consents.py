"""The history of what customers agreed to: rows are added, never changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import sqlalchemy as sa

from cims_desktop.domain.preferences import Consent, ConsentEvent, ConsentState
from cims_desktop.storage.records import from_row, to_row
from cims_desktop.storage.tables.history import consent, consent_event
from cims_desktop.storage.tables.people import user


def add_events(
    connection: sa.Connection, customer_id: int, said: Sequence[Consent], now: datetime, user_id: int
) -> None:
    """Adds what a customer said now."""
    stamps = {"customer_id": customer_id, "happened_at": now, "by_id": user_id}
    if said:
        connection.execute(sa.insert(consent_event), [to_row(one, consent_event) | stamps for one in said])


def events_of(connection: sa.Connection, customer_ids: Sequence[int]) -> tuple[ConsentEvent, ...]:
    """What these records of one customer said, the newest first."""
    rows = connection.execute(
        sa.select(consent_event, user.c.display_name)
        .outerjoin(user, user.c.id == consent_event.c.by_id)
        .where(consent_event.c.customer_id.in_(list(customer_ids)))
        .order_by(consent_event.c.happened_at.desc(), consent_event.c.id.desc())
    )
    return tuple(from_row(ConsentEvent, row, by_name=row.display_name or "") for row in rows)


def begin_history(connection: sa.Connection) -> None:
    """Lets the history begin with what was said before there was one, where nothing is in it yet."""
    names = ("customer_id", "purpose", "channel", "state", "lawful_basis", "source")
    known = sa.exists().where(
        consent_event.c.customer_id == consent.c.customer_id, consent_event.c.channel == consent.c.channel,
        consent_event.c.purpose == consent.c.purpose,
    )  # fmt: skip
    said = sa.select(*(consent.c[name] for name in names), consent.c.updated_at, consent.c.updated_by)
    told = said.where(consent.c.state != ConsentState.UNKNOWN, ~known)
    connection.execute(sa.insert(consent_event).from_select([*names, "happened_at", "by_id"], told))
