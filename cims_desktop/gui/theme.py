"""The look: Fusion, one palette, one style sheet and the fonts, all made from the design tokens."""

from __future__ import annotations

import re
import sys
from dataclasses import asdict
from string import Template
from typing import Literal

from PySide6.QtCore import QFile, QIODevice, QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from cims_desktop.gui.tokens import DARK, LIGHT, Tokens

Scheme = Literal["system", "light", "dark"]

BASE_PX = 13
SEMIBOLD = QFont.Weight.DemiBold
SMALLEST_SCALE, LARGEST_SCALE = 1.0, 2.0


class ThemeNotifier(QObject):
    """`changed` is sent after new colours or a new text size are in force."""

    changed = Signal()


class _State:
    """What is in force. One application has one look, as it has one palette."""

    tokens: Tokens = LIGHT
    scheme: Scheme = "system"
    scale: float = 1.0
    applying: bool = False
    notifier: ThemeNotifier | None = None


def tokens() -> Tokens:
    """The colours in force."""
    return _State.tokens


def scale() -> float:
    """The user's text size, 1.0 to 2.0."""
    return _State.scale


def scheme() -> Scheme:
    """What the user chose: system, light or dark."""
    return _State.scheme


def notifier() -> ThemeNotifier:
    """The object whose `changed` signal says that colours or sizes are new."""
    if _State.notifier is None:
        _State.notifier = ThemeNotifier()
    return _State.notifier


def px(base: float) -> int:
    """Pixels for a length that is `base` pixels at 100 %."""
    return round(base * _State.scale)


def font(base_px: float = BASE_PX, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font at `base_px` pixels (before the user's scale)."""
    made = QFont()
    made.setFamilies(families())
    made.setPixelSize(px(base_px))
    made.setWeight(weight)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return made


def families() -> list[str]:
    """The platform's own families; Chinese ones named, because the fallback may pick Japanese glyphs."""
    if sys.platform == "win32":
        return ["Segoe UI Variable Text", "Segoe UI", "Microsoft YaHei UI", "Microsoft YaHei"]
    if sys.platform == "darwin":
        return [".AppleSystemUIFont", "PingFang SC", "Hiragino Sans GB"]
    return ["Inter", "Noto Sans", "DejaVu Sans", "Noto Sans CJK SC", "Droid Sans Fallback"]


def apply(app: QApplication, wanted: Scheme = "system", text_scale: float = 1.0) -> None:
    """Puts the wanted look in force; afterwards `notifier().changed` is sent."""
    if _State.applying:
        return
    _State.applying = True
    try:
        _State.scheme = wanted
        _State.scale = min(max(text_scale, SMALLEST_SCALE), LARGEST_SCALE)
        _State.tokens = DARK if _is_dark(app, wanted) else LIGHT
        app.setFont(font())
        app.setPalette(palette(_State.tokens))
        app.setStyleSheet(style_sheet(_State.tokens, _State.scale))
    finally:
        _State.applying = False
    notifier().changed.emit()


def follow_system(app: QApplication) -> None:
    """Keeps following the desktop's light or dark scheme while the user's choice is "system"."""
    app.styleHints().colorSchemeChanged.connect(_system_changed)


def _system_changed() -> None:
    app = QApplication.instance()
    if _State.scheme == "system" and not _State.applying and isinstance(app, QApplication):
        apply(app, "system", _State.scale)


def _is_dark(app: QApplication, wanted: Scheme) -> bool:
    """Tells Qt the scheme, so that native title bars follow, and says whether it is dark."""
    hints = app.styleHints()
    if wanted == "system":
        hints.unsetColorScheme()
        return hints.colorScheme() is Qt.ColorScheme.Dark
    hints.setColorScheme(Qt.ColorScheme.Dark if wanted == "dark" else Qt.ColorScheme.Light)
    return wanted == "dark"


def palette(colours: Tokens) -> QPalette:
    """The Qt palette for `colours`."""
    made, role = QPalette(), QPalette.ColorRole
    pairs = {
        role.Window: colours.bg, role.WindowText: colours.ink, role.Base: colours.surface,
        role.AlternateBase: colours.hover, role.Text: colours.ink, role.Button: colours.surface,
        role.ButtonText: colours.ink, role.BrightText: colours.bad, role.ToolTipBase: colours.tip,
        role.ToolTipText: colours.tip_ink, role.PlaceholderText: colours.ink3, role.Highlight: colours.accent,
        role.HighlightedText: colours.on_accent, role.Link: colours.accent, role.LinkVisited: colours.accent2,
        role.Light: colours.surface, role.Midlight: colours.line, role.Mid: colours.line2,
        role.Dark: colours.line2, role.Shadow: "#000000", role.Accent: colours.accent,
    }  # fmt: skip
    for each, colour in pairs.items():
        made.setColor(each, QColor(colour))
    for each in (role.Text, role.WindowText, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, each, QColor(colours.ink3))
    return made


def style_sheet(colours: Tokens, text_scale: float) -> str:
    """The style sheet with colours filled in; lengths above one pixel grow with `text_scale`."""
    file = QFile(":/styles/app.qss")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(":/styles/app.qss")
    source = file.readAll().toStdString()
    filled = Template(source).substitute(asdict(colours))
    return re.sub(r"(\d+)px", lambda m: f"{_grown(int(m[1]), text_scale)}px", filled)


def _grown(length: int, text_scale: float) -> int:
    return length if length <= 1 else round(length * text_scale)
