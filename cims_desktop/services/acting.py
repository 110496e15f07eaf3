"""The one visible shape of a use case: permission, transaction, journal."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any, ParamSpec, TypeVar, cast

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.clock import Clock
from cims_desktop.domain.dates import office_day
from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.services.logs import timed
from cims_desktop.services.session import ALWAYS, Session
from cims_desktop.storage import journal
from cims_desktop.storage.engine import Connection, Interruptor, OfficeDatabase

P = ParamSpec("P")
R = TypeVar("R")


NOT_JOURNALED = frozenset(
    {"id", "version", "summary", "created_at", "updated_at", "deleted_at", "deleted_by_name", "sort_name"}
)
"""Fields of records that say nothing of what somebody did: `ActInProgress.compared` skips them."""


READING = frozenset(
    {
        Permission.VIEW_CUSTOMERS,
        Permission.VIEW_REPORTS,
        Permission.VIEW_AUDIT,
        Permission.CHECK_OFFICE,
    }
)
"""Rights whose use cases change nothing, unless they say so."""


def requires(
    permission: Permission, *, writes: bool | None = None
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Declares the one right that a use case needs; `by` (keyword-only) must have it, else PermissionDenied.

    `writes`: whether it leaves anything behind, in the office or as a file; told by the right (`READING`) unless
    given. Who only looks at the program as another role is refused such a use case before it begins (looking).
    The declaration stays readable as `.permission` and `.writes`, so that a test can walk every method.
    """
    changes = permission not in READING if writes is None else writes

    def decorate(method: Callable[P, R]) -> Callable[P, R]:
        name = f"{method.__module__.rpartition('.')[2]}.{method.__name__}"

        @functools.wraps(method)
        def checked(*args: P.args, **kwargs: P.kwargs) -> R:
            by = cast(User, kwargs["by"])
            if not by.may(permission):
                raise PermissionDenied(permission.value, by.role.key)
            if changes and by.looking:
                raise PermissionDenied(permission.value, by.role.key, "looking")
            with timed(name):
                return method(*args, **kwargs)

        checked.permission = permission  # type: ignore[attr-defined]
        checked.writes = changes  # type: ignore[attr-defined]
        return checked

    return decorate


class ActInProgress:
    """A use case's open transaction: `connection` to work on, `now` for its stamps, and what the journal will say."""

    def __init__(self, connection: Connection, now: datetime, by: User) -> None:
        self.connection = connection
        self.now = now
        self.by = by
        self.id = 0
        self.table = ""
        self.record: int | None = None
        self.customer_id: int | None = None
        self.detail: dict[str, Any] = {}
        self.changes: list[FieldChange] = []

    def about(self, table: str, record: int | None, customer_id: int | None = None, **detail: Any) -> None:
        """Names the act's record and customer; `detail` are small facts for the activity list."""
        self.table, self.record, self.customer_id = table, record, customer_id
        self.detail.update(detail)

    def compared(
        self, table: str, record: int, before: Any, after: Any, *, skip: frozenset[str] = frozenset()
    ) -> None:
        """Notes every field in which two dataclasses of one kind differ."""
        for field in fields(before):
            if field.name in skip:
                continue
            old, new = as_text(getattr(before, field.name)), as_text(getattr(after, field.name))
            if old != new:
                self.changes.append(FieldChange(table, record, field.name, old, new))

    def made(self, table: str, record: int, new: Any, *, skip: frozenset[str] = NOT_JOURNALED) -> None:
        """Notes every field that a new record was given; what it would be anyway says nothing."""
        for field in fields(new):
            value = getattr(new, field.name)
            text = None if field.name in skip or value == field.default else as_text(value)
            if text is not None:
                self.changes.append(FieldChange(table, record, field.name, None, text))


class Acting:
    """Opens reads and acts on the office's database for the services."""

    def __init__(self, database: OfficeDatabase, chain: journal.Chain, clock: Clock, time_zone: str) -> None:
        self.database = database
        self.clock = clock
        self.time_zone = time_zone
        self.chain = chain
        self.afterwards: Callable[[ActKind, ActInProgress], None] | None = None
        """Called after each act that was committed; the audit makes its checkpoints by it."""
        self.session: Session | None = None
        """Whose sign-in must still hold; None for a program's own work."""

    def at(self, clock: Clock) -> Acting:
        """The same database and journal under another clock, for data that is entered as of the past."""
        return Acting(self.database, self.chain, clock, self.time_zone)

    def now(self) -> datetime:
        """The present instant in whole milliseconds, as the database keeps it."""
        instant = self.clock()
        return instant.replace(microsecond=instant.microsecond // 1000 * 1000)

    def today(self) -> date:
        """The office's civil date."""
        return office_day(self.clock(), self.time_zone)

    @contextmanager
    def read(self, interruptor: Interruptor | None = None) -> Iterator[Connection]:
        """A snapshot to read from. SignInRefused (disabled, session_ended) when the sign-in no longer holds."""
        with self.database.read(interruptor) as connection:
            if self.session is not None:
                self.session.require(connection)
            yield connection

    @contextmanager
    def act(self, kind: ActKind, *, by: User) -> Iterator[ActInProgress]:
        """One transaction and one journal entry: both are committed at the end, or neither.

        PermissionDenied (looking) for an administrator who only looks at the program as another role. SignInRefused
        (disabled, session_ended) when the sign-in no longer holds.
        """
        if by.looking:
            raise PermissionDenied("", by.role.key, "looking")
        with self.database.write() as connection:
            if self.session is not None and kind not in ALWAYS:
                self.session.require(connection)
            act = ActInProgress(connection, self.now(), by)
            yield act
            new = journal.NewAct(
                act.now,
                act.by.id or None,  # 0: nobody who is stored did it
                kind,
                act.table,
                act.record,
                act.customer_id,
                act.detail,
                tuple(act.changes),
            )
            act.id = journal.append(connection, new, self.chain)
        if self.afterwards is not None:
            self.afterwards(kind, act)


def as_text(value: Any) -> str | None:
    """A field's value as the journal keeps it: plain text, children as one canonical JSON."""
    import json

    if value is None or value in ("", ()):
        return None
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, str):
        return value
    if isinstance(value, (bool, int)):
        return str(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True)


def _plain(value: Any) -> Any:
    if is_dataclass(value) and not isinstance(value, type):
        return {f.name: _plain(getattr(value, f.name)) for f in fields(value) if f.name != "id"}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [_plain(one) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _plain(one) for key, one in value.items()}
    if isinstance(value, (date, datetime)):
        return value.isoformat()
    return value
