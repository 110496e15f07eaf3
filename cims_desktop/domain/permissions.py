"""The permission matrix: what each role may do. `services` asks it at every use case, `gui` for enabled actions."""

from __future__ import annotations

from enum import StrEnum


class Permission(StrEnum):
    """One right. Each use case of `services` declares exactly one."""

    VIEW_CUSTOMERS = "customers.view"
    CREATE_CUSTOMERS = "customers.create"
    EDIT_CUSTOMERS = "customers.edit"
    DELETE_CUSTOMERS = "customers.delete"
    RECORD_HISTORY = "history.record"
    RECORD_PURCHASES = "purchases.record"
    REFUND_PURCHASES = "purchases.refund"
    EDIT_PRODUCTS = "products.edit"
    VIEW_REPORTS = "reports.view"
    IMPORT = "import"
    EXPORT = "export"
    MANAGE_OFFICE = "office.manage"
    MANAGE_USERS = "users.manage"
    CHECK_OFFICE = "office.check"


class RoleName(StrEnum):
    """The two fixed roles."""

    ADMINISTRATOR = "administrator"
    FRONT_DESK = "front_desk"


_FRONT_DESK = frozenset(
    {
        Permission.VIEW_CUSTOMERS,
        Permission.CREATE_CUSTOMERS,
        Permission.EDIT_CUSTOMERS,
        Permission.DELETE_CUSTOMERS,
        Permission.RECORD_HISTORY,
        Permission.RECORD_PURCHASES,
        Permission.REFUND_PURCHASES,
        Permission.VIEW_REPORTS,
    }
)

MATRIX: dict[RoleName, frozenset[Permission]] = {
    RoleName.ADMINISTRATOR: frozenset(Permission),
    RoleName.FRONT_DESK: _FRONT_DESK,
}


def allows(role: RoleName, permission: Permission) -> bool:
    """Whether `role` has `permission`."""
    return permission in MATRIX[role]
