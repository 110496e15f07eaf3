"""Every use case asks for its right: no method of a service is open by accident, none asks for another right."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.services.office import OpenOffice
from tests.offices import make_office

WITHOUT_RIGHT = {
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

ADMINISTRATORS_ONLY = {
    "exporting.customers",
    "exporting.sales_report",
    "health.check",
    "health.repair",
    "importing.dry_run",
    "importing.history",
    "importing.run",
    "importing.undo",
    "importing.write_rejects",
    "products.add",
    "products.amend",
    "users.add",
}
"""What the front desk may not do. Written out, so that a wrong line in the matrix or at a method shows here."""

NOT_YET = {
    Permission.BULK_CHANGE,
    Permission.MERGE_CUSTOMERS,
    Permission.DESTROY_CUSTOMERS,
    Permission.EXPORT_PERSON,
    Permission.REVEAL_SENSITIVE,
    Permission.EXPORT_SENSITIVE,
    Permission.VIEW_AUDIT,
    Permission.BACK_UP,
    Permission.MANAGE_KEYS,
}
"""Rights whose use cases are still to come."""

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


def refused(function: UseCase, by: User) -> bool:
    """Whether the right is refused to `by`. The service is an empty shell: whoever is let in fails on it."""
    given = inspect.signature(function).parameters.values()
    blanks = [None for one in given if one.default is one.empty and one.kind is one.POSITIONAL_OR_KEYWORD]
    try:
        function(*blanks, by=by)
    except PermissionDenied:
        return True
    except (AttributeError, TypeError):
        return False
    raise AssertionError("the shell did some work")


def somebody(role: RoleName, *, active: bool = True) -> User:
    return User(7, "somebody", "Somebody", READY_ROLES[role], active=active)


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


@pytest.mark.parametrize("role", list(RoleName))
def test_a_right_is_refused_exactly_when_the_matrix_says_so(
    use_cases: dict[str, UseCase], role: RoleName
) -> None:
    declared = {
        name: function.permission for name, function in use_cases.items() if hasattr(function, "permission")
    }

    denied = {name for name in declared if refused(use_cases[name], somebody(role))}

    assert denied == {
        name for name, permission in declared.items() if not READY_ROLES[role].allows(permission)
    }


def test_the_front_desk_is_refused_what_only_administrators_do(use_cases: dict[str, UseCase]) -> None:
    declared = [name for name, function in use_cases.items() if hasattr(function, "permission")]

    denied = {name for name in declared if refused(use_cases[name], somebody(RoleName.FRONT_DESK))}

    assert denied == ADMINISTRATORS_ONLY


def test_a_user_who_is_switched_off_may_do_nothing(use_cases: dict[str, UseCase]) -> None:
    declared = [name for name, function in use_cases.items() if hasattr(function, "permission")]

    let_in = [
        name
        for name in declared
        if not refused(use_cases[name], somebody(RoleName.ADMINISTRATOR, active=False))
    ]

    assert declared and let_in == []


def test_every_right_is_asked_for_by_some_use_case(use_cases: dict[str, UseCase]) -> None:
    asked = {function.permission for function in use_cases.values() if hasattr(function, "permission")}

    assert set(Permission) - asked == NOT_YET


def test_the_actor_of_a_real_office_is_checked_before_anything_is_read(tmp_path: Path) -> None:
    office = make_office(tmp_path)
    with contextlib.closing(office), pytest.raises(PermissionDenied) as denied:
        office.importing.history(by=somebody(RoleName.FRONT_DESK))

    assert denied.value.params == {"permission": "import", "role": "front_desk", "reason": ""}
