"""Before somebody is in: welcome, new office, sign-in, and nothing that tells which part was wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.new_office import NewOfficePage
from cims_desktop.gui.pages.new_office_values import file_name
from cims_desktop.gui.pages.sign_in import SignInPage
from cims_desktop.gui.pages.welcome import WelcomePage
from cims_desktop.gui.settings import LAST_NAME, Settings
from cims_desktop.gui.start_window import StartWindow
from cims_desktop.gui.widgets.password_edit import PasswordEdit
from cims_desktop.services.office import OpenOffice
from tests.offices import NAME, PASSWORD, entrance


@pytest.fixture
def gate() -> Gate:
    return Gate(entrance)


@pytest.fixture
def window(
    gate: Gate, jobs: JobRunner, settings: Settings, dressed: QApplication, qtbot: QtBot
) -> StartWindow:
    window = StartWindow(gate, jobs, settings)
    qtbot.addWidget(window)
    window.show()
    return window


def sign_in_page(window: StartWindow) -> SignInPage:
    page = window.stack.currentWidget()
    assert isinstance(page, SignInPage)
    return page


def new_office_page(window: StartWindow) -> NewOfficePage:
    page = window.stack.currentWidget()
    assert isinstance(page, NewOfficePage)
    return page


def test_the_right_name_and_password_open_the_office(
    window: StartWindow, office: OpenOffice, qtbot: QtBot
) -> None:
    window.begin(office.path)
    page = sign_in_page(window)

    page.ui.name_edit.setText(NAME)
    page.ui.password_edit.setText(PASSWORD)
    with qtbot.waitSignal(window.office_opened, timeout=10_000) as opened:
        QTest.keyClick(page.ui.password_edit, Qt.Key.Key_Return)

    opened.args[0].close()
    assert opened.args[0].user.display_name == "Mei Chen"
    assert page.ui.password_edit.text() == ""


@pytest.mark.parametrize(("name", "password"), [(NAME, "not this one at all"), ("nobody", PASSWORD)])
def test_a_refusal_never_tells_which_part_was_wrong(
    window: StartWindow, office: OpenOffice, settle: Callable[[], None], name: str, password: str
) -> None:
    window.begin(office.path)
    page = sign_in_page(window)

    page.ui.name_edit.setText(name)
    page.ui.password_edit.setText(password)
    page.try_sign_in()
    settle()

    assert page.ui.error_label.text().startswith("The user name or the password is not right.")
    assert page.ui.sign_in_button.isEnabled()


def test_empty_fields_are_asked_for_without_asking_the_office(
    window: StartWindow, office: OpenOffice, jobs: JobRunner
) -> None:
    window.begin(office.path)
    page = sign_in_page(window)

    page.try_sign_in()

    assert page.ui.error_label.isVisible()
    assert not jobs.busy


def test_the_user_name_is_remembered_only_when_wanted(
    window: StartWindow, office: OpenOffice, settings: Settings, qtbot: QtBot
) -> None:
    window.begin(office.path)
    page = sign_in_page(window)
    page.ui.name_edit.setText(NAME)
    page.ui.password_edit.setText(PASSWORD)
    page.ui.remember_check.setChecked(True)
    with qtbot.waitSignal(window.office_opened, timeout=10_000) as opened:
        page.try_sign_in()
    opened.args[0].close()

    window.begin(office.path)

    assert settings.get(LAST_NAME) == NAME
    assert page.ui.name_edit.text() == NAME
    assert QApplication.focusWidget() in (page.ui.password_edit, None)


def test_without_an_office_the_welcome_page_is_shown(window: StartWindow, tmp_path: Path) -> None:
    window.begin(None)
    first = window.stack.currentWidget()
    assert isinstance(first, WelcomePage)
    quiet = first.ui.error_label.isVisible()

    window.begin(tmp_path / "gone.cims")

    assert not quiet
    assert first.ui.error_label.text().startswith("The office file is not there any more.")


def test_recent_offices_that_are_gone_are_not_offered(
    window: StartWindow, settings: Settings, office: OpenOffice, tmp_path: Path
) -> None:
    settings.remember_office(str(tmp_path / "gone.cims"))
    settings.remember_office(str(office.path))

    window.show_welcome()

    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    assert [button.text() for button in page._recent] == ["riverside"]


def test_an_office_is_taken_off_the_list_with_the_delete_key(
    window: StartWindow, settings: Settings, office: OpenOffice, tmp_path: Path
) -> None:
    other = tmp_path / "other.cims"
    other.touch()
    for path in (other, office.path):
        settings.remember_office(str(path))
    window.show_welcome()
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)

    window.activateWindow()
    page._recent[0].setFocus()
    QTest.keyClick(page._recent[0], Qt.Key.Key_Delete)

    assert settings.recent_offices() == [str(other)]
    assert [button.text() for button in page._recent] == ["other"]
    assert office.path.is_file()


def test_the_context_menu_of_the_last_office_empties_the_list(
    window: StartWindow, settings: Settings, office: OpenOffice
) -> None:
    settings.remember_office(str(office.path))
    window.show_welcome()
    page = window.stack.currentWidget()
    assert isinstance(page, WelcomePage)
    (forget,) = page._recent[0].actions()

    forget.trigger()

    assert forget.text() == "Remove from this list"
    assert page._recent == []
    assert not page.ui.recent_area.isVisible()


def test_a_new_office_is_made_and_opened(window: StartWindow, tmp_path: Path, qtbot: QtBot) -> None:
    window.show_new_office()
    ui = new_office_page(window).ui
    fill = {
        ui.office_name_edit: "Riverside", ui.place_edit: str(tmp_path / "new" / "mine.cims"),
        ui.display_name_edit: "Mei Chen", ui.sign_in_name_edit: "mei.chen",
        ui.password_edit: PASSWORD, ui.again_edit: PASSWORD,
    }  # fmt: skip
    for field, text in fill.items():
        field.setText(text)
    ui.country_combo.setCurrentIndex(ui.country_combo.findData("DE"))
    ui.country_combo.activated.emit(ui.country_combo.currentIndex())

    with qtbot.waitSignal(window.office_opened, timeout=20_000) as opened:
        ui.create_button.click()

    office = opened.args[0]
    office.close()
    profile = office.profile
    assert (profile.name, profile.country, profile.currency) == ("Riverside", "DE", "EUR")
    assert profile.time_zone == "Europe/Berlin"
    assert (tmp_path / "new" / "mine.cims").is_file()


def test_every_missing_field_is_named_beside_it(window: StartWindow) -> None:
    window.show_new_office()
    page = new_office_page(window)
    page.ui.password_edit.setText(PASSWORD)

    page.make_office()

    shown = [name for name, (_field, label) in page._fields.items() if label.isVisible()]
    assert shown == ["name", "display_name", "sign_in_name", "again"]
    assert page.ui.office_name_edit.property("invalid")


def test_enter_in_the_last_field_makes_the_office(window: StartWindow) -> None:
    window.show_new_office()
    page = new_office_page(window)

    QTest.keyClick(page.ui.again_edit, Qt.Key.Key_Return)

    assert page.ui.office_name_error_label.isVisible()


def test_what_is_wrong_with_the_password_stands_right_below_it(
    window: StartWindow, settle: Callable[[], None]
) -> None:
    window.show_new_office()
    page = new_office_page(window)

    page.ui.password_edit.setText("short")
    settle()

    sentence, suggest = page.ui.password_error_label, page.ui.suggest_button
    assert sentence.isVisible()
    assert sentence.geometry().bottom() < suggest.geometry().top()


def test_a_weak_password_is_refused_beside_the_field(window: StartWindow, settle: Callable[[], None]) -> None:
    window.show_new_office()
    page = new_office_page(window)

    page.ui.password_edit.setText("password1234")
    settle()

    assert page.ui.password_error_label.isVisible()
    assert page.ui.strength_bar.word() == "Weak"


def test_a_place_that_is_taken_is_told_beside_the_place(
    window: StartWindow, office: OpenOffice, settle: Callable[[], None]
) -> None:
    window.show_new_office()
    page = new_office_page(window)
    page.ui.office_name_edit.setText("Riverside")
    page.ui.place_edit.setText(str(office.path))
    page.ui.display_name_edit.setText("Mei")
    page.ui.sign_in_name_edit.setText("mei")
    page.ui.password_edit.setText(PASSWORD)
    page.ui.again_edit.setText(PASSWORD)

    page.make_office()
    settle()

    assert page.ui.place_error_label.text().startswith("There is a file of that name already.")


def test_the_place_follows_the_name_until_it_is_chosen(window: StartWindow) -> None:
    window.show_new_office()
    page = new_office_page(window)

    QTest.keyClicks(page.ui.office_name_edit, "Tea & Co")
    followed = page.ui.place_edit.text()
    page.ui.place_edit.setText("/elsewhere/x.cims")
    page.ui.place_edit.textEdited.emit("/elsewhere/x.cims")
    QTest.keyClicks(page.ui.office_name_edit, " Ltd")

    assert followed.endswith("Tea & Co.cims")
    assert page.ui.place_edit.text() == "/elsewhere/x.cims"


@pytest.mark.parametrize(
    ("name", "file"),
    [
        ("Riverside", "Riverside.cims"), ("河畔", "河畔.cims"), ('a/b\\c:"d"', "a-b-c--d-.cims"),
        ("  ", "office.cims"), ("...", "office.cims"), ("x" * 4000, "x" * 80 + ".cims"),
    ],
)  # fmt: skip
def test_any_name_makes_a_file_name(name: str, file: str) -> None:
    assert file_name(name) == file


def test_caps_lock_is_noticed_from_what_a_key_gives(dressed: QApplication, qtbot: QtBot) -> None:
    field, heard = PasswordEdit(), []
    qtbot.addWidget(field)
    field.caps_lock_changed.connect(heard.append)

    QTest.keyClick(field, "A", Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(field, "b", Qt.KeyboardModifier.NoModifier)

    assert field.text() == "Ab"
    assert heard == [True, False]
