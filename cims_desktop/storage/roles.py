"""Roles: the program's ready ones and the office's own."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound, StaleRecord
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.tables.people import role, role_mask, role_permission, user


def every_role(connection: sa.Connection) -> Mapping[str, Role]:
    """All roles by key: the ready ones first, then the office's own by name.

    A right or field that this program does not know (a newer one wrote it) is left out: less is allowed, never more.
    """
    found: dict[str, Role] = {name.value: READY_ROLES[name] for name in RoleName}
    rights: dict[int, dict[Permission, Scope]] = defaultdict(dict)
    masks: dict[int, dict[MaskField, MaskLevel]] = defaultdict(dict)
    for row in connection.execute(sa.select(role_permission)):
        if row.permission in set(Permission) and row.scope in set(Scope):
            rights[row.role_id][Permission(row.permission)] = Scope(row.scope)
    for row in connection.execute(sa.select(role_mask)):
        if row.field in set(MaskField) and row.level in set(MaskLevel):
            masks[row.role_id][MaskField(row.field)] = MaskLevel(row.level)
    for row in connection.execute(sa.select(role).order_by(role.c.display_name, role.c.id)):
        if row.name not in found:
            found[row.name] = Role(
                row.name, rights[row.id], masks[row.id], row.display_name, row.base, row.version
            )
    return found


def role_of(connection: sa.Connection, key: str) -> Role:
    """The role of this key. Raises NotFound."""
    roles = every_role(connection)
    if key not in roles:
        raise NotFound("role", key)
    return roles[key]


def record_of(connection: sa.Connection, key: str) -> int:
    """The row of the role of this key. Raises NotFound."""
    found = connection.execute(sa.select(role.c.id).where(role.c.name == key)).scalar()
    if found is None:
        raise NotFound("role", key)
    return int(found)


def put_role(connection: sa.Connection, new: Role) -> None:
    """Stores an own role, new (version 0) or changed. Raises StaleRecord when somebody else changed it first."""
    values = {"display_name": new.name, "base": new.base, "version": new.version + 1}
    if new.version == 0:
        role_id = insert_row(connection, role, {"name": new.key, "built_in": False} | values)
    else:
        row = connection.execute(sa.select(role.c.id, role.c.version).where(role.c.name == new.key)).first()
        if row is None:
            raise NotFound("role", new.key)
        if row.version != new.version:
            raise StaleRecord("role", row.id)
        role_id = int(row.id)
        connection.execute(sa.update(role).where(role.c.id == role_id).values(**values))
        connection.execute(sa.delete(role_permission).where(role_permission.c.role_id == role_id))
        connection.execute(sa.delete(role_mask).where(role_mask.c.role_id == role_id))
    rights = [
        {"role_id": role_id, "permission": permission.value, "scope": scope.value, "field_mask": ""}
        for permission, scope in new.rights.items()
        if scope is not Scope.NONE
    ]
    masks = [
        {"role_id": role_id, "field": name.value, "level": level.value}
        for name, level in new.masks.items()
        if level is not MaskLevel.NONE
    ]
    for table, rows in ((role_permission, rights), (role_mask, masks)):
        if rows:
            connection.execute(sa.insert(table), rows)


def users_with_role(connection: sa.Connection, key: str) -> int:
    """How many users have the role."""
    found = sa.select(sa.func.count()).select_from(user.join(role, role.c.id == user.c.role_id))
    return int(connection.execute(found.where(role.c.name == key)).scalar_one())


def remove_role(connection: sa.Connection, key: str) -> None:
    """Removes an own role that nobody has. Raises NotFound."""
    role_id = connection.execute(
        sa.select(role.c.id).where(role.c.name == key, role.c.built_in.is_(sa.false()))
    ).scalar()
    if role_id is None:
        raise NotFound("role", key)
    for table in (role_permission, role_mask):
        connection.execute(sa.delete(table).where(table.c.role_id == role_id))
    connection.execute(sa.delete(role).where(role.c.id == role_id))
