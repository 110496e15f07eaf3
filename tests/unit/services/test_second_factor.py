"""The second factor: switching it on and off, each code good once, recovery codes, resets, and the office's wish."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

import pyotp
import pytest

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.security.key_file import parse
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.office_rules import Rules
from tests.offices import NAME, PASSWORD, FakeClock, entrance

HALF_MINUTE = timedelta(seconds=30)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(CimsError) as caught:
        work()
    error = caught.value
    return error.problems[0].code if isinstance(error, Invalid) else error.code


@dataclass(frozen=True)
class App:
    """The authenticator app on somebody's telephone, and the sheet of recovery codes beside it."""

    totp: pyotp.TOTP
    clock: FakeClock
    codes: tuple[str, ...]

    def __call__(self) -> str:
        return self.totp.at(self.clock.now)


@pytest.fixture
def app(office: OpenOffice, clock: FakeClock) -> App:
    """What an administrator has who has just switched the second factor on."""
    begun = office.second_factor.begin(by=office.user)
    totp = pyotp.TOTP(begun.secret)
    codes = office.second_factor.confirm(totp.at(clock.now), PASSWORD, by=office.user)
    clock.now += HALF_MINUTE
    return App(totp, clock, codes)


def enter(office: OpenOffice, clock: FakeClock, code: str = "") -> None:
    entrance(clock).sign_in(office.path, NAME, PASSWORD, code).close()


def test_nothing_is_in_force_before_a_code_was_typed(office: OpenOffice, clock: FakeClock) -> None:
    assert code_of(lambda: office.second_factor.confirm("000000", PASSWORD, by=office.user)) == "not_begun"
    begun = office.second_factor.begin(by=office.user)
    assert begun.uri.startswith("otpauth://totp/CIMS%20Desktop:") and begun.secret in begun.uri
    assert begun.svg_qr.startswith("<svg") and "http://www.w3.org/2000/svg" in begun.svg_qr
    assert begun.secret not in repr(begun)
    wrong = pyotp.TOTP(begun.secret).at(clock.now + timedelta(hours=1))
    assert code_of(lambda: office.second_factor.confirm(wrong, PASSWORD, by=office.user)) == "wrong"
    right = pyotp.TOTP(begun.secret).at(clock.now)
    bad = lambda: office.second_factor.confirm(right, "not it", by=office.user)  # noqa: E731
    assert code_of(bad) == "wrong_name_or_password"
    assert not office.second_factor.state(by=office.user).on
    enter(office, clock)


def test_the_code_is_asked_for_only_after_the_right_password(
    office: OpenOffice, clock: FakeClock, app: App
) -> None:
    wrong = lambda: entrance(clock).sign_in(office.path, NAME, "wrong", app())  # noqa: E731
    assert code_of(lambda: enter(office, clock)) == "code_needed"
    assert code_of(wrong) == "wrong_name_or_password"
    assert code_of(lambda: enter(office, clock, "000000")) == "wrong_code"
    enter(office, clock, app())


def test_a_code_is_good_once(office: OpenOffice, clock: FakeClock, app: App) -> None:
    code = app()
    enter(office, clock, code)
    assert code_of(lambda: enter(office, clock, code)) == "wrong_code"
    clock.now += HALF_MINUTE
    assert code_of(lambda: enter(office, clock, code)) == "wrong_code"
    enter(office, clock, app())


@pytest.mark.parametrize(("off", "good"), [(-60, False), (-30, True), (30, True), (60, False)])
def test_a_telephone_may_be_half_a_minute_off(
    office: OpenOffice, clock: FakeClock, app: App, off: int, good: bool
) -> None:
    clock.now += 10 * HALF_MINUTE
    code = app()
    clock.now -= timedelta(seconds=off)
    if good:
        enter(office, clock, f" {code[:3]} {code[3:]}")
    else:
        assert code_of(lambda: enter(office, clock, code)) == "wrong_code"


def test_a_recovery_code_is_good_once_and_counted(office: OpenOffice, clock: FakeClock, app: App) -> None:
    codes = app.codes
    assert len(set(codes)) == 10
    enter(office, clock, codes[3].lower())
    assert code_of(lambda: enter(office, clock, codes[3])) == "wrong_code"
    with contextlib.closing(entrance(clock).sign_in(office.path, NAME, PASSWORD, codes[4])) as again:
        assert again.second_factor.state(by=again.user).codes_left == 8


def test_neither_secret_nor_recovery_codes_stand_in_the_files(
    office: OpenOffice, app: App, clock: FakeClock
) -> None:
    data = office.path.with_suffix(".keys").read_bytes()
    for code in app.codes:
        assert code.encode() not in data and code.replace("-", "").encode() not in data
    assert parse(data).slots


def test_switched_off_with_the_password_the_code_is_no_longer_asked_for(
    office: OpenOffice, clock: FakeClock, app: App
) -> None:
    off = lambda: office.second_factor.switch_off("wrong", by=office.user)  # noqa: E731
    assert code_of(off) == "wrong_name_or_password"
    office.second_factor.switch_off(PASSWORD, by=office.user)
    enter(office, clock)


def test_a_changed_password_keeps_the_second_factor(office: OpenOffice, clock: FakeClock, app: App) -> None:
    office.users.change_password(PASSWORD, "another evening by the pond", by=office.user)
    sign_in = lambda code: entrance(clock).sign_in(office.path, NAME, "another evening by the pond", code)  # noqa: E731
    assert code_of(lambda: sign_in("")) == "code_needed"
    sign_in(app()).close()


def test_an_administrators_reset_switches_a_lost_factor_off(office: OpenOffice, clock: FakeClock) -> None:
    office.users.add("bo", "Bo", READY_ROLES[RoleName.FRONT_DESK], "granite teapot orchard 8", by=office.user)
    with contextlib.closing(entrance(clock).sign_in(office.path, "bo", "granite teapot orchard 8")) as his:
        begun = his.second_factor.begin(by=his.user)
        his.second_factor.confirm(
            pyotp.TOTP(begun.secret).at(clock.now), "granite teapot orchard 8", by=his.user
        )
        his_id = his.user.id
    office.users.reset_password(his_id, "seven quiet lanterns 9", by=office.user)
    entrance(clock).sign_in(office.path, "bo", "seven quiet lanterns 9").close()


def test_an_office_that_asks_for_a_code_says_so_until_it_is_on(office: OpenOffice, clock: FakeClock) -> None:
    assert not office.must_enrol
    office.rules.save(Rules(policy=OfficePolicy(require_code=True)), by=office.user)
    assert office.must_enrol
    begun = office.second_factor.begin(by=office.user)
    office.second_factor.confirm(pyotp.TOTP(begun.secret).at(clock.now), PASSWORD, by=office.user)
    assert not office.must_enrol
