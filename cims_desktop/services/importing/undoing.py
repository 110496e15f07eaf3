"""Takes a run out of the office again: after a cancel, a fault, a crash, or because somebody wants it undone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress
from cims_desktop.services.importing.outcome import KeptRecord
from cims_desktop.services.importing.restoring import restore_customer, restore_product
from cims_desktop.services.pace import Pace
from cims_desktop.storage import import_undo
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.import_undo import Created

_Page = Callable[[Connection, int, int, int], list[Created]]
_Remove = Callable[[Connection, list[int]], None]


@dataclass
class Undoing:
    """One run on its way out. Each transaction is complete in itself, so that a crash only means to go on later."""

    acting: Acting
    run: int
    task: Task
    by: User
    removed: int = 0
    restored: int = 0
    kept: list[KeptRecord] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._pace = Pace(100)
        self._total = 0

    def take_back(self) -> None:
        """Removes what the run made and sets back what it changed; `kept` then lists what stays and why."""
        with self.acting.read() as connection:
            self._total = import_undo.counts_of(connection, self.run)
        self._remove("purchase", import_undo.created_refunds, _remove_purchases)
        self._remove("purchase", import_undo.created_purchases, _remove_purchases)
        self._remove("product", import_undo.created_products, import_undo.remove_products)
        self._restore()
        self._remove("customer", import_undo.created_customers, import_undo.remove_customers)
        with self.acting.database.write() as connection:
            import_undo.drop_empty_days(connection)

    def _remove(self, table: str, page_of: _Page, remove: _Remove) -> None:
        after = 0
        while True:
            size = self._pace.size
            with self._pace.transaction(size), self.acting.database.write() as connection:
                page = page_of(connection, self.run, after, size)
                remove(connection, [one.id for one in page if not one.used])
            self.kept += [KeptRecord(table, one.id, one.name, "changed_since") for one in page if one.used]
            self.removed += sum(not one.used for one in page)
            if len(page) < size:
                return
            after = page[-1].id
            self.task.step("undo", self.removed, self._total)

    def _restore(self) -> None:
        after = 0
        while page := self._changed(after):
            with self._pace.transaction(len(page)), self.acting.act(ActKind.IMPORT, by=self.by) as act:
                act.about(import_undo.UNDONE_PART, self.run)
                for table, record in page:
                    changes = import_undo.before_values(act.connection, self.run, table, record)
                    self._set_back(act, table, record, changes)
            after = page[-1][1]
            self.task.step("undo", self.removed + self.restored, self._total)

    def _changed(self, after: int) -> list[tuple[str, int]]:
        with self.acting.read() as connection:
            return import_undo.changed_records(connection, self.run, after, max(self._pace.size // 4, 5))

    def _set_back(self, act: ActInProgress, table: str, record: int, changes: list[FieldChange]) -> None:
        name = (restore_product if table == "product" else restore_customer)(act, record, changes)
        if name:
            self.kept.append(KeptRecord(table, record, name, "changed_since"))
        else:
            self.restored += 1


def _remove_purchases(connection: Connection, ids: list[int]) -> None:
    """Removes purchases; their customers' figures follow in the same transaction."""
    import_undo.refigure(connection, sorted(import_undo.remove_purchases(connection, ids)))
