"""How the page holds up: nothing clipped, everything named for a screen reader, at any size and language."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme, translation
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages.customers import CustomersPage
from tests.offices import add_customer, make_purchase

Settle = Callable[[], None]
Language = translation.Language


@pytest.fixture
def page(qtbot: QtBot, desk: Desk, settle: Settle) -> Iterator[CustomersPage]:
    """The page with one customer, as it stands in a window of 1280 pixels."""
    customer_id = add_customer(desk.office, "Ada Lovelace", organisation="Analytical Engines")
    desk.office.purchases.record(make_purchase(customer_id, 1234567), by=desk.user)
    made = CustomersPage(desk)
    qtbot.addWidget(made)
    made.resize(1044, 640)
    with qtbot.waitExposed(made):
        made.show()
    settle()
    yield made
    made.list.model.close()
    made.close()


def shown(page: CustomersPage, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in page.findChildren(kind) if widget.isVisible()]


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("tab", range(4))
def test_everything_that_takes_the_focus_has_a_name(
    page: CustomersPage, settle: Settle, tab: int, language: Language
) -> None:
    translation.set_language(language)
    page.detail.tabs.choose(tab)
    page.detail.ui.form.ui.details_button.setChecked(True)
    settle()

    unnamed = [
        f"{widget.metaObject().className()} {widget.objectName()}"
        for widget in shown(page, QWidget)
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not _accessible_name(widget)
    ]
    translation.set_language("en")

    assert [name for name in unnamed if "qt_" not in name] == []


def _accessible_name(widget: QWidget) -> str:
    interface = QAccessible.queryAccessibleInterface(widget)
    name = interface.text(QAccessible.Text.Name) if interface else ""
    proxy = widget.focusProxy()
    # The line of an editable combo box hands the focus to the box, which has the name.
    return name or (_accessible_name(proxy) if proxy is not None else "")


@pytest.mark.parametrize("language", ["en", "zh_CN"])
@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_no_button_is_narrower_than_its_text(
    qtbot: QtBot, qapp: QApplication, page: CustomersPage, settle: Settle, language: Language, scale: float
) -> None:
    translation.set_language(language)
    theme.apply(qapp, "light", scale)
    page.resize(round(1044 * scale), round(640 * scale))
    settle()

    def clipped() -> list[str]:
        return [
            f"{button.objectName()} {button.text()!r}"
            for button in shown(page, QAbstractButton)
            if isinstance(button, QAbstractButton)
            and button.text()
            and button.width() < button.minimumSizeHint().width()
        ]

    qtbot.waitUntil(lambda: not clipped(), timeout=2000)
    translation.set_language("en")
    theme.apply(qapp, "light", 1.0)


def test_the_figures_are_not_cut_short(page: CustomersPage) -> None:
    ui = page.detail.ui

    cut = [
        value.objectName()
        for value in (ui.spent_value, ui.last_value, ui.purchases_value)
        if value.is_elided()
    ]

    assert cut == []


def test_both_themes_paint_list_and_detail(qapp: QApplication, page: CustomersPage, settle: Settle) -> None:
    light = page.grab().toImage()

    theme.apply(qapp, "dark")
    settle()
    dark = page.grab().toImage()
    theme.apply(qapp, "light")

    spot = page.list.geometry().center()
    assert light.pixelColor(spot).lightness() > 200
    assert dark.pixelColor(spot).lightness() < 60
