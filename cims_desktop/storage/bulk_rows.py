"""Turns dataclasses into tuples for the driver's executemany: several times faster than Core's dictionaries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import Any

import sqlalchemy as sa

from cims_desktop.storage.tables.base import Rank, Word


class BulkRows:
    """How values of one dataclass become tuples for one table.

    `leading` columns are given beside each value, `same` take the attribute of their name, `constants` an SQL literal,
    and `attributes` map the other columns to (dotted) attribute names.
    """

    def __init__(
        self,
        table: sa.Table,
        leading: str = "",
        same: str = "",
        constants: Mapping[str, str] | None = None,
        **attributes: str,
    ) -> None:
        chosen = {name: name for name in same.split()} | attributes
        literals = constants or {}
        columns = [*leading.split(), *chosen]
        names = ", ".join(f'"{name}"' for name in (*columns, *literals))
        marks = ", ".join((*("?" * len(columns)), *literals.values()))
        self.statement = f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'  # noqa: S608 - our own names only
        self._get = attrgetter(*chosen.values())
        kinds = [table.c[name].type for name in chosen]
        self._turns = [(at, turn) for at, kind in enumerate(kinds) if (turn := _turn(kind)) is not None]

    def row(self, value: Any, *leading: Any) -> tuple[Any, ...]:
        """The value's tuple."""
        if not self._turns:
            return (*leading, *self._get(value))
        cells = list(self._get(value))
        for at, turn in self._turns:
            cells[at] = turn(cells[at])
        return (*leading, *cells)

    def insert(self, connection: sa.Connection, rows: list[tuple[Any, ...]]) -> None:
        """Writes the tuples."""
        if rows:
            connection.exec_driver_sql(self.statement, rows)


def _turn(kind: sa.types.TypeEngine[Any]) -> Callable[[Any], Any] | None:
    """How a column's values are written by SQLite; None when the driver takes them as they are."""
    if isinstance(kind, Rank):
        return {member: position for position, member in enumerate(kind.kind)}.__getitem__
    if isinstance(kind, Word):
        return {member: member.value for member in kind.kind}.__getitem__
    if isinstance(kind, sa.Date):
        return _day
    return int if isinstance(kind, sa.Boolean) else None


@lru_cache(maxsize=4096)
def _day(value: date | None) -> str | None:
    return None if value is None else value.isoformat()
