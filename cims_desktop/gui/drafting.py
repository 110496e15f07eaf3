"""Drafts: what is typed in open forms is kept every few seconds, on a crash and when the session ends."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
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

DraftKey = tuple[str, int | None]

SAVE_EVERY_MS = 3000
PATIENCE_SECONDS = 2.0


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
        self._newest: dict[DraftKey, Mapping[str, object]] = {}
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.save_soon)
        self._timer.start()

    def save_soon(self) -> None:
        """Saves what is new since the last time, off the GUI thread."""
        from cims_desktop.gui.jobs import Lane

        for key in self._new_drafts():
            self._jobs.submit(
                partial(self._save, key), failed=partial(self._failed, key), lane=Lane.WRITE, owner=self
            )

    def save_now(self, prepare: Callable[[], None] = lambda: None) -> int:
        """Saves at once: after a crash and at the end of the session. Returns how many are known to be kept.

        Blocks for two seconds at most, however long somebody else writes to the office. Not in the write lane,
        where an import may run for minutes. `prepare` is called first, off the GUI thread.
        """
        from cims_desktop.gui.jobs import Lane

        self._new_drafts()
        if not self._newest:
            return 0
        work = partial(self._save_all, prepare, tuple(self._newest))
        return self._jobs.wait_for(work, PATIENCE_SECONDS, Lane.READ) or 0

    def stop(self) -> None:
        """No more saving: the office is about to close."""
        self._timer.stop()

    def _new_drafts(self) -> list[DraftKey]:
        before = self._newest
        self._newest = {(form, record): dict(payload) for form, record, payload in self._registry.collect()}
        return [key for key, payload in self._newest.items() if before.get(key) != payload]

    def _save_all(self, prepare: Callable[[], None], keys: Iterable[DraftKey]) -> int:
        with contextlib.suppress(CimsError):
            prepare()
        kept = 0
        for key in keys:
            with contextlib.suppress(CimsError):
                self._save(key)
                kept += 1
        return kept

    def _save(self, key: DraftKey) -> None:
        """On a worker thread. Saves the newest draft, so that a save that waited never brings back an older one."""
        payload = self._newest.get(key)
        if payload is not None:
            self._store.save(*key, payload, by=self._user)

    def _failed(self, key: DraftKey, _error: CimsError) -> None:
        """Tried again with the next round: drafts are kept without a word, and so is their failing."""
        self._newest.pop(key, None)
