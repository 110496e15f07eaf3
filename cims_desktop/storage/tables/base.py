"""What all tables share: naming convention, column types and the columns that every record has."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.texts import storable

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

metadata = sa.MetaData(naming_convention=NAMING)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware UTC datetime, stored as whole milliseconds since 1970: compact, sortable and the same everywhere."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else to_milliseconds(value)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> datetime | None:
        return None if value is None else from_milliseconds(value)


def to_milliseconds(value: datetime) -> int:
    """Milliseconds since 1970 of an aware datetime, rounded down."""
    return (value - _EPOCH) // timedelta(milliseconds=1)


def from_milliseconds(value: int) -> datetime:
    """The aware UTC datetime of milliseconds since 1970."""
    return _EPOCH + timedelta(milliseconds=value)


class StorableText(sa.types.TypeDecorator[str]):
    """Text of any length; what UTF-8 can't hold is replaced on the way in."""

    impl: type[sa.String] = sa.Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else storable(value)


class StorableString(StorableText):
    """As StorableText, of at most so many characters."""

    impl = sa.String
    cache_ok = True


class Word(sa.types.TypeDecorator[Any]):
    """A string enum, stored as its value in a short text."""

    impl = sa.String
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__(20)
        self.kind = kind

    def process_bind_param(self, value: StrEnum | str | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Any:
        return None if value is None else self.kind(value)


class Rank(sa.types.TypeDecorator[Any]):
    """A string enum, stored as its position, so that the database sorts by it."""

    impl = sa.SmallInteger
    cache_ok = True

    def __init__(self, kind: type[StrEnum]) -> None:
        super().__init__()
        self.kind = kind
        self._members = tuple(kind)

    def process_bind_param(self, value: StrEnum | None, dialect: sa.Dialect) -> int | None:
        return None if value is None else self._members.index(value)

    def process_result_value(self, value: int | None, dialect: sa.Dialect) -> Any:
        return None if value is None else self._members[value]


def key() -> sa.Column[int]:
    """The integer primary key, never reused."""
    return sa.Column("id", sa.Integer, primary_key=True, autoincrement=True)


def text(name: str, length: int | None = None, **more: Any) -> sa.Column[str]:
    """A text column that is empty rather than NULL; without `length` it may be long."""
    default = None if length is None else ""
    kind = StorableText() if length is None else StorableString(length)
    return sa.Column(name, kind, nullable=False, default="", server_default=default, **more)


def word(name: str, kind: type[StrEnum], default: StrEnum | None = None) -> sa.Column[Any]:
    """An enum column; the table adds its CHECK with `one_of`."""
    return sa.Column(name, Word(kind), nullable=False, default=default)


def one_of(column: str, kind: type[StrEnum]) -> sa.CheckConstraint:
    """CHECK that a column holds one of the enum's values."""
    values = ", ".join(f"'{member.value}'" for member in kind)
    return sa.CheckConstraint(f"{column} IN ({values})", name=column)


def between(column: str, low: int, high: int) -> sa.CheckConstraint:
    """CHECK that a column is in a closed range."""
    return sa.CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=column)


def reference(name: str, target: str, *, nullable: bool = False, index: bool = False) -> sa.Column[int]:
    """A foreign key to another table's id."""
    return sa.Column(name, sa.ForeignKey(f"{target}.id"), nullable=nullable, index=index)


def edited() -> tuple[sa.Column[Any], ...]:
    """Who made and changed a record, when, and its version for the optimistic lock."""
    return (
        sa.Column("created_at", Instant, nullable=False),
        sa.Column("created_by", sa.ForeignKey("user.id"), nullable=True),
        sa.Column("updated_at", Instant, nullable=False),
        sa.Column("updated_by", sa.ForeignKey("user.id"), nullable=True),
        sa.Column("version", sa.Integer, nullable=False, default=1),
    )


@dataclass(frozen=True)
class CustomerRule:
    """What happens to a table's rows when their customer is merged, exported (one person), erased or undone.

    merge: move (point at the winner), keep (stay with the loser), combine (winner's row wins, gaps filled),
    strictest (for consents), drop. erase: delete, blank (keep the row, remove the person), keep (books).
    undo: journal (before-values are in act/change), none (derived or rebuilt).
    """

    merge: str
    export: bool
    erase: str
    undo: str


def customer_table(name: str, *parts: Any, rule: CustomerRule, **more: Any) -> sa.Table:
    """A table that points at customers, with its declared rule."""
    return table(name, *parts, info={"customer_rule": rule}, **more)


def table(name: str, *parts: Any, **more: Any) -> sa.Table:
    """A table with an `id` key that SQLite never reuses."""
    return sa.Table(name, metadata, key(), *parts, sqlite_autoincrement=True, **more)
