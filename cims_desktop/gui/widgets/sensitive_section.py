"""The sensitive fields of one customer, folded away while nothing is in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from dataclasses import field as part

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from cims_desktop.domain.customers import Customer
from cims_desktop.domain.errors import Problem
from cims_desktop.domain.sensitive import SensitiveField, SensitiveValue, is_doubt
from cims_desktop.gui import theme
from cims_desktop.gui.icons import icon
from cims_desktop.gui.widgets.sensitive_row import Examine, SensitiveRow
from cims_desktop.gui.widgets.tab_stops import last_stop, tab_after

When = Callable[[SensitiveValue], str]


@dataclass(frozen=True)
class Typed:
    """A value that was typed for a field, over the `version` that the person saw (0: nothing was there)."""

    field: str
    value: str = part(repr=False)
    version: int = 0


class SensitiveSection(QWidget):
    """`use_fields` first. Signals as of `SensitiveRow`."""

    edited = Signal()
    reveal_asked = Signal(str)
    clear_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: dict[str, SensitiveRow] = {}
        self._examine: Examine = lambda _field, _value: ()
        self.head_button = QPushButton(self)
        self.head_button.setProperty("link", True)
        self.head_button.setCheckable(True)
        self.head_button.setAutoDefault(True)
        self.head_button.toggled.connect(self._fold)
        self.note_label = QLabel(self)
        self.note_label.setTextFormat(Qt.TextFormat.PlainText)
        self.note_label.setProperty("role", "small")
        self.note_label.setWordWrap(True)
        self._body = QWidget(self)
        self._body_layout = QVBoxLayout(self._body)
        self._body_layout.setContentsMargins(0, 0, 0, 0)
        self._body_layout.addWidget(self.note_label)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.head_button, alignment=Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._body)
        theme.notifier().changed.connect(self._dress)
        self._dress()
        self._set_words()
        self._fold(False)
        self.hide()

    def use_fields(self, fields: Sequence[SensitiveField], examine: Examine) -> None:
        """Makes a row for each field; what is typed in those that stay is kept."""
        self._examine = examine
        wanted = {one.name: one for one in fields}
        for name, row in list(self._rows.items()):
            if wanted.get(name) != row.field:
                del self._rows[name]
                row.hide()
                row.deleteLater()
        before: QWidget = self.head_button
        for place, one in enumerate(fields):
            row = self._rows.get(one.name) or self._make(one)
            self._body_layout.insertWidget(place, row)
            tab_after(before, row)
            before = last_stop(row, before)
        self._rows = {one.name: self._rows[one.name] for one in fields}
        self._show_rows()

    def show_values(self, values: Sequence[SensitiveValue], when: When) -> None:
        """Shows what is stored; what is typed stays. `when` words who entered a value and when."""
        by_field = {value.field: value for value in values}
        for name, row in self._rows.items():
            value = by_field.get(name)
            row.show_stored(value, when(value) if value is not None else "")
        self._show_rows()

    def begin(self) -> None:
        """Another customer: folded up, nothing typed, nothing known yet."""
        for row in self._rows.values():
            row.show_stored(None, "")
        self.forget(tuple(self._rows))
        self.head_button.setChecked(False)

    def rows(self) -> tuple[SensitiveRow, ...]:
        """The rows in their order."""
        return tuple(self._rows.values())

    def row(self, name: str) -> SensitiveRow | None:
        """The row of a field, if there is one."""
        return self._rows.get(name)

    def typed(self) -> tuple[Typed, ...]:
        """Everything that was typed and not saved."""
        return tuple(
            Typed(name, row.typed(), row.stored.version if row.stored is not None else 0)
            for name, row in self._rows.items()
            if row.typed()
        )

    def show_typed(self, values: Mapping[str, str]) -> None:
        """Puts a draft's values into their fields."""
        for name, value in values.items():
            if name in self._rows:
                self._rows[name].show_typed(str(value))
        self.unfold_if_filled()

    def forget(self, names: Sequence[str]) -> None:
        """Drops what was typed into these fields: it is saved, or not wanted."""
        for name in names:
            if name in self._rows:
                self._rows[name].forget()

    def check(self) -> tuple[tuple[Problem, ...], tuple[Problem, ...]]:
        """(errors, doubts) of what is typed, each shown beside its field."""
        found = [problem for row in self._rows.values() for problem in row.check()]
        doubts = tuple(one for one in found if is_doubt(one))
        return tuple(one for one in found if not is_doubt(one)), doubts

    def go_to(self, name: str) -> None:
        """Puts the cursor into a field."""
        self.head_button.setChecked(True)
        if name in self._rows:
            self._rows[name].ui.value_edit.setFocus()

    def unfold_if_filled(self) -> None:
        """Unfolds where there is something to see; what the person unfolded stays so."""
        if any(row.stored is not None or row.typed() for row in self._rows.values()):
            self.head_button.setChecked(True)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        super().changeEvent(event)

    def _make(self, field: SensitiveField) -> SensitiveRow:
        row = SensitiveRow(field, self._examine, self._body)
        row.edited.connect(self.edited)
        row.reveal_asked.connect(self.reveal_asked)
        row.clear_asked.connect(self.clear_asked)
        self._rows[field.name] = row
        return row

    def _show_rows(self) -> None:
        """A field out of use shows only what is in it."""
        for row in self._rows.values():
            row.setVisible(row.field.active or row.stored is not None)
        self.setVisible(any(not row.isHidden() for row in self._rows.values()))
        self.unfold_if_filled()

    def _fold(self, shown: bool) -> None:
        self._body.setVisible(shown)
        self.head_button.setIcon(icon("chevron-down" if shown else "chevron-right", "accent"))

    def _dress(self) -> None:
        for layout, gap in ((self._body_layout, 10), (self.layout(), 6)):
            if layout is not None:
                layout.setSpacing(theme.px(gap))

    def _set_words(self) -> None:
        self.head_button.setText(self.tr("Sensitive data"))
        self.note_label.setText(
            self.tr("Stored under a key of its own. Who reveals a value is written down with name and time.")
        )


def is_untouched(customer: Customer, typed: Sequence[Typed]) -> bool:
    """Whether nothing of a new customer was typed."""
    return customer == Customer("") and not typed
