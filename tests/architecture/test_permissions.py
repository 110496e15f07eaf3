"""Every use case asks for its right: no method of a service is open by accident, none asks for another right."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName, role_problems
from cims_desktop.domain.users import User
from cims_desktop.services.acting import READING
from cims_desktop.services.office import OpenOffice
from tests.offices import make_office
from tests.reading import LISTS, RECORDS

WITHOUT_RIGHT = {
    "backups.scheduled": "the office's own rules ask for it, whoever works",
    "audit.interrupt": "stops the caller's own queries",
    "sensitive.examine": "pure: judges what is typed and reads nothing",
    "customers.examine": "pure: judges what is typed and reads nothing",
    "customers.interrupt": "stops the caller's own queries",
    "search.interrupt": "as above",
    "importing.describe": "reads a file of the person's own, nothing of the office",
    "importing.suggest": "pure: works on that description",
    "importing.unfinished": "for finish_crashed; tells run numbers and file names only",
    "importing.finish_crashed": "repairs what a crash left, whoever is the first to sign in",
    "importing.close": "forgets the caller's own refused rows",
}
"""Public methods of services that declare no right, each with its reason."""

MATRIX = """
                    administrator manager front_desk sales auditor viewer own
    customers.view      all       all     all        own   all     all    own
    customers.create    all       all     all        all   -       -      all
    customers.edit      all       all     all        own   -       -      own
    customers.bulk      all       all     -          -     -       -      -
    customers.delete    all       all     all        -     -       -      -
    customers.merge     all       all     -          -     -       -      -
    customers.destroy   all       all     -          -     -       -      -
    persons.export      all       all     -          -     -       -      -
    history.record      all       all     all        own   -       -      own
    purchases.record    all       all     all        own   -       -      -
    purchases.refund    all       all     all        own   -       -      -
    products.edit       all       all     -          -     -       -      -
    reports.view        all       all     all        -     all     -      -
    import              all       all     -          -     -       -      -
    export              all       all     -          -     -       -      own
    sensitive.reveal    all       all     -          -     -       -      own
    sensitive.export    all       -       -          -     -       -      -
    audit.view          all       all     -          -     all     -      -
    office.backup       all       all     -          -     -       -      all
    office.check        all       all     -          -     all     -      -
    office.manage       all       -       -          -     -       -      -
    users.manage        all       -       -          -     -       -      -
    keys.manage         all       -       -          -     -       -      -
"""
"""How far each right reaches for each ready role, and for one of the office's own. Written out once more, so that a
wrong line in `domain.roles` shows here.
"""

OWN_ROLE = Role(
    "own",
    dict.fromkeys(
        (
            Permission.VIEW_CUSTOMERS,
            Permission.EDIT_CUSTOMERS,
            Permission.RECORD_HISTORY,
            Permission.EXPORT,
            Permission.REVEAL_SENSITIVE,
        ),
        Scope.OWN,
    )
    | dict.fromkeys((Permission.CREATE_CUSTOMERS, Permission.BACK_UP), Scope.ALL),
    {MaskField.PHONE: MaskLevel.EVERYWHERE, MaskField.EMAIL: MaskLevel.LIST},
    "Field staff",
    RoleName.SALES,
)
"""A role of an office's own, with limits of every kind."""

USE_CASES = {
    "customers.view": """
        audit.printed audit.viewed customers.cities customers.count customers.first_rows customers.get
        customers.ids customers.rows drafts.discard drafts.drop drafts.latest drafts.left drafts.offered
        drafts.pending drafts.save drafts.take_up preferences.get privacy.consent_history
        privacy.finish_erasures products.categories products.find products.listing purchases.get
        purchases.of_customer purchases.refunded roles.listing rules.get satisfaction.of_customer search.find
        second_factor.begin second_factor.confirm second_factor.state second_factor.switch_off sensitive.fields
        sensitive.of_customer timeline.entries timeline.follow_ups timeline.get users.change_password
        users.listing users.set_idle_minutes users.set_language
    """,
    "customers.create": "customers.add",
    "customers.edit": """
        customers.amend customers.amend_with preferences.save sensitive.clear sensitive.put sensitive.put_draft
    """,
    "customers.delete": "customers.delete customers.restore",
    "customers.destroy": """
        privacy.bin_overdue privacy.destroy privacy.empty_bin privacy.erase privacy.unfinished_erasures
    """,
    "persons.export": "privacy.export_person",
    "history.record": "satisfaction.record timeline.amend timeline.plan timeline.record",
    "purchases.record": "purchases.record",
    "purchases.refund": "purchases.refund",
    "products.edit": "products.add products.amend",
    "reports.view": "reports.activity reports.dashboard reports.months reports.sales satisfaction.overview",
    "import": "importing.dry_run importing.history importing.run importing.undo importing.write_rejects",
    "export": "exporting.customers exporting.sales_report",
    "sensitive.reveal": "sensitive.fill_blind_indexes sensitive.find sensitive.reveal",
    "audit.view": "audit.entries audit.export audit.verify audit.who_saw",
    "office.backup": """
        backups.due backups.listing backups.make backups.move backups.prove backups.prune backups.state
    """,
    "office.check": "health.check",
    "office.manage": "health.repair rules.save sensitive.amend sensitive.define",
    "users.manage": """
        roles.copy roles.remove roles.save rules.last_sign_ins users.add users.disable users.enable users.owned
        users.rename users.reset_password users.set_role
    """,
    "keys.manage": """
        audit.settle_warnings keys.guess_milliseconds keys.in_force keys.recovery_code keys.recovery_state
        keys.rotate users.raise_cost
    """,
}
"""Which right each use case declares. A new use case needs its place here."""

WRITES_ALL_THE_SAME = {
    "audit.export",
    "drafts.discard",
    "drafts.drop",
    "drafts.save",
    "drafts.take_up",
    "privacy.finish_erasures",
    "second_factor.begin",
    "second_factor.confirm",
    "second_factor.switch_off",
    "users.change_password",
    "users.set_idle_minutes",
    "users.set_language",
}
"""Use cases that leave something behind although their right is one of reading: refused to who only looks."""

READS_ALL_THE_SAME = {
    "backups.due",
    "backups.listing",
    "backups.state",
    "importing.history",
    "keys.guess_milliseconds",
    "keys.in_force",
    "keys.recovery_state",
    "roles.copy",
    "users.owned",
}
"""Use cases that leave nothing behind although their right is one of changing."""

JOURNALED_ALL_THE_SAME = {"audit.printed", "audit.viewed"}
"""Use cases that write down who saw something: also of who only looks, under the real name."""

ANSWERS_NOTHING = JOURNALED_ALL_THE_SAME | {
    "exporting.sales_report",  # the figures of `reports.sales`
    "sensitive.fill_blind_indexes",
}
"""Use cases that need not be tried for what they may not tell."""

NOT_YET = {
    Permission.BULK_CHANGE: "asked besides, of those who move more than one customer",
    Permission.MERGE_CUSTOMERS: "comes with the search for duplicates",
    Permission.EXPORT_SENSITIVE: "asked besides, when a person is exported with sealed values",
}
"""Rights that no use case declares, each with its reason."""

SHOW_WHOLE_RECORDS = {
    Permission.IMPORT,
    Permission.VIEW_AUDIT,
    Permission.MERGE_CUSTOMERS,
    Permission.DESTROY_CUSTOMERS,
    Permission.MANAGE_OFFICE,
    Permission.MANAGE_USERS,
    Permission.MANAGE_KEYS,
}
"""Rights that no role with limits can hold (`tests/unit/domain/test_roles.py`): their reads need not be narrowed."""

UseCase = Callable[..., Any]


@pytest.fixture(scope="module")
def use_cases(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, UseCase]]:
    """Every public method of every service of an open office, by its name there: "customers.amend"."""
    office = make_office(tmp_path_factory.mktemp("office"))
    with contextlib.closing(office):
        yield {
            f"{name}.{method}": function
            for name, service in services_of(office).items()
            for method, function in inspect.getmembers(type(service), inspect.isfunction)
            if not method.startswith("_")
        }


def services_of(office: OpenOffice) -> dict[str, object]:
    return {
        name: value
        for name, value in vars(office).items()
        if not name.startswith("_") and type(value).__module__.startswith("cims_desktop.services.")
    }


def takes_actor(function: UseCase) -> bool:
    return "by" in inspect.signature(function).parameters


def refusal(function: UseCase, by: User) -> str | None:
    """Why `by` is refused, None if let in. The service is an empty shell: whoever is let in fails on it."""
    given = inspect.signature(function).parameters.values()
    blanks = [None for one in given if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    try:
        function(*blanks, by=by)
    except PermissionDenied as denied:
        return str(denied.params["reason"]) or "right"
    except (AttributeError, TypeError):
        return None
    raise AssertionError("the shell did some work")


def declared_in(use_cases: dict[str, UseCase]) -> dict[str, UseCase]:
    """Those that declare a right."""
    return {name: function for name, function in use_cases.items() if hasattr(function, "permission")}


def matrix() -> dict[str, dict[Permission, Scope]]:
    """The rights of the table above, by the role."""
    head, *rows = MATRIX.strip().splitlines()
    cells = {Permission(row.split()[0]): row.split()[1:] for row in rows}
    scopes = {"all": Scope.ALL, "own": Scope.OWN, "-": Scope.NONE}
    return {
        role: {permission: scopes[row[column]] for permission, row in cells.items()}
        for column, role in enumerate(head.split())
    }


ROLES = {role.key: role for role in (*READY_ROLES.values(), OWN_ROLE)}


def somebody(role: str, **more: bool) -> User:
    return User(7, "somebody", "Somebody", ROLES[role], **more)


def test_the_walk_finds_the_services(use_cases: dict[str, UseCase]) -> None:
    assert {"customers.amend", "importing.run", "users.add", "reports.dashboard"} <= set(use_cases)


def test_every_use_case_declares_its_right(use_cases: dict[str, UseCase]) -> None:
    undeclared = {name for name, function in use_cases.items() if not hasattr(function, "permission")}

    assert undeclared == set(WITHOUT_RIGHT)


def test_whoever_declares_a_right_asks_for_the_actor_by_keyword(use_cases: dict[str, UseCase]) -> None:
    nameless = [
        name
        for name, function in use_cases.items()
        if hasattr(function, "permission")
        and (
            not takes_actor(function)
            or inspect.signature(function).parameters["by"].kind is not inspect.Parameter.KEYWORD_ONLY
        )
    ]

    assert nameless == []


@pytest.mark.parametrize("role", ROLES)
def test_each_role_has_the_rights_of_the_matrix(role: str) -> None:
    assert {one: ROLES[role].scope(one) for one in Permission} == matrix()[role]


def test_the_tried_own_role_is_one_that_an_office_may_have() -> None:
    assert role_problems(OWN_ROLE) == ()


def test_each_use_case_declares_the_right_of_the_list(use_cases: dict[str, UseCase]) -> None:
    declared = {name: function.permission.value for name, function in declared_in(use_cases).items()}

    assert declared == {name: right for right, names in USE_CASES.items() for name in names.split()}


@pytest.mark.parametrize("role", ROLES)
def test_a_use_case_is_refused_exactly_when_the_matrix_says_so(
    use_cases: dict[str, UseCase], role: str
) -> None:
    scopes = matrix()[role]
    listed = [(name, Permission(right)) for right, names in USE_CASES.items() for name in names.split()]

    for name, right in listed:
        expected = "right" if scopes[right] is Scope.NONE else None
        assert refusal(use_cases[name], somebody(role)) == expected, name


@pytest.mark.parametrize("role", ROLES)
def test_who_only_looks_reads_as_the_role_and_changes_nothing(
    use_cases: dict[str, UseCase], role: str
) -> None:
    for name, function in declared_in(use_cases).items():
        changes = (function.permission not in READING or name in WRITES_ALL_THE_SAME) and (
            name not in READS_ALL_THE_SAME
        )
        expected = "looking" if changes else None
        if matrix()[role][function.permission] is Scope.NONE:
            expected = "right"
        assert refusal(function, somebody(role, looking=True)) == expected, name


def test_use_cases_with_a_reading_right_write_only_where_they_say_so(use_cases: dict[str, UseCase]) -> None:
    """A look at the source: whoever opens a transaction to write, or changes the key file, declares it."""
    writing = {
        name
        for name, function in declared_in(use_cases).items()
        if function.permission in READING
        and any(
            mark in inspect.getsource(function)
            for mark in (".act(", ".write()", "update=update_file", "self._change_keys(")
        )
    }

    assert writing - JOURNALED_ALL_THE_SAME <= WRITES_ALL_THE_SAME
    assert {name for name in WRITES_ALL_THE_SAME if not use_cases[name].writes} == set()


def test_every_read_is_tried_for_what_it_may_not_tell(use_cases: dict[str, UseCase]) -> None:
    """Where this fails: put a call of the new use case into `tests/reading.py`."""
    telling = {Permission.EXPORT, Permission.EXPORT_PERSON, Permission.REVEAL_SENSITIVE}
    reads = {
        name
        for name, function in declared_in(use_cases).items()
        if function.permission not in SHOW_WHOLE_RECORDS
        and (not function.writes or function.permission in telling)
    }

    assert reads - {*LISTS, *RECORDS} == ANSWERS_NOTHING


def test_a_user_who_is_switched_off_may_do_nothing(use_cases: dict[str, UseCase]) -> None:
    nobody = somebody(RoleName.ADMINISTRATOR, active=False)

    let_in = [
        name for name, function in declared_in(use_cases).items() if refusal(function, nobody) != "right"
    ]

    assert let_in == []


def test_every_right_is_asked_for_by_some_use_case(use_cases: dict[str, UseCase]) -> None:
    asked = {function.permission for function in declared_in(use_cases).values()}

    assert set(Permission) - asked == set(NOT_YET)


def test_the_actor_of_a_real_office_is_checked_before_anything_is_read(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with contextlib.closing(office), pytest.raises(PermissionDenied) as denied:
        office.importing.history(by=somebody(RoleName.FRONT_DESK))

    assert denied.value.params == {"permission": "import", "role": "front_desk", "reason": ""}
