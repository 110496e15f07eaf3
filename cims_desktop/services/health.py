"""Checks an office: is the file whole, is the journal unbroken, do index and sums agree with the records."""

from __future__ import annotations

from dataclasses import dataclass

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.audit import JournalKeeper
from cims_desktop.storage import integrity


@dataclass(frozen=True)
class Finding:
    """Something that is off: what kind, where, and more about it."""

    kind: str
    where: str
    detail: str = ""


@dataclass(frozen=True)
class CheckResult:
    """What a check found; `counts` are rows per table."""

    findings: tuple[Finding, ...]
    counts: dict[str, int]

    @property
    def ok(self) -> bool:
        """Whether nothing was off."""
        return not self.findings


class Health:
    """Use cases of `office check`."""

    def __init__(self, acting: Acting, keeper: JournalKeeper) -> None:
        self._acting = acting
        self._keeper = keeper

    @requires(Permission.CHECK_OFFICE)
    def check(self, *, by: User, deep: bool = False, task: Task | None = None) -> CheckResult:
        """Reads the whole file; `deep` also compares every search entry and the full b-trees. Raises Cancelled."""
        steps = task or Task()
        with self._acting.read() as connection:
            steps.step("pages", 0, 4)
            found = integrity.page_problems(connection, deep=deep)
            steps.step("journal", 1, 4)
            verdict = self._keeper.judge(connection, steps)
            found += [("journal", f"act {verdict.first_bad}")] if verdict.fault is not None else []
            steps.step("index", 2, 4)
            found += integrity.index_problems(connection)
            found += integrity.stale_entries(connection, steps) if deep else []
            steps.step("sums", 3, 4)
            found += integrity.summary_problems(connection)
            counts = integrity.counts(connection)
            steps.step("sums", 4, 4)
        more = {"journal": verdict.fault.value} if verdict.fault is not None else {}
        return CheckResult(tuple(Finding(kind, where, more.get(kind, "")) for kind, where in found), counts)

    @requires(Permission.MANAGE_OFFICE)
    def repair(self, *, by: User, task: Task | None = None) -> None:
        """Makes the search index and the sums anew from the records; nobody else can write meanwhile.

        Raises Cancelled; then all is as it was.
        """
        with self._acting.act(ActKind.CHECK, by=by) as act:
            integrity.repair(act.connection, task or Task())
            act.about("office", None, what="repair")
