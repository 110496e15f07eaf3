"""Roles: what the ready ones may do, and that no role holds a right further than its sight."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cims_desktop.domain.permissions import SCOPED, MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName, role_problems, sight_of

roles = st.builds(
    Role,
    st.just("own"),
    st.dictionaries(st.sampled_from(Permission), st.sampled_from(Scope)),
    st.dictionaries(st.sampled_from(MaskField), st.sampled_from(MaskLevel)),
    st.just("Own"),
)


def with_rights(rights: Mapping[Permission, Scope], **masks: MaskLevel) -> Role:
    return Role("own", rights, {MaskField(name): level for name, level in masks.items()}, "Own")


@given(roles)
def test_what_a_role_holds_is_never_more_than_a_faultless_role_could(role: Role) -> None:
    held = replace(role, rights={one: role.scope(one) for one in Permission})

    assert role_problems(held) == ()
    assert {one: held.scope(one) for one in Permission} == held.rights


@given(roles)
def test_a_faultless_role_holds_just_what_it_names(role: Role) -> None:
    if role_problems(role) == ():
        assert {one: role.scope(one) for one in Permission} == dict.fromkeys(Permission, Scope.NONE) | dict(
            role.rights
        )


@pytest.mark.parametrize("name", list(RoleName))
def test_a_ready_role_holds_just_what_it_names(name: RoleName) -> None:
    role = READY_ROLES[name]

    assert {one: role.scope(one) for one in Permission if role.allows(one)} == role.rights
    if name is not RoleName.ADMINISTRATOR:
        assert role_problems(replace(role, key="copy", name="Copy")) == ()


def test_a_scoped_right_shrinks_to_the_sight_and_others_fall_away() -> None:
    role = with_rights(dict.fromkeys(Permission, Scope.ALL) | {Permission.VIEW_CUSTOMERS: Scope.OWN})

    assert {one for one in Permission if role.scope(one) is Scope.OWN} == SCOPED
    assert {one for one in Permission if role.scope(one) is Scope.ALL} == {
        Permission.CREATE_CUSTOMERS, Permission.EDIT_PRODUCTS, Permission.BACK_UP, Permission.CHECK_OFFICE,
        Permission.EXPORT_SENSITIVE,
    }  # fmt: skip


def test_no_row_in_the_database_makes_an_administrator() -> None:
    role = with_rights(dict.fromkeys(Permission, Scope.ALL))

    assert not any(
        role.allows(one)
        for one in (Permission.MANAGE_KEYS, Permission.MANAGE_USERS, Permission.MANAGE_OFFICE)
    )


def test_who_has_a_mask_takes_part_in_nothing_that_shows_whole_records() -> None:
    role = with_rights(dict.fromkeys(Permission, Scope.ALL), birthday=MaskLevel.LIST)

    assert not any(
        role.allows(one)
        for one in (
            Permission.IMPORT,
            Permission.VIEW_AUDIT,
            Permission.MERGE_CUSTOMERS,
            Permission.EXPORT_PERSON,
        )
    )
    assert role.allows(Permission.EXPORT)


def test_without_the_right_the_sight_is_the_narrowest() -> None:
    assert sight_of(with_rights({}), 7).owner == 7
    assert sight_of(READY_ROLES[RoleName.SALES], 7).owner == 7
    assert sight_of(READY_ROLES[RoleName.MANAGER], 7).clear
    assert sight_of(with_rights({}, note=MaskLevel.LIST), 7).unlisted == {MaskField.NOTE}
    assert sight_of(with_rights({}, note=MaskLevel.LIST), 7).hidden == frozenset()
