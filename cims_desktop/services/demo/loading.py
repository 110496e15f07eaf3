"""Writes a made-up office into an office's database, in short transactions."""

from __future__ import annotations

from itertools import chain, islice
from typing import Final

from cims_desktop.domain.progress import Task
from cims_desktop.services.demo.generator import MadeUpOffice
from cims_desktop.services.demo.history.purchases import purchases
from cims_desktop.services.demo.history.sales import MonthBatch
from cims_desktop.services.demo.history.surveys import answers
from cims_desktop.storage import bulk, consents
from cims_desktop.storage.engine import OfficeDatabase

_BATCH: Final = 20_000
_OF_CUSTOMERS: Final = "ON customer "


class Loading:
    """One load: customers, purchases with answers, interactions, then indexes and sums. `task` sees every batch."""

    def __init__(self, database: OfficeDatabase, office: MadeUpOffice, task: Task) -> None:
        self._database = database
        self._office = office
        self._plan = office.plan
        self._task = task

    def run(self) -> int:
        """Writes everything; returns the number of purchases, refunds included. Raises Cancelled and OfficeFault."""
        with self._database.write() as connection:
            indexes = bulk.drop_indexes(connection)
            bulk.add_products(connection, self._office.products, self._plan.instant(0, 0))
        self._customers()
        count = self._purchases()
        self._interactions()
        later = [statement for statement in indexes if _OF_CUSTOMERS in statement]
        self._indexes([statement for statement in indexes if statement not in later])
        self._task.step("sums", 0)
        with self._database.write() as connection:
            bulk.compute_sums(connection, self._plan.customers + 1)
            consents.begin_history(connection)
        self._indexes(later)
        return count

    def _customers(self) -> None:
        done, total = 0, self._plan.customers
        for chunk in self._office.customers.chunks():
            self._task.step("customers", done, total)
            with self._database.write() as connection:
                bulk.add_customers(connection, [one.customer for one in chunk])
                asked = [one.preferences for one in chunk if one.preferences is not None]
                bulk.add_preferences(connection, asked, self._plan.now)
            done += len(chunk)
        self._task.step("customers", done, total)

    def _purchases(self) -> int:
        done, waiting = 0, list[MonthBatch]()
        for batch in self._office.sales.months():
            waiting.append(batch)
            if sum(map(len, waiting)) >= _BATCH:
                done += self._months(waiting, done)
                waiting = []
        return done + self._months(waiting, done)

    def _months(self, batches: list[MonthBatch], before: int) -> int:
        """One transaction for some months of purchases with their answers; returns how many purchases."""
        done = 0
        with self._database.write() as connection:
            for batch in batches:
                made = purchases(self._office.sales, batch)
                while part := list(islice(made, _BATCH)):
                    self._task.step("purchases", before + done, self._plan.purchases)
                    done += bulk.add_purchases(connection, part)
                bulk.add_answers(connection, answers(self._office.population, batch))
        return done

    def _interactions(self) -> None:
        done, every = 0, chain.from_iterable(self._office.conversations.months())
        while part := list(islice(every, _BATCH)):
            self._task.step("interactions", done)
            with self._database.write() as connection:
                bulk.add_interactions(connection, part)
            done += len(part)

    def _indexes(self, statements: list[str]) -> None:
        for number, statement in enumerate(statements):
            self._task.step("indexes", number, len(statements))
            with self._database.write() as connection:
                bulk.build_index(connection, statement)
