"""The journal's head as this PC saw it last: what shows that a journal was cut or an office put back to an older day.

One small file for each office file, outside of it. Nothing in it is secret: the office's id, an act's number and
digest, the key file's epoch, and when. It never keeps anybody from signing in.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import math
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from cims_desktop.domain.auditing import JournalHead, OfficeWarning
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.services.verifying import Witness
from cims_desktop.storage import journal
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.files import private_folder, update_file

_MARK: Final = "cims head"
_SIZE_LIMIT: Final = 16 * 1024


@dataclass(frozen=True)
class SeenHead:
    """The newest act at a time: its id and digest (hexadecimal), when it happened, and the key file's epoch.

    `renewals` is the generation of the administrator key as an administrator saw it (0: nobody who could tell). Whoever
    holds the data key can write an old key file under a new epoch, but not under a newer administrator key.
    """

    act: int
    digest: str
    at: float
    epoch: int
    renewals: int = 0


@dataclass(frozen=True)
class Memory:
    """What a PC remembers of an office: the newest head, and a conflict that nobody has settled yet.

    Of a conflict, `lost` is what was seen and is not in the journal any more, `found` what was there instead.
    """

    seen: SeenHead | None = None
    lost: SeenHead | None = None
    found: SeenHead | None = None


def state_folder() -> Path:
    """Where this user's programs keep such things on this PC."""
    from platformdirs import user_state_path

    return user_state_path("cims-desktop", appauthor=False) / "heads"


def file_stem(about: str) -> str:
    """The name without its ending of a file about this office (or office file); says nothing of whose it is."""
    return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()[:32]


class Heads:
    """The remembered heads of one office file on this PC, in a file of `folder` (None: the user's own place).

    A copy elsewhere (a backup that was restored to look at it) has a memory of its own, so that neither of the two is
    told to be an older state of the other.
    """

    def __init__(self, office_uid: str, office_file: Path, folder: Path | None = None) -> None:
        self._uid = office_uid
        self._office_file = office_file
        self._folder = folder

    @property
    def _file(self) -> Path:
        return (
            self._folder or state_folder()
        ) / f"{file_stem(f'{self._uid}|{self._office_file.resolve()}')}.json"

    def compare(self, connection: Connection, epoch: int, renewals: int = 0) -> tuple[OfficeWarning, ...]:
        """What is missing from the journal that this PC has seen; it is told until somebody settles it.

        `epoch` is that of the key file that was opened, `renewals` the generation of its administrator key for whoever
        holds that.
        """
        head = _head(journal.head_of(connection), epoch, renewals)
        known = self.recall()
        lost = known.seen
        if head is not None and lost is not None and not _stands(connection, lost, head):
            known = replace(known, lost=_later(known.lost, lost), found=head)
        elif head is not None and lost is not None:
            head = replace(head, renewals=max(renewals, lost.renewals))
        if head is not None:
            self._keep(replace(known, seen=head))
        return (_warning(known.lost, known.found),) if known.lost and known.found else ()

    def remember(self, connection: Connection, epoch: int, renewals: int = 0) -> None:
        """The present head, if the journal still holds what is remembered; if not, the next sign-in shall tell."""
        head = _head(journal.head_of(connection), epoch, renewals)
        known = self.recall()
        if head is not None and (known.seen is None or _stands(connection, known.seen, head)):
            before = known.seen.renewals if known.seen is not None else 0
            self._keep(replace(known, seen=replace(head, renewals=max(renewals, before))))

    def witnesses(self) -> tuple[Witness, ...]:
        """The acts that this PC can tell the digest of, also those of an unsettled conflict."""
        known = self.recall()
        return tuple(
            Witness(one.act, bytes.fromhex(one.digest)) for one in (known.seen, known.lost) if one is not None
        )

    def settle(self) -> SeenHead | None:
        """Forgets a conflict: what was lost is known and accepted. Returns what it was about."""
        known = self.recall()
        if known.lost is not None:
            self._keep(Memory(known.seen))
        return known.lost

    def recall(self) -> Memory:
        """What is remembered; nothing when the file is gone or damaged."""
        try:
            file = self._file
            if file.stat().st_size > _SIZE_LIMIT:
                return Memory()
            content = json.loads(file.read_bytes())
            if (content["mark"], content["format"], content["office"]) != (_MARK, 1, self._uid):
                return Memory()
            return Memory(*(_seen(content[name]) for name in ("seen", "lost", "found")))
        except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return Memory()

    def _keep(self, memory: Memory) -> None:
        """Another disk's trouble is no reason not to work."""
        content = {"mark": _MARK, "format": 1, "office": self._uid, **asdict(memory)}
        with contextlib.suppress(OfficeFault):
            private_folder(self._file.parent)
            update_file(self._file, lambda _before: json.dumps(content).encode("ascii"), patience=1.0)


def _head(head: JournalHead | None, epoch: int, renewals: int) -> SeenHead | None:
    if head is None:
        return None
    return SeenHead(head.act, head.digest.hex(), head.at.timestamp(), epoch, renewals)


def _stands(connection: Connection, seen: SeenHead, now: SeenHead) -> bool:
    """Whether the journal still holds what was seen, and the key file is no older."""
    if now.epoch < seen.epoch or 0 < now.renewals < seen.renewals:
        return False
    digest = journal.digest_of(connection, seen.act)
    return isinstance(digest, bytes) and digest.hex() == seen.digest


def _later(one: SeenHead | None, other: SeenHead) -> SeenHead:
    return one if one is not None and one.act > other.act else other


def _warning(lost: SeenHead, found: SeenHead) -> OfficeWarning:
    params: dict[str, object] = {
        "seen": lost.act, "seen_at": _instant(lost.at), "found": found.act, "found_at": _instant(found.at),
        "epoch": found.epoch, "seen_epoch": lost.epoch,
    }  # fmt: skip
    older = found.epoch < lost.epoch or 0 < found.renewals < lost.renewals
    return OfficeWarning("rolled_back" if older else "journal_cut", params)


def _instant(at: float) -> datetime:
    return datetime.fromtimestamp(at, UTC)


def _seen(value: Any) -> SeenHead | None:
    if value is None:
        return None
    seen = SeenHead(
        int(value["act"]), str(value["digest"]), float(value["at"]), int(value["epoch"]),
        int(value.get("renewals", 0)),
    )  # fmt: skip
    bytes.fromhex(seen.digest)
    if not (math.isfinite(seen.at) and 0 <= seen.at < 2**37):
        raise ValueError("not a time")
    return seen
