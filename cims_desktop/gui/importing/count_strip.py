"""What became of the rows, as figures in a row: created, updated, unchanged, skipped, refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.format import number
from cims_desktop.services.importing import ImportOutcome


@dataclass(frozen=True)
class Count:
    """One figure; `ink` names a colour of the theme, empty: the ordinary one."""

    value: int
    word: str
    ink: str = ""


class CountStrip(QWidget):
    """Figures with their words below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._counts: tuple[Count, ...] = ()
        self._figures: list[tuple[QLabel, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(20, 2, 20, 2)
        self._row.setSpacing(14)
        theme.notifier().changed.connect(self._colour)

    def show_outcome(self, outcome: ImportOutcome, *, trial: bool) -> None:
        """The figures of a check (what would happen) or of a finished import."""
        words = (
            (
                self.tr("to create"),
                self.tr("to update"),
                self.tr("unchanged"),
                self.tr("to skip"),
                self.tr("refused"),
            )
            if trial
            else (
                self.tr("created"),
                self.tr("updated"),
                self.tr("unchanged"),
                self.tr("skipped"),
                self.tr("refused"),
            )
        )
        values = (
            outcome.created, outcome.updated, outcome.unchanged, outcome.skipped, outcome.refused_count,
        )  # fmt: skip
        inks = ("ok", "accent", "", "", "bad")
        self._show([Count(*each) for each in zip(values, words, inks, strict=True)])

    def counts(self) -> tuple[Count, ...]:
        """What is shown."""
        return self._counts

    def _show(self, counts: Sequence[Count]) -> None:
        self._counts = tuple(counts)
        while len(self._figures) < len(counts):
            self._add()
        for (figure, below), count in zip(self._figures, counts, strict=True):
            figure.setText(number(count.value))
            below.setText(count.word)
            figure.setAccessibleName(f"{number(count.value)} {count.word}")
        self._colour()

    def _add(self) -> None:
        figure, below = QLabel(self), QLabel(self)
        figure.setProperty("role", "kpi")
        below.setProperty("role", "label")
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(figure)
        column.addWidget(below)
        self._row.addLayout(column, 1)
        self._figures.append((figure, below))

    def _colour(self) -> None:
        colours = theme.tokens()
        for (figure, _below), count in zip(self._figures, self._counts, strict=True):
            ink = getattr(colours, count.ink) if count.ink and count.value else colours.ink
            figure.setStyleSheet(f"color: {ink if count.value else colours.ink3};")
