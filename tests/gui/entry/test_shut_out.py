"""A program that is open does not outlive the right to work with it: it leads back to signing in, and says why."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.program import Options, Program
from cims_desktop.gui.session import Session
from cims_desktop.gui.settings import Settings
from cims_desktop.services.office import OpenOffice
from tests.gui.entry.conftest import SECOND_NAME, SECOND_PASSWORD
from tests.offices import FakeClock, entrance


@pytest.fixture
def session(
    office: OpenOffice, second_user: int, clock: FakeClock, settings: Settings, dressed: object, qtbot: QtBot
) -> Iterator[Session]:
    """The front desk's window, beside the administrator's."""
    theirs = entrance(clock).sign_in(office.path, SECOND_NAME, SECOND_PASSWORD)
    session = Session(theirs, settings)
    with qtbot.waitExposed(session.window):
        session.begin("customers")
    qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)
    yield session
    session.end()


def reload(session: Session) -> None:
    session.desk.read(
        lambda: session.office.rules.get(by=session.desk.user), lambda _rules: None, owner=session
    )


def test_a_disabled_user_is_back_at_the_sign_in(
    session: Session, office: OpenOffice, second_user: int, qtbot: QtBot
) -> None:
    office.users.disable(second_user, None, by=office.user)

    with qtbot.waitSignal(session.signed_out, timeout=10_000):
        reload(session)

    assert session.farewell.startswith("This user can't sign in any more.")


def test_another_role_asks_for_another_sign_in(
    session: Session, office: OpenOffice, second_user: int, qtbot: QtBot
) -> None:
    office.users.set_role(second_user, READY_ROLES[RoleName.SALES], by=office.user)

    with qtbot.waitSignal(session.signed_out, timeout=10_000):
        reload(session)

    assert session.farewell.startswith("An administrator has changed your role")


def test_a_disabled_user_who_unlocks_is_led_out(
    session: Session, office: OpenOffice, second_user: int, qtbot: QtBot
) -> None:
    keeper = session.window.lock_keeper
    keeper.lock()
    office.users.disable(second_user, None, by=office.user)
    page = keeper._page
    page.ui.password_edit.setText(SECOND_PASSWORD)

    with qtbot.waitSignal(session.signed_out, timeout=10_000):
        page.try_unlock()

    assert keeper.is_locked


def test_a_wrong_password_at_the_lock_leads_nowhere(session: Session, qtbot: QtBot) -> None:
    session.window.lock_keeper.lock()
    page = session.window.lock_keeper._page
    page.ui.password_edit.setText("a wrong password")

    with qtbot.assertNotEmitted(session.signed_out, wait=300):
        page.try_unlock()
        qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)

    assert session.farewell == ""


def test_the_sign_in_page_says_why(
    office: OpenOffice, second_user: int, clock: FakeClock, settings: Settings, gate: Gate, qtbot: QtBot,
    dressed: QApplication,
) -> None:  # fmt: skip
    with Program(dressed, Options(office=office.path, own_window=True), gate, settings) as program:
        assert program.start()
        program.open_session(entrance(clock).sign_in(office.path, SECOND_NAME, SECOND_PASSWORD))
        session = program.session
        qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)
        office.users.disable(second_user, None, by=office.user)
        reload(session)
        qtbot.waitUntil(lambda: program.session is None, timeout=10_000)
        said = program.start_window._sign_in.ui.error_label.text()
        program.start_window.close()

    assert said.startswith("This user can't sign in any more.")
