"""The steps of the wizard: which are done, which is now, which are to come."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon

HEIGHT = 26
DISC = 22
GAP = 8
LINE = 18


class StepBar(QWidget):
    """Only shows; the buttons below lead on and back."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._steps: tuple[str, ...] = ()
        self._current = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def set_steps(self, steps: Sequence[str], current: int) -> None:
        """Names the steps and says at which the person is, from 0."""
        self._steps, self._current = tuple(steps), current
        where = self.tr("Step %1 of %2: %3")
        where = where.replace("%1", str(current + 1)).replace("%2", str(len(steps)))
        self.setAccessibleName(where.replace("%3", steps[current]))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(600), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(300), theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._steps:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        words = self._words_that_fit()
        used = sum(self._width(word) for word in words)
        between = (self.width() - used) / max(1, len(words) - 1)
        left = 0.0
        for at, word in enumerate(words):
            wide = self._width(word)
            self._paint_step(painter, left, at, word)
            if at + 1 < len(words):
                self._paint_line(
                    painter, left + wide + theme.px(12), left + wide + between - theme.px(12), at
                )
            left += wide + between
        painter.end()

    def _words_that_fit(self) -> list[str]:
        """All words, or only the current one where there is too little room."""
        used = sum(self._width(word) for word in self._steps)
        if used + (len(self._steps) - 1) * theme.px(LINE + 24) <= self.width():
            return list(self._steps)
        return [word if at == self._current else "" for at, word in enumerate(self._steps)]

    def _width(self, word: str) -> float:
        text = QFontMetricsF(theme.font(theme.BASE_PX, theme.SEMIBOLD)).horizontalAdvance(word)
        return theme.px(DISC) + (text + theme.px(GAP) if word else 0)

    def _paint_step(self, painter: QPainter, left: float, at: int, word: str) -> None:
        colours, done, now = theme.tokens(), at < self._current, at == self._current
        side = theme.px(DISC)
        disc = QRectF(left, (self.height() - side) / 2, side, side)
        painter.setPen(Qt.PenStyle.NoPen if now or done else QPen(QColor(colours.line2), 1))
        painter.setBrush(QColor(colours.accent if now else colours.soft if done else colours.surface))
        painter.drawEllipse(disc.adjusted(0.5, 0.5, -0.5, -0.5))
        if done:
            inset = side * 0.22
            paint_icon(painter, disc.adjusted(inset, inset, -inset, -inset), "check", "accent")
        else:
            painter.setFont(theme.font(12, theme.SEMIBOLD))
            painter.setPen(QColor(colours.on_accent if now else colours.ink3))
            painter.drawText(disc, int(Qt.AlignmentFlag.AlignCenter), str(at + 1))
        painter.setFont(theme.font(theme.BASE_PX, theme.SEMIBOLD if now else theme.font().weight()))
        painter.setPen(QColor(colours.ink if now else colours.ink2 if done else colours.ink3))
        room = QRectF(disc.right() + theme.px(GAP), 0, self._width(word), self.height())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), word)

    def _paint_line(self, painter: QPainter, left: float, right: float, at: int) -> None:
        if right > left:
            colours = theme.tokens()
            painter.setPen(QPen(QColor(colours.ring if at < self._current else colours.line2), 1))
            middle = self.height() / 2
            painter.drawLine(round(left), round(middle), round(right), round(middle))
