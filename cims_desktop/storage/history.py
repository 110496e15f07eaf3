"""Reads and writes interactions, the merged timeline and the follow-up list."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound, StaleRecord
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.permissions import ALL_SIGHT, MaskField, Sight
from cims_desktop.domain.timeline import EntryKind, FollowUp, TimelineEntry
from cims_desktop.storage import summaries
from cims_desktop.storage.customer_lists import in_sight
from cims_desktop.storage.records import Row, from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import interaction, survey_response
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.sales import purchase, purchase_line

_LONGEST_SHOWN = 2000


def get_interaction(connection: sa.Connection, interaction_id: int) -> Interaction:
    """One interaction, whole. Raises NotFound."""
    row = connection.execute(sa.select(interaction).where(interaction.c.id == interaction_id)).first()
    if row is None:
        raise NotFound("interaction", interaction_id)
    return from_row(Interaction, row)


def insert_interaction(
    connection: sa.Connection, new: Interaction, now: datetime, user_id: int | None
) -> int:
    """Stores an interaction; the customer's last contact (and next, when given) follow."""
    stamps = {
        "created_at": now,
        "created_by": user_id,
        "updated_at": now,
        "updated_by": user_id,
        "version": 1,
    }
    values = to_row(new, interaction) | stamps
    record = insert_row(connection, interaction, values)
    _update_customer(connection, new)
    return record


def update_interaction(
    connection: sa.Connection, changed: Interaction, now: datetime, user_id: int | None
) -> None:
    """Stores a changed interaction if nobody changed it meanwhile. Raises StaleRecord."""
    assert changed.id is not None
    values = to_row(changed, interaction, without=frozenset({"id", "version"}))
    planned = connection.scalar(sa.select(interaction.c.next_contact).where(interaction.c.id == changed.id))
    done = connection.execute(
        sa.update(interaction)
        .where(interaction.c.id == changed.id, interaction.c.version == changed.version)
        .values(**values, version=changed.version + 1, updated_at=now, updated_by=user_id)
    )
    if not done.rowcount:
        raise StaleRecord("interaction", changed.id)
    # What was planned with it then must not come back over what was planned since.
    _update_customer(
        connection, replace(changed, next_contact=None) if planned == changed.next_contact else changed
    )


def _update_customer(connection: sa.Connection, one: Interaction) -> None:
    summaries.customer_contact(connection, one.customer_id)
    if one.next_contact is not None:
        connection.execute(
            sa.update(customer).where(customer.c.id == one.customer_id).values(next_contact=one.next_contact)
        )


def timeline(connection: sa.Connection, customer_id: int, limit: int) -> tuple[TimelineEntry, ...]:
    """The customer's interactions, purchases and answers, newest first (pinned ones on top)."""
    entries = [*_interactions(connection, customer_id, limit), *_purchases(connection, customer_id, limit)]
    entries += _responses(connection, customer_id, limit)
    entries.sort(key=lambda entry: (entry.pinned, entry.happened_at, entry.record), reverse=True)
    return tuple(entries[:limit])


def _interactions(connection: sa.Connection, customer_id: int, limit: int) -> list[TimelineEntry]:
    rows = connection.execute(
        sa.select(interaction)
        .where(interaction.c.customer_id == customer_id)
        .order_by(interaction.c.pinned.desc(), interaction.c.occurred_at.desc(), interaction.c.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            EntryKind.INTERACTION, row.id, row.occurred_at, title=row.subject, text=row.text[:_LONGEST_SHOWN],
            by_name=row.by_name, interaction=row.kind, direction=row.direction, pinned=row.pinned,
        )
        for row in rows
    ]  # fmt: skip


def _purchases(connection: sa.Connection, customer_id: int, limit: int) -> list[TimelineEntry]:
    first_line = (
        sa.select(purchase_line.c.description)
        .where(purchase_line.c.purchase_id == purchase.c.id)
        .order_by(purchase_line.c.position)
        .limit(1)
        .scalar_subquery()
    )
    rows = connection.execute(
        sa.select(purchase, first_line.label("first_line"), user.c.display_name)
        .outerjoin(user, user.c.id == purchase.c.sold_by)
        .where(purchase.c.customer_id == customer_id)
        .order_by(purchase.c.purchased_on.desc(), purchase.c.id.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            EntryKind.PURCHASE, row.id, row.purchased_at or noon(row.purchased_on), title=row.number,
            text=row.first_line or "", by_name=row.display_name or "", amount=row.total, currency=row.currency,
            refund=row.refund_of is not None or row.total < 0,
        )
        for row in rows
    ]  # fmt: skip


def _responses(connection: sa.Connection, customer_id: int, limit: int) -> list[TimelineEntry]:
    rows = connection.execute(
        sa.select(survey_response)
        .where(survey_response.c.customer_id == customer_id)
        .order_by(survey_response.c.answered_at.desc())
        .limit(limit)
    )
    return [
        TimelineEntry(
            EntryKind.RESPONSE, row.id, row.answered_at, text=row.comment[:_LONGEST_SHOWN], metric=row.metric,
            score=row.score,
        )
        for row in rows
    ]  # fmt: skip


def noon(day: date) -> datetime:
    """An instant for sorting what has only a civil date."""
    return datetime.combine(day, time(12), UTC)


def follow_ups(
    connection: sa.Connection, until: date, limit: int, sight: Sight = ALL_SIGHT
) -> tuple[FollowUp, ...]:
    """Customers whose next contact is planned up to `until`, the oldest plan first; hidden notes are not quoted."""
    readable = [interaction.c.kind != InteractionKind.NOTE] if MaskField.NOTE in sight.unlisted else []
    newest = (
        sa.select(
            sa.func.substr(
                sa.case((interaction.c.text != "", interaction.c.text), else_=interaction.c.subject), 1, 300
            )
        )
        .where(interaction.c.customer_id == customer.c.id, *readable)
        .order_by(interaction.c.occurred_at.desc())
        .limit(1)
        .scalar_subquery()
    )
    c = customer.c
    rows = connection.execute(
        sa.select(
            c.id.label("customer_id"), c.number, c.name, c.phone, c.tier, c.next_contact, newest.label("text")
        )
        .where(*in_sight(0, sight), c.next_contact <= until)
        .order_by(c.next_contact, c.id)
        .limit(limit)
    )
    return tuple(_follow_up(row) for row in rows)


def _follow_up(row: Row) -> FollowUp:
    return from_row(FollowUp, row, text=row.text or "")


def follow_ups_due(connection: sa.Connection, until: date) -> int:
    """How many customers are due up to `until`."""
    query = sa.select(sa.func.count()).where(customer.c.hidden == 0, customer.c.next_contact <= until)
    return int(connection.execute(query).scalar_one())
