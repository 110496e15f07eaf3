"""`user`: adding, re-roling, resetting, disabling with an heir, enabling; passwords never as arguments."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pyotp
import pytest

from cims_desktop.cli.main import main
from cims_desktop.domain.errors import CimsError
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.services.office_rules import Rules
from tests.offices import NAME, PASSWORD, FakeClock, add_customer, entrance, make_office

BO, NEW = "granite teapot orchard 8", "seven quiet lanterns 9"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    office = make_office(tmp_path)
    office.close()
    return office.path


class Desk:
    """Runs commands as the administrator; `lines` follow the password on standard input."""

    def __init__(
        self, path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        self._path, self._patch, self._printed = path, monkeypatch, capsys

    def __call__(self, *arguments: str, lines: str = "", who: str = NAME) -> tuple[int, dict[str, Any]]:
        password = PASSWORD if who == NAME else BO
        self._patch.setattr(sys, "stdin", io.StringIO(f"{password}\n{lines}"))
        signing_in = ("--office", str(self._path), "--user", who, "--password-stdin", "--json")
        status = main(["user", *arguments, *signing_in], entrance())
        return status, json.loads(self._printed.readouterr().out)


@pytest.fixture
def desk(path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(path, monkeypatch, capsys)


def listed(desk: Desk) -> dict[str, dict[str, Any]]:
    status, document = desk("list")
    assert status == 0
    return {one["name"]: one for one in document["users"]}


def refused(path: Path, name: str, password: str) -> str:
    with pytest.raises(CimsError) as caught:
        entrance().sign_in(path, name, password)
    return caught.value.code


def test_an_added_user_signs_in_and_must_change_the_password(desk: Desk, path: Path) -> None:
    assert desk("add", "bo", "--display-name", "Bo Li", "--role", "manager", lines=f"{BO}\n")[0] == 0
    assert listed(desk)["bo"] == {
        "name": "bo",
        "display_name": "Bo Li",
        "role": "manager",
        "active": True,
        "must_change_password": True,
    }
    entrance().sign_in(path, "bo", BO).close()


def test_the_new_password_comes_from_a_file_as_well(desk: Desk, path: Path, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text(f"{BO}\r\nmore", encoding="utf-8")
    assert desk("add", "bo", "--keep-password", "--new-password-file", str(secret))[0] == 0
    assert not listed(desk)["bo"]["must_change_password"]
    entrance().sign_in(path, "bo", BO).close()
    missing = desk("reset", "bo", "--new-password-file", str(tmp_path / "none"))
    assert (missing[0], missing[1]["error"]) == (5, "no_access")


def test_role_reset_disable_and_enable_work_by_name(desk: Desk, path: Path) -> None:
    desk("add", "bo", lines=f"{BO}\n")
    assert desk("role", "BO", "sales")[0] == 0
    assert listed(desk)["bo"]["role"] == "sales"

    assert desk("reset", "bo", lines=f"{NEW}\n")[0] == 0
    assert refused(path, "bo", BO) == "wrong_name_or_password"

    office = entrance().sign_in(path, NAME, PASSWORD)
    bo = next(user for user in office.users.listing(by=office.user) if user.sign_in_name == "bo")
    add_customer(office, owner_id=bo.id)
    office.close()
    status, done = desk("disable", "bo", "--heir", NAME)
    assert (status, done["customers"], done["rotate_advised"]) == (0, 1, True)
    assert refused(path, "bo", NEW) == "disabled"

    assert desk("enable", "bo")[0] == 0
    entrance().sign_in(path, "bo", NEW).close()


@pytest.mark.parametrize(
    ("arguments", "status", "code"),
    [
        (("role", "nobody", "sales"), 5, "not_found"),
        (("role", "bo", "emperor"), 5, "not_found"),
        (("role", NAME, "sales"), 6, "invalid"),
        (("disable", NAME), 6, "invalid"),
        (("disable", "bo", "--heir", "bo"), 6, "invalid"),
        (("add", "bo"), 6, "invalid"),
        (("reset", "bo"), 6, "invalid"),
    ],
)
def test_what_cannot_be_done_says_why_and_changes_nothing(
    desk: Desk, path: Path, arguments: tuple[str, ...], status: int, code: str
) -> None:
    desk("add", "bo", lines=f"{BO}\n")
    before = path.with_suffix(".keys").read_bytes()
    answered, document = desk(*arguments, lines="short\n")
    assert (answered, document["error"]) == (status, code)
    assert path.with_suffix(".keys").read_bytes() == before


def test_the_command_line_is_no_way_around_a_password_that_must_be_changed(desk: Desk) -> None:
    desk("add", "bo", lines=f"{BO}\n")
    status, document = desk("list", who="bo")
    assert (status, document["error"]) == (3, "password_change_needed")


def test_the_command_line_is_no_way_around_a_second_factor_that_the_office_asks_for(
    desk: Desk, path: Path
) -> None:
    desk("add", "bo", "--keep-password", lines=f"{BO}\n")
    office = entrance().sign_in(path, NAME, PASSWORD)
    office.rules.save(Rules(OfficePolicy(require_code=True)), by=office.user)
    office.close()
    status, document = desk("list", who="bo")
    assert (status, document["error"]) == (3, "enrolment_needed")


def test_the_front_desk_administers_nobody(desk: Desk) -> None:
    desk("add", "bo", "--keep-password", lines=f"{BO}\n")
    status, document = desk("reset", NAME, lines=f"{NEW}\n", who="bo")
    assert (status, document["error"]) == (4, "denied")


def test_a_user_with_a_second_factor_gives_its_code(desk: Desk, path: Path) -> None:
    clock = FakeClock()
    office = entrance(clock).sign_in(path, NAME, PASSWORD)
    totp = pyotp.TOTP(office.second_factor.begin(by=office.user).secret)
    office.second_factor.confirm(totp.at(clock.now), PASSWORD, by=office.user)
    office.close()

    assert desk("list")[1]["error"] == "code_needed"
    status, document = desk("list", "--code", totp.at(clock.now))
    assert (status, [one["name"] for one in document["users"]]) == (0, [NAME])
