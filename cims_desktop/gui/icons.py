"""Icons: tinted SVGs that follow the theme. This module alone names them."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from PySide6.QtCore import QByteArray, QFile, QIODevice, QObject, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QPushButton, QWidget

from cims_desktop.gui import theme

IconName = Literal[
    "archive", "arrow-down", "arrow-left", "arrow-right", "arrow-up", "bell", "bookmark", "cake",
    "calendar", "calendar-clock", "cart", "chart", "check", "chevron-down", "chevron-left", "chevron-right",
    "chevron-up", "clock", "close", "columns", "complaint", "copy", "customers", "dashboard", "database",
    "download", "edit", "error", "external", "eye", "eye-off", "file", "filter", "folder", "frown", "globe",
    "heart", "help", "history", "home", "info", "key", "keyboard", "link", "list", "lock", "mail",
    "meeting", "meh", "message", "minus", "mobile", "monitor", "moon", "more", "note", "organisation",
    "palette", "phone", "pie", "pin", "plus", "printer", "products", "receipt", "refresh", "refund",
    "repeat", "report", "restore", "save", "search", "send", "settings", "sheet", "shield", "sign-out",
    "smile", "sort", "sparkles", "star", "store", "success", "sun", "tag", "text-size", "trash",
    "trend-down", "trend-up", "undo", "unlock", "upload", "user", "user-plus", "visit", "wallet", "warning",
]  # fmt: skip

ICON_SIDE = 18
ICON_GAP = 4


@lru_cache(maxsize=256)
def _source(name: str) -> bytes:
    file = QFile(f":/icons/{name}.svg")
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(f":/icons/{name}.svg")
    return bytes(file.readAll().data())


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace(b"#000000", colour.encode())))


def _colour(key: str) -> str:
    return str(getattr(theme.tokens(), key, key))


class TintedEngine(QIconEngine):
    """Paints one SVG in a token's colour, sharp at any size, in the colours of the moment."""

    def __init__(self, name: str, color: str, on: str | None) -> None:
        super().__init__()
        self._name, self._color, self._on = name, color, on

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        key = self._on if self._on is not None and state is QIcon.State.On else self._color
        side = min(rect.width(), rect.height())
        # A button's icon is wider than high, so that the word beside it keeps its distance.
        left = rect.left() if rect.width() > rect.height() else rect.center().x() - side / 2 + 0.5
        place = QRectF(left, rect.center().y() - side / 2 + 0.5, side, side)
        paint_icon(painter, place, self._name, "ink3" if mode is QIcon.Mode.Disabled else key)

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        pixmap = QPixmap(size)
        if pixmap.isNull():  # A style may ask for an icon where there is no room at all.
            return pixmap
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        self.paint(painter, pixmap.rect(), mode, state)
        painter.end()
        return pixmap

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, _scale: float) -> QPixmap:
        return self.pixmap(size, mode, state)

    def clone(self) -> QIconEngine:
        return TintedEngine(self._name, self._color, self._on)


def icon(name: IconName, color: str = "ink2", on: str | None = None) -> QIcon:
    """The icon in the colour of token `color` (or a ``#RRGGBB``); `on`: the colour while checked."""
    return QIcon(TintedEngine(name, color, on))


def app_icon() -> QIcon:
    """The program's own icon, in its own colours."""
    return QIcon(":/icons/app.svg")


def paint_icon(painter: QPainter, rect: QRectF, name: str, color: str = "ink2") -> None:
    """Paints an icon straight into `rect`, for delegates and painted widgets."""
    _renderer(name, _colour(color)).render(painter, rect)


def apply_icons(root: QWidget) -> None:
    """Gives every button of a form the icon of its dynamic property `icon_name` (`icon_color`: optional)."""
    for button in root.findChildren(QAbstractButton):
        name = button.property("icon_name")
        if name:
            primary = bool(button.property("primary"))
            color = button.property("icon_color") or ("on_accent" if primary else "ink2")
            button.setIcon(icon(name, color, "accent" if button.isCheckable() else None))
            if button.findChild(IconSize) is None:
                IconSize(button, ICON_SIDE)


class IconSize(QObject):
    """Keeps the icon of `button`, `side` pixels at 100 %, in step with the text size."""

    def __init__(self, button: QAbstractButton, side: int) -> None:
        super().__init__(button)
        self._button, self._side = button, side
        theme.notifier().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Sets the size for the text size in force; beside a word the icon keeps a gap."""
        button, side = self._button, theme.px(self._side)
        gap = theme.px(ICON_GAP) if isinstance(button, QPushButton) and button.text() else 0
        button.setIconSize(QSize(side + gap, side))
