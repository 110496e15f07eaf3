"""What the audit page asks and learns: filters, entries, the journal's verdict, who saw a customer."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from cims_desktop.domain.audit import ActKind, FieldChange

LONGEST_PAGE = 1000
"""Entries that one page holds at most."""


@dataclass(frozen=True)
class AuditFilter:
    """Which acts: between two office days (both included), of a user, of some kinds (none: all), of one customer, with
    a text in their details. `table` is the kind of record that an act is about ("customer", "user" ...).
    """

    since: date | None = None
    until: date | None = None
    user_id: int | None = None
    kinds: frozenset[ActKind] = frozenset()
    customer_id: int | None = None
    table: str = ""
    text: str = ""


@dataclass(frozen=True)
class AuditEntry:
    """One act. `user` is who did it (empty: nobody was signed in), `detail` are small facts by name.

    Of an act with very many changes `changes` holds the first; `change_count` says how many there are. With a filter
    for one customer, an act on many shows that customer's changes only.
    """

    act: int
    at: datetime
    user_id: int | None
    user: str
    kind: ActKind
    table: str
    record: int | None
    customer_id: int | None
    customer_name: str
    customer_number: str
    detail: Mapping[str, Any] = field(default_factory=dict)
    changes: tuple[FieldChange, ...] = ()
    change_count: int = 0


class JournalFault(StrEnum):
    """What happened to a journal that is off.

    `forged`: acts that the office's programs did not write, or a chain made anew by somebody who holds the audit key.
    """

    EDITED = "edited"
    DELETED = "deleted"
    REORDERED = "reordered"
    TRUNCATED = "truncated"
    FORGED = "forged"


@dataclass(frozen=True)
class JournalHead:
    """The newest act of a journal; `digest` stands for everything up to it."""

    act: int
    digest: bytes
    at: datetime


@dataclass(frozen=True)
class Verdict:
    """What a walk over the whole journal found.

    `first_bad` is the first act that is not as it was written: of a truncated journal the first that is missing, of a
    forged chain the first that something vouches for and that is another now. Up to `sound_until` a checkpoint or a
    remembered head agrees (0: nothing vouches for anything). `vouched_until` is the newest act whose checkpoint was
    proved under the administrator key; None when whoever asked does not hold it, or there is none.
    """

    first_bad: int | None
    fault: JournalFault | None
    acts: int
    changes: int
    head: JournalHead | None
    checkpoints: int = 0
    sound_until: int = 0
    vouched_until: int | None = None

    @property
    def ok(self) -> bool:
        """Whether nothing was off."""
        return self.fault is None


class DisclosureKind(StrEnum):
    """How somebody came to see a customer's data."""

    VIEWED = "viewed"
    EXPORTED = "exported"
    PRINTED = "printed"
    REVEALED = "revealed"


@dataclass(frozen=True)
class Disclosure:
    """Somebody saw a customer's data; `detail` is the file's name, or which sensitive field."""

    at: datetime
    user: str
    how: DisclosureKind
    detail: str = ""


@dataclass(frozen=True)
class OfficeWarning:
    """Something that whoever signs in must be told, and that stops nobody.

    journal_cut (seen, seen_at, found, found_at): acts that this PC has seen are gone or others now.
    rolled_back (the same, and epoch, seen_epoch): office and key file are both older than what this PC has seen.
    journal_forged (act, made_at): the journal is not the one that the last checkpoint vouches for.
    """

    code: str
    params: Mapping[str, object] = field(default_factory=dict)
