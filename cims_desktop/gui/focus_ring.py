"""The focus ring: drawn around what has the focus while the keyboard is used, never after a click."""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QEvent, QObject, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QStackedWidget,
    QTextEdit,
    QWidget,
)

from cims_desktop.gui import theme
from cims_desktop.gui.enter_key import press_with_enter

GAP = 3
KEYS = frozenset({Qt.Key.Key_Tab, Qt.Key.Key_Backtab})
# Fields show their focus by their border; containers would take the ring for one of their panes.
FIELDS = (QLineEdit, QComboBox, QAbstractSpinBox, QPlainTextEdit, QTextEdit)
CONTAINERS = (QSplitter, QStackedWidget)


class Ring(QWidget):
    """A transparent sibling of the focused widget that paints the ring."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setObjectName("focus_ring")

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(theme.tokens().accent), 2))
        radius = theme.px(8) + GAP - 1
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), radius, radius)
        painter.end()


class FocusRing(QObject):
    """Follows the application's focus. Made once, by the composition root."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._ring: Ring | None = None
        self._target: QWidget | None = None
        self._by_keyboard = False
        app.installEventFilter(self)
        app.focusChanged.connect(self._focus_changed)

    def target(self) -> QWidget | None:
        """What has the ring now."""
        return self._target

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.KeyPress:
            if isinstance(event, QKeyEvent):
                self._by_keyboard = self._by_keyboard or event.key() in KEYS
                # Here, because each filter of the whole application costs every event a little.
                return press_with_enter(watched, event)
        elif kind is QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
            self._leave()
        elif watched is self._target and kind in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        elif watched is self._target and kind in (QEvent.Type.Hide, QEvent.Type.Destroy):
            self._leave()
        return False

    def _focus_changed(self, _before: QWidget | None, now: QWidget | None) -> None:
        self._leave()
        if now is None or not self._by_keyboard or isinstance(now, FIELDS) or now.isWindow():
            return
        parent = now.parentWidget()
        if parent is None or isinstance(parent, CONTAINERS):
            return
        self._target = now
        self._ring = Ring()
        self._ring.setParent(parent)
        self._place()
        self._ring.show()

    def _place(self) -> None:
        if self._ring is not None and shiboken6.isValid(self._ring) and self._target is not None:
            room = self._target.parentWidget()
            around = self._target.geometry().adjusted(-GAP, -GAP, GAP, GAP)
            self._ring.setGeometry(around.intersected(room.rect()) if room is not None else around)
            self._ring.raise_()

    def _leave(self) -> None:
        ring, self._ring, self._target = self._ring, None, None
        # The ring dies with its parent when a page is taken down.
        if ring is not None and shiboken6.isValid(ring):
            ring.hide()
            ring.deleteLater()
