"""A card with one satisfaction score: the figure, how many answers stand behind it, and how they are spread."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.elided_label import ElidedLabel
from cims_desktop.gui.widgets.pill import Pill

DOT, ROW = 8, 18


@dataclass(frozen=True)
class Part:
    """One group of answers: its name, its share (0..1) and the token of its colour."""

    name: str
    share: float
    color: str

    @property
    def label(self) -> str:
        """Name and share, as the legend says them."""
        return f"{self.name} {self.share:.0%}"


class SpreadBar(QWidget):
    """One bar split into groups of answers, with a legend in as many lines as its names need."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: tuple[Part, ...] = ()
        self._rows = 1
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        theme.notifier().changed.connect(self._count_rows)

    def set_parts(self, parts: Sequence[Part]) -> None:
        """Shows `parts`, best group first; none leaves an empty bar."""
        self._parts = tuple(parts)
        words = ", ".join(part.label for part in self._parts)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self._count_rows()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(20 + ROW * self._rows))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(80), theme.px(20 + ROW * self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._count_rows()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        high = theme.px(8)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(0, 2, self.width(), high), high / 2, high / 2)
        painter.fillPath(shape, QColor(theme.tokens().hover))
        painter.save()
        painter.setClipPath(shape)
        left = 0.0
        for part in self._parts:
            wide = self.width() * part.share
            painter.fillRect(
                QRectF(left, 2, max(wide - 1.5, 0), high), QColor(getattr(theme.tokens(), part.color))
            )
            left += wide
        painter.restore()
        self._paint_legend(painter, float(2 + high + theme.px(7)))

    def _places(self) -> list[tuple[float, int]]:
        """Left edge and row of each name: in columns where all fit into one line, else flowing."""
        metrics = QFontMetricsF(theme.font(12))
        needs = [metrics.horizontalAdvance(part.label) + theme.px(DOT) + 15 for part in self._parts]
        column = self.width() / max(len(needs), 1)
        if max(needs, default=0) <= column:
            return [(index * column, 0) for index in range(len(needs))]
        places, left, row = [], 0.0, 0
        for need in needs:
            if left and left + need > self.width():
                left, row = 0.0, row + 1
            places.append((left, row))
            left += need
        return places

    def _count_rows(self) -> None:
        rows = 1 + max((row for _left, row in self._places()), default=0)
        self._rows = rows
        self.updateGeometry()

    def _paint_legend(self, painter: QPainter, top: float) -> None:
        dot, row = theme.px(DOT), theme.px(ROW)
        painter.setFont(theme.font(12))
        for part, (left, line) in zip(self._parts, self._places(), strict=True):
            y = top + line * row
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(theme.tokens(), part.color)))
            painter.drawRoundedRect(QRectF(left, y + (row - dot) / 2, dot, dot), 2.5, 2.5)
            painter.setPen(QColor(theme.tokens().ink3))
            room = QRectF(left + dot + 5, y, self.width() - left - dot - 5, row)
            painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter), part.label)


class MetricCard(QFrame):
    """Title, score, a pill for small samples, the number of answers and their spread."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", True)
        self.title_label = ElidedLabel(self)
        self.title_label.setProperty("role", "label")
        self.value_label = QLabel(self)
        self.value_label.setProperty("role", "kpi")
        self.value_label.setTextFormat(Qt.TextFormat.PlainText)
        self.small_pill = Pill(self)
        self.note_label = ElidedLabel(self)
        self.note_label.setProperty("role", "small")
        self.spread_bar = SpreadBar(self)
        self._lay_out()

    def set_score(self, title: str, value: str, note: str, parts: Sequence[Part], warning: str = "") -> None:
        """Shows a score. `warning` is a word such as "few answers"; empty when the sample is large enough."""
        self.title_label.setText(title)
        self.value_label.setText(value)
        self.note_label.setText(note)
        self.small_pill.set_pill("warn", warning)
        self.spread_bar.set_parts(parts)
        self.setAccessibleName(" ".join(part for part in (f"{title}: {value},", note, warning) if part))

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.value_label)
        row.addWidget(self.small_pill)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 15, 20, 15)
        layout.setSpacing(4)
        layout.addWidget(self.title_label)
        layout.addLayout(row)
        layout.addWidget(self.note_label)
        layout.addWidget(self.spread_bar)
        layout.addStretch(1)
