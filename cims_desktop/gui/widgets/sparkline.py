"""A sparkline: the trend of a figure, without axes."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QLinearGradient, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

MARGIN = 5


class Sparkline(QWidget):
    """Draws the given values, oldest first, as a smooth line with its last point marked."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._values: tuple[float, ...] = ()
        theme.notifier().changed.connect(self.updateGeometry)

    def set_values(self, values: Sequence[float]) -> None:
        """Shows `values`; fewer than two draw nothing."""
        self._values = tuple(values)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(88), theme.px(38))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(48), theme.px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if len(self._values) < 2:
            return
        colours, points = theme.tokens(), self._points()
        line = _smooth(points)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillPath(_closed(line, points, self.height()), self._fade())
        painter.setPen(QPen(QColor(colours.accent), 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPath(line)
        painter.setPen(QPen(QColor(colours.surface), 1.5))
        painter.setBrush(QColor(colours.accent))
        painter.drawEllipse(points[-1], 3.2, 3.2)
        painter.end()

    def _points(self) -> list[QPointF]:
        low, high = min(self._values), max(self._values)
        width, height = self.width() - 2 * MARGIN, self.height() - 2 * MARGIN
        last = len(self._values) - 1
        shares = [(value - low) / (high - low) if high > low else 0.5 for value in self._values]
        return [
            QPointF(MARGIN + width * index / last, MARGIN + height * (1 - share))
            for index, share in enumerate(shares)
        ]

    def _fade(self) -> QLinearGradient:
        gradient = QLinearGradient(0, 0, 0, self.height())
        for place, alpha in ((0.0, 60), (1.0, 0)):
            colour = QColor(theme.tokens().accent)
            colour.setAlpha(alpha)
            gradient.setColorAt(place, colour)
        return gradient


def _smooth(points: list[QPointF]) -> QPainterPath:
    path = QPainterPath(points[0])
    for before, after in pairwise(points):
        middle = (before.x() + after.x()) / 2
        path.cubicTo(QPointF(middle, before.y()), QPointF(middle, after.y()), after)
    return path


def _closed(line: QPainterPath, points: list[QPointF], bottom: float) -> QPainterPath:
    area = QPainterPath(line)
    area.lineTo(points[-1].x(), bottom)
    area.lineTo(points[0].x(), bottom)
    area.closeSubpath()
    return area
