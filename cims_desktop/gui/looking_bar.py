"""The strip over everything while an administrator looks at the program as another role sees it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from cims_desktop.domain.users import User
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.icons import icon
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import role_word

ICON = 18


class LookingBar(Translated, QFrame):
    """`back()`: the person wants to be an administrator again."""

    back = Signal()

    def __init__(self, user: User, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._user = user
        self.setProperty("looking", True)
        self.icon_label, self.text_label = QLabel(self), QLabel(self)
        self.text_label.setWordWrap(True)
        self.back_button = QPushButton(self)
        self.back_button.clicked.connect(self.back)
        row = QHBoxLayout(self)
        row.setContentsMargins(20, 6, 20, 6)
        row.setSpacing(10)
        row.addWidget(self.icon_label)
        row.addWidget(self.text_label, 1)
        row.addWidget(self.back_button)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self.retranslate()

    @classmethod
    def put_over(cls, layout: QBoxLayout, desk: Desk) -> None:
        """Puts a strip over everything that is in the window's layout."""
        bar = cls(desk.user, layout.parentWidget())
        bar.back.connect(desk.routes.back_requested)
        layout.setSpacing(0)
        layout.insertWidget(0, bar)

    def retranslate(self) -> None:
        text = self.tr("You look at the program as %1; nothing can be changed.")
        self.text_label.setText(text.replace("%1", role_word(self._user.role)))
        self.back_button.setText(self.tr("&Back to your own role"))

    def _dress(self) -> None:
        side = theme.px(ICON)
        picture = icon("eye", "warn").pixmap(QSize(side, side), self.devicePixelRatioF())
        self.icon_label.setPixmap(picture)
