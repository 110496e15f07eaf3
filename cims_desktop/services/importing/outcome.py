"""What an import did or would do, and what its undo left in place."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Problem
from cims_desktop.exchange.applying import RowProblems

LISTED = 1000
"""Refused rows that an outcome carries; `write_rejects` has all of them."""


@dataclass(frozen=True)
class ColumnWarning:
    """How many values of one column are kept though they look wrong: not_a_phone, not_an_email."""

    column: str
    code: str
    count: int
    example: str


@dataclass(frozen=True)
class ImportOutcome:
    """`read` rows = created + updated + unchanged + skipped + refused_count.

    For purchases the counts are rows too; `records` says how many customers, products and purchases were made.
    `columns` tells how many cells of each mapped column arrive. `run` is the ledger's number, None when nothing was
    written: a dry run, a file that brings nothing new, or (`applied` False) a strict import with refused rows.
    """

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused_count: int = 0
    refused: tuple[RowProblems, ...] = ()
    warnings: tuple[ColumnWarning, ...] = ()
    columns: Mapping[str, int] = field(default_factory=dict)
    records: Mapping[str, int] = field(default_factory=dict)
    run: int | None = None
    applied: bool = False
    changes: Changes = field(default_factory=Changes)
    token: int = 0
    """Tells `write_rejects` whose rows; the newest outcome's are kept."""


@dataclass(frozen=True)
class KeptRecord:
    """A record that an undo left as it is. Codes: changed_since, in_use."""

    table: str
    record: int
    name: str
    code: str


@dataclass(frozen=True)
class UndoOutcome:
    """What an undo took out and set back; `kept` are those that somebody changed or used since."""

    run: int
    removed: int = 0
    restored: int = 0
    kept: tuple[KeptRecord, ...] = ()
    changes: Changes = field(default_factory=Changes)


@dataclass
class Tally:
    """Counts while rows go by."""

    read: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    skipped: int = 0
    refused: int = 0
    columns: Counter[str] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    warnings: dict[tuple[str, str], ColumnWarning] = field(default_factory=dict)
    listed: list[RowProblems] = field(default_factory=list)

    def warn(self, problem: Problem) -> None:
        """Counts a value that is kept though it looks wrong; `problem.field` is its column."""
        key = (problem.field, problem.code)
        known = self.warnings.get(key)
        count, example = (known.count + 1, known.example) if known else (1, problem.value)
        self.warnings[key] = ColumnWarning(problem.field, problem.code, count, example)

    def outcome(self, token: int) -> ImportOutcome:
        """The counts as a value."""
        return ImportOutcome(
            self.read, self.created, self.updated, self.unchanged, self.skipped, self.refused, tuple(self.listed),
            tuple(self.warnings.values()), dict(self.columns), dict(self.records), token=token,
        )  # fmt: skip

    def words(self) -> dict[str, int]:
        """The counts for the ledger."""
        names = ("read", "created", "updated", "unchanged", "skipped", "refused")
        return {name: getattr(self, name) for name in names} | dict(self.records)
