"""Single keys that act on the current row of a view, e.g. D for done."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cims_desktop.gui.widgets.sort_header import SortHeader

NO_MODIFIERS = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class KeyActs(QObject):
    """Gives `view` keys without modifiers, and those that sort by `header`. They win over its own search by letter."""

    def __init__(
        self,
        view: QWidget,
        acts: Mapping[Qt.Key, Callable[[], object]],
        header: SortHeader | None = None,
    ) -> None:
        super().__init__(view)
        self._acts, self._header = dict(acts), header
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._header is not None and self._header.sort_by_key(event):
                return True
            act = self._acts.get(Qt.Key(event.key())) if event.modifiers() in NO_MODIFIERS else None
            if act is not None:
                if not event.isAutoRepeat():
                    act()
                return True
        return super().eventFilter(watched, event)
