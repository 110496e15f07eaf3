"""Drafts: what is typed in open forms is kept every few seconds, on a crash and when the session ends."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.errors import CimsError

if TYPE_CHECKING:
    from cims_desktop.domain.users import User
    from cims_desktop.gui.jobs import JobRunner
    from cims_desktop.services.drafts import Drafts

DraftValue = tuple[str, int | None, Mapping[str, object]]
"""A form's name, the record it edits (None: a new one) and what is typed, as JSON-able values."""

SAVE_EVERY_MS = 3000


class DraftRegistry:
    """Open forms and how to ask each for its draft. A form without unsaved changes answers None."""

    def __init__(self) -> None:
        self._sources: list[tuple[QObject, Callable[[], DraftValue | None]]] = []

    def register(self, owner: QObject, source: Callable[[], DraftValue | None]) -> None:
        """Asks `source` for as long as `owner` lives."""
        self._sources.append((owner, source))

    def collect(self) -> tuple[DraftValue, ...]:
        """The drafts of all forms that are open now."""
        self._sources = [(owner, source) for owner, source in self._sources if shiboken6.isValid(owner)]
        drafts = (source() for _owner, source in self._sources)
        return tuple(draft for draft in drafts if draft is not None)


class DraftKeeper(QObject):
    """Saves changed drafts every three seconds in the write lane, and at once when asked."""

    def __init__(
        self,
        registry: DraftRegistry,
        store: Drafts,
        user: User,
        jobs: JobRunner,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._registry, self._store, self._user, self._jobs = registry, store, user, jobs
        self._saved: dict[tuple[str, int | None], Mapping[str, object]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.save_soon)
        self._timer.start()

    def save_soon(self) -> None:
        """Saves what is new since the last time, off the GUI thread."""
        from cims_desktop.gui.jobs import Lane

        for form, record, payload in self._new_drafts():
            self._jobs.submit(
                partial(self._save, form, record, payload),
                lane=Lane.WRITE,
                owner=self,
                failed=lambda _error: None,
            )

    def save_now(self) -> int:
        """Saves at once, blocking: after a crash and at the end of the session. Returns how many are kept."""
        kept = 0
        for form, record, payload in self._registry.collect():
            try:
                self._save(form, record, payload)
            except CimsError:
                continue
            kept += 1
        return kept

    def stop(self) -> None:
        """No more saving: the office is about to close."""
        self._timer.stop()

    def _new_drafts(self) -> list[DraftValue]:
        drafts = self._registry.collect()
        fresh = [draft for draft in drafts if self._saved.get((draft[0], draft[1])) != draft[2]]
        self._saved = {(form, record): dict(payload) for form, record, payload in drafts}
        return fresh

    def _save(self, form: str, record: int | None, payload: Mapping[str, object]) -> None:
        self._store.save(form, record, payload, by=self._user)
