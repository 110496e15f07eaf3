"""Asks what only a person knows: which number is the day, which sign is the decimal mark."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from cims_desktop.exchange.reading import DateOrder, DecimalMark, TableDescription
from cims_desktop.exchange.suggesting import Question
from cims_desktop.gui.importing.plain import plain_tip
from cims_desktop.gui.importing.reading_words import MARKS, ORDERS, reading_word
from cims_desktop.gui.importing.readings import Reading, readings_of


class QuestionCard(QFrame):
    """`answered(str, str)`: the question's code and the answer."""

    answered = Signal(str, str)

    def __init__(
        self, question: Question, description: TableDescription, answer: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.question = question
        self.setProperty("notice", "info" if answer else "warning")
        self.ask_label = QLabel(self)
        self.ask_label.setTextFormat(Qt.TextFormat.PlainText)
        self.ask_label.setWordWrap(True)
        self.ask_label.setProperty("role", "strong")
        self._group = QButtonGroup(self)
        self._radios: dict[str, QRadioButton] = {}
        examples, readings = readings_of(question, description)
        self.ask_label.setText(self._ask(examples))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 10, 16, 10)
        layout.setSpacing(6)
        layout.addWidget(self.ask_label)
        row = QHBoxLayout()
        row.setSpacing(24)
        for reading in readings:
            row.addWidget(self._radio(reading, examples, answer))
        row.addStretch(1)
        layout.addLayout(row)

    def radios(self) -> dict[str, QRadioButton]:
        """The buttons by answer."""
        return self._radios

    def _ask(self, examples: tuple[str, ...]) -> str:
        if self.question.code == "date_order":
            text = self.tr("Column “%1”: how is %2 meant?")
        else:
            text = self.tr("Column “%1”: how large is %2?")
        column = self.question.column or self.question.field
        return text.replace("%1", column).replace("%2", examples[0] if examples else self.question.value)

    def _radio(self, reading: Reading, examples: tuple[str, ...], answer: str) -> QRadioButton:
        if self.question.code == "date_order":
            rule = reading_word(ORDERS[DateOrder(reading.answer)])
        else:
            rule = reading_word(MARKS[DecimalMark(reading.answer)])
        shown = reading.words[0] if reading.words else ""
        text = f"{shown}   ({rule})" if shown else rule
        radio = QRadioButton(text.replace("&", "&&"), self)
        pairs = zip(examples, reading.words, strict=False)
        radio.setToolTip(plain_tip("\n".join(f"{cell}  →  {word or '?'}" for cell, word in pairs)))
        radio.setAccessibleDescription(self.ask_label.text())
        radio.setChecked(reading.answer == answer)
        radio.clicked.connect(lambda: self.answered.emit(self.question.code, reading.answer))
        self._group.addButton(radio)
        self._radios[reading.answer] = radio
        return radio
