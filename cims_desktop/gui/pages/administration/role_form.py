"""The form of one role: its name and the matrix of its rights, in the form of the section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.permissions import MaskField, MaskLevel, Permission, Scope
from cims_desktop.domain.roles import Role, role_problems
from cims_desktop.gui.forms import mark_invalid
from cims_desktop.gui.words import problem_sentence

if TYPE_CHECKING:
    from cims_desktop.gui.drafting import DraftValue


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

    def draft(self) -> DraftValue | None:
        """The own role that is being edited, for the keeper of drafts; None: it is as it is stored."""
        role = self.edited()
        if role is None or not self.has_unsaved():
            return None
        rights = {right.value: scope.value for right, scope in role.rights.items()}
        masks = {field.value: level.value for field, level in role.masks.items()}
        kept = {"key": role.key, "name": role.name, "base": role.base, "version": role.version}
        return "role", None, {**kept, "rights": rights, "masks": masks}

    def take_draft(self, stored: Role | None, payload: Mapping[str, Any]) -> Role:
        """Shows the role of a draft over the stored one (None: it was never saved), and returns it."""
        rights = {Permission(name): Scope(scope) for name, scope in payload["rights"].items()}
        masks = {MaskField(name): MaskLevel(level) for name, level in payload["masks"].items()}
        version = int(payload["version"])
        typed = Role(payload["key"], rights, masks, payload["name"], payload["base"], version=version)
        self.show(typed)
        if stored is not None:
            self.shown = replace(stored, version=version)
        self.changed.emit()
        return typed

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
