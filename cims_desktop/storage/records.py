"""The one mapping between frozen dataclasses and rows: column names equal field names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa

T = TypeVar("T")


@lru_cache(maxsize=64)
def _names(kind: type[Any]) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


def to_row(value: Any, table: sa.Table, *, without: frozenset[str] = frozenset({"id"})) -> dict[str, Any]:
    """The dataclass's fields that are columns of `table`, except `without`."""
    columns = table.c
    return {name: getattr(value, name) for name in _names(type(value)) if name in columns and name not in without}


def from_row(kind: type[T], row: sa.Row[Any] | Mapping[str, Any], **more: Any) -> T:
    """A dataclass from a row's columns of the same names; `more` gives the fields that are not columns."""
    mapping = row if isinstance(row, Mapping) else row._mapping
    found = {name: mapping[name] for name in _names(kind) if name in mapping and name not in more}
    return kind(**found, **more)
