"""The Customers page in a small window and a wide font: one pane at a time, and nothing that forces its width."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from tests import fonts
from tests.gui.customers.conftest import WIDE, Opened, Settle
from tests.offices import add_customer, make_purchase

NARROW = 900


@pytest.fixture
def wide_font(dressed: QApplication) -> Iterator[QApplication]:
    """The application in a font as wide as that of a computer without Inter and Noto."""
    with fonts.wide(dressed):
        yield dressed


def test_little_room_shows_list_or_detail_with_a_way_back(
    qtbot: QtBot, desk: Desk, wide_font: QApplication, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    page.resize(NARROW, 600)
    assert page.width() == NARROW
    qtbot.waitUntil(lambda: not page.detail.isVisible())

    page.list.ui.table.setFocus()
    qtbot.keyClick(page.list.ui.table, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.detail.isVisible() and not page.list.isVisible())
    page.detail.ui.back_button.click()

    qtbot.waitUntil(lambda: page.list.isVisible() and not page.detail.isVisible())


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize(("scale", "room"), [(1.0, 952), (1.5, 916)])
def test_each_pane_fits_into_the_smallest_window_in_a_wide_font(
    desk: Desk, wide_font: QApplication, opened: Opened, settle: Settle,
    language: translation.Language, scale: float, room: int,
) -> None:  # fmt: skip
    customer_id = add_customer(desk.office, "Ada", organisation="Analytical Engines")
    desk.office.purchases.record(make_purchase(customer_id, 1234567), by=desk.user)
    page = opened()
    translation.set_language(language)
    theme.apply(wide_font, "light", scale)
    page.resize(room, 600)
    settle()
    needed = [page.minimumSizeHint().width()]

    page.show_customer(customer_id)
    settle()
    needed.append(page.minimumSizeHint().width())

    assert max(needed) <= room
    assert page.panes.narrow


def test_panes_that_need_more_room_stand_one_over_the_other(
    qtbot: QtBot, desk: Desk, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()

    page.list.ui.table.setMinimumWidth(WIDE)
    qtbot.waitUntil(lambda: not page.detail.isVisible())
    page.list.ui.table.setMinimumWidth(100)

    qtbot.waitUntil(lambda: page.detail.isVisible() and page.list.isVisible())


def test_choosing_customers_does_not_move_the_panes(
    qtbot: QtBot, desk: Desk, wide_font: QApplication, opened: Opened, settle: Settle
) -> None:
    for name in ("Ada", "Grace"):
        add_customer(desk.office, name)
    page = opened()
    before = page.list.minimumSizeHint().width()

    page.list.ui.table.selectAll()
    qtbot.waitUntil(page.list.ui.selection_bar.isVisible)

    assert page.list.minimumSizeHint().width() == before


def test_the_chips_go_on_in_the_next_line(
    qtbot: QtBot, desk: Desk, wide_font: QApplication, opened: Opened, settle: Settle
) -> None:
    add_customer(desk.office, "Ada")
    page = opened()
    ui = page.list.ui

    page.resize(page.minimumSizeHint().width(), 600)
    qtbot.waitUntil(lambda: ui.bin_chip.y() > ui.all_chip.y())

    qtbot.waitUntil(lambda: ui.bin_chip.width() >= ui.bin_chip.sizeHint().width())
    assert ui.bin_chip.geometry().bottom() <= ui.chips_box.height()
