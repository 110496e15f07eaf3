"""The office's sensitive fields in the rules: a list, and what can be done with the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QListWidgetItem, QWidget

from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.sensitive import SensitiveField
from cims_desktop.gui import theme
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.sensitive_field import SensitiveFieldDialog
from cims_desktop.gui.rights import explain
from cims_desktop.gui.sensitive_words import sensitive_title
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.widgets.key_acts import KeyActs
from cims_desktop.gui.words import fault_sentence

ROW = 27


class SensitiveFields(QObject):
    """Lives in the form of the rules (`ui`); every act is in force at once, with its own entry in the journal."""

    def __init__(self, desk: Desk, ui: Any, page: QWidget) -> None:
        super().__init__(page)
        self._desk, self._ui, self._page = desk, ui, page
        self._fields: tuple[SensitiveField, ...] = ()
        acts = (ui.field_add_button, ui.field_rename_button, ui.field_switch_button)
        flow_acts(ui.sensitive_acts_panel, acts)
        ui.fields_list.currentRowChanged.connect(self._enable)
        ui.fields_list.itemActivated.connect(self._rename)
        KeyActs(ui.fields_list, {Qt.Key.Key_Return: self._rename, Qt.Key.Key_Enter: self._rename})
        ui.field_add_button.clicked.connect(self._add)
        ui.field_rename_button.clicked.connect(self._rename)
        ui.field_switch_button.clicked.connect(self._switch)
        theme.notifier().changed.connect(self._fit)

    def show(self, fields: Sequence[SensitiveField]) -> None:
        """Lists the fields; the one that was chosen stays chosen."""
        current = self._current()
        self._fields = tuple(fields)
        names = [field.name for field in self._fields]
        self._ui.fields_list.clear()
        for field in self._fields:
            self._ui.fields_list.addItem(QListWidgetItem(self._text(field)))
        if names:
            wanted = current.name if current else ""
            self._ui.fields_list.setCurrentRow(names.index(wanted) if wanted in names else 0)
        self._fit()
        self._enable()

    def retranslate(self) -> None:
        """Writes the fields in the language of the window."""
        self.show(self._fields)

    def _text(self, field: SensitiveField) -> str:
        title = sensitive_title(field)
        return title if field.active else self.tr("%1 (switched off)").replace("%1", title)

    def _fit(self) -> None:
        """As high as its rows: the page scrolls, not the list in it."""
        rows = max(len(self._fields), 1)
        self._ui.fields_list.setFixedHeight(theme.px(ROW) * min(rows, 8) + theme.px(6))

    def _enable(self, _row: int = 0) -> None:
        ui, user, current = self._ui, self._desk.user, self._current()
        explain(ui.field_add_button, Permission.MANAGE_OFFICE, user)
        for button in (ui.field_rename_button, ui.field_switch_button):
            explain(button, Permission.MANAGE_OFFICE, user, enabled=current is not None)
        off = current is not None and not current.active
        ui.field_switch_button.setText(self.tr("Switch on") if off else self.tr("Switch off"))

    def _current(self) -> SensitiveField | None:
        row = self._ui.fields_list.currentRow()
        return self._fields[row] if 0 <= row < len(self._fields) else None

    def _add(self) -> None:
        self._open(None, self._desk.office.sensitive.define)

    def _rename(self) -> None:
        if (current := self._current()) is not None and self._ui.field_rename_button.isEnabled():
            self._open(current, self._desk.office.sensitive.amend)

    def _switch(self) -> None:
        current, office, by = self._current(), self._desk.office, self._desk.user
        if current is None:
            return
        changed = replace(current, active=not current.active)
        said = self.tr("“%1” is in use again") if changed.active else self.tr(
            "“%1” is switched off; values that were entered stay sealed"
        )  # fmt: skip
        said = said.replace("%1", sensitive_title(current))
        self._desk.write(
            lambda: office.sensitive.amend(changed, by=by),
            lambda _changes: self._desk.notices.succeed(said),
            owner=self,
        )

    def _open(self, field: SensitiveField | None, store: Callable[..., Any]) -> None:
        dialog = SensitiveFieldDialog(field, self._page)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.submitted.connect(partial(self._store, dialog, store))
        dialog.open()

    def _store(self, dialog: SensitiveFieldDialog, store: Callable[..., Any], field: SensitiveField) -> None:
        by = self._desk.user

        def refused(error: CimsError) -> None:
            if isinstance(error, Invalid):
                dialog.show_problems(error.problems)
            else:
                dialog.show_fault(" ".join(fault_sentence(error)).strip())

        self._desk.write(
            lambda: store(field, by=by), lambda _changes: dialog.accept(), owner=dialog, failed=refused
        )
