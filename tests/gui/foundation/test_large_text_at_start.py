"""Welcome, new office and sign-in with twice the text in the smallest window: all of it can be reached."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.gate import Gate
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.jobs import JobRunner
from cims_desktop.gui.settings import Settings
from cims_desktop.gui.start_window import StartWindow
from cims_desktop.gui.widgets.optional_date_edit import OptionalDateEdit
from tests import fonts
from tests.offices import entrance


def bring(window: StartWindow, name: str) -> Any:
    if name == "welcome":
        window.show_welcome()
    elif name == "new office":
        window.show_new_office()
    else:
        window.show_sign_in(Path("Riverside.cims"))
    return window.stack.currentWidget()


def area_of(page: QWidget) -> QScrollArea:
    area = page.findChild(QScrollArea, "scroll_area")
    assert isinstance(area, QScrollArea)
    return area


def is_whole(page: QWidget, card: QWidget) -> bool:
    """Whether the card has its margins left and right, and the height that it needs at this width."""
    body = area_of(page).viewport()
    left = card.mapTo(body, card.rect().topLeft()).x()
    fits = left > 0 and left + card.width() < body.width()
    return fits and card.height() >= card.heightForWidth(card.width())


@pytest.mark.parametrize("name", ["welcome", "new office", "sign-in"])
@pytest.mark.parametrize("language", ["en", "zh_CN"])
def test_a_card_fits_the_width_and_scrolls_up_and_down(
    jobs: JobRunner, settings: Settings, dressed: QApplication, qtbot: QtBot,
    name: str, language: translation.Language,
) -> None:  # fmt: skip
    with fonts.wide(dressed):
        window = StartWindow(Gate(entrance), jobs, settings)
        qtbot.addWidget(window)
        window.show()
        page = bring(window, name)
        translation.set_language(language)
        theme.apply(dressed, "light", 2.0)
        window.resize(1024, 700)
        bars = area_of(page).horizontalScrollBar(), area_of(page).verticalScrollBar()

        qtbot.waitUntil(lambda: is_whole(page, page.ui.card_frame))
        qtbot.waitUntil(lambda: bars[0].maximum() == 0 and bars[1].maximum() > 0)


def test_the_choices_of_the_welcome_page_keep_their_height(
    jobs: JobRunner, settings: Settings, dressed: QApplication, qtbot: QtBot
) -> None:
    window = StartWindow(Gate(entrance), jobs, settings)
    qtbot.addWidget(window)
    window.show()
    ui = bring(window, "welcome").ui
    theme.apply(dressed, "light", 2.0)
    window.resize(1024, 700)
    choices = (ui.new_button, ui.open_button, ui.demo_button)

    qtbot.waitUntil(lambda: all(one.height() == one.sizeHint().height() for one in choices))
    assert ui.new_button.geometry().bottom() < ui.open_button.y()


def test_the_rows_of_the_sign_in_page_do_not_touch(
    jobs: JobRunner, settings: Settings, dressed: QApplication, qtbot: QtBot
) -> None:
    window = StartWindow(Gate(entrance), jobs, settings)
    qtbot.addWidget(window)
    window.show()
    ui = bring(window, "sign-in").ui
    theme.apply(dressed, "light", 2.0)
    window.resize(1024, 700)

    def gaps() -> list[int]:
        rows = (ui.name_edit, ui.password_label, ui.password_edit, ui.sign_in_button)
        pairs = pairwise(rows)
        return [below.y() - above.geometry().bottom() - 1 for above, below in pairs]

    qtbot.waitUntil(lambda: min(gaps()) >= theme.px(5))


def test_the_focus_scrolls_the_welcome_page(
    jobs: JobRunner, settings: Settings, dressed: QApplication, qtbot: QtBot
) -> None:
    window = StartWindow(Gate(entrance), jobs, settings)
    qtbot.addWidget(window)
    window.show()
    page = bring(window, "welcome")
    theme.apply(dressed, "light", 2.0)
    window.resize(1024, 700)
    bar, last = area_of(page).verticalScrollBar(), page.ui.demo_button
    qtbot.waitUntil(lambda: bar.maximum() > 0)

    area_of(page).ensureWidgetVisible(page.ui.language_combo)
    page.ui.open_button.setFocus()
    QTest.keyClick(page.ui.open_button, Qt.Key.Key_Tab)

    qtbot.waitUntil(last.hasFocus)
    qtbot.waitUntil(lambda: last.visibleRegion().boundingRect() == last.rect())


def test_icons_of_buttons_grow_and_shrink_with_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    form = QWidget()
    qtbot.addWidget(form)
    back = QToolButton(form)
    back.setProperty("icon_name", "arrow-left")
    apply_icons(form)
    calendar = OptionalDateEdit(form).menu_button
    sides = []

    for scale in (1.0, 2.0, 1.0):
        theme.apply(dressed, "light", scale)
        sides.append((back.iconSize().width(), calendar.iconSize().width()))

    assert sides == [(18, 16), (36, 32), (18, 16)]
