"""The inline message bar: notices stand here, not in boxes that must be clicked away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import shiboken6
from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from cims_desktop.gui import theme
from cims_desktop.gui.icons import IconName, icon

Level = Literal["info", "success", "warning", "error"]

ICONS: dict[Level, tuple[IconName, str]] = {
    "info": ("info", "accent"),
    "success": ("success", "ok"),
    "warning": ("warning", "warn"),
    "error": ("error", "bad"),
}
SUCCESS_MS = 8000


class MessageBar(QFrame):
    """Shows one notice at a time; the newest wins. Hidden while there is none.

    `shown(str, str)`: a notice of this level and text was shown. `cleared()`: there is none any more.
    """

    shown = Signal(str, str)
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: Level = "info"
        self._act: Callable[[], None] | None = None
        self._before: QWidget | None = None
        self.icon_label = QLabel(self)
        self.text_label = QLabel(self)
        self.act_button = QPushButton(self)
        self.close_button = QToolButton(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.clear)
        self.act_button.clicked.connect(self._run_act)
        self.close_button.clicked.connect(self.clear)
        theme.notifier().changed.connect(self._paint_icons)
        self._lay_out()
        self.hide()

    def inform(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something worth knowing."""
        self._show("info", text, act_label, act)

    def succeed(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something was done; `act` may undo it. Goes away by itself."""
        self._show("success", text, act_label, act)
        self._timer.start(SUCCESS_MS)

    def warn(self, text: str, act_label: str = "", act: Callable[[], None] | None = None) -> None:
        """Something wants attention."""
        self._show("warning", text, act_label, act)

    def fail(
        self, text: str, way_out: str = "", act_label: str = "", act: Callable[[], None] | None = None
    ) -> None:
        """Something went wrong; `way_out` says what to do. Stays until it is closed."""
        self._show("error", f"{text} {way_out}".strip(), act_label, act)

    def clear(self) -> None:
        """Takes the notice away."""
        self._timer.stop()
        self._act = None
        self._give_back_focus()
        self.hide()
        self.cleared.emit()

    def take_focus(self) -> None:
        """Goes to the notice's button; when it has done its work, the keyboard is back where it was."""
        if self.isHidden():
            return
        focus = QApplication.focusWidget()
        if focus is not None and not self.isAncestorOf(focus):
            self._before = focus
        wanted = self.close_button if self.act_button.isHidden() else self.act_button
        wanted.setFocus(Qt.FocusReason.TabFocusReason)

    def text(self) -> str:
        """What the bar says; empty while it is hidden."""
        return "" if self.isHidden() else self.text_label.text()

    def _show(self, level: Level, text: str, act_label: str, act: Callable[[], None] | None) -> None:
        self._timer.stop()
        self._level, self._act = level, act
        self.setProperty("notice", level)
        self.style().unpolish(self)
        self.style().polish(self)
        self.text_label.setText(text)
        self.setAccessibleName(text)
        self.act_button.setText(act_label)
        self.act_button.setVisible(bool(act_label))
        self.close_button.setToolTip(self.tr("Close"))
        self.close_button.setAccessibleName(self.tr("Close this notice"))
        self._paint_icons()
        self.show()
        self.shown.emit(level, text)

    def _run_act(self) -> None:
        act = self._act
        self.clear()
        if act is not None:
            act()

    def _give_back_focus(self) -> None:
        before, self._before = self._before, None
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        if inside and before is not None and shiboken6.isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def _paint_icons(self) -> None:
        name, colour = ICONS[self._level]
        side = theme.px(18)
        self.icon_label.setPixmap(icon(name, colour).pixmap(QSize(side, side), self.devicePixelRatioF()))
        self.close_button.setIcon(icon("close"))
        self.close_button.setIconSize(QSize(theme.px(14), theme.px(14)))

    def _lay_out(self) -> None:
        self.text_label.setTextFormat(Qt.TextFormat.PlainText)
        self.text_label.setWordWrap(True)
        self.text_label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.act_button.setProperty("link", True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 8, 6)
        layout.setSpacing(10)
        layout.addWidget(self.icon_label)
        layout.addWidget(self.text_label, 1)
        layout.addWidget(self.act_button)
        layout.addWidget(self.close_button)
