"""Fields that the mouse wheel never changes by accident: it scrolls what they stand on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import (
    QComboBox,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from cims_desktop.gui.importing.plain import plain_tip


class CalmComboBox(QComboBox):
    """A combo box that heeds the wheel only while it has the focus; it may be narrower than its longest choice."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The chosen text ends in an ellipsis where there is too little room."""
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        kind, field = QStyle.ComplexControl.CC_ComboBox, QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(kind, option, field, self).width() - 8
        option.currentText = self.fontMetrics().elidedText(
            option.currentText, Qt.TextElideMode.ElideRight, room
        )
        painter.drawComplexControl(kind, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        painter.end()

    def show_choices(self, choices: list[tuple[str, object]], current: object) -> None:
        """Offers (text, value) pairs and chooses `current`, without a signal."""
        blocked = self.blockSignals(True)
        self.clear()
        for text, value in choices:
            self.addItem(text, value)
        values = [value for _text, value in choices]
        self.setCurrentIndex(values.index(current) if current in values else 0)
        self.blockSignals(blocked)
        widest = max((self.fontMetrics().horizontalAdvance(text) for text, _ in choices), default=0)
        self.view().setMinimumWidth(widest + 48)
        self.setToolTip(plain_tip(self.currentText()))


class CalmSpinBox(QSpinBox):
    """A number field that heeds the wheel only while it has the focus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.lineEdit().setTextMargins(8, 0, 0, 0)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
