"""An open program does not outlive the right to work with it, and asks for the password no more often than it may."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.errors import CimsError, SignInRefused
from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.domain.users import User
from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer, entrance, make_customer

BO, OTHER = "granite teapot orchard 8", "seven quiet lanterns 9"


@pytest.fixture
def bo(office: OpenOffice) -> User:
    office.users.add("bo.li", "Bo Li", READY_ROLES[RoleName.MANAGER], BO, by=office.user)
    return next(one for one in office.users.listing(by=office.user) if one.sign_in_name == "bo.li")


@contextlib.contextmanager
def at_work(office: OpenOffice) -> Iterator[OpenOffice]:
    """The other user's own program, open while the administrator decides."""
    opened = entrance().sign_in(office.path, "bo.li", BO)
    with contextlib.closing(opened):
        yield opened


def refusals(his: OpenOffice, customer_id: int) -> set[str]:
    """What reading, writing and revealing are answered with; an empty word for what went through."""
    acts: tuple[Callable[[], object], ...] = (
        lambda: his.customers.get(customer_id, by=his.user),
        lambda: his.customers.add(make_customer("Kept open"), by=his.user),
        lambda: his.sensitive.reveal(customer_id, "national_id", by=his.user),
        lambda: his.users.listing(by=his.user),
    )
    found = set()
    for act in acts:
        try:
            act()
            found.add("")
        except CimsError as error:
            found.add(error.code)
    return found


def with_secret(office: OpenOffice) -> int:
    customer_id = add_customer(office)
    office.sensitive.put(customer_id, "national_id", "11010519491231002X", by=office.user)
    return customer_id


def test_a_session_that_nobody_touched_goes_on(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    with at_work(office) as his:
        assert refusals(his, customer_id) == {""}


def test_who_is_disabled_while_signed_in_is_refused_at_the_next_act(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    with at_work(office) as his:
        office.users.disable(bo.id, None, by=office.user)

        assert refusals(his, customer_id) == {"disabled"}
        his.note(ActKind.SIGN_OUT)  # the journal still learns that he has gone


def test_who_gets_another_role_while_signed_in_has_to_sign_in_again(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    with at_work(office) as his:
        office.users.set_role(bo.id, READY_ROLES[RoleName.FRONT_DESK], by=office.user)

        assert refusals(his, customer_id) == {"session_ended"}


def test_a_role_that_is_edited_while_its_holder_is_signed_in_ends_the_session(
    office: OpenOffice, bo: User
) -> None:
    role = office.roles.copy(READY_ROLES[RoleName.MANAGER], "Desk lead", by=office.user)
    office.roles.save(role, by=office.user)
    office.users.set_role(bo.id, role, by=office.user)
    customer_id = with_secret(office)
    with at_work(office) as his:
        (stored,) = (one for one in office.roles.listing(by=office.user) if one.key == role.key)
        less = dict(stored.rights)
        del less[Permission.REVEAL_SENSITIVE]
        office.roles.save(replace(stored, rights=less), by=office.user)

        assert refusals(his, customer_id) == {"session_ended"}


def test_another_role_of_the_office_may_be_edited_meanwhile(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    with at_work(office) as his:
        office.roles.save(Role("own_1", {Permission.VIEW_CUSTOMERS: Scope.ALL}, {}, "Other"), by=office.user)

        assert refusals(his, customer_id) == {""}


def test_a_reset_password_ends_the_sessions_of_the_old_one(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    with at_work(office) as his:
        office.users.reset_password(bo.id, OTHER, by=office.user)

        assert refusals(his, customer_id) == {"session_ended"}


def test_ones_own_new_password_ends_nothing(office: OpenOffice, bo: User) -> None:
    customer_id = with_secret(office)
    office.users.reset_password(bo.id, OTHER, by=office.user)
    his = entrance().sign_in(office.path, "bo.li", OTHER)
    with contextlib.closing(his):
        his.users.change_password(OTHER, BO, by=his.user)

        assert refusals(his, customer_id) == {""}


@pytest.mark.parametrize("question", ["change_password", "switch_off"])
def test_guessing_the_password_inside_waits_as_at_the_sign_in(office: OpenOffice, question: str) -> None:
    ask: dict[str, Callable[[str], object]] = {
        "change_password": lambda guess: office.users.change_password(guess, OTHER, by=office.user),
        "switch_off": lambda guess: office.second_factor.switch_off(guess, by=office.user),
    }
    answers = []
    for number in range(5):
        with pytest.raises(SignInRefused) as caught:
            ask[question](f"guess {number}")
        answers.append(caught.value.code)

    assert answers == ["wrong_name_or_password"] * 4 + ["wait"]
