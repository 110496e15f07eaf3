"""Pages of rows kept by number: least recently used go first, the page wanted last is read first."""

from __future__ import annotations

from collections import OrderedDict
from typing import Generic, TypeVar

Row = TypeVar("Row")


class PageCache(Generic[Row]):
    """Rows in pages of `size`; at most `pages` of them are kept and `waiting` wanted ones remembered."""

    def __init__(self, size: int = 128, pages: int = 64, waiting: int = 8) -> None:
        self.size = size
        self._most = pages
        self._most_waiting = waiting
        self._pages: OrderedDict[int, tuple[Row | None, ...]] = OrderedDict()
        self._wanted: list[int] = []
        self._being_read: set[int] = set()

    def row(self, position: int) -> Row | None:
        """The row at `position`; a page that is not here is remembered as wanted, and None returned."""
        page, offset = divmod(position, self.size)
        rows = self._pages.get(page)
        if rows is None:
            self._want(page)
            return None
        self._pages.move_to_end(page)
        return rows[offset] if offset < len(rows) else None

    def peek(self, position: int) -> Row | None:
        """The row at `position` if it is here; nothing is asked for."""
        page, offset = divmod(position, self.size)
        rows = self._pages.get(page, ())
        return rows[offset] if offset < len(rows) else None

    def store(self, page: int, rows: tuple[Row | None, ...]) -> None:
        """Keeps a page that was read."""
        self._being_read.discard(page)
        self._pages[page] = rows
        self._pages.move_to_end(page)
        while len(self._pages) > self._most:
            self._pages.popitem(last=False)

    def give_up(self, page: int) -> None:
        """A page could not be read; it may be wanted again."""
        self._being_read.discard(page)

    def next_wanted(self, at_once: int = 2) -> int | None:
        """The page to read now (asked for last); None when nothing is wanted or `at_once` are under way."""
        if len(self._being_read) >= at_once or not self._wanted:
            return None
        page = self._wanted.pop()
        self._being_read.add(page)
        return page

    def cached(self) -> list[int]:
        """Numbers of the pages that are here."""
        return list(self._pages)

    def page(self, number: int) -> tuple[Row | None, ...]:
        """The rows of a cached page."""
        return self._pages[number]

    def clear(self) -> None:
        """Forgets everything."""
        self._pages.clear()
        self._wanted.clear()
        self._being_read.clear()

    def _want(self, page: int) -> None:
        if page in self._being_read:
            return
        if page in self._wanted:
            self._wanted.remove(page)
        self._wanted.append(page)
        # A fast drag passes over thousands of pages; the oldest wishes are worth nothing any more.
        del self._wanted[: -self._most_waiting]
