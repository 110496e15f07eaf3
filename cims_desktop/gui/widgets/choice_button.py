"""A large button that explains itself: icon, title, a quiet second line and an arrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon

HEIGHT = 66
BADGE = 38


class ChoiceButton(QPushButton):
    """The title is the button's text, the second line its accessible description: the form translates both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.notifier().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        lines = (self._title_width(), self._second_width())
        return QSize(round(max(lines)) + theme.px(BADGE + 74), theme.px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(200), theme.px(HEIGHT))

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        hot = self.underMouse() and self.isEnabled()
        painter.setPen(QPen(QColor(colours.accent if hot else colours.line2), 1))
        painter.setBrush(QColor(colours.sel if self.isDown() else colours.surface))
        painter.drawRoundedRect(area, theme.px(10), theme.px(10))
        badge = QRectF(
            theme.px(14), area.center().y() - theme.px(BADGE) / 2, theme.px(BADGE), theme.px(BADGE)
        )
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft))
        painter.drawRoundedRect(badge, theme.px(9), theme.px(9))
        inset = theme.px(9)
        paint_icon(
            painter, badge.adjusted(inset, inset, -inset, -inset), self.property("icon_name"), "accent"
        )
        self._paint_lines(painter, badge.right() + theme.px(14), area)
        side = theme.px(16)
        arrow = QRectF(area.right() - theme.px(14) - side, area.center().y() - side / 2, side, side)
        paint_icon(painter, arrow, "chevron-right", "accent" if hot else "ink3")
        painter.end()

    def _paint_lines(self, painter: QPainter, left: float, area: QRectF) -> None:
        colours, room = theme.tokens(), area.right() - left - theme.px(40)
        half = theme.px(20)
        middle = area.center().y() - theme.px(1)
        lines = (
            (self.text(), theme.font(14, theme.SEMIBOLD), colours.ink, middle - half),
            (self.accessibleDescription(), theme.font(12), colours.ink3, middle + theme.px(1)),
        )
        for text, font, colour, top in lines:
            painter.setFont(font)
            painter.setPen(QColor(colour))
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, room)
            painter.drawText(QRectF(left, top, room, half), int(Qt.AlignmentFlag.AlignVCenter), shown)

    def _title_width(self) -> float:
        return QFontMetricsF(theme.font(14, theme.SEMIBOLD)).horizontalAdvance(self.text())

    def _second_width(self) -> float:
        return QFontMetricsF(theme.font(12)).horizontalAdvance(self.accessibleDescription())
