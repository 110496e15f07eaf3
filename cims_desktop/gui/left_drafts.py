"""Offers what was typed before a crash or in another window, and brings it back to where it was typed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from cims_desktop.domain.permissions import Permission
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.dialogs.left_drafts import LeftDraftsDialog

if TYPE_CHECKING:
    from cims_desktop.gui.main_window import MainWindow
    from cims_desktop.services.drafts import Draft, LeftDraft

TIMELINE, PURCHASES, SATISFACTION = range(3)


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
        window, payload = self._window, draft.payload
        match draft.form:
            case "customer" if not draft.record:
                return self._new_customer(draft)
            case "customer":
                return self._on_customer(draft, None)
            case "entry" | "purchase" | "refund" | "score":
                return self._on_customer(draft, partial(self._in_tab, draft))
            case "product" if window.pages.show("products"):
                return self._taken(draft, window.pages.tell("resume", draft.record, payload))
            case "user" | "role" | "office_rules":
                return self._administration(draft)
            case "import" if self._desk.may(Permission.IMPORT):
                return self._taken(draft, window.errands.resume_import(payload))
            case _:
                return False

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

    def _new_customer(self, draft: Draft) -> bool:
        if not self._desk.may(Permission.CREATE_CUSTOMERS) or not self._window.pages.show("customers"):
            return False
        self._window.pages.tell("resume_new", draft)
        return True

    def _on_customer(self, draft: Draft, then: Callable[[], bool] | None) -> bool:
        if not self._window.pages.show("customers"):
            return False
        return bool(self._window.pages.tell("resume", draft, then))

    def _in_tab(self, draft: Draft) -> bool:
        tabs = self._window.pages.tell("history_tabs")
        ways: Mapping[str, tuple[int, Callable[[Any], bool]]] = {
            "entry": (TIMELINE, tabs.timeline.resume),
            "purchase": (PURCHASES, tabs.purchases.resume_purchase),
            "refund": (PURCHASES, tabs.purchases.resume_refund),
            "score": (SATISFACTION, tabs.satisfaction.resume),
        }
        tab, way = ways[draft.form]
        tabs.choose(tab)
        return self._taken(draft, way(draft.payload))

    def _administration(self, draft: Draft) -> bool:
        section = {"user": "users", "role": "roles"}.get(draft.form, draft.form)
        pages = self._window.pages
        if not pages.show("administration") or not pages.tell("show_section", section):
            return False
        return self._taken(draft, pages.tell("tell_section", "resume", draft.record, draft.payload))

    def _taken(self, draft: Draft, opened: object) -> bool:
        """From now on the draft is this window's."""
        drafts, user = self._desk.office.drafts, self._desk.user
        if opened:
            self._desk.write(lambda: drafts.take_up(draft, by=user), owner=self)
        return bool(opened)
