"""Parts of an older key file, put into a newer one by somebody who holds the data key: they are worth nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import CimsError
from cims_desktop.security.key_file import KeyFile, read_key_file, serialise
from cims_desktop.security.key_proofs import bound_to
from cims_desktop.security.key_ring import (
    change_password,
    open_by_recovery_code,
    reset_password,
    set_enabled,
    set_one_time,
    set_reader,
    set_recovery_code,
    set_role,
)
from cims_desktop.security.opened_keys import open_slot
from cims_desktop.security.slots import SlotKind
from cims_desktop.security.wrapping import Box, CannotUnseal, unbox
from cims_desktop.storage.files import update_file
from tests.unit.security.support import ADMIN_PASSWORD, CHEAP, TwoPeople, make_two_people


@pytest.fixture
def office(tmp_path: Path) -> TwoPeople:
    return make_two_people(tmp_path)


def put_back(office: TwoPeople, old: KeyFile, slot_id: str) -> None:
    """One slot and its grants as they were, under a MAC and an epoch that fit."""
    now = read_key_file(office.path)
    slots = {name: slot for name, slot in now.slots.items() if slot.kind is SlotKind.USER}
    grants = {
        name: {
            one: boxed
            for one, boxed in {**boxes, **_of(old, name, slot_id)}.items()
            if one in {*slots, slot_id}
        }
        for name, boxes in now.grants.items()
    }
    forged = replace(now, epoch=now.epoch + 1, slots={**slots, slot_id: old.slots[slot_id]}, grants=grants)
    office.path.write_bytes(serialise(forged, office.ada.data_key))


def _of(file: KeyFile, grant: str, slot_id: str) -> dict[str, Box]:
    found = file.grants.get(grant, {}).get(slot_id)
    return {} if found is None else {slot_id: found}


def outcome(call: Callable[[], object]) -> str:
    try:
        call()
    except CimsError as error:
        return error.code
    return "went through"


def demote(office: TwoPeople) -> None:
    set_role(office.path, office.open(), office.bo_slot, "viewer", update=update_file)


def shut_out(office: TwoPeople) -> None:
    set_enabled(office.path, office.open(), office.bo_slot, False, update=update_file)


def reset(office: TwoPeople) -> None:
    reset_password(
        office.path, office.open(), office.bo_slot, "seven brass kettles", update=update_file, minimum=CHEAP
    )


@pytest.mark.parametrize("taken_away", [demote, shut_out, reset], ids=lambda step: step.__name__)
def test_an_entry_from_before_is_not_vouched_for_any_more(
    office: TwoPeople, taken_away: Callable[[TwoPeople], None]
) -> None:
    """Else the next rotation would seal the new keys to it."""
    set_role(office.path, office.open(), office.bo_slot, "manager", update=update_file)
    old = read_key_file(office.path)
    taken_away(office)

    put_back(office, old, office.bo_slot)

    assert outcome(office.open) == "key_file_damaged"


def test_a_void_recovery_code_stays_void(office: TwoPeople) -> None:
    first = set_recovery_code(office.path, office.open(), update=update_file, minimum=CHEAP)
    old = read_key_file(office.path)
    set_recovery_code(office.path, office.open(), update=update_file, minimum=CHEAP)
    (slot,) = (one.id for one in old.slots.values() if one.kind is SlotKind.RECOVERY)

    put_back(office, old, slot)

    assert (
        outcome(lambda: open_by_recovery_code(office.path, first.code, minimum=CHEAP)) == "key_file_damaged"
    )


def test_an_older_list_of_reading_roles_is_not_believed(office: TwoPeople) -> None:
    set_reader(office.path, office.open(), "own_1", True, update=update_file)
    old = read_key_file(office.path)
    set_reader(office.path, office.open(), "own_1", False, update=update_file)
    now = read_key_file(office.path)

    checks = {**now.checks, "readers": old.checks["readers"]}
    forged = replace(now, epoch=now.epoch + 1, readers=old.readers, checks=checks)
    office.path.write_bytes(serialise(forged, office.ada.data_key))

    assert outcome(office.open) == "key_file_damaged"


def test_an_administrators_old_password_opens_nothing_of_what_comes_later(office: TwoPeople) -> None:
    """A thief has yesterday's file and yesterday's password, and gets hold of tomorrow's file."""
    old = read_key_file(office.path)
    stolen = open_slot(old, old.slots[office.ada.slot_id], ADMIN_PASSWORD, minimum=CHEAP)
    after = change_password(
        office.path, office.open(), ADMIN_PASSWORD, "seven brass kettles", update=update_file, minimum=CHEAP
    )
    now = read_key_file(office.path)
    mine = now.slots[office.ada.slot_id]

    for key in now.current:
        boxed = now.grants[now.grant_name(key)][mine.id]
        with pytest.raises(CannotUnseal):
            unbox(stolen.pair, boxed, bound_to(now.office_uid, now.grant_name(key), mine.id))
    back = office.open("Ada", "seven brass kettles")
    assert (back.data_key, back.administrator_key) == (after.data_key, after.administrator_key)


def test_a_new_password_of_an_administrator_keeps_the_second_factor_and_the_pins(office: TwoPeople) -> None:
    ada = set_one_time(
        office.path, office.open(), ADMIN_PASSWORD, b"s" * 20, (b"d" * 32,), update=update_file, minimum=CHEAP
    )
    change_password(
        office.path, ada, ADMIN_PASSWORD, "seven brass kettles", update=update_file, minimum=CHEAP
    )

    back = office.open("Ada", "seven brass kettles")
    assert (back.one_time, back.one_time_codes) == (b"s" * 20, (b"d" * 32,))
    assert back.former_administrator_keys[ada.administrator_generation] == ada.administrator_key
