"""Re-roling, resetting, disabling and enabling users; what a crash between key file and row leaves is completed."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from cims_desktop.domain.errors import CimsError, Invalid, NotFound, PermissionDenied
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.progress import Progress, Task
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.services.handing_over import Owned
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.office_rules import Rules
from cims_desktop.storage import users as stored
from cims_desktop.storage.tables.customers import customer
from cims_desktop.storage.tables.history import task
from cims_desktop.storage.tables.work import act, change, saved_view
from tests.offices import NAME, NOON, PASSWORD, add_customer, entrance

BO, CAI = "granite teapot orchard 8", "seven quiet lanterns 9"
FRONT_DESK, MANAGER = READY_ROLES[RoleName.FRONT_DESK], READY_ROLES[RoleName.MANAGER]
ADMINISTRATOR = READY_ROLES[RoleName.ADMINISTRATOR]


@pytest.fixture
def bo(office: OpenOffice) -> User:
    office.users.add("bo.li", "Bo Li", FRONT_DESK, BO, by=office.user)
    return named(office, "bo.li")


def named(office: OpenOffice, name: str) -> User:
    return next(user for user in office.users.listing(by=office.user) if user.sign_in_name == name)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        work()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


@contextlib.contextmanager
def signed_in(office: OpenOffice, name: str, password: str) -> Iterator[OpenOffice]:
    opened = entrance().sign_in(office.path, name, password)
    with contextlib.closing(opened):
        yield opened


def changes_of(office: OpenOffice, act_id: int | None) -> set[tuple[str, str | None, str | None]]:
    with office.acting.read() as connection:
        rows = connection.execute(sa.select(change).where(change.c.act_id == act_id))
        return {(row.field, row.before, row.after) for row in rows}


def test_a_new_role_is_in_force_at_the_next_sign_in_and_journaled(office: OpenOffice, bo: User) -> None:
    done = office.users.set_role(bo.id, MANAGER, by=office.user)

    assert named(office, "bo.li").role == MANAGER
    assert changes_of(office, done.act) == {("role", "front_desk", "manager")}
    with signed_in(office, "bo.li", BO) as his:
        assert his.user.role == MANAGER


def test_nobody_changes_the_own_role_or_shuts_himself_out(office: OpenOffice, bo: User) -> None:
    me = office.user.id
    for work in (
        lambda: office.users.set_role(me, MANAGER, by=office.user),
        lambda: office.users.disable(me, bo.id, by=office.user),
        lambda: office.users.enable(me, by=office.user),
        lambda: office.users.reset_password(me, CAI, by=office.user),
    ):
        assert code_of(work) == "yourself"


def test_the_last_administrator_is_kept_whoever_asks(office: OpenOffice, bo: User) -> None:
    """Another administrator's program that does not know yet that its user is one no longer."""
    office.users.set_role(bo.id, ADMINISTRATOR, by=office.user)
    with signed_in(office, "bo.li", BO) as his:
        office.users.set_role(bo.id, FRONT_DESK, by=office.user)
        assert code_of(lambda: his.users.disable(office.user.id, None, by=his.user)) == "session_ended"
    assert named(office, NAME).active


def test_an_unknown_role_or_user_is_told(office: OpenOffice, bo: User) -> None:
    assert (
        code_of(lambda: office.users.set_role(bo.id, replace(MANAGER, key="ghost"), by=office.user))
        == "not_found"
    )
    assert code_of(lambda: office.users.set_role(99, MANAGER, by=office.user)) == "not_found"


def test_a_reset_password_must_be_changed_and_then_not_again(office: OpenOffice, bo: User) -> None:
    office.users.reset_password(bo.id, CAI, by=office.user)

    with signed_in(office, "bo.li", CAI) as his:
        assert his.user.must_change_password
        his.users.change_password(CAI, "his very own sentence", by=his.user)
    with signed_in(office, "bo.li", "his very own sentence") as his:
        assert not his.user.must_change_password
    assert code_of(lambda: entrance().sign_in(office.path, "bo.li", BO)) == "wrong_name_or_password"


def test_a_first_password_may_be_for_the_first_sign_in_only(office: OpenOffice) -> None:
    office.users.add("cai", "Cai", FRONT_DESK, CAI, by=office.user, must_change=True)
    with signed_in(office, "cai", CAI) as hers:
        assert hers.user.must_change_password


def test_the_offices_policy_sets_the_shortest_password(office: OpenOffice, bo: User) -> None:
    office.rules.save(Rules(policy=OfficePolicy(least_password=30)), by=office.user)
    assert code_of(lambda: office.users.reset_password(bo.id, CAI, by=office.user)) == "too_short"


def test_a_password_made_of_the_offices_name_is_refused(office: OpenOffice) -> None:
    weak = lambda: office.users.add("cai", "Cai", FRONT_DESK, "riverside2026", by=office.user)  # noqa: E731
    assert code_of(weak) == "name_in_password"


def test_a_new_display_name_is_seen_by_all_and_journaled(office: OpenOffice, bo: User) -> None:
    done = office.users.rename(bo.id, " Bo Li-Wang ", by=office.user)
    assert named(office, "bo.li").display_name == "Bo Li-Wang"
    assert changes_of(office, done.act) == {("display_name", "Bo Li", "Bo Li-Wang")}
    assert code_of(lambda: office.users.rename(bo.id, " ", by=office.user)) == "required"


def give_to(office: OpenOffice, user: User, customers: int = 3, tasks: int = 2) -> list[int]:
    ids = [add_customer(office, f"Customer {number}", owner_id=user.id) for number in range(customers)]
    stamps = {"created_at": NOON, "updated_at": NOON, "version": 1}
    with office.acting.database.write() as connection:
        for number in range(tasks):
            values = {
                "title": f"Call {number}",
                "assignee_id": user.id,
                "text": "",
                "state": "open",
                "repeat": "",
            }
            connection.execute(sa.insert(task).values(**values, **stamps))
        values = {"name": "Mine", "owner_id": user.id, "shared": False, "payload": "{}"}
        connection.execute(sa.insert(saved_view).values(**values, **stamps))
    return ids


def owners(office: OpenOffice) -> set[int | None]:
    with office.acting.read() as connection:
        return set(connection.execute(sa.select(customer.c.owner_id)).scalars())


def test_a_disabled_user_cannot_sign_in_and_the_heir_has_everything(office: OpenOffice, bo: User) -> None:
    ids = give_to(office, bo)
    office.customers.delete(ids[:1], by=office.user)  # what lies in the bin has an owner too
    assert office.users.owned(bo.id, by=office.user) == Owned(3, 2, 1)

    done = office.users.disable(bo.id, office.user.id, by=office.user)

    assert (done.handed_over, done.stopped, done.rotate_advised) == (Owned(3, 2, 1), False, True)
    assert owners(office) == {office.user.id}
    assert office.users.owned(bo.id, by=office.user) == Owned()
    assert office.users.owned(office.user.id, by=office.user) == Owned(3, 2, 1)
    assert not named(office, "bo.li").active
    assert code_of(lambda: entrance().sign_in(office.path, "bo.li", BO)) == "disabled"
    assert office.health.check(by=office.user, deep=True).ok


def test_one_act_says_who_left_and_who_has_what(office: OpenOffice, bo: User) -> None:
    give_to(office, bo)
    done = office.users.disable(bo.id, office.user.id, by=office.user)
    with office.acting.read() as connection:
        row = connection.execute(sa.select(act).where(act.c.id == done.changes.act)).one()
    assert (row.kind, row.table_name, row.record) == ("amend", "user", bo.id)
    for part in ('"what": "bo.li"', f'"heir": "{NAME}"', '"customers": 3', '"tasks": 2', '"views": 1'):
        assert part in row.detail
    assert ("active", "True", "False") in changes_of(office, done.changes.act)


def test_without_an_heir_customers_and_tasks_are_nobodys_and_views_stay(office: OpenOffice, bo: User) -> None:
    give_to(office, bo)
    done = office.users.disable(bo.id, None, by=office.user)
    assert done.handed_over == Owned(3, 2, 0)
    assert owners(office) == {None}
    assert office.users.owned(bo.id, by=office.user) == Owned(0, 0, 1)


def test_handing_over_that_was_stopped_goes_on_when_asked_again(office: OpenOffice, bo: User) -> None:
    give_to(office, bo, customers=120, tasks=0)
    seen: list[Progress] = []
    stopping = Task(report=seen.append, cancelled=lambda: bool(seen))

    first = office.users.disable(bo.id, office.user.id, stopping, by=office.user)
    second = office.users.disable(bo.id, office.user.id, by=office.user)

    assert first.stopped and 0 < first.handed_over.customers < 120
    assert first.handed_over.customers + second.handed_over.customers == 120
    assert owners(office) == {office.user.id}


@pytest.mark.parametrize("heir", ["himself", "disabled"])
def test_an_heir_must_be_another_active_user(office: OpenOffice, bo: User, heir: str) -> None:
    office.users.add("cai", "Cai", FRONT_DESK, CAI, by=office.user)
    cai = named(office, "cai")
    office.users.disable(cai.id, None, by=office.user)
    who = bo.id if heir == "himself" else cai.id
    assert code_of(lambda: office.users.disable(bo.id, who, by=office.user)) == "unknown"
    assert named(office, "bo.li").active


def test_an_enabled_user_signs_in_with_the_old_password(office: OpenOffice, bo: User) -> None:
    office.users.disable(bo.id, None, by=office.user)
    done = office.users.enable(bo.id, by=office.user)
    assert changes_of(office, done.act) == {("active", "False", "True")}
    with signed_in(office, "bo.li", BO) as his:
        assert his.user.active


def test_whoever_only_looks_changes_neither_key_file_nor_row(office: OpenOffice, bo: User) -> None:
    looking = replace(office.user, looking=True)
    before = office.path.with_suffix(".keys").read_bytes()
    for work in (
        lambda: office.users.set_role(bo.id, MANAGER, by=looking),
        lambda: office.users.disable(bo.id, None, by=looking),
        lambda: office.users.change_password(PASSWORD, CAI, by=looking),
        lambda: office.second_factor.begin(by=looking),
    ):
        with pytest.raises(PermissionDenied):
            work()
    assert office.path.with_suffix(".keys").read_bytes() == before


def test_ones_own_minutes_until_the_lock_stay_within_the_offices(office: OpenOffice) -> None:
    office.users.set_idle_minutes(5, by=office.user)
    assert named(office, NAME).idle_minutes == 5
    assert code_of(lambda: office.users.set_idle_minutes(11, by=office.user)) == "out_of_range"
    office.users.set_idle_minutes(None, by=office.user)
    assert named(office, NAME).idle_minutes is None


class Killed(BaseException):
    """The program ended here."""


@pytest.mark.parametrize("change_of", ["role", "disabled", "reset"])
@pytest.mark.parametrize("next_one", ["administrator", "the user"])
def test_what_a_crash_kept_out_of_the_row_is_completed_at_the_next_sign_in(
    office: OpenOffice, bo: User, monkeypatch: pytest.MonkeyPatch, change_of: str, next_one: str
) -> None:
    def die(*_given: object) -> None:
        raise Killed

    works: dict[str, Callable[[], object]] = {
        "role": lambda: office.users.set_role(bo.id, MANAGER, by=office.user),
        "disabled": lambda: office.users.disable(bo.id, None, by=office.user),
        "reset": lambda: office.users.reset_password(bo.id, CAI, by=office.user),
    }
    with monkeypatch.context() as patch:
        patch.setattr(stored, "amend", die)
        with pytest.raises(Killed):
            works[change_of]()

    if next_one == "administrator" or change_of == "disabled":
        with signed_in(office, NAME, PASSWORD) as again:
            after = named(again, "bo.li")
            assert again.health.check(by=again.user).ok
    else:
        with signed_in(office, "bo.li", CAI if change_of == "reset" else BO) as his:
            after = his.user
    assert (after.role == MANAGER) == (change_of == "role")
    assert after.active == (change_of != "disabled")


def test_a_role_raised_in_the_row_alone_gives_nothing(office: OpenOffice, bo: User) -> None:
    """Whoever holds the data key can write into the database; what counts is the key file."""
    with office.acting.database.write() as connection:
        stored.amend(connection, bo.id, {"role": "administrator"}, NOON, None)
    with signed_in(office, "bo.li", BO) as his:
        assert his.user.role == FRONT_DESK
        assert not his.user.may(Permission.MANAGE_USERS)
    assert named(office, "bo.li").role == FRONT_DESK  # carried over again


def test_a_role_that_the_office_has_not_opens_nothing(office: OpenOffice, bo: User) -> None:
    mine = office.roles.copy(FRONT_DESK, "Desk at night", by=office.user)
    office.roles.save(mine, by=office.user)
    office.users.set_role(bo.id, mine, by=office.user)
    with office.acting.database.write() as connection:
        connection.execute(
            sa.text(
                "UPDATE \"user\" SET role_id = (SELECT id FROM role WHERE name = 'viewer')"
                f" WHERE id = {bo.id}"
            )
        )
        connection.execute(sa.text("DELETE FROM role_permission"))
        connection.execute(sa.text(f"DELETE FROM role WHERE name = '{mine.key}'"))
    with pytest.raises(NotFound):
        entrance().sign_in(office.path, "bo.li", BO)
    with signed_in(office, NAME, PASSWORD) as again:  # the administrator can work and give another role
        again.users.set_role(bo.id, FRONT_DESK, by=again.user)


def test_an_office_opened_by_many_at_once_stays_whole(office: OpenOffice, bo: User, tmp_path: Path) -> None:
    with signed_in(office, "bo.li", BO) as his:
        office.users.add("cai", "Cai", MANAGER, CAI, by=office.user)
        his.users.change_password(
            BO, "seven loud lanterns 9", by=his.user
        )  # in step with the key file as it is now
    with signed_in(office, "bo.li", "seven loud lanterns 9"), signed_in(office, "cai", CAI) as again:
        assert again.user.role == MANAGER
