"""Brings a draft about a customer back to the page where it was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from cims_desktop.gui.pages.customers import detail_questions

if TYPE_CHECKING:
    from cims_desktop.gui.pages.customers.customer_editor import Opened
    from cims_desktop.gui.pages.customers.page import CustomersPage
    from cims_desktop.services.drafts import Draft

TIMELINE, PURCHASES, SATISFACTION = range(3)


def resume_customer(page: CustomersPage, draft: Draft, then: Callable[[], object] | None = None) -> bool:
    """Opens the customer of a draft; calls `then`, or without it shows the draft in his form.

    False: something else is typed there.
    """
    pane = page.detail
    if pane.has_unsaved() or pane.tabs.has_text():
        return False
    page.activate()

    def opened(found: Opened) -> None:
        pane.editor.opened.disconnect(opened)
        if found.customer.id != draft.record:
            return
        if then is not None:
            then()
        else:
            page.desk.notices.clear()  # The pane has offered it by itself.
            detail_questions.take_draft(pane, found.customer, draft)

    pane.editor.opened.connect(opened)
    page.show_at_once(draft.record)
    return True


def resume_in_tab(page: CustomersPage, draft: Draft) -> bool:
    """Shows a draft of a tab of the customer that is shown. False: it can't be entered there now."""
    pane = page.detail
    timeline, purchases, satisfaction = pane.ui.timeline_tab, pane.ui.purchases_tab, pane.ui.satisfaction_tab
    tab, way = {
        "entry": (TIMELINE, timeline.resume),
        "purchase": (PURCHASES, purchases.resume_purchase),
        "refund": (PURCHASES, purchases.resume_refund),
        "score": (SATISFACTION, satisfaction.resume),
    }[draft.form]
    pane.tabs.choose(tab)
    return bool(way(draft.payload))
