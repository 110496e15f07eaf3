"""The row of tabs under the form; only the chosen tab is there, so that the pane is as tall as it must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtWidgets import QTabBar

from cims_desktop.gui.pages.customers.timeline_tab import KEYS

if TYPE_CHECKING:
    from cims_desktop.gui.desk import Desk
    from cims_desktop.gui.pages.customers.customer_tab import CustomerTab


class HistoryTabs(QObject):
    """Shows one of Timeline, Purchases, Satisfaction and Preferences of one customer."""

    def __init__(self, ui: Any, parent: QObject) -> None:
        super().__init__(parent)
        self._ui = ui
        self._bar: QTabBar = ui.tab_bar
        self._tabs: tuple[CustomerTab, ...] = (
            ui.timeline_tab,
            ui.purchases_tab,
            ui.satisfaction_tab,
            ui.preferences_tab,
        )
        for _tab in self._tabs:
            self._bar.addTab("")
        self._bar.setExpanding(False)
        self._bar.setDrawBase(False)
        self._bar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._bar.currentChanged.connect(self._show_tab)
        self._bar.installEventFilter(self)
        self._set_words()
        self._show_tab(0)

    def start(self, desk: Desk) -> None:
        """Is handed the desk, once."""
        for tab in self._tabs:
            tab.start(desk)

    def show_customer(self, customer_id: int) -> None:
        """Shows another customer's history."""
        for tab in self._tabs:
            tab.show_customer(customer_id)

    def set_binned(self, *, binned: bool) -> None:
        """Lets nothing be added or changed while the customer is in the bin."""
        for tab in self._tabs:
            tab.set_binned(binned=binned)

    def choose(self, position: int) -> None:
        """Goes to a tab."""
        self._bar.setCurrentIndex(position)

    def begin_entry(self, key: str) -> None:
        """Opens the quick form of the timeline for one of its keys, e.g. "c" for a call."""
        self.choose(0)
        self._ui.timeline_tab.begin(KEYS[key])

    def has_text(self) -> bool:
        """Whether a quick form holds something that is not saved."""
        return bool(self._ui.timeline_tab.has_text() or self._ui.satisfaction_tab.has_text())

    def forget_text(self) -> None:
        """Empties the quick forms."""
        self._ui.timeline_tab.ui.quick_entry.close_entry()
        self._ui.satisfaction_tab.forget_text()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._set_words()
        return super().eventFilter(watched, event)

    def _show_tab(self, position: int) -> None:
        for at, tab in enumerate(self._tabs):
            tab.setVisible(at == position)

    def _set_words(self) -> None:
        translate = QCoreApplication.translate
        words = (
            translate("HistoryTabs", "Timeline"),
            translate("HistoryTabs", "Purchases"),
            translate("HistoryTabs", "Satisfaction"),
            translate("HistoryTabs", "Preferences"),
        )
        for position, word in enumerate(words):
            self._bar.setTabText(position, word)
        self._bar.setAccessibleName(translate("HistoryTabs", "History"))
