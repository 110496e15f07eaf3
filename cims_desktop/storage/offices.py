"""The office's one row, its users and roles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from cims_desktop.domain.errors import NotFound, OfficeFault
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.roles import Role, RoleName
from cims_desktop.domain.users import User
from cims_desktop.storage.records import Row, from_row, to_row
from cims_desktop.storage.records import insert as insert_row
from cims_desktop.storage.roles import every_role
from cims_desktop.storage.tables.people import office, role, user


def found_office(connection: sa.Connection, profile: OfficeProfile, now: datetime) -> None:
    """Writes the office's row and the built-in roles into a new file."""
    connection.execute(
        sa.insert(office).values(**to_row(profile, office), next_number=1, policy="", created_at=now)
    )
    known = {row.name for row in connection.execute(sa.select(role.c.name))}
    for name in RoleName:
        if name.value not in known:
            insert_row(connection, role, {"name": name.value})


def profile(connection: sa.Connection) -> OfficeProfile:
    """The office. Raises OfficeFault(not_an_office) when its row is missing."""
    row = connection.execute(sa.select(office)).first()
    if row is None:
        raise OfficeFault("not_an_office")
    return from_row(OfficeProfile, row)


def set_name(connection: sa.Connection, name: str) -> None:
    """Renames the office."""
    connection.execute(sa.update(office).values(name=name))


def add_user(connection: sa.Connection, new: User, slot: str, now: datetime, by: int | None) -> int:
    """Stores a user; the password and keys live in the key file's slot."""
    role_id = connection.execute(sa.select(role.c.id).where(role.c.name == new.role.key)).scalar_one()
    values: dict[str, Any] = to_row(new, user) | {
        "slot": slot, "role_id": role_id, "created_at": now, "created_by": by, "updated_at": now, "updated_by": by,
    }  # fmt: skip
    return insert_row(connection, user, values)


def put_user(connection: sa.Connection, new: User, slot: str, now: datetime, by: int | None) -> int:
    """As `add_user`, or the display name and language when somebody made this slot's row meanwhile."""
    found = connection.execute(sa.select(user.c.id).where(user.c.slot == slot)).scalar()
    if found is None:
        return add_user(connection, new, slot, now, by)
    values = {"display_name": new.display_name, "language": new.language, "updated_at": now, "updated_by": by}
    connection.execute(sa.update(user).where(user.c.id == found).values(**values))
    return int(found)


def slots_without_user(connection: sa.Connection, slots: Sequence[str]) -> set[str]:
    """Which of these key-file slots no user's row names."""
    known = connection.execute(sa.select(user.c.slot).where(user.c.slot.in_(list(slots))))
    return set(slots) - {row.slot for row in known}


def user_of_slot(connection: sa.Connection, slot: str) -> User:
    """The user whose key-file slot this is. Raises NotFound."""
    row = connection.execute(_users().where(user.c.slot == slot)).first()
    if row is None:
        raise NotFound("user", slot)
    return _user(row, every_role(connection))


def users(connection: sa.Connection) -> tuple[User, ...]:
    """All users, by sign-in name."""
    roles = every_role(connection)
    return tuple(_user(row, roles) for row in connection.execute(_users().order_by(user.c.sign_in_name)))


def set_language(connection: sa.Connection, user_id: int, language: str) -> None:
    """Remembers which language a user works in."""
    connection.execute(sa.update(user).where(user.c.id == user_id).values(language=language))


def _users() -> sa.Select[Any]:
    return sa.select(user, role.c.name.label("role")).join(role, role.c.id == user.c.role_id)


def _user(row: Row, roles: Mapping[str, Role]) -> User:
    return from_row(User, row, role=roles[row.role])


def mirror_keys(connection: sa.Connection, epoch: int, digest: bytes) -> None:
    """Remembers the newest state of the key file that this database has seen; an older one changes nothing."""
    connection.execute(
        sa.update(office).where(office.c.key_epoch < epoch).values(key_epoch=epoch, key_file_digest=digest)
    )


def seen_keys(connection: sa.Connection) -> tuple[int, bytes | None]:
    """The key file's epoch and digest as last mirrored."""
    row = connection.execute(sa.select(office.c.key_epoch, office.c.key_file_digest)).one()
    return int(row.key_epoch), row.key_file_digest
