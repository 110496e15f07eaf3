"""An administrator looks at the program as another role: the same window, nothing changes, and the way back."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import PermissionDenied
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui.errors import fault_words
from cims_desktop.gui.looking_bar import LookingBar
from cims_desktop.gui.session import Session
from cims_desktop.gui.settings import LAST_PAGE, Settings
from cims_desktop.services.office import OpenOffice
from tests.offices import add_customer, make_customer

Settle = Callable[[], None]


@pytest.fixture
def session(office: OpenOffice, settings: Settings, qtbot: QtBot, dressed: QApplication) -> Iterator[Session]:
    made = Session(office, settings)
    made.begin("administration")
    quiet(made, qtbot)
    yield made
    made.look_no_more()
    quiet(made, qtbot)
    made.window.close()
    made.desk.jobs.close()
    made.window.deleteLater()


def quiet(session: Session, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)
    QTest.qWait(20)
    qtbot.waitUntil(lambda: not session.desk.jobs.busy, timeout=10_000)


def look(session: Session, qtbot: QtBot, role: RoleName) -> None:
    session.desk.routes.look_requested.emit(READY_ROLES[role])
    quiet(session, qtbot)


def test_the_window_is_as_the_role_sees_it(session: Session, qtbot: QtBot) -> None:
    look(session, qtbot, RoleName.SALES)

    front = session.front
    (bar,) = front.findChildren(LookingBar)
    assert front is not session.window
    assert not session.window.isVisible()
    assert [page.id for page in front.pages.entries] == ["customers", "follow_ups", "products", "settings"]
    assert bar.text_label.text() == "You look at the program as Sales; nothing can be changed."
    assert front.desk.user.role.key == "sales"


def test_nothing_can_be_changed_and_it_is_said_why(
    session: Session, office: OpenOffice, qtbot: QtBot
) -> None:
    look(session, qtbot, RoleName.FRONT_DESK)

    with pytest.raises(PermissionDenied) as refused:
        office.customers.add(make_customer(), by=session.front.desk.user)

    assert fault_words(refused.value)[0] == "You look at the program as another role; nothing can be changed."


def test_own_customers_only_are_seen_by_who_sees_own_ones(
    session: Session, office: OpenOffice, qtbot: QtBot
) -> None:
    add_customer(office)
    from cims_desktop.domain.queries import CustomerQuery

    everybody = office.customers.count(CustomerQuery(), by=session.desk.user)
    look(session, qtbot, RoleName.SALES)

    assert everybody == 1
    assert office.customers.count(CustomerQuery(), by=session.front.desk.user) == 0


def test_the_way_back_leads_to_where_one_was(session: Session, settings: Settings, qtbot: QtBot) -> None:
    settings.set(LAST_PAGE, "administration")
    look(session, qtbot, RoleName.VIEWER)
    (bar,) = session.front.findChildren(LookingBar)

    bar.back_button.click()
    quiet(session, qtbot)

    assert session.front is session.window
    assert session.window.isVisible()
    assert session.window.pages.current == "administration"
    assert settings.get(LAST_PAGE) == "administration"
    assert session.desk.user.role.administers


def test_closing_the_window_is_a_way_back_too(session: Session, qtbot: QtBot) -> None:
    look(session, qtbot, RoleName.VIEWER)

    session.front.close()
    quiet(session, qtbot)

    assert session.front is session.window
    assert session.window.isVisible()
