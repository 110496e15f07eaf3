"""Takes customers out of the office for good: every table by its declared rule, journal values, drafts, queries.

A customer who has books (purchases) or said something about consent stays as an empty shell with the number, hidden
for ever; of kept rows, what somebody typed freely goes too.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any, Final

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound
from cims_desktop.domain.preferences import ConsentState
from cims_desktop.storage import customers, search_index
from cims_desktop.storage.customer_batches import batches
from cims_desktop.storage.drafts import OF_CUSTOMERS
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables import metadata
from cims_desktop.storage.tables.base import CustomerRule
from cims_desktop.storage.tables.customers import address, contact_point, customer, former_number
from cims_desktop.storage.tables.history import consent
from cims_desktop.storage.tables.sales import purchase, purchase_line
from cims_desktop.storage.tables.work import act, change, draft, erasure, export_entry

HIDDEN_GONE: Final = 2
"""`customer.hidden` of a shell: as one who was merged, but into nobody."""

SHELL: Final = frozenset(
    {
        "id", "number", "purchases", "total_spent", "first_purchase", "last_purchase", "prior_purchase", "hidden",
        "deleted_at", "deleted_by", "merged_into", "created_at", "created_by", "updated_at", "updated_by", "version",
    }
)  # fmt: skip
"""Columns of a customer that a shell keeps. Everything else is blanked, also what a later revision adds."""

TYPED_FREELY: Final = {"purchase": ("note",), "consent": ("source",), "consent_event": ("source",)}
"""Text of kept rows that may name the person in any words, and goes."""

_LATIN_NAME, _OTHER = 4, 5


def rule_of(table: sa.Table) -> CustomerRule | None:
    """The declared rule of a table that points at customers."""
    rule = table.info.get("customer_rule")
    return rule if isinstance(rule, CustomerRule) else None


def pointers(table: sa.Table) -> list[sa.Column[Any]]:
    """The columns by which a row belongs to a customer; the customer's own row belongs to itself."""
    if table is customer:
        return [customer.c.id]
    return [column for column in table.c if any(key.column is customer.c.id for key in column.foreign_keys)]


def children(table: sa.Table) -> list[tuple[sa.Table, sa.Column[Any]]]:
    """Tables without a rule of their own whose rows are parts of this table's rows, with the column that says so."""
    return [
        (other, column)
        for other in metadata.sorted_tables
        if rule_of(other) is None
        for column in other.c
        if any(key.column.table is table for key in column.foreign_keys)
    ]


def of_customers(table: sa.Table, ids: Sequence[int]) -> sa.ColumnElement[bool]:
    """The rows of a table that belong to one of these customers."""
    return sa.or_(*(column.in_(list(ids)) for column in pointers(table)))


def markers_of(connection: sa.Connection, ids: Sequence[int]) -> frozenset[str]:
    """Texts by which these persons are recognised elsewhere, folded: names, contact points, streets, other numbers.

    Short ones are left out: they would find half of the office.
    """
    found: set[str] = set()
    c = customer.c
    for row in connection.execute(sa.select(c.name, c.external_id).where(c.id.in_(list(ids)))):
        found.add(row.name if len(row.name) >= (_LATIN_NAME if row.name.isascii() else 2) else "")
        found.add(row.external_id if len(row.external_id) >= _OTHER else "")
    for table, names in (
        (contact_point, ("value", "normal")),
        (address, ("street",)),
        (former_number, ("number",)),
    ):
        rows = connection.execute(
            sa.select(*(table.c[name] for name in names)).where(of_customers(table, ids))
        )
        found |= {text for row in rows for text in row if len(text) >= _OTHER}
    return frozenset(text.casefold().strip() for text in found) - {""}


def erase(connection: sa.Connection, ids: Sequence[int], now: datetime, user_id: int) -> None:
    """Empties these customers: every table by its rule, the journal's values; shells remain, with a search entry."""
    _forget_in_journal(connection, ids)
    _forget_drafts(connection, [draft.c.record.in_(list(ids)), draft.c.form.in_(OF_CUSTOMERS)])
    for table in reversed(metadata.sorted_tables):
        rule = rule_of(table)
        if rule is not None and rule.erase == "delete":
            _delete(connection, table, ids)
        elif rule is not None and rule.erase == "keep":
            _clear_typed(connection, table, ids)
    said_nothing = consent.c.state == ConsentState.UNKNOWN
    connection.execute(sa.delete(consent).where(of_customers(consent, ids), said_nothing))
    _blank(connection, ids, now, user_id)


def remove_empty(connection: sa.Connection, ids: Sequence[int]) -> list[int]:
    """Removes those shells that no kept row needs; returns their ids."""
    kept: set[int] = set()
    for table in metadata.sorted_tables:
        rule = rule_of(table)
        if rule is not None and rule.erase == "keep":
            for column in pointers(table):
                kept |= set(connection.execute(sa.select(column).where(column.in_(list(ids)))).scalars())
    merged = sa.select(customer.c.merged_into, customer.c.id).where(customer.c.merged_into.in_(list(ids)))
    kept |= {row.merged_into for row in connection.execute(merged) if row.id not in ids or row.id in kept}
    gone = sorted(set(ids) - kept)
    connection.execute(sa.update(customer).where(customer.c.id.in_(gone)).values(merged_into=None))
    search_index.remove_many(connection, gone)
    connection.execute(sa.delete(customer).where(customer.c.id.in_(gone)))
    return gone


def forget_elsewhere(connection: sa.Connection, markers: Iterable[str], ids: Sequence[int]) -> None:
    """Takes what names these persons out of drafts, queries of the ledger, and the lines of their purchases."""
    marks = tuple(markers)
    for row in connection.execute(sa.select(draft.c.id, draft.c.payload)).all():
        if _names(row.payload, marks):
            _forget_drafts(connection, [draft.c.id == row.id])
    for row in connection.execute(sa.select(export_entry.c.id, export_entry.c.query)).all():
        if _names(row.query, marks):
            mine = sa.update(export_entry).where(export_entry.c.id == row.id)
            connection.execute(mine.values(query=""))
    lines = sa.select(purchase_line.c.id, purchase_line.c.description).join(
        purchase, purchase.c.id == purchase_line.c.purchase_id
    )
    for row in connection.execute(lines.where(purchase.c.customer_id.in_(list(ids)))).all():
        if _names(row.description, marks):
            this = sa.update(purchase_line).where(purchase_line.c.id == row.id)
            connection.execute(this.values(description=""))


def _names(text: str, marks: Iterable[str]) -> bool:
    folded = text.casefold()
    return any(mark in folded for mark in marks)


def _forget_in_journal(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Values and salts go, their digests stay: the chain still fits.

    By the act's customer; and by record for acts about many (imports, moves), which have none.
    """
    nothing = sa.update(change).values(before=None, after=None, salt=None)
    acts = sa.select(act.c.id).where(act.c.customer_id.in_(list(ids)))
    connection.execute(nothing.where(change.c.act_id.in_(acts)))
    named = change.c.table_name.in_(["customer", "preference"])
    connection.execute(nothing.where(named, change.c.record.in_(list(ids))))


def _forget_drafts(connection: sa.Connection, conditions: Sequence[sa.ColumnElement[bool]]) -> None:
    connection.execute(sa.delete(draft).where(*conditions))


def _delete(connection: sa.Connection, table: sa.Table, ids: Sequence[int]) -> None:
    if table.name == "customer_search":
        search_index.remove_many(connection, ids)
        return
    for part, column in children(table):
        mine = sa.select(table.c.id).where(of_customers(table, ids))
        connection.execute(sa.delete(part).where(column.in_(mine)))
    connection.execute(sa.delete(table).where(of_customers(table, ids)))


def _clear_typed(connection: sa.Connection, table: sa.Table, ids: Sequence[int]) -> None:
    if names := TYPED_FREELY.get(table.name):
        cleared = sa.update(table).values(dict.fromkeys(names, ""))
        connection.execute(cleared.where(of_customers(table, ids)))


def _blank(connection: sa.Connection, ids: Sequence[int], now: datetime, user_id: int) -> None:
    blanks: dict[str, Any] = {
        column.name: None if column.nullable else column.default.arg if column.default is not None else ""  # type: ignore[attr-defined]
        for column in customer.c
        if column.name not in SHELL
    }
    values = blanks | {
        "hidden": HIDDEN_GONE, "deleted_at": now, "deleted_by": user_id, "updated_at": now, "updated_by": user_id,
        "version": customer.c.version + 1,
    }  # fmt: skip
    connection.execute(sa.update(customer).where(customer.c.id.in_(list(ids))).values(values))
    for key in ids:
        search_index.put(connection, key, search_index.content_of(customers.get(connection, key)))


def overdue(
    connection: sa.Connection, before: datetime, after: int = 0, limit: int | None = None
) -> list[int]:
    """Customers who went to the bin before an instant, by id."""
    rows = (
        sa.select(customer.c.id)
        .where(
            customer.c.hidden == customers.HIDDEN_BIN, customer.c.deleted_at < before, customer.c.id > after
        )
        .order_by(customer.c.id)
        .limit(limit)
    )
    return list(connection.execute(rows).scalars())


def in_bin(connection: sa.Connection, ids: Sequence[int]) -> list[int]:
    """Those of `ids` that are in the bin."""
    found: list[int] = []
    for part in batches(ids):
        wanted = sa.select(customer.c.id).where(
            customer.c.id.in_(part), customer.c.hidden == customers.HIDDEN_BIN
        )
        found += connection.execute(wanted.order_by(customer.c.id)).scalars()
    return found


def merged_into(connection: sa.Connection, customer_id: int) -> int | None:
    """The record that a customer was merged into, if any. Raises NotFound."""
    row = connection.execute(sa.select(customer.c.merged_into).where(customer.c.id == customer_id)).first()
    if row is None:
        raise NotFound("customer", customer_id)
    return None if row.merged_into is None else int(row.merged_into)


def enter(connection: sa.Connection, customer_id: int, reason: str, now: datetime, user_id: int) -> int:
    """Notes that a person was erased; until `finish` it says that the file's free pages still hold the data."""
    values = {"customer_id": customer_id, "erased_at": now, "reason": reason, "user_id": user_id}
    return insert_row(connection, erasure, values)


def unfinished(connection: sa.Connection) -> int:
    """How many erasures still wait for the file to be made anew."""
    waiting = sa.select(sa.func.count()).select_from(erasure).where(erasure.c.backups_until.is_(None))
    return int(connection.execute(waiting).scalar_one())


def finish(connection: sa.Connection, backups_until: date) -> None:
    """Notes that the file holds nothing any more of whoever was erased, and until when backups may."""
    waiting = sa.update(erasure).where(erasure.c.backups_until.is_(None))
    connection.execute(waiting.values(backups_until=backups_until))
