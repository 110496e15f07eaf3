"""The journal's section on a real office: filters, paging, before and after, verdict, export, who saw a customer."""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cims_desktop.domain.audit import ActKind, FieldChange
from cims_desktop.domain.auditing import AuditFilter, JournalFault, JournalHead, Verdict
from cims_desktop.domain.permissions import MaskField, Sight
from cims_desktop.gui.audit_fields import sides
from cims_desktop.gui.audit_words import GROUPS, act_title
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.audit_verdict import AuditVerdictDialog
from cims_desktop.gui.dialogs.who_saw import WhoSawDialog
from cims_desktop.gui.pages.administration.audit import AuditSection
from cims_desktop.gui.pages.administration.audit_acts import AuditActs
from cims_desktop.gui.pages.administration.audit_model import PAGE
from cims_desktop.gui.pages.administration.page import AdministrationPage
from tests.gui.administration.conftest import open_dialog
from tests.gui.conftest import HeardNotices
from tests.offices import NOON, add_customer

Settle = Callable[[], None]


@pytest.fixture
def customer(desk: Desk) -> int:
    """A customer who was changed once and opened once."""
    made = add_customer(desk.office)
    before = desk.office.customers.get(made, by=desk.user)
    desk.office.customers.amend(replace(before, name="Ada King", note="Mornings"), by=desk.user)
    desk.office.audit.viewed(made, by=desk.user)
    return made


@pytest.fixture
def audit(customer: int, page: AdministrationPage, settle: Settle) -> AuditSection:
    page.show_section("audit")
    settle()
    section = page.sections.page("audit")
    assert isinstance(section, AuditSection)
    return section


def titles(audit: AuditSection) -> list[str]:
    model = audit.ui.acts_list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def choose(audit: AuditSection, title: str) -> None:
    view = audit.ui.acts_list
    view.setCurrentIndex(view.model().index(titles(audit).index(title), 0))


def test_acts_stand_there_newest_first(audit: AuditSection) -> None:
    found = titles(audit)

    assert found.index("Record opened") < found.index("Details changed") < found.index("New customer")
    assert audit.ui.count_label.text()


def test_the_chosen_act_shows_every_field_before_and_after(audit: AuditSection) -> None:
    choose(audit, "Details changed")

    model = audit.detail.ui.changes_table.model()
    rows = {model.index(row, 0).data(): row for row in range(model.rowCount())}
    name = [model.index(rows["Name"], column).data() for column in (1, 2)]
    assert name == ["Ada Lovelace", "Ada King"]
    assert model.index(rows["Note"], 2).data() == "Mornings"
    assert "Mei Chen" in audit.detail.ui.about_label.text()


def test_a_kind_narrows_the_journal_and_clearing_widens_it(audit: AuditSection, settle: Settle) -> None:
    everything = len(titles(audit))
    combo = audit.ui.kind_combo
    combo.setCurrentIndex(combo.findData(ActKind.VIEW.value))
    combo.activated.emit(combo.currentIndex())
    settle()
    narrowed = titles(audit)

    audit.ui.clear_button.click()
    settle()

    assert narrowed == ["Record opened"]
    assert len(titles(audit)) == everything


def test_a_period_of_ones_own_is_asked_for_by_its_days(audit: AuditSection, settle: Settle) -> None:
    combo = audit.ui.period_combo
    combo.setCurrentIndex(combo.count() - 1)
    combo.activated.emit(combo.currentIndex())
    audit.ui.until_edit.line_edit.setText("2020-01-01")
    audit.ui.until_edit.line_edit.textEdited.emit("2020-01-01")
    settle()

    assert audit.ui.since_edit.isVisible()
    assert titles(audit) == []
    assert audit.ui.stack.currentWidget() is audit.ui.empty_page


def test_a_customer_is_searched_by_name_and_picked(
    audit: AuditSection, customer: int, desk: Desk, qtbot: QtBot, settle: Settle
) -> None:
    audit.ui.customer_edit.setFocus()
    qtbot.keyClicks(audit.ui.customer_edit, "King")
    completer = audit.ui.customer_edit.completer()
    qtbot.waitUntil(lambda: completer.completionModel().rowCount() > 0)

    completer.activated.emit(completer.completionModel().index(0, 0).data())
    settle()

    assert titles(audit) == ["Record opened", "Details changed", "New customer"]


def test_older_acts_come_as_one_scrolls(desk: Desk, page: AdministrationPage, settle: Settle) -> None:
    for number in range(PAGE + 20):
        add_customer(desk.office, f"Customer {number}")
    page.show_section("audit")
    settle()
    section = page.sections.page("audit")
    assert isinstance(section, AuditSection)
    first = len(titles(section))

    section.ui.acts_list.model().fetchMore(section.ui.acts_list.rootIndex())
    settle()

    acts = [section.ui.acts_list.model().entry_at(row).act for row in range(len(titles(section)))]
    assert first == PAGE
    assert acts == sorted(set(acts), reverse=True)
    assert acts[-1] == 1


def test_in_a_narrow_window_the_act_covers_the_list_and_escape_leads_back(
    audit: AuditSection, page: AdministrationPage, qtbot: QtBot, settle: Settle
) -> None:
    page.resize(760, 640)
    settle()
    choose(audit, "Details changed")

    qtbot.keyClick(audit.ui.acts_list, Qt.Key.Key_Return)
    reading = (audit.detail.isVisible(), audit.ui.acts_list.isVisible())
    qtbot.keyClick(audit.detail.ui.changes_table, Qt.Key.Key_Escape)

    assert reading == (True, False)
    assert (audit.detail.isVisible(), audit.ui.acts_list.isVisible()) == (False, True)


def test_the_verdict_says_that_all_is_well_and_shows_the_head(audit: AuditSection, settle: Settle) -> None:
    audit.ui.verify_button.click()
    settle()
    dialog = open_dialog(AuditVerdictDialog)
    assert isinstance(dialog, AuditVerdictDialog)

    assert dialog.verdict is not None
    assert dialog.verdict.ok
    assert dialog.ui.verdict_label.text().startswith("All well")
    assert dialog.verdict.head is not None
    assert dialog.ui.digest_edit.text().replace(" ", "") == dialog.verdict.head.digest.hex()
    dialog.reject()


def test_a_verdict_on_paper_is_in_the_journal_itself(
    desk: Desk, notices: HeardNotices, qtbot: QtBot, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cims_desktop.gui.paper._printed", lambda *_page: True)
    dialog = AuditVerdictDialog(desk)
    qtbot.addWidget(dialog)
    settle()

    dialog.ui.print_button.click()
    settle()

    newest = desk.office.audit.entries(AuditFilter(), by=desk.user, limit=1)[0]
    assert act_title(newest) == "Verdict on the journal printed"
    assert notices.said == ["Printed; the journal tells what, when and by whom."]


def test_a_bad_verdict_names_the_act_and_what_to_do(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    dialog = AuditVerdictDialog(desk)
    qtbot.addWidget(dialog)
    settle()

    dialog._show(Verdict(7, JournalFault.EDITED, 9, 3, JournalHead(9, b"\1" * 32, NOON)))

    assert "not as it was written" in dialog.ui.verdict_label.text()
    assert "Act 7" in dialog.ui.text_label.text()
    assert "backup" in dialog.ui.text_label.text()


def test_the_journal_is_written_to_a_workbook(
    audit: AuditSection, desk: Desk, notices: HeardNotices, tmp_path: Path, settle: Settle
) -> None:
    target = tmp_path / "journal.xlsx"
    acts = audit.findChild(AuditActs)
    assert acts is not None

    acts.write(AuditFilter(), target)
    settle()

    with contextlib.closing(openpyxl.load_workbook(target, read_only=True)) as book:
        cells = [cell for row in book.worksheets[0].iter_rows(values_only=True) for cell in row]
    assert "Ada King" in cells
    assert "Opened" in cells
    assert "journal.xlsx" in notices.said[-1]


def test_who_saw_a_customer_is_told_from_the_act(audit: AuditSection, customer: int, settle: Settle) -> None:
    audit.detail.disclosures_wanted.emit(customer, "Ada King")
    settle()
    dialog = open_dialog(WhoSawDialog)
    assert isinstance(dialog, WhoSawDialog)

    rows = [dialog.ui.seen_list.model().index(row, 0).data() for row in range(1)]
    assert rows == ["Opened the record"]
    assert "Ada King" in dialog.ui.what_label.text()
    dialog.reject()


@pytest.mark.parametrize(
    ("field", "value", "hidden"),
    [
        ("note", "Mornings", MaskField.NOTE),
        ("birthday", "1990-01-01", MaskField.BIRTHDAY),
        ("contacts", '[{"kind": "mobile", "value": "138"}]', MaskField.PHONE),
        ("contacts", '[{"kind": "email", "value": "a@b.cn"}]', MaskField.EMAIL),
        ("addresses", '[{"city": "上海市"}]', MaskField.ADDRESS),
    ],
)
def test_a_masked_field_shows_that_it_was_changed_and_not_what_it_said(
    field: str, value: str, hidden: MaskField, dressed: object
) -> None:
    change = FieldChange("customer", 1, field, value, value)
    open_sight = Sight(hidden=frozenset(), unlisted=frozenset())
    shut = Sight(hidden=frozenset({hidden}), unlisted=frozenset({hidden}))

    seen, unseen = sides(change, open_sight, {})[1], sides(change, shut, {})[1]

    secret = {"note": "Mornings", "birthday": "1990", "addresses": "上海市"}.get(
        field, "138" if "138" in value else "a@b"
    )
    assert secret in seen
    assert secret not in unseen
    assert "hidden" in unseen


def test_every_kind_of_act_is_in_one_group() -> None:
    grouped = [kind for kinds in GROUPS.values() for kind in kinds]

    assert sorted(grouped) == sorted(ActKind)
