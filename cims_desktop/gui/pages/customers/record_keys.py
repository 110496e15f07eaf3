"""The keyboard and the customer that is shown: keys in the list begin an entry, a new customer is gone to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from cims_desktop.gui.pages.customers.timeline_tab import KEYS
from cims_desktop.gui.widgets.key_acts import KeyActs

if TYPE_CHECKING:
    from cims_desktop.gui.pages.customers.customer_editor import Opened
    from cims_desktop.gui.pages.customers.page import CustomersPage


class RecordKeys(QObject):
    """C, V and N work where the timeline's own list needs not be reached first."""

    def __init__(self, page: CustomersPage) -> None:
        super().__init__(page)
        self._page = page
        self._created: int | None = None
        acts = {Qt.Key[f"Key_{key.upper()}"]: partial(self._begin, key) for key in KEYS}
        for widget in (page.list.ui.table, page.detail.ui.more_button, page.detail.ui.tab_bar):
            KeyActs(widget, acts)
        page.new_customers.created.connect(self._remember)
        page.detail.editor.opened.connect(self._go_to_created)

    def _begin(self, key: str) -> None:
        """For the customer that is seen: not for one that a row was left for a moment ago."""
        detail = self._page.detail
        shown = detail.customer
        if shown is not None and detail.isVisible() and shown.id == self._page.list.keeper.current:
            detail.tabs.begin_entry(key)

    def _remember(self, customer_id: int) -> None:
        self._created = customer_id

    def _go_to_created(self, opened: Opened) -> None:
        created, self._created = self._created, None
        if opened.customer.id == created:
            self._page.detail.ui.more_button.setFocus(Qt.FocusReason.OtherFocusReason)
