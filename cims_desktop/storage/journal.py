"""The journal: one act per use case with its field changes, chained by digests that the caller supplies."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

import sqlalchemy as sa

from cims_desktop.domain.audit import ActivityRow, ActKind, FieldChange
from cims_desktop.domain.auditing import JournalHead
from cims_desktop.domain.texts import storable
from cims_desktop.storage.records import Row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.base import from_milliseconds
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.work import act, change


class Chain(Protocol):
    """The keyed digests of the journal; `services` supplies them from the office's audit key."""

    def salt(self) -> bytes:
        """A fresh random salt for one value."""

    def value(self, salt: bytes, value: str | None) -> bytes | None:
        """The digest by which a value enters the chain."""

    def link(
        self, previous: bytes | None, head: Mapping[str, Any], rows: Sequence[Mapping[str, Any]]
    ) -> bytes:
        """The digest of an act (its columns and change rows) that follows the act of digest `previous`.

        None stands for no act before.
        """


MOVED_PART = "customer_part"
"""`table_name` of the further acts of one move of many customers to or from the bin; `record` is the first act."""

_PARTS = ("import_part", "import_undone", MOVED_PART)
"""`table_name` of acts that are parts of a larger one, which is shown."""

_UNLISTED = (ActKind.SIGN_IN, ActKind.SIGN_OUT, ActKind.LOCK, ActKind.SIGN_IN_FAILED, ActKind.VIEW)
"""Kinds that the activity list leaves to the audit page."""

_PAGE = 2000
_CHANGE = tuple(column.name for column in change.c)
_RAW_ACT = [
    sa.type_coerce(column, sa.BigInteger).label(column.name) if column is act.c.happened_at else column
    for column in act.c
]
"""An act's columns, the time as the number that stands there: a false one must not stop the walk."""

_HEAD = ("happened_at", "user_id", "kind", "table_name", "record", "customer_id", "detail")


@dataclass(frozen=True)
class NewAct:
    """An act about to be written; `customer_id` is set where it concerns one customer."""

    happened_at: datetime
    user_id: int | None
    kind: ActKind
    table: str = ""
    record: int | None = None
    customer_id: int | None = None
    detail: Mapping[str, Any] | None = None
    changes: Sequence[FieldChange] = ()


def append(connection: sa.Connection, new: NewAct, chain: Chain) -> int:
    """Writes the act and its changes at the end of the chain; returns the act's id.

    Each value enters the chain as a digest under its own random salt, so that erasing value and salt later
    leaves the chain whole.
    """
    last = connection.execute(sa.select(act.c.digest).order_by(act.c.id.desc()).limit(1)).scalar()
    rows = [_change_row(one, chain) for one in new.changes]
    detail = storable(json.dumps(new.detail, ensure_ascii=False, sort_keys=True)) if new.detail else ""
    head = {
        "happened_at": new.happened_at, "user_id": new.user_id, "kind": new.kind.value, "table_name": new.table,
        "record": new.record, "customer_id": new.customer_id, "detail": detail,
    }  # fmt: skip
    chained = chain.link(last, head, rows)
    act_id = insert_row(connection, act, {**head, "digest": chained})
    if rows:
        connection.execute(sa.insert(change), [{"act_id": act_id, **row} for row in rows])
    return act_id


@dataclass(frozen=True)
class Link:
    """One act as it stands in the file, its changes in their order; `gap`: the id does not follow the one before.

    Of an act that is gone but left its changes, `digest` is empty.
    """

    id: int
    head: Mapping[str, Any]
    changes: Sequence[Mapping[str, Any]]
    digest: bytes
    gap: bool = False

    def follows(self, previous: bytes | None, chain: Chain) -> bool:
        """Whether it is, with these values, the act that was written after the act of digest `previous`."""
        try:
            head = {**self.head, "happened_at": from_milliseconds(self.head["happened_at"])}
            return (
                all(_is_its_own(one, chain) for one in self.changes)
                and chain.link(previous, head, self.changes) == self.digest
            )
        except (TypeError, ValueError, AttributeError, OverflowError):
            return False  # somebody put what no program of ours writes into a column

    def blanks(self) -> list[Mapping[str, Any]]:
        """The changes of which a value is gone whose digest is there, as erasing leaves them."""
        sides = ("before", "after")
        return [
            row
            for row in self.changes
            if any(row[side] is None and row[f"{side}_digest"] is not None for side in sides)
        ]


def links(connection: sa.Connection, after: int = 0) -> Iterator[Link]:
    """All acts behind `after` by id, in flat memory."""
    acts = sa.select(*_RAW_ACT).where(act.c.id > after).order_by(act.c.id)
    rows = sa.select(change).where(change.c.act_id > after).order_by(change.c.act_id, change.c.id)
    changes = (_plain(row) for row in connection.execute(rows.execution_options(yield_per=_PAGE)))
    waiting, expected = next(changes, None), after + 1
    for row in connection.execute(acts.execution_options(yield_per=_PAGE)):
        if waiting is not None and waiting["act_id"] < row.id:
            yield _orphan(waiting)
        mine: list[Mapping[str, Any]] = []
        while waiting is not None and waiting["act_id"] <= row.id:
            if waiting["act_id"] == row.id:
                mine.append(waiting)
            waiting = next(changes, None)
        mapping = row._mapping
        head = {name: mapping[name] for name in _HEAD}
        yield Link(row.id, head, mine, row.digest, gap=row.id != expected)
        expected = row.id + 1
    if waiting is not None:
        yield _orphan(waiting)


def _plain(row: Row) -> Mapping[str, Any]:
    return dict(zip(_CHANGE, row, strict=True))


def _orphan(row: Mapping[str, Any]) -> Link:
    return Link(row["act_id"], dict.fromkeys(_HEAD), (row,), b"", gap=True)


def first_bad_act(connection: sa.Connection, chain: Chain) -> int | None:
    """Walks the whole chain in flat memory; the id of the first act that does not fit, or None."""
    previous = None
    for link in links(connection):
        if not link.follows(previous, chain):
            return link.id
        previous = link.digest
    return None


def head_of(connection: sa.Connection) -> JournalHead | None:
    """The newest act."""
    row = connection.execute(
        sa.select(act.c.id, act.c.digest, act.c.happened_at).order_by(act.c.id.desc()).limit(1)
    ).first()
    return None if row is None else JournalHead(int(row.id), row.digest, row.happened_at)


def digest_of(connection: sa.Connection, act_id: int) -> bytes | None:
    """The digest of one act, None when there is no such act."""
    found: bytes | None = connection.execute(sa.select(act.c.digest).where(act.c.id == act_id)).scalar()
    return found


def _is_its_own(row: Mapping[str, Any], chain: Chain) -> bool:
    """Whether a change's values are those whose digests it holds; an erased value has none to compare."""
    return all(
        row[side] is None
        or (row["salt"] is not None and chain.value(row["salt"], row[side]) == row[f"{side}_digest"])
        for side in ("before", "after")
    )


def recent_activity(connection: sa.Connection, limit: int) -> tuple[ActivityRow, ...]:
    """The newest acts that concern a customer's record or the whole office, without sign-ins and views."""
    unlisted = [kind.value for kind in _UNLISTED]  # not the others: an index of kinds would be sorted by id
    rows = connection.execute(
        sa.select(act, user.c.display_name, customer.c.name)
        .outerjoin(user, user.c.id == act.c.user_id)
        .outerjoin(customer, customer.c.id == act.c.customer_id)
        .where(act.c.kind.not_in(unlisted), act.c.table_name.not_in(_PARTS))
        .order_by(act.c.id.desc())
        .limit(limit)
    )
    return tuple(_activity(row) for row in rows)


def _activity(row: Row) -> ActivityRow:
    detail = json.loads(row.detail) if row.detail else {}
    return ActivityRow(
        act=row.id, kind=ActKind(row.kind), table=row.table_name, happened_at=row.happened_at,
        by_name=row.display_name or "", customer_id=row.customer_id,
        subject=row.name or str(detail.get("file", "")), detail=str(detail.get("what", "")),
        amount=detail.get("amount"), currency=str(detail.get("currency", "")),
    )  # fmt: skip


def _change_row(one: FieldChange, chain: Chain) -> dict[str, Any]:
    salt = chain.salt()
    before, after = (None if value is None else storable(value) for value in (one.before, one.after))
    return {
        "table_name": one.table, "record": one.record, "field": one.field, "before": before, "after": after,
        "salt": salt, "before_digest": chain.value(salt, before), "after_digest": chain.value(salt, after),
    }  # fmt: skip
