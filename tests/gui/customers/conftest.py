"""Opens the Customers page on the office of the desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers import CustomersPage

Settle = Callable[[], None]
Opened = Callable[[], CustomersPage]
WIDE = 1200


@pytest.fixture
def opened(qtbot: QtBot, desk: Desk, settle: Settle) -> Iterator[Opened]:
    """Opens the page as wide as in a window of 1440 pixels."""
    pages: list[CustomersPage] = []

    def open_page() -> CustomersPage:
        page = CustomersPage(desk)
        qtbot.addWidget(page)
        page.resize(WIDE, 840)
        with qtbot.waitExposed(page):
            page.show()
        settle()
        pages.append(page)
        return page

    yield open_page
    for page in pages:
        page.list.model.close()
        page.close()
