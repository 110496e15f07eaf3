"""Offers what was typed before a crash or in another window, and brings it back to where it was typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.left_drafts import LeftDraftsDialog

if TYPE_CHECKING:
    from cims_desktop.gui.main_window import MainWindow
    from cims_desktop.services.drafts import Draft, LeftDraft

IN_TABS = ("entry", "purchase", "refund", "score")
SECTIONS = {"user": "users", "role": "roles", "office_rules": "office_rules"}
"""Where in the administration each form stands."""


class LeftDrafts(QObject):
    """Asks once after the sign-in; nothing is shown when nothing was left."""

    def __init__(self, desk: Desk, window: MainWindow) -> None:
        super().__init__(window)
        self._desk, self._window = desk, window

    def begin(self) -> None:
        """Looks for drafts of this user."""
        drafts, user = self._desk.office.drafts, self._desk.user
        self._desk.read(lambda: drafts.left(by=user), self._offer, owner=self)

    def resume(self, draft: Draft) -> bool:
        """Opens the form of a draft with all that it holds. False: it can't be opened now; the draft stays."""
        ways: dict[str, Callable[[Draft], bool]] = dict.fromkeys(IN_TABS, self._in_tab)
        ways |= dict.fromkeys(SECTIONS, self._administration)
        ways |= {"customer": self._customer, "product": self._product, "import": self._import}
        way = ways.get(draft.form)
        return way is not None and way(draft)

    def _offer(self, left: tuple[LeftDraft, ...]) -> None:
        if not left:
            return
        dialog = LeftDraftsDialog(self._desk, left, self._window)
        dialog.resumed.connect(self._resume_or_tell)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _resume_or_tell(self, draft: Draft) -> None:
        if not self.resume(draft):
            self._desk.notices.warn(
                self.tr("This can't be opened now. What you typed is kept and offered at the next sign-in.")
            )

    def _customer(self, draft: Draft) -> bool:
        right = Permission.VIEW_CUSTOMERS if draft.record else Permission.CREATE_CUSTOMERS
        page = self._page("customers") if self._desk.may(right) else None
        if page is None:
            return False
        from cims_desktop.gui.pages.customers.resuming import resume_customer

        return resume_customer(page, draft) if draft.record else bool(page.new_customers.resume(draft))

    def _in_tab(self, draft: Draft) -> bool:
        page = self._page("customers")
        if page is None:
            return False
        from cims_desktop.gui.pages.customers.resuming import resume_customer, resume_in_tab

        return resume_customer(page, draft, lambda: self._taken(draft, opened=resume_in_tab(page, draft)))

    def _product(self, draft: Draft) -> bool:
        page = self._page("products")
        if page is None:
            return False
        from cims_desktop.gui.pages.products import resume_product

        return self._taken(draft, opened=resume_product(page, draft.record, draft.payload))

    def _page(self, name: str) -> Any:
        """The page in front now; None when another one holds on to what is typed there."""
        pages = self._window.pages
        return pages.page(name) if pages.show(name) else None

    def _import(self, draft: Draft) -> bool:
        may = self._desk.may(Permission.IMPORT)
        return may and self._taken(draft, opened=self._window.errands.resume_import(draft.payload))

    def _administration(self, draft: Draft) -> bool:
        section, pages = SECTIONS[draft.form], self._window.pages
        if not pages.show("administration") or not pages.tell("show_section", section):
            return False
        return self._taken(draft, opened=pages.tell("tell_section", "resume", draft.record, draft.payload))

    def _taken(self, draft: Draft, *, opened: bool) -> bool:
        """From now on the draft is this window's."""
        drafts, user = self._desk.office.drafts, self._desk.user
        if opened:
            self._desk.write(lambda: drafts.take_up(draft, by=user), owner=self)
        return opened
