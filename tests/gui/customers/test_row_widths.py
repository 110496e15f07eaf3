"""Contact and address rows measure their boxes anew after another font, text size or language."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from cims_desktop.domain.contacts import Address, ContactKind, ContactPoint
from cims_desktop.gui import theme, translation
from cims_desktop.gui.widgets.address_row import AddressRow
from cims_desktop.gui.widgets.contact_row import ContactRow
from tests import fonts


def contact() -> ContactRow:
    return ContactRow(ContactPoint(kind=ContactKind.PHONE, value="1"))


def address() -> AddressRow:
    return AddressRow(Address(), "DE")


@pytest.mark.parametrize("make", [contact, address])
def test_the_label_box_grows_and_shrinks_with_the_text(
    make: Callable[[], ContactRow | AddressRow], dressed: QApplication, qtbot: QtBot
) -> None:
    row = make()
    qtbot.addWidget(row)
    row.show()
    label = row.ui.label_combo
    qtbot.waitUntil(lambda: label.width() == fitting(label, 84))

    theme.apply(dressed, "light", 2.0)
    qtbot.waitUntil(lambda: label.width() == fitting(label, 168))
    theme.apply(dressed, "light", 1.0)

    qtbot.waitUntil(lambda: label.width() == fitting(label, 84))


def fitting(label: QWidget, least: int) -> int:
    """The width that a label box has to have: the least, or what its words need in a wide font."""
    return max(least, label.sizeHint().width())


@pytest.mark.parametrize("make", [contact, address])
def test_no_label_is_cut_off_in_a_wide_font(
    make: Callable[[], ContactRow | AddressRow], dressed: QApplication, qtbot: QtBot
) -> None:
    row = make()
    qtbot.addWidget(row)
    row.show()
    label = row.ui.label_combo

    with fonts.wide(dressed):
        qtbot.waitUntil(lambda: label.width() > 84)
        assert label.width() == label.sizeHint().width()
        translation.set_language("zh_CN")
        qtbot.waitUntil(lambda: label.width() == 84)
        translation.set_language("en")
        qtbot.waitUntil(lambda: label.width() == label.sizeHint().width() > 84)


def test_the_box_of_kinds_and_its_list_grow_with_the_text(dressed: QApplication, qtbot: QtBot) -> None:
    row = contact()
    qtbot.addWidget(row)
    row.show()
    kind = row.ui.kind_combo
    qtbot.waitUntil(lambda: kind.view().minimumWidth() == 150)

    theme.apply(dressed, "light", 2.0)

    qtbot.waitUntil(lambda: kind.width() == 108)
    assert kind.view().minimumWidth() == 300
