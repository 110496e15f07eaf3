"""Every action and button that needs a right, for every ready role: enabled as the matrix says, or it says why."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.permissions import Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui import translation
from cims_desktop.gui.actions import TABLE
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.pages import PAGES
from cims_desktop.gui.pages.administration.sections import SECTIONS
from cims_desktop.gui.right_words import permission_word
from cims_desktop.gui.rights import BOUND, bound_to_rights, explain, explain_again, set_administrators
from tests.offices import add_customer, make_purchase

Settle = Callable[[], None]
MANAGING = {
    Permission.EDIT_PRODUCTS, Permission.IMPORT, Permission.EXPORT, Permission.BULK_CHANGE,
}  # fmt: skip
AT_THE_DESK = {
    Permission.CREATE_CUSTOMERS, Permission.EDIT_CUSTOMERS, Permission.DELETE_CUSTOMERS,
    Permission.RECORD_HISTORY, Permission.RECORD_PURCHASES, Permission.REFUND_PURCHASES,
}  # fmt: skip
HELD = {
    RoleName.ADMINISTRATOR: set(Permission),
    RoleName.MANAGER: MANAGING | AT_THE_DESK | {
        Permission.VIEW_CUSTOMERS, Permission.MERGE_CUSTOMERS, Permission.DESTROY_CUSTOMERS,
        Permission.EXPORT_PERSON, Permission.VIEW_REPORTS, Permission.REVEAL_SENSITIVE, Permission.VIEW_AUDIT,
        Permission.BACK_UP, Permission.CHECK_OFFICE,
    },
    RoleName.FRONT_DESK: AT_THE_DESK | {Permission.VIEW_CUSTOMERS, Permission.VIEW_REPORTS},
    RoleName.SALES: AT_THE_DESK - {Permission.DELETE_CUSTOMERS} | {Permission.VIEW_CUSTOMERS},
    RoleName.AUDITOR: {
        Permission.VIEW_CUSTOMERS, Permission.VIEW_REPORTS, Permission.VIEW_AUDIT, Permission.CHECK_OFFICE,
    },
    RoleName.VIEWER: {Permission.VIEW_CUSTOMERS},
}  # fmt: skip
"""The matrix once more, written out, so that a wrong line in `domain.roles` shows in the window as well."""
SHOWN = {
    RoleName.ADMINISTRATOR: {"users", "roles", "office_rules", "audit", "backups", "keys"},
    RoleName.MANAGER: {"audit", "backups"},
    RoleName.FRONT_DESK: set(),
    RoleName.SALES: set(),
    RoleName.AUDITOR: {"audit"},
    RoleName.VIEWER: set(),
}
EXPECTED = {
    "new_customer_action", "new_customer_button", "add_button", "edit_button", "retire_button", "export_button",
    "import_button", "save_button", "delete_button", "restore_button", "record_button", "refund_button",
    "done_button", "plan_button", "call_button", "note_button",
}  # fmt: skip
"""What must be among the bound ones, so that the walk can't pass by finding nothing."""


@pytest.fixture
def open_window(desk: Desk, qtbot: QtBot, settle: Settle) -> Iterator[Callable[[RoleName], MainWindow]]:
    """Opens the main window as somebody with this role, every page shown once."""
    me = desk.user
    customer = add_customer(desk.office)
    desk.office.purchases.record(make_purchase(customer), by=me)
    opened: list[MainWindow] = []

    def go(name: RoleName) -> MainWindow:
        desk.office.user = replace(me, role=READY_ROLES[name])
        window = MainWindow(desk)
        opened.append(window)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        window.begin()
        settle()
        for page in window.pages.entries:
            window.pages.show(page.id)
            settle()
        window.open_customer(customer)
        settle()
        return window

    yield go
    for window in opened:
        window.hide()
    settle()


@pytest.mark.parametrize("name", list(RoleName))
def test_what_needs_a_right_is_as_the_matrix_says(
    open_window: Callable[[RoleName], MainWindow], name: RoleName
) -> None:
    window = open_window(name)
    bound = bound_to_rights(window)
    held = {permission.value for permission in HELD[name]}

    open_all_the_same = [
        one.objectName() for one in bound if one.isEnabled() and one.property(BOUND) not in held
    ]
    silent = [
        one.objectName() for one in bound
        if one.property(BOUND) not in held and permission_word(Permission(one.property(BOUND))) not in one.toolTip()
    ]  # fmt: skip
    unheard = [
        one.objectName() for one in bound
        if one.property(BOUND) not in held and isinstance(one, QWidget) and one.accessibleDescription() == ""
    ]  # fmt: skip

    assert (open_all_the_same, silent, unheard) == ([], [], [])
    if name in (RoleName.ADMINISTRATOR, RoleName.MANAGER):
        assert {one.objectName() for one in bound} >= EXPECTED
        assert not [one.objectName() for one in bound if "needs the right" in one.toolTip().lower()]


@pytest.mark.parametrize("name", list(RoleName))
def test_every_action_of_the_table_follows_the_matrix(
    open_window: Callable[[RoleName], MainWindow], name: RoleName
) -> None:
    window = open_window(name)

    wrong = [
        entry.id
        for entry in TABLE
        if (action := window.findChild(QAction, f"{entry.id}_action")) is not None
        and action.isEnabled() != (entry.permission is None or entry.permission in HELD[name])
    ]

    assert wrong == []


@pytest.mark.parametrize("name", list(RoleName))
def test_pages_and_sections_are_for_who_may_use_them(name: RoleName) -> None:
    user = User(1, "x", "X", READY_ROLES[name])

    pages = {page.id for page in PAGES if page.is_for(user)}
    sections = {section.id for section in SECTIONS if section.is_for(user)}

    assert sections == SHOWN[name]
    assert ("administration" in pages) is bool(SHOWN[name])
    assert ("reports" in pages) is (Permission.VIEW_REPORTS in HELD[name])
    assert {"customers", "settings"} <= pages


def test_the_reason_names_the_right_the_role_and_who_can_give_it(qtbot: QtBot, dressed: object) -> None:
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.setToolTip("Export the list")
    set_administrators(["Mei Chen"])

    explain(button, Permission.EXPORT, User(1, "liu", "Liu", READY_ROLES[RoleName.FRONT_DESK]))
    set_administrators([])

    assert not button.isEnabled()
    assert button.toolTip() == (
        "Needs the right “Export”. Your role Front desk doesn't have it; an administrator (Mei Chen) can give it."
    )
    assert button.accessibleDescription() == button.toolTip()


def test_a_right_for_own_customers_only_is_told_apart_from_none(qtbot: QtBot, dressed: object) -> None:
    button = QPushButton("Export")
    qtbot.addWidget(button)
    rights = {Permission.VIEW_CUSTOMERS: Scope.OWN, Permission.EXPORT: Scope.OWN}
    user = User(1, "liu", "Liu", Role("own_1", rights, {}, "Field staff"))

    explain(button, Permission.EXPORT, user)
    for_own = (button.isEnabled(), button.toolTip())
    explain(button, Permission.EXPORT, user, for_all=True)

    assert for_own == (True, "")
    assert not button.isEnabled()
    assert "Your role Field staff has it for your own customers only" in button.toolTip()


def test_with_the_right_the_buttons_own_tip_stands_there_again(qtbot: QtBot, dressed: object) -> None:
    button = QPushButton("Export")
    qtbot.addWidget(button)
    button.setToolTip("Export the list")
    viewer, manager = (User(1, "x", "X", READY_ROLES[name]) for name in (RoleName.VIEWER, RoleName.MANAGER))

    explain(button, Permission.EXPORT, viewer)
    explain(button, Permission.EXPORT, manager)

    assert (button.isEnabled(), button.toolTip()) == (True, "Export the list")
    assert button.accessibleDescription() == ""


def test_another_language_words_the_reasons_anew(
    open_window: Callable[[RoleName], MainWindow], qtbot: QtBot
) -> None:
    window = open_window(RoleName.FRONT_DESK)
    set_administrators(["Somebody Else"])

    explain_again(window, window.desk.user)
    translation.set_language("en")

    bound = bound_to_rights(window)
    lacking = [one for one in bound if one.property(BOUND) == Permission.EXPORT.value]
    assert lacking
    assert all("Somebody Else" in one.toolTip() for one in lacking)
