"""Fonts for tests of the windows: as wide as those of a computer that has neither Inter nor Noto."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics
from PySide6.QtWidgets import QApplication

from cims_desktop.gui import theme

FALLBACK = "DejaVu Sans"
SAMPLE = "The quick brown fox jumps over the lazy dog"
WIDTH = 300
"""What DejaVu Sans takes for `SAMPLE` at 13 pixels, and more: no common fallback font is wider."""


@contextmanager
def wide(app: QApplication) -> Iterator[None]:
    """Windows speak in DejaVu Sans where it is installed, else in a font that is stretched to be as wide."""
    with pytest.MonkeyPatch.context() as patch:
        families = theme.families()
        if FALLBACK in QFontDatabase.families():
            patch.setattr(theme, "families", lambda: [FALLBACK, *families])
        else:
            plain = theme.font
            stretch = round(100 * WIDTH / QFontMetrics(plain(13 / theme.scale())).horizontalAdvance(SAMPLE))

            def stretched(base_px: float = 13, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
                made = plain(base_px, weight)
                made.setStretch(max(stretch, 100))
                return made

            patch.setattr(theme, "font", stretched)
        theme.apply(app, theme.scheme(), theme.scale())
        yield
    theme.apply(app, theme.scheme(), theme.scale())
