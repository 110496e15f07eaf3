"""Pills: a short word on a quiet rounded background, for tiers and states."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.customers import Tier
from cims_desktop.gui import theme

PillKind = Literal["gold", "silver", "bronze", "ok", "warn", "bad", "accent"]

HEIGHT = 22
TIER_PILLS: dict[Tier, PillKind] = {Tier.GOLD: "gold", Tier.SILVER: "silver", Tier.BRONZE: "bronze"}


def pill_font() -> QFont:
    """The font of pills."""
    return theme.font(12, QFont.Weight.DemiBold)


def pill_size(text: str) -> QSize:
    """How large a pill with `text` is, in pixels."""
    return QSize(round(QFontMetricsF(pill_font()).horizontalAdvance(text)) + theme.px(22), theme.px(HEIGHT))


def pill_colours(kind: PillKind) -> tuple[str, str]:
    """Text and background colour of a kind of pill."""
    colours = theme.tokens()
    soft = "soft" if kind == "accent" else f"{kind}_soft"
    return getattr(colours, kind), getattr(colours, soft)


def paint_pill(
    painter: QPainter, rect: QRectF, text: str, ink: str, soft: str, font: QFont | None = None
) -> None:
    """Paints a pill into `rect`: `text` in colour `ink` on colour `soft`."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(soft))
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    painter.setFont(font or pill_font())
    painter.setPen(QColor(ink))
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Pill(QWidget):
    """A pill as a widget; empty text takes no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind: PillKind = "silver"
        self._text = ""
        theme.notifier().changed.connect(self.updateGeometry)

    def set_pill(self, kind: PillKind, text: str) -> None:
        """Shows `text` in the colours of `kind`."""
        self._kind, self._text = kind, text
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What it says."""
        return self._text

    def sizeHint(self) -> QSize:
        return pill_size(self._text)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._text:
            painter = QPainter(self)
            height = theme.px(HEIGHT)
            rect = QRectF(0, (self.height() - height) / 2, self.width(), height)
            paint_pill(painter, rect, self._text, *pill_colours(self._kind))
            painter.end()
