"""Roles, resets, readers and leaving administrators in the key file, and what an insider can't forge of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import CimsError, Invalid, OfficeFault, PermissionDenied
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_file import ADMINISTRATOR, SENSITIVE, KeyFile, parse, serialise
from cims_desktop.security.key_proofs import bound_to, succeeded, vouched_for
from cims_desktop.security.key_ring import (
    OpenedKeys,
    complete_keys,
    list_users,
    raise_cost,
    refresh_slot,
    renew_administrator_key,
    reset_password,
    set_enabled,
    set_reader,
    set_role,
)
from cims_desktop.security.opened_keys import open_slot
from cims_desktop.security.wrapping import CannotUnseal, box, key_pair, new_key_pair, unbox
from cims_desktop.storage.files import update_file
from tests.unit.security.support import ADMIN_PASSWORD, CHEAP, CLERK_PASSWORD, TwoPeople, make_two_people

CAI = "pass it on quietly"


@pytest.fixture
def office(tmp_path: Path) -> TwoPeople:
    return make_two_people(tmp_path)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        act()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


def read(office: TwoPeople) -> KeyFile:
    return parse(office.path.read_bytes())


def forge(office: TwoPeople, change: Callable[[KeyFile], KeyFile]) -> None:
    """What somebody who holds the data key can do: change anything, with a MAC that fits."""
    office.path.write_bytes(serialise(change(read(office)), office.open_bo().data_key))


def give_role(office: TwoPeople, role: str, slot: str = "") -> OpenedKeys:
    return set_role(office.path, office.open(), slot or office.bo_slot, role, update=update_file)


def test_everybody_seals_sensitive_values_and_only_readers_open_them(office: TwoPeople) -> None:
    ada, bo = office.open(), office.open_bo()

    assert ada.sensitive is not None and ada.blind_key not in (None, ada.sensitive)
    assert key_pair(ada.sensitive).public == ada.sensitive_public == bo.sensitive_public
    assert (bo.sensitive, bo.blind_key, bo.sensitive_generation) == (None, None, 1)


def test_the_raw_file_and_a_front_desk_password_do_not_open_the_sensitive_key(office: TwoPeople) -> None:
    file = read(office)
    slot = file.slots[office.bo_slot]
    contents = open_slot(file, slot, CLERK_PASSWORD, minimum=CHEAP)

    for name in (file.grant_name(SENSITIVE), file.grant_name(ADMINISTRATOR)):
        boxes = file.grants[name]
        assert set(boxes) == {office.ada.slot_id}
        for bound_slot in (slot.id, office.ada.slot_id):
            with pytest.raises(CannotUnseal):
                unbox(contents.pair, boxes[office.ada.slot_id], bound_to("uid-1", name, bound_slot))


def test_a_new_role_gives_and_takes_exactly_its_keys(office: TwoPeople) -> None:
    give_role(office, "manager")
    manager = office.open_bo()
    give_role(office, "front_desk")
    clerk = office.open_bo()
    give_role(office, "administrator")
    administrator = office.open_bo()

    assert (manager.role, manager.sensitive, manager.administrator_key) == (
        "manager",
        office.ada.sensitive,
        None,
    )
    assert (clerk.sensitive, clerk.administrator_key) == (None, None)
    assert administrator.administrator_key == office.open().administrator_key is not None


def test_taking_the_role_from_the_last_administrator_changes_nothing(office: TwoPeople) -> None:
    before = office.path.read_bytes()
    assert code_of(lambda: give_role(office, "manager", office.ada.slot_id)) == "last_administrator"
    assert office.path.read_bytes() == before


def test_who_is_no_administrator_sets_no_role_password_or_reader(office: TwoPeople) -> None:
    bo = office.open_bo()
    for act in (
        lambda: set_role(office.path, bo, bo.slot_id, "administrator", update=update_file),
        lambda: reset_password(
            office.path, bo, office.ada.slot_id, "x" * 12, update=update_file, minimum=CHEAP
        ),
        lambda: set_reader(office.path, bo, "front_desk", True, update=update_file),
        lambda: renew_administrator_key(office.path, bo, update=update_file),
        lambda: raise_cost(office.path, bo, CHEAP, update=update_file),
    ):
        with pytest.raises(PermissionDenied):
            act()


def test_a_reset_password_replaces_the_old_one_and_the_key_pair(office: TwoPeople) -> None:
    before = read(office).slots[office.bo_slot].public_key
    reset_password(
        office.path, office.open(), office.bo_slot, "fresh words for bo", update=update_file, minimum=CHEAP
    )

    assert code_of(office.open_bo) == "wrong_name_or_password"
    assert office.open("Bo", "fresh words for bo").data_key == office.ada.data_key
    assert read(office).slots[office.bo_slot].public_key != before


def test_a_disabled_users_reset_password_opens_nothing_until_he_is_enabled(office: TwoPeople) -> None:
    ada = set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    ada = reset_password(
        office.path, ada, office.bo_slot, "fresh words for bo", update=update_file, minimum=CHEAP
    )
    assert code_of(lambda: office.open("Bo", "fresh words for bo")) == "disabled"
    set_enabled(office.path, ada, office.bo_slot, True, update=update_file)
    assert office.open("Bo", "fresh words for bo").data_key == office.ada.data_key


def test_an_own_role_reads_sensitive_fields_when_an_administrator_says_so(office: TwoPeople) -> None:
    give_role(office, "own_1")
    assert office.open_bo().sensitive is None
    set_reader(office.path, office.open(), "own_1", True, update=update_file)
    assert office.open_bo().sensitive == office.ada.sensitive
    set_reader(office.path, office.open(), "own_1", False, update=update_file)
    assert office.open_bo().sensitive is None


def test_a_reading_role_slipped_in_by_an_insider_is_found_out(office: TwoPeople) -> None:
    forge(office, lambda file: replace(file, readers=frozenset({"front_desk", "own_1"})))
    assert code_of(office.open) == "key_file_damaged"


def swapped_public_key(file: KeyFile) -> KeyFile:
    return replace(file, public_keys={**file.public_keys, "sensitive:1": new_key_pair().public})


def test_a_public_sensitive_key_swapped_by_an_insider_stops_readers_and_writers_alike(
    office: TwoPeople,
) -> None:
    office.add("Cai", "front_desk", CAI)
    office.add("Dan", "manager", CAI)
    forge(office, swapped_public_key)

    assert code_of(office.open) == "key_file_damaged"
    assert code_of(lambda: office.open("Cai", CAI)) == "key_file_damaged"
    assert code_of(lambda: office.open("Dan", CAI)) == "key_file_damaged"


def test_a_whole_sensitive_pair_slipped_in_by_an_insider_is_found_out(office: TwoPeople) -> None:
    """The insider seals a private half of his own to every reader, so that both halves fit."""
    office.add("Dan", "manager", CAI)
    pair = new_key_pair()

    def change(file: KeyFile) -> KeyFile:
        boxes = {
            each: box(
                file.slots[each].public_key, pair.private, bound_to(file.office_uid, "sensitive:1", each)
            )
            for each in file.grants["sensitive:1"]
        }
        return replace(
            file,
            grants={**file.grants, "sensitive:1": boxes},
            public_keys={**file.public_keys, "sensitive:1": pair.public},
        )

    forge(office, change)
    assert code_of(lambda: office.open("Dan", CAI)) == "key_file_damaged"
    assert code_of(office.open_bo) == "key_file_damaged"


def test_a_new_generation_of_the_sensitive_pair_needs_the_hand_of_the_old_one(office: TwoPeople) -> None:
    pair = new_key_pair()

    def change(file: KeyFile) -> KeyFile:
        return replace(
            file,
            current={**file.current, SENSITIVE: 2},
            grants={**file.grants, "sensitive:2": {}, "announced:2": {}},
            public_keys={"sensitive:2": pair.public},
            checks={**file.checks, "sensitive:2": bytes(32)},
        )

    forge(office, change)
    assert code_of(office.open_bo) == "key_file_damaged"
    assert code_of(office.open) == "key_file_damaged"


def renew(office: TwoPeople) -> OpenedKeys:
    return renew_administrator_key(office.path, office.open(), update=update_file)


def test_a_renewed_administrator_key_is_known_to_follow_the_old_one(office: TwoPeople) -> None:
    office.add("Cai", "administrator", CAI)
    first = office.open("Cai", CAI)
    renew(office)
    third = renew(office)
    back = office.open("Cai", CAI)

    assert (first.administrator_generation, back.administrator_generation) == (1, 3)
    assert back.administrator_key == third.administrator_key != first.administrator_key
    assert back.former_administrator_keys[1] == first.administrator_key
    assert set(back.former_administrator_keys) == {1, 2}
    assert back.outdated


def test_a_refreshed_slot_pins_the_renewed_key_and_needs_no_refreshing(office: TwoPeople) -> None:
    renew(office)
    ada = refresh_slot(office.path, office.open(), ADMIN_PASSWORD, update=update_file, minimum=CHEAP)
    again = office.open()
    assert (ada.outdated, again.outdated) == (False, False)
    file = read(office)
    pins = open_slot(file, file.slots[ada.slot_id], ADMIN_PASSWORD, minimum=CHEAP).pins
    assert set(pins) == {"administrator:2", "sensitive:1"}


@pytest.mark.parametrize("with_proof", [False, True])
def test_an_administrator_key_that_follows_nothing_is_refused(office: TwoPeople, with_proof: bool) -> None:
    """An insider knows the data key and every public key; of the true administrator key he knows nothing."""
    false = b"\5" * 32

    def change(file: KeyFile) -> KeyFile:
        name = "administrator:2"
        boxed = box(
            file.slots[office.ada.slot_id].public_key, false, bound_to("uid-1", name, office.ada.slot_id)
        )
        grants = {each: boxes for each, boxes in file.grants.items() if each != "administrator:1"}
        changed = replace(
            file,
            current={**file.current, ADMINISTRATOR: 2},
            slots={each.id: each.signed("uid-1", false, 2) for each in file.slots.values()},
            grants={**grants, name: {office.ada.slot_id: boxed}},
            succession={name: succeeded("uid-1", false, b"\6" * 32, name)} if with_proof else {},
        )
        return vouched_for(changed, false)

    forge(office, change)
    assert code_of(office.open) == "key_file_damaged"


def test_an_older_administrator_key_put_back_under_a_new_mac_is_refused(office: TwoPeople) -> None:
    old = read(office)
    renew(office)
    refresh_slot(office.path, office.open(), ADMIN_PASSWORD, update=update_file, minimum=CHEAP)
    mine = read(office).slots[office.ada.slot_id]

    def change(file: KeyFile) -> KeyFile:
        slot = replace(mine, generation=1, entry_mac=old.slots[mine.id].entry_mac)
        return replace(old, epoch=file.epoch + 1, slots={**old.slots, mine.id: slot})

    forge(office, change)
    assert code_of(office.open) == "key_file_damaged"


@pytest.mark.parametrize("leaving", ["disabled", "demoted"])
def test_the_administrator_key_is_renewed_when_one_leaves(office: TwoPeople, leaving: str) -> None:
    cai = office.add("Cai", "administrator", CAI)
    taken = office.open("Cai", CAI)
    if leaving == "disabled":
        after = set_enabled(office.path, office.open(), cai.slot_id, False, update=update_file)
    else:
        after = give_role(office, "front_desk", cai.slot_id)

    assert after.administrator_key != taken.administrator_key
    assert office.open().administrator_key == after.administrator_key
    with pytest.raises(OfficeFault) as caught:  # what he took along vouches for nobody any more
        set_role(office.path, taken, office.bo_slot, "administrator", update=update_file)
    assert caught.value.code == "key_file_changed"


def test_who_takes_the_administrators_role_from_himself_gets_no_new_key(office: TwoPeople) -> None:
    office.add("Cai", "administrator", CAI)
    after = give_role(office, "manager", office.ada.slot_id)
    assert (after.administrator_key, after.role) == (None, "manager")
    assert office.open("Cai", CAI).administrator_generation == 2


def without_sensitive_keys(office: TwoPeople) -> None:
    """The key file as the program wrote it before there were sensitive fields."""
    file = read(office)
    slots = {}
    for slot, password in ((office.ada.slot_id, ADMIN_PASSWORD), (office.bo_slot, CLERK_PASSWORD)):
        inside = open_slot(file, file.slots[slot], password, minimum=CHEAP)
        pins = {name: pin for name, pin in inside.pins.items() if not name.startswith("sensitive")}
        slots[slot] = file.slots[slot].sealed("uid-1", replace(inside, pins=pins), password, CHEAP, CHEAP)
    old = replace(
        file,
        current={name: value for name, value in file.current.items() if name != SENSITIVE},
        public_keys={},
        checks={name: value for name, value in file.checks.items() if name.startswith("data")},
        grants={name: value for name, value in file.grants.items() if not name.startswith("sensitive")},
        slots=slots,
    )
    data = serialise(old, office.ada.data_key)
    assert not any(part in data for part in (b"sensitive", b"readers", b"succession"))
    office.path.write_bytes(data)


def test_a_key_file_from_before_sensitive_fields_gets_its_keys_from_an_administrator(
    office: TwoPeople,
) -> None:
    without_sensitive_keys(office)
    bo = office.open_bo()
    assert (bo.sensitive_public, bo.sensitive_generation) == (b"", 0)
    assert complete_keys(office.path, bo, update=update_file) is bo

    completed = complete_keys(office.path, office.open(), update=update_file)

    ada, bo = office.open(), office.open_bo()
    assert completed.sensitive == ada.sensitive is not None
    assert (bo.sensitive_public, bo.sensitive) == (ada.sensitive_public, None)
    assert bo.outdated  # the key is pinned at the next chance
    assert complete_keys(office.path, ada, update=update_file) is ada


def test_a_raised_cost_is_asked_of_new_passwords_and_of_old_ones_at_their_next_sign_in(
    office: TwoPeople,
) -> None:
    dearer = KdfParameters(passes=2, memory=16, lanes=1)
    raise_cost(office.path, office.open(), dearer, update=update_file)
    bo = office.open_bo()
    assert bo.outdated and read(office).slots[bo.slot_id].kdf == CHEAP
    refresh_slot(office.path, bo, CLERK_PASSWORD, update=update_file, minimum=CHEAP)
    assert read(office).slots[bo.slot_id].kdf == dearer
    assert not office.open_bo().outdated


def test_the_cost_is_never_lowered(office: TwoPeople) -> None:
    raise_cost(office.path, office.open(), KdfParameters(2, 8, 1), update=update_file)
    before = office.path.read_bytes()
    raise_cost(office.path, office.open(), CHEAP, update=update_file)
    assert office.path.read_bytes() == before
    raise_cost(office.path, office.open(), KdfParameters(1, 16, 1), update=update_file)
    assert read(office).kdf == KdfParameters(2, 16, 1)
    too_dear = KdfParameters(99, 16, 1)
    dear = lambda: raise_cost(office.path, office.open(), too_dear, update=update_file)  # noqa: E731
    assert code_of(dear) == "out_of_range"


def test_the_users_whom_an_administrator_vouches_for_come_with_his_keys(office: TwoPeople) -> None:
    set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    assert office.open().listed == list_users(office.path)
