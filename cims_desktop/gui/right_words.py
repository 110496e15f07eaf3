"""Words for roles: what each right is called, how far it reaches, what a role hides."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Final

from PySide6.QtCore import QCoreApplication

from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import Role, RoleName
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_P = Permission
_PERMISSIONS: dict[StrEnum, str] = {
    _P.VIEW_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "See customers"),
    _P.CREATE_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "Add customers"),
    _P.EDIT_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "Change customers"),
    _P.BULK_CHANGE: QT_TRANSLATE_NOOP("rights", "Change many at once"),
    _P.DELETE_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "Delete into the bin, restore"),
    _P.MERGE_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "Merge duplicates"),
    _P.DESTROY_CUSTOMERS: QT_TRANSLATE_NOOP("rights", "Erase for good"),
    _P.EXPORT_PERSON: QT_TRANSLATE_NOOP("rights", "Export all about a person"),
    _P.RECORD_HISTORY: QT_TRANSLATE_NOOP("rights", "Record calls, visits, scores"),
    _P.RECORD_PURCHASES: QT_TRANSLATE_NOOP("rights", "Record purchases"),
    _P.REFUND_PURCHASES: QT_TRANSLATE_NOOP("rights", "Refund purchases"),
    _P.EDIT_PRODUCTS: QT_TRANSLATE_NOOP("rights", "Change products"),
    _P.VIEW_REPORTS: QT_TRANSLATE_NOOP("rights", "See dashboard and reports"),
    _P.IMPORT: QT_TRANSLATE_NOOP("rights", "Import"),
    _P.EXPORT: QT_TRANSLATE_NOOP("rights", "Export"),
    _P.REVEAL_SENSITIVE: QT_TRANSLATE_NOOP("rights", "Reveal sensitive values"),
    _P.EXPORT_SENSITIVE: QT_TRANSLATE_NOOP("rights", "Export sensitive values"),
    _P.VIEW_AUDIT: QT_TRANSLATE_NOOP("rights", "Read the journal"),
    _P.BACK_UP: QT_TRANSLATE_NOOP("rights", "Make backups"),
    _P.CHECK_OFFICE: QT_TRANSLATE_NOOP("rights", "Check the office file"),
    _P.MANAGE_OFFICE: QT_TRANSLATE_NOOP("rights", "Set the office's rules"),
    _P.MANAGE_USERS: QT_TRANSLATE_NOOP("rights", "Manage users and roles"),
    _P.MANAGE_KEYS: QT_TRANSLATE_NOOP("rights", "Manage keys"),
}
_SCOPES: dict[StrEnum, str] = {
    Scope.NONE: QT_TRANSLATE_NOOP("rights", "No"),
    Scope.OWN: QT_TRANSLATE_NOOP("rights", "Own customers"),
    Scope.ALL: QT_TRANSLATE_NOOP("rights", "All"),
}
_FIELDS: dict[StrEnum, str] = {
    MaskField.PHONE: QT_TRANSLATE_NOOP("rights", "Phone numbers"),
    MaskField.EMAIL: QT_TRANSLATE_NOOP("rights", "E-mail addresses"),
    MaskField.ADDRESS: QT_TRANSLATE_NOOP("rights", "Postal addresses"),
    MaskField.BIRTHDAY: QT_TRANSLATE_NOOP("rights", "Birthdays"),
    MaskField.NOTE: QT_TRANSLATE_NOOP("rights", "Notes"),
}
_LEVELS: dict[StrEnum, str] = {
    MaskLevel.NONE: QT_TRANSLATE_NOOP("rights", "Shown"),
    MaskLevel.LIST: QT_TRANSLATE_NOOP("rights", "Hidden in lists"),
    MaskLevel.EVERYWHERE: QT_TRANSLATE_NOOP("rights", "Hidden everywhere"),
}
_SENTENCES: dict[StrEnum, str] = {
    RoleName.ADMINISTRATOR: QT_TRANSLATE_NOOP(
        "rights", "May do everything, and alone looks after users, keys and the office's rules."
    ),
    RoleName.MANAGER: QT_TRANSLATE_NOOP(
        "rights", "Runs the business: all customers, reports, import and export, the journal, backups."
    ),
    RoleName.FRONT_DESK: QT_TRANSLATE_NOOP(
        "rights", "Serves every customer and records purchases; can't take lists out or read sensitive values."
    ),
    RoleName.SALES: QT_TRANSLATE_NOOP(
        "rights", "Looks after their own customers only: sees, changes and records purchases for them."
    ),
    RoleName.AUDITOR: QT_TRANSLATE_NOOP(
        "rights", "Reads customers, reports and the journal; changes nothing."
    ),
    RoleName.VIEWER: QT_TRANSLATE_NOOP(
        "rights", "Looks customers up; contact data is hidden in lists, birthdays and notes everywhere."
    ),
}  # fmt: skip
_GROUPS = (
    (
        QT_TRANSLATE_NOOP("rights", "Customers"),
        (
            _P.VIEW_CUSTOMERS, _P.CREATE_CUSTOMERS, _P.EDIT_CUSTOMERS, _P.BULK_CHANGE, _P.DELETE_CUSTOMERS,
            _P.MERGE_CUSTOMERS, _P.DESTROY_CUSTOMERS,
        ),
    ),
    (
        QT_TRANSLATE_NOOP("rights", "History and sales"),
        (_P.RECORD_HISTORY, _P.RECORD_PURCHASES, _P.REFUND_PURCHASES, _P.EDIT_PRODUCTS),
    ),
    (QT_TRANSLATE_NOOP("rights", "In and out"), (_P.IMPORT, _P.EXPORT, _P.EXPORT_PERSON)),
    (QT_TRANSLATE_NOOP("rights", "Reports"), (_P.VIEW_REPORTS, _P.VIEW_AUDIT)),
    (QT_TRANSLATE_NOOP("rights", "Sensitive data"), (_P.REVEAL_SENSITIVE, _P.EXPORT_SENSITIVE)),
    (
        QT_TRANSLATE_NOOP("rights", "Office"),
        (_P.BACK_UP, _P.CHECK_OFFICE, _P.MANAGE_OFFICE, _P.MANAGE_USERS, _P.MANAGE_KEYS),
    ),
)  # fmt: skip
PERMISSION_GROUPS: Final[Mapping[str, tuple[Permission, ...]]] = dict(_GROUPS)
"""Every right once, by the English heading of its group; `group_word` translates the heading."""


def _word(table: Mapping[StrEnum, str], value: StrEnum) -> str:
    return QCoreApplication.translate("rights", table[value])


def permission_word(permission: Permission) -> str:
    """A right's name: Export, Merge duplicates, ..."""
    return _word(_PERMISSIONS, permission)


def group_word(heading: str) -> str:
    """A heading of `PERMISSION_GROUPS` in the language of the window."""
    return QCoreApplication.translate("rights", heading)


def scope_word(scope: Scope) -> str:
    """How far a right reaches: No, Own customers, All."""
    return _word(_SCOPES, scope)


def mask_field_word(field: MaskField) -> str:
    """What may be hidden: Phone numbers, Notes, ..."""
    return _word(_FIELDS, field)


def mask_level_word(level: MaskLevel) -> str:
    """Where it is hidden: Shown, Hidden in lists, Hidden everywhere."""
    return _word(_LEVELS, level)


def role_sentence(role: Role) -> str:
    """What a ready role may do, in one sentence; of an own role how many rights it has."""
    if role.built_in:
        return _word(_SENTENCES, RoleName(role.key))
    held = sum(role.allows(permission) for permission in Permission)
    text = QCoreApplication.translate("rights", "A role of this office's own; rights: %1 of %2.")
    return text.replace("%1", str(held)).replace("%2", str(len(Permission)))
