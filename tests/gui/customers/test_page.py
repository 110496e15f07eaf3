"""The Customers page on a real office: list, detail, and what is asked before something is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from cims_desktop.domain.contacts import ContactKind
from cims_desktop.domain.customers import Tier
from cims_desktop.domain.queries import CustomerSort
from cims_desktop.gui import translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.choice_box import ChoiceBox
from cims_desktop.gui.models.customer_columns import Column
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.settings import CUSTOMER_COLUMNS, CUSTOMER_SORT
from cims_desktop.gui.widgets.column_layout import ColumnLayout
from tests.gui.conftest import Answers, HeardNotices
from tests.gui.customers.conftest import WIDE, Opened, Settle
from tests.offices import add_customer, make_customer, make_purchase


def box() -> ChoiceBox:
    found = QApplication.activeModalWidget()
    assert isinstance(found, ChoiceBox)
    return found


def name_edit(page: CustomersPage) -> QLineEdit:
    """The form's field for the full name, the cursor at its end."""
    edit: QLineEdit = page.detail.ui.form.ui.name_edit
    edit.end(False)
    return edit


def test_an_empty_office_says_what_to_do_next(qtbot: QtBot, opened: Opened) -> None:
    page = opened()

    assert page.list.empty.isVisible()
    with qtbot.waitSignal(page.list.import_asked):
        page.list.empty.other_button.click()
    page.list.empty.act_button.click()
    qtbot.waitUntil(lambda: page.new_customers.dialog is not None)
    page.new_customers.dialog.reject()


def test_a_list_without_matches_leads_back_to_all(desk: Desk, opened: Opened, settle: Settle) -> None:
    add_customer(desk.office)
    page = opened()

    page.show_matches("nobody at all")
    settle()
    assert page.list.empty.title_label.text() == "No customer matches"
    page.list.empty.act_button.click()
    settle()

    assert page.list.model.rowCount() == 1


def test_the_first_customer_is_shown_when_the_list_opens(desk: Desk, opened: Opened) -> None:
    add_customer(desk.office, "Ada Lovelace", organisation="Analytical Engines")

    page = opened()

    assert page.detail.ui.name_label.text() == "Ada Lovelace"
    assert "Analytical Engines" in page.detail.ui.subtitle_label.text()
    assert name_edit(page).text() == "Ada Lovelace"


def test_arrow_keys_open_the_customer_they_stay_on(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    for name in ("Ada", "Grace", "Edsger"):
        add_customer(desk.office, name)
    page = opened()
    table = page.list.ui.table

    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: page.detail.ui.name_label.text() == "Ada")
    qtbot.keyClick(table, Qt.Key.Key_Home)

    qtbot.waitUntil(lambda: page.detail.ui.name_label.text() == "Edsger")


def test_chips_filter_and_only_one_is_chosen(desk: Desk, opened: Opened, settle: Settle) -> None:
    add_customer(desk.office, "Ada", tier=Tier.GOLD)
    add_customer(desk.office, "Grace", tier=Tier.SILVER)
    page = opened()

    page.list.ui.gold_chip.click()
    settle()
    assert (page.list.model.rowCount(), page.list.ui.gold_chip.isChecked()) == (1, True)
    page.list.ui.all_chip.click()
    settle()

    assert (page.list.model.rowCount(), page.list.ui.gold_chip.isChecked()) == (2, False)


def test_a_click_on_a_header_sorts_and_a_second_one_turns_the_order(
    desk: Desk, opened: Opened, settle: Settle
) -> None:
    for name in ("Grace", "Ada"):
        add_customer(desk.office, name)
    page = opened()

    page.list.ui.table.header.sectionClicked.emit(int(Column.NAME))
    settle()
    assert page.list.model.row(0).name == "Ada"
    page.list.ui.table.header.sectionClicked.emit(int(Column.NAME))
    settle()

    assert page.list.model.row(0).name == "Grace"
    assert desk.settings.get(CUSTOMER_SORT) == f"{CustomerSort.NAME.value}:desc"


def test_chosen_columns_are_shown_and_remembered(desk: Desk, opened: Opened) -> None:
    page = opened()
    layout = ColumnLayout((Column.CITY, Column.NAME, Column.EMAIL), chosen=True)

    page.list.columns_popover.layout_chosen.emit(layout)
    again = opened()

    header = again.list.ui.table.header
    shown = [Column(header.logicalIndex(at)) for at in range(len(Column))]
    assert [column for column in shown if not again.list.ui.table.isColumnHidden(column)] == list(
        layout.shown
    )
    assert ColumnLayout.loaded(desk.settings.get(CUSTOMER_COLUMNS)) == layout


def test_select_all_is_a_state_and_the_next_click_ends_it(qtbot: QtBot, desk: Desk, opened: Opened) -> None:
    for name in ("Ada", "Grace", "Edsger"):
        add_customer(desk.office, name)
    page = opened()
    table = page.list.ui.table

    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert (table.all_selected, table.chosen_count(), len(table.chosen_ids())) == (True, 3, 3)
    assert table.selectionModel().selection().count() == 1
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 20))

    assert (table.all_selected, table.chosen_count()) == (False, 1)


def test_deleting_asks_and_can_be_undone(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle, notices: HeardNotices, answers: Answers
) -> None:
    for name in ("Ada", "Grace", "Edsger"):
        add_customer(desk.office, name)
    page = opened()
    table = page.list.ui.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)

    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 1)
    assert answers.asked[0].destructive
    assert notices.act is not None
    notices.act()

    qtbot.waitUntil(lambda: page.list.model.rowCount() == 3)


def test_a_deletion_that_is_not_agreed_to_deletes_nobody(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle, answers: Answers
) -> None:
    add_customer(desk.office)
    page = opened()
    answers.agree = False

    qtbot.keyClick(page.list.ui.table, Qt.Key.Key_Delete)
    settle()

    assert len(answers.asked) == 1
    assert page.list.model.rowCount() == 1


def test_the_bin_restores(qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle) -> None:
    ids = [add_customer(desk.office, name) for name in ("Ada", "Grace")]
    desk.office.customers.delete(ids, by=desk.user)
    page = opened()
    page.list.ui.bin_chip.click()
    settle()
    assert page.list.model.rowCount() == 2

    page.list.ui.table.selectAll()
    page.list.ui.restore_button.click()

    qtbot.waitUntil(page.list.empty.isVisible)
    page.list.ui.all_chip.click()
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 2)


def test_the_chosen_customers_stay_chosen_when_the_list_is_read_again(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    for name in ("Ada", "Grace", "Edsger"):
        add_customer(desk.office, name)
    page = opened()
    table = page.list.ui.table
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    chosen = set(table.chosen_ids())

    desk.publish(desk.office.customers.add(make_customer("New"), by=desk.user))
    qtbot.waitUntil(lambda: page.list.model.rowCount() == 4)
    settle()

    assert set(table.chosen_ids()) == chosen
    assert len(chosen) == 2


def test_edits_are_marked_saved_and_shown_in_the_list(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    qtbot.keyClicks(name_edit(page), " King")
    assert page.detail.ui.saved_label.text() == "Unsaved changes"

    page.save()

    qtbot.waitUntil(lambda: page.list.model.row(0).name == "Ada King")
    assert page.detail.ui.saved_label.text() == "All changes saved"
    assert desk.office.customers.get(customer_id, by=desk.user).name == "Ada King"


def test_going_to_another_customer_with_unsaved_changes_asks_first(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    for name in ("Ada", "Grace"):
        add_customer(desk.office, name)
    page = opened()
    qtbot.keyClicks(name_edit(page), "X")

    qtbot.keyClick(page.list.ui.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoiceBox))
    box().way_button(2).click()

    assert name_edit(page).text() == "GraceX"
    assert page.list.ui.table.currentIndex().row() == 0
    page.detail.discard()
    settle()


def test_save_in_that_question_saves_and_goes_on(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    for name in ("Ada", "Grace"):
        add_customer(desk.office, name)
    page = opened()
    qtbot.keyClicks(name_edit(page), "X")

    qtbot.keyClick(page.list.ui.table, Qt.Key.Key_Down)
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoiceBox))
    box().way_button(0).click()

    qtbot.waitUntil(lambda: page.detail.ui.name_label.text() == "Ada")
    assert desk.office.customers.get(2, by=desk.user).name == "GraceX"


@pytest.mark.parametrize(("way", "left", "stored"), [(0, True, "AdaX"), (1, True, "Ada"), (2, False, "Ada")])
def test_leaving_the_page_settles_unsaved_changes(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle, way: int, left: bool, stored: str
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    qtbot.keyClicks(name_edit(page), "X")
    QTimer.singleShot(50, lambda: box().way_button(way).click())

    assert page.may_leave() is left
    settle()
    assert desk.office.customers.get(customer_id, by=desk.user).name == stored


def test_a_page_without_changes_may_be_left_at_once(desk: Desk, opened: Opened) -> None:
    add_customer(desk.office)

    assert opened().may_leave()


def test_a_customer_somebody_else_saved_first_is_not_overwritten_silently(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    stored = desk.office.customers.get(customer_id, by=desk.user)
    desk.office.customers.amend(replace(stored, name="Theirs"), by=desk.user)
    qtbot.keyClicks(name_edit(page), "X")

    page.save()
    qtbot.waitUntil(lambda: isinstance(QApplication.activeModalWidget(), ChoiceBox))
    assert desk.office.customers.get(customer_id, by=desk.user).name == "Theirs"
    assert box().defaultButton() is box().way_button(2), "Enter must not overwrite what somebody else saved"
    box().way_button(0).click()

    qtbot.waitUntil(lambda: desk.office.customers.get(customer_id, by=desk.user).name == "AdaX")
    settle()


def test_a_name_that_is_missing_is_said_beside_the_field_and_not_saved(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    edit = name_edit(page)
    edit.selectAll()
    qtbot.keyClick(edit, Qt.Key.Key_Delete)

    page.save()

    assert page.detail.ui.form.ui.name_problem.isVisible()
    assert page.detail.has_unsaved()
    page.detail.discard()
    settle()


def test_an_odd_phone_number_is_a_warning_and_saved_all_the_same(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada", contacts=())
    page = opened()
    row = page.detail.ui.form.ui.contacts_edit.row(0)
    qtbot.keyClicks(row.ui.value_edit, "12")
    qtbot.waitUntil(row.ui.value_problem.isVisible)

    page.save()
    settle()

    (point,) = desk.office.customers.get(customer_id, by=desk.user).contacts
    assert (point.kind, point.value, point.invalid) == (ContactKind.MOBILE, "12", True)


def test_contacts_are_added_removed_and_made_first_by_keyboard(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    contacts = page.detail.ui.form.ui.contacts_edit

    contacts.phone_button.setFocus()
    qtbot.keyClick(contacts.phone_button, Qt.Key.Key_Space)
    added = contacts.row(contacts.row_count() - 1)
    qtbot.keyClicks(added.ui.value_edit, "139 0013 9000")
    qtbot.keyClick(added.ui.primary_button, Qt.Key.Key_Space)
    qtbot.keyClick(contacts.row(1).ui.value_edit, Qt.Key.Key_Delete, Qt.KeyboardModifier.ControlModifier)
    page.save()
    settle()

    stored = desk.office.customers.get(customer_id, by=desk.user)
    assert [point.kind for point in stored.contacts] == [ContactKind.MOBILE, ContactKind.MOBILE]
    assert stored.phone is not None
    assert stored.phone.normal == "+8613900139000"


def test_a_call_is_noted_with_two_keys_and_its_text(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    tab = page.detail.ui.timeline_tab
    tab.ui.entries_list.setFocus()

    qtbot.keyClick(tab.ui.entries_list, Qt.Key.Key_C)
    qtbot.keyClicks(tab.ui.quick_entry.ui.text_edit, "Asked for the autumn offer")
    qtbot.keyClick(tab.ui.quick_entry.ui.text_edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: tab.ui.entries_list.rows.rowCount() == 1)
    (entry,) = desk.office.timeline.entries(customer_id, by=desk.user)
    assert entry.text == "Asked for the autumn offer"
    qtbot.waitUntil(lambda: not tab.ui.quick_entry.isVisible())


def test_the_quick_form_is_scrolled_into_view_whole(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    page.resize(WIDE, 700)
    settle()
    tab, area = page.detail.ui.timeline_tab, page.detail.ui.scroll_area

    tab.ui.entries_list.setFocus()
    qtbot.keyClick(tab.ui.entries_list, Qt.Key.Key_C)

    entry = tab.ui.quick_entry

    def seen_whole() -> bool:
        top = entry.mapTo(area.viewport(), QPoint(0, 0)).y()
        return top >= 0 and top + entry.height() <= area.viewport().height()

    qtbot.waitUntil(seen_whole)


def test_a_recorded_purchase_changes_the_figures_at_once(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()

    desk.write(
        lambda: desk.office.purchases.record(make_purchase(customer_id, 12300), by=desk.user), owner=page
    )

    qtbot.waitUntil(lambda: page.detail.ui.spent_value.text() == "¥123")
    qtbot.waitUntil(lambda: page.list.model.row(0).total_spent == 12300)
    assert page.detail.ui.purchases_value.text() == "1"


def test_a_score_is_recorded_by_digit_and_enter(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    page.detail.tabs.choose(2)
    tab = page.detail.ui.satisfaction_tab

    qtbot.keyClick(tab.ui.score_edit, Qt.Key.Key_4)
    qtbot.keyClicks(tab.ui.comment_edit, "Friendly")
    qtbot.keyClick(tab.ui.comment_edit, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: page.detail.ui.satisfaction_value.text() == "4.0 / 5")
    (response,) = desk.office.satisfaction.of_customer(customer_id, by=desk.user)
    assert (response.score, response.comment) == (4, "Friendly")
    qtbot.waitUntil(lambda: not page.detail.tabs.has_text())


def test_preferences_are_saved_with_the_form(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    customer_id = add_customer(desk.office, "Ada")
    page = opened()
    page.detail.tabs.choose(3)
    tab = page.detail.ui.preferences_tab
    qtbot.waitUntil(tab.isEnabled)

    qtbot.keyClicks(tab.ui.interests_edit.line_edit, "tea, flowers")
    qtbot.keyClick(tab.ui.interests_edit.line_edit, Qt.Key.Key_Return)
    assert page.detail.ui.saved_label.text() == "Unsaved changes"
    page.save()
    settle()

    assert desk.office.preferences.get(customer_id, by=desk.user).interests == ("tea", "flowers")
    assert page.detail.ui.saved_label.text() == "All changes saved"


def test_a_new_customer_is_made_shown_and_chosen(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    page.new_customer("grace@example.org")
    qtbot.waitUntil(lambda: page.new_customers.dialog is not None)
    dialog = page.new_customers.dialog

    dialog.accept()
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.ui.form.ui.name_edit, "Grace Hopper")
    dialog.accept()

    qtbot.waitUntil(lambda: page.detail.ui.name_label.text() == "Grace Hopper")
    stored = desk.office.customers.get(2, by=desk.user)
    assert stored.email is not None
    assert stored.email.value == "grace@example.org"
    qtbot.waitUntil(lambda: page.list.model.id_at(page.list.ui.table.currentIndex().row()) == 2)


def test_giving_up_a_new_customer_asks_when_something_was_typed(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    page = opened()
    page.new_customer("Grace")
    qtbot.waitUntil(lambda: page.new_customers.dialog is not None)

    qtbot.keyClick(page.new_customers.dialog, Qt.Key.Key_Escape)
    box().way_button(0).click()

    assert page.new_customers.dialog is not None
    assert page.new_customers.dialog.customer().name == "Grace"
    page.new_customers.dialog.reject()
    box().way_button(1).click()
    settle()


def test_what_was_typed_before_a_crash_is_offered_again(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle, notices: HeardNotices
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    qtbot.keyClicks(name_edit(page), "XYZ")
    ((form, record, payload),) = desk.drafts.collect()
    desk.office.drafts.save(form, record, payload, by=desk.user)

    again = opened()
    assert notices.act is not None
    notices.act()

    assert name_edit(again).text() == "AdaXYZ"
    assert again.detail.has_unsaved()
    again.save()
    settle()
    assert desk.office.drafts.latest("customer", 1, by=desk.user) is None
    page.detail.discard()
    settle()


def test_markup_and_long_names_are_plain_text_on_one_line(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "<b>Ada</b>\n" + "x" * 3980)
    page = opened()

    labels = page.detail.findChildren(QLabel)
    assert page.width() == WIDE
    assert page.detail.ui.name_label.text().startswith("<b>Ada</b> x")
    assert {label.textFormat() for label in labels} <= {Qt.TextFormat.PlainText}
    assert not page.detail.has_unsaved()


def test_the_page_speaks_the_language_of_the_window(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    before = name_edit(page).text()

    translation.set_language("zh_CN")
    settle()
    assert name_edit(page).text() == before
    assert not page.detail.has_unsaved()
    translation.set_language("en")
    settle()
