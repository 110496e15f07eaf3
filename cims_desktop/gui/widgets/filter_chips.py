"""The conditions of a list as chips, each with a cross that takes it away."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import icon
from cims_desktop.gui.widgets.flow_layout import FlowLayout

LONGEST = 60


class RemovableChip(QPushButton):
    """A chip with a cross; a click, Enter or Space takes it away."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        short = text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"
        # A single & would be taken for a shortcut mark.
        super().__init__(short.replace("&", "&&"), parent)
        self.setProperty("chip", True)
        self.setProperty("removable", True)
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.setIcon(icon("close", "accent"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)


class FilterChips(QWidget):
    """A flow of removable chips. `removed(str)`: the chip with this key was taken away."""

    removed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chips: list[RemovableChip] = []
        self._flow = FlowLayout(self, theme.px(6))
        self._flow.setContentsMargins(theme.px(14), theme.px(8), theme.px(14), theme.px(8))

    def show_chips(self, chips: Sequence[tuple[str, str]]) -> None:
        """Shows (key, text) pairs; hides itself when there are none."""
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.deleteLater()
        self._chips = []
        for key, text in chips:
            chip = RemovableChip(text, self)
            chip.setAccessibleName(self.tr("Remove the condition: %1").replace("%1", text))
            chip.setToolTip(self.tr("Remove this condition"))
            chip.clicked.connect(partial(self.removed.emit, key))
            self._flow.addWidget(chip)
            chip.show()
            self._chips.append(chip)
        self.setVisible(bool(chips))
        self.updateGeometry()
