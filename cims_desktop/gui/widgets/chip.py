"""Chips: small rounded buttons for filters and tags, and a row of them of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cims_desktop.gui.widgets.tab_stops import tab_through


class Chip(QPushButton):
    """A checkable chip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setProperty("chip", True)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class ChipRow(QWidget):
    """Exclusive chips. `chosen(str)`: the person chose the chip with this key."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: dict[str, Chip] = {}
        self._group = QButtonGroup(self)
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(8)
        self._layout.addStretch(1)

    def set_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Shows (key, text) pairs; what is there already keeps its state and gets the new text."""
        for key, text in chips:
            if key in self._chips:
                self._chips[key].setText(text)
                continue
            chip = Chip(text, self)
            self._chips[key] = chip
            self._group.addButton(chip)
            self._layout.insertWidget(self._layout.count() - 1, chip)
            chip.clicked.connect(self._clicked)
        tab_through(self)
        if self._chips and self._group.checkedButton() is None:
            next(iter(self._chips.values())).setChecked(True)

    def current(self) -> str:
        """The key of the chosen chip."""
        return next((key for key, chip in self._chips.items() if chip.isChecked()), "")

    def choose(self, key: str) -> None:
        """Checks a chip without a signal."""
        self._chips[key].setChecked(True)

    def _clicked(self) -> None:
        self.chosen.emit(self.current())
