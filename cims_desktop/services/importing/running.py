"""Use cases of importing: describe, suggest, try, run, undo, and clean up after a crash."""

from __future__ import annotations

import contextlib
import functools
import hashlib
import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, NotFound, OfficeFault, Problem
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.exchange import reading, suggesting
from cims_desktop.exchange.applying import apply
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.importing.applying import Applying
from cims_desktop.services.importing.customer_rows import CustomerStager
from cims_desktop.services.importing.judging import JudgeSettings
from cims_desktop.services.importing.outcome import ImportOutcome, Tally, UndoOutcome
from cims_desktop.services.importing.plan import ImportPlan
from cims_desktop.services.importing.products import ProductStager
from cims_desktop.services.importing.purchase_rows import PurchaseStager
from cims_desktop.services.importing.rejects import Wording, plain_words, write_rejects
from cims_desktop.services.importing.rows import Judging, Refusals, Stager, read_all
from cims_desktop.services.importing.second_process import judge_with_help
from cims_desktop.services.importing.stage import Stage, scratch_file
from cims_desktop.services.importing.undoing import Undoing
from cims_desktop.storage import imports
from cims_desktop.storage.engine import OfficeDatabase
from cims_desktop.storage.files import exclusive
from cims_desktop.storage.files import known_faults as known_file_faults
from cims_desktop.storage.imports import ImportRun, Stamp
from cims_desktop.storage.staging import sweep

_STAGERS: dict[ImportKind, Callable[[Stage], Stager]] = {
    ImportKind.CUSTOMERS: CustomerStager,
    ImportKind.PRODUCTS: ProductStager,
    ImportKind.PURCHASES: PurchaseStager,
}
_DIGEST_BLOCK = 1024 * 1024


class Importing:
    """Brings files into the office. One import at a time per office, also over several processes."""

    def __init__(self, acting: Acting, profile: OfficeProfile, database: OfficeDatabase) -> None:
        self._acting = acting
        self._profile = profile
        self._folder = database.path.parent
        self._lock = database.path.with_name(f"{database.path.name}.import.lock")
        self._tokens = itertools.count(1)
        self._refusals: tuple[int, Refusals] | None = None

    def describe(
        self, path: Path, options: reading.ReadOptions | None = None, task: Task | None = None
    ) -> reading.TableDescription:
        """How a file is to be read, with its columns and first rows. Raises UnreadableFile, Cancelled."""
        return reading.describe(path, options, task)

    def suggest(self, kind: ImportKind, description: reading.TableDescription) -> suggesting.Suggestion:
        """A mapping to start from, and what to ask first."""
        return suggesting.suggest(kind, description)

    @requires(Permission.IMPORT)
    def dry_run(self, plan: ImportPlan, task: Task | None = None, *, by: User) -> ImportOutcome:
        """What `run` would do now; nothing is written. Raises UnreadableFile, Invalid, Cancelled."""
        with self._checked(plan, task or Task()) as (_stage, outcome):
            return outcome

    @requires(Permission.IMPORT)
    def run(self, plan: ImportPlan, task: Task | None = None, *, by: User) -> ImportOutcome:
        """Brings all accepted rows in, or none: a cancel or fault on the way is undone before this raises.

        A strict plan with refused rows lands nothing (`applied` is False). Raises UnreadableFile, Invalid,
        Cancelled, StaleRecord, and OfficeFault(in_use) while another import runs.
        """
        steps = task or Task()
        with exclusive(self._lock, 0), self._checked(plan, steps) as (stage, outcome):
            if plan.strict and outcome.refused_count:
                return outcome
            if not stage.entries.pending() and not stage.products and not stage.sales.counts()[0]:
                return replace(outcome, applied=True)
            return self._apply(stage, outcome, steps, by)

    @requires(Permission.IMPORT)
    def undo(self, run_id: int, task: Task | None = None, *, by: User) -> UndoOutcome:
        """Takes a finished run out again; what somebody changed or used since is kept and listed.

        Raises NotFound, Invalid (it is undone already), OfficeFault(in_use) while an import runs.
        """
        with exclusive(self._lock, 0):
            with self._acting.read() as connection:
                found = imports.run(connection, run_id)
            if found is None:
                raise NotFound("import_run", run_id)
            if found.state == imports.UNDONE:
                raise Invalid((Problem("run", "undone"),))
            return self._take_back(found, task or Task(), by)

    @requires(Permission.IMPORT, writes=False)
    def history(self, *, by: User, limit: int = 200) -> list[ImportRun]:
        """The newest runs of the ledger."""
        with self._acting.read() as connection:
            return imports.runs(connection, limit=limit)

    @requires(Permission.IMPORT)
    def write_rejects(
        self, outcome: ImportOutcome, plan: ImportPlan, path: Path, task: Task | None = None, *,
        by: User, wording: Wording = plain_words, title: str = "reason",
    ) -> int:  # fmt: skip
        """Writes all refused rows of the newest outcome as they stand in the file, each with its reasons in a last
        column, to be corrected and imported again; returns how many. The file is read once more for it.

        Raises NotFound for an outcome that is not the newest, UnreadableFile, CimsError (disk_full ...), Cancelled.
        """
        if outcome.refused_count and (self._refusals is None or self._refusals[0] != outcome.token):
            raise NotFound("import_outcome", outcome.token)
        places = self._refusals[1].after(-1) if self._refusals and outcome.refused_count else iter(())
        return write_rejects(plan, places, path, wording, title, task or Task())

    def unfinished(self) -> list[ImportRun]:
        """Runs that stopped in the middle, and those that are running now."""
        with self._acting.read() as connection:
            return imports.runs(connection, (imports.APPLYING, imports.UNDOING))

    def finish_crashed(self, task: Task | None = None, *, by: User) -> tuple[UndoOutcome, ...]:
        """Undoes what a crash left half done, and sweeps its scratch files. Called when an office is opened.

        Nothing happens while another import runs; that one is alive.
        """
        with contextlib.ExitStack() as stack:
            try:
                stack.enter_context(exclusive(self._lock, 0))
            except OfficeFault:
                return ()
            sweep(self._folder)
            return tuple(self._take_back(run, task or Task(), by) for run in self.unfinished())

    def close(self) -> None:
        """Forgets the refused rows of the newest outcome."""
        if self._refusals is not None:
            self._refusals[1].close()
            self._refusals = None

    @contextlib.contextmanager
    def _checked(self, plan: ImportPlan, task: Task) -> Iterator[tuple[Stage, ImportOutcome]]:
        """The first phase: the whole file read, judged, matched and staged."""
        if plan.kind not in _STAGERS or plan.mapping.kind is not plan.kind:
            raise Invalid((Problem("kind", "not_importable", plan.kind.value),))
        self.close()
        tally = Tally()
        refusals = Refusals(self._folder, tally)
        token = next(self._tokens)
        self._refusals = (token, refusals)
        with scratch_file(self._folder) as file:
            stage = Stage(
                plan, self._acting, self._profile.country, self._profile.currency, file, refusals, tally
            )
            stager = _STAGERS[plan.kind](stage)
            read_all(plan, self._judging(plan), stager, refusals, tally, task)
            refusals.flush()
            yield stage, tally.outcome(token)

    def _judging(self, plan: ImportPlan) -> Judging:
        """How the rows of a plan become records."""
        today = self._acting.today()
        if plan.kind is ImportKind.CUSTOMERS:
            profile = self._profile
            settings = JudgeSettings(plan.mapping, profile.country, profile.time_zone, self._acting.now())
            return functools.partial(judge_with_help, settings)
        return lambda chunks: ((chunk, list(apply(plan.mapping, chunk, today=today))) for chunk in chunks)

    def _apply(self, stage: Stage, outcome: ImportOutcome, task: Task, by: User) -> ImportOutcome:
        """The second phase, under a run of the ledger."""
        plan = stage.plan
        digest = _digest(plan.path)
        stamp = Stamp(0, self._acting.now(), by.id)
        with self._acting.database.write() as connection:
            run = imports.begin(
                connection, plan.kind.value, plan.path.name, digest, plan.mapping.to_json(), stamp
            )
        try:
            Applying(stage, replace(stamp, run=run), task, by).land()
            with self._acting.act(ActKind.IMPORT, by=by) as act:
                counts = stage.tally.words()
                imports.set_state(act.connection, run, imports.DONE, act.now, counts)
                act.about("import_run", run, None, file=plan.path.name, what=plan.kind.value, **counts)
        except BaseException:
            with self._acting.read() as connection:
                begun = imports.run(connection, run)
            if begun is not None:
                self._take_back(begun, Task(report=task.report), by)
            raise
        return replace(outcome, run=run, applied=True, changes=Changes(everything=True, act=act.id))

    def _take_back(self, run: ImportRun, task: Task, by: User) -> UndoOutcome:
        with self._acting.database.write() as connection:
            imports.set_state(connection, run.id, imports.UNDOING, self._acting.now())
        undoing = Undoing(self._acting, run.id, task, by)
        undoing.take_back()
        with self._acting.act(ActKind.IMPORT, by=by) as act:
            imports.set_state(act.connection, run.id, imports.UNDONE, act.now, dict(run.counts))
            act.about(
                "import_run", run.id, None, file=run.file_name, what="undone", removed=undoing.removed,
                restored=undoing.restored, kept=len(undoing.kept),
            )  # fmt: skip
        changes = Changes(everything=True, act=act.id)
        return UndoOutcome(run.id, undoing.removed, undoing.restored, tuple(undoing.kept), changes)


def _digest(path: Path) -> str:
    digest = hashlib.sha256()
    with known_file_faults(), path.open("rb") as file:
        while block := file.read(_DIGEST_BLOCK):
            digest.update(block)
    return digest.hexdigest()
