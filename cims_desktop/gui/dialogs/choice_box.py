"""A question with named ways on; it doesn't block, each way is a call."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget


@dataclass(frozen=True)
class Way:
    """One way on: the button names the act. The last way of a box is what Esc does."""

    label: str
    act: Callable[[], object]
    destructive: bool = False


class ChoiceBox(QMessageBox):
    """Open it with `open()`; a text is plain text. Enter takes the way at `default`: the one that loses nothing."""

    def __init__(
        self, title: str, text: str, ways: tuple[Way, ...], parent: QWidget, *, default: int = 0
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(title)
        self.setInformativeText(text)
        roles = QMessageBox.ButtonRole
        self._ways = ways
        self._buttons: list[QPushButton] = []
        for position, way in enumerate(ways):
            last = position == len(ways) - 1
            role = (
                roles.DestructiveRole if way.destructive else roles.RejectRole if last else roles.AcceptRole
            )
            button = self.addButton(way.label, role)
            button.setProperty("primary", position == default)
            self._buttons.append(button)
        self.setDefaultButton(self._buttons[default])
        self.setEscapeButton(self._buttons[-1])
        self.finished.connect(self._answer)

    def way_button(self, position: int) -> QPushButton:
        """The button of the way at `position`."""
        return self._buttons[position]

    def _answer(self) -> None:
        clicked = self.clickedButton()
        position = next((at for at, button in enumerate(self._buttons) if button is clicked), -1)
        self.deleteLater()
        self._ways[position].act()
