"""A list of plain records whose rows are painted as Faces."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cims_desktop.gui.delegates.two_line import FACE_ROLE, Face
from cims_desktop.gui.models.roles import RECORD_ROLE

Record = TypeVar("Record")
Index = QModelIndex | QPersistentModelIndex


class FaceListModel(QAbstractListModel, Generic[Record]):
    """Holds records and shows each with `face`; words are made when painted, so a new language shows at once."""

    def __init__(self, face: Callable[[Record], Face], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._face = face
        self._records: tuple[Record, ...] = ()

    def show_records(self, records: Sequence[Record]) -> None:
        """Replaces all rows."""
        self.beginResetModel()
        self._records = tuple(records)
        self.endResetModel()

    def record_at(self, row: int) -> Record | None:
        """The record of a row; None outside the list."""
        return self._records[row] if 0 <= row < len(self._records) else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._records)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        record = self.record_at(index.row()) if index.isValid() else None
        if record is None:
            return None
        if role == RECORD_ROLE:
            return record
        face = self._face(record)
        answers: dict[int, object] = {
            Qt.ItemDataRole.DisplayRole: face.title,
            Qt.ItemDataRole.AccessibleTextRole: face.spoken,
            Qt.ItemDataRole.ToolTipRole: face.text,
            FACE_ROLE: face,
        }
        return answers.get(role)
