"""Checks of a whole office file: pages, foreign keys, search index, summaries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from cims_desktop.domain.progress import Task
from cims_desktop.storage import search_index, summaries
from cims_desktop.storage.customer_batches import batches, customers_of
from cims_desktop.storage.tables import metadata
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.work import customer_search


def page_problems(connection: sa.Connection, *, deep: bool) -> list[tuple[str, str]]:
    """Damaged pages (HMAC), broken b-trees, rows that point nowhere: (kind, where)."""
    found = [("page", str(row[0])) for row in connection.exec_driver_sql("PRAGMA cipher_integrity_check")]
    # A check on a connection that last saw the full-text index before somebody else changed it reports corruption
    # that is not there; any search makes the connection look again (SQLite 3.53).
    connection.exec_driver_sql("SELECT rowid FROM customer_fts WHERE customer_fts MATCH 'none' LIMIT 1").all()
    check = "integrity_check" if deep else "quick_check"
    found += [
        ("structure", str(row[0])) for row in connection.exec_driver_sql(f"PRAGMA {check}") if row[0] != "ok"
    ]
    found += [
        ("reference", f"{row[0]} {row[1]}") for row in connection.exec_driver_sql("PRAGMA foreign_key_check")
    ]
    return found


def index_problems(connection: sa.Connection) -> list[tuple[str, str]]:
    """Customers without a search entry, and entries without a customer."""
    missing = connection.execute(
        sa.select(customer.c.number)
        .outerjoin(customer_search, customer_search.c.customer_id == customer.c.id)
        .where(customer_search.c.customer_id.is_(None))
        .limit(1000)
    )
    found = [("search_entry", row.number) for row in missing]
    stray = connection.exec_driver_sql(
        "SELECT count(*) FROM customer_fts WHERE rowid NOT IN (SELECT customer_id FROM customer_search)"
    ).scalar_one()
    return found + ([("search_index", str(stray))] if stray else [])


def stale_entries(connection: sa.Connection, task: Task) -> list[tuple[str, str]]:
    """Search entries whose text is not what the customer's record gives (reads every customer).

    Reports the stage "entries" after each batch. Raises Cancelled.
    """
    query = sa.select(customer.c.number, customer_search).join(
        customer_search, customer_search.c.customer_id == customer.c.id
    )
    found: list[tuple[str, str]] = []
    for ids, right in _texts(connection, task, "entries"):
        rows = connection.execute(query.where(customer.c.id.in_(ids)).order_by(customer.c.id))
        found += [("search_entry", row.number) for row in rows if right[row.customer_id] != row.content]
    return found


def summary_problems(connection: sa.Connection) -> list[tuple[str, str]]:
    """Sums that differ from a fresh computation."""
    return summaries.differences(connection)


def counts(connection: sa.Connection) -> dict[str, int]:
    """Rows per table."""
    return {
        name: int(connection.execute(sa.select(sa.func.count()).select_from(table)).scalar_one())
        for name, table in sorted(metadata.tables.items())
    }


def repair(connection: sa.Connection, task: Task) -> None:
    """Makes the search index and the sums anew from the records, in one transaction.

    An index that may be broken can't be mended entry by entry, so the write lock is held all the time (about
    15 s per 100,000 customers): other processes that want to write then get `in_use`. Reports the stages
    "entries" and "sums". Raises Cancelled; then all is as it was.
    """
    search_index.rebuild(
        connection, (entry for _, texts in _texts(connection, task, "entries") for entry in texts.items())
    )
    task.step("sums", 0)
    summaries.recompute(connection)


def _texts(
    connection: sa.Connection, task: Task, stage: str
) -> Iterator[tuple[Sequence[int], dict[int, str]]]:
    """The right searchable text of every customer, a batch at a time: (ids, texts by id)."""
    every = [row.id for row in connection.execute(sa.select(customer.c.id).order_by(customer.c.id))]
    done = 0
    for ids in batches(every):
        task.step(stage, done, len(every))
        whole = customers_of(connection, ids)
        yield ids, {key: search_index.content_of(whole[key]) for key in ids}
        done += len(ids)
    task.step(stage, done, len(every))
