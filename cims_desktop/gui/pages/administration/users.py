"""The users of the office: who may sign in, in which role, and since when nobody saw them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.roles import Role
from cims_desktop.domain.users import User
from cims_desktop.gui._gen.ui_administration_users import Ui_UsersSection
from cims_desktop.gui.delegates.user_row_delegate import UserRowDelegate
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.format import number
from cims_desktop.gui.icons import apply_icons
from cims_desktop.gui.models.user_model import UserColumn, UserModel
from cims_desktop.gui.pages.administration.user_acts import UserActs
from cims_desktop.gui.pages.administration.user_columns import UserColumns
from cims_desktop.gui.pages.administration.user_limits import (
    why_not_another_role,
    why_not_disabled,
    why_not_reset,
)
from cims_desktop.gui.pages.live_page import LivePage
from cims_desktop.gui.rights import explain, set_administrators
from cims_desktop.gui.widgets.chart_canvas import dress_figure_table
from cims_desktop.gui.widgets.flow_layout import flow_acts
from cims_desktop.gui.widgets.folding_head import FoldingHead
from cims_desktop.gui.widgets.key_acts import KeyActs
from cims_desktop.gui.widgets.sort_header import SortHeader

Answer = tuple[tuple[User, ...], Mapping[int, datetime], tuple[Role, ...]]
THROTTLE_MS = 80


class UsersSection(LivePage):
    """Lists the users; Enter edits, Delete disables."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.ui = Ui_UsersSection()
        self.ui.setupUi(self)
        apply_icons(self)
        self._model = UserModel(desk.time_zone, self, desk.office.now)
        self._roles: tuple[Role, ...] = ()
        self._wanted = ""
        self._acts = UserActs(desk, self)
        self._acts.added.connect(self._go_to_new)
        self._typing = QTimer(self, singleShot=True, interval=THROTTLE_MS)
        self._typing.timeout.connect(self._filter)
        acts = (self.ui.able_button, self.ui.password_button, self.ui.edit_button, self.ui.add_button)
        flow_acts(self.ui.acts_panel, acts, at_end=True)
        FoldingHead(self.ui.head_layout, self.ui.card_frame)
        self._set_up_table()
        self._connect()
        self.retranslate()

    def title(self) -> str:
        """The section's name."""
        return self.tr("Users")

    def fetch(self) -> None:
        office, by = self.desk.office, self.desk.user

        def ask() -> Answer:
            return office.users.listing(by=by), office.rules.last_sign_ins(by=by), office.roles.listing(by=by)

        self.running = self.desk.read(ask, self._show, owner=self, failed=self.failed)

    def concerns(self, changes: Changes) -> bool:
        return changes.everything or changes.office

    def retranslate(self) -> None:
        self._columns.fit()
        self._word()
        self._enable()

    def resume(self, record: int, payload: Mapping[str, Any]) -> bool:
        """Opens the form of a user, or of a new one, with what a draft holds."""
        office, by = self.desk.office, self.desk.user

        def show(answer: tuple[tuple[User, ...], tuple[Role, ...]]) -> None:
            everybody, roles = answer
            user = next((one for one in everybody if one.id == record), None)
            if user is not None:
                self._acts.edit(user, roles, why_not_another_role(user, by, everybody), payload)
            elif not record:
                self._acts.add(roles, payload)

        self.desk.read(lambda: (office.users.listing(by=by), office.roles.listing(by=by)), show, owner=self)
        return True

    def _set_up_table(self) -> None:
        table = self.ui.users_table
        table.setModel(self._model)
        self._header = header = SortHeader(table)
        header.setSectionsMovable(False)
        table.setHorizontalHeader(header)
        dress_figure_table(table)
        table.setItemDelegate(UserRowDelegate(table))
        header.set_sort(UserColumn.NAME, descending=False)
        header.sectionClicked.connect(self._sort_by)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.selectionModel().currentRowChanged.connect(self._enable)
        table.doubleClicked.connect(self._edit)
        keys = {
            Qt.Key.Key_Return: self._edit,
            Qt.Key.Key_Enter: self._edit,
            Qt.Key.Key_Delete: self._disable,
        }
        KeyActs(table, keys, header=header)
        self._columns = UserColumns(table, header, self._model)

    def _connect(self) -> None:
        ui = self.ui
        ui.search_edit.textEdited.connect(self._typing.start)
        ui.search_edit.textChanged.connect(lambda text: None if text else self._filter())
        ui.disabled_check.toggled.connect(self._filter)
        ui.add_button.clicked.connect(lambda: self._acts.add(self._roles))
        ui.edit_button.clicked.connect(self._edit)
        ui.password_button.clicked.connect(self._reset)
        ui.able_button.clicked.connect(self._toggle_able)
        ui.empty_state.acted.connect(ui.search_edit.clear)

    def _show(self, answer: Answer) -> None:
        users, last_sign_ins, self._roles = answer
        set_administrators([one.display_name for one in users if one.active and one.role.administers])
        current = self._current()
        self._model.show_users(users, last_sign_ins)
        named = next((one.id for one in users if one.sign_in_name == self._wanted), None)
        self._wanted = ""
        self._arranged(named or (current.id if current else None))

    def _filter(self) -> None:
        current = self._current()
        self._model.filter(self.ui.search_edit.text(), disabled=self.ui.disabled_check.isChecked())
        self._arranged(current.id if current else None)

    def _sort_by(self, section: int) -> None:
        """Sorts by a column; by the one that is sorted by already the other way round."""
        column, order = self._model.order
        ways = Qt.SortOrder
        turned = section == column and order is ways.AscendingOrder
        current = self._current()
        self._model.sort(section, ways.DescendingOrder if turned else ways.AscendingOrder)
        self._header.set_sort(section, descending=turned)
        self._arranged(current.id if current else None)

    def _arranged(self, wanted: int | None) -> None:
        """The rows are others, or in another order: the same user stays chosen."""
        table, rows = self.ui.users_table, self._model.rowCount()
        self.ui.stack.setCurrentWidget(self.ui.table_page if rows else self.ui.empty_page)
        if rows:
            row = max(self._model.row_of(wanted), 0) if wanted is not None else 0
            table.selectRow(row)
            table.executeDelayedItemsLayout()  # the scroll bar still has the range of the rows before
            table.scrollTo(self._model.index(row, 0))
        self.retranslate()

    def _go_to_new(self, sign_in_name: str) -> None:
        self._wanted = sign_in_name
        self.ui.search_edit.clear()  # what was searched for need not be in the new one
        self.reload()

    def _word(self) -> None:
        shown, everybody = self._model.rowCount(), len(self._model.everybody)
        text = self.tr("%Ln user(s)", "", everybody)
        if shown != everybody:
            text = self.tr("%1 of %2 users").replace("%1", number(shown)).replace("%2", number(everybody))
        self.ui.count_label.setText(text)
        self.ui.empty_state.set_state(
            "search", self.tr("Nobody matches"),
            self.tr("Try fewer letters, or show the disabled users too."),
            self.tr("Show everybody") if self.ui.search_edit.text() else "",
        )  # fmt: skip

    def _enable(self, *_indexes: QModelIndex) -> None:
        """Offers what can be done with the user who is chosen, and says why something can't."""
        ui, user, me = self.ui, self._current(), self.desk.user
        not_able, not_reset = "", ""
        if user is not None:
            not_able = why_not_disabled(user, me, self._model.everybody) if user.active else ""
            not_reset = why_not_reset(user, me)
        ui.able_button.setText(
            self.tr("Disable…") if user is None or user.active else self.tr("Enable again")
        )
        explain(ui.add_button, Permission.MANAGE_USERS, me, enabled=bool(self._roles))
        explain(ui.edit_button, Permission.MANAGE_USERS, me, enabled=user is not None)
        for button, why in ((ui.able_button, not_able), (ui.password_button, not_reset)):
            if explain(button, Permission.MANAGE_USERS, me, enabled=user is not None and not why):
                button.setToolTip(why)
                button.setAccessibleDescription(why)
        ui.why_label.setText(not_able or not_reset)

    def _current(self) -> User | None:
        return self._model.user_at(self.ui.users_table.currentIndex().row())

    def _edit(self, *_index: QModelIndex) -> None:
        if (user := self._current()) is not None and self.ui.edit_button.isEnabled():
            why = why_not_another_role(user, self.desk.user, self._model.everybody)
            self._acts.edit(user, self._roles, why)

    def _reset(self) -> None:
        if (user := self._current()) is not None and self.ui.password_button.isEnabled():
            self._acts.reset(user)

    def _toggle_able(self) -> None:
        if (user := self._current()) is not None and not user.active:
            self._acts.enable(user)
        else:
            self._disable()

    def _disable(self) -> None:
        user = self._current()
        if user is not None and user.active and self.ui.able_button.isEnabled():
            self._acts.disable(user, self._model.everybody)
