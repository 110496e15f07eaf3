"""Rights, their reach, and what may be hidden: the words in which roles are written.

`services` asks for a right at every use case, `storage` narrows queries by the `Sight` that a role gives,
`gui` asks before it offers an action.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Permission(StrEnum):
    """One right. Each use case of `services` declares exactly one."""

    VIEW_CUSTOMERS = "customers.view"
    CREATE_CUSTOMERS = "customers.create"
    EDIT_CUSTOMERS = "customers.edit"
    BULK_CHANGE = "customers.bulk"
    DELETE_CUSTOMERS = "customers.delete"
    MERGE_CUSTOMERS = "customers.merge"
    DESTROY_CUSTOMERS = "customers.destroy"
    EXPORT_PERSON = "persons.export"
    RECORD_HISTORY = "history.record"
    RECORD_PURCHASES = "purchases.record"
    REFUND_PURCHASES = "purchases.refund"
    EDIT_PRODUCTS = "products.edit"
    VIEW_REPORTS = "reports.view"
    IMPORT = "import"
    EXPORT = "export"
    REVEAL_SENSITIVE = "sensitive.reveal"
    EXPORT_SENSITIVE = "sensitive.export"
    VIEW_AUDIT = "audit.view"
    BACK_UP = "office.backup"
    CHECK_OFFICE = "office.check"
    MANAGE_OFFICE = "office.manage"
    MANAGE_USERS = "users.manage"
    MANAGE_KEYS = "keys.manage"


class Scope(StrEnum):
    """How far a right reaches: over no customer, those whose owner the user is, or all."""

    NONE = "none"
    OWN = "own"
    ALL = "all"


SCOPED: Final = frozenset(
    {
        Permission.VIEW_CUSTOMERS,
        Permission.EDIT_CUSTOMERS,
        Permission.DELETE_CUSTOMERS,
        Permission.EXPORT_PERSON,
        Permission.RECORD_HISTORY,
        Permission.RECORD_PURCHASES,
        Permission.REFUND_PURCHASES,
        Permission.EXPORT,
        Permission.REVEAL_SENSITIVE,
    }
)
"""Rights that may be given for a user's own customers only; the others are there or not."""


class MaskField(StrEnum):
    """What a role may be kept from seeing of a customer."""

    PHONE = "phone"
    EMAIL = "email"
    ADDRESS = "address"
    BIRTHDAY = "birthday"
    NOTE = "note"


class MaskLevel(StrEnum):
    """Where a field is hidden: nowhere, in lists (and what is made of them), or everywhere."""

    NONE = "none"
    LIST = "list"
    EVERYWHERE = "everywhere"


@dataclass(frozen=True)
class Sight:
    """What somebody sees: everybody's customers or only those of `owner`, without the hidden fields.

    `unlisted` are hidden in lists, exports, sorts and filters; `hidden` (part of `unlisted`) in records and search too.
    """

    owner: int | None = None
    unlisted: frozenset[MaskField] = frozenset()
    hidden: frozenset[MaskField] = frozenset()

    @property
    def clear(self) -> bool:
        """Whether everything of every customer is seen."""
        return self.owner is None and not self.unlisted


ALL_SIGHT: Final = Sight()
"""Of a program's own work, and of roles without limits."""
