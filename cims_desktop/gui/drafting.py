"""Drafts: what is typed in open forms is kept every two seconds, on a crash and when the session ends."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer

from cims_desktop.domain.errors import CimsError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QDialog

    from cims_desktop.domain.users import User
    from cims_desktop.gui.jobs import Job, JobRunner
    from cims_desktop.services.drafts import Drafts

DraftValue = tuple[str, int | None, Mapping[str, object]]
"""A form's name, the record it edits (None: a new one) and what is typed, as JSON-able values."""

DraftKey = tuple[str, int | None]

SAVE_EVERY_MS = 2000
"""With what one short transaction takes, less than three seconds from the key to the file."""

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


class HeldDraft(QObject):
    """The draft of a dialog that closes before its work is stored: held from then on until `end`."""

    def __init__(
        self, registry: DraftRegistry, key: DraftKey, read: Callable[[], Mapping[str, object] | None],
        dialog: QDialog,
    ) -> None:  # fmt: skip
        super().__init__(dialog.parent())
        self._key, self._read = key, read
        dialog.accepted.connect(self._hold)
        dialog.rejected.connect(self.end)
        registry.register(self, self._draft)

    def end(self, *_answer: object) -> None:
        """It is stored, given up, or typed on in another dialog."""
        self._read = lambda: None
        self.deleteLater()

    def _hold(self) -> None:
        held = self._read()
        self._read = lambda: held

    def _draft(self) -> DraftValue | None:
        payload = self._read()
        return None if payload is None else (*self._key, payload)


class DraftKeeper(QObject):
    """Saves changed drafts every two seconds, beside the write lane, and at once when asked.

    Not in the lane, where an import or a long move may run for minutes: each draft is a short transaction of its own
    between theirs. What is no longer typed anywhere was saved or given up, so its draft goes.
    """

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
        self._stored: dict[DraftKey, Mapping[str, object]] = {}
        self._job: Job | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(SAVE_EVERY_MS)
        self._timer.timeout.connect(self.save_soon)
        self._timer.start()

    def save_soon(self) -> None:
        """Saves what is new since the last time, off the GUI thread. What fails is tried again the next time."""
        from cims_desktop.gui.jobs import Lane

        if self._job is not None and not self._job.finished:
            return
        self._look()
        keys = [key for key in self._newest | self._stored if self._newest.get(key) != self._stored.get(key)]
        if keys:
            work = partial(self._settle_all, keys)
            self._job = self._jobs.submit(work, done=self._stored_now, lane=Lane.READ, owner=self)

    def save_now(self, prepare: Callable[[], None] = lambda: None) -> int:
        """Saves at once: after a crash and at the end of the session. Returns how many are known to be kept.

        Blocks for two seconds at most, however long somebody else writes to the office. `prepare` is called first,
        off the GUI thread.
        """
        from cims_desktop.gui.jobs import Lane

        self._look()
        if not self._newest:
            return 0
        work = partial(self._save_all, prepare, tuple(self._newest))
        return self._jobs.wait_for(work, PATIENCE_SECONDS, Lane.READ) or 0

    def stop(self) -> None:
        """No more saving: the office is about to close."""
        self._timer.stop()

    def _look(self) -> None:
        self._newest = {(form, record): dict(payload) for form, record, payload in self._registry.collect()}

    def _save_all(self, prepare: Callable[[], None], keys: Iterable[DraftKey]) -> int:
        with contextlib.suppress(CimsError):
            prepare()
        return sum(payload is not None for payload in self._settle_all(keys).values())

    def _settle_all(self, keys: Iterable[DraftKey]) -> dict[DraftKey, Mapping[str, object] | None]:
        """On a worker thread. What the file holds now of those that could be written; None: nothing."""
        settled = {}
        for key in keys:
            with contextlib.suppress(CimsError):
                settled[key] = self._settle(key)
        return settled

    def _settle(self, key: DraftKey) -> Mapping[str, object] | None:
        """Writes the newest draft, so that a save that waited never brings back an older one."""
        payload = self._newest.get(key)
        if payload is None:
            self._store.discard(*key, by=self._user)
        else:
            self._store.save(*key, payload, by=self._user)
        return payload

    def _stored_now(self, settled: Mapping[DraftKey, Mapping[str, object] | None]) -> None:
        for key, payload in settled.items():
            self._stored.pop(key, None)
            if payload is not None:
                self._stored[key] = payload
