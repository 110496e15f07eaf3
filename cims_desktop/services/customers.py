"""Customers: list, read, create, edit, delete to the bin, restore."""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import replace

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.customers import Customer, CustomerRow, errors_in, prepared
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.masking import masked, restored, typed_unseen
from cims_desktop.domain.permissions import MaskField, Permission, Scope
from cims_desktop.domain.preferences import Preferences
from cims_desktop.domain.progress import Task
from cims_desktop.domain.queries import CustomerQuery
from cims_desktop.domain.users import User
from cims_desktop.services.acting import NOT_JOURNALED, Acting, ActInProgress, requires
from cims_desktop.services.customers_bin import Moved, move
from cims_desktop.services.preferences import check_preferences, put_preferences
from cims_desktop.services.reach import (
    not_yours,
    require_changeable,
    require_reach,
    sight_for,
    unseen,
)
from cims_desktop.storage import customer_lists
from cims_desktop.storage import customers as stored
from cims_desktop.storage.engine import Interruptor


class Customers:
    """Use cases of the customer list and form."""

    def __init__(self, acting: Acting, country: str) -> None:
        self._acting = acting
        self._country = country
        self._interruptor = Interruptor()

    def interrupt(self) -> None:
        """Ends running counts and snapshots (they raise Cancelled). Safe from any thread."""
        self._interruptor.interrupt()

    @requires(Permission.VIEW_CUSTOMERS)
    def count(self, query: CustomerQuery, *, by: User) -> int:
        """How many customers match the query. Raises PermissionDenied (masked), as all that take a query."""
        sight = sight_for(query, Permission.VIEW_CUSTOMERS, by=by)
        with self._acting.read(self._interruptor) as connection:
            return customer_lists.count(connection, query, sight)

    @requires(Permission.VIEW_CUSTOMERS)
    def first_rows(self, query: CustomerQuery, limit: int, *, by: User) -> tuple[CustomerRow, ...]:
        """The first rows, where an index gives them at once; else nothing, and `ids` then `rows` tell."""
        sight = sight_for(query, Permission.VIEW_CUSTOMERS, by=by)
        with self._acting.read(self._interruptor) as connection:
            first = customer_lists.first_rows(connection, query, limit, sight)
        return tuple(masked(row, sight) for row in first)

    @requires(Permission.VIEW_CUSTOMERS)
    def ids(self, query: CustomerQuery, *, by: User) -> array[int]:
        """A snapshot of all matching ids in the query's order (8 bytes each)."""
        sight = sight_for(query, Permission.VIEW_CUSTOMERS, by=by)
        with self._acting.read(self._interruptor) as connection:
            return customer_lists.ids(connection, query, sight)

    @requires(Permission.VIEW_CUSTOMERS)
    def rows(self, ids: Sequence[int], *, by: User) -> dict[int, CustomerRow]:
        """List rows by id, a page at a time; customers that are gone, or not to be seen, are missing."""
        sight = by.sight()
        with self._acting.read() as connection:
            found = customer_lists.rows(connection, ids, sight)
        return {key: masked(row, sight) for key, row in found.items()}

    @requires(Permission.VIEW_CUSTOMERS)
    def get(self, customer_id: int, *, by: User) -> Customer:
        """The whole customer, without what is hidden everywhere. Raises NotFound."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, (customer_id,), by=by)
            return masked(stored.get(connection, customer_id), by.sight())

    @requires(Permission.VIEW_CUSTOMERS)
    def cities(self, *, by: User) -> tuple[str, ...]:
        """The most frequent cities, for the filter; none where addresses are hidden in lists."""
        sight = by.sight()
        with self._acting.read() as connection:
            if MaskField.ADDRESS in sight.unlisted:
                return ()
            return customer_lists.cities(connection, sight=sight)

    def examine(self, customer: Customer) -> tuple[Problem, ...]:
        """Everything wrong with what is typed, warnings included. Pure and fast: the form asks at each change."""
        return prepared(customer, self._country)[1]

    @requires(Permission.CREATE_CUSTOMERS)
    def add(self, customer: Customer, *, by: User) -> Changes:
        """Stores a new customer; its id is the one in the changes. Raises Invalid.

        Who sees only own customers owns it: it would be gone from the list otherwise.
        """
        ready = self._ready(customer)
        if by.sight().owner is not None:
            ready = replace(ready, owner_id=by.id)
        with self._acting.act(ActKind.CREATE, by=by) as act:
            if ready.number:
                _require_free_number(stored.id_of_number(act.connection, ready.number), None)
            customer_id = stored.insert(act.connection, ready, act.now, by.id)
            act.about("customer", customer_id, customer_id)
            act.made("customer", customer_id, stored.get(act.connection, customer_id))
        return Changes(customers=frozenset({customer_id}), act=act.id)

    @requires(Permission.EDIT_CUSTOMERS)
    def amend(self, customer: Customer, *, by: User) -> Changes:
        """Stores a changed customer; what is hidden from `by` stays. Raises as `amend_with`."""
        return self.amend_with(customer, None, by=by)

    @requires(Permission.EDIT_CUSTOMERS)
    def amend_with(self, customer: Customer | None, preferences: Preferences | None, *, by: User) -> Changes:
        """Stores a changed customer and his changed preferences (None: unchanged) in one act: both, or neither.

        Raises Invalid, NotFound, StaleRecord when somebody else saved either first, and PermissionDenied (not_yours
        when a customer of one's own would go to another owner, masked when a hidden field is given a value).
        """
        checked = self._ready(customer) if customer is not None else None
        if preferences is not None:
            check_preferences(preferences)
        with self._acting.act(ActKind.AMEND, by=by) as act:
            if preferences is not None:
                put_preferences(act, preferences)
            if checked is not None:
                _amend(act, checked)
            assert act.customer_id is not None
        return Changes(customers=frozenset({act.customer_id}), act=act.id)

    @requires(Permission.DELETE_CUSTOMERS)
    def delete(self, ids: Sequence[int], task: Task | None = None, *, by: User) -> Moved:
        """Moves customers to the bin, with everything they had; `restore` takes them back.

        After a cancel, and after a fault in the middle, the outcome says which were moved: they stay there.
        More than one at a time wants the right of bulk changes besides.
        """
        return move(self._acting, ids, True, task or Task(), by)

    @requires(Permission.DELETE_CUSTOMERS)
    def restore(self, ids: Sequence[int], task: Task | None = None, *, by: User) -> Moved:
        """Takes customers out of the bin; stopped or not, as `delete`."""
        return move(self._acting, ids, False, task or Task(), by)

    def _ready(self, customer: Customer) -> Customer:
        ready, problems = prepared(customer, self._country)
        if errors := errors_in(problems):
            raise Invalid(errors)
        return ready


def _amend(act: ActInProgress, checked: Customer) -> None:
    customer_id = checked.id
    assert customer_id is not None
    require_changeable(act.connection, Permission.EDIT_CUSTOMERS, customer_id, by=act.by)
    before, sight = stored.get(act.connection, customer_id), act.by.sight()
    if typed_unseen(checked, before, sight):
        raise unseen(Permission.EDIT_CUSTOMERS, by=act.by)
    if checked.owner_id != before.owner_id and act.by.role.scope(Permission.EDIT_CUSTOMERS) is not Scope.ALL:
        raise not_yours(Permission.EDIT_CUSTOMERS, by=act.by)
    ready = restored(replace(checked, number=before.number), before, sight)
    stored.update(act.connection, ready, act.now, act.by.id)
    act.about("customer", customer_id, customer_id)
    act.compared("customer", customer_id, before, ready, skip=NOT_JOURNALED)
    act.detail["what"] = ",".join(change.field for change in act.changes)


def _require_free_number(found: int | None, mine: int | None) -> None:
    if found is not None and found != mine:
        raise Invalid((Problem("number", "taken"),))
