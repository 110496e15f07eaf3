"""A donut with its legend: shares of a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

LEGEND_ROW = 28
LARGEST = 220
LARGEST_SHARE = 0.42
"""Of the height, where there is more room than the figure needs at 100 %."""
GAP_DEGREES = 3.0


@dataclass(frozen=True)
class Slice:
    """One part: its name, its share (0..1) and the token of its colour (d1..d4)."""

    name: str
    share: float
    color: str


class Donut(QWidget):
    """Draws slices clockwise from the top, a figure in the middle and a legend below."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._slices: tuple[Slice, ...] = ()
        self._figure, self._caption = "", ""
        theme.notifier().changed.connect(self.updateGeometry)

    def set_slices(self, slices: Sequence[Slice], figure: str, caption: str) -> None:
        """Shows `slices`, with `figure` and the quiet `caption` in the middle."""
        self._slices, self._figure, self._caption = tuple(slices), figure, caption
        parts = "; ".join(f"{each.name} {each.share:.0%}" for each in self._slices)
        self.setAccessibleName(f"{figure} {caption}. {parts}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(260), theme.px(360))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(180), theme.px(110 + LEGEND_ROW * max(len(self._slices), 1)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring = self._ring()
        self._paint_ring(painter, ring)
        self._paint_middle(painter, ring)
        self._paint_legend(painter, ring.bottom() + theme.px(18))
        painter.end()

    def _ring(self) -> QRectF:
        legend = theme.px(LEGEND_ROW) * len(self._slices) + theme.px(24)
        largest = max(theme.px(LARGEST), self.height() * LARGEST_SHARE)
        side = max(theme.px(80), min(self.width() * 0.8, self.height() - legend, largest))
        top = max(4.0, (self.height() - legend - side) / 2)
        return QRectF((self.width() - side) / 2, top, side, side)

    def _paint_ring(self, painter: QPainter, ring: QRectF) -> None:
        colours, width = theme.tokens(), ring.width() * 0.125
        band = ring.adjusted(width / 2, width / 2, -width / 2, -width / 2)
        shown = [each for each in self._slices if each.share > 0]
        gap = GAP_DEGREES if len(shown) > 1 else 0.0
        if not shown:
            painter.setPen(QPen(QColor(colours.press), width))
            painter.drawEllipse(band)
        angle = 90.0
        for each in shown:
            span = 360 * each.share
            pen = QPen(
                QColor(getattr(colours, each.color)), width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap
            )
            painter.setPen(pen)
            painter.drawArc(band, round((angle - gap / 2) * 16), -round(max(span - gap, 0.6) * 16))
            angle -= span

    def _paint_middle(self, painter: QPainter, ring: QRectF) -> None:
        colours, side = theme.tokens(), ring.height()
        font = theme.font(theme.BASE_PX, QFont.Weight.DemiBold)
        font.setPixelSize(max(14, round(side * 0.18)))
        painter.setFont(font)
        painter.setPen(QColor(colours.ink))
        painter.drawText(ring.translated(0, -side * 0.05), Qt.AlignmentFlag.AlignCenter, self._figure)
        painter.setFont(theme.font(12))
        painter.setPen(QColor(colours.ink3))
        painter.drawText(ring.translated(0, side * 0.13), Qt.AlignmentFlag.AlignCenter, self._caption)

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        colours, row = theme.tokens(), theme.px(LEGEND_ROW)
        # Names and shares stay near each other in a wide card.
        width = min(float(self.width()), max(theme.px(280), self._ring().width()))
        margin = (self.width() - width) / 2
        plain, strong = theme.font(), theme.font(theme.BASE_PX, QFont.Weight.DemiBold)
        middle = Qt.AlignmentFlag.AlignVCenter
        for index, each in enumerate(self._slices):
            line = QRectF(margin, top + index * row, width - 2, row)
            box, left = theme.px(10), theme.px(20)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(colours, each.color)))
            painter.drawRoundedRect(QRectF(margin + 2, line.center().y() - box / 2, box, box), 3, 3)
            share = f"{each.share:.0%}"
            room = width - left - QFontMetricsF(strong).horizontalAdvance(share) - 12
            name = QFontMetricsF(plain).elidedText(each.name, Qt.TextElideMode.ElideRight, room)
            painter.setFont(plain)
            painter.setPen(QColor(colours.ink2))
            painter.drawText(line.adjusted(left, 0, 0, 0), int(middle), name)
            painter.setFont(strong)
            painter.setPen(QColor(colours.ink))
            painter.drawText(line, int(middle | Qt.AlignmentFlag.AlignRight), share)
