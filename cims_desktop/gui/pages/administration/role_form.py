"""The form of one role: its name and the matrix of its rights, in the form of the section."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.roles import Role, role_problems
from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.words import problem_sentence


class RoleForm(QObject):
    """`changed()`: the person typed or chose something; what is wrong with it stands beside it already.

    `shown` is the role as it is stored (or as it was copied); `edited()` as the form has it.
    """

    changed = Signal()

    def __init__(self, ui: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self.shown: Role | None = None
        ui.name_edit.textEdited.connect(self._touched)
        ui.rights_grid.changed.connect(self._touched)

    def show(self, role: Role) -> None:
        """Shows a role: a ready one to be read, an own one to be edited."""
        self.shown = role
        self._ui.name_edit.setText(role.name)
        self._ui.rights_grid.show_role(role, editable=not role.built_in)
        self.show_problems(() if role.built_in else role_problems(role))

    def edited(self) -> Role | None:
        """The role as it stands in the form; a ready one as it is."""
        if self.shown is None or self.shown.built_in:
            return self.shown
        grid, name = self._ui.rights_grid, self._ui.name_edit.text().strip()
        return replace(self.shown, name=name, rights=grid.rights(), masks=grid.masks())

    def has_unsaved(self) -> bool:
        """Whether an own role was changed, or is new, and not saved."""
        shown = self.shown
        return shown is not None and not shown.built_in and (shown.version == 0 or self.edited() != shown)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Says what is wrong beside the name and beside each right; none clears them all."""
        named = next((problem for problem in problems if problem.field == "name"), None)
        sentence = problem_sentence(named) if named else ""
        mark_invalid(self._ui.name_edit, self._ui.name_error_label, sentence)
        self._ui.rights_grid.show_problems(problems)

    def _touched(self) -> None:
        if (role := self.edited()) is not None:
            self.show_problems(role_problems(role))
        self.changed.emit()
