"""A card with one headline figure, its change against the period before and its trend."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPaintEvent, QPolygonF
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.elided_label import ElidedLabel
from cims_desktop.gui.widgets.sparkline import Sparkline


class DeltaLine(QWidget):
    """A painted line: a small triangle, the change in colour, then against what."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._delta, self._note, self._rising, self._good = "", "", True, True
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self.updateGeometry)

    def set_delta(self, delta: str, note: str, *, rising: bool, good: bool) -> None:
        """`delta` with its sign, e.g. ``+3.2%``; empty shows the note alone."""
        self._delta, self._note, self._rising, self._good = delta, note, rising, good
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(120), theme.px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, theme.px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter, left = theme.tokens(), QPainter(self), 0.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._delta:
            colour = QColor(colours.ok if self._good else colours.bad)
            left = self._paint_triangle(painter, colour)
            left = self._paint_text(painter, left, self._delta, colour, QFont.Weight.DemiBold) + theme.px(7)
        self._paint_text(painter, left, self._note, QColor(colours.ink3), QFont.Weight.Normal)
        painter.end()

    def _paint_triangle(self, painter: QPainter, colour: QColor) -> float:
        side, middle = float(theme.px(8)), self.height() / 2
        up = -1 if self._rising else 1
        tip, base = middle + up * side * 0.40, middle - up * side * 0.40
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        painter.drawPolygon(QPolygonF([QPointF(0, base), QPointF(side, base), QPointF(side / 2, tip)]))
        return side + theme.px(4)

    def _paint_text(
        self, painter: QPainter, left: float, text: str, colour: QColor, weight: QFont.Weight
    ) -> float:
        font = theme.font(theme.BASE_PX, weight)
        metrics = QFontMetricsF(font)
        room = max(0.0, self.width() - left)
        shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QRectF(left, 0, room, self.height()), int(Qt.AlignmentFlag.AlignVCenter), shown)
        return left + metrics.horizontalAdvance(shown)


class StatCard(QFrame):
    """Title, figure, sparkline and change. A screen reader hears all of it as one sentence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title_label = ElidedLabel(self)
        self.title_label.setProperty("role", "label")
        self.value_label = QLabel(self)
        self.value_label.setProperty("role", "kpi")
        self.value_label.setTextFormat(Qt.TextFormat.PlainText)
        self.sparkline = Sparkline(self)
        self.delta_line = DeltaLine(self)
        self._lay_out()

    def set_figure(
        self, title: str, value: str, *, delta: str = "", note: str = "", rising: bool = True,
        good: bool = True, trend: Sequence[float] = (),
    ) -> None:  # fmt: skip
        """Shows a figure. `rising` points the triangle, `good` colours it (a falling churn is good)."""
        self.title_label.setText(title)
        self.value_label.setText(value)
        self.delta_line.set_delta(delta, note, rising=rising, good=good)
        self.sparkline.set_values(trend)
        self.setAccessibleName(f"{title}: {value} {delta} {note}".strip())

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.value_label)
        row.addStretch(1)
        row.addWidget(self.sparkline)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 15, 20, 15)
        layout.setSpacing(5)
        layout.addWidget(self.title_label)
        layout.addLayout(row)
        layout.addWidget(self.delta_line)
