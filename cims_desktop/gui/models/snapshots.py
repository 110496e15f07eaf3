"""What the customer list reads off the GUI thread: first rows, the snapshot of ids, pages."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from cims_desktop.domain.customers import CustomerRow
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.gui.models.customer_columns import phone_text

if TYPE_CHECKING:
    from cims_desktop.domain.users import User

FIRST_ROWS = 128
"""Rows of a page; the first one is read before the snapshot."""


@dataclass(frozen=True)
class First:
    """The first page and the count; `ids` where they had to be read for it."""

    count: int
    rows: tuple[CustomerRow | None, ...]
    ids: array[int] | None


@dataclass(frozen=True)
class Snapshot:
    """Every id in sort order, and the rows of some pages as they are now."""

    ids: array[int]
    pages: dict[int, tuple[CustomerRow | None, ...]]


class CustomerLister(Protocol):
    """The part of the customers' service that a list needs."""

    def count(self, query: CustomerQuery, *, by: User) -> int: ...
    def first_rows(self, query: CustomerQuery, limit: int, *, by: User) -> tuple[CustomerRow, ...]: ...
    def ids(self, query: CustomerQuery, *, by: User) -> array[int]: ...
    def rows(self, ids: Sequence[int], *, by: User) -> dict[int, CustomerRow]: ...
    def interrupt(self) -> None: ...


class CustomerReader:
    """Asks the service on behalf of one user; every method but `interrupt` blocks and belongs into a job."""

    def __init__(self, customers: CustomerLister, user: User) -> None:
        self._customers = customers
        self._user = user

    def first(self, query: CustomerQuery) -> First:
        """The first page and how many rows there are; all ids where no index gives the first rows at once."""
        rows = self._customers.first_rows(query, FIRST_ROWS, by=self._user)
        _group_phones(rows)
        if len(rows) >= FIRST_ROWS:
            return First(self._customers.count(query, by=self._user), rows, None)
        snapshot = self.snapshot(query, (0,))
        return First(len(snapshot.ids), snapshot.pages.get(0, ()), snapshot.ids)

    def snapshot(self, query: CustomerQuery, pages: Sequence[int]) -> Snapshot:
        """All ids, and the rows of `pages` of the new snapshot."""
        ids = self._customers.ids(query, by=self._user)
        wanted = {page: ids[page * FIRST_ROWS : (page + 1) * FIRST_ROWS] for page in pages}
        rows = {page: self.rows(part) for page, part in wanted.items() if part}
        return Snapshot(
            ids, {page: tuple(found.get(record) for record in wanted[page]) for page, found in rows.items()}
        )

    def rows(self, ids: Sequence[int]) -> dict[int, CustomerRow]:
        """Rows by id; those that are gone are missing."""
        rows = self._customers.rows(ids, by=self._user)
        _group_phones(rows.values())
        return rows

    def interrupt(self) -> None:
        """Stops what runs for a query that nobody wants any more."""
        self._customers.interrupt()


def _group_phones(rows: Iterable[CustomerRow]) -> None:
    """Groups the numbers here, where nobody waits: the first one imports the phone library (0.1 s)."""
    for row in rows:
        phone_text(row.phone)


def differs_in_place(query: CustomerQuery, before: CustomerRow, after: CustomerRow | None) -> bool:
    """Whether a changed row may now stand elsewhere in the list, or not in it at all."""
    if after is None or after.deleted != before.deleted:
        return True
    if after == before:
        return False
    narrowed = query.filter != CustomerFilter(in_bin=query.filter.in_bin) or bool(query.text)
    return narrowed or getattr(after, query.sort.value) != getattr(before, query.sort.value)
