"""Opens the office file with the keys that fit it, and settles what a rotation that was killed has left.

A rotation puts the next keys beside the old ones, exchanges the database, then puts the old ones away. Killed on the
way, the database tells how far it came: under the next keys the rotation is finished, under the old ones taken back.
Whoever signs in next does that; no administrator is needed.
"""

from __future__ import annotations

from collections.abc import Callable

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.key_file import read_key_file
from cims_desktop.security.key_rotation import abandon_rotation, finish_rotation
from cims_desktop.security.opened_keys import OpenedKeys
from cims_desktop.services.places import OfficePlace
from cims_desktop.storage import offices
from cims_desktop.storage.engine import OfficeDatabase
from cims_desktop.storage.files import tidy, update_file
from cims_desktop.storage.opening import open_database

_ATTEMPTS = 3
"""Another program may rotate the keys between our reading them and our opening the file; not again and again."""


def open_office_file(
    place: OfficePlace,
    unlock: Callable[[], OpenedKeys],
    back_up: Callable[[OpenedKeys], None] = lambda _keys: None,
) -> tuple[OpenedKeys, OfficeDatabase]:
    """The user's keys in force and the open file, in step with each other.

    `unlock` reads the key file; it is called again when another program has changed that meanwhile. `back_up` is called
    before an office of an earlier program is migrated. Raises what they raise, and OfficeFault: wrong_key, damaged,
    in_use, key_file_rolled_back, key_file_damaged ...
    """
    for _attempt in range(_ATTEMPTS):
        keys = unlock()
        try:
            database = _opened(place, keys, back_up)
        except OfficeFault as fault:
            if fault.code != "wrong_key" or read_key_file(place.key_file).digest() == keys.digest:
                raise
            continue
        try:
            settled = _in_step(place, database, keys, unlock)
        except BaseException:
            database.close()
            raise
        if settled is not None:
            tidy(place.key_file)
            return settled, database
        database.close()
    raise OfficeFault("wrong_key", path=str(place.file))


def _opened(place: OfficePlace, keys: OpenedKeys, back_up: Callable[[OpenedKeys], None]) -> OfficeDatabase:
    """The file under the next keys, while there are any, else under those in force."""
    if keys.next is not None:
        try:
            coming = keys.next
            return open_database(place.file, coming.data_key, lambda: back_up(coming))
        except OfficeFault as fault:
            if fault.code != "wrong_key":
                raise
    return open_database(place.file, keys.data_key, lambda: back_up(keys))


def _in_step(
    place: OfficePlace, database: OfficeDatabase, keys: OpenedKeys, unlock: Callable[[], OpenedKeys]
) -> OpenedKeys | None:
    """The keys in force, now that no rotation can begin any more; None when the file is not theirs."""
    if keys.next is not None or _behind(database, keys):
        keys = unlock()  # it may have changed between our reading and our opening
    if keys.next is not None:
        keys = _settled(place, database, keys, unlock)
    if not database.is_under(keys.data_key):
        return None
    require_in_step(database, keys)
    return keys


def _settled(
    place: OfficePlace, database: OfficeDatabase, keys: OpenedKeys, unlock: Callable[[], OpenedKeys]
) -> OpenedKeys:
    finished = keys.next is not None and database.is_under(keys.next.data_key)
    step = finish_rotation if finished else abandon_rotation
    try:
        return step(place.key_file, keys, update=update_file)
    except OfficeFault as fault:
        if fault.code != "key_file_changed":
            raise
        return unlock()  # somebody else who signed in has done it


def _behind(database: OfficeDatabase, keys: OpenedKeys) -> bool:
    with database.read() as connection:
        return keys.epoch < offices.seen_keys(connection)[0]


def require_in_step(database: OfficeDatabase, keys: OpenedKeys) -> None:
    """An older key file beside a newer database is refused; a newer one (crash between two writes) is noted."""
    with database.read() as connection:
        seen, digest = offices.seen_keys(connection)
    if keys.epoch == seen and digest is not None and digest != keys.digest:
        raise OfficeFault("key_file_damaged")
    if keys.epoch < seen:
        raise OfficeFault("key_file_rolled_back", epoch=keys.epoch, seen=seen)
    if keys.epoch > seen:
        with database.write() as connection:
            offices.mirror_keys(connection, keys.epoch, keys.digest)
