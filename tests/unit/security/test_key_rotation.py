"""Rotation of the data key and sensitive pair: both generations while it is pending, one before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import OfficeFault
from cims_desktop.security.key_file import KeyFile, parse, serialise
from cims_desktop.security.key_ring import (
    OpenedKeys,
    abandon_rotation,
    add_user,
    begin_rotation,
    change_password,
    finish_rotation,
    open_by_recovery_code,
    refresh_slot,
    set_recovery_code,
)
from cims_desktop.security.wrapping import new_key_pair
from cims_desktop.storage.files import update_file
from tests.unit.security.support import ADMIN_PASSWORD, CHEAP, CLERK_PASSWORD, TwoPeople, make_two_people


@pytest.fixture
def office(tmp_path: Path) -> TwoPeople:
    return make_two_people(tmp_path)


def fault(act: Callable[[], object]) -> str:
    with pytest.raises(OfficeFault) as caught:
        act()
    return caught.value.code


def begin(office: TwoPeople) -> OpenedKeys:
    return begin_rotation(office.path, office.open(), update=update_file)


def rotate(office: TwoPeople) -> OpenedKeys:
    return finish_rotation(office.path, begin(office), update=update_file)


def read(office: TwoPeople) -> KeyFile:
    return parse(office.path.read_bytes())


def test_while_it_is_pending_everybody_opens_the_old_keys_and_the_next(office: TwoPeople) -> None:
    begun = begin(office)
    ada, bo = office.open(), office.open_bo()

    assert ada.next is not None and bo.next is not None and begun.next is not None
    assert (ada.data_key, bo.data_key) == (office.ada.data_key, office.ada.data_key)
    assert ada.next.data_key == bo.next.data_key == begun.next.data_key != office.ada.data_key
    assert ada.next.sensitive == begun.next.sensitive != office.ada.sensitive
    assert (bo.next.sensitive, bo.next.sensitive_public) == (None, begun.next.sensitive_public)
    assert (begun.next.data_generation, begun.next.sensitive_generation) == (2, 2)
    assert replace(begun, next=None) == replace(ada, next=None)


@pytest.mark.parametrize("who", ["Ada", "Bo"])
def test_anybody_finishes_it_and_the_old_keys_are_gone(office: TwoPeople, who: str) -> None:
    begun = begin(office)
    signed_in = office.open() if who == "Ada" else office.open_bo()

    finished = finish_rotation(office.path, signed_in, update=update_file)

    again = office.open() if who == "Ada" else office.open_bo()
    assert finished == again and begun.next is not None
    assert (again.data_key, again.next) == (begun.next.data_key, None)
    assert office.open().sensitive == begun.next.sensitive
    file = read(office)
    assert set(file.grants) == {"data:2", "audit:1", "administrator:2", "sensitive:2", "announced:2"}
    assert set(file.checks) == {"data:2", "sensitive:2"} and set(file.public_keys) == {"sensitive:2"}


@pytest.mark.parametrize("who", ["Ada", "Bo"])
def test_anybody_abandons_it_and_the_next_keys_are_gone(office: TwoPeople, who: str) -> None:
    begin(office)
    signed_in = office.open() if who == "Ada" else office.open_bo()
    after = abandon_rotation(office.path, signed_in, update=update_file)

    assert (after.data_key, after.next) == (office.ada.data_key, None)
    assert office.open().sensitive == office.ada.sensitive
    assert set(read(office).grants) == {"data:1", "audit:1", "administrator:2", "sensitive:1"}
    rotate(office)


def test_a_finished_rotation_is_neither_finished_nor_abandoned_again(office: TwoPeople) -> None:
    begun = begin(office)
    finish_rotation(office.path, begun, update=update_file)
    assert fault(lambda: finish_rotation(office.path, begun, update=update_file)) == "key_file_changed"
    assert fault(lambda: abandon_rotation(office.path, begun, update=update_file)) == "key_file_changed"
    assert (
        fault(lambda: finish_rotation(office.path, office.open(), update=update_file)) == "key_file_changed"
    )


def test_a_second_rotation_and_new_users_wait_until_the_first_is_over(office: TwoPeople) -> None:
    begun = begin(office)
    assert fault(lambda: begin(office)) == "key_file_changed"
    add = lambda: add_user(office.path, begun, "C", "viewer", "x" * 12, update=update_file, minimum=CHEAP)  # noqa: E731
    assert fault(add) == "key_file_changed"


def test_keys_from_before_a_rotation_change_nothing_after_it(office: TwoPeople) -> None:
    before = office.open_bo()
    rotate(office)
    change = lambda: change_password(  # noqa: E731
        office.path, before, CLERK_PASSWORD, "x" * 12, update=update_file, minimum=CHEAP
    )
    assert fault(change) == "key_file_changed"


def test_who_was_away_for_several_rotations_still_knows_the_true_public_key(office: TwoPeople) -> None:
    rotate(office)
    refresh_slot(office.path, office.open(), ADMIN_PASSWORD, update=update_file, minimum=CHEAP)
    last = rotate(office)
    bo = office.open_bo()

    assert (bo.sensitive_public, bo.sensitive_generation) == (last.sensitive_public, 3)
    assert bo.outdated
    refresh_slot(office.path, bo, CLERK_PASSWORD, update=update_file, minimum=CHEAP)
    refresh_slot(office.path, office.open(), ADMIN_PASSWORD, update=update_file, minimum=CHEAP)
    assert not office.open_bo().outdated
    assert not any(name.startswith("announced") for name in read(office).grants)


@pytest.mark.parametrize("generation", [2, 3])
def test_a_false_announcement_in_the_chain_is_found_out(office: TwoPeople, generation: int) -> None:
    rotate(office)
    last = rotate(office)
    stranger = new_key_pair()
    file = read(office)
    name = f"announced:{generation}"
    false = replace(file.grants[name][office.bo_slot], ephemeral=stranger.public)
    forged = replace(file, grants={**file.grants, name: {**file.grants[name], office.bo_slot: false}})
    office.path.write_bytes(serialise(forged, last.data_key))
    assert fault(office.open_bo) == "key_file_damaged"


def test_a_public_key_swapped_while_it_is_pending_is_found_out_before_it_is_in_force(
    office: TwoPeople,
) -> None:
    begun = begin(office)
    file = read(office)
    swapped = replace(file, public_keys={**file.public_keys, "sensitive:2": new_key_pair().public})
    office.path.write_bytes(serialise(swapped, begun.data_key))
    assert fault(office.open) == fault(office.open_bo) == "key_file_damaged"


def test_the_recovery_code_opens_before_during_and_after(office: TwoPeople) -> None:
    code = set_recovery_code(office.path, office.open(), update=update_file, minimum=CHEAP).code
    begun = begin(office)
    during = open_by_recovery_code(office.path, code, minimum=CHEAP)
    finished = finish_rotation(office.path, begun, update=update_file)
    after = open_by_recovery_code(office.path, code, minimum=CHEAP)
    assert during.next is not None
    assert during.next.data_key == after.data_key == finished.data_key


def test_an_older_key_file_from_before_the_rotation_does_not_open_the_new_keys(office: TwoPeople) -> None:
    old = office.path.read_bytes()
    finished = rotate(office)
    office.path.write_bytes(old)
    assert office.open().data_key != finished.data_key
    assert office.open().data_generation < finished.data_generation
