"""The bin's end: destroyed only after an explicit answer, and the overdue are offered, never taken by themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QDialogButtonBox

from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.destroy import DestroyDialog
from cims_desktop.gui.pages.customers import CustomersPage
from tests.gui.conftest import HeardNotices
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import NOON, FakeClock, add_customer, make_purchase

OK, CANCEL = QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel


@pytest.fixture
def binned(desk: Desk) -> tuple[int, ...]:
    """Three customers in the bin; the first has bought something."""
    ids = tuple(add_customer(desk.office, name) for name in ("Ada", "Grace", "Mary"))
    desk.office.purchases.record(make_purchase(ids[0]), by=desk.user)
    desk.office.customers.delete(ids, by=desk.user)
    return ids


@pytest.fixture
def page(binned: tuple[int, ...], opened: Opened, settle: Settle) -> CustomersPage:
    """The page, listing the bin."""
    made = opened()
    made.list.choose_quick("bin")
    settle()
    return made


def answer(page: CustomersPage, typed: str = "", *, sure: bool = True) -> DestroyDialog:
    dialog = page.list.bin_acts.dialog
    assert dialog is not None
    dialog.ui.sure_check.setChecked(sure)
    dialog.ui.typed_edit.setText(typed)
    return dialog


def test_nothing_can_be_destroyed_without_the_tick_and_the_number(
    page: CustomersPage, binned: tuple[int, ...]
) -> None:
    page.list.bin_acts.destroy(binned)
    button = answer(page, "2").ui.buttons.button(OK)

    states = [button.isEnabled()]
    answer(page, "3", sure=False)
    states.append(button.isEnabled())
    answer(page, "3")
    states.append(button.isEnabled())

    assert states == [False, False, True]


def test_a_single_customer_needs_the_tick_only(page: CustomersPage, binned: tuple[int, ...]) -> None:
    page.list.bin_acts.destroy(binned[:1])

    assert answer(page).ui.buttons.button(OK).isEnabled()
    assert not answer(page).ui.typed_edit.isVisible()


def test_cancelling_destroys_nobody(
    desk: Desk, page: CustomersPage, binned: tuple[int, ...], settle: Settle
) -> None:
    page.list.bin_acts.destroy(binned)
    answer(page, "3").ui.buttons.button(CANCEL).click()
    settle()

    assert desk.office.customers.count(page.list.query, by=desk.user) == 3


def test_the_destroyed_are_gone_and_the_books_stay(
    desk: Desk, page: CustomersPage, binned: tuple[int, ...], settle: Settle, notices: HeardNotices
) -> None:
    page.list.ui.table.selectAll()
    page.list.ui.destroy_button.click()
    answer(page, "3").ui.buttons.button(OK).click()
    settle()

    assert desk.office.customers.count(page.list.query, by=desk.user) == 0
    assert notices.said[-1].startswith("3 customer")
    assert "1 of them" in notices.said[-1]
    assert desk.office.customers.get(binned[0], by=desk.user).name == ""


def test_the_shell_of_a_destroyed_customer_says_so(
    desk: Desk, page: CustomersPage, binned: tuple[int, ...], settle: Settle
) -> None:
    desk.office.privacy.destroy(binned, by=desk.user)
    page.show_customer(binned[0])
    settle()
    ui = page.detail.ui

    assert ui.name_label.text() == "(erased)"
    assert ui.bin_label.text() == "Erased for good"
    assert not ui.restore_button.isVisible()
    assert ui.form.ui.name_edit.isReadOnly()


def test_the_overdue_are_offered_only_when_there_are_some(
    desk: Desk, page: CustomersPage, settle: Settle, clock: FakeClock
) -> None:
    none_yet = page.list.ui.overdue_box.isVisible()
    clock.now = NOON + timedelta(days=31)

    page.list.choose_quick("all")
    page.list.choose_quick("bin")
    settle()

    assert not none_yet
    assert page.list.ui.overdue_box.isVisible()
    assert page.list.ui.overdue_label.text().startswith("3 customer")
    assert "30 day" in page.list.ui.overdue_label.text()
    page.list.ui.empty_bin_button.click()
    answer(page, "3").ui.buttons.button(OK).click()
    settle()
    assert not page.list.ui.overdue_box.isVisible()
    assert desk.office.customers.count(page.list.query, by=desk.user) == 0


def test_whoever_may_not_destroy_reads_why(
    desk: Desk, binned: tuple[int, ...], opened: Opened, settle: Settle
) -> None:
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.FRONT_DESK])
    page = opened()
    page.list.choose_quick("bin")
    settle()
    page.list.ui.table.selectAll()

    assert page.list.ui.destroy_button.isVisible()
    assert not page.list.ui.destroy_button.isEnabled()
    assert "Erase for good" in page.list.ui.destroy_button.toolTip()
