"""The search box: one engine for every box, picker and the command line."""

from __future__ import annotations

from typing import Any

from cims_desktop.domain.masking import masked
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import SearchHit
from cims_desktop.domain.search_text import SearchTerms, matched_field, rank, read_query
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import search_index
from cims_desktop.storage.engine import Interruptor

_LONGEST_SHOWN = 300


class Search:
    """Finds customers as one types."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting
        self._interruptor = Interruptor()

    def interrupt(self) -> None:
        """Ends a running search (it raises Cancelled): the next key was typed."""
        self._interruptor.interrupt()

    @requires(Permission.VIEW_CUSTOMERS)
    def find(self, text: str, *, by: User, limit: int = 50) -> tuple[SearchHit, ...]:
        """Shown customers that hold every word of `text`: exact, start, word start, inside; newest first.

        Fields that are hidden everywhere find nothing, and nothing tells that they would.
        """
        terms, sight = read_query(text), by.sight()
        if not terms:
            return ()
        with self._acting.read(self._interruptor) as connection:
            found = search_index.candidates(connection, terms, limit, sight)
        ranked = sorted(found, key=lambda hit: rank(hit[1], terms))
        return tuple(masked(_hit(row, content, terms), sight) for row, content in ranked)


def _hit(row: Any, content: str, terms: SearchTerms) -> SearchHit:
    return SearchHit(
        row.id, row.number, row.name[:_LONGEST_SHOWN], row.organisation[:_LONGEST_SHOWN], row.phone, row.email,
        row.city, row.tier, matched_field(content, terms),
    )  # fmt: skip
