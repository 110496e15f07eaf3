"""Drafts: unfinished typing, saved within three seconds, offered after a crash."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cims_desktop.domain.errors import NotFound
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.domain.masking import masked_fields
from cims_desktop.domain.permissions import MaskField, Permission, Scope
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.sealing import Sealing
from cims_desktop.storage import customer_owners
from cims_desktop.storage import drafts as stored
from cims_desktop.storage.drafts import OF_CUSTOMERS, Draft
from cims_desktop.storage.engine import Connection

__all__ = ["Draft", "Drafts", "LeftDraft"]


@dataclass(frozen=True)
class LeftDraft:
    """A draft from another window or from before a crash. `name`: the customer's; empty when it is about none.

    `state`: "" as it was, "changed" by somebody since, "binned", "merged" into another, "gone" for good.
    """

    draft: Draft
    name: str = ""
    state: str = ""


class Drafts:
    """Each user's own drafts; they are no acts: the journal tells what was done, not what was typed.

    Each open office is one window of its own: two windows of one user never write over each other's drafts.
    """

    def __init__(self, acting: Acting, sealing: Sealing) -> None:
        self._acting = acting
        self._sealing = sealing
        self._window = secrets.token_hex(8)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def save(self, form: str, record: int | None, payload: Mapping[str, Any], *, by: User) -> None:
        """Saves what is typed in `form` for `record` (None: a new one), replacing this window's draft before.

        Raises NotFound for a customer who is gone: what was erased does not come back as a draft.
        Values of sensitive fields stand under "sensitive" by the field's name; they are sealed before they are stored.
        """
        closed = self._sealing.close_draft(record or 0, payload)
        draft = Draft(form, record or 0, closed, self._acting.now(), self._window)
        with self._acting.database.write() as connection:
            if _about_customer(draft) and stored.subject(connection, draft.record) is None:
                raise NotFound("customer", draft.record)
            stored.put(connection, by.id, draft)

    @requires(Permission.VIEW_CUSTOMERS)
    def latest(self, form: str, record: int | None, *, by: User) -> Mapping[str, Any] | None:
        """The newest draft of this form and record, of whichever window, if there is one."""
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
        """Forgets this window's draft: it was saved properly, or is not wanted. Others' stay and are offered."""
        with self._acting.database.write() as connection:
            stored.remove(connection, by.id, form, record or 0, self._window)

    @requires(Permission.VIEW_CUSTOMERS)
    def left(self, *, by: User) -> tuple[LeftDraft, ...]:
        """What other windows, or this user before a crash, typed and did not save; the newest first."""
        others = [draft for draft in self.pending(by=by) if draft.window != self._window]
        with self._acting.read() as connection:
            return tuple(_left(connection, draft) for draft in others)

    @requires(Permission.VIEW_CUSTOMERS)
    def offered(self, form: str, record: int | None, *, by: User) -> LeftDraft | None:
        """The newest draft of this form and record, of whichever window, with what became of its customer."""
        found = (d for d in self.pending(by=by) if (d.form, d.record) == (form, record or 0))
        draft = next(found, None)
        if draft is None:
            return None
        with self._acting.read() as connection:
            return _left(connection, draft)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def take_up(self, draft: Draft, *, by: User) -> None:
        """Another window's draft goes on in this one. When this one has its own of the same form, both stay."""
        with self._acting.database.write() as connection:
            stored.hand_over(connection, by.id, draft.id or 0, self._window)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def drop(self, draft: Draft, *, by: User) -> None:
        """Forgets one draft of whichever window."""
        with self._acting.database.write() as connection:
            stored.remove_one(connection, by.id, draft.id or 0)


def _left(connection: Connection, draft: Draft) -> LeftDraft:
    if not _about_customer(draft):
        return LeftDraft(draft)
    found = stored.subject(connection, draft.record)
    if found is None:
        return LeftDraft(draft, state="gone")
    version = draft.payload.get("version")
    newer = draft.form == "customer" and version != found.version
    state = "merged" if found.merged else "binned" if found.binned else "changed" if newer else ""
    return LeftDraft(draft, found.name, state)


def _reached(connection: Connection, draft: Draft, by: User) -> bool:
    if not _about_customer(draft) or by.role.scope(Permission.VIEW_CUSTOMERS) is Scope.ALL:
        return True
    return not customer_owners.foreign(connection, (draft.record,), by.id)


def _seen(draft: Draft, by: User) -> Draft:
    if not _about_customer(draft):
        return draft
    return replace(draft, payload=_without_note(masked_fields(draft.payload, by.sight()), by))


def _without_note(payload: Mapping[str, Any], by: User) -> Mapping[str, Any]:
    """A stored note that is being changed is hidden as the note itself is; a new one is the user's own words."""
    note = payload.get("kind") == InteractionKind.NOTE and payload.get("interaction")
    if not note or MaskField.NOTE not in by.sight().hidden:
        return payload
    return {**payload, "text": "", "outcome": ""}


def _about_customer(draft: Draft) -> bool:
    """Whether a stored customer is being changed or written about; what is typed of a new one is the user's own."""
    return draft.form in OF_CUSTOMERS and draft.record != 0
