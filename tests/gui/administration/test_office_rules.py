"""The office's rules: one Save, problems beside their fields, sensitive fields."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import Invalid
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.sensitive_field import SensitiveFieldDialog
from cims_desktop.gui.pages.administration.office_rules import OfficeRulesSection
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.services.office_rules import Rules
from tests.gui.administration.conftest import open_dialog
from tests.gui.conftest import Answers

Settle = Callable[[], None]


@pytest.fixture
def rules(page: AdministrationPage, settle: Settle) -> OfficeRulesSection:
    page.show_section("office_rules")
    settle()
    section = page.sections.page("office_rules")
    assert isinstance(section, OfficeRulesSection)
    return section


def fields_of(rules: OfficeRulesSection) -> list[str]:
    shown = rules.ui.fields_list
    return [shown.item(row).text() for row in range(shown.count())]


def test_what_is_in_force_is_shown(rules: OfficeRulesSection) -> None:
    assert rules.ui.idle_minutes_spin.value() == 10
    assert rules.ui.retention_days_spin.value() == 30
    assert rules.ui.log_views_check.isChecked()
    assert (rules.ui.saved_label.text(), rules.ui.save_button.isEnabled()) == ("All changes saved", False)


def test_changed_rules_are_marked_saved_and_journaled(
    rules: OfficeRulesSection, desk: Desk, settle: Settle
) -> None:
    rules.ui.idle_minutes_spin.setValue(5)
    rules.ui.require_code_check.setChecked(True)
    rules.ui.retention_days_spin.setValue(90)
    marked = rules.ui.saved_label.text()

    rules.ui.save_button.click()
    settle()

    expected = Rules(OfficePolicy(idle_minutes=5, require_code=True), 90)
    assert marked == "Unsaved changes"
    assert desk.office.rules.get(by=desk.user) == expected
    assert rules.ui.saved_label.text() == "All changes saved"


def test_what_is_typed_stays_when_something_else_changes(
    rules: OfficeRulesSection, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    rules.ui.idle_minutes_spin.setValue(5)

    desk.publish(Changes(office=True))
    qtbot.wait(100)
    settle()

    assert rules.ui.idle_minutes_spin.value() == 5
    assert rules.has_unsaved()


def test_discard_brings_the_rules_in_force_back(rules: OfficeRulesSection) -> None:
    rules.ui.backup_days_spin.setValue(0)
    by_hand = rules.ui.backup_days_spin.text()

    rules.ui.discard_button.click()

    assert by_hand == "Only by hand"
    assert rules.ui.backup_days_spin.value() == 1
    assert not rules.has_unsaved()


def test_leaving_with_unsaved_rules_is_asked_about(
    rules: OfficeRulesSection, page: AdministrationPage, answers: Answers
) -> None:
    rules.ui.backup_days_spin.setValue(3)
    answers.agree = False

    assert not page.may_leave()
    assert answers.asked[0].title == "Give up the changes to the rules?"


def test_rules_out_of_range_are_refused_by_name(desk: Desk) -> None:
    wrong = Rules(OfficePolicy(least_password=4), 0)

    with pytest.raises(Invalid) as refused:
        desk.office.rules.save(wrong, by=desk.user)

    assert [problem.field for problem in refused.value.problems] == ["least_password", "retention_days"]
    assert desk.office.rules.get(by=desk.user) == Rules()


def test_rules_are_set_by_who_may_manage_the_office() -> None:
    from cims_desktop.services.office_rules import OfficeRules

    asked = [getattr(method, "permission") for method in (OfficeRules.get, OfficeRules.save)]  # noqa: B009

    assert asked == [Permission.VIEW_CUSTOMERS, Permission.MANAGE_OFFICE]


def test_a_sensitive_field_is_added_renamed_and_switched_off(
    rules: OfficeRulesSection, qtbot: QtBot, settle: Settle
) -> None:
    built_in = fields_of(rules)
    rules.ui.field_add_button.click()
    dialog = open_dialog(SensitiveFieldDialog)
    qtbot.keyClicks(dialog.ui.title_edit, "Passport")
    dialog.ui.buttons.button(QDialogButtonBox.StandardButton.Save).click()
    qtbot.waitUntil(lambda: "Passport" in fields_of(rules))
    settle()
    rules.ui.fields_list.setCurrentRow(fields_of(rules).index("Passport"))
    rules.ui.field_switch_button.click()
    qtbot.waitUntil(lambda: "Passport (switched off)" in fields_of(rules))
    settle()

    assert built_in == ["National ID number", "Tax number", "Bank or payment account"]
    assert rules.ui.field_switch_button.text() == "Switch on"
