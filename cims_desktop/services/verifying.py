"""Walks the whole journal and says what is off: edited, deleted, reordered, truncated or forged."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from cims_desktop.domain.auditing import JournalFault, Verdict
from cims_desktop.domain.progress import Task
from cims_desktop.security.checkpoints import CheckpointContent, is_genuine
from cims_desktop.storage import audit_log, checkpoints, journal, sqlite_only
from cims_desktop.storage.checkpoints import StoredCheckpoint
from cims_desktop.storage.engine import Connection

_REPORT_EVERY = 1000


@dataclass(frozen=True)
class Proof:
    """What it takes to prove a checkpoint: the administrator keys by generation, of which `generation` is in force.

    Only an administrator's sign-in gives it; the former keys come with the present one.
    """

    office_uid: str
    generation: int
    keys: Mapping[int, bytes] = field(repr=False)


@dataclass(frozen=True)
class Witness:
    """Something besides the journal itself that knows which digest an act had."""

    act: int
    digest: bytes


def verify_journal(
    connection: Connection,
    chain: journal.Chain,
    task: Task,
    *,
    proof: Proof | None = None,
    remembered: Iterable[Witness] = (),
) -> Verdict:
    """The verdict on the journal in `connection`, in flat memory; it names the first bad act.

    Checkpoints and what was `remembered` elsewhere are compared with the chain. Without `proof` a checkpoint counts as
    it stands. Reports the stage "journal". Raises Cancelled.
    """
    walk = _Walk(connection, chain, proof, tuple(remembered))
    found = walk.verdict(task)
    return replace(found, first_bad=found.first_bad if found.fault is not None else None)


def content_of(one: StoredCheckpoint, office_uid: str, previous: bytes) -> CheckpointContent:
    """What the MAC of a stored checkpoint covers; `previous` is the MAC of the one before."""
    return CheckpointContent(office_uid, one.act_id, one.digest, one.generation, one.made_at, previous)


def false_ones(saved: Sequence[StoredCheckpoint], proof: Proof) -> list[StoredCheckpoint]:
    """Checkpoints that no holder of the administrator key of their day made, or not in this order."""
    before = [b"", *(one.mac for one in saved)]
    return [
        one
        for one, previous in zip(saved, before, strict=False)
        if one.generation in proof.keys
        and not is_genuine(proof.keys[one.generation], content_of(one, proof.office_uid, previous), one.mac)
    ]


class _Walk:
    """One walk; the first fault ends it."""

    def __init__(
        self,
        connection: Connection,
        chain: journal.Chain,
        proof: Proof | None,
        remembered: Sequence[Witness],
    ) -> None:
        self._connection = connection
        self._chain = chain
        self._saved = tuple(checkpoints.every(connection))
        self._false = false_ones(self._saved, proof) if proof is not None else []
        self._witnesses: dict[int, set[bytes]] = defaultdict(set)
        for one in (*(Witness(each.act_id, each.digest) for each in self._saved), *remembered):
            self._witnesses[one.act].add(one.digest)
        self._erased = audit_log.erased_customers(connection)
        proved = [
            one.act_id
            for one in self._saved
            if proof is not None and one.generation in proof.keys and one not in self._false
        ]
        self._vouched = max(proved, default=None)
        self._last, self._previous = 0, b""
        self._acts = self._changes = self._sound = 0

    def verdict(self, task: Task) -> Verdict:
        """Walks to the first fault or to the end."""
        head = journal.head_of(self._connection)
        total = head.act if head is not None else 0
        first_bad, fault = 0, None
        for link in journal.links(self._connection):
            if self._acts % _REPORT_EVERY == 0:
                task.step("journal", self._acts, total)
            first_bad, fault = self._judged(link, task)
            if fault is not None:
                break
            self._acts += 1
            self._changes += len(link.changes)
            self._last, self._previous = link.id, link.digest
            if link.id in self._witnesses:
                self._sound = link.id
        else:
            first_bad, fault = self._beyond_the_end()
        task.step("journal", self._acts, total)
        return Verdict(
            first_bad, fault, self._acts, self._changes, head, len(self._saved), self._sound, self._vouched
        )

    def _judged(self, link: journal.Link, task: Task) -> tuple[int, JournalFault | None]:
        if not link.digest:
            return link.id, JournalFault.DELETED
        if not link.follows(self._previous or None, self._chain):
            return self._what_happened(link, task)
        if link.gap:  # acts were cut off, and the program, which knows nothing of it, went on behind them
            return self._last + 1, JournalFault.TRUNCATED
        if link.blanks() and not self._may_be_blank(link):
            return link.id, JournalFault.EDITED
        if any(digest != link.digest for digest in self._witnesses.get(link.id, ())):
            return link.id, JournalFault.FORGED
        return 0, None

    def _beyond_the_end(self) -> tuple[int, JournalFault | None]:
        cut = sqlite_only.next_id(self._connection, "act") - 1 > self._last
        if cut or any(act > self._last for act in self._witnesses):
            return self._last + 1, JournalFault.TRUNCATED
        if self._false:
            return self._false[0].act_id, JournalFault.FORGED
        return 0, None

    def _may_be_blank(self, link: journal.Link) -> bool:
        """Whether the values that are gone are those of persons who were erased; of an act about many, theirs alone."""
        if link.head["customer_id"] in self._erased:
            return True
        about = {"customer", "preference"}  # whose rows are told by the customer's id
        return all(row["table_name"] in about and row["record"] in self._erased for row in link.blanks())

    def _what_happened(self, link: journal.Link, task: Task) -> tuple[int, JournalFault]:
        """Why `link` does not follow. Reads on: the act that belongs here, or before it, may stand elsewhere."""
        belongs = moved = shifted = False
        known = {digest: act for act, digests in self._witnesses.items() for digest in digests}
        last = link.id
        for count, later in enumerate(journal.links(self._connection, link.id)):
            if count % _REPORT_EVERY == 0:
                task.step("journal", self._acts + count)
            belongs = belongs or later.follows(self._previous or None, self._chain)
            moved = moved or link.follows(later.digest, self._chain)
            shifted = shifted or known.get(later.digest, later.id) > later.id
            last = later.id
            if moved:
                return link.id, JournalFault.REORDERED
        if belongs:  # the right act comes later, and this one belongs nowhere
            return link.id, JournalFault.FORGED
        shifted = shifted or sqlite_only.next_id(self._connection, "act") - 1 > last
        if link.gap or shifted:
            return self._last + 1, JournalFault.DELETED
        return link.id, JournalFault.EDITED
