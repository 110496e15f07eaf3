"""A customer in the bin says so, lets nothing be changed, and comes back with one key."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.users import User
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.pages.customers.detail_bin import UNFOLDING
from tests.gui.conftest import HeardNotices
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import add_customer, make_purchase

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(desk: Desk, opened: Opened, settle: Settle) -> CustomersPage:
    """Ada, who has bought something, is in the bin and shown, as from the recent activity."""
    customer_id = add_customer(desk.office, "Ada")
    desk.office.purchases.record(make_purchase(customer_id, 12300), by=desk.user)
    desk.office.customers.delete([customer_id], by=desk.user)
    made = opened()
    made.show_customer(customer_id)
    settle()
    return made


def usable(page: CustomersPage) -> list[str]:
    """What of the form can still be written in, chosen or pressed, other than to see more of it."""
    form = page.detail.ui.form
    edits = [each for each in form.findChildren(QLineEdit) if not each.isReadOnly()]
    others = [each for kind in (QAbstractButton, QComboBox) for each in form.findChildren(kind)]
    found = [
        each
        for each in [*edits, *others]
        if each.isEnabled() and not isinstance(each.parentWidget(), QComboBox | QLineEdit)
    ]
    return sorted({each.objectName() for each in found} - UNFOLDING)


def test_the_banner_says_since_when_and_by_whom(page: CustomersPage) -> None:
    ui = page.detail.ui

    assert ui.bin_box.isVisible()
    assert ui.bin_label.text() == "In the bin since 21 Nov 2026 12:00, by Mei Chen"
    assert "Restore" in ui.bin_reason_label.text()
    assert ui.restore_button.isEnabled()


def test_nothing_of_a_binned_customer_can_be_changed_or_added(page: CustomersPage) -> None:
    ui = page.detail.ui

    buttons = (
        ui.timeline_tab.ui.call_button,
        ui.timeline_tab.ui.note_button,
        ui.purchases_tab.ui.record_button,
        ui.purchases_tab.ui.refund_button,
        ui.satisfaction_tab.ui.score_edit,
        ui.preferences_tab,
    )

    assert usable(page) == []
    assert ui.form.ui.note_edit.isReadOnly()
    assert [each.objectName() for each in buttons if each.isEnabled()] == []


@pytest.mark.parametrize(("tab", "key"), [(0, Qt.Key.Key_N), (1, Qt.Key.Key_P)])
def test_a_key_that_would_add_something_says_why_not(
    qtbot: QtBot, page: CustomersPage, settle: Settle, notices: HeardNotices, tab: int, key: Qt.Key
) -> None:
    page.detail.tabs.choose(tab)
    settle()
    ui = page.detail.ui
    view = (ui.timeline_tab.ui.entries_list, ui.purchases_tab.ui.purchases_list)[tab]

    qtbot.keyClick(view, key)

    assert notices.said == ["Restore the customer before anything is changed or added."]
    assert not ui.timeline_tab.ui.quick_entry.isVisible()
    assert QApplication.activeModalWidget() is None


def test_ctrl_delete_in_a_contact_removes_nothing(qtbot: QtBot, page: CustomersPage) -> None:
    contacts = page.detail.ui.form.ui.contacts_edit

    qtbot.keyClick(contacts.row(0).ui.value_edit, Qt.Key.Key_Delete, CONTROL)

    assert contacts.row_count() == 2
    assert not page.detail.has_unsaved()


def test_restore_brings_everything_back(
    qtbot: QtBot, page: CustomersPage, desk: Desk, settle: Settle, notices: HeardNotices
) -> None:
    ui = page.detail.ui
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    ui.restore_button.setFocus()

    qtbot.keyClick(ui.restore_button, Qt.Key.Key_Return)
    qtbot.waitUntil(ui.bin_box.isHidden)
    settle()

    assert desk.office.customers.get(1, by=desk.user).deleted_at is None
    assert {"name_edit", "tier_combo", "remove_button"} <= set(usable(page))
    assert ui.purchases_tab.ui.record_button.isEnabled()
    assert ui.timeline_tab.ui.note_button.isEnabled()
    assert ui.more_button.hasFocus()
    assert notices.said == ["1 customer restored."]


def test_another_customer_after_a_binned_one_is_open_for_changes(
    page: CustomersPage, desk: Desk, settle: Settle
) -> None:
    other = add_customer(desk.office, "Grace")

    page.show_customer(other)
    settle()

    assert page.detail.ui.bin_box.isHidden()
    assert "name_edit" in usable(page)


def test_who_may_not_restore_is_told_so(
    desk: Desk, opened: Opened, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    desk.office.customers.delete([customer_id], by=desk.user)
    may = User.may
    monkeypatch.setattr(
        User, "may", lambda user, right: right is not Permission.DELETE_CUSTOMERS and may(user, right)
    )
    page = opened()

    page.show_customer(customer_id)
    settle()

    assert not page.detail.ui.restore_button.isEnabled()
    assert "Your role can't restore customers." in page.detail.ui.bin_reason_label.text()


def test_what_was_typed_when_somebody_binned_the_customer_is_saved_after_restoring(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    edit = page.detail.ui.form.ui.name_edit
    edit.end(False)
    qtbot.keyClicks(edit, " King")

    desk.publish(desk.office.customers.delete([customer_id], by=desk.user))
    settle()
    assert page.detail.ui.bin_box.isVisible()
    assert not page.detail.ui.save_button.isEnabled()
    assert not page.detail.save()
    desk.publish(desk.office.customers.restore([customer_id], by=desk.user))
    settle()
    page.save()
    settle()

    assert desk.office.customers.get(customer_id, by=desk.user).name == "Ada King"
    assert not page.detail.has_unsaved()


def test_what_somebody_else_changed_before_the_bin_is_not_overwritten(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    stored = desk.office.customers.get(customer_id, by=desk.user)
    edit = page.detail.ui.form.ui.name_edit
    edit.end(False)
    qtbot.keyClicks(edit, " King")

    desk.office.customers.amend(replace(stored, job_title="Countess"), by=desk.user)
    desk.office.customers.delete([customer_id], by=desk.user)
    desk.publish(desk.office.customers.restore([customer_id], by=desk.user))
    settle()
    page.save()
    settle()

    box = QApplication.activeModalWidget()
    assert box is not None
    box.reject()
    page.detail.discard()
    settle()
    assert desk.office.customers.get(customer_id, by=desk.user).job_title == "Countess"
