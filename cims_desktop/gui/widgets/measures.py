"""Sizes that Qt does not measure anew by itself: of what is hidden, and widths that are set."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QComboBox, QLayout, QWidget

from cims_desktop.gui import theme

NEW_MEASURES = {QEvent.Type.FontChange, QEvent.Type.StyleChange, QEvent.Type.LanguageChange}


def forget_measures(root: QWidget) -> None:
    """Lets the layouts in a hidden `root` measure again, after another font, text size or language."""
    for widget in root.findChildren(QWidget):
        widget.ensurePolished()
        widget.updateGeometry()
    for layout in root.findChildren(QLayout):
        layout.invalidate()


class KeptWidth(QObject):
    """Gives a combo box `least` pixels at 100 %, and measures anew after another font, text size or language.

    `for_words`: no word that it offers is cut off, however wide the font. `list_width`: the least of its list.
    """

    def __init__(self, combo: QComboBox, least: int, *, for_words: bool = False, list_width: int = 0) -> None:
        super().__init__(combo)
        self._combo, self._least, self._for_words = combo, least, for_words
        self._list_width = list_width
        if for_words:  # Else Qt keeps the measure of the words that were there first.
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        # Later: the combo box itself hears of the event after this filter.
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self.fit)
        combo.installEventFilter(self)
        combo.setFixedWidth(theme.px(least))
        self._timer.start()

    def fit(self) -> None:
        """Sets the width for what is in force now."""
        width = theme.px(self._least)
        if self._for_words:
            width = max(width, self._combo.sizeHint().width())
        self._combo.setFixedWidth(width)
        self._combo.view().setMinimumWidth(theme.px(self._list_width))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in NEW_MEASURES:
            self._timer.start()
        return super().eventFilter(watched, event)
