"""The Timeline tab: what happened with a customer, and a quick way to add to it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QMenu, QWidget

from cims_desktop.domain.changes import Changes
from cims_desktop.domain.interactions import Interaction, InteractionKind
from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.timeline import EntryKind, TimelineEntry
from cims_desktop.gui._gen.ui_customer_timeline_tab import Ui_CustomerTimelineTab
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.drafting import DraftValue
from cims_desktop.gui.icons import apply_icons, icon
from cims_desktop.gui.pages.customers.customer_tab import CustomerTab
from cims_desktop.gui.pages.customers.history_rows import ICONS, entry_row
from cims_desktop.gui.words import interaction_word

KEYS = {"c": InteractionKind.CALL, "v": InteractionKind.VISIT, "n": InteractionKind.NOTE}
IN_MENU = (
    InteractionKind.EMAIL,
    InteractionKind.MESSAGE,
    InteractionKind.MEETING,
    InteractionKind.COMPLAINT,
)


class TimelineTab(CustomerTab):
    """C, V or N on the list (or the buttons) opens the quick form; Enter saves it. Enter on an entry changes it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomerTimelineTab()
        self.ui.setupUi(self)
        apply_icons(self)
        self._entries: tuple[TimelineEntry, ...] = ()
        ui = self.ui
        ui.more_button.setMenu(QMenu(self))
        for button, kind in (
            (ui.call_button, InteractionKind.CALL),
            (ui.visit_button, InteractionKind.VISIT),
            (ui.note_button, InteractionKind.NOTE),
        ):
            button.clicked.connect(partial(self.begin, kind))
        ui.entries_list.key_typed.connect(self._key_typed)
        ui.entries_list.opener = self._change
        ui.quick_entry.entered.connect(self._record)
        ui.quick_entry.closed.connect(ui.entries_list.setFocus)
        self._fill_menu()

    def start(self, desk: Desk) -> None:
        super().start(desk)
        self.ui.quick_entry.use_clock(desk.office.now, desk.today)
        desk.drafts.register(self, self._draft)

    def offer(self) -> None:
        for button in (self.ui.call_button, self.ui.visit_button, self.ui.note_button, self.ui.more_button):
            self.bind(button, Permission.RECORD_HISTORY)

    def begin(self, kind: InteractionKind) -> None:
        """Opens the quick form."""
        if self.allows(Permission.RECORD_HISTORY):
            self.ui.quick_entry.open_entry(kind)

    def resume(self, payload: Mapping[str, Any]) -> bool:
        """Opens the quick form with a draft. False: something else is typed there, or it may not be recorded."""
        if self.has_text() or not self.allows(Permission.RECORD_HISTORY):
            return False
        desk, record = self.desk, payload.get("interaction")
        show = partial(self.ui.quick_entry.resume, payload, time_zone=desk.time_zone)
        if record is None:
            show(None)
        else:
            desk.read(lambda: desk.office.timeline.get(record, by=desk.user), show, owner=self)
        return True

    def has_text(self) -> bool:
        """Whether the quick form holds something that is not saved."""
        return bool(self.ui.quick_entry.has_text())

    def clear(self) -> None:
        # Another customer closes the form as well; whoever goes through the list keeps the keyboard there.
        blocked = self.ui.quick_entry.blockSignals(True)
        self.ui.quick_entry.close_entry()
        self.ui.quick_entry.blockSignals(blocked)
        self.ui.entries_list.set_rows(())
        self.ui.empty_label.hide()

    def reload(self) -> None:
        customer_id, desk = self.customer_id, self.desk
        assert customer_id is not None
        self.running = desk.read(
            lambda: desk.office.timeline.entries(customer_id, by=desk.user), self._show, owner=self
        )

    def retranslate(self) -> None:
        self._fill_menu()
        self._show(self._entries)

    def _draft(self) -> DraftValue | None:
        typed = self.ui.quick_entry.draft()
        return None if typed is None or self.customer_id is None else ("entry", self.customer_id, typed)

    def _show(self, entries: tuple[TimelineEntry, ...]) -> None:
        self._entries = entries
        zone = self.desk.time_zone
        self.ui.entries_list.set_rows([entry_row(entry, zone) for entry in entries])
        self.ui.empty_label.setVisible(not entries)

    def _key_typed(self, key: str) -> None:
        if key in KEYS:
            self.begin(KEYS[key])

    def _record(self) -> None:
        if self.customer_id is None or not self.allows(Permission.RECORD_HISTORY):
            return
        interaction = self.ui.quick_entry.interaction(self.customer_id)
        desk = self.desk
        timeline = desk.office.timeline
        store = timeline.record if interaction.id is None else timeline.amend
        desk.write(lambda: store(interaction, by=desk.user), self._recorded, owner=self)

    def _change(self, position: int) -> bool:
        """Opens an interaction in the quick form, unless something typed is in it. False: nothing to change here."""
        entry, desk = self._entries[position], self.desk
        if entry.kind is not EntryKind.INTERACTION or not self.may(Permission.RECORD_HISTORY):
            return False
        if self.has_text():
            self.ui.quick_entry.ui.text_edit.setFocus()
        else:
            desk.read(
                lambda: desk.office.timeline.get(entry.record, by=desk.user), self._show_recorded, owner=self
            )
        return True

    def _show_recorded(self, recorded: Interaction) -> None:
        if recorded.customer_id == self.customer_id and not self.has_text():
            self.ui.quick_entry.edit(recorded, self.desk.time_zone)

    def _recorded(self, _changes: Changes) -> None:
        self.ui.quick_entry.close_entry()

    def _fill_menu(self) -> None:
        menu = self.ui.more_button.menu()
        menu.clear()
        for kind in IN_MENU:
            menu.addAction(icon(ICONS[kind]), interaction_word(kind), partial(self.begin, kind))
