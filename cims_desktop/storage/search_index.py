"""The full-text index of customers (FTS5): entries kept with each save, candidates for a query."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.contacts import PHONE_KINDS, Address, ContactKind, ContactPoint
from cims_desktop.domain.customers import Customer
from cims_desktop.domain.masking import hidden_sections, visible_text
from cims_desktop.domain.permissions import ALL_SIGHT, Sight
from cims_desktop.domain.search_text import (
    FIELD_MARK,
    FIELDS,
    SearchTerms,
    content,
    matched_field,
    phone_digits,
    tokens,
)
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.work import customer_search

# Contentless with single-token queries needs no positions; pgsz leaves room for SQLCipher's 80 reserved bytes a page.
CREATE = (
    "CREATE VIRTUAL TABLE customer_fts USING fts5(tokens, content='', contentless_delete=1, detail=none,"
    " tokenize='ascii')",
    "INSERT INTO customer_fts(customer_fts, rank) VALUES('pgsz', 3960)",
)
DROP = ("DROP TABLE IF EXISTS customer_fts",)
_INSERT = "INSERT INTO customer_fts(rowid, tokens) VALUES(?, ?)"
_DELETE = "DELETE FROM customer_fts WHERE rowid = ?"
_FIRST_BATCH, _LARGEST_BATCH, _AT_ONCE = 64, 4096, 500
HIT_COLUMNS = ("id", "number", "name", "organisation", "phone", "email", "city", "tier")
"""What an answer of the search box shows."""


def content_of(one: Customer) -> str:
    """The folded, searchable text of a customer. Sensitive values are not part of a Customer, so never of this."""
    return content_from(
        one.name, one.number, one.organisation, one.external_id, one.contacts, one.addresses,
        (one.given_name, one.family_name) if one.family_name else (),
    )  # fmt: skip


def content_from(
    name: str, number: str, organisation: str, external_id: str, contacts: Iterable[ContactPoint],
    addresses: Iterable[Address], other_names: Sequence[str] = (),
) -> str:  # fmt: skip
    """As `content_of`, from the parts (for bulk loading)."""
    phones, emails, other = [], [], []
    for point in contacts:
        if point.kind in PHONE_KINDS:
            phones.append(phone_digits(point.normal, point.value))
        elif point.kind is ContactKind.EMAIL:
            emails.append(point.normal or point.value)
        else:
            other.append(point.value)
    return content(
        {
            "name": (name, *other_names), "number": (number, external_id), "phone": phones, "email": emails,
            "organisation": (organisation,),
            "address": [f"{a.province}{a.city}{a.district} {a.street} {a.postal_code}" for a in addresses],
            "other": other,
        }
    )  # fmt: skip


def put(connection: sa.Connection, customer_id: int, folded: str) -> None:
    """Writes or replaces one customer's entry."""
    remove(connection, customer_id)
    connection.execute(sa.insert(customer_search).values(customer_id=customer_id, content=folded))
    connection.exec_driver_sql(_INSERT, (customer_id, tokens(folded)))


def put_many(connection: sa.Connection, entries: Sequence[tuple[int, str]]) -> None:
    """Adds entries of customers that have none yet: (id, folded text)."""
    if entries:
        connection.exec_driver_sql(
            "INSERT INTO customer_search(customer_id, content) VALUES(?, ?)", list(entries)
        )
        connection.exec_driver_sql(_INSERT, [(key, tokens(folded)) for key, folded in entries])


def put_ready(connection: sa.Connection, entries: Sequence[tuple[int, str, str]]) -> None:
    """As `put_many`, with the tokens already made: (id, folded text, tokens)."""
    if entries:
        connection.exec_driver_sql(
            "INSERT INTO customer_search(customer_id, content) VALUES(?, ?)", [entry[:2] for entry in entries]
        )
        connection.exec_driver_sql(_INSERT, [(key, words) for key, _, words in entries])


def remove_many(connection: sa.Connection, ids: Sequence[int]) -> None:
    """Takes the entries of customers out."""
    if ids:
        keys = [(key,) for key in ids]
        connection.exec_driver_sql("DELETE FROM customer_search WHERE customer_id = ?", keys)
        connection.exec_driver_sql(_DELETE, keys)


def remove(connection: sa.Connection, customer_id: int) -> None:
    """Takes one customer's entry out."""
    found = connection.execute(sa.delete(customer_search).where(customer_search.c.customer_id == customer_id))
    if found.rowcount:
        connection.exec_driver_sql(_DELETE, (customer_id,))


def match_expression(terms: SearchTerms) -> str:
    """The FTS5 query: all tokens, each quoted as one word."""
    return " ".join(f'"{token}"' for token in terms.tokens)


def shows(text: sa.ColumnElement[str], hidden: frozenset[int], terms: SearchTerms) -> sa.ColumnElement[bool]:
    """Whether a folded text holds every part outside its hidden sections.

    SQLite takes the sections apart as the strings of a JSON array; the marks between them are control characters,
    which JSON writes as escapes.
    """
    mark = json.dumps(FIELD_MARK)[1:-1]
    sections = sa.literal("[").concat(sa.func.replace(sa.func.json_quote(text), mark, '","')).concat("]")
    seen = [place for place in range(len(FIELDS)) if place not in hidden]
    visible: Any = sa.literal("")
    for place in seen:
        section = sa.func.json_extract(sections, f"$[{place}]", type_=sa.Text)
        visible = visible.concat(sa.func.coalesce(section, "")).concat(FIELD_MARK)
    return sa.and_(*(visible.contains(part, autoescape=True) for part in terms.parts))


def candidates(
    connection: sa.Connection, terms: SearchTerms, limit: int, sight: Sight = ALL_SIGHT, *,
    more: Callable[[], bool] = lambda: True,
) -> list[tuple[Any, str]]:  # fmt: skip
    """Up to `limit` shown customers that hold every part, newest first: (customer row, folded text).

    The index answers in growing batches; each is re-checked on the text that `sight` shows, since tokens say less
    than the words, and of hidden fields too much.
    """
    hidden = hidden_sections(sight)
    found: list[tuple[Any, str]] = []
    below, batch = 2**62, _FIRST_BATCH
    while len(found) < limit and more():
        ids = _newest(connection, terms, below, batch, sight.owner)
        found.extend(_shown(connection, _matching(connection, terms, ids, hidden)))
        if len(ids) < batch:
            break
        below, batch = ids[-1], min(batch * 4, _LARGEST_BATCH)
    return found[:limit]


def _matching(
    connection: sa.Connection, terms: SearchTerms, ids: Sequence[int], hidden: frozenset[int]
) -> dict[int, str]:
    """The folded texts, without what is hidden, of those ids that really hold every part."""
    found: dict[int, str] = {}
    for start in range(0, len(ids), _AT_ONCE):
        rows = connection.execute(
            sa.select(customer_search).where(customer_search.c.customer_id.in_(ids[start : start + _AT_ONCE]))
        )
        texts = (
            (row.customer_id, visible_text(row.content, hidden) if hidden else row.content) for row in rows
        )
        found |= {key: text for key, text in texts if matched_field(text, terms)}
    return found


def _shown(connection: sa.Connection, texts: dict[int, str]) -> list[tuple[Any, str]]:
    """The customers of these texts that are not hidden, newest first.

    Hidden ones are left out here and not by the query: with `hidden = 0` in it the planner walks an index of all
    shown customers (60 ms at 1,000,000) instead of looking these few up.
    """
    if not texts:
        return []
    rows = connection.execute(
        sa.select(customer.c.hidden, *(customer.c[name] for name in HIT_COLUMNS)).where(
            customer.c.id.in_(list(texts))
        )
    )
    shown = sorted((row for row in rows if row.hidden == 0), key=lambda row: row.id, reverse=True)
    return [(row, texts[row.id]) for row in shown]


_OWN = " AND +{key} IN (SELECT id FROM customer WHERE owner_id = ? AND +hidden = 0)"
"""Narrows `_newest` to somebody's own customers; the unary plus keeps it from asking the index once for each."""


def _newest(
    connection: sa.Connection, terms: SearchTerms, below: int, batch: int, owner: int | None
) -> list[int]:
    own = () if owner is None else (owner,)
    if terms.tokens:
        narrow = _OWN.format(key="rowid") if own else ""
        rows = connection.exec_driver_sql(
            f"SELECT rowid FROM customer_fts WHERE customer_fts MATCH ? AND rowid < ?{narrow}"  # noqa: S608
            " ORDER BY rowid DESC LIMIT ?",
            (match_expression(terms), below, *own, batch),
        )
    else:  # nothing but punctuation was typed: only the text itself can tell
        like = "%" + terms.parts[0].replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        narrow = _OWN.format(key="customer_id") if own else ""
        rows = connection.exec_driver_sql(
            "SELECT customer_id FROM customer_search WHERE content LIKE ? ESCAPE '\\' AND customer_id < ?"  # noqa: S608
            f"{narrow} ORDER BY customer_id DESC LIMIT ?",
            (like, below, *own, batch),
        )
    return [row[0] for row in rows]


def rebuild(connection: sa.Connection, stream: Iterable[tuple[int, str]]) -> int:
    """Makes the index anew from (id, folded text) of every customer; returns how many."""
    connection.execute(sa.delete(customer_search))
    for statement in (*DROP, *CREATE):
        connection.exec_driver_sql(statement)
    count, batch = 0, []
    for entry in stream:
        batch.append(entry)
        if len(batch) == 5000:
            put_many(connection, batch)
            count, batch = count + len(batch), []
    put_many(connection, batch)
    return count + len(batch)
