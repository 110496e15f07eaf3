"""What customers prefer and have agreed to."""

from __future__ import annotations

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem, StaleRecord
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.preferences import LONGEST_TEXT, Preferences
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, requires
from cims_desktop.storage import opinions


class PreferenceBook:
    """Use cases of the Preferences tab."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, customer_id: int, *, by: User) -> Preferences:
        """A customer's preferences and consents; empty ones when nothing was said yet."""
        with self._acting.read() as connection:
            return opinions.preferences_of(connection, customer_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def save(self, preferences: Preferences, *, by: User) -> Changes:
        """Stores them. Raises Invalid, StaleRecord."""
        words = (*preferences.interests, *(part for pair in preferences.pairs for part in pair))
        if any(len(word) > LONGEST_TEXT for word in words):
            raise Invalid((Problem("interests", "too_long", "", {"limit": LONGEST_TEXT}),))
        customer_id = preferences.customer_id
        with self._acting.act(ActKind.AMEND, by=by) as act:
            before = opinions.preferences_of(act.connection, customer_id)
            if not opinions.put_preferences(act.connection, preferences, act.now, by.id):
                raise StaleRecord("preference", customer_id)
            act.about("preference", customer_id, customer_id, what="preferences")
            act.compared(
                "preference", customer_id, before, preferences, skip=frozenset({"version", "customer_id"})
            )
        return Changes(customers=frozenset({customer_id}), act=act.id)
