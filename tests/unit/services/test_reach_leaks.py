"""For roles of any kind: no foreign customer and no hidden value is in anything that any read answers."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cims_desktop.domain.errors import CimsError, NotFound, PermissionDenied
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.queries import CustomerFilter, CustomerQuery
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.domain.users import User
from tests.reading import LISTS, RECORDS, Marked, Planted, Read, as_user, marked_office

READS = [
    Permission.VIEW_CUSTOMERS,
    Permission.VIEW_REPORTS,
    Permission.EXPORT,
    Permission.CHECK_OFFICE,
    Permission.REVEAL_SENSITIVE,
    Permission.EXPORT_PERSON,
    Permission.EXPORT_SENSITIVE,
    Permission.BACK_UP,
]
OWN_WITH_MASKS = Role(
    "own",
    dict.fromkeys(Permission, Scope.OWN),
    dict.fromkeys((MaskField.PHONE, MaskField.NOTE), MaskLevel.EVERYWHERE)
    | {MaskField.EMAIL: MaskLevel.LIST},
)
ALL_WITH_MASKS = Role(
    "masked", dict.fromkeys(Permission, Scope.ALL), dict.fromkeys(MaskField, MaskLevel.EVERYWHERE)
)
CLIMBER = Role("climber", dict.fromkeys(Permission, Scope.ALL) | {Permission.VIEW_CUSTOMERS: Scope.OWN})
"""Rights that reach further than the sight: no office may have such a role, but a file may."""

roles = st.builds(
    Role,
    st.just("own"),
    st.fixed_dictionaries(dict.fromkeys(READS, st.sampled_from([Scope.ALL, Scope.OWN, Scope.NONE]))),
    st.dictionaries(st.sampled_from(MaskField), st.sampled_from(MaskLevel)),
)


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Marked]:
    """One office for all; nothing here changes a customer."""
    made = marked_office(tmp_path_factory.mktemp("marked"))
    with contextlib.closing(made.office):
        yield made


def sees(role: Role, planted: Planted, user: User) -> bool:
    """Whether the role may see this customer at all: the rule, told without the code under test."""
    scope = role.rights.get(Permission.VIEW_CUSTOMERS, Scope.NONE)
    return scope is Scope.ALL or (scope is Scope.OWN and planted.owner == user.id)


def unrevealed(role: Role, marked: Marked) -> list[str]:
    """The sealed values that must not be told."""
    scope = role.rights.get(Permission.REVEAL_SENSITIVE, Scope.NONE)
    return [
        planted.secret
        for planted in marked.customers
        if not sees(role, planted, marked.user)
        or scope is Scope.NONE
        or (scope is Scope.OWN and planted.owner != marked.user.id)
    ]


def forbidden(role: Role, marked: Marked, *levels: MaskLevel) -> list[str]:
    """The words that must not be told, with the fields hidden at `levels`."""
    hidden = [field for field, level in role.masks.items() if level in levels]
    return [
        word
        for planted in marked.customers
        for field, words in planted.values.items()
        if field in hidden or not sees(role, planted, marked.user)
        for word in words
    ]


def answers(read: Read, marked: Marked, by: User) -> Iterator[str]:
    """What each call tells, a refusal too."""
    for call in read(marked, by):
        try:
            yield repr(call())
        except (PermissionDenied, NotFound) as refused:
            yield f"{refused}{refused.__cause__}"


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(roles)
@example(OWN_WITH_MASKS)
@example(ALL_WITH_MASKS)
@example(CLIMBER)
@example(READY_ROLES[RoleName.SALES])
@example(READY_ROLES[RoleName.VIEWER])
@example(READY_ROLES[RoleName.ADMINISTRATOR])
def test_no_read_tells_what_the_role_may_not_see(marked: Marked, role: Role) -> None:
    by = as_user(marked, role=role)
    sealed = unrevealed(role, marked)
    everywhere = sealed + forbidden(role, marked, MaskLevel.EVERYWHERE)
    listed = sealed + forbidden(role, marked, MaskLevel.EVERYWHERE, MaskLevel.LIST)

    for reads, words in ((LISTS, listed), (RECORDS, everywhere)):
        for name, read in reads.items():
            for answer in answers(read, marked, by):
                assert [word for word in words if word.casefold() in answer.casefold()] == [], name


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(roles)
@example(OWN_WITH_MASKS)
@example(ALL_WITH_MASKS)
def test_searching_for_what_is_hidden_finds_and_counts_nothing(marked: Marked, role: Role) -> None:
    by = as_user(marked, role=role)
    if not by.may(Permission.VIEW_CUSTOMERS):
        return
    for word in forbidden(role, marked, MaskLevel.EVERYWHERE):
        assert marked.office.search.find(word, by=by) == ()
        for in_bin in (False, True):
            query = CustomerQuery(word, CustomerFilter(in_bin=in_bin))
            assert marked.office.customers.count(query, by=by) == 0, word
            assert list(marked.office.customers.ids(query, by=by)) == [], word


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@given(roles)
def test_a_list_holds_all_that_the_role_may_see_and_a_search_finds_it(marked: Marked, role: Role) -> None:
    by = as_user(marked, role=role)
    seen = [planted for planted in marked.customers if sees(role, planted, marked.user)]
    listed: list[int] = []
    for in_bin in (False, True):
        query = CustomerQuery(filter=CustomerFilter(in_bin=in_bin))
        with contextlib.suppress(PermissionDenied):
            listed += marked.office.customers.ids(query, by=by)
            assert marked.office.customers.count(query, by=by) * 2 == len(seen)

    assert sorted(listed) == [planted.id for planted in seen]
    for planted in seen[::2]:
        for field, words in planted.values.items():
            if field in (MaskField.NOTE, MaskField.BIRTHDAY):
                continue
            expected = [] if role.masks.get(field) is MaskLevel.EVERYWHERE else [planted.id]  # type: ignore[arg-type]
            word = "Naam" + words[0][4:] if field is None else words[0]
            assert [hit.id for hit in marked.office.search.find(word, by=by)] == expected
            assert list(marked.office.customers.ids(CustomerQuery(word), by=by)) == expected


def test_the_planted_words_are_found_where_nothing_is_hidden(marked: Marked) -> None:
    """Otherwise the other tests could not fail."""
    by = as_user(marked, role=READY_ROLES[RoleName.ADMINISTRATOR])
    told = "".join(
        answer
        for reads in (LISTS, RECORDS)
        for read in reads.values()
        for answer in answers(read, marked, by)
    )

    unheard = [
        words
        for planted in marked.customers
        for words in (*planted.values.values(), (planted.secret,))
        if not any(word in told for word in words)
    ]
    assert unheard == []


def test_a_refusal_names_the_right_and_nothing_of_the_customer(marked: Marked) -> None:
    by = as_user(marked, role=READY_ROLES[RoleName.SALES])
    foreign = next(one for one in marked.customers if one.owner is None)
    with pytest.raises(CimsError) as refused:
        marked.office.customers.get(foreign.id, by=by)

    assert refused.value.params == {"permission": "customers.view", "role": "sales", "reason": "not_yours"}
