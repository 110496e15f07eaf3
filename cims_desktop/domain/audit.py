"""The journal's vocabulary: acts and field changes (undo, history, audit and conflicts all read it)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class ActKind(StrEnum):
    """What somebody did."""

    CREATE_OFFICE = "create_office"
    SIGN_IN = "sign_in"
    SIGN_OUT = "sign_out"
    LOCK = "lock"
    CREATE = "create"
    AMEND = "amend"
    DELETE = "delete"
    RESTORE = "restore"
    RECORD = "record"
    REFUND = "refund"
    IMPORT = "import"
    EXPORT = "export"
    PRINT = "print"
    CHECK = "check"
    SETTINGS = "settings"
    SIGN_IN_FAILED = "sign_in_failed"
    VIEW = "view"
    REVEAL = "reveal"
    MERGE = "merge"
    DESTROY = "destroy"
    ERASE = "erase"
    KEYS = "keys"
    BACK_UP = "back_up"


@dataclass(frozen=True)
class FieldChange:
    """One field of one record, before and after, as text (None: there was nothing).

    `erased`: a value stood there and was removed with its person.
    """

    table: str
    record: int
    field: str
    before: str | None
    after: str | None
    erased: bool = False


@dataclass(frozen=True)
class ActivityRow:
    """One line of recent activity. `subject` is the customer's name or the file's, `amount` minor units of `currency`
    (empty: the office's).
    """

    act: int
    kind: ActKind
    table: str
    happened_at: datetime
    by_name: str
    customer_id: int | None = None
    subject: str = ""
    detail: str = ""
    amount: int | None = None
    currency: str = ""
