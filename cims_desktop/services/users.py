"""Who may sign in: listing, adding a user, changing one's password."""

from __future__ import annotations

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.security import key_ring
from cims_desktop.security.key_ring import list_users
from cims_desktop.security.opened_keys import ListedUser, OpenedKeys
from cims_desktop.security.passwords import check_password
from cims_desktop.services.acting import Acting, requires
from cims_desktop.services.held_keys import HeldKeys
from cims_desktop.services.places import OfficePlace
from cims_desktop.storage import offices
from cims_desktop.storage.files import update_file
from cims_desktop.storage.roles import every_role

LONGEST_SIGN_IN_NAME = 64


def name_problems(sign_in_name: str) -> tuple[Problem, ...]:
    """What is wrong with a new sign-in name, spaces around it taken off already."""
    if not sign_in_name:
        return (Problem("sign_in_name", "required"),)
    if len(sign_in_name) > LONGEST_SIGN_IN_NAME:
        return (Problem("sign_in_name", "too_long", "", {"limit": LONGEST_SIGN_IN_NAME}),)
    return ()


class Users:
    """Use cases of user administration; "Safe" completes them."""

    def __init__(self, acting: Acting, keys: HeldKeys) -> None:
        self._acting = acting
        self._keys = keys

    @requires(Permission.VIEW_CUSTOMERS)
    def listing(self, *, by: User) -> tuple[User, ...]:
        """All users, by sign-in name."""
        with self._acting.read() as connection:
            return offices.users(connection)

    @requires(Permission.MANAGE_USERS)
    def add(self, sign_in_name: str, display_name: str, role: Role, password: str, *, by: User) -> Changes:
        """A new user: key-file slot first, then the row (`complete_users` makes one that a crash kept out).

        Raises Invalid.
        """
        name, shown = sign_in_name.strip(), display_name.strip() or sign_in_name.strip()
        if problems := (*name_problems(name), *check_password(password, names=(name, shown))):
            raise Invalid(problems)
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
            offices.mirror_keys(act.connection, self._keys.opened.epoch, self._keys.opened.digest)
            act.about("user", user_id, what=name)
        return Changes(office=True, act=act.id)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def change_password(self, old: str, new: str, *, by: User) -> Changes:
        """Changes the signed-in user's own password. Raises SignInRefused when `old` is wrong, Invalid."""
        if problems := check_password(new, names=(by.sign_in_name, by.display_name)):
            raise Invalid(problems)
        if old == new:
            raise Invalid((Problem("password", "same_as_before"),))
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
            offices.mirror_keys(act.connection, self._keys.opened.epoch, self._keys.opened.digest)
            act.about("user", by.id, what="password")
        return Changes(act=act.id)

    @requires(Permission.VIEW_CUSTOMERS, writes=True)
    def set_language(self, language: str, *, by: User) -> None:
        """Remembers in which language this user works (a setting, not an act)."""
        with self._acting.database.write() as connection:
            offices.set_language(connection, by.id, language)


def complete_users(acting: Acting, place: OfficePlace, keys: OpenedKeys) -> None:
    """Makes the rows of users who are in the key file only, because the program ended between the two writes.

    Everybody completes himself, an administrator everybody: his keys have verified every entry of the file.
    """
    mine = ListedUser(keys.slot_id, keys.sign_in_name, keys.role, enabled=True)
    listed = (mine,) if keys.administrator_key is None else (mine, *list_users(place.key_file))
    with acting.read() as connection:
        missing = offices.slots_without_user(connection, [one.slot_id for one in listed])
        roles = every_role(connection)
    for one in dict.fromkeys(each for each in listed if each.slot_id in missing):
        fresh = User(0, one.sign_in_name, one.sign_in_name, roles[one.role], active=one.enabled)
        with acting.act(ActKind.CREATE, by=fresh) as act:
            user_id = offices.put_user(act.connection, fresh, one.slot_id, act.now, None)
            act.by = offices.user_of_slot(act.connection, keys.slot_id)  # his own row comes first
            act.about("user", user_id, what=fresh.sign_in_name)
