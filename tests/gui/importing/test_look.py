"""The wizard's looks and keys: mnemonics, names, nothing clipped, and a wheel that changes nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from cims_desktop.gui import theme
from cims_desktop.gui.dialogs.import_wizard import CHECK, RESULT, ImportWizard
from cims_desktop.gui.importing.mapping_page import MappingPage
from cims_desktop.gui.importing.reading_page import ReadingPage
from cims_desktop.gui.settings import IMPORT_GEOMETRY
from tests.gui.importing.support import CHINESE, Chooser, choose_file, until_step, write_table

OpenWizard = Callable[..., ImportWizard]
LINES = (*CHINESE, "陈静,13600136000,chen@example.com,青禾教育,上海市,1985-13-45")
FOCUSABLE = (QAbstractButton, QComboBox, QSpinBox, QTableView)


def walk(qtbot: QtBot, wizard: ImportWizard, path: Path, chooser: Chooser, look: Callable[[], None]) -> None:
    """Goes through all steps and looks at each."""
    chooser.path = write_table(path / "客户.csv", LINES)
    look()
    choose_file(qtbot, wizard)
    for step in range(1, RESULT + 1):
        look()
        wizard.ui.next_button.click()
        if step <= CHECK:
            until_step(qtbot, wizard, step)
    until_step(qtbot, wizard, RESULT)
    look()


def seen(wizard: ImportWizard, kind: type[QWidget]) -> list[QWidget]:
    return [widget for widget in wizard.findChildren(kind) if widget.isVisible()]


def test_no_step_has_a_mnemonic_twice(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard, twice = open_wizard(), []

    def look() -> None:
        texts = [widget.text() for widget in [*seen(wizard, QAbstractButton), *seen(wizard, QLabel)]]
        keys = [key.upper() for text in texts for key in re.findall(r"(?<!&)&(\w)", text)]
        twice.extend(f"step {wizard.step}: {key}" for key, times in Counter(keys).items() if times > 1)

    walk(qtbot, wizard, tmp_path, file_choice, look)

    assert twice == []


def test_everything_that_takes_the_focus_has_a_name(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    wizard, nameless = open_wizard(), []

    def look() -> None:
        for kind in FOCUSABLE:
            for widget in seen(wizard, kind):
                text = widget.text() if isinstance(widget, QAbstractButton) else ""
                if widget.focusPolicy() and not (text or widget.accessibleName()) and widget.objectName():
                    nameless.append(f"step {wizard.step}: {widget.objectName()}")

    walk(qtbot, wizard, tmp_path, file_choice, look)

    assert nameless == []


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_clipped_in_a_small_window(
    scale: float,
    open_wizard: OpenWizard,
    file_choice: Chooser,
    tmp_path: Path,
    qtbot: QtBot,
    dressed: QApplication,
) -> None:
    theme.apply(dressed, "light", scale)
    wizard = open_wizard()
    wizard.resize(1000, 660)

    def look() -> None:
        # New text is laid out in the next turn of the event loop.
        qtbot.waitUntil(lambda: clipped(wizard) == [], timeout=2000)

    walk(qtbot, wizard, tmp_path, file_choice, look)

    assert wizard.width() <= 1024
    assert wizard.height() <= 700


def clipped(wizard: ImportWizard) -> list[str]:
    """Buttons that are too narrow for their text, and wrapped texts that are too low."""
    narrow = [
        widget for kind in (QPushButton, QCheckBox, QRadioButton) for widget in seen(wizard, kind)
        if widget.width() < widget.sizeHint().width() and widget.text()
    ]  # fmt: skip
    low = [
        label for label in seen(wizard, QLabel)
        if label.wordWrap() and label.height() < label.heightForWidth(label.width())
    ]  # fmt: skip
    return [f"step {wizard.step}: {widget.objectName()} {widget.text()}" for widget in [*narrow, *low]]


def test_the_wheel_changes_no_choice(
    open_wizard: OpenWizard, file_choice: Chooser, tmp_path: Path, qtbot: QtBot
) -> None:
    file_choice.path = write_table(tmp_path / "客户.csv", CHINESE)
    wizard = open_wizard()
    choose_file(qtbot, wizard)
    wizard.ui.next_button.click()
    page = wizard.page
    assert isinstance(page, ReadingPage)
    combo = page.ui.encoding_combo

    roll(combo)
    wizard.ui.next_button.click()
    mapping = wizard.draft.mapping
    mapping_page = wizard.page
    assert isinstance(mapping_page, MappingPage)
    roll(mapping_page.ui.mapping_view.viewport())

    assert combo.currentIndex() == 0
    assert wizard.draft.mapping == mapping


def roll(widget: QWidget) -> None:
    """Turns the wheel over a widget."""
    down = QWheelEvent(
        QPointF(5, 5), QPointF(widget.mapToGlobal(QPoint(5, 5))), QPoint(0, -120), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(widget, down)


def test_the_size_is_remembered(open_wizard: OpenWizard) -> None:
    wizard = open_wizard()
    wizard.resize(760, 560)
    wizard.close()

    again = open_wizard()

    assert wizard._desk.settings.get(IMPORT_GEOMETRY)
    assert (again.width(), again.height()) == (760, 560)
