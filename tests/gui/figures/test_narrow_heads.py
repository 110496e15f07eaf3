"""The heads of Follow-ups and Products in the smallest window: nothing is cut off at twice the text size."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QBoxLayout
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.follow_ups import FollowUpsPage
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.pages.products import ProductsPage
from tests import fonts
from tests.gui.figures.conftest import Writer

Settle = Callable[[], None]
ROOM = 880
"""What a window of 1024 pixels leaves beside its navigation at 200 %."""


def cut(page: LivePage) -> list[str]:
    """The buttons that have less room than their words need."""
    seen = [each for each in page.ui.card_frame.findChildren(QAbstractButton) if each.isVisible()]
    assert seen
    return [each.objectName() for each in seen if each.text() and each.width() < each.sizeHint().width()]


@pytest.mark.parametrize("kind", [FollowUpsPage, ProductsPage])
@pytest.mark.parametrize("look", [("en", 1.0), ("en", 2.0), ("zh_CN", 1.0), ("zh_CN", 2.0)])
def test_no_button_of_a_head_is_cut_off_in_the_smallest_window(
    write: Writer, desk: Desk, dressed: QApplication, qtbot: QtBot, settle: Settle,
    kind: type[LivePage], look: tuple[translation.Language, float],
) -> None:  # fmt: skip
    for days in (-3, 1, 2):
        write.customer(f"Ada {days}", next_contact=desk.today() + timedelta(days=days))
    with fonts.wide(dressed):
        page = kind(desk)
        qtbot.addWidget(page)
        page.show()
        translation.set_language(look[0])
        theme.apply(dressed, "light", look[1])
        settle()
        page.resize(ROOM, 600)

        qtbot.waitUntil(lambda: cut(page) == [])
        assert page.width() == ROOM


def test_segments_go_on_in_the_next_line_inside_their_box(
    desk: Desk, dressed: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    page = FollowUpsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    theme.apply(dressed, "light", 2.0)
    first, last, box = page.ui.all_button, page.ui.later_button, page.ui.period_frame

    box.setMaximumWidth(2 * last.sizeHint().width() + 2 * first.sizeHint().width())

    qtbot.waitUntil(lambda: last.y() > first.y())
    qtbot.waitUntil(lambda: box.rect().contains(last.geometry()))


def test_a_head_stands_in_one_row_again_once_there_is_room(
    desk: Desk, dressed: QApplication, qtbot: QtBot, settle: Settle
) -> None:
    page = ProductsPage(desk)
    qtbot.addWidget(page)
    page.show()
    settle()
    head, ways = page.ui.head_layout, QBoxLayout.Direction

    page.resize(1204, 600)
    qtbot.waitUntil(lambda: head.direction() is ways.LeftToRight)
    theme.apply(dressed, "light", 2.0)
    page.resize(ROOM, 600)
    qtbot.waitUntil(lambda: head.direction() is ways.TopToBottom)
    theme.apply(dressed, "light", 1.0)
    page.resize(1204, 600)

    qtbot.waitUntil(lambda: head.direction() is ways.LeftToRight)
