"""Roles on a real office: read, copied, edited, refused, removed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot

from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui import right_words
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.gui.pages.administration.roles import RolesSection
from tests.gui.conftest import Answers

Settle = Callable[[], None]


@pytest.fixture
def roles(page: AdministrationPage, settle: Settle) -> RolesSection:
    page.show_section("roles")
    settle()
    section = page.sections.page("roles")
    assert isinstance(section, RolesSection)
    return section


def show(roles: RolesSection, key: str, settle: Settle) -> None:
    combo = roles.ui.role_combo
    combo.setCurrentIndex(combo.findData(key))
    combo.activated.emit(combo.currentIndex())
    settle()


def radio(roles: RolesSection, name: str) -> QRadioButton:
    (found,) = [
        one for one in roles.ui.rights_grid.findChildren(QRadioButton) if one.accessibleName() == name
    ]
    return found


def copy(roles: RolesSection, key: RoleName, settle: Settle) -> None:
    show(roles, key.value, settle)
    roles.ui.copy_button.click()
    settle()


def own(desk: Desk) -> list[Role]:
    return [role for role in desk.office.roles.listing(by=desk.user) if not role.built_in]


@pytest.mark.parametrize("name", list(RoleName))
def test_the_matrix_says_what_a_ready_role_may_do(
    roles: RolesSection, settle: Settle, name: RoleName
) -> None:
    show(roles, name.value, settle)

    ready = READY_ROLES[name]
    assert roles.ui.rights_grid.rights() == dict(ready.rights)
    assert roles.ui.rights_grid.masks() == dict(ready.masks)
    assert not roles.ui.save_button.isVisible()


def test_a_ready_role_cannot_be_changed(roles: RolesSection, qtbot: QtBot, settle: Settle) -> None:
    show(roles, RoleName.VIEWER.value, settle)
    export = radio(roles, "Export: All")

    qtbot.mouseClick(export, Qt.MouseButton.LeftButton)

    assert export.focusPolicy() is Qt.FocusPolicy.NoFocus
    assert export.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)


def test_who_has_a_role_is_said(roles: RolesSection, settle: Settle) -> None:
    show(roles, RoleName.SALES.value, settle)
    with_one = roles.ui.holders_label.text()
    show(roles, RoleName.AUDITOR.value, settle)

    assert "Anna Schmidt" in with_one
    assert roles.ui.holders_label.text() == "Nobody has this role."


def test_a_copy_is_edited_named_and_saved(
    roles: RolesSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    copy(roles, RoleName.SALES, settle)
    typed_into = roles.ui.name_edit.selectedText()
    qtbot.keyClicks(roles.ui.name_edit, "Field staff")
    radio(roles, "Refund purchases: No").click()
    radio(roles, "Phone numbers: Hidden in lists").click()
    marked = roles.ui.saved_label.text()

    roles.ui.save_button.click()
    settle()

    (made,) = own(desk)
    assert (typed_into, marked) == ("Sales (copy)", "Unsaved changes")
    assert (made.name, made.base) == ("Field staff", "sales")
    assert made.scope(Permission.REFUND_PURCHASES) is Scope.NONE
    assert made.masks == {MaskField.PHONE: MaskLevel.LIST}
    assert roles.ui.saved_label.text() == "All changes saved"
    assert roles.ui.role_combo.currentText() == "Field staff"


def test_a_right_that_reaches_too_far_is_refused_in_its_own_line(
    roles: RolesSection, desk: Desk, settle: Settle
) -> None:
    copy(roles, RoleName.SALES, settle)

    radio(roles, "Import: All").click()
    roles.ui.save_button.click()
    settle()

    said = radio(roles, "Import: All").accessibleDescription()
    assert said == "Whoever sees only own customers can't have this for all."
    assert own(desk) == []


def test_what_only_administrators_may_is_not_offered(roles: RolesSection, settle: Settle) -> None:
    copy(roles, RoleName.MANAGER, settle)

    assert not radio(roles, "Manage users and roles: All").isEnabled()
    assert "administrators" in radio(roles, "Manage users and roles: All").toolTip()


def test_unsaved_changes_hold_the_person_until_given_up(
    roles: RolesSection, page: AdministrationPage, answers: Answers, settle: Settle
) -> None:
    copy(roles, RoleName.SALES, settle)
    answers.agree = False

    stayed = not page.show_section("users")
    answers.agree = True
    left = page.show_section("users")

    assert (stayed, left) == (True, True)
    assert answers.asked[0].title == "Give up the changes to this role?"


def test_a_role_that_somebody_has_stays_and_says_why(
    roles: RolesSection, desk: Desk, staff: dict[str, User], settle: Settle
) -> None:
    made = desk.office.roles.copy(READY_ROLES[RoleName.VIEWER], "Reader", by=desk.user)
    desk.office.roles.save(made, by=desk.user)
    desk.office.users.set_role(staff["anna"].id, own(desk)[0], by=desk.user)
    roles.reload()
    settle()
    show(roles, made.key, settle)

    assert not roles.ui.remove_button.isEnabled()
    assert "Somebody has this role" in roles.ui.remove_button.toolTip()


def test_a_role_that_nobody_has_is_removed(
    roles: RolesSection, desk: Desk, answers: Answers, settle: Settle
) -> None:
    made = desk.office.roles.copy(READY_ROLES[RoleName.VIEWER], "Reader", by=desk.user)
    desk.publish(desk.office.roles.save(made, by=desk.user))
    roles.reload()
    settle()
    show(roles, made.key, settle)

    roles.ui.remove_button.click()
    settle()

    assert own(desk) == []
    assert answers.asked[-1].destructive
    assert roles.ui.role_combo.currentText() == "Administrator"


def test_every_right_is_in_one_group_and_everything_has_a_word() -> None:
    grouped = [permission for group in right_words.PERMISSION_GROUPS.values() for permission in group]

    assert sorted(grouped) == sorted(Permission)
    assert all(right_words.permission_word(permission) for permission in Permission)
    assert all(right_words.scope_word(scope) for scope in Scope)
    assert all(right_words.mask_field_word(field) for field in MaskField)
    assert all(right_words.mask_level_word(level) for level in MaskLevel)
    assert all(right_words.role_sentence(role) for role in READY_ROLES.values())
