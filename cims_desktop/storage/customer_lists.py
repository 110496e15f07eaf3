"""Customer lists: a query becomes a count, a snapshot of ids and pages of rows. No joins, no OFFSET."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace
from operator import ge, le
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from cims_desktop.domain.customers import CustomerRow
from cims_desktop.domain.masking import hidden_sections
from cims_desktop.domain.permissions import ALL_SIGHT, Sight
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery, CustomerSort
from cims_desktop.domain.search_text import SearchTerms, read_query
from cims_desktop.storage.customers import LIST_COLUMNS, row_of
from cims_desktop.storage.search_index import match_expression, shows
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.people import office
from cims_desktop.storage.tables.work import customer_search

if TYPE_CHECKING:
    import numpy
    from numpy.typing import NDArray

_SORT_COLUMNS = {
    CustomerSort.NAME: customer.c.sort_name,
    CustomerSort.CREATED: customer.c.id,
    CustomerSort.ORGANISATION: customer.c.organisation,
}
_INDEXED = frozenset(
    {CustomerSort.NAME, CustomerSort.NUMBER, CustomerSort.LAST_PURCHASE, CustomerSort.TOTAL_SPENT,
     CustomerSort.NEXT_CONTACT, CustomerSort.CREATED}
)  # fmt: skip
_LISTED = [customer.c[name] for name in LIST_COLUMNS] + [customer.c.hidden]


def count(connection: sa.Connection, query: CustomerQuery, sight: Sight = ALL_SIGHT) -> int:
    """How many customers match; kept in the office's row where nothing narrows the list (`summaries`)."""
    if query.filter == CustomerFilter() and not query.text.strip() and sight.owner is None:
        return int(connection.execute(sa.select(office.c.shown_customers)).scalar_one())
    return int(connection.execute(_filtered(sa.select(sa.func.count()), query, sight)).scalar_one())


def first_rows(
    connection: sa.Connection, query: CustomerQuery, limit: int, sight: Sight = ALL_SIGHT
) -> tuple[CustomerRow, ...]:
    """The first rows, only where an index gives them at once (no text, no filter but the tier); else empty.

    Somebody's own customers are in no index's order; there are few, and `ids` has them soon.
    """
    if not walks_index(query) or sight.owner is not None:
        return ()
    statement = sa.select(*_LISTED)
    if query.sort is CustomerSort.CREATED and not query.filter.in_bin:
        # A unary plus takes the indexes that begin with `hidden` away: the table itself is in the order of its ids.
        statement = statement.where(sa.literal_column("+customer.hidden", customer.c.hidden.type) == 0)
    else:
        statement = _filtered(statement, query, sight)
    return tuple(row_of(row) for row in connection.execute(_sorted(statement, query).limit(limit)))


def walks_index(query: CustomerQuery) -> bool:
    """Whether an index is already in the order of this query, so that its first rows cost nothing."""
    plain = CustomerFilter(in_bin=query.filter.in_bin)
    if query.text.strip():
        return False
    if query.filter == plain:
        return query.sort in _INDEXED
    return (
        query.sort is CustomerSort.LAST_PURCHASE
        and len(query.filter.tiers) == 1
        and query.filter == CustomerFilter(tiers=query.filter.tiers, in_bin=query.filter.in_bin)
    )


def ids(connection: sa.Connection, query: CustomerQuery, sight: Sight = ALL_SIGHT) -> array[int]:
    """All matching ids in the query's order, 8 bytes each.

    Where an index has the order but not the matches, each is read by itself and numpy puts them together: sorting
    a million names takes SQLite 4 s. No index gives ids in their own order; numpy sorts them in 10 ms.
    """
    import numpy

    wanted = _filtered(sa.select(customer.c.id), query, sight)
    by_id, mine = query.sort is CustomerSort.CREATED, sight.owner is not None
    if not by_id and (mine or query.sort not in _INDEXED or walks_index(query)):
        numbers = _numbers(connection, _sorted(wanted, query, walk=not mine))
    else:
        numbers = _numbers(connection, wanted)
        if by_id:
            numbers.sort()
            numbers = numbers[::-1] if query.descending else numbers
        elif len(numbers):
            everybody = replace(query, text="", filter=CustomerFilter(in_bin=query.filter.in_bin))
            order = _numbers(
                connection, _sorted(_filtered(sa.select(customer.c.id), everybody, sight), everybody)
            )
            numbers = order[numpy.isin(order, numbers, assume_unique=True)]
    found: array[int] = array("q")
    found.frombytes(numbers.tobytes())
    return found


def _numbers(connection: sa.Connection, statement: sa.Select[Any]) -> NDArray[numpy.int64]:
    """The ids of a select as an array.

    One aggregate string instead of a row per id: 64 ms against 300 ms for 1,000,000. The inner ORDER BY decides
    the order in which SQLite feeds the aggregate.
    """
    import numpy

    inner = statement.subquery()
    joined = connection.execute(sa.select(sa.func.group_concat(inner.c.id))).scalar()
    return numpy.fromstring(joined or "", dtype=numpy.int64, sep=",")


def rows(
    connection: sa.Connection, wanted: Sequence[int], sight: Sight = ALL_SIGHT
) -> dict[int, CustomerRow]:
    """List rows by id (at most a few hundred at a time); ids that are gone are missing, and those of others."""
    found = connection.execute(sa.select(*_LISTED).where(customer.c.id.in_(list(wanted))))
    return {row.id: row_of(row) for row in found if sight.owner in (None, row.owner_id)}


def cities(connection: sa.Connection, limit: int = 50, sight: Sight = ALL_SIGHT) -> tuple[str, ...]:
    """The most frequent cities."""
    found = connection.execute(
        sa.select(customer.c.city)
        .where(*in_sight(0, sight), customer.c.city != "")
        .group_by(customer.c.city)
        .order_by(sa.func.count().desc(), customer.c.city)
        .limit(limit)
    )
    return tuple(row.city for row in found)


def _sorted(statement: sa.Select[Any], query: CustomerQuery, *, walk: bool = True) -> sa.Select[Any]:
    column = _SORT_COLUMNS.get(query.sort, customer.c.get(query.sort.value, None))
    assert column is not None
    key: Any = column
    if not (walk and walks_index(query)):
        # A unary plus keeps the planner from walking a sort index with one look-up per row (7.5 s at 1,000,000).
        key = sa.literal_column(f"+customer.{column.name}", column.type)
    if query.descending:
        return statement.order_by(key.desc(), customer.c.id.desc())
    return statement.order_by(key.asc(), customer.c.id.asc())


def _filtered(statement: sa.Select[Any], query: CustomerQuery, sight: Sight) -> sa.Select[Any]:
    statement = statement.select_from(customer).where(*_conditions(query.filter, sight))
    terms = read_query(query.text)
    return _matching(statement, terms, sight) if terms else statement


def in_sight(hidden: int, sight: Sight) -> list[sa.ColumnElement[bool]]:
    """The customers that somebody sees, in the bin (1) or not (0).

    Somebody's own are found by the index of owners alone: a unary plus takes those away that begin with `hidden`.
    """
    if sight.owner is None:
        return [customer.c.hidden == hidden]
    own = customer.c.owner_id == sight.owner
    return [own, sa.literal_column("+customer.hidden", customer.c.hidden.type) == hidden]


def _matching(statement: sa.Select[Any], terms: SearchTerms, sight: Sight) -> sa.Select[Any]:
    """Only customers whose folded text holds every part.

    The texts are read once, in the order of the index's hits, and become a set of ids; joined to them, the planner
    looks up one text per customer of the list instead (3.1 s at 1,000,000 for a word of half the office, not 0.9).
    The unary plus keeps it from turning to the customers' table for each hit. Of one's own customers only those
    texts are read that are their own (4 ms for 2,000 of 1,000,000, not 350).
    """
    texts = sa.select(customer_search.c.customer_id)
    for part in terms.parts:
        texts = texts.where(customer_search.c.content.contains(part, autoescape=True))
    own = "" if sight.owner is None else " AND +rowid IN (SELECT id FROM customer WHERE owner_id = :owner)"
    if terms.tokens:
        hits = sa.text(
            f"customer_id IN (SELECT rowid FROM customer_fts WHERE customer_fts MATCH :expression{own})"  # noqa: S608
        ).bindparams(expression=match_expression(terms))
        texts = texts.where(hits.bindparams(owner=sight.owner) if own else hits)
    elif own:  # nothing but punctuation was typed
        mine = sa.select(customer.c.id).where(customer.c.owner_id == sight.owner)
        texts = texts.where(customer_search.c.customer_id.in_(mine))
    if hidden := hidden_sections(sight):
        texts = texts.where(shows(customer_search.c.content, hidden, terms))
    return statement.where(sa.literal_column("+customer.id", customer.c.id.type).in_(texts))


def _conditions(wanted: CustomerFilter, sight: Sight) -> list[sa.ColumnElement[bool]]:
    c = customer.c
    found = in_sight(1 if wanted.in_bin else 0, sight)
    for column, values in (
        (c.kind, wanted.kinds), (c.status, wanted.statuses), (c.tier, wanted.tiers), (c.city, wanted.cities),
    ):  # fmt: skip
        if len(values) == 1:
            found.append(column == values[0])
        elif values:
            found.append(column.in_(values))
    for column, compare, limit in (
        (c.next_contact, le, wanted.due_by), (c.last_purchase, ge, wanted.bought_since),
        (c.total_spent, ge, wanted.spent_at_least), (c.total_spent, le, wanted.spent_at_most),
    ):  # fmt: skip
        if limit is not None:
            found.append(compare(column, limit))
    if wanted.not_bought_since is not None:
        found.append(sa.or_(c.last_purchase.is_(None), c.last_purchase < wanted.not_bought_since))
    for column, present in ((c.phone, wanted.has_phone), (c.email, wanted.has_email)):
        if present is not None:
            found.append(column != "" if present else column == "")
    return found
