"""What a person may ask of the office: everything about them, or to be forgotten; and the bin's end."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.preferences import ConsentEvent
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.users import User
from cims_desktop.exchange.writing import person
from cims_desktop.services import person_export
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.destroying import Destroyed, destroy
from cims_desktop.services.person_export import PersonExport, person_word_keys
from cims_desktop.services.reach import require, require_reach
from cims_desktop.services.sensitive import Sensitive
from cims_desktop.storage import consents, customers, erasing, ledger, office_rules, scrubbing
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.sensitive import Secret, holders
from cims_desktop.storage.staging import sweep

__all__ = ["Destroyed", "Erasure", "PersonExport", "Privacy", "person_word_keys"]

LONGEST_REASON = 500
_SMALL = 128 * 1024 * 1024
"""Up to this size (bytes) a file is made anew in a few seconds, and nobody needs to be asked first."""


@dataclass(frozen=True)
class Erasure:
    """What became of an erasure: the records are empty, for good.

    `backups_until` is the day after which no backup made by the office's policy holds the person any more. With a
    `fault` the file itself still has to be made anew (`Privacy.finish_erasures`): until then, whoever has the key
    may find deleted text in its pages.
    """

    backups_until: date
    changes: Changes
    fault: CimsError | None = None


class Privacy:
    """Use cases of export, erasure and destruction."""

    def __init__(
        self,
        acting: Acting,
        sensitive: Sensitive,
        profile: OfficeProfile,
        forget_refused: Callable[[], None] = lambda: None,
    ) -> None:
        """`forget_refused` drops the rows that the newest import refused and still holds."""
        self._acting = acting
        self._sensitive = sensitive
        self._profile = profile
        self._forget_refused = forget_refused

    @requires(Permission.EXPORT_PERSON)
    def export_person(
        self,
        customer_id: int,
        folder: Path,
        words: Mapping[str, str],
        task: Task | None = None,
        *,
        by: User,
        sensitive: bool = False,
    ) -> PersonExport:
        """Writes everything about one person into a new folder inside `folder`: page, JSON, files.

        `words` by `person_word_keys`. Sensitive values only when asked (`sensitive`) and allowed; each is journaled as
        revealed. Records merged into this one belong to it. Raises NotFound, PermissionDenied, Cancelled, CimsError
        (disk_full, no_access ...); then nothing is left in `folder`.
        """
        steps = task or Task()
        if sensitive:
            require(Permission.EXPORT_SENSITIVE, by=by)
            require(Permission.REVEAL_SENSITIVE, by=by)
        steps.step("reading", 0, 3)
        with self._acting.read() as connection:
            require_reach(connection, Permission.EXPORT_PERSON, [customer_id], by=by)
            number = customers.get(connection, customer_id).number
            ids = holders(connection, customer_id)
            data = person_export.gathered(connection, ids, self._revealing(by) if sensitive else None)
            about = {
                "office": self._profile.name, "exported_at": self._acting.now().isoformat(), "data": data,
                "exported_by": by.display_name, "time_zone": self._profile.time_zone,
            }  # fmt: skip
            name = f"{person.file_name(customer_id, number)}-{self._acting.today():%Y%m%d}"
            steps.step("files", 1, 3)
            with person.complete_folder(folder, name) as (temporary, target):
                written = person.write_person(temporary, about, words, person_export.files(connection, ids))
                steps.step("journal", 2, 3)
                entry = self._entered(ids, target.name, written.sha256, sensitive, by)
        steps.report(Progress("journal", 3, 3))
        placed = [target / one.relative_to(temporary) for one in (written.html, written.json, *written.files)]
        return PersonExport(target, placed[0], placed[1], tuple(placed[2:]), entry)

    @requires(Permission.DESTROY_CUSTOMERS)
    def erase(self, customer_id: int, reason: str, task: Task | None = None, *, by: User) -> Erasure:
        """Removes a person from the office, for good: there is no way back but an old backup.

        Contact data, notes, attachments, histories, sensitive values, journal values with their salts, search entries,
        drafts and refused rows go, in this record and those merged into it; the number, purchases with their amounts
        and the fact of consents stay. Then the file is made anew, which takes seconds, in a very big office minutes;
        it can't be stopped. `reason` is kept: it must not name the person. Raises NotFound, Invalid (reason: required,
        too_long, names_person), OfficeFault (disk_full before anything is done).
        """
        steps = task or Task()
        scrubbing.require_space(self._acting.database.path)
        steps.step("rows", 0, 1 + len(scrubbing.STEPS))
        with self._acting.act(ActKind.ERASE, by=by) as act:
            root = _survivor(act.connection, customer_id)
            ids = holders(act.connection, root)
            marks = erasing.markers_of(act.connection, ids)
            _check_reason(reason, marks)
            erasing.erase(act.connection, ids, act.now, by.id)
            erasing.forget_elsewhere(act.connection, marks, ids)
            erasing.enter(act.connection, root, reason.strip(), act.now, by.id)
            act.about("customer", root, root)
            act.changes += [FieldChange("customer", one, "erased", None, "1") for one in ids]
        self._forget_refused()
        sweep(self._acting.database.path.parent)
        fault = None
        try:
            self._scrub(steps)
        except CimsError as error:
            fault = error
        return Erasure(self._backups_until(), Changes(everything=True, act=act.id), fault)

    @requires(Permission.DESTROY_CUSTOMERS)
    def unfinished_erasures(self, *, by: User) -> int:
        """How many erased persons' traces may still be in the file's free pages."""
        with self._acting.read() as connection:
            return erasing.unfinished(connection)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def finish_erasures(self, task: Task | None = None, *, by: User, only_small: bool = False) -> bool:
        """Makes the file anew when an erasure was stopped before that (a crash, a full disk); whether nothing is left.

        Nothing is decided here, so whoever works may do it. `only_small`: not where it would take long. Raises
        OfficeFault: in_use, disk_full.
        """
        with self._acting.read() as connection:
            waiting = erasing.unfinished(connection)
        if not waiting:
            return True
        if only_small and self._acting.database.path.stat().st_size > _SMALL:
            return False
        self._scrub(task or Task())
        return True

    @requires(Permission.DESTROY_CUSTOMERS)
    def destroy(self, ids: Sequence[int], task: Task | None = None, *, by: User) -> Destroyed:
        """Removes customers who are in the bin, with all they had; nobody can take that back.

        Those with purchases or consents stay as empty shells, for the books; a customer who is not in the bin is
        passed over. Stopped or not, each is wholly there or wholly gone. The search index keeps words of theirs in its
        pages until it is optimised, the WAL until it is folded in: who wants to be forgotten is erased, not destroyed.
        """
        return destroy(self._acting, ids, task or Task(), by)

    @requires(Permission.DESTROY_CUSTOMERS)
    def bin_overdue(self, *, by: User) -> int:
        """How many customers have been in the bin for longer than the office keeps them there."""
        with self._acting.read() as connection:
            return len(self._overdue(connection))

    @requires(Permission.DESTROY_CUSTOMERS)
    def empty_bin(self, task: Task | None = None, *, by: User) -> Destroyed:
        """Destroys all those; as `destroy`. Never happens by itself."""
        with self._acting.read() as connection:
            ids = self._overdue(connection)
        return destroy(self._acting, ids, task or Task(), by)

    @requires(Permission.VIEW_CUSTOMERS)
    def consent_history(self, customer_id: int, *, by: User) -> tuple[ConsentEvent, ...]:
        """Every word that the customer gave or took back, the newest first."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, [customer_id], by=by)
            return consents.events_of(connection, holders(connection, customer_id))

    def _revealing(self, by: User) -> Callable[[Secret], str]:
        return lambda secret: self._sensitive.reveal(secret.customer_id, secret.field, by=by)

    def _entered(self, ids: Sequence[int], name: str, digest: str, sensitive: bool, by: User) -> int:
        """The entry of the ledger and the act, before the export gets its name: none can be there unseen."""
        with self._acting.act(ActKind.EXPORT, by=by) as act:
            entry = ledger.add_export(
                act.connection, kind="person", file_name=name, file_digest=digest, query="", matched=1, written=1,
                at=act.now, user_id=by.id, customer_ids=ids,
            )  # fmt: skip
            what = "person_sensitive" if sensitive else "person"
            act.about("export_entry", entry, ids[0], file=name, what=what, rows=1)
        return entry

    def _scrub(self, task: Task) -> None:
        steps = ("rows", *scrubbing.STEPS)
        database = self._acting.database
        scrubbing.scrub(database, lambda step: task.report(Progress(step, steps.index(step), len(steps))))
        with database.write() as connection:
            erasing.finish(connection, self._backups_until())
        task.report(Progress(steps[-1], len(steps), len(steps)))

    def _backups_until(self) -> date:
        with self._acting.read() as connection:
            return backups_until(office_rules.rules(connection)[0], self._acting.today())

    def _overdue(self, connection: Connection) -> list[int]:
        _, days = office_rules.rules(connection)
        return erasing.overdue(connection, self._acting.now() - timedelta(days=days))


def backups_until(policy: OfficePolicy, today: date) -> date:
    """The day after which a backup made today is pruned by the policy, if backups are made as it says."""
    days = max(
        max(policy.keep_daily, 1) * max(policy.backup_days, 1), policy.keep_weekly * 7, policy.keep_monthly * 31,
        policy.keep_yearly * 366,
    )  # fmt: skip
    return today + timedelta(days=days)


def _survivor(connection: Connection, customer_id: int) -> int:
    """The record that stands for the person: the last of those that this one was merged into. Raises NotFound."""
    found: int | None = customer_id
    while found is not None:
        customer_id, found = found, erasing.merged_into(connection, found)
    return customer_id


def _check_reason(reason: str, marks: frozenset[str]) -> None:
    text = reason.strip()
    code = "required" if not text else "too_long" if len(text) > LONGEST_REASON else ""
    if not code and any(mark in text.casefold() for mark in marks):
        code = "names_person"
    if code:
        raise Invalid((Problem("reason", code, "", {"limit": LONGEST_REASON} if code == "too_long" else {}),))
