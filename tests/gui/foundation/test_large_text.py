"""What has to grow with the text, and what has to give way to it in the smallest window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.columns import ColumnsPopover
from cims_desktop.gui.dialogs.filter import FilterPopover
from cims_desktop.gui.dialogs.popover import Popover
from cims_desktop.gui.main_window import MainWindow
from cims_desktop.gui.widgets.column_layout import ColumnLayout
from cims_desktop.gui.widgets.elided_label import ElidedLabel
from cims_desktop.gui.widgets.password_edit import PasswordEdit
from tests import fonts


@pytest.fixture
def button(dressed: QApplication, qtbot: QtBot) -> QPushButton:
    """A button that popovers open at, a window of its own."""
    made = QPushButton("Open")
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def filter_popover(desk: Desk, parent: QWidget) -> tuple[Popover, list[QAbstractButton]]:
    made = FilterPopover(desk.currency, desk.today, parent)
    return made, [made.ui.clear_button, made.ui.apply_button]


def columns_popover(_desk: Desk, parent: QWidget) -> tuple[Popover, list[QAbstractButton]]:
    made = ColumnsPopover(parent)
    made.show_layout(ColumnLayout())
    return made, [made.ui.up_button, made.ui.down_button, made.ui.reset_button]


@pytest.mark.parametrize("make", [filter_popover, columns_popover])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_popover_fits_on_the_screen_at_any_text_size(
    desk: Desk, button: QPushButton, qtbot: QtBot, language: translation.Language,
    make: Callable[[Desk, QWidget], tuple[Popover, list[QAbstractButton]]],
) -> None:  # fmt: skip
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    popover, acts = make(desk, button)
    translation.set_language(language)
    theme.apply(app, "light", 2.0)

    popover.open_at(button)
    qtbot.waitUntil(lambda: all(act.isVisible() and act.height() > 0 for act in acts))

    assert button.screen().availableGeometry().contains(popover.geometry())
    assert all(
        popover.rect().contains(act.rect().translated(act.mapTo(popover, act.rect().topLeft())))
        for act in acts
    )
    popover.hide()


def test_the_filter_scrolls_to_the_field_that_has_the_keyboard(
    desk: Desk, button: QPushButton, dressed: QApplication, qtbot: QtBot
) -> None:
    popover = FilterPopover(desk.currency, desk.today, button)
    popover.open_at(button)
    popover.resize(popover.width(), popover.minimumSizeHint().height())
    area, last = popover.ui.scroll_area, popover.ui.email_combo

    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    popover.ui.clear_button.setFocus()
    qtbot.keyClick(popover.ui.clear_button, Qt.Key.Key_Backtab)

    qtbot.waitUntil(last.hasFocus)
    qtbot.waitUntil(
        lambda: area.viewport().rect().contains(last.mapTo(area.viewport(), last.rect().center()))
    )
    popover.hide()


def test_a_popover_opened_after_a_change_of_size_is_measured_anew(
    desk: Desk, button: QPushButton, dressed: QApplication
) -> None:
    popover = FilterPopover(desk.currency, desk.today, button)
    popover.open_at(button)
    small = popover.width()
    popover.hide()

    theme.apply(dressed, "light", 2.0)
    popover.open_at(button)
    large = popover.width()
    popover.hide()
    theme.apply(dressed, "light", 1.0)
    popover.open_at(button)
    again = popover.width()
    popover.hide()

    assert large > small
    assert again == small


def test_the_eye_of_a_password_field_grows_with_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    field = PasswordEdit()
    qtbot.addWidget(field)
    field.show()
    sides = []
    for scale in (1.0, 2.0):
        theme.apply(dressed, "light", scale)
        field.resize(300, field.sizeHint().height())
        sides.append(field.reveal_button.iconSize().width())
        assert field.rect().contains(field.reveal_button.geometry())
    qtbot.mouseClick(field.reveal_button, Qt.MouseButton.LeftButton)

    assert sides == [16, 32]
    assert field.echoMode() is PasswordEdit.EchoMode.Normal


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_the_title_can_be_read_in_the_smallest_window_in_a_wide_font(
    desk: Desk, dressed: QApplication, qtbot: QtBot, language: translation.Language, scale: float
) -> None:
    with fonts.wide(dressed):
        window = MainWindow(desk)
        qtbot.addWidget(window)
        translation.set_language(language)
        theme.apply(dressed, "light", scale)
        window.resize(1024, 700)
        window.show()
        window.begin("settings")
        title, act = window.ui.title_label, window.ui.new_customer_button

        qtbot.waitUntil(lambda: act.width() >= act.minimumSizeHint().width())
        assert isinstance(title, ElidedLabel)
        qtbot.waitUntil(lambda: not title.is_elided())
        assert (window.width(), act.accessibleName() != "") == (1024, True)
        qtbot.waitUntil(lambda: not desk.jobs.busy, timeout=10_000)
