"""The second phase: what was staged goes into the office in short transactions under one run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.errors import StaleRecord
from cims_desktop.domain.imports import ImportKind
from cims_desktop.domain.progress import Task
from cims_desktop.domain.users import User
from cims_desktop.services.acting import NOT_JOURNALED, ActInProgress, as_text
from cims_desktop.services.importing.customer_rows import outcome_of
from cims_desktop.services.importing.keys import key_hash
from cims_desktop.services.importing.payloads import given_from, ready_from
from cims_desktop.services.importing.plan import MatchKey
from cims_desktop.services.importing.products import product_from
from cims_desktop.services.importing.stage import Stage
from cims_desktop.services.pace import Pace
from cims_desktop.storage import customer_batches, import_sales, import_undo, imports, sales
from cims_desktop.storage import customers as stored
from cims_desktop.storage.customer_rows import NUMBER
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.imports import ReadyCustomer, Stamp
from cims_desktop.storage.staging import KeyTable

_Change = Callable[[ActInProgress, int, str], None]


class Applying:
    """Lands one stage under a run. Readers see its records as they come; `undoing` takes them out again."""

    def __init__(self, stage: Stage, stamp: Stamp, task: Task, by: User) -> None:
        self._stage = stage
        self._stamp = stamp
        self._task = task
        self._by = by
        self._products: dict[int, int] = {}
        self._done = 0
        self._total = stage.entries.pending() + len(stage.products) + stage.sales.counts()[0]
        self.pace = Pace()

    def land(self) -> None:
        """Writes everything. Raises Cancelled, StaleRecord (a number was taken meanwhile) and OfficeFault."""
        self._step(0)
        self._land_products()
        self._land_customers()
        if self._stage.plan.kind is ImportKind.PRODUCTS:
            self._land_updates(self._change_product)
        else:
            self._land_updates(self._change_customer)
        self._land_purchases(refunds=False)
        self._land_purchases(refunds=True)
        self._step(0)  # the last moment for a cancel

    def _step(self, count: int) -> None:
        self._done += count
        self._task.step("apply", self._done, self._total)

    def _land_products(self) -> None:
        at = 0
        while part := self._stage.products[at : at + self.pace.size]:
            with self.pace.transaction(len(part)), self._stage.acting.database.write() as connection:
                first = import_sales.insert_products(connection, [one for _, one in part], self._stamp)
            self._products |= {ref: first + index for index, (ref, _) in enumerate(part)}
            at += len(part)
            self._step(len(part))

    def _land_customers(self) -> None:
        after = 0
        while page := self._stage.entries.page(after, self.pace.size, updates=False):
            ready = [ready_from(payload, content, words) for _, _, payload, content, words in page]
            with self.pace.transaction(len(page)), self._stage.acting.database.write() as connection:
                first = self._insert(connection, ready)
            self._stage.entries.landed([(first + index, row[0]) for index, row in enumerate(page)])
            after = page[-1][0]
            self._step(len(page))

    def _insert(self, connection: Connection, ready: Sequence[ReadyCustomer]) -> int:
        own = [one.row[NUMBER] for one in ready if one.row[NUMBER]]
        if imports.holders_of(connection, MatchKey.NUMBER.value, own):
            raise StaleRecord("customer", 0)
        numbers = imports.take_numbers(connection, len(ready) - len(own), self._numbers_of_file)
        return imports.insert_customers(connection, ready, numbers, self._stamp)

    def _numbers_of_file(self, numbers: list[str]) -> set[str]:
        """Which of these numbers a later row of the file brings as its own."""
        hashes = {key_hash(MatchKey.NUMBER, number): number for number in numbers}
        return {hashes[found] for found in KeyTable(self._stage.file).find(list(hashes))}

    def _land_updates(self, change: _Change) -> None:
        after = 0
        while page := self._stage.entries.page(after, max(self.pace.size // 4, 5), updates=True):
            with (
                self.pace.transaction(len(page) * 4),
                self._stage.acting.act(ActKind.IMPORT, by=self._by) as act,
            ):
                act.about(import_undo.PART, self._stamp.run)
                for _, target, payload, *_ in page:
                    change(act, target, payload)
            after = page[-1][0]
            self._step(len(page))

    def _change_customer(self, act: ActInProgress, target: int, payload: str) -> None:
        """Joins the rows with what the office knows now, which may be more than when they were staged."""
        found = customer_batches.customers_with_tags(act.connection, [target]).get(target)
        if found is None or found[0].deleted_at is not None:
            raise StaleRecord("customer", target)
        before, tags = found
        after, wanted = outcome_of(found, given_from(payload), self._stage.plan.on_match)
        if after != before:
            stored.update(act.connection, after, self._stamp.now, self._by.id)
            act.compared("customer", target, before, after, skip=NOT_JOURNALED)
        if wanted != tags:
            imports.add_tags(act.connection, [(target, name) for name in wanted])
            act.changes.append(FieldChange("customer", target, "tags", as_text(tags), as_text(wanted)))

    def _change_product(self, act: ActInProgress, target: int, payload: str) -> None:
        before = sales.get_product(act.connection, target)
        after = product_from(payload, before)
        sales.update_product(act.connection, after, self._stamp.now, self._by.id)
        act.compared("product", target, before, after, skip=NOT_JOURNALED)

    def _land_purchases(self, *, refunds: bool) -> None:
        after, sales_staged = 0, self._stage.sales
        while page := sales_staged.page(after, self.pace.size, refunds=refunds):
            lines = list(sales_staged.lines_of([one.ordinal for one in page]))
            with (
                self.pace.transaction(max(len(lines), len(page))),
                self._stage.acting.database.write() as connection,
            ):
                first = import_sales.insert_purchases(connection, page, lines, self._products, self._stamp)
                import_sales.add_to_customers(connection, page, self._stage.currency)
            sales_staged.landed([(first + index, one.ordinal) for index, one in enumerate(page)])
            after = page[-1].ordinal
            self._step(len(page))
