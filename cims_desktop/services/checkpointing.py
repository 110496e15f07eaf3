"""Makes checkpoints of the journal: at an administrator's sign-in, after acts on keys, and at sign-out."""

from __future__ import annotations

from cims_desktop.domain.auditing import JournalHead, OfficeWarning
from cims_desktop.domain.users import User
from cims_desktop.security.checkpoints import checkpoint_mac
from cims_desktop.services.acting import Acting
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.services.verifying import Proof, content_of, false_ones
from cims_desktop.storage import checkpoints, journal
from cims_desktop.storage.checkpoints import StoredCheckpoint
from cims_desktop.storage.engine import Connection


class Checkpoints:
    """The journal's head under the administrator key of the signed-in user; without that key nothing happens."""

    def __init__(self, acting: Acting, held: HeldKeys) -> None:
        self._acting = acting
        self._held = held

    def proof(self) -> Proof | None:
        """What proves checkpoints, for an administrator."""
        keys = self._held.opened
        if keys.administrator_key is None:
            return None
        generation = keys.administrator_generation
        every = {**keys.former_administrator_keys, generation: keys.administrator_key}
        return Proof(keys.office_uid, generation, every)

    def make(self, by: User) -> OfficeWarning | None:
        """A checkpoint of the newest act, if there is one since the last.

        When the last one is not genuine, or the journal is no longer the one that it was made of, there is none:
        nobody shall vouch for that. The warning says so.
        """
        proof = self.proof()
        if proof is None or by.looking:
            return None
        with self._acting.database.write() as connection:
            head = journal.head_of(connection)
            before = checkpoints.newest(connection, 2)
            last = before[-1] if before else None
            if last is not None and (warning := _off(connection, before, head, proof)):
                return warning
            if head is None or (last is not None and last.act_id >= head.act):
                return None
            if last is not None and last.generation > proof.generation:
                return None  # another administrator renewed the key since this one signed in
            new = StoredCheckpoint(
                head.act, head.digest, proof.generation, b"", self._acting.now(), by.id or None
            )
            content = content_of(new, proof.office_uid, last.mac if last is not None else b"")
            mac = checkpoint_mac(proof.keys[proof.generation], content)
            checkpoints.add(connection, new, mac)
        return None


def _off(
    connection: Connection,
    before: tuple[StoredCheckpoint, ...],
    head: JournalHead | None,
    proof: Proof,
) -> OfficeWarning | None:
    """What is wrong with the last checkpoint, or with the journal that it stands for."""
    last = before[-1]
    found = journal.digest_of(connection, last.act_id)
    if found is None:
        return OfficeWarning(
            "journal_cut",
            {
                "seen": last.act_id, "seen_at": last.made_at,
                "found": head.act if head else 0, "found_at": head.at if head else last.made_at,
            },
        )  # fmt: skip
    # Of two, the first one's own predecessor is not at hand: only the second is judged.
    judged = false_ones(before, proof)
    if found != last.digest or last in judged:
        return OfficeWarning("journal_forged", {"act": last.act_id, "made_at": last.made_at})
    return None
