"""Sensitive fields: whoever edits a customer may enter one; who may reveal it reads it, and the journal says so."""

from __future__ import annotations

from dataclasses import replace

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, NotFound, OfficeFault, Problem
from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.sensitive import (
    SealedValue,
    SensitiveField,
    SensitiveValue,
    examine,
    field_problems,
    is_doubt,
    tidied,
)
from cims_desktop.domain.users import User
from cims_desktop.services.acting import Acting, ActInProgress, requires
from cims_desktop.services.reach import require_changeable, require_reach
from cims_desktop.services.sealing import Sealing
from cims_desktop.storage import customer_owners, drafts
from cims_desktop.storage import sensitive as stored
from cims_desktop.storage.engine import Connection

TABLE = "secret_value"
CHANGED, CLEARED, REVEALED = "changed", "cleared", "revealed"
"""All that the journal ever says of a value."""

CUSTOMER_FORM = "customer"
"""The form whose drafts hold typed values."""

_BATCH = 100


class Sensitive:
    """Use cases of the sensitive fields."""

    def __init__(self, acting: Acting, sealing: Sealing, country: str) -> None:
        self._acting = acting
        self._sealing = sealing
        self._country = country

    @requires(Permission.VIEW_CUSTOMERS)
    def fields(self, *, by: User) -> tuple[SensitiveField, ...]:
        """The office's fields in their order, those out of use too."""
        with self._acting.read() as connection:
            return stored.fields(connection)

    def examine(self, field: SensitiveField, value: str) -> tuple[Problem, ...]:
        """What is wrong with a typed value, doubts included (`domain.sensitive.is_doubt`). Pure and fast."""
        return examine(field, tidied(field.kind, value), self._country)

    @requires(Permission.MANAGE_OFFICE)
    def define(self, field: SensitiveField, *, by: User) -> Changes:
        """Adds a field of the office's own. Raises Invalid (name: taken, not_a_name; title: required)."""
        new = replace(field, title=field.title.strip(), built_in=False)
        _require(field_problems(new))
        with self._acting.act(ActKind.SETTINGS, by=by) as act:
            record = stored.add_field(act.connection, new)
            act.about("sensitive_field", record, what=new.name)
        return Changes(office=True, act=act.id)

    @requires(Permission.MANAGE_OFFICE)
    def amend(self, field: SensitiveField, *, by: User) -> Changes:
        """Renames a field, or takes it in or out of use; values of one out of use stay. Raises Invalid, NotFound."""
        with self._acting.act(ActKind.SETTINGS, by=by) as act:
            before = _field(act.connection, field.name)
            after = replace(before, title=field.title.strip(), active=field.active)
            _require(field_problems(after))
            record = stored.set_field(act.connection, after)
            act.about("sensitive_field", record, what=after.name)
            act.compared("sensitive_field", record, before, after)
        return Changes(office=True, act=act.id)

    @requires(Permission.VIEW_CUSTOMERS)
    def of_customer(self, customer_id: int, *, by: User) -> tuple[SensitiveValue, ...]:
        """Which fields have a value, how it ends, and who wrote it when; never the value."""
        with self._acting.read() as connection:
            require_reach(connection, Permission.VIEW_CUSTOMERS, [customer_id], by=by)
            return stored.values_of(connection, customer_id)

    @requires(Permission.EDIT_CUSTOMERS)
    def put(
        self,
        customer_id: int,
        field: str,
        value: str,
        version: int | None = None,
        *,
        by: User,
        confirmed: bool = False,
    ) -> Changes:
        """Enters or replaces a value; who does need not be able to read it back.

        `version` is what the person saw (0: nothing there); None compares nothing. A doubt (check digit, birth date)
        is refused too unless `confirmed`. Raises Invalid, StaleRecord, NotFound.
        """
        with self._acting.act(ActKind.AMEND, by=by) as act:
            self._ready(act.connection, customer_id, by)
            found = _field(act.connection, field)
            ready = tidied(found.kind, value)
            problems = examine(found, ready, self._country)
            _require(tuple(one for one in problems if not (confirmed and is_doubt(one))))
            self._write(act, customer_id, field, self._sealing.seal(customer_id, field, ready), version)
        return Changes(customers=frozenset({customer_id}), act=act.id)

    @requires(Permission.EDIT_CUSTOMERS)
    def put_draft(self, customer_id: int, field: str, *, by: User) -> Changes:
        """Enters what this user once typed and can't read: the draft's sealed value goes to its place as it is.

        Raises NotFound when there is no such draft, or the keys were renewed since.
        """
        with self._acting.act(ActKind.AMEND, by=by) as act:
            self._ready(act.connection, customer_id, by)
            mine = [
                one.value
                for draft in drafts.of_user(act.connection, by.id)
                if (draft.form, draft.record) == (CUSTOMER_FORM, customer_id)
                for one in stored.secrets_in(customer_id, draft.payload.get(stored.DRAFTED))
                if one.field == field and one.value.generation == self._sealing.cipher.generation
            ]
            if not mine:
                raise NotFound("draft", customer_id)
            self._write(act, customer_id, field, mine[0], None)
        return Changes(customers=frozenset({customer_id}), act=act.id)

    @requires(Permission.EDIT_CUSTOMERS)
    def clear(self, customer_id: int, field: str, *, by: User) -> Changes:
        """Removes a value for good, also from records merged into this one. Raises NotFound."""
        with self._acting.act(ActKind.AMEND, by=by) as act:
            self._ready(act.connection, customer_id, by)
            gone = stored.clear(act.connection, customer_id, field)
            if not gone:
                raise NotFound(TABLE, customer_id)
            act.about(TABLE, gone[0], customer_id, what=field)
            act.changes += [FieldChange(TABLE, one, field, None, CLEARED) for one in gone]
        return Changes(customers=frozenset({customer_id}), act=act.id)

    @requires(Permission.REVEAL_SENSITIVE)
    def reveal(self, customer_id: int, field: str, *, by: User) -> str:
        """The value. That it was revealed is in the journal, committed, before it is returned.

        Raises NotFound, PermissionDenied, OfficeFault(damaged) with the row when it does not belong there.
        """
        with self._acting.act(ActKind.REVEAL, by=by) as act:
            require_reach(act.connection, Permission.REVEAL_SENSITIVE, [customer_id], by=by)
            secret = stored.secret_of(act.connection, customer_id, field)
            if secret is None:
                raise NotFound(TABLE, customer_id)
            value = self._sealing.open(secret)
            act.about(TABLE, secret.id, customer_id, what=field)
            act.changes.append(FieldChange(TABLE, secret.id, field, None, REVEALED))
        return value

    @requires(Permission.REVEAL_SENSITIVE)
    def find(self, field: str, value: str, *, by: User) -> tuple[int, ...]:
        """The customers who have exactly this value, but for spaces, signs and case. Raises NotFound (the field)."""
        self.fill_blind_indexes(by=by)
        with self._acting.read() as connection:
            known = _field(connection, field)
            blind = self._sealing.cipher.blind_index(field, tidied(known.kind, value))
            found = stored.with_blind_index(connection, field, blind) if blind is not None else ()
            if by.role.scope(Permission.REVEAL_SENSITIVE) is Scope.OWN:
                found = tuple(one for one in found if not customer_owners.foreign(connection, [one], by.id))
            return found

    @requires(Permission.REVEAL_SENSITIVE)
    def fill_blind_indexes(self, *, by: User, most: int | None = None) -> int:
        """Makes values findable that somebody without the key wrote, up to `most`; returns how many.

        Not an act: nothing is decided and nothing shown. A value that does not open is left alone; `reveal` tells.
        """
        if by.looking or not self._sealing.reads:
            return 0
        done, after = 0, 0
        while most is None or done < most:
            with self._acting.read() as connection:
                batch = stored.without_blind_index(connection, after, min(_BATCH, (most or _BATCH)))
            if not batch:
                break
            indexed = [(one, self._blind(one)) for one in batch]
            with self._acting.database.write() as connection:
                for one, blind in indexed:
                    stored.set_blind_index(connection, one, blind)
            after, done = batch[-1].id, done + sum(blind is not None for _, blind in indexed)
        return done

    def _blind(self, secret: stored.Secret) -> bytes | None:
        try:
            return self._sealing.cipher.blind_index(secret.field, self._sealing.open(secret))
        except OfficeFault:
            return None

    def _ready(self, connection: Connection, customer_id: int, by: User) -> None:
        require_changeable(connection, Permission.EDIT_CUSTOMERS, customer_id, by=by)

    def _write(
        self, act: ActInProgress, customer_id: int, field: str, value: SealedValue, version: int | None
    ) -> None:
        record = stored.put(act.connection, customer_id, field, value, act.now, act.by.id, version)
        act.about(TABLE, record, customer_id, what=field)
        act.changes.append(FieldChange(TABLE, record, field, None, CHANGED))


def _field(connection: Connection, name: str) -> SensitiveField:
    found = next((one for one in stored.fields(connection) if one.name == name), None)
    if found is None:
        raise NotFound("sensitive_field", name)
    return found


def _require(problems: tuple[Problem, ...]) -> None:
    if problems:
        raise Invalid(problems)
