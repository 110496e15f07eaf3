"""Own roles: copied, saved, given, removed; and the key of the sensitive fields follows them."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.security.opened_keys import open_key_file
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.tables.work import change
from tests.offices import CHEAP, entrance

BO = "granite teapot orchard 8"
FRONT_DESK, MANAGER = READY_ROLES[RoleName.FRONT_DESK], READY_ROLES[RoleName.MANAGER]


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        work()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


def stored(office: OpenOffice, key: str) -> Role:
    return next(role for role in office.roles.listing(by=office.user) if role.key == key)


def make(office: OpenOffice, base: Role = FRONT_DESK, name: str = "Night desk") -> Role:
    mine = office.roles.copy(base, name, by=office.user)
    office.roles.save(mine, by=office.user)
    return stored(office, mine.key)


def reads(office: OpenOffice) -> bool:
    keys = open_key_file(office.path.with_suffix(".keys"), "bo", BO, minimum=CHEAP)
    return keys.sensitive is not None


def test_a_copy_allows_what_its_base_does_and_can_be_given(office: OpenOffice) -> None:
    mine = make(office)

    assert (mine.rights, mine.base, mine.name, mine.version) == (
        FRONT_DESK.rights,
        "front_desk",
        "Night desk",
        1,
    )
    office.users.add("bo", "Bo", mine, BO, by=office.user)
    with contextlib.closing(entrance().sign_in(office.path, "bo", BO)) as his:
        assert his.user.role == mine


def test_a_copy_of_the_administrator_leaves_out_what_only_administrators_may(office: OpenOffice) -> None:
    mine = make(office, READY_ROLES[RoleName.ADMINISTRATOR], "Deputy")
    assert mine.allows(Permission.EXPORT) and not mine.allows(Permission.MANAGE_USERS)


def test_a_copy_of_a_copy_remembers_where_it_began(office: OpenOffice) -> None:
    assert office.roles.copy(make(office), "Another", by=office.user).base == "front_desk"


def test_what_changed_in_a_role_is_journaled_right_by_right(office: OpenOffice) -> None:
    mine = make(office)
    changed = replace(
        mine,
        rights={**mine.rights, Permission.EXPORT: Scope.ALL, Permission.VIEW_REPORTS: Scope.NONE},
        masks={MaskField.NOTE: MaskLevel.LIST},
    )
    done = office.roles.save(changed, by=office.user)

    with office.acting.read() as connection:
        rows = connection.execute(sa.select(change).where(change.c.act_id == done.act))
        told = {(row.field, row.before, row.after) for row in rows}
    assert told == {
        ("rights.export", None, "all"),
        ("rights.reports.view", "all", None),
        ("masks.note", None, "list"),
    }
    assert stored(office, mine.key).version == 2


def test_a_role_that_somebody_changed_first_is_stale(office: OpenOffice) -> None:
    mine = make(office)
    office.roles.save(replace(mine, name="First"), by=office.user)
    assert code_of(lambda: office.roles.save(replace(mine, name="Second"), by=office.user)) == "stale"


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"name": " "}, "required"),
        ({"name": "night DESK"}, "taken"),
        ({"rights": {Permission.MANAGE_USERS: Scope.ALL}}, "administrators_only"),
        ({"key": "administrator"}, "built_in"),
        ({"key": "made up"}, "built_in"),
    ],
)
def test_a_role_that_cannot_be_is_refused(office: OpenOffice, values: dict[str, object], code: str) -> None:
    make(office)
    other = office.roles.copy(FRONT_DESK, "Other", by=office.user)
    assert code_of(lambda: office.roles.save(replace(other, **values), by=office.user)) == code  # type: ignore[arg-type]


def test_a_role_that_is_in_use_or_ready_is_not_removed(office: OpenOffice) -> None:
    mine = make(office)
    office.users.add("bo", "Bo", mine, BO, by=office.user)
    assert code_of(lambda: office.roles.remove(mine.key, by=office.user)) == "in_use"
    office.users.set_role(office.users.listing(by=office.user)[0].id, FRONT_DESK, by=office.user)
    office.roles.remove(mine.key, by=office.user)
    assert mine.key not in {role.key for role in office.roles.listing(by=office.user)}
    assert code_of(lambda: office.roles.remove("viewer", by=office.user)) == "not_found"
    assert code_of(lambda: office.roles.remove(mine.key, by=office.user)) == "not_found"


def test_the_key_of_sensitive_fields_follows_the_role(office: OpenOffice) -> None:
    mine = make(office)
    office.users.add("bo", "Bo", mine, BO, by=office.user)
    assert not reads(office)

    office.roles.save(
        replace(mine, rights={**mine.rights, Permission.REVEAL_SENSITIVE: Scope.ALL}), by=office.user
    )
    assert reads(office)

    office.roles.save(replace(stored(office, mine.key), rights=mine.rights), by=office.user)
    assert not reads(office)


def test_a_right_written_into_the_database_alone_gives_no_key(office: OpenOffice) -> None:
    """The wall that holds against whoever has the data key: even an administrator's later work gives nothing away."""
    mine = make(office)
    office.users.add("bo", "Bo", mine, BO, by=office.user)
    bo = office.users.listing(by=office.user)[0]
    with office.acting.database.write() as connection:
        connection.execute(
            sa.text(
                "INSERT INTO role_permission (role_id, permission, scope, field_mask)"
                f" SELECT id, 'sensitive.reveal', 'all', '' FROM role WHERE name = '{mine.key}'"
            )
        )
    assert stored(office, mine.key).reads_sensitive
    office.users.disable(bo.id, None, by=office.user)
    office.users.enable(bo.id, by=office.user)
    assert not reads(office)
