"""How hard a password is to guess: four steps, a word, and how long guessing would take."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.translation import QT_TRANSLATE_NOOP

SECOND, MINUTE, HOUR, DAY = 1.0, 60.0, 3600.0, 86_400.0
MONTH, YEAR, CENTURY = 30.44 * DAY, 365.25 * DAY, 36_525 * DAY
UNITS = (CENTURY, YEAR, MONTH, DAY, HOUR, MINUTE)
STEPS = (MONTH, 10 * YEAR, 10 * CENTURY)
"""Seconds of guessing from which a password is fair, good, very good."""
BEYOND = 10 * CENTURY
"""The estimate is too rough to tell more than ten centuries apart."""
WORDS = (
    QT_TRANSLATE_NOOP("StrengthBar", "Weak"),
    QT_TRANSLATE_NOOP("StrengthBar", "Fair"),
    QT_TRANSLATE_NOOP("StrengthBar", "Good"),
    QT_TRANSLATE_NOOP("StrengthBar", "Very good"),
)
COLOURS = ("bad", "warn", "ok", "ok")


def strength(seconds: float) -> int:
    """0 (weak) to 3 (very good) for the time that guessing takes."""
    return sum(seconds >= step for step in STEPS)


def rounded(amount: float) -> int:
    """To one digit, as the estimate knows no more: 3.4 is 3, 47 is 50."""
    return max(1, round(amount)) if amount < 9.5 else round(amount / 10) * 10


class StrengthBar(QWidget):
    """Shows the strength of a password while it is typed; nothing for an empty one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level: int | None = None
        self._seconds: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def clear(self) -> None:
        """There is no password to judge."""
        self._show(None, None)

    def show_strength(self, seconds: float, *, refused: bool = False) -> None:
        """Shows how long guessing takes; a password that is `refused` counts as weak, whatever the estimate."""
        self._show(0 if refused else strength(seconds), None if refused else seconds)

    def word(self) -> str:
        """The word for the strength; empty without a password."""
        return "" if self._level is None else QCoreApplication.translate("StrengthBar", WORDS[self._level])

    def sentence(self) -> str:
        """What the strength means; empty without a password, and for one that is refused."""
        if self._seconds is None:
            return ""
        if self._seconds >= BEYOND:
            return self.tr("takes over 10 centuries to guess")
        unit = next((unit for unit in UNITS if self._seconds >= unit), SECOND)
        n = rounded(self._seconds / unit)
        return {
            CENTURY: self.tr("takes about %n centuries to guess", "", n),
            YEAR: self.tr("takes about %n year(s) to guess", "", n),
            MONTH: self.tr("takes about %n month(s) to guess", "", n),
            DAY: self.tr("takes about %n day(s) to guess", "", n),
            HOUR: self.tr("takes about %n hour(s) to guess", "", n),
            MINUTE: self.tr("takes about %n minute(s) to guess", "", n),
            SECOND: self.tr("takes about %n second(s) to guess", "", n),
        }[unit]

    def sizeHint(self) -> QSize:
        return QSize(theme.px(160), theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._show(self._level, self._seconds)
        super().changeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.tokens(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        gap, height = theme.px(4), theme.px(4)
        step = (self.width() - 3 * gap) / 4
        level = -1 if self._level is None else self._level
        for index in range(4):
            painter.setBrush(QColor(getattr(colours, COLOURS[level]) if index <= level else colours.press))
            painter.drawRoundedRect(
                QRectF(index * (step + gap), theme.px(3), step, height), height / 2, height / 2
            )
        painter.setFont(theme.font(12))
        painter.setPen(QColor(colours.ink2))
        rect = QRectF(0, theme.px(10), self.width(), self.height() - theme.px(10))
        text = painter.fontMetrics().elidedText(self._said(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(rect, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), text)
        painter.end()

    def _show(self, level: int | None, seconds: float | None) -> None:
        self._level, self._seconds = level, seconds
        self.setAccessibleName(self._said())
        self.setToolTip(self._said())
        self.update()

    def _said(self) -> str:
        word, sentence = self.word(), self.sentence()
        if not sentence:
            return word
        return self.tr("%1: %2").replace("%1", word).replace("%2", sentence)
