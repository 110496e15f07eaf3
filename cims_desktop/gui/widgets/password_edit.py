"""A password field: can show what is typed, and notices Caps Lock."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import icon

LONGEST = 1024
ICON, INSET, PADDING = 16, 4, 4


class PasswordEdit(QLineEdit):
    """`caps_lock_changed(bool)`: Caps Lock seems to be on (seen from what a key gave without Shift)."""

    caps_lock_changed = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caps = False
        self.setMaxLength(LONGEST)
        self.setEchoMode(QLineEdit.EchoMode.Password)
        hints = Qt.InputMethodHint
        self.setInputMethodHints(
            hints.ImhSensitiveData | hints.ImhNoPredictiveText | hints.ImhNoAutoUppercase
        )
        self.reveal_action = QAction(icon("eye", "ink3"), "", self)
        self.reveal_action.setCheckable(True)
        self.reveal_action.toggled.connect(self._reveal)
        # Qt's own button in a line stays 16 pixels wide whatever the size of the text.
        self.reveal_button = QToolButton(self)
        self.reveal_button.setProperty("row_button", True)
        self.reveal_button.setDefaultAction(self.reveal_action)
        self.reveal_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.reveal_button.setCursor(Qt.CursorShape.ArrowCursor)
        theme.notifier().changed.connect(self._fit_button)
        self._name_action()
        self._fit_button()

    def clear(self) -> None:
        """Empties and covers the field."""
        super().clear()
        self.reveal_action.setChecked(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if event.key() == Qt.Key.Key_CapsLock and self._caps:
            self._set_caps(on=False)
        elif len(text) == 1 and text.isascii() and text.isalpha():
            shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self._set_caps(on=text.isupper() != shift)
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._set_caps(on=False)
        super().focusOutEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_button()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._name_action()
        super().changeEvent(event)

    def _fit_button(self) -> None:
        side = theme.px(ICON)
        self.reveal_button.setIconSize(QSize(side, side))
        self.reveal_button.resize(self.reveal_button.sizeHint())
        # The style sheet leaves some pixels free beside the text already.
        self.setTextMargins(0, 0, self.reveal_button.width() - theme.px(PADDING), 0)
        self._place_button()

    def _place_button(self) -> None:
        button = self.reveal_button
        button.move(self.width() - button.width() - theme.px(INSET), (self.height() - button.height()) // 2)

    def _set_caps(self, *, on: bool) -> None:
        if on != self._caps:
            self._caps = on
            self.caps_lock_changed.emit(on)

    def _reveal(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode
        self.setEchoMode(mode.Normal if shown else mode.Password)
        self.reveal_action.setIcon(icon("eye-off" if shown else "eye", "ink3"))
        self._name_action()

    def _name_action(self) -> None:
        shown = self.reveal_action.isChecked()
        self.reveal_action.setText(self.tr("Hide the password") if shown else self.tr("Show the password"))
