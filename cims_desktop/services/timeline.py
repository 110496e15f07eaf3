"""The timeline and follow-up: calls, visits, notes, and who is to be contacted next."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid
from cims_desktop.domain.interactions import Interaction, check_interaction
from cims_desktop.domain.masking import masked, restored_interaction, typed_unseen
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import FollowUp, TimelineEntry
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress, as_text, requires
from cims_desktop.services.reach import require_changeable, require_reach, unseen
from cims_desktop.storage import customers, history


class Timeline:
    """Use cases of the Timeline tab and the Follow-ups page."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def entries(self, customer_id: int, *, by: User, limit: int = 200) -> tuple[TimelineEntry, ...]:
        """Interactions, purchases and answers of a customer, pinned first, then newest first."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            found = history.timeline(connection, customer_id, limit)
        return tuple(masked(entry, by.sight()) for entry in found)

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, interaction_id: int, *, by: User) -> Interaction:
        """One interaction, whole."""
        with self._acting.read() as connection:
            found = history.get_interaction(connection, interaction_id)
            require_reach(connection, Permission.VIEW_CUSTOMERS, (found.customer_id,), by=by)
        return masked(found, by.sight())

    @requires(Permission.RECORD_HISTORY)
    def record(self, interaction: Interaction, *, by: User) -> Changes:
        """Adds an interaction; a next contact date in it becomes the customer's. Raises Invalid."""
        if problems := check_interaction(interaction):
            raise Invalid(problems)
        mine = replace(interaction, by_id=by.id, by_name=by.display_name)
        with self._acting.act(ActKind.RECORD, by=by) as act:
            require_changeable(act.connection, Permission.RECORD_HISTORY, mine.customer_id, by=by)
            planned = customers.next_contact(act.connection, mine.customer_id)
            record = history.insert_interaction(act.connection, mine, act.now, by.id)
            act.about("interaction", record, mine.customer_id, what=mine.kind.value)
            act.made("interaction", record, mine)
            _note_plan(act, mine.customer_id, planned)
        return Changes(customers=frozenset({mine.customer_id}), interactions=frozenset({record}), act=act.id)

    @requires(Permission.RECORD_HISTORY)
    def amend(self, interaction: Interaction, *, by: User) -> Changes:
        """Stores a changed interaction; whose it is and who recorded it stay, and what is hidden from `by`.

        Raises Invalid, StaleRecord, PermissionDenied (masked when a hidden note is given words).
        """
        assert interaction.id is not None
        with self._acting.act(ActKind.AMEND, by=by) as act:
            before = history.get_interaction(act.connection, interaction.id)
            require_changeable(act.connection, Permission.RECORD_HISTORY, before.customer_id, by=by)
            if typed_unseen(interaction, before, by.sight()):
                raise unseen(Permission.RECORD_HISTORY, by=by)
            kept = restored_interaction(interaction, before, by.sight())
            if problems := check_interaction(kept):
                raise Invalid(problems)
            changed = replace(
                kept, customer_id=before.customer_id, by_id=before.by_id, by_name=before.by_name
            )
            planned = customers.next_contact(act.connection, changed.customer_id)
            history.update_interaction(act.connection, changed, act.now, by.id)
            act.about("interaction", interaction.id, changed.customer_id, what=changed.kind.value)
            act.compared("interaction", interaction.id, before, changed, skip=frozenset({"version"}))
            _note_plan(act, changed.customer_id, planned)
        touched = frozenset({changed.customer_id})
        return Changes(customers=touched, interactions=frozenset({interaction.id}), act=act.id)

    @requires(Permission.VIEW_CUSTOMERS)
    def follow_ups(self, until: date, *, by: User, limit: int = 500) -> tuple[FollowUp, ...]:
        """Customers whose next contact is planned up to `until`, the oldest plan first."""
        with self._acting.read() as connection:
            found = history.follow_ups(connection, until, limit, by.sight())
        return tuple(masked(one, by.sight()) for one in found)

    @requires(Permission.RECORD_HISTORY)
    def plan(self, customer_id: int, day: date | None, *, by: User) -> Changes:
        """Sets or clears a customer's next contact."""
        with self._acting.act(ActKind.AMEND, by=by) as act:
            require_changeable(act.connection, Permission.RECORD_HISTORY, customer_id, by=by)
            before = customers.next_contact(act.connection, customer_id)
            customers.set_next_contact(act.connection, customer_id, day, act.now, by.id)
            act.about("customer", customer_id, customer_id, what="next_contact")
            _note_plan(act, customer_id, before)
        return Changes(customers=frozenset({customer_id}), act=act.id)


def _note_plan(act: ActInProgress, customer_id: int, before: date | None) -> None:
    """Notes the customer's next contact, if it is another now."""
    old, new = (as_text(one) for one in (before, customers.next_contact(act.connection, customer_id)))
    if old != new:
        act.changes.append(FieldChange("customer", customer_id, "next_contact", old, new))
