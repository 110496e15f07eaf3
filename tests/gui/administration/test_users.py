"""Users on a real office: added, edited, reset, disabled, enabled, and what can't be done."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QDialogButtonBox
from pytestqt.qtbot import QtBot

from cims_desktop.domain.errors import SignInRefused
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.domain.users import User
from cims_desktop.gui.delegates.user_row_delegate import UserRowDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.disable_user import DisableUserDialog
from cims_desktop.gui.dialogs.reset_password import ResetPasswordDialog
from cims_desktop.gui.dialogs.user import UserDialog
from cims_desktop.gui.models.user_model import UserColumn, UserModel
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.gui.pages.administration.user_limits import why_not_disabled
from cims_desktop.gui.pages.administration.users import UsersSection
from tests.gui.administration.conftest import FIRST_PASSWORD, open_dialog
from tests.gui.conftest import HeardNotices
from tests.offices import add_customer, entrance

Settle = Callable[[], None]
SAVE, OK = QDialogButtonBox.StandardButton.Save, QDialogButtonBox.StandardButton.Ok
NEW_PASSWORD = "cobalt teapot meadow 31"


@pytest.fixture
def users(page: AdministrationPage) -> UsersSection:
    section = page.sections.page("users")
    assert isinstance(section, UsersSection)
    return section


def cells(users: UsersSection, column: UserColumn) -> list[Any]:
    model = users.ui.users_table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def choose(users: UsersSection, name: str) -> None:
    users.ui.users_table.selectRow(cells(users, UserColumn.SIGN_IN_NAME).index(name))


def disable(users: UsersSection, name: str, settle: Settle, *, renew: bool = False) -> DisableUserDialog:
    choose(users, name)
    users.ui.able_button.click()
    settle()
    dialog = open_dialog(DisableUserDialog)
    assert isinstance(dialog, DisableUserDialog)
    dialog.ui.renew_check.setChecked(renew)
    return dialog


def test_everybody_is_listed_with_role_and_state(users: UsersSection) -> None:
    assert cells(users, UserColumn.NAME) == ["Anna Schmidt", "Liu Yang", "Mei Chen", "Wang Wei"]
    assert cells(users, UserColumn.ROLE) == ["Sales", "Front desk", "Administrator", "Manager"]
    assert set(cells(users, UserColumn.STATE)) == {"Active"}
    assert set(cells(users, UserColumn.LAST_SIGN_IN)) == {"Never"}


def test_a_sign_in_shows_in_the_list(users: UsersSection, desk: Desk, settle: Settle) -> None:
    entrance().sign_in(desk.office.path, "anna", FIRST_PASSWORD).close()

    users.reload()
    settle()

    cell = users.ui.users_table.model().index(0, UserColumn.LAST_SIGN_IN)
    assert cell.data() == "just now"
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "21 Nov 2026 12:00"


def test_name_and_sign_in_name_share_a_column_and_no_text_is_cut_short(users: UsersSection) -> None:
    table = users.ui.users_table
    model, header, metrics = table.model(), table.horizontalHeader(), table.fontMetrics()
    shown = [column for column in UserColumn if not header.isSectionHidden(column)]
    widths = {column: header.sectionSize(column) for column in shown}

    assert shown == [UserColumn.NAME, UserColumn.ROLE, UserColumn.STATE, UserColumn.LAST_SIGN_IN]
    assert sum(widths.values()) == table.viewport().width()
    assert widths[UserColumn.NAME] < table.viewport().width() / 2
    assert all(
        metrics.horizontalAdvance(text) < widths[column] for column in shown for text in cells(users, column)
    )
    assert model.index(0, UserColumn.NAME).data(Qt.ItemDataRole.AccessibleTextRole) == "Anna Schmidt, anna"


def test_the_whole_row_under_the_mouse_is_marked(users: UsersSection, qtbot: QtBot) -> None:
    table = users.ui.users_table
    delegate = table.itemDelegate()
    assert isinstance(delegate, UserRowDelegate)
    spot = table.visualRect(table.model().index(2, UserColumn.STATE)).center()

    qtbot.mouseMove(table.viewport(), spot)

    qtbot.waitUntil(lambda: delegate.hovered.row == 2)
    QApplication.sendEvent(table.viewport(), QEvent(QEvent.Type.Leave))
    assert delegate.hovered.row == -1


def test_the_acts_stand_at_the_right_with_the_primary_one_last(users: UsersSection) -> None:
    panel, ui = users.ui.acts_panel, users.ui
    acts = [ui.able_button, ui.password_button, ui.edit_button, ui.add_button]

    assert acts == sorted(acts, key=lambda button: button.x())
    assert ui.add_button.geometry().right() == panel.rect().right()
    assert ui.search_edit.mapTo(users, ui.search_edit.rect().topRight()).x() < panel.x()


def test_typing_narrows_the_list_by_name_and_role(users: UsersSection, qtbot: QtBot) -> None:
    qtbot.keyClicks(users.ui.search_edit, "front")

    qtbot.waitUntil(lambda: cells(users, UserColumn.NAME) == ["Liu Yang"])
    assert users.ui.count_label.text() == "1 of 4 users"


def test_a_search_without_a_hit_offers_everybody_again(users: UsersSection, qtbot: QtBot) -> None:
    qtbot.keyClicks(users.ui.search_edit, "zzz")
    qtbot.waitUntil(lambda: users.ui.stack.currentWidget() is users.ui.empty_page)

    users.ui.empty_state.act_button.click()

    assert len(cells(users, UserColumn.NAME)) == 4


def test_a_new_user_signs_in_with_the_first_password_and_must_change_it(
    users: UsersSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    users.ui.add_button.click()
    dialog = open_dialog(UserDialog)
    dialog.ui.display_name_edit.setText("Zoë Park")
    dialog.ui.sign_in_name_edit.setText("zoe")
    dialog.ui.role_combo.setCurrentIndex(dialog.ui.role_combo.findData(RoleName.MANAGER.value))
    dialog.ui.password_edit.setText(NEW_PASSWORD)

    dialog.ui.buttons.button(SAVE).click()
    settle()

    opened = entrance().sign_in(desk.office.path, "zoe", NEW_PASSWORD)
    opened.close()
    assert (opened.user.role.key, opened.user.must_change_password) == ("manager", True)
    assert (
        cells(users, UserColumn.STATE)[cells(users, UserColumn.NAME).index("Zoë Park")]
        == "Must change password"
    )
    assert users.ui.users_table.currentIndex().data() == "Zoë Park"


@pytest.mark.parametrize(
    ("name", "sign_in_name", "password", "label", "complaint"),
    [
        ("", "zoe", NEW_PASSWORD, "display_name_error_label", "Please fill this in."),
        ("Zoë", "anna", NEW_PASSWORD, "sign_in_name_error_label", "This is taken already."),
        ("Zoë", "zoe", "short", "password_error_label", "Too short: at least 12 characters."),
    ],
)
def test_what_is_wrong_stands_beside_its_field(
    users: UsersSection,
    settle: Settle,
    name: str,
    sign_in_name: str,
    password: str,
    label: str,
    complaint: str,
) -> None:
    users.ui.add_button.click()
    dialog = open_dialog(UserDialog)
    dialog.ui.display_name_edit.setText(name)
    dialog.ui.sign_in_name_edit.setText(sign_in_name)
    dialog.ui.password_edit.setText(password)
    settle()

    dialog.ui.buttons.button(SAVE).click()
    settle()

    assert dialog.isVisible()
    assert getattr(dialog.ui, label).text() == complaint
    dialog.reject()


def test_a_suggested_passphrase_can_be_read(users: UsersSection, settle: Settle) -> None:
    users.ui.add_button.click()
    dialog = open_dialog(UserDialog)

    dialog.ui.suggest_button.click()
    settle()

    assert len(dialog.ui.password_edit.text()) >= 15
    assert dialog.ui.password_edit.reveal_action.isChecked()
    assert dialog.ui.passphrase_label.geometry().bottom() < dialog.ui.strength_bar.geometry().top()
    assert dialog.ui.strength_bar.word() == "Very good"
    dialog.reject()


def test_enter_edits_name_and_role(users: UsersSection, desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    choose(users, "anna")
    qtbot.keyClick(users.ui.users_table, Qt.Key.Key_Return)
    dialog = open_dialog(UserDialog)
    dialog.ui.display_name_edit.setText("Anna Weber")
    dialog.ui.role_combo.setCurrentIndex(dialog.ui.role_combo.findData(RoleName.VIEWER.value))

    dialog.ui.buttons.button(SAVE).click()
    settle()

    (anna,) = [one for one in desk.office.users.listing(by=desk.user) if one.sign_in_name == "anna"]
    assert (anna.display_name, anna.role.key) == ("Anna Weber", "viewer")
    assert users.ui.users_table.currentIndex().data() == "Anna Weber"


def test_the_last_administrator_keeps_role_and_access_and_reads_why(
    users: UsersSection, qtbot: QtBot
) -> None:
    choose(users, "mei.chen")
    qtbot.keyClick(users.ui.users_table, Qt.Key.Key_Delete)
    users.ui.edit_button.click()
    dialog = open_dialog(UserDialog)

    assert not users.ui.able_button.isEnabled()
    assert "last administrator" in users.ui.why_label.text()
    assert users.ui.able_button.toolTip() == users.ui.why_label.text()
    assert not dialog.ui.role_combo.isEnabled()
    assert "last administrator" in dialog.ui.role_sentence_label.text()
    dialog.reject()


def test_nobody_disables_oneself_even_with_another_administrator_there() -> None:
    me, other = (
        User(at, name, name, READY_ROLES[RoleName.ADMINISTRATOR]) for at, name in enumerate(("me", "other"))
    )

    assert (
        why_not_disabled(me, me, (me, other))
        == "You can't disable yourself; another administrator can do it."
    )
    assert why_not_disabled(other, me, (me, other)) == ""


def test_a_reset_password_works_once_and_must_be_changed(
    users: UsersSection, desk: Desk, settle: Settle
) -> None:
    choose(users, "liu.yang")
    users.ui.password_button.click()
    dialog = open_dialog(ResetPasswordDialog)
    dialog.ui.password_edit.setText(NEW_PASSWORD)

    dialog.ui.buttons.button(SAVE).click()
    settle()

    with pytest.raises(SignInRefused):
        entrance().sign_in(desk.office.path, "liu.yang", FIRST_PASSWORD)
    opened = entrance().sign_in(desk.office.path, "liu.yang", NEW_PASSWORD)
    opened.close()
    assert opened.user.must_change_password


def test_an_heir_gets_what_a_leaving_user_owned(
    users: UsersSection, desk: Desk, staff: dict[str, User], settle: Settle
) -> None:
    seller = entrance().sign_in(desk.office.path, "anna", FIRST_PASSWORD)
    owned = add_customer(seller, "Ada")
    seller.close()
    dialog = disable(users, "anna", settle)
    names = [dialog.ui.heir_combo.itemText(at) for at in range(dialog.ui.heir_combo.count())]
    dialog.ui.heir_combo.setCurrentIndex(names.index("Wang Wei (wang.wei)"))
    said = dialog.ui.owned_label.text()

    dialog.ui.buttons.button(OK).click()
    settle()

    assert "1 customer" in said
    assert names[0] == "Nobody (leave unassigned)"
    assert "Anna Schmidt (anna)" not in names
    assert desk.office.customers.get(owned, by=desk.user).owner_id == staff["wang.wei"].id
    assert "Anna Schmidt" not in cells(users, UserColumn.NAME)
    with pytest.raises(SignInRefused):
        entrance().sign_in(desk.office.path, "anna", FIRST_PASSWORD)


def test_disabling_and_renewing_the_keys_is_one_step(
    users: UsersSection, desk: Desk, notices: HeardNotices, settle: Settle
) -> None:
    before = desk.office.path.read_bytes()[:16]
    dialog = disable(users, "liu.yang", settle, renew=True)

    dialog.ui.buttons.button(OK).click()
    settle()

    assert notices.said[-1] == "Liu Yang is disabled and the keys are renewed"
    assert desk.office.path.read_bytes()[:16] != before
    entrance().sign_in(desk.office.path, "anna", FIRST_PASSWORD).close()


def test_when_the_keys_can_not_be_renewed_the_user_is_disabled_all_the_same_and_it_is_said(
    users: UsersSection, desk: Desk, notices: HeardNotices, settle: Settle
) -> None:
    other = entrance().sign_in(desk.office.path, "anna", FIRST_PASSWORD)
    dialog = disable(users, "liu.yang", settle, renew=True)

    dialog.ui.buttons.button(OK).click()
    settle()
    other.close()

    assert notices.said[-1].startswith("Liu Yang is disabled, but the keys were not renewed.")
    assert "in use" in notices.said[-1]
    assert "Liu Yang" not in cells(users, UserColumn.NAME)


def test_a_disabled_user_is_shown_on_wish_and_can_be_enabled_again(
    users: UsersSection, desk: Desk, settle: Settle
) -> None:
    dialog = disable(users, "liu.yang", settle)
    dialog.ui.buttons.button(OK).click()
    settle()
    users.ui.disabled_check.setChecked(True)
    choose(users, "liu.yang")
    word = users.ui.able_button.text()

    users.ui.able_button.click()
    settle()

    assert word == "Enable again"
    entrance().sign_in(desk.office.path, "liu.yang", FIRST_PASSWORD).close()


def test_ten_thousand_users_are_filtered_and_sorted_in_a_blink() -> None:
    roles = list(READY_ROLES.values())
    crowd = [User(at, f"user{at:05}", f"Person {at * 7919 % 10_000}", roles[at % 6]) for at in range(10_000)]
    model = UserModel("UTC")
    model.show_users(crowd, {})

    began = time.perf_counter()
    model.filter("person 77", disabled=False)
    took = time.perf_counter() - began

    assert model.rowCount() == 111
    assert took < 0.1
