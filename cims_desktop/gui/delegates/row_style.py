"""Fonts and colours of list rows, made once per theme instead of once per cell."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from cims_desktop.gui import theme

LONGEST_PAINTED = 200
"""A name may have 4,000 characters; measuring them all would cost more than the frame has."""


@dataclass(frozen=True)
class RowStyle:
    """What a row delegate paints with."""

    base: QFont
    strong: QFont
    small: QFont
    base_metrics: QFontMetricsF
    strong_metrics: QFontMetricsF
    small_metrics: QFontMetricsF
    surface: QColor
    selected: QColor
    hover: QColor
    line: QColor
    bone: QColor
    ink: QColor
    ink2: QColor
    ink3: QColor
    accent: QColor
    bad: QColor

    @classmethod
    def now(cls) -> RowStyle:
        """The style of the theme in force."""
        colours = theme.tokens()
        base, strong, small = theme.font(), theme.font(weight=QFont.Weight.DemiBold), theme.font(12)
        return cls(
            base, strong, small, QFontMetricsF(base), QFontMetricsF(strong), QFontMetricsF(small),
            QColor(colours.surface), QColor(colours.sel), QColor(colours.hover), QColor(colours.line),
            QColor(colours.press), QColor(colours.ink), QColor(colours.ink2), QColor(colours.ink3),
            QColor(colours.accent), QColor(colours.bad),
        )  # fmt: skip


def one_line(text: str) -> str:
    """Text for one painted line: no line breaks, not longer than anybody can see."""
    return " ".join(text[:LONGEST_PAINTED].split())
