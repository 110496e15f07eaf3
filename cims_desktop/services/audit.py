"""The audit: what was done, whether the journal is whole, who saw a customer."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import (
    LONGEST_PAGE,
    AuditEntry,
    AuditFilter,
    Disclosure,
    OfficeWarning,
    Verdict,
)
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress, as_text, requires
from cims_desktop.services.audit_workbook import write_audit
from cims_desktop.services.checkpointing import Checkpoints
from cims_desktop.services.exporting import ExportOutcome
from cims_desktop.services.heads import Heads
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.services.reach import require_reach
from cims_desktop.services.verifying import verify_journal
from cims_desktop.storage import audit_log, ledger, opinions
from cims_desktop.storage.audit_log import AuditQuery
from cims_desktop.storage.engine import Connection, Interruptor


class JournalKeeper:
    """What happens to the journal besides reading it: checkpoints, remembered heads, verdicts. Asks for no right."""

    def __init__(self, acting: Acting, held: HeldKeys, heads: Heads) -> None:
        self._acting = acting
        self._held = held
        self._heads = heads
        self._checkpoints = Checkpoints(acting, held)
        acting.afterwards = self._after

    def compare(self) -> tuple[OfficeWarning, ...]:
        """What is missing from the journal that this PC has seen; asked before a sign-in is written down."""
        with self._acting.read() as connection:
            return self._heads.compare(connection, self._held.opened.epoch, self._renewals())

    def secure(self, by: User) -> tuple[OfficeWarning, ...]:
        """A checkpoint of what was done, if `by` can make one, and the head for next time.

        What speaks against a checkpoint is returned; faults of the disk stop nobody.
        """
        found = None
        with contextlib.suppress(CimsError):
            found = self._checkpoints.make(by)
        self.remember()
        return (found,) if found is not None else ()

    def remember(self) -> None:
        """The present head, on this PC."""
        with contextlib.suppress(CimsError), self._acting.database.read() as connection:
            self._heads.remember(connection, self._held.opened.epoch, self._renewals())

    def _renewals(self) -> int:
        keys = self._held.opened
        return keys.administrator_generation if keys.administrator_key is not None else 0

    def settle(self) -> bool:
        """Forgets a conflict of remembered heads; whether there was one."""
        return self._heads.settle() is not None

    def judge(self, connection: Connection, task: Task) -> Verdict:
        """The verdict on the whole journal, with everything that can be held against it."""
        return verify_journal(
            connection, self._acting.chain, task,
            proof=self._checkpoints.proof(), remembered=self._heads.witnesses(),
        )  # fmt: skip

    def _after(self, kind: ActKind, act: ActInProgress) -> None:
        """After an act on keys, users or roles: what it did stands under the administrator key at once."""
        if kind is ActKind.KEYS or (act.table in ("user", "role") and kind is not ActKind.SIGN_IN_FAILED):
            with contextlib.suppress(CimsError):
                self._checkpoints.make(act.by)


class Audit:
    """Use cases of the audit page, and of the places that show a customer."""

    def __init__(self, acting: Acting, keeper: JournalKeeper, time_zone: str) -> None:
        self._acting = acting
        self._keeper = keeper
        self._time_zone = time_zone
        self._interruptor = Interruptor()
        self._seen: set[tuple[object, ...]] = set()

    @requires(Permission.VIEW_AUDIT)
    def entries(
        self, wanted: AuditFilter, *, by: User, before: int | None = None, limit: int = 200
    ) -> tuple[AuditEntry, ...]:
        """The newest acts of the filter, newest first; the next page is that `before` the last one's act.

        Raises Cancelled when `interrupt` was called meanwhile.
        """
        with self._acting.read(self._interruptor) as connection:
            return audit_log.entries(connection, self._query(wanted), before, min(limit, LONGEST_PAGE))

    def interrupt(self) -> None:
        """Ends running searches of entries. Safe from any thread."""
        self._interruptor.interrupt()

    @requires(Permission.VIEW_AUDIT)
    def verify(self, task: Task | None = None, *, by: User) -> Verdict:
        """Walks the whole journal; names the first act that is off, and what happened. Raises Cancelled.

        An administrator's walk proves the checkpoints too; another's takes them as they stand.
        """
        with self._acting.read() as connection:
            return self._keeper.judge(connection, task or Task())

    @requires(Permission.VIEW_AUDIT, writes=True)
    def export(
        self,
        wanted: AuditFilter,
        titles: Mapping[str, str],
        path: Path,
        task: Task | None = None,
        *,
        by: User,
    ) -> ExportOutcome:
        """Writes the acts of the filter as XLSX: a line for each change, and below them the verdict and the head.

        `titles` words the columns ("act", "at", "user" ...), the sheet ("sheet"), kinds ("kind.view") and the verdict
        ("verdict.ok", "verdict.edited" ..., "head", "checkpoints"). Whoever may not export gets the fields' names
        without their values. Raises Cancelled, CimsError(disk_full, target_in_use ...); then nothing is at `path`.
        """
        steps, query = task or Task(), self._query(wanted)
        with self._acting.read() as connection:
            verdict = self._keeper.judge(connection, steps)
            written = write_audit(
                connection, query, verdict, titles, path, steps, self._time_zone,
                values=by.may_all(Permission.EXPORT),
            )  # fmt: skip
        with self._acting.act(ActKind.EXPORT, by=by) as act:
            entry = ledger.add_export(
                act.connection, kind="audit", file_name=path.name, file_digest=written.file.sha256,
                query=as_text(query) or "", matched=written.matched, written=written.lines, at=act.now,
                user_id=by.id, customer_ids=written.customers,
            )  # fmt: skip
            act.about("export_entry", entry, file=path.name, what="audit", rows=written.lines)
        return ExportOutcome(path, written.matched, written.lines, written.file.sha256, entry)

    @requires(Permission.VIEW_CUSTOMERS)
    def viewed(self, customer_id: int, *, by: User) -> Changes:
        """Writes down that `by` opened the customer's record: once for each office day, if the office wants that.

        An administrator who looks as another role is written down by name. Nobody's screen is touched by it.
        """
        today = self._acting.today()
        mark = (customer_id, by.id, today)
        if mark in self._seen:
            return Changes()
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            since = opinions.day_start(today, self._time_zone)
            known = not audit_log.logs_views(connection) or audit_log.has_seen(
                connection, customer_id, by.id, since
            )
        if known:
            return Changes()
        with self._acting.act(ActKind.VIEW, by=replace(by, looking=False)) as act:
            act.about("customer", customer_id, customer_id)
        self._seen = {one for one in self._seen if one[-1] == today} | {mark}
        return Changes(act=act.id)

    @requires(Permission.VIEW_CUSTOMERS)
    def printed(self, what: str, customer_id: int | None = None, *, by: User) -> Changes:
        """Writes down that `by` printed something ("sales_report", "customer" ...), and whose data it was."""
        with self._acting.act(ActKind.PRINT, by=replace(by, looking=False)) as act:
            if customer_id is not None:
                require_reach(act.connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            act.about("customer" if customer_id is not None else "", customer_id, customer_id, what=what)
        return Changes(act=act.id)

    @requires(Permission.VIEW_AUDIT)
    def who_saw(self, customer_id: int, *, by: User, limit: int = 500) -> tuple[Disclosure, ...]:
        """Who opened, exported, printed or revealed this customer's data, newest first."""
        with self._acting.read() as connection:
            return audit_log.disclosures(connection, customer_id, limit)

    @requires(Permission.MANAGE_KEYS)
    def settle_warnings(self, *, by: User) -> Changes:
        """An administrator knows why this PC's memory and the journal differ (a backup was restored): no more warnings.

        Written down, with what was missing.
        """
        if not self._keeper.settle():
            return Changes()
        with self._acting.act(ActKind.CHECK, by=by) as act:
            act.about("office", None, what="warnings_settled")
        return Changes(act=act.id)

    def _query(self, wanted: AuditFilter) -> AuditQuery:
        zone, day = self._time_zone, timedelta(days=1)
        return AuditQuery(
            since=opinions.day_start(wanted.since, zone) if wanted.since is not None else None,
            until=opinions.day_start(wanted.until + day, zone) if wanted.until is not None else None,
            user_id=wanted.user_id, kinds=tuple(sorted(kind.value for kind in wanted.kinds)),
            customer_id=wanted.customer_id, table=wanted.table, text=wanted.text.strip(),
        )  # fmt: skip
