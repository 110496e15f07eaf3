"""Reads the journal for the audit page: filtered pages, who saw a customer, who was erased."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.auditing import AuditEntry, Disclosure, DisclosureKind
from cims_desktop.domain.policy import policy_from
from cims_desktop.storage import ledger
from cims_desktop.storage.records import Row
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.people import office, user
from cims_desktop.storage.tables.work import act, change, export_entry

MOST_CHANGES = 100
"""Changes of one act that a page shows."""

_TOLD = {
    ActKind.VIEW: DisclosureKind.VIEWED,
    ActKind.PRINT: DisclosureKind.PRINTED,
    ActKind.REVEAL: DisclosureKind.REVEALED,
    ActKind.EXPORT: DisclosureKind.EXPORTED,
}


@dataclass(frozen=True)
class AuditQuery:
    """Which acts, in the database's terms: instants from `since` (included) to `until` (not included)."""

    since: datetime | None = None
    until: datetime | None = None
    user_id: int | None = None
    kinds: tuple[str, ...] = ()
    customer_id: int | None = None
    table: str = ""
    text: str = ""


def count(connection: sa.Connection, query: AuditQuery) -> int:
    """How many lines an export of these acts has: one for each change, one for an act without changes."""
    ids = sa.select(act.c.id).where(*_conditions(connection, query)).subquery()
    acts = connection.execute(sa.select(sa.func.count()).select_from(ids)).scalar_one()
    per_act = sa.select(sa.func.count() - sa.func.count(sa.distinct(change.c.act_id)))
    more = connection.execute(per_act.where(change.c.act_id.in_(sa.select(ids.c.id)))).scalar_one()
    return int(acts) + int(more)


def entries(
    connection: sa.Connection, query: AuditQuery, before: int | None, limit: int
) -> tuple[AuditEntry, ...]:
    """The newest acts of the query (older than act `before`), newest first, each with its first changes."""
    ids = _page(connection, query, before, limit)
    if not ids:
        return ()
    rows = connection.execute(
        sa.select(act, user.c.display_name, customer.c.name, customer.c.number)
        .outerjoin(user, user.c.id == act.c.user_id)
        .outerjoin(customer, customer.c.id == act.c.customer_id)
        .where(act.c.id.in_(ids))
        .order_by(act.c.id.desc())
    ).all()
    wide = [row.id for row in rows if row.customer_id is None] if query.customer_id is not None else []
    only = dict.fromkeys(wide, query.customer_id)
    counts = _change_counts(connection, [row.id for row in rows if row.id not in only])
    changes = _changes(connection, counts, only)
    return tuple(_entry(row, changes.get(row.id, ()), counts.get(row.id)) for row in rows)


def changes_of(
    connection: sa.Connection, act_id: int, after: int = 0, limit: int = 1000
) -> list[tuple[int, FieldChange]]:
    """An act's changes behind the change `after`, with their ids."""
    query = sa.select(change).where(change.c.act_id == act_id, change.c.id > after)
    rows = connection.execute(query.order_by(change.c.id).limit(limit))
    return [(int(row.id), _change(row)) for row in rows]


def has_seen(connection: sa.Connection, customer_id: int, user_id: int, since: datetime) -> bool:
    """Whether the journal says that the user opened the customer's record since then.

    Unary pluses: of all indexes only that of the customer's acts is narrow.
    """
    kind, who, at = (
        sa.literal_column(f"+act.{column.name}", column.type)
        for column in (act.c.kind, act.c.user_id, act.c.happened_at)
    )
    found = sa.select(act.c.id).where(
        act.c.customer_id == customer_id, who == user_id, kind == ActKind.VIEW.value, at >= since
    )
    return connection.execute(found.order_by(act.c.id.desc()).limit(1)).first() is not None


def logs_views(connection: sa.Connection) -> bool:
    """Whether this office wants to know who opened whose record."""
    return policy_from(connection.execute(sa.select(office.c.policy)).scalar() or "").log_views


def disclosures(connection: sa.Connection, customer_id: int, limit: int) -> tuple[Disclosure, ...]:
    """Who saw, printed, exported or revealed this customer's data, newest first."""
    exports = dict(_exports(connection, customer_id, limit))
    listed = sa.and_(act.c.table_name == "export_entry", act.c.record.in_(list(exports)))
    told = connection.execute(
        sa.select(act.c.happened_at, act.c.kind, act.c.detail, user.c.display_name)
        .outerjoin(user, user.c.id == act.c.user_id)
        .where(
            act.c.customer_id == customer_id, act.c.kind.in_([kind.value for kind in _TOLD]), sa.not_(listed)
        )
        .order_by(act.c.id.desc())
        .limit(limit)
    )
    found = [
        Disclosure(row.happened_at, row.display_name or "", _TOLD[ActKind(row.kind)], _told(row.detail))
        for row in told
    ]
    found += exports.values()
    return tuple(sorted(found, key=lambda one: one.at, reverse=True)[:limit])


def erased_customers(connection: sa.Connection) -> set[int]:
    """Whom acts of erasing and destroying name, as their customer or in their changes."""
    gone = act.c.kind.in_([ActKind.ERASE.value, ActKind.DESTROY.value])
    acts = sa.select(act.c.id).where(gone)
    whole = sa.select(act.c.customer_id).where(gone, act.c.customer_id.is_not(None))
    named = sa.select(change.c.record).where(change.c.act_id.in_(acts), change.c.table_name == "customer")
    return set(connection.execute(sa.union(whole, named)).scalars())


def _exports(connection: sa.Connection, customer_id: int, limit: int) -> Iterator[tuple[int, Disclosure]]:
    """Entries of the ledger whose list of customers holds this one, by id, newest first."""
    rows = connection.execute(
        sa.select(
            export_entry.c.id,
            export_entry.c.exported_at,
            export_entry.c.file_name,
            export_entry.c.customer_ids,
            user.c.display_name,
        )
        .outerjoin(user, user.c.id == export_entry.c.user_id)
        .where(export_entry.c.customer_ids.is_not(None))
        .order_by(export_entry.c.id.desc())
    )
    for row in rows:
        if limit and ledger.holds(row.customer_ids, customer_id):
            limit -= 1
            yield (
                row.id,
                Disclosure(row.exported_at, row.display_name or "", DisclosureKind.EXPORTED, row.file_name),
            )


def _page(connection: sa.Connection, query: AuditQuery, before: int | None, limit: int) -> list[int]:
    """Ids of the newest matching acts. Of several kinds each is asked for by itself: an index has them in order."""
    shared = _conditions(connection, query, kinds=False)
    if before is not None:
        shared.append(act.c.id < before)
    if not query.kinds:
        found = sa.select(act.c.id).where(*shared).order_by(act.c.id.desc()).limit(limit)
        return list(connection.execute(found).scalars())
    ids: list[int] = []
    for kind in query.kinds:
        found = sa.select(act.c.id).where(act.c.kind == kind, *shared)
        ids += connection.execute(found.order_by(act.c.id.desc()).limit(limit)).scalars()
    return sorted(ids, reverse=True)[:limit]


def _conditions(
    connection: sa.Connection, query: AuditQuery, *, kinds: bool = True
) -> list[sa.ColumnElement[bool]]:
    found: list[sa.ColumnElement[bool]] = []
    if query.since is not None or query.until is not None:
        found += _period(connection, query)
    if query.user_id is not None:
        found.append(act.c.user_id == query.user_id)
    if query.customer_id is not None:
        touched = sa.select(change.c.act_id).where(
            change.c.table_name == "customer", change.c.record == query.customer_id
        )
        own = sa.select(act.c.id).where(act.c.customer_id == query.customer_id)
        found.append(act.c.id.in_(sa.union(own, touched)))
    if query.table:
        found.append(act.c.table_name == query.table)
    if query.text:
        typed = json.dumps(query.text, ensure_ascii=False)[1:-1]  # as it stands in the JSON
        found.append(act.c.detail.icontains(typed, autoescape=True))
    if kinds and query.kinds:
        found.append(act.c.kind.in_(query.kinds))
    return found


def _period(connection: sa.Connection, query: AuditQuery) -> list[sa.ColumnElement[bool]]:
    """The period, and the ids between which it lies: they follow the time as long as nobody sets a clock back."""
    times: list[sa.ColumnElement[bool]] = []
    if query.since is not None:
        times.append(act.c.happened_at >= query.since)
    if query.until is not None:
        times.append(act.c.happened_at < query.until)
    low, high = connection.execute(
        sa.select(sa.func.min(act.c.id), sa.func.max(act.c.id)).where(*times)
    ).one()
    # A unary plus: the ids are walked in their order, instead of a whole period sorted by id.
    at = sa.literal_column("+act.happened_at", act.c.happened_at.type)
    found: list[sa.ColumnElement[bool]] = [act.c.id.between(low or 0, high or 0)]
    if query.since is not None:
        found.append(at >= query.since)
    if query.until is not None:
        found.append(at < query.until)
    return found


def _change_counts(connection: sa.Connection, ids: Sequence[int]) -> dict[int, int]:
    rows = connection.execute(
        sa.select(change.c.act_id, sa.func.count()).where(change.c.act_id.in_(ids)).group_by(change.c.act_id)
    )
    return {row[0]: row[1] for row in rows}


def _changes(
    connection: sa.Connection, counts: dict[int, int], only: Mapping[int, int | None]
) -> dict[int, tuple[FieldChange, ...]]:
    """The first changes by act; of acts in `only`, those of that one customer, whose count is then their number."""
    found: dict[int, list[FieldChange]] = defaultdict(list)
    small = [act_id for act_id, number in counts.items() if number <= MOST_CHANGES]
    wanted: sa.ColumnElement[bool] = change.c.act_id.in_(small)
    if only:
        one = sa.and_(change.c.table_name == "customer", change.c.record == next(iter(only.values())))
        wanted = sa.or_(wanted, sa.and_(change.c.act_id.in_(list(only)), one))
    for row in connection.execute(sa.select(change).where(wanted).order_by(change.c.id)):
        found[row.act_id].append(_change(row))
    counts |= {act_id: len(found[act_id]) for act_id in only}
    for act_id in counts.keys() - found.keys():
        found[act_id] = [each for _, each in changes_of(connection, act_id, limit=MOST_CHANGES)]
    return {act_id: tuple(changes) for act_id, changes in found.items()}


def _entry(row: Row, changes: Sequence[FieldChange], number: int | None) -> AuditEntry:
    return AuditEntry(
        act=row.id, at=row.happened_at, user_id=row.user_id, user=row.display_name or "", kind=ActKind(row.kind),
        table=row.table_name, record=row.record, customer_id=row.customer_id, customer_name=row.name or "",
        customer_number=row.number or "", detail=_detail(row.detail), changes=tuple(changes), change_count=number or 0,
    )  # fmt: skip


def _change(row: Row) -> FieldChange:
    erased = any(
        getattr(row, side) is None and getattr(row, f"{side}_digest") is not None
        for side in ("before", "after")
    )
    return FieldChange(row.table_name, row.record, row.field, row.before, row.after, erased)


def _detail(text: str) -> dict[str, Any]:
    found = json.loads(text) if text else {}
    return found if isinstance(found, dict) else {}


def _told(text: str) -> str:
    detail = _detail(text)
    return str(detail.get("file") or detail.get("field") or detail.get("what") or "")
