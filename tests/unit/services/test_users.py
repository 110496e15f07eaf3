"""Adding users: a name that can't be is refused before any key is made."""

from __future__ import annotations

import pytest

from cims_desktop.domain.errors import Invalid
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage import offices
from tests.offices import NAME, PASSWORD, entrance

SECRET = "quiet lantern maple 77"


@pytest.mark.parametrize(
    ("name", "code"), [("  ", "required"), ("b" * 65, "too_long"), ("MEI.CHEN", "taken")]
)
def test_a_sign_in_name_that_cannot_be_changes_neither_key_file_nor_office(
    office: OpenOffice, name: str, code: str
) -> None:
    before = office.path.with_suffix(".keys").read_bytes()

    with pytest.raises(Invalid) as refused:
        office.users.add(name, "Bo Li", READY_ROLES[RoleName.FRONT_DESK], SECRET, by=office.user)

    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("sign_in_name", code)]
    assert office.path.with_suffix(".keys").read_bytes() == before
    assert len(office.users.listing(by=office.user)) == 1


def test_the_longest_sign_in_name_is_taken(office: OpenOffice) -> None:
    office.users.add("b" * 64, "Bo Li", READY_ROLES[RoleName.FRONT_DESK], SECRET, by=office.user)

    assert "b" * 64 in {user.sign_in_name for user in office.users.listing(by=office.user)}


class Killed(BaseException):
    """The program ended here."""


def _add_and_be_killed(office: OpenOffice, monkeypatch: pytest.MonkeyPatch) -> None:
    def die(*_given: object) -> int:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(offices, "put_user", die)
        with pytest.raises(Killed):
            office.users.add("bo.li", "Bo Li", READY_ROLES[RoleName.FRONT_DESK], SECRET, by=office.user)


def test_a_user_whose_row_a_crash_kept_out_can_sign_in_and_work(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_and_be_killed(office, monkeypatch)

    his = entrance().sign_in(office.path, "bo.li", SECRET)

    assert (his.user.sign_in_name, his.user.role) == ("bo.li", READY_ROLES[RoleName.FRONT_DESK])
    assert his.health.check(by=office.user).ok
    his.close()
    again = entrance().sign_in(office.path, "bo.li", SECRET)
    assert again.user == his.user
    again.close()


def test_an_administrators_sign_in_lists_a_user_whose_row_a_crash_kept_out(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    _add_and_be_killed(office, monkeypatch)
    assert [user.sign_in_name for user in office.users.listing(by=office.user)] == [NAME]

    again = entrance().sign_in(office.path, NAME, PASSWORD)

    listed = {user.sign_in_name: user.role for user in again.users.listing(by=again.user)}
    assert listed == {NAME: READY_ROLES[RoleName.ADMINISTRATOR], "bo.li": READY_ROLES[RoleName.FRONT_DESK]}
    assert again.health.check(by=again.user).ok
    again.close()


def test_a_sign_in_between_the_two_writes_of_a_new_user_leaves_one_row(
    office: OpenOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = office.acting.database.write

    def meanwhile() -> object:
        monkeypatch.setattr(office.acting.database, "write", write)
        entrance().sign_in(office.path, "bo.li", SECRET).close()
        return write()

    monkeypatch.setattr(office.acting.database, "write", meanwhile)
    office.users.add("bo.li", "Bo Li", READY_ROLES[RoleName.FRONT_DESK], SECRET, by=office.user)

    shown = [user.display_name for user in office.users.listing(by=office.user)]
    assert sorted(shown) == ["Bo Li", "Mei Chen"]
