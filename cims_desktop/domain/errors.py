"""Known faults: each has a code and parameters; the window and the command line word them."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong with one field of what a person or a file gave.

    `field` is the field's name (``phones.0.value`` for the first phone), `code` says what is wrong,
    `value` is the offending text as given, `params` are numbers and names for the sentence.
    """

    field: str
    code: str
    value: str = ""
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


class CimsError(Exception):
    """A fault that is foreseen: it has one clear sentence and a way out. Never carries a stored value."""

    def __init__(self, code: str, **params: object) -> None:
        super().__init__(code)
        self.code = code
        self.params: Mapping[str, object] = params

    def __str__(self) -> str:
        words = ", ".join(f"{key}={value}" for key, value in self.params.items())
        return f"{type(self).__name__}({self.code}{': ' + words if words else ''})"


class OfficeFault(CimsError):
    """The office file, its key file or its folder cannot be used.

    Codes: missing, not_an_office, empty_file, wrong_key, damaged, in_use, disk_full, read_only, no_access,
    busy, newer, network_place, synced_place, exists, key_file_missing, key_file_damaged, key_file_newer, path_too_long,
    disk_error, backup_missing, not_a_backup, backup_newer, backup_damaged (part), backup_mismatch, backup_other_keys,
    backup_folder_missing, migration_refused (reason).
    """


class SignInRefused(CimsError):
    """Sign-in failed, or what was signed in to has ended.

    Codes: wrong_name_or_password, disabled, wait (seconds), code_needed, wrong_code, wrong_recovery_code,
    no_recovery_code, session_ended (of an open one; reason role or password), password_change_needed,
    enrolment_needed (both on the command line).
    """


class PermissionDenied(CimsError):
    """The acting user lacks a right. Code: denied; params: permission (its value), role (its key), reason.

    `reason` is empty (the role has not the right), "not_yours" (only for one's own customers), "masked" (the field is
    hidden from this role) or "looking" (an administrator sees the program as another role does).
    """

    def __init__(self, permission: str, role: str = "", reason: str = "") -> None:
        super().__init__("denied", permission=permission, role=role, reason=reason)


class Invalid(CimsError):
    """Input was refused; nothing was written. `problems` says which fields and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__("invalid", count=len(problems))
        self.problems = tuple(problems)


class StaleRecord(CimsError):
    """Somebody else changed the record since it was read (optimistic lock). Params: table, record."""

    def __init__(self, table: str, record: int) -> None:
        super().__init__("stale", table=table, record=record)


class NotFound(CimsError):
    """The record does not exist (any more). Params: table, record."""

    def __init__(self, table: str, record: object) -> None:
        super().__init__("not_found", table=table, record=record)


class UnreadableFile(CimsError):
    """A foreign file cannot be read. The code says why; params name the place and the limit."""


class Cancelled(CimsError):
    """The person cancelled; what was begun is undone."""

    def __init__(self) -> None:
        super().__init__("cancelled")
