"""Backups in words and numbers: what was made, what is in one, and how an office stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path


class BackupReason(StrEnum):
    """Why a backup was made."""

    MANUAL = "manual"
    SCHEDULED = "scheduled"
    MIGRATION = "migration"
    ROTATION = "rotation"
    MOVING = "moving"


class EntryState(StrEnum):
    """MADE: written and not yet opened again; VERIFIED: opened and checked; FAILED: none came of it."""

    MADE = "made"
    VERIFIED = "verified"
    FAILED = "failed"


@dataclass(frozen=True)
class BackupEntry:
    """One line of the ledger. `size` in bytes, `file_digest` is the archive's SHA-256 in hex, `counts` rows per table.

    `proven_at` is when it was last unpacked, opened and checked. `problem` (a fault's code) stands at failed ones only;
    those have neither file name nor size when nothing was written.
    """

    id: int
    made_at: datetime
    reason: BackupReason
    folder: str
    file_name: str
    size: int
    file_digest: str
    epoch: int
    counts: Mapping[str, int] = field(default_factory=dict, hash=False)
    proven_at: datetime | None = None
    state: EntryState = EntryState.MADE
    by_name: str = ""
    problem: str = ""

    @property
    def path(self) -> Path:
        """Where the archive was put."""
        return Path(self.folder, self.file_name)


@dataclass(frozen=True)
class BackupLabel:
    """What a backup tells without a password: unproven until somebody opens it. `size` in bytes."""

    office_uid: str
    made_at: datetime
    reason: BackupReason
    revision: str
    program: str
    size: int


@dataclass(frozen=True)
class BackupContents:
    """What is in a backup, proven with the keys of its day. `counts` are rows per table."""

    label: BackupLabel
    office_name: str
    users: tuple[str, ...]
    counts: Mapping[str, int] = field(hash=False)
    newest_act: datetime | None


@dataclass(frozen=True)
class BackupState:
    """How an office stands with its backups.

    `next_due` is None where the office makes them by hand only. `problem` is the code of what the newest attempt failed
    of, "folder_missing" (e.g. the drive is not plugged in), "archive_missing" (the last verified one is not there any
    more) or empty. `same_disk`: the folder is on the disk of the office and would be lost with it.
    """

    last_made: BackupEntry | None
    last_proven: datetime | None
    folder: Path
    next_due: datetime | None
    overdue: bool
    problem: str
    same_disk: bool
    network: bool
    synced: bool


@dataclass(frozen=True)
class Moving:
    """The verified backup that goes to the other PC, and what is left to do, as codes for the window's words."""

    entry: BackupEntry
    steps: tuple[str, ...] = (
        "carry_file",
        "install_program",
        "restore_file",
        "sign_in",
        "stop_using_this_copy",
    )
