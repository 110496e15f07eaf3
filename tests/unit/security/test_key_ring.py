"""Signing in, changing passwords, adding and disabling users."""

from __future__ import annotations

import threading
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cims_desktop.domain.errors import CimsError, Invalid, OfficeFault, PermissionDenied, SignInRefused
from cims_desktop.security import key_derivation
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.security.key_file import ADMINISTRATOR, KeyFile, parse, serialise
from cims_desktop.security.key_ring import (
    OpenedKeys,
    add_user,
    change_password,
    create_key_file,
    list_users,
    open_key_file,
    set_enabled,
)
from cims_desktop.security.opened_keys import bound_to
from cims_desktop.security.wrapping import box, new_key_pair
from cims_desktop.storage.files import update_file
from tests.unit.security.support import ADMIN_PASSWORD, CHEAP, CLERK_PASSWORD, TwoPeople, make_two_people


@pytest.fixture
def office(tmp_path: Path) -> TwoPeople:
    return make_two_people(tmp_path)


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        act()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


def new_password(office: TwoPeople, opened: OpenedKeys, old: str, new: str) -> OpenedKeys:
    return change_password(office.path, opened, old, new, update=update_file, minimum=CHEAP)


def test_the_same_keys_come_back_at_every_sign_in(office: TwoPeople) -> None:
    assert office.open() == office.ada
    assert len(office.ada.data_key) == len(office.ada.audit_key) == 32


def test_colleagues_share_the_data_and_audit_key_but_not_the_administrators(office: TwoPeople) -> None:
    bo = office.open_bo()
    assert (bo.data_key, bo.audit_key, bo.administrator_key) == (
        office.ada.data_key,
        office.ada.audit_key,
        None,
    )
    assert office.ada.administrator_key not in (None, bo.data_key, bo.audit_key)


def test_two_offices_share_no_key(office: TwoPeople, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    assert make_two_people(tmp_path / "other").ada.data_key != office.ada.data_key


def test_what_opened_keys_print_shows_no_key(office: TwoPeople) -> None:
    shown = repr(office.ada) + str(office.ada)
    for key in (office.ada.data_key, office.ada.audit_key, office.ada.administrator_key):
        assert repr(key) not in shown
    assert "Ada" in shown


@pytest.mark.parametrize("name", ["ada", " ADA ", "Ada"])
def test_the_sign_in_name_may_be_typed_in_any_case(office: TwoPeople, name: str) -> None:
    assert office.open(name).sign_in_name == "Ada"


@pytest.mark.parametrize(
    ("name", "password"), [("Ada", "wrong"), ("Nobody", ADMIN_PASSWORD), ("", ""), ("Bo", ADMIN_PASSWORD)]
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(
    office: TwoPeople, name: str, password: str
) -> None:
    with pytest.raises(SignInRefused) as caught:
        office.open(name, password)
    assert (caught.value.code, dict(caught.value.params)) == ("wrong_name_or_password", {})
    assert caught.value.__cause__ is None


@pytest.mark.parametrize("name", ["Ada", "Nobody"])
def test_a_wrong_name_costs_the_same_work_as_a_wrong_password(
    office: TwoPeople, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    work: list[KdfParameters] = []
    real = key_derivation.argon2id

    def counted(secret: bytes, salt: bytes, cost: KdfParameters) -> bytes:
        work.append(cost)
        return real(secret, salt, cost)

    monkeypatch.setattr(key_derivation, "argon2id", counted)
    with pytest.raises(SignInRefused):
        office.open(name, "wrong")
    assert work == [CHEAP]


@pytest.mark.parametrize(
    "password", ["pässwörter am see", "密码很长很长很长的", "🔑🔑🔑🔑 émigré", "か\u3099 が long enough"]
)
def test_a_password_opens_in_composed_and_decomposed_form(office: TwoPeople, password: str) -> None:
    office.add("Cai", password=unicodedata.normalize("NFD", password))
    assert office.open("Cai", unicodedata.normalize("NFC", password)).role == "front_desk"
    assert office.open("Cai", unicodedata.normalize("NFD", password)).role == "front_desk"


def test_a_key_file_made_cheaply_is_refused_without_the_injected_minimum(office: TwoPeople) -> None:
    assert refusal(lambda: open_key_file(office.path, "Ada", ADMIN_PASSWORD)) == "key_file_damaged"


def test_a_real_key_file_opens_at_the_real_cost(tmp_path: Path) -> None:
    path = tmp_path / "real.keys"
    made = create_key_file(
        path, "u", "Ada", "administrator", ADMIN_PASSWORD, update=update_file, kdf=key_derivation.MINIMUM
    )
    assert open_key_file(path, "Ada", ADMIN_PASSWORD) == made


def test_an_existing_key_file_is_never_replaced(office: TwoPeople) -> None:
    before = office.path.read_bytes()
    again = refusal(
        lambda: create_key_file(
            office.path, "u", "X", "administrator", "y" * 12, update=update_file, kdf=CHEAP, minimum=CHEAP
        )
    )
    assert (again, office.path.read_bytes()) == ("exists", before)


@pytest.mark.parametrize(
    ("name", "role", "code"),
    [("Ada", "front_desk", "administrator_needed"), ("  ", "administrator", "required")],
)
def test_the_first_user_is_an_administrator_with_a_name(
    tmp_path: Path, name: str, role: str, code: str
) -> None:
    path = tmp_path / "new.keys"
    assert (
        refusal(lambda: create_key_file(path, "u", name, role, "x" * 12, update=update_file, kdf=CHEAP))
        == code
    )
    assert not path.exists()


def test_a_changed_password_opens_and_the_old_one_no_longer(office: TwoPeople) -> None:
    after = new_password(office, office.open_bo(), CLERK_PASSWORD, "brand new words here")
    assert office.open("Bo", "brand new words here") == after
    assert refusal(office.open_bo) == "wrong_name_or_password"
    assert after.epoch == office.ada.epoch + 1


def test_a_wrong_old_password_changes_nothing(office: TwoPeople) -> None:
    before = office.path.read_bytes()
    assert refusal(lambda: new_password(office, office.ada, "wrong", "n" * 12)) == "wrong_name_or_password"
    assert office.path.read_bytes() == before


def test_an_administrator_stays_one_after_changing_the_password(office: TwoPeople) -> None:
    new_password(office, office.ada, ADMIN_PASSWORD, "another evening by the pond")
    back = office.open("Ada", "another evening by the pond")
    assert back.administrator_key is not None
    assert back.former_administrator_keys[1] == office.ada.administrator_key


def test_the_epoch_grows_with_every_write_and_the_digest_follows(office: TwoPeople) -> None:
    added = office.add("Cai")
    assert (added.opened.epoch, office.ada.epoch) == (3, 2)
    assert added.opened.digest != office.ada.digest
    assert office.open().digest == added.opened.digest


def test_a_second_administrator_can_add_users(office: TwoPeople) -> None:
    office.add("Cai", "administrator", "pass it on quietly")
    cai = office.open("Cai", "pass it on quietly")
    add_user(office.path, cai, "Dan", "front_desk", "dan dan noodles x", update=update_file, minimum=CHEAP)
    assert office.open("Dan", "dan dan noodles x").data_key == office.ada.data_key


@pytest.mark.parametrize(
    ("name", "code"), [("bo", "taken"), ("BO ", "taken"), ("", "required"), (" \t", "required")]
)
def test_a_sign_in_name_is_given_once(office: TwoPeople, name: str, code: str) -> None:
    assert refusal(lambda: office.add(name)) == code


def test_who_is_no_administrator_adds_and_disables_nobody(office: TwoPeople) -> None:
    bo = office.open_bo()
    with pytest.raises(PermissionDenied):
        add_user(office.path, bo, "Eve", "administrator", "e" * 12, update=update_file, minimum=CHEAP)
    with pytest.raises(PermissionDenied):
        set_enabled(office.path, bo, office.ada.slot_id, False, update=update_file)


def test_a_disabled_user_learns_it_only_with_the_right_password(office: TwoPeople) -> None:
    set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    assert refusal(office.open_bo) == "disabled"
    assert refusal(lambda: office.open("Bo", "wrong")) == "wrong_name_or_password"
    assert [user.enabled for user in list_users(office.path)] == [True, False]


def test_a_disabled_users_grants_are_gone_from_the_file(office: TwoPeople) -> None:
    set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    grants = parse(office.path.read_bytes()).grants
    assert all(office.bo_slot not in boxes for boxes in grants.values())


def test_an_enabled_again_user_signs_in_with_the_old_password(office: TwoPeople) -> None:
    off = set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    set_enabled(office.path, off, office.bo_slot, True, update=update_file)
    assert office.open_bo().data_key == office.ada.data_key


def test_the_last_administrator_cannot_be_disabled(office: TwoPeople) -> None:
    def disable(slot: str) -> OpenedKeys:
        return set_enabled(office.path, office.open(), slot, False, update=update_file)

    assert refusal(lambda: disable(office.ada.slot_id)) == "last_administrator"
    cai = office.add("Cai", "administrator")
    disable(cai.slot_id)
    assert refusal(lambda: disable(office.ada.slot_id)) == "last_administrator"


def test_an_older_key_file_put_back_is_noticed_at_the_next_write(office: TwoPeople) -> None:
    old = office.path.read_bytes()
    ada = set_enabled(office.path, office.ada, office.bo_slot, False, update=update_file)
    office.path.write_bytes(old)
    assert refusal(lambda: new_password(office, ada, ADMIN_PASSWORD, "n" * 12)) == "key_file_rolled_back"


def test_a_key_file_gone_or_of_another_office_is_noticed_at_the_next_write(
    office: TwoPeople, tmp_path: Path
) -> None:
    (tmp_path / "other").mkdir()
    other = make_two_people(tmp_path / "other")
    assert refusal(lambda: new_password(other, office.ada, ADMIN_PASSWORD, "n" * 12)) == "key_file_damaged"
    office.path.unlink()
    assert refusal(lambda: new_password(office, office.ada, ADMIN_PASSWORD, "n" * 12)) == "key_file_missing"
    assert not office.path.exists()


def test_keys_from_before_a_rotation_are_told_to_sign_in_again(office: TwoPeople) -> None:
    stale = replace(office.ada, data_generation=7)
    assert refusal(lambda: new_password(office, stale, ADMIN_PASSWORD, "n" * 12)) == "key_file_changed"


def forge(office: TwoPeople, change: Callable[[KeyFile], KeyFile]) -> None:
    """What somebody who holds the data key can do: change anything, with a MAC that fits."""
    file = parse(office.path.read_bytes())
    office.path.write_bytes(serialise(change(file), office.open_bo().data_key))


def with_bo(file: KeyFile, slot_id: str, **fields: object) -> KeyFile:
    return replace(file, slots={**file.slots, slot_id: replace(file.slots[slot_id], **fields)})  # type: ignore[arg-type]


def test_a_public_key_swapped_in_by_an_insider_gets_nothing_sealed_to_it(office: TwoPeople) -> None:
    eve = new_key_pair()
    forge(office, lambda file: with_bo(file, office.ada.slot_id, public_key=eve.public))
    add_again = lambda: add_user(  # noqa: E731
        office.path, office.ada, "Cai", "front_desk", "c" * 12, update=update_file, minimum=CHEAP
    )
    assert refusal(add_again) == "key_file_damaged"


@pytest.mark.parametrize(
    "fields", [{"role": "manager"}, {"enabled": False}, {"sign_in_name": "Boss"}, {"generation": 2}]
)
def test_an_entry_changed_by_an_insider_shows_when_an_administrator_signs_in(
    office: TwoPeople, fields: dict[str, object]
) -> None:
    forge(office, lambda file: with_bo(file, office.bo_slot, **fields))
    assert refusal(office.open) == "key_file_damaged"


def test_an_insider_who_makes_himself_administrator_gets_no_administrator_key(office: TwoPeople) -> None:
    forge(office, lambda file: with_bo(file, office.bo_slot, role="administrator"))
    assert refusal(office.open_bo) == "key_file_damaged"


def test_an_administrator_key_invented_by_an_insider_is_found_out(office: TwoPeople) -> None:
    """Boxes are anonymous: an insider can seal a key of his own to Ada and sign every entry with it."""
    invented = b"\7" * 32

    def change(file: KeyFile) -> KeyFile:
        name = file.grant_name(ADMINISTRATOR)
        ada = file.slots[office.ada.slot_id]
        boxed = box(ada.public_key, invented, bound_to(file.office_uid, name, ada.id))
        signed = {each.id: each.signed(file.office_uid, invented, 1) for each in file.slots.values()}
        return replace(file, slots=signed, grants={**file.grants, name: {ada.id: boxed}})

    forge(office, change)
    assert refusal(office.open) == "key_file_damaged"


def test_writers_at_the_same_time_lose_nothing(office: TwoPeople) -> None:
    names = [f"clerk{number}" for number in range(6)]
    threads = [threading.Thread(target=office.add, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {user.sign_in_name for user in list_users(office.path)} == {"Ada", "Bo", *names}
    assert office.open().epoch == office.ada.epoch + len(names)


def test_a_write_that_fails_leaves_the_file_as_it_was(office: TwoPeople) -> None:
    before = office.path.read_bytes()

    def full(path: Path, change: Callable[[bytes | None], bytes]) -> None:
        change(path.read_bytes())
        raise OfficeFault("disk_full")

    act = lambda: set_enabled(office.path, office.ada, office.bo_slot, False, update=full)  # noqa: E731
    assert (refusal(act), office.path.read_bytes()) == ("disk_full", before)


def test_the_data_check_tells_keys_apart_without_telling_them(office: TwoPeople) -> None:
    other = replace(office.ada, data_key=b"\1" * 32)
    assert office.ada.data_check == office.open_bo().data_check != other.data_check
    assert office.ada.data_key not in office.ada.data_check
