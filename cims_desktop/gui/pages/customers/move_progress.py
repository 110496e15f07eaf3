"""Shows how far a long move of customers is: done of all, how fast, and a way to stop it."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressBar, QProgressDialog, QWidget

from cims_desktop.domain.progress import Progress
from cims_desktop.gui import theme
from cims_desktop.gui.format import number
from cims_desktop.gui.importing.pace import Pace

SHOWN_AFTER_MS = 300
WIDTH = 380


class MoveProgress(QProgressDialog):
    """Not modal: the rest of the program stays usable. `canceled()`: the person wants it to stop."""

    def __init__(
        self, title: str, total: int, parent: QWidget, clock: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._pace = Pace(clock)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.NonModal)
        use_wordless_bar(self)
        self.setMinimumWidth(theme.px(WIDTH))
        self.setCancelButtonText(self.tr("Stop"))
        self.setAutoReset(False)
        self.setAutoClose(False)
        self.setRange(0, total)
        self.setMinimumDuration(SHOWN_AFTER_MS)
        self.show_step(Progress("moving", 0, total))

    def show_step(self, step: Progress) -> None:
        """So many are done."""
        if self.wasCanceled():
            return
        self._pace.add(step)
        said = self.tr("%1 of %2").replace("%1", number(step.done)).replace("%2", number(step.total or 0))
        if rate := self._pace.rate():
            said += "  ·  " + self.tr("%1 per second").replace("%1", number(rate))
        self.setLabelText(said)
        self.setValue(step.done)


def use_wordless_bar(dialog: QProgressDialog) -> None:
    """Takes the percentage away: the label says more, and the theme's bar is thinner than a line of text."""
    bar = QProgressBar(dialog)
    bar.setTextVisible(False)
    dialog.setBar(bar)
