"""Small helpers that forms share: marking fields, icons on labels, the language box."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QBoxLayout, QComboBox, QDialog, QLabel, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.icons import app_icon
from cims_desktop.gui.translation import LANGUAGES, language

EDGE = 40
"""What the window manager's frame and the edge of the screen need."""


def mark_invalid(field: QWidget, error_label: QLabel, sentence: str) -> None:
    """Marks `field` and says why beside it; an empty sentence takes the mark away."""
    error_label.setText(sentence)
    error_label.setVisible(bool(sentence))
    if bool(field.property("invalid")) != bool(sentence):
        field.setProperty("invalid", bool(sentence))
        field.style().unpolish(field)
        field.style().polish(field)
    field.setAccessibleDescription(sentence)


def app_pixmap(widget: QWidget, side: int) -> QPixmap:
    """The program's icon, `side` pixels wide at 100 %, sharp on the widget's screen."""
    return app_icon().pixmap(QSize(theme.px(side), theme.px(side)), widget.devicePixelRatioF())


def fill_languages(box: QComboBox, chosen: str | None = None) -> None:
    """Offers the languages, each in its own words; `chosen` or the window's is current."""
    if box.count() == 0:
        for code, name in LANGUAGES.items():
            box.addItem(name, code)
    box.setCurrentIndex(box.findData(chosen or language()))


def fit_dialog(dialog: QDialog, width: int) -> None:
    """Makes a dialog `width` pixels wide at 100 % and as high as its wrapped text needs then."""
    layout = dialog.layout()
    if layout is None:
        return
    layout.activate()
    wide = max(theme.px(width), layout.totalMinimumSize().width())
    high = layout.totalHeightForWidth(wide) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
    dialog.setMinimumSize(wide, high)
    dialog.resize(wide, high)


class _DialogFitter(QObject):
    """Grows a dialog when a sentence appears in it, or the text size changes."""

    def __init__(self, dialog: QDialog, width: int) -> None:
        super().__init__(dialog)
        self._dialog, self._width = dialog, width
        dialog.installEventFilter(self)
        theme.notifier().changed.connect(self.fit)
        self.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def fit(self) -> None:
        """Makes room for what the dialog shows now."""
        fit_dialog(self._dialog, self._width)


def keep_fitted(dialog: QDialog, width: int) -> None:
    """As `fit_dialog`, and again whenever something appears in the dialog."""
    _DialogFitter(dialog, width)


def size_dialog(dialog: QDialog, width: int, height: int) -> None:
    """Gives a dialog this size at 100 %, more with larger text, but never more than its screen."""
    room = dialog.screen().availableSize() - QSize(EDGE, EDGE)
    dialog.resize(QSize(theme.px(width), theme.px(height)).boundedTo(room))


class _CardFitter(QObject):
    """Keeps a card's width, and the space between its rows, in step with the text size."""

    def __init__(self, card: QWidget, width: int) -> None:
        super().__init__(card)
        self._card, self._width = card, width
        self._spacings = [(box, box.spacing()) for box in card.findChildren(QBoxLayout)]
        policy = card.sizePolicy()
        policy.setHorizontalStretch(1)  # It takes what there is before the empty room beside it does.
        card.setSizePolicy(policy)
        theme.notifier().changed.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Sets the width for the text size in force."""
        self._card.setMaximumWidth(theme.px(self._width))
        for box, spacing in self._spacings:
            box.setSpacing(theme.px(spacing))


def fit_card(card: QWidget, width: int) -> None:
    """Gives a card `width` pixels at 100 %, and more with larger text, as far as there is room."""
    _CardFitter(card, width)
