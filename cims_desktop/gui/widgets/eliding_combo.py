"""A choice whose text ends in an ellipsis where there is too little room for it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter


class ElidingCombo(QComboBox):
    """With a style sheet Qt cuts a long text off in the middle of a letter; the tool tip has all of it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        parts, elements = QStyle.SubControl, QStyle.ControlElement
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, parts.SC_ComboBoxEditField, self
        )
        text = self.currentText()
        option.currentText = option.fontMetrics.elidedText(
            text, Qt.TextElideMode.ElideRight, room.width() - 2
        )
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(elements.CE_ComboBoxLabel, option)
        self.setToolTip(text if option.currentText != text else "")
