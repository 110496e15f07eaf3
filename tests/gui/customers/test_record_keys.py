"""A new customer is gone to, an empty bin says so, and letters in the list begin an entry."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog
from pytestqt.qtbot import QtBot

from cims_desktop.domain.customers import Tier
from cims_desktop.domain.interactions import InteractionKind
from cims_desktop.domain.satisfaction import Metric, SurveyResponse
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.new_customer import NewCustomerDialog
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.pages.customers.history_rows import response_row
from cims_desktop.gui.pages.customers.move_progress import use_wordless_bar
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import add_customer

CONTROL = Qt.KeyboardModifier.ControlModifier


def new_dialog(page: CustomersPage, qtbot: QtBot, name: str) -> NewCustomerDialog:
    page.new_customer(name)
    qtbot.waitUntil(lambda: page.new_customers.dialog is not None)
    dialog = page.new_customers.dialog
    assert dialog is not None
    return dialog


def test_ctrl_enter_saves_a_new_customer_and_the_keyboard_goes_to_the_record(
    desk: Desk, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    dialog = new_dialog(page, qtbot, "Grace")
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)

    qtbot.keyClick(dialog.ui.form.ui.name_edit, Qt.Key.Key_Return, CONTROL)
    qtbot.waitUntil(lambda: page.detail.ui.name_label.text() == "Grace")
    settle()

    assert page.focusWidget() is page.detail.ui.more_button


def test_a_label_without_a_value_is_not_dropped_unseen(
    desk: Desk, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    page = opened()
    dialog = new_dialog(page, qtbot, "Grace")
    row = dialog.ui.form.ui.contacts_edit.row(0)
    row.ui.label_combo.set_value("work")

    dialog.accept()
    said = row.ui.value_problem.text()
    row.ui.label_combo.set_value("")
    dialog.accept()
    settle()

    assert said == "A label without a value is not kept."
    assert desk.office.customers.get(1, by=desk.user).name == "Grace"


def test_the_list_highlights_nobody_while_the_open_customer_is_not_in_it(
    desk: Desk, opened: Opened, settle: Settle
) -> None:
    ada, grace = add_customer(desk.office, "Ada", tier=Tier.GOLD), add_customer(desk.office, "Grace")
    page = opened()
    page.list.choose_quick("gold")
    settle()
    page.show_customer(ada)
    settle()
    chosen = list(page.list.ui.table.chosen_ids())

    page.show_customer(grace)
    settle()

    assert (chosen, list(page.list.ui.table.chosen_ids())) == ([ada], [])


def test_an_empty_bin_says_that_it_is_empty(desk: Desk, opened: Opened, settle: Settle) -> None:
    add_customer(desk.office)
    page = opened()

    page.list.choose_quick("bin")
    settle()
    empty = page.list.empty.title_label.text()
    page.list.choose_quick("gold")
    settle()

    assert (empty, page.list.empty.title_label.text()) == ("The bin is empty", "No customer matches")


def test_a_customer_who_was_just_deleted_is_shown_as_binned_at_once(
    desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    page.show_customer(1)
    settle()

    page.list.acts.delete((1,))
    settle()

    assert page.detail.customer is not None
    assert page.detail.ui.bin_box.isVisible()


@pytest.mark.parametrize(("key", "kind"), [("c", InteractionKind.CALL), ("n", InteractionKind.NOTE)])
def test_a_letter_in_the_list_begins_an_entry_for_the_customer_that_is_shown(
    desk: Desk, opened: Opened, settle: Settle, qtbot: QtBot, key: str, kind: InteractionKind
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    page.detail.tabs.choose(2)

    page.list.ui.table.setFocus()
    qtbot.keyClick(page.list.ui.table, key)

    entry = page.detail.ui.timeline_tab.ui.quick_entry
    assert (entry.isVisible(), entry.kind) == (True, kind)
    entry.close_entry()


def test_a_letter_does_not_begin_an_entry_for_the_customer_before(
    desk: Desk, opened: Opened, settle: Settle, qtbot: QtBot
) -> None:
    add_customer(desk.office, "Ada")
    add_customer(desk.office, "Grace")
    page = opened()

    qtbot.keyClick(page.list.ui.table, Qt.Key.Key_End)
    qtbot.keyClick(page.list.ui.table, "c")

    assert page.detail.ui.timeline_tab.ui.quick_entry.isHidden()
    settle()


def test_a_score_without_a_comment_does_not_repeat_its_title_when_it_is_opened() -> None:
    row = response_row(SurveyResponse(1, Metric.CSAT, 4, datetime(2026, 11, 21, tzinfo=UTC)), "UTC")

    assert row.detail == "No comment"


def test_a_bar_in_a_progress_dialog_has_no_words(qtbot: QtBot) -> None:
    dialog = QProgressDialog()
    qtbot.addWidget(dialog)

    use_wordless_bar(dialog)

    (bar,) = dialog.findChildren(QProgressBar)
    assert not bar.isTextVisible()
