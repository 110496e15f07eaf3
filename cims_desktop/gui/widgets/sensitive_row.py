"""One sensitive field of a customer: how its value ends, a way to see it for a moment, and a field for a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.sensitive import SensitiveField, SensitiveKind, SensitiveValue, is_doubt
from cims_desktop.gui._gen.ui_customer_sensitive_row import Ui_CustomerSensitiveRow
from cims_desktop.gui.clipboard_guard import guard
from cims_desktop.gui.counter_mode import covered
from cims_desktop.gui.icons import apply_icons, icon
from cims_desktop.gui.sensitive_words import sensitive_title
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.widgets.revealed_value import RevealedValue
from cims_desktop.gui.words import problem_sentence

DOTS = "••••••"
Examine = Callable[[SensitiveField, str], Sequence[Problem]]


class SensitiveRow(Translated, QWidget):
    """`edited()`: something was typed. `reveal_asked(str)`, `clear_asked(str)`: the field's name."""

    edited = Signal()
    reveal_asked = Signal(str)
    clear_asked = Signal(str)

    def __init__(self, field: SensitiveField, examine: Examine, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self._examine = examine
        self._stored: SensitiveValue | None = None
        self._when = ""
        self._replacing = False
        self._editable = True
        self.ui = Ui_CustomerSensitiveRow()
        self.ui.setupUi(self)
        apply_icons(self)
        expanding, preferred = QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred
        self.ui.when_label.setSizePolicy(expanding, preferred)
        self.revealed = RevealedValue(self, (self.ui.reveal_button, self.ui.copy_button))
        self.revealed.changed.connect(self._revealed_changed)
        self._connect()
        self.retranslate()

    @property
    def stored(self) -> SensitiveValue | None:
        """What may be known of the stored value; None: there is none."""
        return self._stored

    def show_stored(self, value: SensitiveValue | None, when: str) -> None:
        """Shows how the value ends and `when` it was entered by whom; what is typed stays."""
        if value != self._stored:
            self.revealed.conceal()
        self._stored, self._when = value, when
        self._show()

    def typed(self) -> str:
        """What was typed and not saved; empty: nothing."""
        return str(self.ui.value_edit.text()).strip()

    def show_typed(self, text: str) -> None:
        """Puts a draft's value into the field."""
        self._replacing = bool(text)
        self.ui.value_edit.setText(text)
        self._show()

    def forget(self) -> None:
        """Drops what was typed."""
        self._replacing = False
        self.ui.value_edit.clear()
        self.show_problems(())
        self._show()

    def set_editable(self, *, editable: bool) -> None:
        """Whether something may be typed or removed."""
        self._editable = editable
        self._show()

    def check(self) -> tuple[Problem, ...]:
        """What is wrong with what is typed, shown beside it; nothing typed is never wrong."""
        problems = tuple(self._examine(self.field, self.typed())) if self.typed() else ()
        self.show_problems(problems)
        return problems

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says the first of them; a doubt is a warning."""
        edit, first = self.ui.value_edit, next(iter(problems), None)
        sentence = problem_sentence(first) if first is not None else ""
        self.ui.value_problem.say(sentence, edit, mild=first is not None and is_doubt(first))

    def retranslate(self) -> None:
        title = sensitive_title(self.field)
        self.ui.title_label.setText(title)
        self.ui.value_edit.setAccessibleName(title)
        self.ui.value_edit.setPlaceholderText(self.tr("Not entered"))
        ui = self.ui
        for button in (ui.undo_button, ui.copy_button, ui.replace_button, ui.clear_button):
            button.setAccessibleName(f"{button.toolTip()}: {title}")
        self._show()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.revealed.conceal()

    def _connect(self) -> None:
        ui = self.ui
        ui.value_edit.textEdited.connect(self._typed)
        ui.value_edit.editingFinished.connect(self.check)
        ui.undo_button.clicked.connect(self._keep_stored)
        ui.replace_button.clicked.connect(self._replace)
        ui.clear_button.clicked.connect(lambda: self.clear_asked.emit(self.field.name))
        ui.copy_button.clicked.connect(lambda: guard().copy_sensitive(self.revealed.text))
        ui.reveal_button.clicked.connect(self._reveal)

    def _show(self) -> None:
        ui, stored = self.ui, self._stored
        shows_value = stored is not None and not self._replacing
        for part in (ui.value_label, ui.reveal_button):
            part.setVisible(shows_value)
        ui.value_edit.setVisible(not shows_value)
        ui.value_edit.setReadOnly(not self._editable)
        ui.undo_button.setVisible(stored is not None and self._replacing)
        ui.when_label.setVisible(shows_value and not self.revealed.text)
        ui.copy_button.setVisible(shows_value and bool(self.revealed.text))
        ui.replace_button.setVisible(shows_value and self.field.active)
        ui.clear_button.setVisible(shows_value)
        ui.title_label.setBuddy(ui.value_edit if not shows_value else ui.reveal_button)
        if stored is not None:
            end = covered(f"{DOTS} {stored.last_four}".strip())
            ui.value_label.setText(_grouped(self.revealed.text, self.field.kind) or end)
            ui.when_label.setText(self._when)
            self._make_room()
        self._word_reveal()

    def _make_room(self) -> None:
        """A revealed value may be long; the end of one stands on a line with who entered it."""
        policies, shown = QSizePolicy.Policy, bool(self.revealed.text)
        self.ui.value_label.setWordWrap(shown)
        self.ui.value_label.setSizePolicy(policies.Expanding if shown else policies.Fixed, policies.Preferred)

    def _word_reveal(self) -> None:
        shown, button = bool(self.revealed.text), self.ui.reveal_button
        button.setIcon(icon("eye-off" if shown else "eye"))
        if button.isEnabled():
            button.setToolTip(self.tr("Hide") if shown else self.tr("Reveal; this is written down"))
        word = self.tr("Hide") if shown else self.tr("Reveal")
        button.setAccessibleName(f"{word}: {self.ui.title_label.text()}")

    def _reveal(self) -> None:
        if self.revealed.text:
            self.revealed.conceal()
            return
        # A click doesn't give the focus to a button of a row; with it, leaving can be noticed.
        self.ui.reveal_button.setFocus()
        self.reveal_asked.emit(self.field.name)

    def _replace(self) -> None:
        self.revealed.conceal()
        self._replacing = True
        self._show()
        self.ui.value_edit.setFocus()

    def _keep_stored(self) -> None:
        self.forget()
        self.ui.replace_button.setFocus()
        self.edited.emit()

    def _typed(self) -> None:
        self.show_problems(())
        self.edited.emit()

    def _revealed_changed(self) -> None:
        self.ui.value_edit.cover()
        self._show()


def _grouped(value: str, kind: SensitiveKind) -> str:
    """Account numbers in groups of four, as they stand on a card."""
    if kind is not SensitiveKind.BANK_ACCOUNT or not value.isalnum():
        return value
    return " ".join(value[at : at + 4] for at in range(0, len(value), 4))
