"""A test that switches theme, size or language leaves none of it to the next test."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from cims_desktop.gui import theme, translation
from tests import look


def test_theme_size_and_language_go_back(qapp: QApplication) -> None:
    before = look.current()
    theme.apply(qapp, "dark", 1.5)
    translation.set_language("zh_CN")
    during = look.current()

    look.restore(before)

    assert (during, look.current()) == (look.Look("dark", 1.5, "zh_CN"), before)
