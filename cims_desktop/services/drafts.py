"""Drafts: unfinished typing, saved within three seconds, offered after a crash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from cims_desktop.domain.masking import masked_fields
from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.sealing import Sealing
from cims_desktop.storage import customer_owners
from cims_desktop.storage import drafts as stored
from cims_desktop.storage.drafts import Draft
from cims_desktop.storage.engine import Connection

__all__ = ["Draft", "Drafts"]

_OF_CUSTOMERS = frozenset({"customer"})
"""Forms whose record is a customer: a draft of one holds what was read from him."""


class Drafts:
    """Each user's own drafts; they are no acts: the journal tells what was done, not what was typed."""

    def __init__(self, acting: Acting, sealing: Sealing) -> None:
        self._acting = acting
        self._sealing = sealing

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def save(self, form: str, record: int | None, payload: Mapping[str, Any], *, by: User) -> None:
        """Saves what is typed in `form` for `record` (None: a new one), replacing the draft before.

        Values of sensitive fields stand under "sensitive" by the field's name; they are sealed before they are stored.
        """
        closed = self._sealing.close_draft(record or 0, payload)
        with self._acting.database.write() as connection:
            stored.put(connection, by.id, Draft(form, record or 0, closed, self._acting.now()))

    @requires(Permission.VIEW_CUSTOMERS)
    def latest(self, form: str, record: int | None, *, by: User) -> Mapping[str, Any] | None:
        """The draft of this form and record, if there is one."""
        return next(
            (d.payload for d in self.pending(by=by) if (d.form, d.record) == (form, record or 0)), None
        )

    @requires(Permission.VIEW_CUSTOMERS)
    def pending(self, *, by: User) -> tuple[Draft, ...]:
        """All drafts of this user, the newest first, without what has been hidden from him since.

        Typed values that this user can't read are named under "sensitive_unreadable": `Sensitive.put_draft` saves them.
        """
        with self._acting.read() as connection:
            found = [one for one in stored.of_user(connection, by.id) if _reached(connection, one, by)]
        opened = (replace(one, payload=self._sealing.open_draft(one.record, one.payload)) for one in found)
        return tuple(_seen(one, by) for one in opened)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def discard(self, form: str, record: int | None, *, by: User) -> None:
        """Forgets a draft: it was saved properly, or is not wanted."""
        with self._acting.database.write() as connection:
            stored.remove(connection, by.id, form, record or 0)


def _reached(connection: Connection, draft: Draft, by: User) -> bool:
    if not _about_customer(draft) or by.role.scope(Permission.VIEW_CUSTOMERS) is Scope.ALL:
        return True
    return not customer_owners.foreign(connection, (draft.record,), by.id)


def _seen(draft: Draft, by: User) -> Draft:
    if not _about_customer(draft):
        return draft
    return replace(draft, payload=masked_fields(draft.payload, by.sight()))


def _about_customer(draft: Draft) -> bool:
    """Whether a stored customer is being changed; what is typed of a new one is the user's own."""
    return draft.form in _OF_CUSTOMERS and draft.record != 0
