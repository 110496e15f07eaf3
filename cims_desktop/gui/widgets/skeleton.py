"""Skeletons: quiet bars where text will stand in a moment."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
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


class Skeleton(QWidget):
    """Bars while something loads, and one quiet word when it could not be loaded: `set_failed`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.failed = False
        self._name()

    def set_failed(self, *, failed: bool) -> None:
        """Says whether the loading was given up; bars would promise what doesn't come."""
        self.failed = failed
        self._name()
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.paint_ground(painter)
        if self.failed:
            painter.setFont(theme.font(12))
            painter.setPen(QColor(theme.tokens().ink3))
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter), self._words())
        else:
            self.paint_bars(painter)
        painter.end()

    def paint_ground(self, painter: QPainter) -> None:
        """Paints what lies under the bars."""

    def paint_bars(self, painter: QPainter) -> None:
        """Paints the bars."""

    def _name(self) -> None:
        self.setAccessibleName(self._words())

    def _words(self) -> str:
        # self.tr would look under the name of the sub-class.
        if self.failed:
            return QCoreApplication.translate("Skeleton", "Not loaded")
        return QCoreApplication.translate("Skeleton", "Loading")


def mark_failed(page: QWidget, *, failed: bool) -> None:
    """Tells all skeletons of a page whether its figures come."""
    for skeleton in page.findChildren(Skeleton):
        skeleton.set_failed(failed=failed)


class SkeletonRows(Skeleton):
    """As many avatar-and-line skeletons as fit; shown in place of a list while it loads."""

    def sizeHint(self) -> QSize:
        return QSize(theme.px(240), theme.px(ROW) * 3)

    def paint_bars(self, painter: QPainter) -> None:
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
