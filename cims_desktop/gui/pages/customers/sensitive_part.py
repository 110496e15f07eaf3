"""The sensitive fields of the customer that the detail pane shows: reads, reveals, removes, and says what was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError, Invalid, Problem
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.sensitive import SensitiveField, SensitiveValue
from cims_desktop.gui import counter_mode
from cims_desktop.gui import format as text_format
from cims_desktop.gui.rights import explain
from cims_desktop.gui.sensitive_words import sensitive_title
from cims_desktop.gui.widgets.sensitive_section import SensitiveSection, Typed
from cims_desktop.gui.words import fault_sentence, problem_sentence

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk

Known = tuple[tuple[SensitiveField, ...], tuple[SensitiveValue, ...]]
DRAFTED, UNREADABLE = "sensitive", "sensitive_unreadable"
"""Keys of a draft's payload: typed values by field, and the fields whose typed values this user can't read."""


class SensitivePart(QObject):
    """Looks after a `SensitiveSection`. `edited()`: something was typed, or what was typed went."""

    edited = Signal()

    def __init__(self, desk: Desk, section: SensitiveSection, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._section, self._window = desk, section, window
        self._customer: int | None = None
        self._binned = False
        self.refused = False
        section.edited.connect(self.edited)
        section.reveal_asked.connect(self._reveal)
        section.clear_asked.connect(self._clear)
        counter_mode.mode().changed.connect(self._explain)

    def show_customer(self, customer_id: int | None, *, binned: bool) -> None:
        """Shows a customer's fields; what was typed for another is dropped, for the same one kept."""
        if customer_id != self._customer:
            self._section.begin()
        self._customer, self._binned = customer_id, binned
        office, user = self._desk.office, self._desk.user
        if customer_id is None:
            return

        def work() -> Known:
            return office.sensitive.fields(by=user), office.sensitive.of_customer(customer_id, by=user)

        self._desk.read(work, partial(self._show, customer_id), owner=self, failed=lambda _error: None)

    def typed(self) -> tuple[Typed, ...]:
        """What was typed and not saved."""
        return self._section.typed()

    def discard(self) -> None:
        """Drops what was typed."""
        self._section.forget([row.field.name for row in self._section.rows()])

    def may_save(self) -> bool:
        """Whether all that was typed can be saved; asks about what is doubtful, goes to what is wrong."""
        return settle_typed(self._desk, self._section, self._window)

    def saved(self, names: Sequence[str], refused: Mapping[str, CimsError]) -> None:
        """These are stored; those were refused and stay typed, with the reason beside them."""
        self._section.forget(names)
        self.refused = bool(refused)
        for name, error in refused.items():
            row = self._section.row(name)
            problems = error.problems if isinstance(error, Invalid) else ()
            if row is not None and problems:
                row.show_problems(problems)
            else:
                self._desk.show_fault(error)
            self._section.go_to(name)

    def take_draft(self, draft: Mapping[str, Any], told: Callable[[str], None]) -> None:
        """Brings typed values back. Those that this user can't read go straight to their places; `told` says so."""
        values = draft.get(DRAFTED)
        self._section.show_typed(values if isinstance(values, Mapping) else {})
        self.edited.emit()
        sensitive, user, customer_id = self._desk.office.sensitive, self._desk.user, self._customer
        closed = [str(name) for name in draft.get(UNREADABLE) or ()]
        if not closed or customer_id is None:
            return

        def work() -> Changes:
            done = Changes()
            for name in closed:
                done = sensitive.put_draft(customer_id, name, by=user)
            return done

        titles = [sensitive_title(row.field) for row in self._section.rows() if row.field.name in closed]
        text = self.tr("What you had typed there is saved: %1.").replace("%1", self.tr(", ").join(titles))
        self._desk.write(work, lambda _changes: told(text), owner=self)

    def _show(self, customer_id: int, known: Known) -> None:
        if customer_id != self._customer:
            return
        fields, values = known
        filled = {value.field for value in values}
        wanted = [one for one in fields if one.active or one.name in filled]
        self._section.use_fields(wanted, self._desk.office.sensitive.examine)
        self._section.show_values(values, self._when)
        self._explain()

    def _when(self, value: SensitiveValue) -> str:
        day = text_format.instant(value.updated_at, self._desk.time_zone)
        if not value.by_name:
            return self.tr("entered %1").replace("%1", day)
        return self.tr("entered %1 by %2").replace("%1", day).replace("%2", value.by_name)

    def _explain(self) -> None:
        user, hidden = self._desk.user, counter_mode.is_on()
        for row in self._section.rows():
            reveals = explain(row.ui.reveal_button, Permission.REVEAL_SENSITIVE, user, enabled=not hidden)
            if hidden and reveals:
                row.ui.reveal_button.setToolTip(counter_mode.refusal())
            for button in (row.ui.replace_button, row.ui.clear_button):
                explain(button, Permission.EDIT_CUSTOMERS, user, enabled=not self._binned)
            row.set_editable(editable=user.may(Permission.EDIT_CUSTOMERS) and not self._binned)

    def _reveal(self, name: str) -> None:
        sensitive, user, customer_id = self._desk.office.sensitive, self._desk.user, self._customer
        if customer_id is None:
            return

        def done(value: str) -> None:
            row = self._section.row(name)
            if row is not None and customer_id == self._customer:
                row.revealed.show(value)

        self._desk.write(lambda: sensitive.reveal(customer_id, name, by=user), done, owner=self)

    def _clear(self, name: str) -> None:
        sensitive, user, customer_id = self._desk.office.sensitive, self._desk.user, self._customer
        row = self._section.row(name)
        if row is None or customer_id is None:
            return
        title = self.tr("Remove “%1”?").replace("%1", sensitive_title(row.field))
        text = self.tr("The value is removed at once and can't be brought back.")
        if self._desk.questions.ask(self._window, title, text, self.tr("Remove value"), destructive=True):
            self._desk.write(lambda: sensitive.clear(customer_id, name, by=user), owner=self)


def settle_typed(desk: Desk, section: SensitiveSection, window: QWidget) -> bool:
    """Whether what is typed in `section` can be saved; asks about what is doubtful, goes to what is wrong."""
    errors, doubts = section.check()
    if errors:
        section.go_to(errors[0].field)
        return False
    return not doubts or _confirmed(desk, section, doubts, window)


def _confirmed(desk: Desk, section: SensitiveSection, doubts: Sequence[Problem], window: QWidget) -> bool:
    translate = QCoreApplication.translate
    lines = []
    for problem in doubts:
        row = section.row(problem.field)
        title = sensitive_title(row.field) if row is not None else problem.field
        lines.append(f"{title}: {problem_sentence(problem)}")
    agreed = desk.questions.ask(
        window, translate("SensitivePart", "Is this right?"), "\n".join(lines),
        translate("SensitivePart", "Save all the same"), destructive=True,
    )  # fmt: skip
    if not agreed:
        section.go_to(doubts[0].field)
    return agreed


def store_typed(
    desk: Desk, customer_id: int, typed: Sequence[Typed], *, over_newer: bool = False
) -> dict[str, CimsError]:
    """On a worker thread: stores what was typed, doubts confirmed before; returns what was refused, by field."""
    refused: dict[str, CimsError] = {}
    for one in typed:
        try:
            desk.office.sensitive.put(
                customer_id, one.field, one.value, None if over_newer else one.version,
                by=desk.user, confirmed=True,
            )  # fmt: skip
        except CimsError as error:
            refused[one.field] = error
    return refused


def refused_sentence(error: CimsError) -> str:
    """Why a typed value could not be stored, in one sentence."""
    return " ".join(fault_sentence(error)).strip()
