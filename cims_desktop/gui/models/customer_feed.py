"""Reads for the customer list in jobs; answers to a query that nobody wants any more are dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.gui.jobs import Job, Lane
from cims_desktop.gui.models.snapshots import CustomerReader

if TYPE_CHECKING:
    from array import array
    from collections.abc import Callable, Sequence
    from typing import TypeVar

    from cims_desktop.domain.queries import CustomerQuery
    from cims_desktop.gui.desk import Desk

    T = TypeVar("T")

SLOW_AFTER_MS = 100


class CustomerFeed(QObject):
    """One query at a time, each with a generation number.

    Signals: `first_arrived(First)`; `snapshot_arrived(Snapshot)`; `rows_arrived(ids, dict)`;
    `page_arrived(number, rows)`; `page_lost(number)`; `became_slow()` when a new query takes more than
    100 ms; `failed(CimsError)`.
    """

    first_arrived = Signal(object)
    snapshot_arrived = Signal(object)
    rows_arrived = Signal(object, object)
    page_arrived = Signal(int, object)
    page_lost = Signal(int)
    became_slow = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._jobs = desk.jobs
        self._reader = CustomerReader(desk.office.customers, desk.user)
        self._generation = 0
        self._waiting: list[Job] = []
        self._slow_timer = QTimer(self)
        self._slow_timer.setSingleShot(True)
        self._slow_timer.setInterval(SLOW_AFTER_MS)
        self._slow_timer.timeout.connect(self.became_slow)

    def start(self, query: CustomerQuery) -> None:
        """Reads the first page of a new query and stops reading for the one before."""
        self.stop()
        self._slow_timer.start()
        self._submit(lambda: self._reader.first(query), self._first_arrived)

    def stop(self) -> None:
        """Stops reading; late answers are dropped."""
        self._generation += 1
        self._slow_timer.stop()
        for job in self._waiting:
            job.cancel()
        self._waiting = []
        self._reader.interrupt()

    def read_snapshot(self, query: CustomerQuery, pages: Sequence[int] = ()) -> None:
        """Reads all ids and, with them, the rows of `pages`."""
        self._submit(lambda: self._reader.snapshot(query, pages), self.snapshot_arrived.emit)

    def read_rows(self, ids: tuple[int, ...]) -> None:
        """Reads single rows again."""
        self._submit(lambda: self._reader.rows(ids), lambda rows: self.rows_arrived.emit(ids, rows))

    def read_page(self, number: int, ids: array[int]) -> None:
        """Reads one page of rows."""

        def lost(error: CimsError) -> None:
            self.page_lost.emit(number)
            self._failed(error)

        self._submit(
            lambda: self._reader.rows(ids),
            lambda rows: self.page_arrived.emit(number, tuple(rows.get(record) for record in ids)),
            lost,
        )

    def _submit(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[CimsError], None] | None = None,
    ) -> None:
        generation = self._generation

        def deliver(result: T) -> None:
            if generation == self._generation:
                done(result)

        def fail(error: CimsError) -> None:
            if generation == self._generation:
                (failed or self._failed)(error)

        job = self._jobs.submit(work, done=deliver, failed=fail, lane=Lane.READ, owner=self)
        self._waiting = [each for each in self._waiting if not each.finished] + [job]

    def _first_arrived(self, first: object) -> None:
        self._slow_timer.stop()
        self.first_arrived.emit(first)

    def _failed(self, error: CimsError) -> None:
        self._slow_timer.stop()
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
