"""The one mapping between frozen dataclasses and rows: column names equal field names."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar, cast

import sqlalchemy as sa

T = TypeVar("T")

Row = sa.Row[*tuple[Any, ...]]
"""A row of any columns."""


@lru_cache(maxsize=64)
def _names(kind: Hashable) -> tuple[str, ...]:
    return tuple(field.name for field in fields(cast(Any, kind)))


def to_row(value: Any, table: sa.Table, *, without: frozenset[str] = frozenset({"id"})) -> dict[str, Any]:
    """The dataclass's fields that are columns of `table`, except `without`."""
    columns = table.c
    return {
        name: getattr(value, name)
        for name in _names(cast(Hashable, type(value)))
        if name in columns and name not in without
    }


def from_row(kind: type[T], row: Row | Mapping[str, Any], **more: Any) -> T:
    """A dataclass from a row's columns of the same names; `more` gives the fields that are not columns."""
    mapping = row if isinstance(row, Mapping) else row._mapping
    found = {
        name: mapping[name] for name in _names(cast(Hashable, kind)) if name in mapping and name not in more
    }
    return kind(**found, **more)


def insert(connection: sa.Connection, table: sa.Table, values: Mapping[str, Any]) -> int:
    """Inserts one row; returns the id that the database gave it."""
    key = connection.execute(sa.insert(table).values(**values)).inserted_primary_key
    assert key is not None
    return int(key[0])
