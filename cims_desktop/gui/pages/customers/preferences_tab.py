"""The Preferences tab: how and when a customer likes to be reached, interests, consent per channel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cims_desktop.domain.preferences import ConsentChannel, Preferences, PreferredTime
from cims_desktop.gui._gen.ui_customer_preferences_tab import Ui_CustomerPreferencesTab
from cims_desktop.gui.counter_mode import mark
from cims_desktop.gui.pages.customers.customer_tab import CustomerTab
from cims_desktop.gui.pages.customers.draft_codec import preferences_of
from cims_desktop.gui.words import preferred_channel_word, preferred_time_word


class PreferencesTab(CustomerTab):
    """Saved together with the customer's form. `edited()`: the person changed something."""

    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ui = Ui_CustomerPreferencesTab()
        self.ui.setupUi(self)
        self._preferences: Preferences | None = None
        self._wanted: Mapping[str, Any] | None = None
        self._shown = False
        self.setEnabled(False)
        ui = self.ui
        ui.channel_combo.activated.connect(self.edited)
        ui.time_combo.activated.connect(self.edited)
        ui.interests_edit.edited.connect(self.edited)
        ui.consents_edit.edited.connect(self.edited)
        mark(ui.interests_edit, ui.consents_edit)
        self._fill_choices()

    def preferences(self) -> Preferences | None:
        """The preferences as chosen; None before they were read."""
        if self._preferences is None:
            return None
        return replace(
            self._preferences,
            channel=self.ui.channel_combo.currentData() or "",
            time=PreferredTime(self.ui.time_combo.currentData()),
            interests=self.ui.interests_edit.value(),
            consents=self.ui.consents_edit.value(),
        )

    def is_changed(self) -> bool:
        """Whether something differs from what was read."""
        self.ui.interests_edit.commit()
        return self._preferences is not None and self.preferences() != self._preferences

    def discard(self) -> None:
        """Shows again what was read."""
        if self._preferences is not None:
            self._show(self._preferences)

    def draft(self) -> Preferences | None:
        """What was changed, a half-typed word too, without touching what is typed; None: nothing."""
        chosen = self.preferences()
        if chosen is None:
            return None
        typed = replace(chosen, interests=self.ui.interests_edit.typed())
        return None if typed == self._preferences else typed

    def take_draft(self, payload: Mapping[str, Any]) -> None:
        """Shows the preferences of a draft over the stored ones, as soon as those are read."""
        self._wanted = payload
        if self._preferences is not None:
            self._take_wanted(self._preferences)

    def reread(self) -> None:
        """Reads again although something was changed: it was saved just now."""
        self._preferences = None
        self._load()

    def clear(self) -> None:
        self._preferences, self._wanted, self._shown = None, None, False
        self.offer()

    def offer(self) -> None:
        self.setEnabled(self._shown and not self._binned)

    def reload(self) -> None:
        customer_id, desk = self.customer_id, self.desk
        assert customer_id is not None
        if self._preferences is not None and self.is_changed():
            return  # What the person typed is not overwritten by what somebody else saved.
        self.running = desk.read(
            lambda: desk.office.preferences.get(customer_id, by=desk.user), self._show, owner=self
        )

    def retranslate(self) -> None:
        self._fill_choices()

    def _show(self, preferences: Preferences) -> None:
        self._put(preferences)
        # Read back from the fields: whatever they can't show exactly must not count as a change.
        self._preferences = preferences
        self._preferences = self.preferences()
        self._shown = True
        self.offer()
        if self._wanted is not None:
            self._take_wanted(preferences)

    def _take_wanted(self, stored: Preferences) -> None:
        payload, self._wanted = self._wanted, None
        typed = preferences_of(payload or {}, stored)
        if typed is not None:
            self._put(typed)
            assert self._preferences is not None
            self._preferences = replace(self._preferences, version=typed.version)
            self.edited.emit()

    def _put(self, preferences: Preferences) -> None:
        ui = self.ui
        if ui.channel_combo.findData(preferences.channel) < 0:
            ui.channel_combo.addItem(preferences.channel, preferences.channel)
        ui.channel_combo.setCurrentIndex(ui.channel_combo.findData(preferences.channel))
        ui.time_combo.setCurrentIndex(ui.time_combo.findData(preferences.time.value))
        ui.interests_edit.set_value(preferences.interests)
        ui.consents_edit.set_value(preferences.consents)

    def _fill_choices(self) -> None:
        channel, time = self.ui.channel_combo, self.ui.time_combo
        chosen = channel.currentData() or "", time.currentData() or ""
        channel.clear()
        channel.addItem(self.tr("No preference"), "")
        for each in ConsentChannel:
            channel.addItem(preferred_channel_word(each.value), each.value)
        if channel.findData(chosen[0]) < 0:
            channel.addItem(chosen[0], chosen[0])
        channel.setCurrentIndex(channel.findData(chosen[0]))
        time.clear()
        for moment in PreferredTime:
            time.addItem(preferred_time_word(moment), moment.value)
        time.setCurrentIndex(time.findData(chosen[1]))
