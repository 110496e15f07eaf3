"""Consent to marketing per channel: what the customer said, since when, and where he said it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from cims_desktop.domain.preferences import Consent, ConsentChannel, ConsentState
from cims_desktop.gui import theme
from cims_desktop.gui.widgets.optional_date_edit import OptionalDateEdit
from cims_desktop.gui.words import consent_channel_word, consent_state_word


@dataclass(frozen=True)
class _Line:
    """The widgets of one channel."""

    caption: QLabel
    state: QComboBox
    given_on: OptionalDateEdit
    source: QLineEdit


class ConsentsEdit(QWidget):
    """`edited()`: the person changed a consent."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._given: tuple[Consent, ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.px(6))
        self._grid.setVerticalSpacing(theme.px(6))
        self._lines = {channel: self._line(row, channel) for row, channel in enumerate(ConsentChannel)}
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1)
        self._set_words()

    def set_value(self, consents: tuple[Consent, ...]) -> None:
        """Shows these consents."""
        self._given = consents
        for channel, line in self._lines.items():
            consent = self._stored(channel)
            line.state.setCurrentIndex(line.state.findData(consent.state.value))
            line.given_on.set_value(consent.given_on)
            line.source.setText(consent.source)
            self._follow(channel)

    def value(self) -> tuple[Consent, ...]:
        """What is chosen; channels that were never asked about are left out."""
        told = []
        for channel, line in self._lines.items():
            consent = replace(
                self._stored(channel),
                state=ConsentState(line.state.currentData()),
                given_on=line.given_on.readable(),
                source=line.source.text(),
            )
            if consent != Consent(channel, ConsentState.UNKNOWN) or channel in self._known():
                told.append(consent)
        return tuple(told)

    def choose(self, channel: ConsentChannel, state: ConsentState) -> None:
        """Chooses a state as the person would."""
        combo = self._lines[channel].state
        combo.setCurrentIndex(combo.findData(state.value))
        self._chosen(channel)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _known(self) -> set[ConsentChannel]:
        return {consent.channel for consent in self._given}

    def _stored(self, channel: ConsentChannel) -> Consent:
        unknown = Consent(channel, ConsentState.UNKNOWN)
        return next((consent for consent in self._given if consent.channel is channel), unknown)

    def _line(self, row: int, channel: ConsentChannel) -> _Line:
        line = _Line(QLabel(self), QComboBox(self), OptionalDateEdit(self), QLineEdit(self))
        line.caption.setTextFormat(Qt.TextFormat.PlainText)
        line.given_on.looks_back = True
        for state in ConsentState:
            line.state.addItem("", state.value)
        self._grid.addWidget(line.caption, 2 * row, 0)
        self._grid.addWidget(line.state, 2 * row, 1)
        self._grid.addWidget(line.source, 2 * row + 1, 0)
        self._grid.addWidget(line.given_on, 2 * row + 1, 1)
        line.state.activated.connect(lambda: self._chosen(channel))
        line.given_on.edited.connect(self.edited)
        line.source.textEdited.connect(self.edited)
        return line

    def _chosen(self, channel: ConsentChannel) -> None:
        line = self._lines[channel]
        if line.state.currentData() != ConsentState.UNKNOWN.value and line.given_on.readable() is None:
            line.given_on.set_today()
        self._follow(channel)
        self.edited.emit()

    def _follow(self, channel: ConsentChannel) -> None:
        line = self._lines[channel]
        asked = line.state.currentData() != ConsentState.UNKNOWN.value
        line.given_on.setVisible(asked)
        line.source.setVisible(asked)

    def _set_words(self) -> None:
        for channel, line in self._lines.items():
            word = consent_channel_word(channel)
            line.caption.setText(word)
            for at in range(line.state.count()):
                line.state.setItemText(at, consent_state_word(ConsentState(line.state.itemData(at))))
            line.state.setAccessibleName(word)
            line.source.setPlaceholderText(self.tr("Where"))
            line.source.setAccessibleName(self.tr("Where it was said"))
