"""Makes up for what a crash kept out between the key file and the users' rows; the key file is right."""

from __future__ import annotations

from collections.abc import Mapping

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.errors import NotFound
from cims_desktop.domain.users import User
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.acting import Acting, as_text
from cims_desktop.storage import offices
from cims_desktop.storage import users as stored
from cims_desktop.storage.engine import Connection
from cims_desktop.storage.roles import every_role


def complete_users(acting: Acting, keys: OpenedKeys) -> None:
    """Makes the rows say what the key file says, where the program ended between the two writes.

    Everybody completes himself, an administrator everybody: his keys have verified every entry of the file.
    """
    with acting.read() as connection:
        known, roles = stored.entries(connection), every_role(connection)
    for one in keys.listed:
        if one.role not in roles:  # never made: its row was lost, or somebody removed it past the program
            if one.slot_id == keys.slot_id:
                raise NotFound("role", one.role)
            continue
        row = known.get(one.slot_id)
        values = {"sign_in_name": one.sign_in_name, "role": one.role, "active": one.enabled}
        if row is None:
            fresh = User(0, one.sign_in_name, one.sign_in_name, roles[one.role], active=one.enabled)
            with acting.act(ActKind.CREATE, by=fresh) as act:
                user_id = offices.put_user(act.connection, fresh, one.slot_id, act.now, None)
                # Whoever added him has chosen the password; only the first user of all has chosen his own.
                stored.ask_for_password(act.connection, user_id, asked=bool(known))
                act.by = _signed_in(act.connection, keys)  # his own row comes first
                act.about("user", user_id, what=fresh.sign_in_name)
        elif (row.sign_in_name, row.role, row.active) != tuple(values.values()):
            with acting.read() as connection:
                by = _signed_in(connection, keys)
            with acting.act(ActKind.AMEND, by=by) as act:
                stored.amend(act.connection, row.id, values, act.now, by.id)
                act.about("user", row.id, what=one.sign_in_name, completed=True)
                act.changes += told(row.id, {name: (getattr(row, name), new) for name, new in values.items()})


def _signed_in(connection: Connection, keys: OpenedKeys) -> User:
    return offices.user_of_slot(connection, keys.slot_id)


def told(user_id: int, values: Mapping[str, tuple[object, object]]) -> list[FieldChange]:
    """The journal's changes of a user: what each column was and is, those left out that are the same."""
    texts = ((name, as_text(before), as_text(after)) for name, (before, after) in values.items())
    return [FieldChange("user", user_id, name, old, new) for name, old, new in texts if old != new]
