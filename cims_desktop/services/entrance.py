"""The way into an office: making one, and signing in. Keys first, then the database, then the services on it."""

from __future__ import annotations

import contextlib
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Protocol

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.clock import Clock, system_clock
from cims_desktop.domain.dates import is_time_zone
from cims_desktop.domain.errors import CimsError, Invalid, OfficeFault, Problem
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.security import key_ring
from cims_desktop.security.key_derivation import MINIMUM, KdfParameters
from cims_desktop.security.opened_keys import OpenedKeys, open_key_file
from cims_desktop.services.arriving import arrived, reset_by_recovery
from cims_desktop.services.backups import BeforeMigration, Restorer
from cims_desktop.services.file_opening import open_office_file
from cims_desktop.services.new_passwords import password_problems
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.places import OfficePlace
from cims_desktop.services.second_factor import prove
from cims_desktop.services.throttle import Throttle
from cims_desktop.services.users import name_problems
from cims_desktop.storage import offices
from cims_desktop.storage.files import private_folder, update_file
from cims_desktop.storage.opening import create_database, remove_database

SEALED_AT_ONCE = 200
"""How many sealed values a sign-in makes findable (a tenth of a second); the rest comes with the first search."""


class Entrance:
    """What can be done before somebody is signed in: make an office, or sign in to one."""

    def __init__(
        self,
        clock: Clock = system_clock,
        kdf: KdfParameters | None = None,
        minimum: KdfParameters = MINIMUM,
        heads: Path | None = None,
    ) -> None:
        """`heads`: where this PC remembers journals' heads (None: the user's own place)."""
        self._clock = clock
        self._kdf = kdf
        self._minimum = minimum
        self._heads = heads

    def at(self, clock: Clock) -> Entrance:
        """The same way in under another clock, for offices whose data is as of the past."""
        return Entrance(clock, self._kdf, self._minimum, self._heads)

    def restorer(self) -> Restorer:
        """Looks into backups and restores them, under the same clock."""
        return Restorer(self._clock, self._minimum, self._heads)

    def check_place(self, path: Path) -> None:
        """Refuses places where an office can't live. Raises OfficeFault: network_place, synced_place, exists."""
        place = OfficePlace.of(path)
        place.require_local()
        for file in (place.file, place.key_file):
            if file.exists():
                raise OfficeFault("exists", path=str(file))

    def create(
        self, path: Path, profile: OfficeProfile, *, sign_in_name: str, display_name: str, password: str
    ) -> OpenOffice:
        """Makes an office with its first administrator, who is signed in then. Nothing is left when it fails.

        Raises Invalid (name, sign_in_name, password ...) and OfficeFault (exists, network_place, disk_full ...).
        """
        place = OfficePlace.of(path)
        self.check_place(place.file)
        name = sign_in_name.strip()
        _require(profile, name, password, display_name)
        ready = replace(profile, uid=profile.uid or str(uuid.uuid4()), name=profile.name.strip())
        if not place.file.parent.exists():
            private_folder(place.file.parent)
        keys = key_ring.create_key_file(
            place.key_file, ready.uid, name, RoleName.ADMINISTRATOR.value, password, update=update_file,
            kdf=self._kdf, minimum=self._minimum,
        )  # fmt: skip
        try:
            return self._found(
                place,
                keys,
                ready,
                User(0, name, display_name.strip() or name, READY_ROLES[RoleName.ADMINISTRATOR]),
            )
        except BaseException:
            place.key_file.unlink(missing_ok=True)  # ours: only one maker gets past create_key_file
            raise

    def sign_in(self, path: Path, sign_in_name: str, password: str, code: str = "") -> OpenOffice:
        """Opens an office for one user; `code` is a one-time or recovery code of the second factor.

        Raises SignInRefused (without saying whether name or password was wrong; wait, after failures; after the right
        password disabled, code_needed, wrong_code) and OfficeFault.
        """
        place = _existing(path)
        safety = BeforeMigration(place, self._clock)

        def unlock() -> OpenedKeys:
            keys = open_key_file(place.key_file, sign_in_name.strip(), password, minimum=self._minimum)
            prove(keys, code, self._clock())
            return keys

        with Throttle(place.attempts_file, self._clock).attempt(sign_in_name):
            keys, database = open_office_file(place, unlock, safety.back_up)
            with _closed_on_fault(database):
                proof = prove(keys, code, self._clock())
                keys = arrived(place, database, keys, password, proof, self._minimum)
        with _closed_on_fault(database):
            office = OpenOffice(place, database, keys, self._clock, self._minimum, self._heads)
            office.arrive()
            safety.enter(office.acting, office.user)
            with contextlib.suppress(CimsError):  # what can't be taken back now is tried at the next sign-in
                office.importing.finish_crashed(by=office.user)
            with contextlib.suppress(CimsError):
                office.privacy.finish_erasures(by=office.user, only_small=True)
            with contextlib.suppress(
                CimsError
            ):  # whoever may not read sensitive values leaves them to the next
                office.sensitive.fill_blind_indexes(by=office.user, most=SEALED_AT_ONCE)
        return office

    def recover(self, path: Path, recovery_code: str, sign_in_name: str, new_password: str) -> OpenOffice:
        """Opens an office by the printed recovery code: sets an active administrator's password and signs him in.

        Raises Invalid (recovery_code as typed, password, sign_in_name: no_administrator), SignInRefused
        (wrong_recovery_code, no_recovery_code, wait) and OfficeFault.
        """
        place = _existing(path)

        def unlock() -> OpenedKeys:
            return key_ring.open_by_recovery_code(place.key_file, recovery_code, minimum=self._minimum)

        with Throttle(place.attempts_file, self._clock).attempt(sign_in_name):
            safety = BeforeMigration(place, self._clock)
            keys, database = open_office_file(place, unlock, safety.back_up)
        with contextlib.closing(database):
            reset_by_recovery(place, database, keys, (sign_in_name.strip(), new_password), self._minimum)
        office = self.sign_in(path, sign_in_name, new_password)
        with _closed_on_fault(office):
            office.note_recovery()
        return office

    def _found(self, place: OfficePlace, keys: OpenedKeys, profile: OfficeProfile, first: User) -> OpenOffice:
        database = create_database(place.file, keys.data_key)
        try:
            with database.write() as connection:
                offices.found_office(connection, profile, self._clock())
                new = replace(first, language=profile.language)
                offices.add_user(connection, new, keys.slot_id, self._clock(), None)
                offices.mirror_keys(connection, keys.epoch, keys.digest)
            office = OpenOffice(place, database, keys, self._clock, self._minimum, self._heads)
            office.arrive(ActKind.CREATE_OFFICE)
        except BaseException:
            database.close()
            remove_database(place.file)
            raise
        return office


class _Closable(Protocol):
    def close(self) -> None: ...


@contextlib.contextmanager
def _closed_on_fault(opened: _Closable) -> Iterator[None]:
    try:
        yield
    except BaseException:
        opened.close()
        raise


def _existing(path: Path) -> OfficePlace:
    place = OfficePlace.of(path)
    if not place.file.exists():
        raise OfficeFault("missing", path=str(place.file))
    place.require_local()
    return place


def _require(profile: OfficeProfile, name: str, password: str, display_name: str) -> None:
    problems = []
    if not profile.name.strip():
        problems.append(Problem("name", "required"))
    if not is_time_zone(profile.time_zone):
        problems.append(Problem("time_zone", "unknown", profile.time_zone))
    for field, code, length in (("currency", profile.currency, 3), ("country", profile.country, 2)):
        if not (len(code) == length and code.isascii() and code.isalpha() and code.isupper()):
            problems.append(Problem(field, "unknown", code))
    problems.extend(name_problems(name))
    problems.extend(password_problems(password, (name, display_name.strip(), profile.name.strip())))
    if problems:
        raise Invalid(problems)
