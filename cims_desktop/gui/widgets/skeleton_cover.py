"""Covers a card with quiet bars until its figures are there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.skeleton import Skeleton

LOW_CARD = 160
LINES = ((0.38, 12), (0.55, 24), (0.46, 12))
ROWS = (0.52, 0.40, 0.61, 0.46)


class SkeletonCover(Skeleton):
    """Lies over `card`, one pixel inside its border; `top` pixels (at 100 %) of the card stay uncovered."""

    def __init__(self, card: QWidget, top: int = 0) -> None:
        super().__init__(card)
        self._card, self._top = card, top
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        card.installEventFilter(self)
        self._follow()
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self._follow()
        return super().eventFilter(watched, event)

    def paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.tokens().surface))
        painter.drawRoundedRect(QRectF(self.rect()), 9, 9)

    def paint_bars(self, painter: QPainter) -> None:
        painter.setBrush(QColor(theme.tokens().press))
        if self._card.height() < theme.px(LOW_CARD):
            self._paint_lines(painter)
        else:
            self._paint_rows(painter)

    def _paint_lines(self, painter: QPainter) -> None:
        left, top = theme.px(20), theme.px(19)
        for share, high in LINES:
            bar = QRectF(left, top, (self.width() - 2 * left) * share, theme.px(high))
            painter.drawRoundedRect(bar, 5, 5)
            top += theme.px(high + 14)

    def _paint_rows(self, painter: QPainter) -> None:
        left, row, disc = theme.px(20), theme.px(50), theme.px(34)
        for index in range(max(0, int(self.height() // row))):
            top = float(index * row + theme.px(8))
            painter.drawEllipse(QRectF(left, top, disc, disc))
            wide = (self.width() - 2 * left - disc) * ROWS[index % len(ROWS)]
            painter.drawRoundedRect(
                QRectF(left + disc + theme.px(14), top + disc * 0.1, wide, theme.px(10)), 5, 5
            )
            painter.drawRoundedRect(
                QRectF(left + disc + theme.px(14), top + disc * 0.6, wide * 0.65, theme.px(10)), 5, 5
            )

    def _follow(self) -> None:
        top = max(1, theme.px(self._top))
        self.setGeometry(1, top, self._card.width() - 2, self._card.height() - top - 1)
