"""The field that asks for the acts on one customer: typed, then picked from what the search finds."""

from __future__ import annotations

from PySide6.QtCore import QObject, QStringListModel, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit

from cims_desktop.domain.permissions import Permission
from cims_desktop.domain.queries import SearchHit
from cims_desktop.gui import counter_mode
from cims_desktop.gui.desk import Desk
from cims_desktop.gui.widgets.search_asker import SearchAsker

MOST_HITS = 8


class AuditCustomer(QObject):
    """`changed()`: another customer is chosen, or none any more. Hidden from whoever may not see customers."""

    changed = Signal()

    def __init__(self, desk: Desk, field: QLineEdit, parent: QObject) -> None:
        super().__init__(parent)
        self._field = field
        self._hits: tuple[SearchHit, ...] = ()
        self.chosen: int | None = None
        self._names = QStringListModel(self)
        self._asker = SearchAsker(self)
        self._asker.bind(desk)
        self._asker.answered.connect(self._offer)
        self._completer = QCompleter(self._names, self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.activated.connect(self._picked)
        field.setCompleter(self._completer)
        field.textEdited.connect(self._typed)
        field.textChanged.connect(lambda text: None if text else self._typed(""))
        field.setVisible(desk.may(Permission.VIEW_CUSTOMERS))
        counter_mode.mark(field)

    def choose(self, customer_id: int, name: str) -> None:
        """Asks for this customer."""
        self._field.setText(name)
        self.chosen = customer_id
        self.changed.emit()

    def clear(self) -> None:
        """Asks for nobody in particular; whoever calls it asks anew."""
        self.chosen = None
        self._field.clear()

    def _typed(self, text: str) -> None:
        was, self.chosen = self.chosen, None
        self._asker.want(text.strip())
        if was is not None:
            self.changed.emit()

    def _offer(self, _text: str, hits: tuple[SearchHit, ...]) -> None:
        self._hits = hits[:MOST_HITS]
        self._names.setStringList([_name(hit) for hit in self._hits])
        if self._hits and self._field.hasFocus() and not counter_mode.is_on():
            self._completer.complete()

    def _picked(self, name: str) -> None:
        hit = next((one for one in self._hits if _name(one) == name), None)
        if hit is not None:
            self.chosen = hit.id
            self.changed.emit()


def _name(hit: SearchHit) -> str:
    return f"{hit.name} · {hit.number}"
