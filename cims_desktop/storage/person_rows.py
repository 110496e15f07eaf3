"""Everything that the office holds about one person, read by the schema: each table that says it is exported."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import sqlalchemy as sa

from cims_desktop.domain.money import to_decimal
from cims_desktop.storage import ledger
from cims_desktop.storage.erasing import children, of_customers, rule_of
from cims_desktop.storage.records import Row
from cims_desktop.storage.tables import metadata
from cims_desktop.storage.tables.base import Rank, Word
from cims_desktop.storage.tables.customers import custom_field, customer, tag
from cims_desktop.storage.tables.people import office, user
from cims_desktop.storage.tables.sales import product, purchase
from cims_desktop.storage.tables.work import act, attachment, attachment_part, change, export_entry

Record = dict[str, Any]
"""A row in plain values: texts, whole numbers, truth, lists; dates and instants in ISO 8601, money in decimals."""

PROCESSING, EXPORTS = "processing", "exports"
"""Sections besides the tables: who did what with the data, and in which exports of many it left."""

_NAMES: Final = {user: user.c.display_name, tag: tag.c.name, custom_field: custom_field.c.name, product: product.c.name,
                 customer: customer.c.number, purchase: purchase.c.number}  # fmt: skip
_MONEY: Final = {"total_spent", "total", "unit_price", "amount"}
_THOUSANDTHS: Final = {"quantity"}
_JSON: Final = {"interests", "pairs"}


def exported_tables() -> list[sa.Table]:
    """The tables of which an export of one person has the rows; the person's own comes first."""
    found = [
        table for table in metadata.sorted_tables if (rule := rule_of(table)) is not None and rule.export
    ]
    return sorted(found, key=lambda table: table is not customer)


def columns_of(table: sa.Table) -> tuple[str, ...]:
    """The names under which a table's columns are exported: a pointer by what it points at, sealed bytes never."""
    return tuple(_shown_name(column) for column in table.c if not isinstance(column.type, sa.LargeBinary))


def words_of(table: sa.Table) -> Iterator[str]:
    """The fixed words that may stand in a table's columns: "status.active"."""
    for column in table.c:
        if isinstance(column.type, (Word, Rank)):
            yield from (f"{column.name}.{member.value}" for member in column.type.kind if member.value)


def parts_of(table: sa.Table) -> list[sa.Table]:
    """Tables whose rows are parts of this one's rows and stand inside them; contents of files become files."""
    return [part for part, _ in children(table) if part is not attachment_part]


def everything_of(connection: sa.Connection, ids: Sequence[int]) -> dict[str, list[Record]]:
    """All rows of these records of one person, by table, then what was done with them."""
    names = _Names(connection)
    found = {
        table.name: _rows(connection, table, of_customers(table, ids), names) for table in exported_tables()
    }
    found[PROCESSING] = _processing(connection, ids)
    found[EXPORTS] = _exports(connection, ids)
    return found


def files_of(connection: sa.Connection, ids: Sequence[int]) -> list[tuple[int, str]]:
    """The person's attachments: (row, name)."""
    rows = connection.execute(
        sa.select(attachment.c.id, attachment.c.name)
        .where(of_customers(attachment, ids))
        .order_by(attachment.c.id)
    )
    return [(row.id, row.name) for row in rows]


def content_of(connection: sa.Connection, attachment_id: int) -> Iterator[bytes]:
    """A file's content, piece by piece."""
    parts = sa.select(attachment_part.c.content).where(attachment_part.c.attachment_id == attachment_id)
    for row in connection.execute(parts.order_by(attachment_part.c.position)):
        yield row.content


class _Names:
    """What pointers point at, in words a person knows; each asked for once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._known: dict[tuple[str, int], str] = {}
        self.currency = str(connection.execute(sa.select(office.c.currency)).scalar() or "")

    def of(self, table: sa.Table, key: int) -> Any:
        if (column := _NAMES.get(table)) is None:
            return key
        if (table.name, key) not in self._known:
            name = self._connection.execute(sa.select(column).where(table.c.id == key)).scalar()
            self._known[table.name, key] = str(name or "")
        return self._known[table.name, key]


def _rows(
    connection: sa.Connection,
    table: sa.Table,
    mine: sa.ColumnElement[bool],
    names: _Names,
    currency: str = "",
) -> list[Record]:
    found = []
    for row in connection.execute(sa.select(table).where(mine).order_by(table.c.id)).all():
        used = getattr(row, "currency", "") or currency or names.currency
        record = {
            _shown_name(column): _plain(column, row._mapping[column], names, used)
            for column in table.c
            if not isinstance(column.type, sa.LargeBinary)
        }
        for part, column in children(table):
            if part is not attachment_part:
                record[part.name] = _rows(connection, part, column == row.id, names, used)
        found.append(record)
    return found


def _shown_name(column: sa.Column[Any]) -> str:
    return column.name.removesuffix("_id") if column.foreign_keys else column.name


def _plain(column: sa.Column[Any], value: Any, names: _Names, currency: str) -> Any:
    if value is None:
        return None
    for key in column.foreign_keys:
        return names.of(key.column.table, value)
    if column.name in _MONEY:
        return str(to_decimal(value, currency))
    if column.name in _THOUSANDTHS:
        return f"{(Decimal(value) / 1000).normalize():f}"
    return json.loads(value or "[]") if column.name in _JSON else _simple(value)


def _simple(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    return value.isoformat() if isinstance(value, (date, datetime)) else value


def _processing(connection: sa.Connection, ids: Sequence[int]) -> list[Record]:
    """Acts about the person alone with their changes, and of acts about many the person's own changes."""
    touched = sa.and_(change.c.table_name == "customer", change.c.record.in_(list(ids)))
    own = sa.select(act.c.id).where(act.c.customer_id.in_(list(ids)))
    acts = sa.union(own, sa.select(change.c.act_id).where(touched))
    rows = connection.execute(
        sa.select(act, user.c.display_name)
        .outerjoin(user, user.c.id == act.c.user_id)
        .where(act.c.id.in_(acts))
        .order_by(act.c.id)
    ).all()
    changes: dict[int, list[Record]] = {row.id: [] for row in rows}
    mine = sa.or_(change.c.act_id.in_(own), touched)
    for one in connection.execute(sa.select(change).where(mine).order_by(change.c.id)):
        said: Mapping[str, Any] = {
            "table": one.table_name, "field": one.field, "before": one.before, "after": one.after
        }  # fmt: skip
        changes[one.act_id].append(dict(said))
    return [_act(row, changes[row.id]) for row in rows]


def _act(row: Row, changes: list[Record]) -> Record:
    detail = json.loads(row.detail) if row.detail and row.customer_id is not None else {}
    return {
        "act": row.id, "at": row.happened_at.isoformat(), "by": row.display_name or "", "kind": row.kind,
        "table": row.table_name, "detail": detail, "changes": changes,
    }  # fmt: skip


def _exports(connection: sa.Connection, ids: Sequence[int]) -> list[Record]:
    rows = connection.execute(
        sa.select(export_entry, user.c.display_name)
        .outerjoin(user, user.c.id == export_entry.c.user_id)
        .where(export_entry.c.customer_ids.is_not(None))
        .order_by(export_entry.c.id)
    )
    return [
        {
            "at": row.exported_at.isoformat(),
            "by": row.display_name or "",
            "kind": row.kind,
            "file": row.file_name,
        }
        for row in rows
        if any(ledger.holds(row.customer_ids, one) for one in ids)
    ]
