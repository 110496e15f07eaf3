"""How far a right reaches: a role may have it for the customers that its holder owns, and for no other."""

from __future__ import annotations

from collections.abc import Sequence

from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.users import User
from cims_desktop.storage import customer_owners
from cims_desktop.storage.engine import Connection


def require_reach(
    connection: Connection, permission: Permission, customer_ids: Sequence[int], *, by: User
) -> None:
    """Refuses when one of the customers is beyond `by`'s `permission`. Raises PermissionDenied (not_yours).

    A use case calls it in its own transaction for every customer that it reads or changes, `@requires` having made sure
    of the right itself. Customers that don't exist are left to the caller's NotFound.
    """
    require(permission, by=by)
    if by.role.scope(permission) is Scope.OWN and customer_owners.foreign(connection, customer_ids, by.id):
        raise PermissionDenied(permission.value, by.role.key, "not_yours")


def require(permission: Permission, *, by: User) -> None:
    """A right besides the one that the use case declares. Raises PermissionDenied."""
    if not by.may(permission):
        raise PermissionDenied(permission.value, by.role.key)
