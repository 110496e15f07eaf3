"""The look in force, and how it goes back after a test. Tests that never load the windows pay nothing."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import Any

THEME, TRANSLATION = "cims_desktop.gui.theme", "cims_desktop.gui.translation"


@dataclass(frozen=True)
class Look:
    """What a person can switch while the program runs."""

    scheme: Any = "system"
    scale: float = 1.0
    language: Any = "en"


def current() -> Look:
    """The look in force; the program's defaults where its modules are not loaded yet."""
    theme, translation = sys.modules.get(THEME), sys.modules.get(TRANSLATION)
    colours = {} if theme is None else {"scheme": theme.scheme(), "scale": theme.scale()}
    words = {} if translation is None else {"language": translation.language()}
    return Look(**colours, **words)


def restore(before: Look) -> None:
    """Put a look back in force, as far as a test changed it."""
    from PySide6.QtWidgets import QApplication

    now, application = current(), QApplication.instance()
    if now.language != before.language:
        sys.modules[TRANSLATION].set_language(before.language)
    if (now.scheme, now.scale) != (before.scheme, before.scale):
        sys.modules[THEME].apply(application, before.scheme, before.scale)
