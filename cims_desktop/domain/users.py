"""Who works with the program."""

from __future__ import annotations

from dataclasses import dataclass

from cims_desktop.domain.permissions import Permission, RoleName, allows


@dataclass(frozen=True)
class User:
    """A signed-in (or listed) user; passwords and keys are never part of it."""

    id: int
    sign_in_name: str
    display_name: str
    role: RoleName
    language: str = ""
    active: bool = True

    def may(self, permission: Permission) -> bool:
        """Whether this user's role has `permission`."""
        return self.active and allows(self.role, permission)
