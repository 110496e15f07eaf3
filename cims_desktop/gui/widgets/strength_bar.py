"""How hard a password is to guess: four steps and a word."""

from __future__ import annotations

import math

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

# Bits that a plain guesser needs; 50 bits last minutes to hours against a stolen file, 90 outlast it.
STEPS = (45, 60, 80)
WORDS = (
    QT_TRANSLATE_NOOP("StrengthBar", "Weak"),
    QT_TRANSLATE_NOOP("StrengthBar", "Fair"),
    QT_TRANSLATE_NOOP("StrengthBar", "Good"),
    QT_TRANSLATE_NOOP("StrengthBar", "Very good"),
)
COLOURS = ("bad", "warn", "ok", "ok")
WORD_WIDTH = 84


def strength(password: str) -> int:
    """0 (weak) to 3 (very good), from length, kinds of characters and repetition."""
    if not password:
        return 0
    kinds = (str.islower, str.isupper, str.isdigit)
    alphabet = sum(26 if kind is not str.isdigit else 10 for kind in kinds if any(map(kind, password)))
    alphabet += 33 if any(not letter.isalnum() for letter in password) else 0
    alphabet += 2000 if any(ord(letter) > 0x2E80 for letter in password) else 0
    counted = min(len(password), 2 * len(set(password)))
    bits = counted * math.log2(max(alphabet, 2)) * 0.8
    return sum(bits >= step for step in STEPS)


class StrengthBar(QWidget):
    """Shows the strength of a password while it is typed; nothing for an empty one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_password(self, password: str, *, refused: bool = False) -> None:
        """Judges `password`; one that is `refused` anyway counts as weak."""
        self._level = None if not password else 0 if refused else strength(password)
        self.setAccessibleName(self.word())
        self.update()

    def word(self) -> str:
        """The word for the strength; empty without a password."""
        return "" if self._level is None else QCoreApplication.translate("StrengthBar", WORDS[self._level])

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(16))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, height = theme.px(4), theme.px(4)
        step = (self.width() - theme.px(WORD_WIDTH) - 3 * gap) / 4
        level = -1 if self._level is None else self._level
        for index in range(4):
            painter.setBrush(QColor(getattr(colours, COLOURS[level]) if index <= level else colours.press))
            left = index * (step + gap)
            painter.drawRoundedRect(
                QRectF(left, (self.height() - height) / 2, step, height), height / 2, height / 2
            )
        painter.setFont(theme.font(12))
        painter.setPen(QColor(colours.ink2))
        rect = QRectF(self.width() - theme.px(WORD_WIDTH), 0, theme.px(WORD_WIDTH), self.height())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), self.word())
        painter.end()
