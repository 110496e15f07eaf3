"""An office with people in it, and the administration page that shows them."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.services.office import OpenOffice

Settle = Callable[[], None]
FIRST_PASSWORD = "amber lantern quarry 77"
STAFF = (
    ("liu.yang", "Liu Yang", RoleName.FRONT_DESK),
    ("anna", "Anna Schmidt", RoleName.SALES),
    ("wang.wei", "Wang Wei", RoleName.MANAGER),
)


@pytest.fixture
def settle(jobs: JobRunner, qtbot: QtBot) -> Settle:
    """Waits until no job is under way, and no page is about to begin one because something was written."""

    def still() -> bool:
        pages = (one for one in QApplication.allWidgets() if isinstance(one, LivePage) and one.isVisible())
        return not jobs.busy and not any(
            timer.isActive() for one in pages for timer in one.findChildren(QTimer)
        )

    def wait() -> None:
        for _turn in range(3):
            QApplication.processEvents()
            qtbot.waitUntil(still, timeout=10_000)

    return wait


@pytest.fixture
def staff(office: OpenOffice) -> dict[str, User]:
    """Three more users, by sign-in name; the administrator is there as well."""
    for sign_in_name, name, role in STAFF:
        office.users.add(sign_in_name, name, READY_ROLES[role], FIRST_PASSWORD, by=office.user)
    return {one.sign_in_name: one for one in office.users.listing(by=office.user)}


@pytest.fixture
def page(desk: Desk, staff: dict[str, User], qtbot: QtBot, settle: Settle) -> Iterator[AdministrationPage]:
    """The page with its first section in front."""
    made = AdministrationPage(desk)
    qtbot.addWidget(made)
    made.resize(1044, 740)
    with qtbot.waitExposed(made):
        made.show()
    made.activate()
    settle()
    yield made
    settle()


def open_dialog(kind: type[QDialog]) -> QDialog:
    """The one dialog of this kind that is open."""
    found = [one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()]
    assert len(found) == 1
    return found[0]
