"""Adding users: a name that can't be is refused before any key is made."""

from __future__ import annotations

import pytest

from cims_desktop.domain.errors import Invalid
from cims_desktop.domain.permissions import RoleName
from cims_desktop.services.office import OpenOffice

SECRET = "quiet lantern maple 77"


@pytest.mark.parametrize(("name", "code"), [("  ", "required"), ("b" * 65, "too_long"), ("MEI.CHEN", "taken")])
def test_a_sign_in_name_that_cannot_be_changes_neither_key_file_nor_office(
    office: OpenOffice, name: str, code: str
) -> None:
    before = office.path.with_suffix(".keys").read_bytes()

    with pytest.raises(Invalid) as refused:
        office.users.add(name, "Bo Li", RoleName.FRONT_DESK, SECRET, by=office.user)

    assert [(problem.field, problem.code) for problem in refused.value.problems] == [("sign_in_name", code)]
    assert office.path.with_suffix(".keys").read_bytes() == before
    assert len(office.users.listing(by=office.user)) == 1


def test_the_longest_sign_in_name_is_taken(office: OpenOffice) -> None:
    office.users.add("b" * 64, "Bo Li", RoleName.FRONT_DESK, SECRET, by=office.user)

    assert "b" * 64 in {user.sign_in_name for user in office.users.listing(by=office.user)}
