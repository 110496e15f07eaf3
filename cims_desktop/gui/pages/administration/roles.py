"""The roles of the office: what each may do, own ones edited, and the program seen with their eyes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QPushButton, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.errors import CimsError, Invalid
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.roles import Role, role_problems
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_roles import Ui_RolesSection
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.pages.administration.role_form import RoleForm
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.right_words import role_sentence
from cims_desktop.gui.rights import explain
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.words import role_word

Answer = tuple[tuple[Role, ...], tuple[User, ...]]
MOST_NAMES = 5


class RolesSection(LivePage):
    """Shows one role at a time; the ready ones can be read and copied, the office's own ones edited."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_RolesSection()
        self.ui.setupUi(self)
        apply_icons(self)
        self._roles: tuple[Role, ...] = ()
        self._holders: dict[str, list[str]] = defaultdict(list)
        self._form = RoleForm(self.ui, self)
        self._wanted = ""
        self._drafted: Mapping[str, Any] | None = None
        desk.drafts.register(self, self._form.draft)
        acts = (self.ui.remove_button, self.ui.look_button, self.ui.copy_button)
        flow_acts(self.ui.acts_panel, acts, at_end=True)
        FoldingHead(self.ui.head_layout, self.ui.card_frame)
        self._connect()
        self._show_state()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Roles")

    def fetch(self) -> None:
        office, by = self.desk.office, self.desk.user
        self.running = self.desk.read(
            lambda: (office.roles.listing(by=by), office.users.listing(by=by)),
            self._show, owner=self, failed=self.failed,
        )  # fmt: skip

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or changes.office

    def retranslate(self) -> None:
        self.ui.rights_grid.retranslate()
        for position in range(self.ui.role_combo.count()):
            if position < len(self._roles):
                self.ui.role_combo.setItemText(position, role_word(self._roles[position]))
        self._show_state()

    def may_leave(self) -> bool:
        """Asks before changes are given up."""
        return not self._form.has_unsaved() or self._give_up()

    def save(self) -> None:
        """Stores the own role that is shown."""
        role, office, by = self._form.edited(), self.desk.office, self.desk.user
        if role is None or not self._form.has_unsaved():
            return
        if problems := role_problems(role):
            self._form.show_problems(problems)
            return
        self._wanted = role.key
        self.ui.save_button.setEnabled(False)
        self.desk.write(lambda: office.roles.save(role, by=by), self._saved, owner=self, failed=self._refused)

    def resume(self, _record: int, payload: Mapping[str, Any]) -> bool:
        """Shows the role of a draft, as soon as the roles are read. False: another one is being edited."""
        if self._form.has_unsaved():
            return False
        self._drafted = payload
        if self._roles:
            self.reload()
        return True

    def _connect(self) -> None:
        ui = self.ui
        ui.role_combo.activated.connect(self._choose)
        ui.copy_button.clicked.connect(self._copy)
        ui.look_button.clicked.connect(lambda: self.desk.routes.look_requested.emit(self._form.shown))
        ui.remove_button.clicked.connect(self._remove)
        ui.save_button.clicked.connect(self.save)
        ui.discard_button.clicked.connect(self._discard)
        self._form.changed.connect(self._show_state)

    def _show(self, answer: Answer) -> None:
        """New roles from the office; what is being edited stays."""
        unsaved = self._form.shown if self._form.has_unsaved() else None
        self._roles, users = answer
        self._holders = defaultdict(list)
        for user in users:
            self._holders[user.role.key].append(user.display_name)
        if unsaved is not None and self._wanted != unsaved.key:
            self._fill_combo(unsaved)
            self._show_state()
            return
        key = self._wanted or (self._form.shown.key if self._form.shown else "")
        self._wanted = ""
        if self._drafted is not None:
            payload, self._drafted = self._drafted, None
            stored = next((one for one in self._roles if one.key == payload["key"]), None)
            self._fill_combo(self._form.take_draft(stored, payload))
            self._show_state()
            return
        self._put(next((role for role in self._roles if role.key == key), self._roles[0]))

    def _put(self, role: Role) -> None:
        """Shows a role, one of the office's or a new copy."""
        self._fill_combo(role)
        self._form.show(role)
        self._show_state()
        self.ui.scroll_area.verticalScrollBar().setValue(0)

    def _fill_combo(self, shown: Role) -> None:
        combo = self.ui.role_combo
        combo.clear()
        for role in self._roles:
            combo.addItem(role_word(role), role.key)
        if combo.findData(shown.key) < 0:
            combo.addItem(self.tr("%1 (not saved yet)").replace("%1", shown.name), shown.key)
        combo.setCurrentIndex(combo.findData(shown.key))

    def _choose(self, position: int) -> None:
        key = self.ui.role_combo.itemData(position)
        if self._form.shown is None or key == self._form.shown.key:
            return
        if self._form.has_unsaved() and not self._give_up():
            self.ui.role_combo.setCurrentIndex(self.ui.role_combo.findData(self._form.shown.key))
            return
        self._put(next(role for role in self._roles if role.key == key))

    def _show_state(self) -> None:
        ui, role, me = self.ui, self._form.shown, self.desk.user
        own = role is not None and not role.built_in
        ui.name_panel.setVisible(own)
        ui.foot_panel.setVisible(own)
        ui.foot_line_frame.setVisible(own)
        ui.note_label.setText(
            self.tr("Changes are in force for each person at the next sign-in.") if own
            else self.tr("A ready role can't be changed. Copy it to make one of your own.")
        )  # fmt: skip
        unsaved = self._form.has_unsaved()
        ui.saved_label.setText(self.tr("Unsaved changes") if unsaved else self.tr("All changes saved"))
        ui.discard_button.setEnabled(unsaved)
        explain(ui.save_button, Permission.MANAGE_USERS, me, enabled=unsaved)
        stored = role is not None and (role.built_in or role.version > 0)
        explain(ui.copy_button, Permission.MANAGE_USERS, me, enabled=stored)
        ui.look_button.setEnabled(stored and not unsaved and not me.looking)
        offer_removal(ui.remove_button, role, me, held=role is not None and bool(self._holders[role.key]))
        if role is not None:
            edited = self._form.edited() or role
            ui.sentence_label.setText(role_sentence(edited))
            ui.holders_label.setText(holders_text(self._holders[role.key]))

    def _copy(self) -> None:
        if self._form.shown is None or not self.may_leave():
            return
        office, by, role = self.desk.office, self.desk.user, self._form.shown
        name = self.tr("%1 (copy)").replace("%1", role_word(role))

        def copied(copy: Role) -> None:
            self._put(copy)
            self.ui.name_edit.setFocus()
            self.ui.name_edit.selectAll()

        self.desk.read(lambda: office.roles.copy(role, name, by=by), copied, owner=self)

    def _remove(self) -> None:
        role, office, by = self._form.shown, self.desk.office, self.desk.user
        if role is None:
            return
        title = self.tr("Remove the role “%1”?").replace("%1", role.name)
        text = self.tr("Nobody has it. What its holders did in the past stays in the journal.")
        if self.desk.questions.ask(self, title, text, self.tr("Remove role"), destructive=True):
            self._form.shown = None
            said = self.tr("The role “%1” is removed").replace("%1", role.name)
            self.desk.write(
                lambda: office.roles.remove(role.key, by=by),
                lambda _changes: self.desk.notices.succeed(said),
                owner=self,
            )

    def _saved(self, _changes: Changes) -> None:
        self.desk.notices.succeed(self.tr("The role is saved"))
        if (edited := self._form.edited()) is not None:
            self._form.shown = replace(
                edited, version=edited.version + 1
            )  # until the office's own answer is here
        self._show_state()

    def _refused(self, error: CimsError) -> None:
        self._wanted = ""
        if isinstance(error, Invalid):
            self._form.show_problems(error.problems)
            self._show_state()
            self.ui.name_edit.setFocus()
        else:
            self.desk.show_fault(error)
            self._show_state()

    def _discard(self) -> None:
        role = self._form.shown
        if role is not None:
            kept = next((one for one in self._roles if one.key == role.key), None)
            base = next((one for one in self._roles if one.key == role.base), self._roles[0])
            self._put(kept or base)

    def _give_up(self) -> bool:
        """Asks whether unsaved changes are to be lost; shows the stored role again then."""
        agreed = self.desk.questions.ask(
            self,
            self.tr("Give up the changes to this role?"),
            self.tr("The role has changes that are not saved."),
            self.tr("Give up changes"),
            destructive=True,
        )
        if agreed:
            self._discard()
        return agreed


def holders_text(names: Sequence[str]) -> str:
    """Who has a role, as a sentence."""
    translate = QCoreApplication.translate
    if not names:
        return translate("RolesSection", "Nobody has this role.")
    shown = [*names[:MOST_NAMES], *(["…"] if len(names) > MOST_NAMES else [])]
    text = translate("RolesSection", "Users with this role: %1")
    return text.replace("%1", translate("RolesSection", ", ").join(shown))


def offer_removal(button: QPushButton, role: Role | None, user: User, *, held: bool) -> None:
    """Shows the button for an own role that is stored; while somebody has it, the button says so."""
    own = role is not None and not role.built_in and role.version > 0
    button.setVisible(own)
    if explain(button, Permission.MANAGE_USERS, user, enabled=own and not held):
        reason = QCoreApplication.translate(
            "RolesSection", "Somebody has this role: give them another one first."
        )
        why = reason if held else ""
        button.setToolTip(why)
        button.setAccessibleDescription(why)
