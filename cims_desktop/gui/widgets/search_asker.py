"""Asks the office what the search box contains: throttled, numbered, stale answers dropped."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from cims_desktop.domain.errors import Cancelled, CimsError
from cims_desktop.domain.queries import SearchHit
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import Job
from cims_desktop.gui.widgets.sensitive_finder import with_number

THROTTLE_MS = 60
LIMIT = 50


def _found(desk: Desk, text: str) -> tuple[SearchHit, ...]:
    """On a worker thread: who has this number in a sensitive field first, then everybody else who matches."""
    first = with_number(desk.office, desk.user, text)
    known = {hit.id for hit in first}
    found = desk.office.search.find(text, by=desk.user, limit=LIMIT)
    return (*first, *(hit for hit in found if hit.id not in known))


class SearchAsker(QObject):
    """`answered(str, object)`: the hits (a tuple of SearchHit) for this text, which is still the newest."""

    answered = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desk: Desk | None = None
        self._job: Job | None = None
        self._wanted = self._asked = ""
        self._request = 0
        self._known = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(THROTTLE_MS)
        self._timer.timeout.connect(self._ask_if_new)

    def bind(self, desk: Desk) -> None:
        """Asks this desk's office from now on."""
        self._desk = desk

    def want(self, text: str) -> None:
        """Asks for `text`: at once, and then at most every 60 ms; the last text is always asked."""
        self._wanted = text
        if not text:
            self.forget()
        elif not self._timer.isActive():
            self._ask_if_new()

    def knows(self, text: str) -> bool:
        """Whether the answer to exactly this text has come."""
        return self._known and text == self._asked

    def forget(self) -> None:
        """Nothing is wanted any more; an answer on its way is dropped."""
        self._wanted = self._asked = ""
        self._known = False
        self._request += 1
        self._timer.stop()
        self._stop_running()

    def _ask_if_new(self) -> None:
        text, desk = self._wanted, self._desk
        if desk is None or not text or text == self._asked:
            return
        self._stop_running()
        self._asked, self._known = text, False
        self._request += 1
        number = self._request
        self._job = desk.read(
            lambda: _found(desk, text),
            lambda hits: self._answer(number, hits),
            owner=self,
            failed=lambda error: self._refused(number, error),
        )
        self._timer.start()

    def _stop_running(self) -> None:
        if self._job is not None and not self._job.finished and self._desk is not None:
            self._job.cancel()
            self._desk.office.search.interrupt()

    def _answer(self, number: int, hits: tuple[SearchHit, ...]) -> None:
        if number == self._request:
            self._known = True
            self.answered.emit(self._asked, hits)

    def _refused(self, number: int, error: CimsError) -> None:
        # An interrupted question is no fault: a newer one is on its way.
        if number == self._request and self._desk is not None and not isinstance(error, Cancelled):
            self._desk.show_fault(error)
