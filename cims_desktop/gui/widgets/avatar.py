"""Avatars: a person's or an organisation's initials on a quiet disc."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

COLOURS = ("#5B6EE1", "#0E8F8A", "#C05A8A", "#B7791F", "#3C8C4F", "#8059C9", "#C4553B", "#3D7EA6")
FIRST_CJK = 0x2E80


def initials(name: str) -> str:
    """Two initials of a Western name, the first character of a Chinese one, ``?`` for none."""
    words = [word for word in name.split() if word[0].isalnum()]
    if not words:
        return "?"
    if ord(words[0][0]) >= FIRST_CJK:
        return words[0][0]
    last = words[-1][0] if len(words) > 1 and ord(words[-1][0]) < FIRST_CJK else ""
    return (words[0][0] + last).upper()


def paint_avatar(painter: QPainter, rect: QRectF, name: str) -> None:
    """Paints the avatar of `name` into a square `rect`. The colour belongs to the name."""
    base = QColor(COLOURS[sum(map(ord, name)) % len(COLOURS)])
    disc = QColor(base)
    disc.setAlphaF(0.30 if theme.tokens().dark else 0.14)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(disc)
    painter.drawEllipse(rect)
    font = QFont(painter.font())
    font.setFamilies(theme.families())
    font.setPixelSize(max(9, round(rect.height() * 0.38)))
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(_ink(base))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, initials(name))
    painter.restore()


def _ink(base: QColor) -> QColor:
    """The disc's colour made readable on it: near white in the dark theme, darker in the light one."""
    if theme.tokens().dark:
        return QColor(*((channel + 2 * 255) // 3 for channel in (base.red(), base.green(), base.blue())))
    return base.darker(150)


class AvatarLabel(QWidget):
    """A round avatar as a widget, `size_px` pixels wide at 100 %."""

    def __init__(self, parent: QWidget | None = None, name: str = "", size_px: int = 34) -> None:
        super().__init__(parent)
        self._name, self._size = name, size_px
        self.set_name(name)
        theme.notifier().changed.connect(self.updateGeometry)

    def set_name(self, name: str) -> None:
        """Shows the initials of `name`."""
        self._name = name
        self.setAccessibleName(name)
        self.update()

    def set_size(self, size_px: int) -> None:
        """Sets the diameter in pixels at 100 %."""
        self._size = size_px
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(self._size), theme.px(self._size))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        side = min(self.width(), self.height())
        square = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter = QPainter(self)
        paint_avatar(painter, square, self._name)
        painter.end()
