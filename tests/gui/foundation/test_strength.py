"""How hard a password is to guess is said by the rules that refuse it, in words that mean something."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from cims_desktop.gui.gate import Gate
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.pages.new_office import NewOfficePage
from cims_desktop.gui.widgets.strength_bar import DAY, HOUR, MINUTE, MONTH, YEAR, StrengthBar, rounded
from cims_desktop.services.new_passwords import password_strength
from tests.offices import PASSWORD, entrance

Settle = Callable[[], None]


@pytest.fixture
def bar(dressed: QApplication, qtbot: QtBot) -> StrengthBar:
    made = StrengthBar()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def page(jobs: JobRunner, dressed: QApplication, qtbot: QtBot) -> Iterator[NewOfficePage]:
    made = NewOfficePage(Gate(entrance), jobs)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    yield made
    qtbot.waitUntil(lambda: not jobs.busy, timeout=10_000)


@pytest.mark.parametrize(
    ("seconds", "number", "unit"),
    [
        (0.001, "1", "second"), (47, "50", "second"), (3 * MINUTE, "3", "minute"), (23.6 * HOUR, "20", "hour"),
        (17 * DAY, "20", "day"), (4.4 * MONTH, "4", "month"), (3.2 * YEAR, "3", "year"),
        (250 * YEAR, "2", "centur"), (1e30, "over 10", "centuries"),
    ],
)  # fmt: skip
def test_the_time_is_told_as_roughly_as_it_is_known(
    bar: StrengthBar, seconds: float, number: str, unit: str
) -> None:
    bar.show_strength(seconds)

    assert f" {number} {unit}" in bar.sentence()
    assert bar.sentence() in bar.accessibleName()


def test_one_digit_is_all_an_estimate_gives() -> None:
    assert [rounded(amount) for amount in (0.0, 1.4, 9.4, 9.6, 44.0, 96.0)] == [1, 1, 9, 10, 40, 100]


def test_a_password_that_is_refused_is_weak_whatever_it_looks_like(
    page: NewOfficePage, settle: Settle
) -> None:
    page.ui.office_name_edit.setText("Riverside")

    page.ui.password_edit.setText("Riverside2024!")
    settle()

    assert page.ui.strength_bar.word() == "Weak"
    assert page.ui.strength_bar.sentence() == ""
    assert page.ui.password_error_label.isVisible()


@pytest.mark.parametrize(
    ("password", "word"),
    [("aaaaaaaaaaaaaaaaaaaa", "Weak"), ("Password2024!x", "Weak"), (PASSWORD, "Very good"), ("", "")],
)
def test_the_word_follows_the_estimate(page: NewOfficePage, settle: Settle, password: str, word: str) -> None:
    page.ui.password_edit.setText("something")
    page.ui.password_edit.setText(password)
    settle()

    assert page.ui.strength_bar.word() == word


def test_an_older_judgement_never_replaces_a_newer_one(page: NewOfficePage, settle: Settle) -> None:
    for length in range(1, len(PASSWORD) + 1):
        page.ui.password_edit.setText(PASSWORD[:length])
    settle()

    assert page.ui.strength_bar.word() == "Very good"
    assert not page.ui.password_error_label.isVisible()


@pytest.mark.parametrize(("code", "reads"), [("en", False), ("zh_CN", True)])
def test_a_suggested_passphrase_stands_in_both_fields_to_be_read(
    page: NewOfficePage, settle: Settle, code: str, reads: bool
) -> None:
    combo, fields = page.ui.language_combo, (page.ui.password_edit, page.ui.again_edit)
    combo.setCurrentIndex(combo.findData(code))

    page.ui.suggest_button.click()
    settle()

    assert fields[0].text() == fields[1].text()
    assert fields[0].text().count("-") == 4
    assert [field.echoMode() for field in fields] == [QLineEdit.EchoMode.Normal] * 2
    assert page.ui.strength_bar.word() == "Very good"
    assert page.ui.passphrase_label.text().split("\n")[0] == fields[0].text()
    assert ("In characters" in page.ui.passphrase_label.text()) is reads

    page.ui.password_edit.clear()

    assert page.ui.passphrase_label.text() == ""


def test_judging_takes_no_time_that_a_typist_notices() -> None:
    password_strength(PASSWORD, ("Riverside",))
    begun = time.perf_counter()

    for _key in range(20):
        password_strength("violet kettle harbour 42 " * 40, ("Riverside", "mei.chen"))

    assert (time.perf_counter() - begun) / 20 < 0.05
