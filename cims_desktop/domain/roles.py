"""Roles: which rights with which reach, and which fields stay hidden. One per user; own ones are edited copies."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.permissions import SCOPED, MaskField, MaskLevel, Permission, Scope, Sight

LONGEST_ROLE_NAME = 60
_P = Permission


class RoleName(StrEnum):
    """The ready roles, by the names that stand in the key file."""

    ADMINISTRATOR = "administrator"
    MANAGER = "manager"
    FRONT_DESK = "front_desk"
    SALES = "sales"
    AUDITOR = "auditor"
    VIEWER = "viewer"


@dataclass(frozen=True)
class Role:
    """What its holders may do. `key` names it in the key file; `name` is given by people, empty for ready roles.

    A right that `rights` doesn't name is not held. `base` is the ready role of which this one began as a copy.
    """

    key: str
    rights: Mapping[Permission, Scope] = field(default_factory=dict, hash=False)
    masks: Mapping[MaskField, MaskLevel] = field(default_factory=dict, hash=False)
    name: str = ""
    base: str = ""
    version: int = 0

    @property
    def built_in(self) -> bool:
        """Whether it is one of the ready roles, which can't be changed."""
        return self.key in set(RoleName)

    @property
    def administers(self) -> bool:
        """Whether its holders get the administrator key: the ready role alone, so that no edit can lock all out."""
        return self.key == RoleName.ADMINISTRATOR

    @property
    def reads_sensitive(self) -> bool:
        """Whether its holders get the keys of the sensitive fields."""
        return self.administers or self.allows(Permission.REVEAL_SENSITIVE)

    def scope(self, permission: Permission) -> Scope:
        """How far this role's `permission` reaches; where `role_problems` objects, no further than it allows."""
        objections = _objections(self, permission)
        if objections == ("needs_all",) and permission in SCOPED:
            return Scope.OWN
        return Scope.NONE if objections else self.rights.get(permission, Scope.NONE)

    def allows(self, permission: Permission) -> bool:
        """Whether the role has `permission`, at least for one's own customers."""
        return self.scope(permission) is not Scope.NONE

    def masks_at(self, *levels: MaskLevel) -> frozenset[MaskField]:
        """The fields that are hidden at one of `levels`."""
        return frozenset(name for name, level in self.masks.items() if level in levels)


def sight_of(role: Role, user_id: int, permission: Permission = Permission.VIEW_CUSTOMERS) -> Sight:
    """What a holder sees where `permission` is asked for; of a right that isn't held, no more than of one's own."""
    return Sight(
        owner=None if role.scope(permission) is Scope.ALL else user_id,
        unlisted=role.masks_at(MaskLevel.LIST, MaskLevel.EVERYWHERE),
        hidden=role.masks_at(MaskLevel.EVERYWHERE),
    )


def _all(permissions: Iterable[Permission]) -> dict[Permission, Scope]:
    return dict.fromkeys(permissions, Scope.ALL)


_DESK = (
    _P.VIEW_CUSTOMERS, _P.CREATE_CUSTOMERS, _P.EDIT_CUSTOMERS, _P.DELETE_CUSTOMERS, _P.RECORD_HISTORY,
    _P.RECORD_PURCHASES, _P.REFUND_PURCHASES, _P.VIEW_REPORTS,
)  # fmt: skip
_MANAGING = (
    *_DESK, _P.BULK_CHANGE, _P.MERGE_CUSTOMERS, _P.DESTROY_CUSTOMERS, _P.EXPORT_PERSON, _P.EDIT_PRODUCTS,
    _P.IMPORT, _P.EXPORT, _P.REVEAL_SENSITIVE, _P.VIEW_AUDIT, _P.BACK_UP, _P.CHECK_OFFICE,
)  # fmt: skip

READY_ROLES: Final[Mapping[RoleName, Role]] = {
    RoleName(role.key): role
    for role in (
        Role(RoleName.ADMINISTRATOR, _all(Permission)),
        Role(RoleName.MANAGER, _all(_MANAGING)),
        Role(RoleName.FRONT_DESK, _all(_DESK)),
        Role(
            RoleName.SALES,
            _all((_P.CREATE_CUSTOMERS,))
            | dict.fromkeys(
                (
                    _P.VIEW_CUSTOMERS,
                    _P.EDIT_CUSTOMERS,
                    _P.RECORD_HISTORY,
                    _P.RECORD_PURCHASES,
                    _P.REFUND_PURCHASES,
                ),
                Scope.OWN,
            ),
        ),
        Role(RoleName.AUDITOR, _all((_P.VIEW_CUSTOMERS, _P.VIEW_REPORTS, _P.VIEW_AUDIT, _P.CHECK_OFFICE))),
        Role(
            RoleName.VIEWER,
            _all((_P.VIEW_CUSTOMERS,)),
            dict.fromkeys((MaskField.PHONE, MaskField.EMAIL, MaskField.ADDRESS), MaskLevel.LIST)
            | dict.fromkeys((MaskField.BIRTHDAY, MaskField.NOTE), MaskLevel.EVERYWHERE),
        ),
    )
}
"""What each ready role may do: the matrix that services, queries, windows and tests share."""

_NEED_ALL = (
    _P.VIEW_REPORTS,
    _P.IMPORT,
    _P.BULK_CHANGE,
    _P.MERGE_CUSTOMERS,
    _P.DESTROY_CUSTOMERS,
    _P.VIEW_AUDIT,
)
_NEED_CLEAR = (_P.IMPORT, _P.VIEW_AUDIT, _P.MERGE_CUSTOMERS, _P.DESTROY_CUSTOMERS, _P.EXPORT_PERSON)
_ADMINISTRATORS_ONLY = (_P.MANAGE_USERS, _P.MANAGE_KEYS, _P.MANAGE_OFFICE)


def role_problems(role: Role) -> tuple[Problem, ...]:
    """What is wrong with an own role: a right that reaches further than its sight would be a way around it.

    Codes: required, too_long (name); not_scoped, needs_view, needs_all, needs_clear, administrators_only (a right).
    """
    problems = []
    if not role.name.strip():
        problems.append(Problem("name", "required"))
    if len(role.name) > LONGEST_ROLE_NAME:
        problems.append(Problem("name", "too_long", "", {"limit": LONGEST_ROLE_NAME}))
    problems += [
        Problem(f"rights.{permission.value}", code)
        for permission in role.rights
        for code in _objections(role, permission)
    ]
    return tuple(problems)


def _objections(role: Role, permission: Permission) -> tuple[str, ...]:
    """The codes of what is wrong with this right of a role."""
    scope, view = (role.rights.get(one, Scope.NONE) for one in (permission, _P.VIEW_CUSTOMERS))
    if scope is Scope.NONE or role.administers:
        return ()
    found = []
    if scope is Scope.OWN and permission not in SCOPED:
        found.append("not_scoped")
    if permission in _ADMINISTRATORS_ONLY:
        found.append("administrators_only")
    elif view is Scope.NONE and permission is not _P.BACK_UP:
        found.append("needs_view")
    elif view is Scope.OWN and (permission in _NEED_ALL or (scope is Scope.ALL and permission in SCOPED)):
        found.append("needs_all")
    if permission in _NEED_CLEAR and role.masks_at(MaskLevel.LIST, MaskLevel.EVERYWHERE):
        found.append("needs_clear")
    return tuple(found)
