"""The way in as a person meets it: a real office, a clock that tests set, and codes as an app makes them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import pyotp
import pytest
from pytestqt.qtbot import QtBot

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui import counter_mode
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.start_window import StartWindow
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, FakeClock, entrance

SECOND_NAME, SECOND_PASSWORD = "lin.yao", "quiet marble river 77"
Settle = Callable[[], None]


@pytest.fixture(autouse=True)
def personal_data_is_shown_again() -> Iterator[None]:
    """No test leaves counter mode on."""
    yield
    counter_mode.mode().set_on(False)


class Phone:
    """An authenticator app: knows a secret and shows the code of the moment."""

    def __init__(self, clock: FakeClock) -> None:
        self._clock = clock
        self.secret = ""

    def code(self) -> str:
        return pyotp.TOTP(self.secret.replace(" ", "")).at(self._clock.now)

    def wait(self) -> None:
        """Until the next code."""
        self._clock.now += timedelta(seconds=30)


@pytest.fixture
def phone(clock: FakeClock) -> Phone:
    return Phone(clock)


@pytest.fixture
def codes(office: OpenOffice, phone: Phone) -> tuple[str, ...]:
    """The administrator's second factor is on; these are his recovery codes."""
    phone.secret = office.second_factor.begin(by=office.user).secret
    made = office.second_factor.confirm(phone.code(), PASSWORD, by=office.user)
    phone.wait()
    return made


@pytest.fixture
def second_user(office: OpenOffice) -> int:
    """Somebody at the front desk."""
    office.users.add(
        SECOND_NAME, "Lin Yao", READY_ROLES[RoleName.FRONT_DESK], SECOND_PASSWORD, by=office.user
    )
    return next(user.id for user in office.users.listing(by=office.user) if user.sign_in_name == SECOND_NAME)


@pytest.fixture
def gate(clock: FakeClock) -> Gate:
    """The way in, with cheap keys."""
    return Gate(lambda: entrance(clock))


@pytest.fixture
def start(
    office: OpenOffice, gate: Gate, jobs: JobRunner, settings: Settings, dressed: object, qtbot: QtBot
) -> Iterator[StartWindow]:
    """The start window, asking for a user of the office; offices it opened are closed at the end."""
    window = StartWindow(gate, jobs, settings)
    qtbot.addWidget(window)
    opened: list[OpenOffice] = []
    window.office_opened.connect(opened.append)
    with qtbot.waitExposed(window):
        window.show()
    window.begin(office.path)
    yield window
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)
    for each in opened:
        each.close()


def type_in(window: StartWindow, name: str = NAME, password: str = PASSWORD) -> None:
    """Name and password, and Enter's act."""
    page = window._sign_in
    assert page is not None
    page.ui.name_edit.setText(name)
    page.ui.password_edit.setText(password)
    page.try_sign_in()


def page_of(window: MainWindow) -> CustomersPage:
    page = window.pages.page("customers")
    assert isinstance(page, CustomersPage)
    return page
