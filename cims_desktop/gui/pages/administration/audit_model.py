"""The journal as a list that grows downwards: pages of acts, newest first, asked for as one scrolls."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cims_desktop.domain.auditing import AuditEntry
from cims_desktop.gui.delegates.two_line import FACE_ROLE, Face
from cims_desktop.gui.models.roles import RECORD_ROLE

Index = QModelIndex | QPersistentModelIndex
PAGE = 200


class AuditModel(QAbstractListModel):
    """`more_wanted(int)`: the view is near its end; the acts older than this one are wanted."""

    more_wanted = Signal(int)

    def __init__(self, face: Callable[[AuditEntry], Face], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._entries: list[AuditEntry] = []
        self._whole = True
        self._asked = False

    def begin(self, entries: Sequence[AuditEntry]) -> None:
        """Replaces everything by the first page."""
        self.beginResetModel()
        self._entries = list(entries)
        self._whole, self._asked = len(entries) < PAGE, False
        self.endResetModel()

    def append(self, entries: Sequence[AuditEntry]) -> None:
        """The next page, older than all that is there."""
        self._asked, self._whole = False, len(entries) < PAGE
        if entries:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(entries) - 1)
            self._entries += entries
            self.endInsertRows()

    def not_come(self) -> None:
        """The next page could not be had; scrolling asks again."""
        self._asked = False

    @property
    def whole(self) -> bool:
        """Whether the oldest act of the filter is there."""
        return self._whole

    def entry_at(self, row: int) -> AuditEntry | None:
        """The act of a row; None outside the list."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def row_of(self, act: int) -> int:
        """The row of an act, -1 when it is not there."""
        return next((row for row, entry in enumerate(self._entries) if entry.act == act), -1)

    def canFetchMore(self, _parent: Index) -> bool:
        return not self._whole and not self._asked

    def fetchMore(self, _parent: Index) -> None:
        if self._entries and not self._asked:
            self._asked = True
            self.more_wanted.emit(self._entries[-1].act)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry_at(index.row()) if index.isValid() else None
        if entry is None:
            return None
        if role == RECORD_ROLE:
            return entry
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, FACE_ROLE):
            return None
        face = self._face(entry)
        if role == FACE_ROLE:
            return face
        return face.title if role == Qt.ItemDataRole.DisplayRole else face.spoken
