"""By keyboard alone: Enter presses what has the focus, F6 goes to the notice, a lock gives the keyboard back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cims_desktop.gui.dialogs.popover import Popover
from cims_desktop.gui.focus_ring import FocusRing
from cims_desktop.gui.forms import size_dialog
from cims_desktop.gui.widgets.chip import ChipRow
from cims_desktop.gui.widgets.contact_points_edit import ContactPointsEdit
from cims_desktop.gui.widgets.message_bar import MessageBar
from cims_desktop.gui.widgets.score_edit import ScoreEdit
from cims_desktop.gui.widgets.tab_stops import tab_stops


@pytest.fixture
def keyboard(dressed: QApplication) -> Iterator[FocusRing]:
    """What the composition root installs."""
    ring = FocusRing(dressed)
    yield ring
    dressed.removeEventFilter(ring)
    ring.deleteLater()


def shown(qtbot: QtBot, window: QWidget, *parts: QWidget) -> None:
    layout = QVBoxLayout(window)
    for part in parts:
        layout.addWidget(part)
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def order(window: QWidget) -> list[QWidget]:
    """What Tab goes through, in order."""
    found, widget = [], window.nextInFocusChain()
    while widget is not None and widget is not window:
        if widget in tab_stops(window):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


@pytest.mark.parametrize("kind", [QPushButton, QToolButton])
def test_enter_presses_a_button_of_a_page(
    kind: type[QPushButton | QToolButton], keyboard: FocusRing, qtbot: QtBot
) -> None:
    window, button, pressed = QWidget(), kind(), []
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda: pressed.append(True))
    shown(qtbot, window, button)
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == [True]


def test_enter_on_a_dialogs_button_is_pressed_once(keyboard: FocusRing, qtbot: QtBot) -> None:
    dialog, button, pressed = QDialog(), QPushButton("Cancel"), []
    button.clicked.connect(lambda: pressed.append(True))
    shown(qtbot, dialog, button)
    button.setFocus()

    qtbot.keyClick(button, Qt.Key.Key_Return)

    assert pressed == [True]


def test_tab_goes_through_contacts_where_they_stand(dressed: QApplication, qtbot: QtBot) -> None:
    window, contacts, after = QWidget(), ContactPointsEdit(), QLineEdit()
    shown(qtbot, window, contacts, after)

    contacts.set_value(())

    stops = order(window)
    rows = [stops.index(contacts.row(at).ui.value_edit) for at in range(contacts.row_count())]
    assert stops.index(contacts.other_button) < rows[0] < rows[1] < stops.index(after)


def test_scores_and_chips_come_before_what_stands_below(dressed: QApplication, qtbot: QtBot) -> None:
    window, first, scores, chips, last = QWidget(), QLineEdit(), ScoreEdit(), ChipRow(), QLineEdit()
    shown(qtbot, window, first, scores, chips, last)

    scores.set_range(1, 3)
    chips.set_chips([("a", "A"), ("b", "B")])
    chips.set_chips([("a", "A"), ("b", "B"), ("c", "C")])

    texts = [stop.text() for stop in order(window) if isinstance(stop, QPushButton | QLineEdit)]
    assert texts == ["", "1", "2", "3", "A", "B", "C", ""]


def test_the_notice_gives_the_keyboard_back(dressed: QApplication, qtbot: QtBot) -> None:
    window, bar, field, undone = QWidget(), MessageBar(), QLineEdit(), []
    shown(qtbot, window, bar, field)
    field.setFocus()
    bar.succeed("Moved to the bin", "Undo", lambda: undone.append(True))

    bar.take_focus()
    inside = bar.act_button.hasFocus()
    qtbot.keyClick(bar.act_button, Qt.Key.Key_Space)

    assert inside
    assert undone == [True]
    assert field.hasFocus()


def test_a_popover_gives_the_keyboard_to_its_first_field(dressed: QApplication, qtbot: QtBot) -> None:
    window, button = QWidget(), QPushButton("Filter")
    shown(qtbot, window, button)
    popover = Popover(window)
    field = QLineEdit(popover)
    QHBoxLayout(popover).addWidget(field)

    popover.open_at(button)

    assert popover.focusWidget() is field
    popover.hide()
    assert button.hasFocus()


def test_a_dialog_is_never_larger_than_its_screen(dressed: QApplication, qtbot: QtBot) -> None:
    dialog = QDialog()
    qtbot.addWidget(dialog)

    size_dialog(dialog, 5000, 5000)

    room = dialog.screen().availableSize()
    assert dialog.width() < room.width()
    assert dialog.height() < room.height()
