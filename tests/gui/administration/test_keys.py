"""Keys in the window: who has which, a recovery code put on paper and typed back, all keys renewed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from PySide6.QtWidgets import QDialogButtonBox

from cims_desktop.domain.office import OfficeProfile
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui import paper, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.recovery_sheet import RecoverySheet
from cims_desktop.gui.dialogs.recovery_sheet_dialog import RecoveryCodeDialog
from cims_desktop.gui.dialogs.rotate import RotateDialog
from cims_desktop.gui.dialogs.user import UserForm
from cims_desktop.gui.gate import NewOffice
from cims_desktop.gui.pages.administration.keys import KeysSection
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.gui.safety_reminders import SafetyReminders
from cims_desktop.security.key_derivation import KdfParameters
from cims_desktop.services.office import OpenOffice
from cims_desktop.storage.tables.work import act
from tests.gui.administration.conftest import open_dialog
from tests.gui.conftest import Answers, HeardNotices
from tests.offices import NAME, PASSWORD, TODAY, entrance

Settle = Callable[[], None]
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def keys(page: AdministrationPage, settle: Settle) -> KeysSection:
    page.show_section("keys")
    settle()
    section = page.sections.page("keys")
    assert isinstance(section, KeysSection)
    return section


def make_code(keys: KeysSection, settle: Settle) -> RecoveryCodeDialog:
    keys.ui.code_button.click()
    dialog = open_dialog(RecoveryCodeDialog)
    assert isinstance(dialog, RecoveryCodeDialog)
    dialog.ui.buttons.button(OK).click()
    settle()
    return dialog


def test_who_has_which_keys_is_told_by_name(keys: KeysSection) -> None:
    assert "4" in keys.ui.data_label.text()
    assert "Mei Chen, Wang Wei" in keys.ui.sensitive_label.text()
    assert "Anna" not in keys.ui.sensitive_label.text()
    assert keys.ui.admin_label.text().endswith("Mei Chen")
    assert "Generation 1" in keys.ui.since_label.text()


def test_a_missing_recovery_code_is_told_on_the_page_and_after_the_start(
    keys: KeysSection, desk: Desk, notices: HeardNotices, settle: Settle
) -> None:
    asked: list[str] = []
    desk.routes.section_requested.connect(asked.append)
    SafetyReminders(desk, keys).remind()
    settle()

    assert keys.ui.recovery_label.text().startswith("There is none")
    assert "no recovery code" in notices.said[-1]
    assert notices.act is not None
    notices.act()
    assert asked == ["keys"]


def test_a_code_is_typed_back_before_it_is_done_and_opens_the_office(
    keys: KeysSection, desk: Desk, settle: Settle
) -> None:
    dialog = make_code(keys, settle)
    code = dialog.ui.code_label.text()
    done = dialog.ui.buttons.button(OK)
    before = done.isEnabled()
    dialog.ui.typed_edit.setText("WRONG")
    wrong = (done.isEnabled(), dialog.ui.typed_state_label.text())
    dialog.ui.typed_edit.setText(code.lower().replace("-", " "))
    done.click()
    settle()

    assert (before, wrong[0]) == (False, False)
    assert "Not the same" in wrong[1]
    assert keys.ui.recovery_label.text() == "Made on 21 Nov 2026 12:00 by Mei Chen."
    assert keys.ui.code_button.text() == "Make a new recovery code…"
    recovered = entrance().recover(desk.office.path, code, NAME, "cobalt teapot meadow 31")
    recovered.close()


def test_closing_before_the_code_is_typed_back_asks(
    keys: KeysSection, answers: Answers, settle: Settle
) -> None:
    dialog = make_code(keys, settle)
    answers.agree = False

    dialog.reject()
    still_open = dialog.isVisible()
    answers.agree = True
    dialog.reject()

    assert still_open
    assert [question.destructive for question in answers.asked] == [True, True]
    assert not dialog.isVisible()


def test_the_sheet_is_written_as_a_private_pdf(keys: KeysSection, tmp_path: Path, settle: Settle) -> None:
    dialog = make_code(keys, settle)
    target = tmp_path / "sheet.pdf"

    dialog.write_sheet(target)

    assert target.read_bytes().startswith(b"%PDF")
    assert "Saved as sheet.pdf" in dialog.ui.typed_state_label.text()
    assert sorted(path.name for path in tmp_path.glob("*sheet*")) == ["sheet.pdf"]
    dialog.ui.typed_edit.setText(dialog.ui.code_label.text())
    dialog.reject()


def test_a_sheet_that_cannot_be_written_is_told_in_the_dialog(
    keys: KeysSection, tmp_path: Path, settle: Settle
) -> None:
    dialog = make_code(keys, settle)

    dialog.write_sheet(tmp_path / "missing" / "sheet.pdf")

    assert "can't be written" in dialog.ui.typed_state_label.text()
    dialog.ui.typed_edit.setText(dialog.ui.code_label.text())
    dialog.reject()


@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_the_sheet_says_what_is_needed_and_escapes_names(
    language: translation.Language, dressed: object
) -> None:
    translation.set_language(language)
    sheet = RecoverySheet("Tea & <Books>", "tea.cims", "ABCDE-FGHIJ", TODAY, "Mei Chen").html()

    assert "Tea &amp; &lt;Books&gt;" in sheet
    assert "ABCDE-FGHIJ" in sheet
    assert "2026-11-21" in sheet
    assert "Recovery sheet" in sheet


def test_all_keys_are_renewed_and_everybody_can_still_sign_in(
    keys: KeysSection, desk: Desk, notices: HeardNotices, settle: Settle
) -> None:
    keys.ui.renew_button.click()
    dialog = open_dialog(RotateDialog)
    assert isinstance(dialog, RotateDialog)
    dialog.ui.buttons.button(OK).click()
    settle()

    assert "generation 2" in notices.said[-1]
    assert "Renewed on 21 Nov 2026 12:00 by Mei Chen" in keys.ui.since_label.text()
    entrance().sign_in(desk.office.path, NAME, PASSWORD).close()


def test_somebody_else_in_the_office_stops_the_renewing_with_a_plain_sentence(
    keys: KeysSection, desk: Desk, settle: Settle
) -> None:
    other = entrance().sign_in(desk.office.path, NAME, PASSWORD)
    keys.ui.renew_button.click()
    dialog = open_dialog(RotateDialog)
    assert isinstance(dialog, RotateDialog)
    dialog.ui.buttons.button(OK).click()
    settle()
    other.close()

    assert "Somebody else has the office open" in dialog.ui.fault_label.text()
    assert dialog.ui.buttons.button(OK).isEnabled()
    dialog.reject()


def printed(office: OpenOffice) -> list[str]:
    """What the journal says was printed, the earliest first."""
    with office.acting.read() as connection:
        found = connection.execute(sa.select(act.c.detail).where(act.c.kind == "print").order_by(act.c.id))
        return [str(row.detail) for row in found]


def test_a_sheet_on_paper_or_as_a_file_is_in_the_journal_and_one_thought_better_of_is_not(
    keys: KeysSection,
    desk: Desk,
    notices: HeardNotices,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    settle: Settle,
) -> None:
    dialog = make_code(keys, settle)
    monkeypatch.setattr(paper, "_printed", lambda *_page: False)
    dialog.ui.print_button.click()
    settle()
    before = printed(desk.office)
    monkeypatch.setattr(paper, "_printed", lambda *_page: True)
    dialog.ui.print_button.click()
    settle()
    dialog.write_sheet(tmp_path / "sheet.pdf")
    settle()

    assert before == []
    assert printed(desk.office) == ['{"what": "recovery_sheet"}'] * 2
    assert "the journal tells" in notices.said[-1]
    dialog.ui.typed_edit.setText(dialog.ui.code_label.text())
    dialog.reject()


def test_what_a_guess_costs_is_told_and_made_costlier_once(
    keys: KeysSection, notices: HeardNotices, monkeypatch: pytest.MonkeyPatch, settle: Settle
) -> None:
    monkeypatch.setattr("cims_desktop.services.users.calibrate", lambda: KdfParameters(2, 16, 1))
    first = keys.ui.guess_label.text()
    said = []
    for _ in range(2):
        keys.ui.guess_button.click()
        settle()
        said.append(notices.said[-1])

    assert first == "Guessing a password costs about 1 ms on this PC."
    assert "next sign-in" in said[0]
    assert "already as costly" in said[1]
    assert keys.ui.guess_button.isEnabled()


def test_a_secret_never_stands_in_what_python_shows_of_a_form() -> None:
    secret = "cobalt teapot meadow 31"
    role = READY_ROLES[RoleName.FRONT_DESK]
    shown = (
        NewOffice(Path("tea.cims"), OfficeProfile("Tea"), "Mei", NAME, secret),
        UserForm("Mei", NAME, role, secret),
        RecoverySheet("Tea", "tea.cims", secret, TODAY, "Mei"),
    )

    assert secret not in repr(shown)
