"""The Privacy menu of a customer: export, consents, who saw, erase; and that opening a record is written down."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter
from cims_desktop.domain.errors import OfficeFault
from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState, Preferences
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui import counter_mode, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.consent_history import ConsentHistoryDialog
from cims_desktop.gui.dialogs.erase_person import ErasePersonDialog
from cims_desktop.gui.dialogs.person_export import PersonExportDialog
from cims_desktop.gui.dialogs.who_saw import WhoSawDialog
from cims_desktop.gui.pages.customers import CustomersPage
from cims_desktop.gui.pages.customers.person_acts import Person
from cims_desktop.gui.person_words import person_words
from cims_desktop.services.privacy import person_word_keys
from tests.gui.conftest import HeardNotices
from tests.gui.customers.conftest import Opened, Settle
from tests.offices import add_customer

IDENTITY = "11010519491231002X"


@pytest.fixture
def ada(desk: Desk) -> Person:
    """A customer with a sensitive value and a consent."""
    customer_id = add_customer(desk.office, "Ada Lovelace")
    desk.office.sensitive.put(customer_id, "national_id", IDENTITY, by=desk.user)
    consent = Consent(
        ConsentChannel.EMAIL, ConsentState.GRANTED, source="At the fair", given_on=date(2026, 1, 2)
    )
    desk.office.preferences.save(Preferences(customer_id, consents=(consent,)), by=desk.user)
    return Person(customer_id, "C000001", "Ada Lovelace")


@pytest.fixture
def page(ada: Person, opened: Opened, settle: Settle) -> CustomersPage:
    """The page with her record."""
    made = opened()
    made.show_customer(ada.id)
    settle()
    return made


def privacy_actions(page: CustomersPage) -> dict[str, QAction]:
    page.detail.menu.fill()
    (menu,) = [action.menu() for action in page.detail.menu.menu.actions() if action.menu()]
    assert isinstance(menu, QMenu)
    return {action.text(): action for action in menu.actions() if action.text()}


def choose(page: CustomersPage, word: str, settle: Settle) -> None:
    next(action for text, action in privacy_actions(page).items() if text.startswith(word)).trigger()
    settle()


def erasing(page: CustomersPage, settle: Settle) -> ErasePersonDialog:
    choose(page, "Erase", settle)
    dialog = page.detail.menu.person_acts.dialog
    assert isinstance(dialog, ErasePersonDialog)
    return dialog


def test_an_export_without_sensitive_values_holds_none(
    page: CustomersPage, settle: Settle, tmp_path: Path, notices: HeardNotices
) -> None:
    choose(page, "Export", settle)
    dialog = page.detail.menu.person_acts.dialog
    assert isinstance(dialog, PersonExportDialog)
    dialog.ui.folder_edit.setText(str(tmp_path))
    dialog.act_button.click()
    settle()

    (html,) = tmp_path.glob("*C000001*/*.html")
    assert "Ada Lovelace" in html.read_text(encoding="utf-8")
    assert IDENTITY not in html.read_text(encoding="utf-8")
    assert "C000001 is in the folder" in notices.said[-1]


def test_an_export_with_sensitive_values_says_that_they_can_be_read(
    desk: Desk, page: CustomersPage, settle: Settle, tmp_path: Path
) -> None:
    choose(page, "Export", settle)
    dialog = page.detail.menu.person_acts.dialog
    assert isinstance(dialog, PersonExportDialog)
    dialog.ui.folder_edit.setText(str(tmp_path))
    dialog.ui.sensitive_check.setChecked(True)
    said = dialog.ui.sensitive_note_label.text()
    dialog.act_button.click()
    settle()

    (html,) = tmp_path.glob("*C000001*/*.html")
    revealed = desk.office.audit.entries(AuditFilter(kinds=frozenset({ActKind.REVEAL})), by=desk.user)
    assert "can read them" in said
    assert IDENTITY in html.read_text(encoding="utf-8")
    assert len(revealed) == 1


def test_a_folder_that_is_not_there_is_named_beside_the_field(
    page: CustomersPage, settle: Settle, tmp_path: Path
) -> None:
    choose(page, "Export", settle)
    dialog = page.detail.menu.person_acts.dialog
    assert isinstance(dialog, PersonExportDialog)

    dialog.ui.folder_edit.setText(str(tmp_path / "nowhere"))
    dialog.act_button.click()

    assert dialog.ui.folder_problem.text() == "There is no such folder."
    assert dialog.isVisible()


def test_whoever_may_export_persons_but_not_sensitive_values_reads_why(desk: Desk) -> None:
    manager = replace(desk.user, role=READY_ROLES[RoleName.MANAGER])

    dialog = PersonExportDialog("Ada", "", manager)

    assert not dialog.ui.sensitive_check.isEnabled()
    assert "Export sensitive values" in dialog.ui.sensitive_note_label.text()
    dialog.deleteLater()


def test_counter_mode_exports_nobody(page: CustomersPage, ada: Person, notices: HeardNotices) -> None:
    counter_mode.mode().set_on(True)
    action = next(one for text, one in privacy_actions(page).items() if text.startswith("Export"))
    usable = action.isEnabled()
    page.detail.menu.person_acts.export(ada)
    counter_mode.mode().set_on(False)

    assert not usable
    assert notices.said == [counter_mode.refusal()]
    assert page.detail.menu.person_acts.dialog is None


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_every_word_of_the_page_is_there(dressed: object, language: translation.Language) -> None:
    translation.set_language(language)
    words = person_words()
    translation.set_language("en")

    assert [key for key in person_word_keys() if not words.get(key)] == []


def test_the_consent_history_lists_what_was_said(page: CustomersPage, settle: Settle) -> None:
    choose(page, "Consent", settle)
    dialog = page.detail.menu.person_acts.dialog

    assert isinstance(dialog, ConsentHistoryDialog)
    index = dialog.ui.events_list.model().index(0, 0)
    assert "E-mail: Agreed" in str(index.data())
    assert dialog.ui.stack.currentWidget() is dialog.ui.list_page
    dialog.close()


def test_who_saw_opens(page: CustomersPage, settle: Settle) -> None:
    choose(page, "Who saw", settle)

    assert isinstance(page.detail.menu.person_acts.dialog, WhoSawDialog)
    page.detail.menu.person_acts.dialog.close()


def test_erasing_needs_the_number_typed_and_a_reason(page: CustomersPage, settle: Settle) -> None:
    dialog = erasing(page, settle)
    states = [dialog.act_button.isEnabled()]
    dialog.ui.typed_edit.setText("C00000")
    states.append(dialog.act_button.isEnabled())
    dialog.ui.typed_edit.setText("c000001 ")
    states.append(dialog.act_button.isEnabled())

    dialog.act_button.click()

    assert states == [False, False, True]
    assert dialog.ui.reason_problem.isVisible()
    assert dialog.ui.backups_label.text().endswith("is gone on 26 Nov 2033.")


def test_a_reason_that_names_the_person_is_refused(
    desk: Desk, page: CustomersPage, ada: Person, settle: Settle
) -> None:
    dialog = erasing(page, settle)
    dialog.ui.reason_edit.setText("Ada Lovelace wrote to us")
    dialog.ui.typed_edit.setText("C000001")
    dialog.act_button.click()
    settle()

    assert "names the person" in dialog.ui.reason_problem.text()
    assert dialog.isVisible()
    assert dialog.act_button.isEnabled()
    assert desk.office.customers.get(ada.id, by=desk.user).name == "Ada Lovelace"


def test_an_erased_person_is_gone_and_the_day_of_the_last_backup_is_told(
    desk: Desk, page: CustomersPage, ada: Person, settle: Settle, notices: HeardNotices
) -> None:
    page.detail.ui.form.ui.note_edit.setPlainText("half typed about her")
    dialog = erasing(page, settle)
    dialog.ui.reason_edit.setText("asked in writing")
    dialog.ui.typed_edit.setText("C000001")
    dialog.act_button.click()
    settle()

    assert desk.office.customers.get(ada.id, by=desk.user).name == ""
    assert (
        notices.said[-1] == "C000001 is erased. The last backup that knows the person is gone on 26 Nov 2033."
    )
    assert page.detail.customer is None
    assert desk.drafts.collect() == ()


def test_an_erasure_whose_file_could_not_be_made_anew_says_so_and_can_be_finished(
    desk: Desk, page: CustomersPage, settle: Settle, notices: HeardNotices, monkeypatch: pytest.MonkeyPatch
) -> None:
    from cims_desktop.storage import scrubbing

    def busy(*_given: object) -> None:
        raise OfficeFault("in_use")

    dialog = erasing(page, settle)
    dialog.ui.reason_edit.setText("asked in writing")
    dialog.ui.typed_edit.setText("C000001")
    with monkeypatch.context() as patch:
        patch.setattr(scrubbing, "scrub", busy)
        dialog.act_button.click()
        settle()
    said = notices.said[-1]
    assert notices.act is not None
    notices.act()
    settle()

    assert "still holds traces" in said
    assert notices.said[-1] == "No trace is left in the file."
    assert desk.office.privacy.unfinished_erasures(by=desk.user) == 0


def test_whoever_may_not_erase_reads_why(desk: Desk, ada: Person, opened: Opened, settle: Settle) -> None:
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.VIEWER])
    page = opened()
    page.show_customer(ada.id)
    settle()

    found = {text.split()[0]: action.isEnabled() for text, action in privacy_actions(page).items()}

    assert found == {"Export": False, "Consent": True, "Who": False, "Erase": False}


def test_looking_at_a_record_for_a_moment_is_written_down_once(
    desk: Desk, page: CustomersPage, settle: Settle
) -> None:
    def views() -> int:
        return len(desk.office.audit.entries(AuditFilter(kinds=frozenset({ActKind.VIEW})), by=desk.user))

    before = views()
    page.detail.view_watch.look()
    settle()
    page.detail.view_watch.look()
    settle()

    assert (before, views()) == (0, 1)
    assert page.detail.view_watch._timer.interval() == 2000


def test_nobody_shown_is_nobody_seen(desk: Desk, page: CustomersPage, settle: Settle) -> None:
    page.detail.close_customer()
    page.detail.view_watch.look()
    settle()

    assert desk.office.audit.entries(AuditFilter(kinds=frozenset({ActKind.VIEW})), by=desk.user) == ()
