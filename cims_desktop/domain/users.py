"""Who works with the program."""

from __future__ import annotations

from dataclasses import dataclass

from cims_desktop.domain.permissions import Permission, Scope, Sight
from cims_desktop.domain.roles import Role, sight_of


@dataclass(frozen=True)
class User:
    """A signed-in (or listed) user; passwords and keys are never part of it.

    `looking` marks an administrator who sees the program as another role does and changes nothing.
    """

    id: int
    sign_in_name: str
    display_name: str
    role: Role
    language: str = ""
    active: bool = True
    idle_minutes: int | None = None
    must_change_password: bool = False
    looking: bool = False

    def may(self, permission: Permission) -> bool:
        """Whether this user's role has `permission`, at least for the user's own customers."""
        return self.active and self.role.allows(permission)

    def may_all(self, permission: Permission) -> bool:
        """Whether this user's role has `permission` for every customer."""
        return self.active and self.role.scope(permission) is Scope.ALL

    def sight(self, permission: Permission = Permission.VIEW_CUSTOMERS) -> Sight:
        """Which customers and fields this user has before the eyes where `permission` is asked for."""
        return sight_of(self.role, self.id, permission)
