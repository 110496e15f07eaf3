"""Skeletons: quiet bars where text will stand in a moment."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme

BAR = 10
ROW = 50
WIDTHS = (0.52, 0.40, 0.61, 0.46)


def paint_skeleton(painter: QPainter, rect: QRectF, share: float = 0.45) -> None:
    """Paints one bar in the vertical middle of `rect`, `share` of its width."""
    height = theme.px(BAR)
    bar = QRectF(rect.left(), rect.center().y() - height / 2, rect.width() * share, height)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(theme.tokens().press))
    painter.drawRoundedRect(bar, height / 2, height / 2)
    painter.restore()


class SkeletonRows(QWidget):
    """As many avatar-and-line skeletons as fit; shown in place of a list while it loads."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Loading"))

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(ROW) * 3)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        row, disc, left = theme.px(ROW), theme.px(34), theme.px(46)
        for index in range(max(1, self.height() // row)):
            top = float(index * row)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.tokens().press))
            painter.drawEllipse(QRectF(0, top + (row - disc) / 2, disc, disc))
            share = WIDTHS[index % len(WIDTHS)]
            for part, factor in ((0, 1.0), (1, 0.65)):
                half = QRectF(left, top + row * (0.14 + 0.36 * part), self.width() - left, row * 0.36)
                paint_skeleton(painter, half, share * factor)
        painter.end()
