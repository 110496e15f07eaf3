"""Between the right password and the open office: what was proven is used up, and the key file brought up to date."""

from __future__ import annotations

import contextlib

from cims_desktop.domain.errors import CimsError, Invalid, Problem, SignInRefused
from cims_desktop.security import key_ring
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.opened_keys import ADMINISTRATOR_ROLE, OpenedKeys
from cims_desktop.security.passwords import check_password
from cims_desktop.security.slots import folded
from cims_desktop.services.places import OfficePlace
from cims_desktop.services.second_factor import Proof
from cims_desktop.storage import office_rules, offices
from cims_desktop.storage import users as stored
from cims_desktop.storage.engine import OfficeDatabase
from cims_desktop.storage.files import update_file


def arrived(
    place: OfficePlace,
    database: OfficeDatabase,
    keys: OpenedKeys,
    password: str,
    proof: Proof,
    minimum: KdfParameters,
) -> OpenedKeys:
    """The keys as they stand then. A code is good once: SignInRefused("wrong_code") for one that was used before.

    With the password at hand the slot is sealed anew when the office asks more of a derivation than the slot has, or
    keys were renewed; an administrator gives an older key file what it lacks. What can't be written now (another
    program is at it, a disk that is full) waits for the next sign-in.
    """
    if proof.step is not None:
        with database.write() as connection:
            if not stored.spend_code_step(connection, keys.slot_id, proof.step):
                raise SignInRefused("wrong_code")
    newer = keys
    if proof.spent:
        newer = key_ring.refresh_slot(
            place.key_file, keys, password, update=update_file, minimum=minimum, spent=proof.spent
        )
    with contextlib.suppress(CimsError):
        newer = key_ring.complete_keys(place.key_file, newer, update=update_file)
    if newer.outdated or newer.sensitive_generation != keys.sensitive_generation:
        with contextlib.suppress(CimsError):
            newer = key_ring.refresh_slot(
                place.key_file, newer, password, update=update_file, minimum=minimum
            )
    if newer.epoch != keys.epoch:
        with database.write() as connection:
            offices.mirror_keys(connection, newer.epoch, newer.digest)
    return newer


def reset_by_recovery(
    place: OfficePlace,
    database: OfficeDatabase,
    keys: OpenedKeys,
    named: tuple[str, str],
    minimum: KdfParameters,
) -> None:
    """Gives an active administrator a new password, by the keys that the printed code has opened.

    `named` are sign-in name and new password. Raises Invalid (password ..., sign_in_name: no_administrator).
    """
    name, password = named
    with database.read() as connection:
        least, office = office_rules.rules(connection)[0].least_password, offices.profile(connection).name
    if problems := check_password(password, names=(name, office), minimum=least):
        raise Invalid(problems)
    found = [
        one
        for one in keys.listed
        if one.enabled and one.role == ADMINISTRATOR_ROLE and folded(one.sign_in_name) == folded(name)
    ]
    if not found:
        raise Invalid((Problem("sign_in_name", "no_administrator"),))
    newer = key_ring.reset_password(
        place.key_file, keys, found[0].slot_id, password, update=update_file, minimum=minimum
    )
    with database.write() as connection:
        offices.mirror_keys(connection, newer.epoch, newer.digest)
        stored.password_is_own(connection, found[0].slot_id)
