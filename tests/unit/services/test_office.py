"""Making an office, signing in, and what is refused."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from cims_desktop.domain.errors import Invalid, OfficeFault, SignInRefused
from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, add_customer, entrance, make_office


def test_an_office_opens_again_with_name_and_password(office: OpenOffice) -> None:
    customer_id = add_customer(office)
    office.close()

    again = entrance().sign_in(office.path, NAME, PASSWORD)

    with contextlib.closing(again):
        assert again.user.display_name == "Mei Chen"
        assert again.customers.get(customer_id, by=again.user).name == "Ada Lovelace"


@pytest.mark.parametrize(("name", "password"), [(NAME, "wrong"), ("nobody", PASSWORD)])
def test_a_refused_sign_in_does_not_tell_which_part_was_wrong(
    office: OpenOffice, name: str, password: str
) -> None:
    with pytest.raises(SignInRefused) as refused:
        entrance().sign_in(office.path, name, password)
    assert refused.value.code == "wrong_name_or_password"


def test_a_second_user_signs_in_with_the_same_file(office: OpenOffice) -> None:
    office.users.add(
        "bo", "Bo Li", READY_ROLES[RoleName.FRONT_DESK], "quiet lantern maple 77", by=office.user
    )

    second = entrance().sign_in(office.path, "bo", "quiet lantern maple 77")

    with contextlib.closing(second):
        assert (second.user.display_name, second.user.role) == ("Bo Li", READY_ROLES[RoleName.FRONT_DESK])


def test_a_weak_password_makes_no_office(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refused:
        entrance().create(
            tmp_path / "a.cims",
            OfficeProfile("A"),
            sign_in_name="mei",
            display_name="",
            password="woaini1314",
        )
    assert refused.value.problems[0].field == "password"
    assert list(tmp_path.iterdir()) == []


def test_an_existing_office_is_never_overwritten(office: OpenOffice) -> None:
    with pytest.raises(OfficeFault) as fault:
        entrance().create(
            office.path, OfficeProfile("B"), sign_in_name="mei", display_name="", password=PASSWORD
        )
    assert fault.value.code == "exists"


@pytest.mark.parametrize(
    ("content", "code"), [(b"", "empty_file"), (b"SQLite format 3\x00" + b"\0" * 8000, "not_an_office")]
)
def test_a_file_that_is_no_office_is_refused(office: OpenOffice, content: bytes, code: str) -> None:
    office.close()
    for leftover in office.path.parent.glob("riverside.cims-*"):
        leftover.unlink()
    office.path.write_bytes(content)

    with pytest.raises(OfficeFault) as fault:
        entrance().sign_in(office.path, NAME, PASSWORD)

    assert fault.value.code == code


def test_half_an_office_file_is_reported_as_damaged(office: OpenOffice) -> None:
    for index in range(200):
        add_customer(office, f"Customer {index}")
    office.close()
    whole = office.path.read_bytes()
    office.path.write_bytes(whole[: len(whole) // 2 // 4096 * 4096 + 100])

    assert damage_of(office.path)


def damage_of(path: Path) -> set[str]:
    """What opening and checking the office says is wrong with it."""
    try:
        opened = entrance().sign_in(path, NAME, PASSWORD)
    except OfficeFault as fault:
        return {fault.code} & {"damaged", "not_an_office", "wrong_key"}
    with contextlib.closing(opened):
        try:
            return {finding.kind for finding in opened.health.check(by=opened.user, deep=True).findings}
        except OfficeFault as fault:
            return {fault.code} & {"damaged"}


def test_a_missing_file_says_so(tmp_path: Path) -> None:
    with pytest.raises(OfficeFault) as fault:
        entrance().sign_in(tmp_path / "nowhere.cims", NAME, PASSWORD)
    assert fault.value.code == "missing"


def test_another_offices_key_file_does_not_open_this_one(tmp_path: Path) -> None:
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    one, two = make_office(tmp_path / "one"), make_office(tmp_path / "two")
    one.close()
    two.close()
    one.path.with_suffix(".keys").write_bytes(two.path.with_suffix(".keys").read_bytes())

    with pytest.raises(OfficeFault) as fault:
        entrance().sign_in(one.path, NAME, PASSWORD)

    assert fault.value.code == "wrong_key"


def test_two_processes_of_one_pc_both_work(office: OpenOffice) -> None:
    second = entrance().sign_in(office.path, NAME, PASSWORD)
    with contextlib.closing(second):
        office.foreign_changes()
        customer_id = add_customer(second, "Seen by both")

        assert office.foreign_changes()
        assert office.customers.get(customer_id, by=office.user).name == "Seen by both"
        assert not office.foreign_changes()


def test_a_synced_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox"
    folder.mkdir()
    with pytest.raises(OfficeFault) as fault:
        make_office(folder)
    assert fault.value.code == "synced_place"
    assert list(folder.iterdir()) == []
