"""Backups in the window: made, proven, failed, moved, restored; and the keeper that makes the scheduled one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from cims_desktop.gui.backup_keeper import BackupKeeper
from cims_desktop.gui.backup_places import backup_folder, mark_moved, moved_on
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.move_office import MoveOfficeDialog
from cims_desktop.gui.dialogs.restore import FILE, PLACE, RUN, WHO, RestoreDialog
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.pages.administration.backups import BackupsSection
from cims_desktop.gui.pages.administration.page import AdministrationPage
from cims_desktop.gui.safety_reminders import SafetyReminders
from tests.gui.administration.conftest import open_dialog
from tests.gui.conftest import HeardNotices
from tests.offices import NAME, PASSWORD, add_customer, entrance

Settle = Callable[[], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the backups go."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


@pytest.fixture
def backups(page: AdministrationPage, folder: Path, settle: Settle) -> BackupsSection:
    page.show_section("backups")
    settle()
    section = page.sections.page("backups")
    assert isinstance(section, BackupsSection)
    section.acts.gate = Gate(entrance)
    section.choose_folder(folder)
    settle()
    return section


def cells(backups: BackupsSection, column: int) -> list[str]:
    model = backups.ui.backups_table.model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


@pytest.fixture
def guide(desk: Desk, folder: Path, qtbot: QtBot, settle: Settle) -> RestoreDialog:
    """The guide that restores, with a backup of one customer chosen."""
    add_customer(desk.office)
    entry = desk.office.backups.make(folder, by=desk.user)
    dialog = RestoreDialog(Gate(entrance), desk.jobs, entry.path)
    qtbot.addWidget(dialog)
    dialog.show()
    settle()
    return dialog


def test_without_a_backup_the_page_says_what_to_do(backups: BackupsSection, folder: Path) -> None:
    assert backups.ui.stack.currentWidget() is backups.ui.empty_page
    assert backups.ui.last_label.text() == "Never"
    assert backups.ui.folder_label.text() == str(folder)
    assert "same disk" in backups.ui.warning_label.text()


def test_a_backup_is_made_listed_and_proven(
    backups: BackupsSection, folder: Path, notices: HeardNotices, settle: Settle
) -> None:
    backups.ui.make_button.click()
    settle()
    made = list(folder.glob("*.cimsbak"))
    backups.ui.prove_button.click()
    settle()

    assert len(made) == 1
    assert cells(backups, 2) == ["Proven"]
    assert backups.ui.proven_label.text() == "just now"
    assert "is whole" in notices.said[-1]
    assert made[0].name in backups.ui.chosen_label.text()


def test_a_failure_is_told_with_the_last_good_backup(
    backups: BackupsSection, folder: Path, notices: HeardNotices, qtbot: QtBot, settle: Settle
) -> None:
    backups.ui.make_button.click()
    settle()
    for archive in folder.iterdir():
        archive.unlink()
    folder.rmdir()

    backups.ui.make_button.click()
    settle()

    qtbot.waitUntil(lambda: cells(backups, 2) == ["Failed", "Removed or not connected"])
    assert "The folder of the backups is not there." in notices.said[-1]
    assert "The last good one is that of 21 Nov 2026" in backups.ui.warning_label.text()


def test_the_folder_is_remembered_for_this_office_only(
    backups: BackupsSection, desk: Desk, folder: Path
) -> None:
    assert backup_folder(desk.settings, desk.office.profile.uid) == folder
    assert backup_folder(desk.settings, "another") is None


def test_restoring_shows_what_it_is_what_is_in_it_and_brings_it_back(
    guide: RestoreDialog, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    label = guide.ui.label_title_label.text()
    guide.ui.next_button.click()
    guide.ui.name_edit.setText(NAME)
    guide.ui.password_edit.setText(PASSWORD)
    guide.ui.next_button.click()
    settle()
    contents = guide.ui.contents_label.text()
    target = tmp_path / "new" / "back.cims"
    guide.ui.to_edit.setText(str(target))
    guide.ui.next_button.click()
    settle()
    with qtbot.waitSignal(guide.sign_in_wanted) as wanted:
        guide.ui.next_button.click()

    assert "21 Nov 2026" in label
    assert "1 customers" in contents
    assert wanted.args == [target]
    restored = entrance().sign_in(target, NAME, PASSWORD)
    assert restored.profile.name == "Riverside"
    restored.close()


def test_after_wrong_passwords_one_is_told_how_long_to_wait(guide: RestoreDialog, settle: Settle) -> None:
    guide.ui.next_button.click()
    guide.ui.name_edit.setText(NAME)
    for count in range(5):
        guide.ui.password_edit.setText(f"wrong {count}")
        guide.ui.next_button.click()
        settle()

    _edit, said = guide._errors[WHO]
    assert guide.step == WHO
    assert said.text() == "Too many attempts. Try again in 1 s."


def test_a_wrong_password_is_told_with_the_day_it_must_be_of(guide: RestoreDialog, settle: Settle) -> None:
    guide.ui.next_button.click()
    guide.ui.name_edit.setText(NAME)
    guide.ui.password_edit.setText("not this one")
    guide.ui.next_button.click()
    settle()

    assert guide.step == WHO
    assert "of the day of the backup" in guide.ui.who_error_label.text()


def test_the_recovery_code_opens_a_backup_too(desk: Desk, folder: Path, qtbot: QtBot, settle: Settle) -> None:
    code = desk.office.keys.recovery_code(by=desk.user)
    entry = desk.office.backups.make(folder, by=desk.user)
    dialog = RestoreDialog(Gate(entrance), desk.jobs, entry.path)
    qtbot.addWidget(dialog)
    settle()
    dialog.ui.next_button.click()
    dialog.ui.code_check.setChecked(True)
    dialog.ui.password_edit.setText(code)

    dialog.ui.next_button.click()
    settle()

    assert dialog.step == PLACE
    assert dialog.ui.place_title_label.text() == "Riverside"


def test_an_office_that_is_there_is_never_written_over(
    guide: RestoreDialog, desk: Desk, settle: Settle
) -> None:
    before = desk.office.path.stat().st_ino
    guide.ui.next_button.click()
    guide.ui.name_edit.setText(NAME)
    guide.ui.password_edit.setText(PASSWORD)
    guide.ui.next_button.click()
    settle()
    guide.ui.to_edit.setText(str(desk.office.path))
    guide.ui.next_button.click()
    settle()

    assert guide.step == PLACE
    assert "already" in guide.ui.to_error_label.text()
    assert desk.office.path.stat().st_ino == before


def test_a_file_that_is_no_backup_is_refused_at_once(
    desk: Desk, tmp_path: Path, qtbot: QtBot, settle: Settle
) -> None:
    other = tmp_path / "letter.cimsbak"
    other.write_text("Dear Sir")
    dialog = RestoreDialog(Gate(entrance), desk.jobs, other)
    qtbot.addWidget(dialog)
    settle()

    assert dialog.step == FILE
    assert "not a backup" in dialog.ui.file_error_label.text()
    assert dialog.step != RUN


def test_moving_makes_a_backup_says_what_to_do_and_leaves_a_reminder(
    backups: BackupsSection, desk: Desk, folder: Path, notices: HeardNotices, settle: Settle
) -> None:
    backups.ui.move_button.click()
    dialog = open_dialog(MoveOfficeDialog)
    assert isinstance(dialog, MoveOfficeDialog)
    dialog.ui.folder_edit.setText(str(folder))
    dialog.ui.next_button.click()
    settle()
    told = dialog.ui.carry_text_label.text()
    dialog.ui.next_button.click()
    dialog.ui.next_button.click()

    (archive,) = folder.glob("*.cimsbak")
    assert archive.name in told
    assert dialog.result() == QDialog.DialogCode.Accepted
    assert moved_on(desk.settings, desk.office.path) == "2026-11-21"
    SafetyReminders(desk, backups).remind()
    assert "moved to another PC on 21 Nov 2026" in notices.said[-1]
    assert notices.act is not None
    notices.act()
    assert moved_on(desk.settings, desk.office.path) == ""


def test_the_keeper_makes_the_missed_backup_once(
    desk: Desk, folder: Path, notices: HeardNotices, backups: BackupsSection, settle: Settle
) -> None:
    keeper = BackupKeeper(desk, backups)

    keeper.look()
    settle()
    keeper.look()
    settle()

    assert len(list(folder.glob("*.cimsbak"))) == 1
    assert "was backed up" in notices.said[-1]
    assert cells(backups, 1) == ["Scheduled"]


def test_the_keeper_tells_of_a_failure_once(
    desk: Desk, folder: Path, notices: HeardNotices, backups: BackupsSection, settle: Settle
) -> None:
    keeper = BackupKeeper(desk, backups)
    folder.rmdir()
    folder.write_text("a file where the folder was")

    keeper.look()
    settle()
    keeper.look()
    settle()

    failures = [text for text in notices.said if "scheduled backup failed" in text]
    assert len(failures) == 1
    assert "There is no good backup yet" in failures[0]


def test_a_note_about_one_office_is_none_about_another(desk: Desk, tmp_path: Path) -> None:
    mark_moved(desk.settings, tmp_path / "a.cims", "2026-11-21")

    assert moved_on(desk.settings, tmp_path / "b.cims") == ""
