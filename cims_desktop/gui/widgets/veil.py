"""Lies over a field with personal data while the program is in counter mode."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, SignalInstance
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import paint_icon

DOTS = "••••••"
MOVES = frozenset({QEvent.Type.Resize, QEvent.Type.ChildPolished, QEvent.Type.Show})


class Veil(QWidget):
    """Covers `field` whenever `is_on()`, and keeps it disabled then; nothing in it is changed.

    `changed(bool)` says when to look again; `shown_in(window)` is told where a veil may have to be lifted.
    """

    def __init__(
        self,
        field: QWidget,
        changed: SignalInstance,
        is_on: Callable[[], bool],
        shown_in: Callable[[QWidget], None],
    ) -> None:
        super().__init__(field)
        self._field, self._is_on, self._shown_in = field, is_on, shown_in
        self._disabled = False
        self.setObjectName("veil")
        self.hide()
        field.installEventFilter(self)
        changed.connect(self._follow)
        if is_on():
            self._follow(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._field and event.type() in MOVES:
            if event.type() is QEvent.Type.Show:
                self._shown_in(self._field.window())
            if not self.isHidden():
                self._cover()
        return False

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and not self.isHidden():
            self._name()
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        now, painter = theme.tokens(), QPainter(self)
        painter.fillRect(self.rect(), QColor(now.surface))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(now.line), 1))
        painter.setBrush(QColor(now.hover))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), theme.px(7), theme.px(7))
        side, gap = theme.px(14), theme.px(11)
        line = QRectF(gap, 0, self.width() - 2 * gap, min(self.height(), theme.px(34)))
        painter.setFont(theme.font())
        painter.setPen(QColor(now.ink3))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), DOTS)
        if self.width() > theme.px(120):
            paint_icon(
                painter,
                QRectF(line.right() - side, line.center().y() - side / 2, side, side),
                "eye-off",
                "ink3",
            )
        painter.end()

    def _follow(self, on: bool) -> None:
        if on:
            self._disabled = not self._field.testAttribute(Qt.WidgetAttribute.WA_ForceDisabled)
            self.show()
            self._cover()
            self._name()
        else:
            self.hide()
        if self._disabled:
            # What was disabled for another reason stays so.
            self._field.setEnabled(not on)
            self._disabled = on

    def _cover(self) -> None:
        self.setGeometry(self._field.rect())
        self.raise_()

    def _name(self) -> None:
        hidden = self.tr("Hidden in counter mode. F9 shows it again.")
        self.setToolTip(hidden)
        self.setAccessibleName(hidden)
