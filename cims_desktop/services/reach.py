"""How far a right reaches: over all customers or one's own, over what is shown of them and not what is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from cims_desktop.domain.errors import Invalid, NotFound, PermissionDenied, Problem
from cims_desktop.domain.masking import asks_unseen
from cims_desktop.domain.permissions import Permission, Scope, Sight
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.domain.users import User
from cims_desktop.storage import customer_owners
from cims_desktop.storage.engine import Connection

_ELSEWHERE = {1: "in_bin", 2: "merged"}


def require_reach(
    connection: Connection, permission: Permission, customer_ids: Sequence[int], *, by: User
) -> None:
    """Refuses when one of the customers is beyond `by`'s `permission`. Raises PermissionDenied (not_yours).

    A use case calls it in its own transaction for every customer that it reads or changes, `@requires` having made sure
    of the right itself. Customers that don't exist are left to the caller's NotFound.
    """
    require(permission, by=by)
    if by.role.scope(permission) is Scope.OWN and customer_owners.foreign(connection, customer_ids, by.id):
        raise not_yours(permission, by=by)


def require_changeable(connection: Connection, permission: Permission, customer_id: int, *, by: User) -> None:
    """As `require_reach`, for one customer who is to be changed: not one who is in the bin or merged.

    Raises PermissionDenied (not_yours), NotFound, and Invalid with the problem in_bin or merged of `customer`.
    """
    require(permission, by=by)
    found = customer_owners.holding(connection, customer_id)
    if found is None:
        raise NotFound("customer", customer_id)
    if by.role.scope(permission) is Scope.OWN and found.owner_id != by.id:
        raise not_yours(permission, by=by)
    if found.hidden:
        raise Invalid((Problem("customer", _ELSEWHERE[found.hidden]),))


def require(permission: Permission, *, by: User) -> None:
    """A right besides the one that the use case declares. Raises PermissionDenied."""
    if not by.may(permission):
        raise PermissionDenied(permission.value, by.role.key)


def sight_for(query: CustomerQuery, permission: Permission, *, by: User) -> Sight:
    """What `by` sees of the query's customers. Raises PermissionDenied (masked) when it asks for what is hidden."""
    sight = by.sight(permission)
    if asks_unseen(query, sight):
        raise unseen(permission, by=by)
    return sight


def not_yours(permission: Permission, *, by: User) -> PermissionDenied:
    """The refusal of a right that reaches one's own customers only."""
    return PermissionDenied(permission.value, by.role.key, "not_yours")


def unseen(permission: Permission, *, by: User) -> PermissionDenied:
    """The refusal of what the role keeps hidden."""
    return PermissionDenied(permission.value, by.role.key, "masked")
