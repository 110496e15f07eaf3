"""What customers prefer and have agreed to."""

from __future__ import annotations

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem, StaleRecord
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.preferences import LONGEST_TEXT, Consent, ConsentState, Preferences
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress, requires
from cims_desktop.services.reach import require_changeable, require_reach
from cims_desktop.storage import consents, opinions


class PreferenceBook:
    """Use cases of the Preferences tab."""

    def __init__(self, acting: Acting) -> None:
        self._acting = acting

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, customer_id: int, *, by: User) -> Preferences:
        """A customer's preferences and consents; empty ones when nothing was said yet."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            return opinions.preferences_of(connection, customer_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def save(self, preferences: Preferences, *, by: User) -> Changes:
        """Stores them. Raises Invalid, StaleRecord."""
        check_preferences(preferences)
        with self._acting.act(ActKind.AMEND, by=by) as act:
            put_preferences(act, preferences)
        return Changes(customers=frozenset({preferences.customer_id}), act=act.id)


def check_preferences(preferences: Preferences) -> None:
    """Raises Invalid for words that are too long."""
    words = (*preferences.interests, *(part for pair in preferences.pairs for part in pair))
    if any(len(word) > LONGEST_TEXT for word in words):
        raise Invalid((Problem("interests", "too_long", "", {"limit": LONGEST_TEXT}),))


def put_preferences(act: ActInProgress, preferences: Preferences) -> None:
    """Stores them as part of `act`. Raises StaleRecord, NotFound, Invalid (in the bin), PermissionDenied."""
    customer_id = preferences.customer_id
    require_changeable(act.connection, Permission.EDIT_CUSTOMERS, customer_id, by=act.by)
    before = opinions.preferences_of(act.connection, customer_id)
    if not opinions.put_preferences(act.connection, preferences, act.now, act.by.id):
        raise StaleRecord("preference", customer_id)
    known = set(before.consents)
    said = [one for one in preferences.consents if one not in known and _says(one, before)]
    consents.add_events(act.connection, customer_id, said, act.now, act.by.id)
    act.about("preference", customer_id, customer_id, what="preferences")
    act.compared("preference", customer_id, before, preferences, skip=frozenset({"version", "customer_id"}))


def _says(one: Consent, before: Preferences) -> bool:
    """Whether a consent is a word of the customer: not that he was never asked, and still has not been."""
    known = (c for c in before.consents if (c.purpose, c.channel) == (one.purpose, one.channel))
    return one.state is not ConsentState.UNKNOWN or any(c.state is not ConsentState.UNKNOWN for c in known)
