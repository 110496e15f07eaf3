"""One small form for a call, visit or note: type, Enter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.interactions import Direction, Interaction, InteractionKind, check_interaction
from cims_desktop.gui._gen.ui_customer_quick_entry import Ui_CustomerQuickEntry
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import direction_word, interaction_word

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date, datetime

DIRECTED = frozenset({InteractionKind.CALL, InteractionKind.EMAIL, InteractionKind.MESSAGE})


class QuickEntry(Translated, QFrame):
    """Signals: `entered()`: Enter was pressed and all is well; `closed()`: it was given up."""

    entered = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = InteractionKind.NOTE
        self._now: Callable[[], datetime]
        self.ui = Ui_CustomerQuickEntry()
        self.ui.setupUi(self)
        self.ui.text_edit.returnPressed.connect(self._enter)
        self.ui.outcome_edit.returnPressed.connect(self._enter)
        self.ui.next_contact_edit.line_edit.returnPressed.connect(self._enter)
        self.ui.save_button.clicked.connect(self._enter)
        self.ui.cancel_button.clicked.connect(self.close_entry)
        self.ui.text_edit.textEdited.connect(self._clear_problem)
        self.retranslate()

    def use_clock(self, now: Callable[[], datetime], today: Callable[[], date]) -> None:
        """Takes the office's time and day; before that nothing can be entered."""
        self._now = now
        self.ui.next_contact_edit.use_clock(today)

    def open_entry(self, kind: InteractionKind) -> None:
        """Shows the form for this kind; what is typed already stays."""
        self.kind = kind
        self.retranslate()
        self.show()
        self.ui.text_edit.setFocus()

    def interaction(self, customer_id: int) -> Interaction:
        """What was typed, happening now."""
        return Interaction(
            customer_id=customer_id,
            kind=self.kind,
            occurred_at=self._now(),
            text=self.ui.text_edit.text(),
            outcome=self.ui.outcome_edit.text(),
            direction=Direction(self.ui.direction_combo.currentData())
            if self.kind in DIRECTED
            else Direction.NONE,
            next_contact=self.ui.next_contact_edit.readable(),
        )

    def has_text(self) -> bool:
        """Whether something was typed that is not saved."""
        return not self.isHidden() and bool(
            self.ui.text_edit.text().strip() or self.ui.outcome_edit.text().strip()
        )

    def close_entry(self) -> None:
        """Empties and hides the form."""
        self.ui.text_edit.clear()
        self.ui.outcome_edit.clear()
        self.ui.next_contact_edit.set_value(None)
        self._clear_problem()
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        combo = self.ui.direction_combo
        chosen = combo.currentData() or Direction.OUTBOUND
        combo.clear()
        for direction in (Direction.OUTBOUND, Direction.INBOUND):
            combo.addItem(direction_word(direction), direction.value)
        combo.setCurrentIndex(combo.findData(chosen))
        combo.setVisible(self.kind in DIRECTED)
        self.ui.kind_label.setText(interaction_word(self.kind))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_entry()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        try:
            self.ui.next_contact_edit.value()
        except ValueError:
            self.ui.next_contact_edit.line_edit.setFocus()
            return
        problems = check_interaction(self.interaction(0))
        if problems:
            self._show_problem(problems[0])
        else:
            self.entered.emit()

    def _show_problem(self, problem: Problem) -> None:
        self.ui.text_problem.show_problem(problem, self.ui.text_edit)
        self.ui.text_edit.setFocus()

    def _clear_problem(self) -> None:
        self.ui.text_problem.show_problem(None, self.ui.text_edit)
