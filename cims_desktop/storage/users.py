"""Users' rows beyond the first one: role, names, state; what they own and who gets it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import task
from cims_desktop.storage.tables.people import role, user
from cims_desktop.storage.tables.work import (
    dashboard,
    export_layout,
    import_mapping,
    letter_template,
    report,
    saved_view,
)

_NAMED = (saved_view, report, dashboard, export_layout, import_mapping, letter_template)
"""What a person makes and names: all of it goes to the heir."""


_STANDING = (
    sa.select(user.c.active, user.c.must_change_password, role.c.name, role.c.version)
    .join(role, role.c.id == user.c.role_id)
    .where(user.c.id == sa.bindparam("user_id"))
)


@dataclass(frozen=True)
class UserEntry:
    """What a user's row says of what stands in the key file."""

    id: int
    slot: str
    sign_in_name: str
    role: str
    active: bool


@dataclass(frozen=True)
class Standing:
    """What an open session of a user depends on."""

    active: bool
    role: str
    role_version: int
    must_change_password: bool


def standing(connection: sa.Connection, user_id: int) -> Standing | None:
    """How a user stands now; None when there is no such user."""
    row = connection.execute(_STANDING, {"user_id": user_id}).first()
    return None if row is None else Standing(row.active, row.name, row.version, row.must_change_password)


def entries(connection: sa.Connection) -> Mapping[str, UserEntry]:
    """All users by their key-file slot."""
    rows = connection.execute(_entries())
    return {row.slot: UserEntry(row.id, row.slot, row.sign_in_name, row.role, row.active) for row in rows}


def entry(connection: sa.Connection, user_id: int) -> UserEntry:
    """One user. Raises NotFound."""
    row = connection.execute(_entries().where(user.c.id == user_id)).first()
    if row is None:
        raise NotFound("user", user_id)
    return UserEntry(row.id, row.slot, row.sign_in_name, row.role, row.active)


def _entries() -> sa.Select[Any]:
    columns = (user.c.id, user.c.slot, user.c.sign_in_name, user.c.active, role.c.name.label("role"))
    return sa.select(*columns).join(role, role.c.id == user.c.role_id)


def amend(
    connection: sa.Connection, user_id: int, values: Mapping[str, Any], now: datetime, by: int | None
) -> None:
    """Stores some columns of a user; `role` is a role's key. Raises NotFound."""
    columns = {name: value for name, value in values.items() if name != "role"}
    if "role" in values:
        found = connection.execute(sa.select(role.c.id).where(role.c.name == values["role"])).scalar()
        if found is None:
            raise NotFound("role", values["role"])
        columns["role_id"] = found
    stamped = columns | {"updated_at": now, "updated_by": by}
    if not connection.execute(sa.update(user).where(user.c.id == user_id).values(**stamped)).rowcount:
        raise NotFound("user", user_id)


def set_idle_minutes(connection: sa.Connection, user_id: int, minutes: int | None) -> None:
    """Remembers after how many minutes this user's windows lock; None: as the office's policy says."""
    connection.execute(sa.update(user).where(user.c.id == user_id).values(idle_minutes=minutes))


def ask_for_password(connection: sa.Connection, user_id: int, *, asked: bool) -> bool:
    """Whether the user shall choose a password of his own at the next sign-in; returns what it was before."""
    one = user.c.id == user_id
    before = connection.execute(sa.select(user.c.must_change_password).where(one)).scalar_one()
    connection.execute(sa.update(user).where(one).values(must_change_password=asked))
    return bool(before)


def password_is_own(connection: sa.Connection, slot: str) -> None:
    """Notes that the user of this slot has chosen the password: it need not be changed."""
    connection.execute(sa.update(user).where(user.c.slot == slot).values(must_change_password=False))


def spend_code_step(connection: sa.Connection, slot: str, step: int) -> bool:
    """Whether the one-time code of `step` was not used yet; it is now, and those before it."""
    unused = sa.or_(user.c.code_step.is_(None), user.c.code_step < step)
    spent = connection.execute(sa.update(user).where(user.c.slot == slot, unused).values(code_step=step))
    return spent.rowcount == 1


def owned(connection: sa.Connection, user_id: int) -> tuple[int, int, int]:
    """How many customers (those in the bin too), tasks and named things (views, reports ...) are this user's."""
    customers = _count(connection, customer, customer.c.owner_id, user_id)
    tasks = _count(connection, task, task.c.assignee_id, user_id)
    return customers, tasks, sum(_count(connection, one, one.c.owner_id, user_id) for one in _NAMED)


def _count(connection: sa.Connection, table: sa.Table, column: sa.Column[Any], user_id: int) -> int:
    counted = sa.select(sa.func.count()).select_from(table).where(column == user_id)
    return int(connection.execute(counted).scalar_one())


def customers_of(connection: sa.Connection, user_id: int, limit: int) -> tuple[int, ...]:
    """The first customers by id that this user owns, those in the bin too."""
    found = sa.select(customer.c.id).where(customer.c.owner_id == user_id).order_by(customer.c.id)
    return tuple(connection.execute(found.limit(limit)).scalars())


def tasks_of(connection: sa.Connection, user_id: int, limit: int) -> tuple[int, ...]:
    """The first tasks by id that are this user's."""
    found = sa.select(task.c.id).where(task.c.assignee_id == user_id).order_by(task.c.id).limit(limit)
    return tuple(connection.execute(found).scalars())


def give_customers(
    connection: sa.Connection, ids: Sequence[int], heir: int | None, now: datetime, by: int
) -> None:
    """Makes `heir` the owner of these customers, nobody when it is None."""
    values = {"owner_id": heir, "version": customer.c.version + 1, "updated_at": now, "updated_by": by}
    connection.execute(sa.update(customer).where(customer.c.id.in_(list(ids))).values(**values))


def give_tasks(
    connection: sa.Connection, ids: Sequence[int], heir: int | None, now: datetime, by: int
) -> None:
    """Makes these tasks `heir`'s, nobody's when it is None."""
    values = {"assignee_id": heir, "version": task.c.version + 1, "updated_at": now, "updated_by": by}
    connection.execute(sa.update(task).where(task.c.id.in_(list(ids))).values(**values))


def give_named(
    connection: sa.Connection, user_id: int, heir: int, now: datetime, by: int
) -> Sequence[tuple[str, int]]:
    """Makes `heir` the owner of what this user made and named; returns table and id of each."""
    given: list[tuple[str, int]] = []
    for table in _NAMED:
        given += [
            (table.name, one)
            for one in connection.execute(sa.select(table.c.id).where(table.c.owner_id == user_id)).scalars()
        ]
        values = {"owner_id": heir, "version": table.c.version + 1, "updated_at": now, "updated_by": by}
        connection.execute(sa.update(table).where(table.c.owner_id == user_id).values(**values))
    return given
