"""Who may sign in, as what: administration of users, and each one's own settings.

What decides stands in the key file, where it is authenticated; the rows follow it. So every change is written there
first, then in the row with the journal; what a crash keeps out in between is made up for at the next sign-in.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from typing import Any

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import LONGEST_IDLE_MINUTES
from cims_desktop.domain.progress import Task
from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.security import key_ring
from cims_desktop.security.key_derivation import KdfParameters, calibrate
from cims_desktop.security.passwords import check_password
from cims_desktop.services.acting import Acting, ActInProgress, requires
from cims_desktop.services.completing_users import told
from cims_desktop.services.handing_over import Disabled, Owned, hand_over, owned_by
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.storage import office_rules, offices
from cims_desktop.storage import users as stored
from cims_desktop.storage.files import update_file
from cims_desktop.storage.roles import role_of

LONGEST_SIGN_IN_NAME = 64
LONGEST_DISPLAY_NAME = 200


def name_problems(sign_in_name: str) -> tuple[Problem, ...]:
    """What is wrong with a new sign-in name, spaces around it taken off already."""
    if not sign_in_name:
        return (Problem("sign_in_name", "required"),)
    if len(sign_in_name) > LONGEST_SIGN_IN_NAME:
        return (Problem("sign_in_name", "too_long", "", {"limit": LONGEST_SIGN_IN_NAME}),)
    return ()


class Users:
    """Use cases of user administration, and of one's own account."""

    def __init__(self, acting: Acting, keys: HeldKeys) -> None:
        self._acting = acting
        self._keys = keys

    @requires(Permission.VIEW_CUSTOMERS)
    def listing(self, *, by: User) -> tuple[User, ...]:
        """All users, by sign-in name."""
        with self._acting.read() as connection:
            return offices.users(connection)

    @requires(Permission.MANAGE_USERS, writes=False)
    def owned(self, user_id: int, *, by: User) -> Owned:
        """How much would need an heir if this user left."""
        with self._acting.read() as connection:
            return owned_by(connection, user_id)

    @requires(Permission.MANAGE_USERS)
    def add(
        self,
        sign_in_name: str,
        display_name: str,
        role: Role,
        password: str,
        *,
        by: User,
        must_change: bool = False,
    ) -> Changes:
        """A new user: key-file slot first, then the row (`complete_users` makes one that a crash kept out).

        `must_change`: the password is for the first sign-in only. Raises Invalid.
        """
        name, shown = sign_in_name.strip(), display_name.strip() or sign_in_name.strip()
        if problems := (*name_problems(name), *_shown_problems(shown), *self._weak(password, name, shown)):
            raise Invalid(problems)
        with self._acting.read() as connection:
            role_of(connection, role.key)
        added = key_ring.add_user(
            self._keys.place.key_file,
            self._keys.opened,
            name,
            role.key,
            password,
            update=update_file,
            minimum=self._keys.minimum,
        )
        self._keys.take(added.opened)
        with self._acting.act(ActKind.CREATE, by=by) as act:
            user_id = offices.put_user(
                act.connection, User(0, name, shown, role, by.language), added.slot_id, act.now, by.id
            )
            values = {"must_change_password": must_change}
            stored.amend(act.connection, user_id, values, act.now, by.id)
            self._mirror(act)
            act.about("user", user_id, what=name)
            act.changes += told(user_id, {"role": (None, role.key), "display_name": (None, shown)})
        return Changes(office=True, act=act.id)

    @requires(Permission.MANAGE_USERS)
    def set_role(self, user_id: int, role: Role, *, by: User) -> Changes:
        """Gives a user another role and exactly its keys, in force at the next sign-in.

        Raises Invalid: yourself, last_administrator. NotFound for a role that is none.
        """
        one = self._other(user_id, by, "role")
        with self._acting.read() as connection:
            role_of(connection, role.key)
        self._keys.take(
            key_ring.set_role(
                self._keys.place.key_file, self._keys.opened, one.slot, role.key, update=update_file
            )
        )
        return self._amended(one, {"role": role.key}, {"role": (one.role, role.key)}, by)

    @requires(Permission.MANAGE_USERS)
    def rename(self, user_id: int, display_name: str, *, by: User) -> Changes:
        """The name by which colleagues see this user. Raises Invalid."""
        shown = display_name.strip()
        if problems := _shown_problems(shown):
            raise Invalid(problems)
        with self._acting.read() as connection:
            one = stored.entry(connection, user_id)
            before = offices.user_of_slot(connection, one.slot).display_name
        return self._amended(one, {"display_name": shown}, {"display_name": (before, shown)}, by)

    @requires(Permission.MANAGE_USERS)
    def reset_password(self, user_id: int, new: str, *, by: User) -> Changes:
        """A new password for a user who has forgotten it; it must be changed at the next sign-in.

        The second factor is off then. One's own password is changed with the old one. Raises Invalid.
        """
        one = self._other(user_id, by, "password")
        if problems := self._weak(new, one.sign_in_name):
            raise Invalid(problems)
        file, opened, least = self._keys.place.key_file, self._keys.opened, self._keys.minimum
        with self._asking(one):
            self._keys.take(
                key_ring.reset_password(file, opened, one.slot, new, update=update_file, minimum=least)
            )
        return self._amended(one, {"must_change_password": True}, {}, by, reset="password")

    @requires(Permission.MANAGE_USERS)
    def disable(self, user_id: int, heir_id: int | None, task: Task | None = None, *, by: User) -> Disabled:
        """Shuts a user out, then gives all that he owns to the heir (None: customers and tasks to nobody).

        What was stopped or interrupted is gone on with by asking again. Raises Invalid: yourself, last_administrator,
        unknown (heir).
        """
        one = self._other(user_id, by, "user")
        with self._acting.read() as connection:
            heir = None if heir_id is None else stored.entry(connection, heir_id)
        if heir is not None and (heir.id == one.id or not heir.active):
            raise Invalid((Problem("heir", "unknown"),))
        self._switch(one, False)
        return hand_over(self._acting, one, heir, task or Task(), by, self._mirror)

    @requires(Permission.MANAGE_USERS)
    def enable(self, user_id: int, *, by: User) -> Changes:
        """Lets a user in again, with the password of before."""
        one = self._other(user_id, by, "user")
        self._switch(one, True)
        return self._amended(one, {"active": True}, {"active": (one.active, True)}, by)

    @requires(Permission.MANAGE_KEYS)
    def raise_cost(self, cost: KdfParameters | None = None, *, by: User) -> Changes:
        """Makes guessing passwords dearer: as dear as this PC can bear (or `cost`), never cheaper than it is.

        New passwords are sealed so from now on, each user's at the next sign-in. Nothing happens when it is so already.
        """
        file, before = self._keys.place.key_file, self._keys.opened
        self._keys.take(key_ring.raise_cost(file, before, cost or calibrate(), update=update_file))
        if self._keys.opened.epoch == before.epoch:
            return Changes()
        with self._acting.act(ActKind.KEYS, by=by) as act:
            self._mirror(act)
            act.about("office", None, what="cost")
        return Changes(act=act.id)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def change_password(self, old: str, new: str, *, by: User) -> Changes:
        """Changes the signed-in user's own password. Raises SignInRefused (wrong old one, wait), Invalid."""
        if problems := self._weak(new, by.sign_in_name, by.display_name):
            raise Invalid(problems)
        if old == new:
            raise Invalid((Problem("password", "same_as_before"),))
        with self._keys.proving():
            changed = key_ring.change_password(
                self._keys.place.key_file,
                self._keys.opened,
                old,
                new,
                update=update_file,
                minimum=self._keys.minimum,
            )
        self._keys.take(changed)
        with self._acting.act(ActKind.SETTINGS, by=by) as act:
            stored.amend(act.connection, by.id, {"must_change_password": False}, act.now, by.id)
            self._mirror(act)
            act.about("user", by.id, what="password")
        return Changes(act=act.id)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def set_language(self, language: str, *, by: User) -> None:
        """Remembers in which language this user works (a setting, not an act)."""
        with self._acting.database.write() as connection:
            offices.set_language(connection, by.id, language)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def set_idle_minutes(self, minutes: int | None, *, by: User) -> None:
        """After how many minutes this user's windows lock; None: as the office says, which is also the most.

        Raises Invalid (out_of_range).
        """
        with self._acting.database.write() as connection:
            most = office_rules.rules(connection)[0].idle_minutes or LONGEST_IDLE_MINUTES
            if minutes is not None and not 1 <= minutes <= most:
                raise Invalid(
                    (Problem("idle_minutes", "out_of_range", str(minutes), {"low": 1, "high": most}),)
                )
            stored.set_idle_minutes(connection, by.id, minutes)

    def _other(self, user_id: int, by: User, field: str) -> stored.UserEntry:
        if user_id == by.id:
            raise Invalid((Problem(field, "yourself"),))
        with self._acting.read() as connection:
            return stored.entry(connection, user_id)

    def _weak(self, password: str, *names: str) -> tuple[Problem, ...]:
        with self._acting.read() as connection:
            least = office_rules.rules(connection)[0].least_password
            office = offices.profile(connection).name
        return check_password(password, names=(*names, office), minimum=least)

    def _switch(self, one: stored.UserEntry, enabled: bool) -> None:
        self._keys.take(
            key_ring.set_enabled(
                self._keys.place.key_file, self._keys.opened, one.slot, enabled, update=update_file
            )
        )

    @contextlib.contextmanager
    def _asking(self, one: stored.UserEntry) -> Iterator[None]:
        """The row comes first here: a crash in between must not make the given password the user's own."""
        with self._acting.database.write() as connection:
            before = stored.ask_for_password(connection, one.id, asked=True)
        try:
            yield
        except BaseException:
            with self._acting.database.write() as connection:
                stored.ask_for_password(connection, one.id, asked=before)
            raise

    def _mirror(self, act: ActInProgress) -> None:
        offices.mirror_keys(act.connection, self._keys.opened.epoch, self._keys.opened.digest)

    def _amended(
        self,
        one: stored.UserEntry,
        values: Mapping[str, Any],
        differences: Mapping[str, tuple[object, object]],
        by: User,
        reset: str = "",
    ) -> Changes:
        """The row after the key file, and what the journal says."""
        with self._acting.act(ActKind.AMEND, by=by) as act:
            stored.amend(act.connection, one.id, values, act.now, by.id)
            self._mirror(act)
            act.about("user", one.id, what=one.sign_in_name)
            if reset:
                act.detail["reset"] = reset
            act.changes += told(one.id, differences)
        return Changes(office=True, act=act.id)


def _shown_problems(display_name: str) -> tuple[Problem, ...]:
    if not display_name:
        return (Problem("display_name", "required"),)
    if len(display_name) > LONGEST_DISPLAY_NAME:
        return (Problem("display_name", "too_long", "", {"limit": LONGEST_DISPLAY_NAME}),)
    return ()
