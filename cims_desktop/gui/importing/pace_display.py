"""Puts the progress of an import into a bar and words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QProgressBar

from cims_desktop.domain.progress import Progress
from cims_desktop.gui.format import number
from cims_desktop.gui.importing.counts import TimeLeft
from cims_desktop.gui.importing.pace import Pace
from cims_desktop.gui.importing.reading_words import stage_word


class PaceDisplay:
    """Follows one job. `rows` is what the file holds, for work that does not know its own total."""

    def __init__(self, bar: QProgressBar, rows: int) -> None:
        self._bar = bar
        self._rows = rows
        self._pace = Pace()
        bar.setRange(0, 0)

    def add(self, step: Progress) -> None:
        """Shows a report."""
        self._pace.add(step)
        share = self._pace.share
        if share is None and self._rows and self._pace.rows:
            share = min(1.0, self._pace.rows / self._rows)
        if share is None:
            self._bar.setRange(0, 0)
        else:
            self._bar.setRange(0, 1000)
            self._bar.setValue(round(share * 1000))

    def stage(self) -> str:
        """What is done now."""
        return stage_word(self._pace.phase)

    def rows(self) -> str:
        """How many rows are done, of how many."""
        total = self._pace.total_rows or self._rows
        if not self._pace.rows:
            return ""
        text = QCoreApplication.translate("import", "%1 of %2 rows")
        return text.replace("%1", number(min(self._pace.rows, total))).replace("%2", number(total))

    def rate(self) -> str:
        """Rows per second."""
        rate = self._pace.rate()
        return (
            QCoreApplication.translate("import", "%1 rows/s").replace("%1", number(rate)) if rate >= 1 else ""
        )

    def left(self) -> str:
        """About how long it still takes."""
        return TimeLeft().words(self._pace.seconds_left())
