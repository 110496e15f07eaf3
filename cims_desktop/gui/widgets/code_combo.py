"""An editable combo box for codes that have words, and for free text; the code survives a change of language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QComboBox, QWidget


class CodeCombo(QComboBox):
    """`edited()`: the person typed or chose something else."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._words: Callable[[], Mapping[str, str]] = dict
        self._value = ""
        self._filling = False
        self.editTextChanged.connect(self._text_changed)

    def use_words(self, words: Callable[[], Mapping[str, str]]) -> None:
        """The codes that are offered, each with its word in the language of the moment."""
        self._words = words
        self._fill()

    def value(self) -> str:
        """A code, or free text; exactly what was set while nobody touches it."""
        return self._value

    def set_value(self, value: str) -> None:
        """Shows a code by its word, or free text."""
        self._value = value
        self._fill()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._fill()
        super().changeEvent(event)

    def _fill(self) -> None:
        words = self._words()
        self._filling = True
        self.clear()
        for code, word in words.items():
            self.addItem(word, code)
        self.setEditText(words.get(self._value, self._value))
        line = self.lineEdit()
        if line is not None:
            line.setCursorPosition(0)
        self._filling = False

    def _text_changed(self, text: str) -> None:
        if self._filling:
            return
        self._value = next((code for code, word in self._words().items() if word == text), text)
        self.edited.emit()
