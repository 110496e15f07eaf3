"""Counter mode in the main window: its button, its key, and the strip that says that personal data is hidden."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

from cims_desktop.gui import counter_mode, theme
from cims_desktop.gui._gen.ui_main_window import Ui_MainWindow
from cims_desktop.gui.actions import shortcut_text
from cims_desktop.gui.icons import icon

ICON = 18


class CounterStrip(QWidget):
    """Says under the top bar that personal data is hidden, and offers to show it again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._icon_label, self.text_label = QLabel(self), QLabel(self)
        self.show_button = QPushButton(self)
        self.show_button.setProperty("link", True)
        self.show_button.clicked.connect(lambda: counter_mode.mode().set_on(False))
        frame = QFrame(self)
        frame.setProperty("notice", "info")
        row = QHBoxLayout(frame)
        row.setContentsMargins(14, 6, 8, 6)
        row.addWidget(self._icon_label)
        row.addWidget(self.text_label, 1)
        row.addWidget(self.show_button)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 12, 20, 0)
        outer.addWidget(frame)
        self.text_label.setWordWrap(True)
        theme.notifier().changed.connect(self._dress)
        counter_mode.mode().changed.connect(self.setVisible)
        self._dress()
        self._set_words()
        self.setVisible(counter_mode.is_on())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _set_words(self) -> None:
        self.text_label.setText(
            self.tr("Counter mode: phone numbers, addresses, notes and amounts are hidden on this screen.")
        )
        show = self.tr("Show again (%1)").replace("%1", shortcut_text(counter_mode.KEY))
        self.show_button.setText(show)

    def _dress(self) -> None:
        side = theme.px(ICON)
        self._icon_label.setPixmap(icon("eye-off", "accent").pixmap(side, side))


class CounterBar(QObject):
    """Binds counter mode to the window; `action` is the one that its key triggers."""

    def __init__(self, window: QMainWindow, ui: Ui_MainWindow, action: QAction) -> None:
        super().__init__(window)
        self._button = ui.counter_button
        self.strip = CounterStrip(ui.content_area)
        ui.content_layout.insertWidget(1, self.strip)
        action.setAutoRepeat(False)
        window.setProperty(counter_mode.HAS_KEY, True)
        self._button.setCheckable(True)
        self._button.clicked.connect(counter_mode.mode().toggle)
        counter_mode.mode().changed.connect(self._button.setChecked)
        self._button.setChecked(counter_mode.is_on())
