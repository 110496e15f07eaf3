"""Short words as chips with a field for the next one: Enter or a comma adds, Backspace takes the last away."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.widgets.filter_chips import RemovableChip
from cims_desktop.gui.widgets.flow_layout import FlowLayout

SEPARATORS = ",;，；、"
LONGEST_TOKEN = 100


class TokensEdit(QWidget):
    """`edited()`: a word was added or taken away."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tokens: list[str] = []
        self._chips: list[RemovableChip] = []
        self.line_edit = QLineEdit(self)
        self.line_edit.setMaxLength(LONGEST_TOKEN)
        self.line_edit.setMinimumWidth(theme.px(120))
        self.line_edit.installEventFilter(self)
        self.line_edit.returnPressed.connect(self.commit)
        self.line_edit.editingFinished.connect(self.commit)
        self.line_edit.textEdited.connect(self._typed)
        self._flow = FlowLayout(self, theme.px(6), stretch_last=True)
        self._flow.addWidget(self.line_edit)
        self.setFocusProxy(self.line_edit)
        self._set_words()

    def value(self) -> tuple[str, ...]:
        """The words, in order."""
        return tuple(self._tokens)

    def typed(self) -> tuple[str, ...]:
        """The words, and as the last one what is still being typed."""
        text = self._word()
        return (*self._tokens, text) if text and text not in self._tokens else self.value()

    def set_value(self, tokens: tuple[str, ...]) -> None:
        """Shows these words."""
        self._tokens = list(tokens)
        self.line_edit.clear()
        self._show()

    def commit(self) -> None:
        """Makes a word of what is typed."""
        text = self._word()
        self.line_edit.clear()
        if text and text not in self._tokens:
            self._tokens.append(text)
            self._show()
            self.edited.emit()

    def _word(self) -> str:
        return " ".join(self.line_edit.text().split()).strip(SEPARATORS)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Backspace
            and not self.line_edit.text()
            and self._tokens
        ):
            self._remove(self._tokens[-1])
            return True
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _typed(self, text: str) -> None:
        if text and text[-1] in SEPARATORS:
            self.commit()

    def _remove(self, token: str) -> None:
        self._tokens.remove(token)
        self._show()
        self.line_edit.setFocus()
        self.edited.emit()

    def _show(self) -> None:
        for chip in self._chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self._chips = []
        for position, token in enumerate(self._tokens):
            chip = RemovableChip(token, self)
            chip.setAccessibleName(self.tr("Remove %1").replace("%1", token))
            chip.clicked.connect(partial(self._remove, token))
            self._flow.insert_widget(position, chip)
            chip.show()
            self._chips.append(chip)
        self.updateGeometry()

    def _set_words(self) -> None:
        self.line_edit.setPlaceholderText(self.tr("Add a word, then Enter"))
        self.line_edit.setAccessibleName(self.tr("New word"))
