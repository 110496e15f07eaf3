"""The sections of the Administration page, in order. Each is imported when it is first shown."""

from __future__ import annotations

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.pages import PageEntry
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

_HERE = "cims_desktop.gui.pages.administration"

SECTIONS = (
    PageEntry(
        "users",
        "customers",
        QT_TRANSLATE_NOOP("pages", "Users"),
        f"{_HERE}.users",
        "UsersSection",
        needs=(Permission.MANAGE_USERS,),
    ),
    PageEntry(
        "roles",
        "shield",
        QT_TRANSLATE_NOOP("pages", "Roles"),
        f"{_HERE}.roles",
        "RolesSection",
        needs=(Permission.MANAGE_USERS,),
    ),
    PageEntry(
        "office_rules",
        "organisation",
        QT_TRANSLATE_NOOP("pages", "Office rules"),
        f"{_HERE}.office_rules",
        "OfficeRulesSection",
        needs=(Permission.MANAGE_OFFICE,),
    ),
    PageEntry(
        "audit",
        "history",
        QT_TRANSLATE_NOOP("pages", "Journal"),
        f"{_HERE}.audit",
        "AuditSection",
        needs=(Permission.VIEW_AUDIT,),
    ),
    PageEntry(
        "backups",
        "database",
        QT_TRANSLATE_NOOP("pages", "Backups"),
        f"{_HERE}.backups",
        "BackupsSection",
        needs=(Permission.BACK_UP,),
    ),
    PageEntry(
        "keys",
        "key",
        QT_TRANSLATE_NOOP("pages", "Keys"),
        f"{_HERE}.keys",
        "KeysSection",
        needs=(Permission.MANAGE_KEYS,),
    ),
)
"""A section is a page in the page: made with the desk, with `title()`, `activate()`, and if it likes `reload()`,
`save()`, `may_leave()`. One that isn't built, or that the user may not use, isn't shown.
"""


def sections_for(user: User) -> tuple[PageEntry, ...]:
    """The sections that are built and that `user` may use, in order."""
    return tuple(section for section in SECTIONS if section.is_built() and section.is_for(user))
