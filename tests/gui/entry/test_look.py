"""How signing in and one's own security hold up: named for a screen reader, nothing clipped, at any size."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.own_password import OwnPasswordDialog
from cims_desktop.gui.dialogs.second_factor import SecondFactorDialog
from cims_desktop.gui.dialogs.second_factor_off import SecondFactorOffDialog
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.pages.first_password import FirstPasswordPage
from cims_desktop.gui.pages.recover import RecoverPage
from cims_desktop.gui.pages.settings import SettingsPage
from cims_desktop.gui.pages.sign_in import SignInPage
from cims_desktop.gui.widgets.elided_label import ElidedLabel

Settle = Callable[[], None]
Made = Callable[[Desk, Gate], QWidget]
SMALLEST = (640, 520)


def sign_in_with_code(desk: Desk, gate: Gate) -> QWidget:
    page = SignInPage(gate, desk.jobs, desk.settings)
    page.set_office(desk.office.path)
    page.ask_code(asked=True)
    return page


PAGES: dict[str, Made] = {
    "sign-in": sign_in_with_code,
    "recover": lambda desk, gate: RecoverPage(gate, desk.jobs),
    "first password": lambda desk, gate: FirstPasswordPage(gate, desk.jobs),
    "settings": lambda desk, _gate: SettingsPage(desk),
}
DIALOGS: dict[str, Made] = {
    "own password": lambda desk, _gate: OwnPasswordDialog(desk),
    "second factor": lambda desk, _gate: SecondFactorDialog(desk),
    "second factor required": lambda desk, _gate: SecondFactorDialog(desk, required=True),
    "switch off": lambda desk, _gate: SecondFactorOffDialog(desk),
}


@pytest.fixture(params=[*PAGES, *DIALOGS])
def shown(
    request: pytest.FixtureRequest, desk: Desk, gate: Gate, settle: Settle, qtbot: QtBot
) -> Callable[[translation.Language, float], QWidget]:
    """Shows one of them in a language, at a size of text."""

    def show(language: translation.Language, scale: float) -> QWidget:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        translation.set_language(language)
        theme.apply(app, "light", scale)
        made = (PAGES | DIALOGS)[request.param](desk, gate)
        qtbot.addWidget(made)
        if request.param in PAGES:
            made.resize(round(SMALLEST[0] * max(1.0, scale * 0.8)), SMALLEST[1])
        with qtbot.waitExposed(made):
            made.show()
        settle()
        QApplication.processEvents()
        return made

    return show


def seen(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in parent.findChildren(kind) if one.isVisible()]


def named(widget: QWidget) -> bool:
    interface = QAccessible.queryAccessibleInterface(widget)
    return bool(interface and interface.text(QAccessible.Text.Name))


def test_everything_that_takes_the_keyboard_has_a_name(
    shown: Callable[[translation.Language, float], QWidget],
) -> None:
    window = shown("en", 1.0)
    takers = [one for one in seen(window, QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert takers
    assert [one.objectName() for one in takers if not named(one) and "qt_" not in one.objectName()] == []


def test_every_field_has_a_label_that_leads_to_it(
    shown: Callable[[translation.Language, float], QWidget],
) -> None:
    window = shown("en", 1.0)
    led_to = {label.buddy() for label in seen(window, QLabel)}
    fields = [one for one in seen(window, QLineEdit) if not one.isReadOnly()]

    assert [one.objectName() for one in fields if one not in led_to] == []


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_nothing_is_clipped(
    shown: Callable[[translation.Language, float], QWidget],
    language: translation.Language,
    scale: float,
) -> None:
    window = shown(language, scale)

    cut = [
        f"{label.objectName()}: {label.text()}"
        for label in seen(window, QLabel)
        if not isinstance(label, ElidedLabel) and too_small(label)
    ]
    buttons = [
        one for one in seen(window, QAbstractButton) if one.text() and not isinstance(one.parent(), QLineEdit)
    ]
    narrow = [one.objectName() for one in buttons if one.width() < one.minimumSizeHint().width()]
    fitting = window.width() <= max(SMALLEST[0] * 2, window.minimumWidth())
    assert (cut, narrow, fitting) == ([], [], True)


def too_small(label: QWidget) -> bool:
    assert isinstance(label, QLabel)
    if not label.text():
        return False
    if label.wordWrap():
        return label.height() < label.heightForWidth(label.width())
    return label.fontMetrics().horizontalAdvance(label.text()) > label.contentsRect().width() + 1
