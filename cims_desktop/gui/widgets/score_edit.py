"""A score as a row of number buttons: one click, one digit or the arrow keys; Enter on the chosen one is done."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.tab_stops import tab_through

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})

TEN_WITHIN_MS = 1500


class ScoreEdit(QWidget):
    """`scored(int)`: the person chose a score; `entered()`: Enter on a score that was chosen already."""

    scored = Signal(int)
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._since_one = QElapsedTimer()
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(4))
        self._group.idClicked.connect(self.scored)

    def set_range(self, low: int, high: int) -> None:
        """Offers the scores `low`..`high`; none is chosen."""
        for button in self._group.buttons():
            self._group.removeButton(button)
            self._row.removeWidget(button)
            button.hide()
            button.deleteLater()
        for score in range(low, high + 1):
            button = QPushButton(str(score), self)
            button.setProperty("score", True)
            button.setCheckable(True)
            button.setAutoDefault(True)
            button.installEventFilter(self)
            button.setAccessibleName(self.tr("Score %1").replace("%1", str(score)))
            self._group.addButton(button, score)
            self._row.addWidget(button, 1)
            if self.isVisible():
                button.show()
        tab_through(self)

    def value(self) -> int | None:
        """The chosen score, or None."""
        chosen = self._group.checkedId()
        return None if chosen < 0 else chosen

    def choose(self, score: int) -> None:
        """Chooses a score of the range as a click would."""
        button = self._group.button(score)
        if button is not None:
            button.click()

    def clear(self) -> None:
        """Takes the choice back."""
        self._group.setExclusive(False)
        for button in self._group.buttons():
            button.setChecked(False)
        self._group.setExclusive(True)

    def take_focus(self) -> None:
        """Goes to the chosen score, or to the first."""
        button = self._group.checkedButton() or next(iter(self._group.buttons()), None)
        if button is not None:
            button.setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Some desktops press a button at Enter; the chosen score would only be chosen once more.
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in ENTER:
            chosen = self._group.checkedButton()
            if chosen is not None and chosen is watched:
                self.entered.emit()
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
            self._digit(int(key) - int(Qt.Key.Key_0))
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            step = 1 if key == Qt.Key.Key_Right else -1
            self._choose_and_focus((self.value() or 0) + step)
        else:
            super().keyPressEvent(event)

    def _digit(self, digit: int) -> None:
        """Chooses by digit; a 0 soon after a 1 makes it 10, where there is such a score."""
        if digit == 0 and self._since_one.isValid() and not self._since_one.hasExpired(TEN_WITHIN_MS):
            digit = 10 if self._group.button(10) is not None else 0
        self._since_one.invalidate()
        if digit == 1:
            self._since_one.start()
        self._choose_and_focus(digit)

    def _choose_and_focus(self, score: int) -> None:
        button = self._group.button(score)
        if button is not None:
            button.setFocus()
            button.click()
