"""Roles: the ready ones, and the office's own, which begin as copies."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from dataclasses import replace

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, NotFound, Problem
from cims_desktop.domain.permissions import MaskLevel, Permission, Scope
from cims_desktop.domain.roles import Role, role_problems
from cims_desktop.domain.users import User
from cims_desktop.security import key_ring
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage import offices
from cims_desktop.storage import roles as stored
from cims_desktop.storage.files import update_file


class Roles:
    """Use cases of roles. What a changed role allows is in force at each holder's next sign-in."""

    def __init__(self, acting: Acting, keys: HeldKeys) -> None:
        self._acting = acting
        self._keys = keys

    @requires(Permission.VIEW_CUSTOMERS)
    def listing(self, *, by: User) -> tuple[Role, ...]:
        """All roles: the ready ones first, then the office's own by name."""
        with self._acting.read() as connection:
            return tuple(stored.every_role(connection).values())

    @requires(Permission.MANAGE_USERS, writes=False)
    def copy(self, role: Role, name: str, *, by: User) -> Role:
        """A new role that allows what `role` does, to be edited and saved; rights of administrators alone stay out."""
        refused = {
            problem.field
            for problem in role_problems(Role("", role.rights, {}, name))
            if problem.code == "administrators_only"
        }
        kept = {
            permission: scope
            for permission, scope in role.rights.items()
            if f"rights.{permission.value}" not in refused
        }
        base = role.key if role.built_in else role.base
        return Role(f"own_{secrets.token_hex(6)}", kept, dict(role.masks), name.strip(), base)

    @requires(Permission.MANAGE_USERS)
    def save(self, role: Role, *, by: User) -> Changes:
        """Stores an own role, new or changed; its holders get or lose the key of the sensitive fields with it.

        Raises Invalid (`role_problems`, and name taken), StaleRecord, and NotFound for one that was removed.
        """
        ready = replace(role, name=role.name.strip())
        if role.built_in or not role.key.startswith("own_"):
            raise Invalid((Problem("key", "built_in"),))
        with self._acting.read() as connection:
            before = self._before(stored.every_role(connection).values(), ready)
        self._let_read(ready.key, ready.reads_sensitive)
        with self._acting.act(ActKind.AMEND if role.version else ActKind.CREATE, by=by) as act:
            stored.put_role(act.connection, ready)
            offices.mirror_keys(act.connection, self._keys.opened.epoch, self._keys.opened.digest)
            role_id = stored.record_of(act.connection, ready.key)
            act.about("role", role_id, what=ready.name)
            act.changes += _differences(role_id, before, ready)
        return Changes(office=True, act=act.id)

    @requires(Permission.MANAGE_USERS)
    def remove(self, key: str, *, by: User) -> Changes:
        """Removes an own role that nobody has. Raises Invalid (in_use, params: users), NotFound."""
        with self._acting.act(ActKind.DELETE, by=by) as act:
            if users := stored.users_with_role(act.connection, key):
                raise Invalid((Problem("role", "in_use", "", {"users": users}),))
            old = stored.role_of(act.connection, key)
            role_id = stored.record_of(act.connection, key)
            stored.remove_role(act.connection, key)
            act.about("role", role_id, what=old.name)
        self._let_read(key, False)
        return Changes(office=True, act=act.id)

    @staticmethod
    def _before(roles: Iterable[Role], ready: Role) -> Role:
        problems = list(role_problems(ready))
        found = Role(ready.key)
        for one in roles:
            if one.key == ready.key:
                found = one
            elif one.name and one.name.casefold() == ready.name.casefold():
                problems.append(Problem("name", "taken", ready.name))
        if problems:
            raise Invalid(problems)
        if ready.version and not found.version:
            raise NotFound("role", ready.key)
        return found

    def _let_read(self, key: str, reads: bool) -> None:
        """The key file first: it is what holds."""
        if (key in self._keys.opened.readers) != reads:
            file, opened = self._keys.place.key_file, self._keys.opened
            self._keys.take(key_ring.set_reader(file, opened, key, reads, update=update_file))


def _differences(role_id: int, before: Role, after: Role) -> list[FieldChange]:
    """What of a role changed, right by right and field by field."""
    pairs = {"name": (before.name, after.name)}
    for permission in Permission:
        pairs[f"rights.{permission.value}"] = (
            before.scope(permission).value,
            after.scope(permission).value,
        )
    for name in {**before.masks, **after.masks}:
        old, new = before.masks.get(name, MaskLevel.NONE), after.masks.get(name, MaskLevel.NONE)
        pairs[f"masks.{name.value}"] = (old.value, new.value)
    told = ((name, _held(old), _held(new)) for name, (old, new) in pairs.items())
    return [FieldChange("role", role_id, name, old, new) for name, old, new in told if old != new]


def _held(value: str) -> str | None:
    """A right's reach or a field's mask as the journal keeps it: nothing is nothing."""
    return None if value in (Scope.NONE.value, MaskLevel.NONE.value) else value or None
