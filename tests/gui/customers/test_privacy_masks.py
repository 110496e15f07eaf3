"""What a role doesn't see: said calmly in the form, not offered in the list; and who looks after a customer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cims_desktop.domain.contacts import ContactKind
from cims_desktop.domain.dates import PartialDate
from cims_desktop.domain.permissions import MaskField, MaskLevel
from cims_desktop.domain.roles import READY_ROLES, Role, RoleName
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.models.customer_columns import Column
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.settings import CUSTOMER_COLUMNS, CUSTOMER_SORT
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import add_customer


def masking(level: MaskLevel) -> Role:
    """The front desk without contact data, birthdays and notes."""
    return replace(
        READY_ROLES[RoleName.FRONT_DESK], key="masked", name="Masked", masks=dict.fromkeys(MaskField, level)
    )


@pytest.fixture
def ada(desk: Desk) -> int:
    return add_customer(desk.office, "Ada", birthday=PartialDate(12, 10, 1985), note="likes tea")


def test_a_masked_field_says_so_and_nothing_can_be_typed_there(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    desk.office.user = replace(desk.user, role=masking(MaskLevel.EVERYWHERE))
    page = opened()
    page.show_customer(ada)
    page.detail.ui.form.ui.details_button.setChecked(True)
    settle()
    ui, labels = page.detail.ui.form.ui, page.detail.ui.form.masks.labels

    assert {field for field, label in labels.items() if label.isVisible()} == set(MaskField)
    assert labels[MaskField.PHONE].text() == "Phone numbers: hidden from your role"
    assert not any(edit.isVisible() for edit in (ui.addresses_edit, ui.birthday_edit, ui.note_edit))
    assert not ui.contacts_edit.phone_button.isVisible()
    assert ui.contacts_edit.row_count() == 0


def test_other_contacts_can_still_be_added_but_no_hidden_kind(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    desk.office.user = replace(desk.user, role=masking(MaskLevel.EVERYWHERE))
    page = opened()
    page.show_customer(ada)
    settle()
    edit = page.detail.ui.form.ui.contacts_edit
    edit.add(ContactKind.WECHAT, "ada-w")

    combo = edit.row(0).ui.kind_combo
    kinds = {combo.itemData(at) for at in range(combo.count())}
    assert kinds == set(ContactKind) - {ContactKind.PHONE, ContactKind.MOBILE, ContactKind.EMAIL}


def test_saving_keeps_what_is_hidden(desk: Desk, ada: int, opened: Opened, settle: Settle) -> None:
    administrator = desk.user
    desk.office.user = replace(desk.user, role=masking(MaskLevel.EVERYWHERE))
    page = opened()
    page.show_customer(ada)
    settle()
    name = page.detail.ui.form.ui.name_edit
    name.setText("Ada Lovelace")
    name.setModified(True)

    page.detail.save()
    settle()

    stored = desk.office.customers.get(ada, by=administrator)
    assert (stored.name, stored.note, len(stored.contacts)) == ("Ada Lovelace", "likes tea", 2)


def test_hidden_columns_are_neither_shown_nor_sorted_by_nor_offered(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    desk.settings.set(CUSTOMER_SORT, "phone:asc")
    desk.office.user = replace(desk.user, role=masking(MaskLevel.LIST))
    page = opened()
    settle()
    shown = page.list

    shown.columns_popover.show_layout(shown.ui.table.fitter.layout)
    offered = shown.columns_popover.ui.columns_list
    titles = {offered.item(row).text() for row in range(offered.count())}
    shown.filter_popover.show_query(shown.query, ())

    assert shown.ui.table.isColumnHidden(Column.PHONE)
    assert not titles & {"Phone", "E-mail", "City"}
    assert shown.query.sort.value == "last_purchase"
    assert shown.filter_popover.ui.phone_combo.isHidden()
    assert shown.filter_popover.ui.city_combo.isHidden()
    assert shown.model.rowCount() == 1


def test_choosing_columns_keeps_the_hidden_ones_for_others_at_this_desk(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    desk.office.user = replace(desk.user, role=masking(MaskLevel.LIST))
    page = opened()
    page.list.columns_popover.show_layout(page.list.ui.table.fitter.layout)

    page.list.columns_popover._changed()

    assert b"PHONE" in desk.settings.get(CUSTOMER_COLUMNS)
    assert page.list.ui.table.isColumnHidden(Column.PHONE)


def test_whoever_sees_own_customers_only_is_told_so(desk: Desk, ada: int, opened: Opened) -> None:
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.SALES])
    page = opened()

    assert page.list.empty.title_label.text() == "You see the customers that you own"
    assert page.list.empty.act_button.isVisible()


def opened_details(page: CustomersPage, customer_id: int, settle: Settle) -> CustomersPage:
    page.show_customer(customer_id)
    page.detail.ui.form.ui.details_button.setChecked(True)
    settle()
    return page


def test_whoever_changes_all_customers_hands_one_over(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    page = opened_details(opened(), ada, settle)
    combo = page.detail.ui.form.ui.owner_combo
    before = combo.currentText()

    combo.setCurrentIndex(1)
    combo.activated.emit(1)
    page.detail.save()
    settle()

    assert (before, combo.currentText()) == ("Nobody", "Mei Chen (mei.chen)")
    assert desk.office.customers.get(ada, by=desk.user).owner_id == desk.user.id


def test_whoever_changes_own_customers_only_can_not(
    desk: Desk, ada: int, opened: Opened, settle: Settle
) -> None:
    customer = desk.office.customers.get(ada, by=desk.user)
    desk.office.customers.amend(replace(customer, owner_id=desk.user.id), by=desk.user)
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.SALES])
    page = opened_details(opened(), ada, settle)
    combo = page.detail.ui.form.ui.owner_combo

    assert not combo.isEnabled()
    assert "for all customers" in combo.toolTip()
    assert combo.currentText() == "Mei Chen (mei.chen)"
