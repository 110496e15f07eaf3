"""Drafts: unfinished typing, saved within three seconds, offered after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import drafts as stored
from cims_desktop.storage.drafts import Draft

__all__ = ["Draft", "Drafts"]


class Drafts:
    """Each user's own drafts; they are no acts: the journal tells what was done, not what was typed."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def save(self, form: str, record: int | None, payload: Mapping[str, Any], *, by: User) -> None:
        """Saves what is typed in `form` for `record` (None: a new one), replacing the draft before."""
        with self._acting.database.write() as connection:
            stored.put(connection, by.id, Draft(form, record or 0, payload, self._acting.now()))

    @requires(Permission.VIEW_CUSTOMERS)
    def latest(self, form: str, record: int | None, *, by: User) -> Mapping[str, Any] | None:
        """The draft of this form and record, if there is one."""
        return next(
            (d.payload for d in self.pending(by=by) if (d.form, d.record) == (form, record or 0)), None
        )

    @requires(Permission.VIEW_CUSTOMERS)
    def pending(self, *, by: User) -> tuple[Draft, ...]:
        """All drafts of this user, the newest first."""
        with self._acting.read() as connection:
            return stored.of_user(connection, by.id)

    @requires(Permission.VIEW_CUSTOMERS)
    def discard(self, form: str, record: int | None, *, by: User) -> None:
        """Forgets a draft: it was saved properly, or is not wanted."""
        with self._acting.database.write() as connection:
            stored.remove(connection, by.id, form, record or 0)
