"""Holds the pages of the main window, or the sections of a page: makes each at its first visit, asks before leaving."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QWidget

from cims_desktop.gui.desk import Desk
from cims_desktop.gui.pages import PageEntry


class PageHost(QObject):
    """`shown(str)`: the page with this id is in front now."""

    shown = Signal(str)

    def __init__(self, stack: QStackedWidget, desk: Desk, entries: Sequence[PageEntry]) -> None:
        super().__init__(stack)
        self._stack, self._desk = stack, desk
        self.entries = tuple(entries)
        self._pages: dict[str, QWidget] = {}
        self.current = ""

    def show(self, page_id: str) -> bool:
        """Brings a page to the front; False when the one in front was not to be left, or there is none such."""
        entry = next((each for each in self.entries if each.id == page_id), None)
        if entry is None or (page_id != self.current and not self.may_leave()):
            return False
        page = self._pages.get(page_id)
        if page is None:
            page = self._pages[page_id] = entry.make(self._desk)
            self._stack.addWidget(page)
        self.current = page_id
        self._stack.setCurrentWidget(page)
        self.tell("activate")
        self.shown.emit(page_id)
        return True

    def take_keys(self) -> None:
        """Gives the keyboard to the page in front: to its largest list or table, else its first control."""
        page = self._pages[self.current]
        lists = [view for view in page.findChildren(QAbstractItemView) if _takes_keys(view)]
        controls = (child for child in page.findChildren(QWidget) if _takes_keys(child))
        first = max(lists, key=_area, default=None) or next(controls, None)
        if first is not None:
            first.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def title(self) -> str:
        """The name of the page in front, in the language of the window."""
        title = getattr(self._pages.get(self.current), "title", None)
        return str(title()) if callable(title) else ""

    def tell(self, method: str, *values: Any) -> Any:
        """Calls a method of the page in front, if it has it."""
        found = getattr(self._pages.get(self.current), method, None)
        return found(*values) if callable(found) else None

    def may_leave(self) -> bool:
        """Whether the page in front lets go; it asks the person about unsaved changes."""
        return self.tell("may_leave") is not False

    def page(self, page_id: str) -> QWidget | None:
        """A page that has been shown already."""
        return self._pages.get(page_id)


def _takes_keys(widget: QWidget) -> bool:
    reachable = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    return reachable and widget.isVisible() and widget.isEnabled()


def _area(widget: QWidget) -> int:
    return widget.width() * widget.height()
