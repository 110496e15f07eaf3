"""An empty state: says why there is nothing here and what to do next."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import IconName, icon


class EmptyState(QWidget):
    """Icon, title, sentence and at most two buttons. `acted()`, `acted_otherwise()`: a button was pressed."""

    acted = Signal()
    acted_otherwise = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon: IconName = "info"
        self.icon_label = QLabel(self)
        self.title_label = QLabel(self)
        self.text_label = QLabel(self)
        self.act_button = QPushButton(self)
        self.other_button = QPushButton(self)
        self._lay_out()
        self.act_button.clicked.connect(self.acted)
        self.other_button.clicked.connect(self.acted_otherwise)
        theme.notifier().changed.connect(self._paint_icon)

    def set_state(
        self, icon_name: IconName, title: str, text: str = "", act_label: str = "", other_label: str = ""
    ) -> None:
        """Fills it in; empty labels hide their buttons."""
        self._icon = icon_name
        self.title_label.setText(title)
        self.text_label.setText(text)
        self.text_label.setVisible(bool(text))
        for button, label in ((self.act_button, act_label), (self.other_button, other_label)):
            button.setText(label)
            button.setVisible(bool(label))
        self.setAccessibleName(f"{title} {text}".strip())
        self._paint_icon()

    def _paint_icon(self) -> None:
        side = theme.px(36)
        self.icon_label.setPixmap(
            icon(self._icon, "ink3").pixmap(QSize(side, side), self.devicePixelRatioF())
        )

    def _lay_out(self) -> None:
        self.title_label.setProperty("role", "h2")
        self.text_label.setProperty("role", "muted")
        self.act_button.setProperty("primary", True)
        self.text_label.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 24)
        layout.setSpacing(8)
        layout.addStretch(2)
        for label in (self.icon_label, self.title_label, self.text_label):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self.icon_label, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.title_label, 0, Qt.AlignmentFlag.AlignHCenter)
        # Without an alignment: with one, the layout forgets that wrapped text grows downwards.
        layout.addWidget(self.text_label)
        layout.addSpacing(8)
        for button in (self.act_button, self.other_button):
            button.hide()
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
