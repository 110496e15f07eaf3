"""Sealed values of customers and the office's list of sensitive fields. What seals and opens is handed in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.errors import Invalid, OfficeFault, Problem, StaleRecord
from cims_desktop.domain.sensitive import SealedValue, SensitiveField, SensitiveKind, SensitiveValue
from cims_desktop.storage.records import Row, from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.people import user
from cims_desktop.storage.tables.work import draft, secret_value, sensitive_field

DRAFTED = "sensitive"
"""The key of a draft's payload under which typed values stand, sealed, by the field's name."""

_BATCH = 200


@dataclass(frozen=True)
class Secret:
    """A stored value: whose and which field's, and its sealed form."""

    id: int
    customer_id: int
    field: str
    value: SealedValue
    version: int


Unseal = Callable[[Secret], str]
"""Opens a stored value; raises what its maker knows when it can't."""

Seal = Callable[[int, str, str], SealedValue]
"""Seals (customer id, field, value)."""


def fields(connection: sa.Connection) -> tuple[SensitiveField, ...]:
    """The office's sensitive fields in their order, those out of use too."""
    rows = connection.execute(
        sa.select(sensitive_field).order_by(sensitive_field.c.position, sensitive_field.c.id)
    )
    return tuple(
        SensitiveField(row.name, row.title, _kind(row.kind), row.active, row.built_in) for row in rows
    )


def _kind(word: str) -> SensitiveKind:
    """A kind that a newer program made is plain text to this one."""
    return SensitiveKind(word) if word in set(SensitiveKind) else SensitiveKind.TEXT


def add_field(connection: sa.Connection, new: SensitiveField) -> int:
    """Stores a field at the end of the list; returns its row. Raises Invalid(taken)."""
    if any(one.name == new.name for one in fields(connection)):
        raise Invalid((Problem("name", "taken", new.name),))
    last = connection.execute(sa.select(sa.func.max(sensitive_field.c.position))).scalar()
    values = to_row(new, sensitive_field) | {"position": 0 if last is None else last + 1}
    return insert_row(connection, sensitive_field, values)


def set_field(connection: sa.Connection, changed: SensitiveField) -> int:
    """Renames a field, or takes it in or out of use; its kind and name stay. Returns its row."""
    mine = sensitive_field.c.name == changed.name
    values = {"title": changed.title, "active": changed.active}
    connection.execute(sa.update(sensitive_field).where(mine).values(**values))
    return int(connection.execute(sa.select(sensitive_field.c.id).where(mine)).scalar_one())


def holders(connection: sa.Connection, customer_id: int) -> list[int]:
    """The customer and all who were merged into him, one after the other: each keeps his own values."""
    found, fresh = [customer_id], [customer_id]
    while fresh:
        rows = connection.execute(sa.select(customer.c.id).where(customer.c.merged_into.in_(fresh)))
        fresh = [row.id for row in rows if row.id not in found]
        found += fresh
    return found


def values_of(connection: sa.Connection, customer_id: int) -> tuple[SensitiveValue, ...]:
    """What may be shown of a customer's values; where a merged record has the same field, the customer's own wins."""
    order = holders(connection, customer_id)
    rows = connection.execute(
        sa.select(secret_value, user.c.display_name)
        .outerjoin(user, user.c.id == secret_value.c.updated_by)
        .where(secret_value.c.customer_id.in_(order))
    )
    found: dict[str, SensitiveValue] = {}
    for row in sorted(rows, key=lambda one: order.index(one.customer_id)):
        shown = from_row(SensitiveValue, row, by_name=row.display_name or "")
        found.setdefault(row.field, shown)
    return tuple(found.values())


def secret_of(connection: sa.Connection, customer_id: int, name: str) -> Secret | None:
    """The value of one field, the customer's own or that of a record merged into him."""
    order = holders(connection, customer_id)
    rows = connection.execute(
        sa.select(secret_value).where(secret_value.c.customer_id.in_(order), secret_value.c.field == name)
    )
    found = sorted((_secret(row) for row in rows), key=lambda one: order.index(one.customer_id))
    return found[0] if found else None


def put(
    connection: sa.Connection,
    customer_id: int,
    name: str,
    value: SealedValue,
    now: datetime,
    user_id: int,
    version: int | None = None,
) -> int:
    """Stores or replaces the customer's own value; returns its row.

    `version` is what the person saw (0: nothing); without it nothing is compared. Raises StaleRecord.
    """
    mine = (secret_value.c.customer_id == customer_id) & (secret_value.c.field == name)
    there = connection.execute(sa.select(secret_value.c.id, secret_value.c.version).where(mine)).first()
    if version is not None and version != (there.version if there else 0):
        raise StaleRecord("secret_value", there.id if there else 0)
    values = _columns(value) | {"updated_at": now, "updated_by": user_id}
    if there is None:
        made = {"customer_id": customer_id, "field": name, "created_at": now, "created_by": user_id}
        return insert_row(connection, secret_value, values | made | {"version": 1})
    connection.execute(
        sa.update(secret_value)
        .where(secret_value.c.id == there.id)
        .values(**values, version=there.version + 1)
    )
    return int(there.id)


def clear(connection: sa.Connection, customer_id: int, name: str) -> list[int]:
    """Removes the value from the customer and the records merged into him; returns the rows that are gone."""
    wanted = sa.and_(
        secret_value.c.customer_id.in_(holders(connection, customer_id)), secret_value.c.field == name
    )
    gone = [row.id for row in connection.execute(sa.select(secret_value.c.id).where(wanted))]
    connection.execute(sa.delete(secret_value).where(wanted))
    return gone


def with_blind_index(connection: sa.Connection, name: str, blind: bytes) -> tuple[int, ...]:
    """The customers, shown or in the bin, whose field holds exactly this; for a merged record, its survivor."""
    rows = connection.execute(
        sa.select(customer.c.id, customer.c.merged_into)
        .join(secret_value, secret_value.c.customer_id == customer.c.id)
        .where(secret_value.c.field == name, secret_value.c.blind_index == blind)
    )
    return tuple(dict.fromkeys(_survivor(connection, row) for row in rows))


def _survivor(connection: sa.Connection, row: Row) -> int:
    found: Row | None = row
    while found is not None and found.merged_into is not None:
        found = connection.execute(
            sa.select(customer.c.id, customer.c.merged_into).where(customer.c.id == found.merged_into)
        ).first()
    return int(found.id if found is not None else row.id)


def without_blind_index(connection: sa.Connection, after: int, limit: int) -> list[Secret]:
    """The next values that were written without the key for the index, by row; found through the index by value."""
    waiting = sa.select(secret_value.c.id).where(
        secret_value.c.field.in_(sa.select(sensitive_field.c.name)), secret_value.c.blind_index.is_(None)
    )
    rows = connection.execute(
        sa.select(secret_value)
        .where(secret_value.c.id.in_(waiting), secret_value.c.id > after)
        .order_by(secret_value.c.id)
        .limit(limit)
    )
    return [_secret(row) for row in rows]


def set_blind_index(connection: sa.Connection, one: Secret, blind: bytes | None) -> None:
    """Adds the index to a value, unless somebody has replaced the value meanwhile."""
    mine = (secret_value.c.id == one.id) & (secret_value.c.version == one.version)
    connection.execute(sa.update(secret_value).where(mine).values(blind_index=blind))


def reseal_all(
    connection: sa.Connection,
    unseal: Unseal,
    seal: Seal,
    report: Callable[[int, int], None] = lambda _done, _total: None,
) -> int:
    """Seals every value anew, a batch at a time in the caller's transaction; returns how many there were.

    Values in drafts too. What `unseal` raises ends it. `report` gets (done, total). Records, versions and stamps
    stay: nobody changed a value.
    """
    total = int(connection.execute(sa.select(sa.func.count()).select_from(secret_value)).scalar_one())
    done, after = 0, 0
    while batch := _batch(connection, after):
        for one in batch:
            fresh = seal(one.customer_id, one.field, unseal(one))
            connection.execute(
                sa.update(secret_value).where(secret_value.c.id == one.id).values(**_columns(fresh))
            )
        after, done = batch[-1].id, done + len(batch)
        report(done, total)
    _reseal_drafts(connection, unseal, seal)
    return done


def _batch(connection: sa.Connection, after: int) -> list[Secret]:
    rows = connection.execute(
        sa.select(secret_value).where(secret_value.c.id > after).order_by(secret_value.c.id).limit(_BATCH)
    )
    return [_secret(row) for row in rows]


def _reseal_drafts(connection: sa.Connection, unseal: Unseal, seal: Seal) -> None:
    """A typed value that no longer opens is left out: it must not keep an office from new keys."""
    for row in connection.execute(sa.select(draft)).all():
        payload = json.loads(row.payload)
        if not payload.get(DRAFTED):
            continue
        fresh = {}
        for one in secrets_in(row.record, payload[DRAFTED]):
            with suppress(OfficeFault):
                fresh[one.field] = drafted(seal(row.record, one.field, unseal(one)))
        changed = json.dumps(payload | {DRAFTED: fresh}, ensure_ascii=False)
        connection.execute(sa.update(draft).where(draft.c.id == row.id).values(payload=changed))


def drafted(value: SealedValue) -> dict[str, Any]:
    """A sealed value as it stands in a draft's payload."""
    return {"sealed": value.sealed.hex(), "generation": value.generation, "last_four": value.last_four}


def secrets_in(record: int, payload: Any) -> Iterator[Secret]:
    """The sealed values of a draft about the customer `record`; what is not one is passed over."""
    for name, one in payload.items() if isinstance(payload, dict) else ():
        if isinstance(one, dict) and {"sealed", "generation", "last_four"} <= set(one):
            value = SealedValue(
                bytes.fromhex(one["sealed"]), int(one["generation"]), None, str(one["last_four"])
            )
            yield Secret(0, record, name, value, 0)


def _columns(value: SealedValue) -> dict[str, Any]:
    return {
        "sealed": value.sealed, "key_generation": str(value.generation), "blind_index": value.blind_index,
        "last_four": value.last_four,
    }  # fmt: skip


def _secret(row: Row) -> Secret:
    generation = int(row.key_generation) if row.key_generation.isdecimal() else 0
    value = SealedValue(row.sealed, generation, row.blind_index, row.last_four)
    return Secret(row.id, row.customer_id, row.field, value, row.version)


def all_of(connection: sa.Connection, customer_ids: Sequence[int]) -> list[Secret]:
    """Every value of these records."""
    rows = connection.execute(
        sa.select(secret_value)
        .where(secret_value.c.customer_id.in_(list(customer_ids)))
        .order_by(secret_value.c.id)
    )
    return [_secret(row) for row in rows]
