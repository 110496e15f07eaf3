"""One's own password, one-time code and time until the lock, from the settings; and what is told at arrival."""

from __future__ import annotations

import contextlib
import shutil
import stat
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.audit import ActKind
from cims_desktop.domain.auditing import AuditFilter, OfficeWarning
from cims_desktop.domain.policy import OfficePolicy
from cims_desktop.domain.roles import READY_ROLES, RoleName
from cims_desktop.gui.arrival import Arrival
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.own_password import OwnPasswordDialog
from cims_desktop.gui.dialogs.second_factor import SecondFactorDialog
from cims_desktop.gui.dialogs.second_factor_off import SecondFactorOffDialog
from cims_desktop.gui.pages.settings import SettingsPage
from cims_desktop.services.office import OpenOffice
from cims_desktop.services.office_rules import Rules
from tests.gui.conftest import HeardNotices
from tests.gui.entry.conftest import Phone
from tests.offices import NAME, PASSWORD, FakeClock, add_customer, entrance

Settle = Callable[[], None]
NEW = "seven paper lanterns 19"


@pytest.fixture
def page(desk: Desk, qtbot: QtBot, settle: Settle) -> SettingsPage:
    made = SettingsPage(desk)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.activate()
    settle()
    return made


@pytest.fixture
def enrolling(desk: Desk, qtbot: QtBot, settle: Settle, phone: Phone) -> Iterator[SecondFactorDialog]:
    dialog = SecondFactorDialog(desk)
    qtbot.addWidget(dialog)
    with qtbot.waitExposed(dialog):
        dialog.open()
    settle()
    phone.secret = dialog.ui.secret_edit.text()
    yield dialog
    dialog.ui.kept_check.setChecked(True)
    dialog.hide()


def switch_on(dialog: SecondFactorDialog, phone: Phone, settle: Settle, password: str = PASSWORD) -> None:
    dialog.ui.code_edit.setText(phone.code())
    dialog.ui.password_edit.setText(password)
    dialog.go_on()
    settle()


def signs_in(office: OpenOffice, clock: FakeClock, password: str, code: str = "") -> bool:
    entrance(clock).sign_in(office.path, NAME, password, code).close()
    return True


def test_the_password_is_changed_and_nothing_else_opens_the_office(
    page: SettingsPage, desk: Desk, settle: Settle, notices: HeardNotices, clock: FakeClock
) -> None:
    page.ui.password_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, OwnPasswordDialog)
    dialog.ui.old_edit.setText("not the old one")
    for edit in (dialog.ui.password_edit, dialog.ui.again_edit):
        edit.setText(NEW)
    dialog.change()
    settle()
    refused = (dialog.ui.old_error_label.text(), dialog.isVisible())
    dialog.ui.old_edit.setText(PASSWORD)
    dialog.change()
    settle()

    assert refused == ("The password is not right.", True)
    assert notices.said == ["Your password was changed."]
    assert QApplication.activeModalWidget() is None
    assert signs_in(desk.office, clock, NEW)
    with pytest.raises(Exception, match="wrong_name_or_password"):
        signs_in(desk.office, clock, PASSWORD)


@pytest.mark.parametrize(
    ("new", "again", "complaint"),
    [
        ("", "", "Please fill this in."),
        (NEW, "something else 123", "The two passwords differ."),
        (PASSWORD, PASSWORD, "This is the same as before."),
        ("short", "short", "Too short: at least 12 characters."),
    ],
)
def test_a_password_that_will_not_do_is_said_at_its_field(
    desk: Desk, qtbot: QtBot, settle: Settle, new: str, again: str, complaint: str
) -> None:
    dialog = OwnPasswordDialog(desk)
    qtbot.addWidget(dialog)
    dialog.ui.old_edit.setText(PASSWORD)
    dialog.ui.password_edit.setText(new)
    dialog.ui.again_edit.setText(again)

    dialog.change()
    settle()

    said = [dialog.ui.password_error_label.text(), dialog.ui.again_error_label.text()]
    assert complaint in said


def test_strength_and_suggestion_are_those_of_a_new_office(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    dialog = OwnPasswordDialog(desk)
    qtbot.addWidget(dialog)
    dialog.show()

    dialog.ui.suggest_button.click()
    settle()

    assert dialog.ui.password_edit.text() == dialog.ui.again_edit.text() != ""
    assert "centur" in dialog.ui.strength_bar.sentence()
    assert dialog.ui.passphrase_label.isVisible()


def test_the_code_is_switched_on_by_scanning_and_typing_it_back(
    enrolling: SecondFactorDialog, desk: Desk, phone: Phone, settle: Settle, clock: FakeClock
) -> None:
    ui = enrolling.ui
    picture = ui.qr_widget.grab().toImage()
    dark = sum(picture.pixelColor(x, y).lightness() < 60 for x in range(0, 200, 5) for y in range(0, 200, 5))
    switch_on(enrolling, phone, settle)
    shown = ui.codes_edit.toPlainText().split()
    closed_too_early = (ui.next_button.isEnabled(), enrolling.isVisible())
    QTest.keyClick(enrolling, Qt.Key.Key_Escape)
    still_there = enrolling.isVisible()
    ui.kept_check.setChecked(True)
    ui.next_button.click()
    phone.wait()

    assert dark > 200
    assert (len(shown), len(set(shown))) == (10, 10)
    assert (closed_too_early, still_there) == ((False, True), True)
    assert not enrolling.isVisible()
    assert ui.secret_edit.text() == ""
    assert signs_in(desk.office, clock, PASSWORD, phone.code())


def test_a_wrong_code_and_a_wrong_password_are_said_at_their_fields(
    enrolling: SecondFactorDialog, desk: Desk, phone: Phone, settle: Settle
) -> None:
    ui = enrolling.ui
    ui.code_edit.setText("000000")
    ui.password_edit.setText(PASSWORD)
    enrolling.go_on()
    settle()
    wrong_code = ui.code_error_label.text()
    switch_on(enrolling, phone, settle, "not my password")

    assert wrong_code.startswith("This code is not right.")
    assert ui.password_error_label.text() == "The password is not right."
    assert not desk.office.second_factor.state(by=desk.user).on


def test_codes_on_paper_are_in_the_journal_and_nothing_is_printed_at_the_counter(
    enrolling: SecondFactorDialog,
    desk: Desk,
    phone: Phone,
    settle: Settle,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pages: list[str] = []
    monkeypatch.setattr("cims_desktop.gui.paper._printed", lambda *page: pages.append(page[2]) or True)
    switch_on(enrolling, phone, settle)
    monkeypatch.setattr("cims_desktop.gui.counter_mode.is_on", lambda: True)
    enrolling.ui.print_codes_button.click()
    refused = (list(pages), enrolling.ui.codes_fault_label.isVisible())
    monkeypatch.setattr("cims_desktop.gui.counter_mode.is_on", lambda: False)
    enrolling.ui.print_codes_button.click()
    settle()

    newest = desk.office.audit.entries(AuditFilter(), by=desk.user, limit=1)[0]
    assert refused == ([], True)
    assert len(pages) == 1
    assert (newest.kind, newest.detail) == (ActKind.PRINT, {"what": "recovery_codes"})


def test_the_codes_are_copied_saved_privately_and_named(
    enrolling: SecondFactorDialog, phone: Phone, settle: Settle, tmp_path: Path
) -> None:
    switch_on(enrolling, phone, settle)
    codes = enrolling.ui.codes_edit.toPlainText().split()
    file = tmp_path / "codes.txt"

    enrolling.keeping.save(file)
    enrolling.ui.copy_codes_button.click()

    saved = file.read_text(encoding="utf-8")
    assert all(code in saved for code in codes)
    assert NAME in saved
    assert "Riverside" in saved
    assert QGuiApplication.clipboard().text() == saved
    if sys.platform != "win32":
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
    enrolling.keeping.save(tmp_path)
    assert "can't be written" in enrolling.ui.codes_fault_label.text()


def test_the_code_is_switched_off_with_the_password(
    page: SettingsPage, codes: tuple[str, ...], desk: Desk, settle: Settle, clock: FakeClock
) -> None:
    page.activate()
    settle()
    before = (page.ui.code_button.text(), page.ui.code_hint_label.text()[:2])
    page.ui.code_button.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondFactorOffDialog)
    dialog.ui.password_edit.setText("not my password")
    dialog.switch_off()
    settle()
    refused = dialog.ui.password_error_label.text()
    dialog.ui.password_edit.setText(PASSWORD)
    dialog.switch_off()
    settle()

    assert before == ("Switch off…", "On")
    assert refused == "The password is not right."
    assert page.ui.code_button.text() == "Switch on…"
    assert signs_in(desk.office, clock, PASSWORD)


def test_where_the_office_asks_for_the_code_it_stays_on(
    page: SettingsPage, codes: tuple[str, ...], desk: Desk, settle: Settle
) -> None:
    desk.office.rules.save(Rules(OfficePolicy(require_code=True)), by=desk.user)

    page.activate()
    settle()

    assert not page.ui.code_button.isEnabled()
    assert "asks everybody" in page.ui.code_button.toolTip()


def test_ones_own_minutes_are_within_the_offices(page: SettingsPage, desk: Desk, settle: Settle) -> None:
    combo = page.ui.idle_combo
    offered = [combo.itemData(at) for at in range(combo.count())]
    combo.setCurrentIndex(combo.findData(5))
    combo.activated.emit(combo.currentIndex())
    settle()
    stored = next(user for user in desk.office.users.listing(by=desk.user) if user.id == desk.user.id)
    combo.setCurrentIndex(0)
    combo.activated.emit(0)
    settle()

    assert offered == [None, 2, 5, 10]
    assert stored.idle_minutes == 5
    assert desk.office.user.idle_minutes is None


def arriving(desk: Desk, qtbot: QtBot, settle: Settle) -> tuple[Arrival, QWidget]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    arrival = Arrival(desk, window)
    arrival.begin()
    settle()
    return arrival, window


def test_an_office_put_back_is_told_once_with_dates(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    desk.office.warnings = (
        OfficeWarning(
            "rolled_back",
            {
                "seen_at": datetime(2026, 11, 20, 4, tzinfo=UTC),
                "found_at": datetime(2026, 11, 3, 4, tzinfo=UTC),
            },
        ),
    )

    arriving(desk, qtbot, settle)
    box = QApplication.activeModalWidget()

    assert isinstance(box, QMessageBox)
    assert "20 Nov 2026 12:00" in box.text()
    assert "3 Nov 2026 12:00" in box.text()
    assert "backup" in box.informativeText()
    button(box, "Understood").click()
    settle()
    assert QApplication.activeModalWidget() is None
    assert settled(desk) == 0


def button(box: QMessageBox, text: str) -> QAbstractButton:
    return next(one for one in box.buttons() if one.text() == text)


def settled(desk: Desk) -> int:
    """How often the journal says that a warning was settled."""
    entries = desk.office.audit.entries(AuditFilter(kinds=frozenset({ActKind.CHECK})), by=desk.user)
    return sum(entry.detail.get("what") == "warnings_settled" for entry in entries)


def put_back(desk: Desk, tmp_path: Path) -> OpenOffice:
    """The office of the desk, closed, worked in once more, and brought back to the state before."""
    path = desk.office.path
    desk.office.close()
    for ending in (".cims", ".keys"):
        shutil.copy(path.with_suffix(ending), tmp_path)
    with contextlib.closing(entrance().sign_in(path, NAME, PASSWORD)) as later:
        add_customer(later)
    for ending in (".cims", ".keys"):
        shutil.copy(tmp_path / path.with_suffix(ending).name, path.parent)
    return entrance().sign_in(path, NAME, PASSWORD)


def test_an_administrator_who_knows_why_settles_the_warning_for_good(
    desk: Desk, qtbot: QtBot, settle: Settle, tmp_path: Path
) -> None:
    back = put_back(desk, tmp_path)
    desk.office = back
    warned = [one.code for one in back.warnings]
    arriving(desk, qtbot, settle)
    box = QApplication.activeModalWidget()
    assert isinstance(box, QMessageBox)

    button(box, "I know why; don't warn again").click()
    settle()
    written = settled(desk)
    back.close()
    with contextlib.closing(entrance().sign_in(back.path, NAME, PASSWORD)) as again:
        still = again.warnings

    assert (warned, written, still) == (["journal_cut"], 1, ())


def test_the_front_desk_is_warned_and_can_not_settle_it(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    desk.office.user = replace(desk.user, role=READY_ROLES[RoleName.FRONT_DESK])
    desk.office.warnings = (OfficeWarning("rolled_back", {}),)

    arriving(desk, qtbot, settle)
    box = QApplication.activeModalWidget()

    assert isinstance(box, QMessageBox)
    assert [one.text() for one in box.buttons()] == ["Understood"]
    box.close()


def test_nothing_odd_means_nothing_is_asked(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    desk.office.warnings = ()

    arriving(desk, qtbot, settle)

    assert QApplication.activeModalWidget() is None


def test_where_a_code_is_required_one_sets_it_up_or_leaves(desk: Desk, qtbot: QtBot, settle: Settle) -> None:
    desk.office.rules.save(Rules(OfficePolicy(require_code=True)), by=desk.user)
    arrival, _window = arriving(desk, qtbot, settle)
    left: list[str] = []
    arrival.sign_out_requested.connect(lambda: left.append("left"))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SecondFactorDialog)

    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    dialog.close()
    still_there = dialog.isVisible()
    dialog.ui.sign_out_button.click()

    assert still_there
    assert left == ["left"]


def test_the_picture_and_the_key_tell_the_same_secret(enrolling: SecondFactorDialog, phone: Phone) -> None:
    assert enrolling.ui.qr_widget.renderer().isValid()
    assert enrolling.ui.secret_edit.isReadOnly()
    enrolling.ui.copy_secret_button.click()
    assert QGuiApplication.clipboard().text() == phone.secret.replace(" ", "")
