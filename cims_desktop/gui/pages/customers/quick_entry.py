"""One small form for a call, visit or note: type, Enter. It also changes one that was recorded before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QWidget

from cims_desktop.domain.dates import office_day
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.interactions import (
    LONGEST_TEXT,
    Direction,
    Interaction,
    InteractionKind,
    check_interaction,
)
from cims_desktop.gui._gen.ui_customer_quick_entry import Ui_CustomerQuickEntry
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.translation import Translated
from cims_desktop.gui.words import direction_word, interaction_word

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
        self._edited: Interaction | None = None
        self._time_zone = ""
        self.ui = Ui_CustomerQuickEntry()
        self.ui.setupUi(self)
        for edit in (self.ui.text_edit, self.ui.outcome_edit):
            edit.setMaxLength(LONGEST_TEXT)
        mark(self.ui.text_edit, self.ui.outcome_edit)
        self.ui.day_edit.looks_back = True
        self.ui.day_edit.line_edit.returnPressed.connect(self._enter)
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
        self.ui.day_edit.use_clock(today)

    def open_entry(self, kind: InteractionKind) -> None:
        """Shows the form for this kind; what is typed already stays."""
        if self._edited is not None:
            if self.has_text():
                self.ui.text_edit.setFocus()
                return
            self.close_entry()
        self.kind = kind
        self.retranslate()
        self.show()
        self.ui.text_edit.setFocus()

    def edit(self, recorded: Interaction, time_zone: str) -> None:
        """Shows the form filled with one that was recorded, to change its words, outcome and day."""
        self.close_entry()
        self._edited, self._time_zone, self.kind = recorded, time_zone, recorded.kind
        self.retranslate()
        self.ui.direction_combo.setCurrentIndex(self.ui.direction_combo.findData(recorded.direction.value))
        self.ui.text_edit.setText(recorded.text)
        self.ui.outcome_edit.setText(recorded.outcome)
        self.ui.day_edit.set_value(office_day(recorded.occurred_at, time_zone))
        self.show()
        self.ui.text_edit.setFocus()

    def interaction(self, customer_id: int) -> Interaction:
        """What was typed, happening now; or the recorded one with what was changed in it."""
        if self._edited is not None:
            return self._changed(self._edited)
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
        if self._edited is not None:
            return self._changed(self._edited) != self._edited
        return not self.isHidden() and bool(
            self.ui.text_edit.text().strip() or self.ui.outcome_edit.text().strip()
        )

    def draft(self) -> dict[str, object] | None:
        """What is typed and not saved, as plain values; None: nothing."""
        if not self.has_text():
            return None
        ui, edited = self.ui, self._edited
        return {
            "kind": self.kind.value, "direction": ui.direction_combo.currentData() or "", "text": ui.text_edit.text(),
            "outcome": ui.outcome_edit.text(), "next_contact": ui.next_contact_edit.line_edit.text(),
            "day": ui.day_edit.line_edit.text(), "interaction": edited.id if edited else None,
            "version": edited.version if edited else 0,
        }  # fmt: skip

    def resume(self, draft: Mapping[str, Any], recorded: Interaction | None, time_zone: str) -> None:
        """Shows what was typed: of a new one, or over the one that was `recorded`."""
        if recorded is None:
            self.open_entry(InteractionKind(draft["kind"]))
        else:
            self.edit(replace(recorded, version=int(draft["version"])), time_zone)
        ui = self.ui
        ui.direction_combo.setCurrentIndex(max(ui.direction_combo.findData(draft["direction"]), 0))
        for field, name in (
            (ui.text_edit, "text"), (ui.outcome_edit, "outcome"), (ui.day_edit.line_edit, "day"),
            (ui.next_contact_edit.line_edit, "next_contact"),
        ):  # fmt: skip
            field.setText(str(draft[name]))
            field.setModified(True)

    def close_entry(self) -> None:
        """Empties and hides the form."""
        self._edited = None
        self.ui.text_edit.clear()
        self.ui.outcome_edit.clear()
        self.ui.next_contact_edit.set_value(None)
        self._clear_problem()
        self.hide()
        self.closed.emit()

    def retranslate(self) -> None:
        combo = self.ui.direction_combo
        chosen = combo.currentData() or (Direction.NONE if self._edited else Direction.OUTBOUND)
        combo.clear()
        for direction in (Direction.OUTBOUND, Direction.INBOUND):
            combo.addItem(direction_word(direction), direction.value)
        combo.setCurrentIndex(combo.findData(chosen))
        combo.setVisible(self.kind in DIRECTED)
        word, editing = interaction_word(self.kind), self._edited is not None
        self.ui.kind_label.setText(self.tr("Change: %1").replace("%1", word) if editing else word)
        for field in (self.ui.next_contact_label, self.ui.next_contact_edit):
            field.setVisible(not editing)
        for field in (self.ui.day_label, self.ui.day_edit):
            field.setVisible(editing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_entry()
        else:
            super().keyPressEvent(event)

    def _enter(self) -> None:
        day = self.ui.day_edit if self._edited is not None else self.ui.next_contact_edit
        try:
            day.value()
        except ValueError:
            day.line_edit.setFocus()
            return
        problems = check_interaction(self.interaction(0))
        if problems:
            self._show_problem(problems[0])
        else:
            self.entered.emit()

    def _changed(self, recorded: Interaction) -> Interaction:
        """With what was changed; a field that nobody touched keeps even what it can't show."""
        text, outcome, direction = (
            self.ui.text_edit,
            self.ui.outcome_edit,
            self.ui.direction_combo.currentData(),
        )
        local = recorded.occurred_at.astimezone(ZoneInfo(self._time_zone))
        day = self.ui.day_edit.readable() or local.date()
        moved = local.replace(year=day.year, month=day.month, day=day.day).astimezone(UTC)
        return replace(
            recorded,
            text=text.text() if text.isModified() else recorded.text,
            outcome=outcome.text() if outcome.isModified() else recorded.outcome,
            direction=Direction(direction) if self.kind in DIRECTED and direction else recorded.direction,
            occurred_at=recorded.occurred_at if day == local.date() else moved,
        )

    def _show_problem(self, problem: Problem) -> None:
        self.ui.text_problem.show_problem(problem, self.ui.text_edit)
        self.ui.text_edit.setFocus()

    def _clear_problem(self) -> None:
        self.ui.text_problem.show_problem(None, self.ui.text_edit)
