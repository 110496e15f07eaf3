"""Where each column of a file goes: one line per column."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from cims_desktop.domain.imports import import_field
from cims_desktop.exchange.mapping import ColumnMapping, Mapping
from cims_desktop.exchange.reading import TableDescription
from cims_desktop.gui.importing.field_words import column_label_word, field_word, ignore_word
from cims_desktop.gui.importing.plain import plain_tip
from cims_desktop.gui.importing.preview_model import cell_text, column_title

Index = QModelIndex | QPersistentModelIndex
SAMPLES = 3
LONGEST_SAMPLE = 40
# Several columns of these are put together into one text.
JOINED = frozenset({"given_name", "note"})
PART_FAMILIES = ("phone", "email", "address")


class MappingColumn(IntEnum):
    """The columns, from left to right."""

    TITLE = 0
    SAMPLES = 1
    TARGET = 2


class MappingModel(QAbstractTableModel):
    """`mapping_changed(Mapping)`: the person sent a column elsewhere."""

    mapping_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._description: TableDescription | None = None
        self._mapping: Mapping | None = None
        self._samples: list[str] = []
        self._targets: dict[int, ColumnMapping] = {}

    def show_mapping(self, description: TableDescription, mapping: Mapping) -> None:
        """Shows another file or suggestion."""
        self.beginResetModel()
        self._description = description
        self._samples = [_samples(description, column) for column in range(len(description.columns))]
        self._take(mapping)
        self.endResetModel()

    def mapping(self) -> Mapping:
        """The mapping as it stands. Only after `show_mapping`."""
        assert self._mapping is not None
        return self._mapping

    def target(self, column: int) -> str:
        """The field that a column of the file goes to; empty: it is ignored."""
        return self._targets[column].field if column in self._targets else ""

    def taken(self, field: str, besides: int) -> bool:
        """Whether another column goes to this field already, and only one may."""
        return any(
            each.field == field and each.column != besides for each in self._targets.values()
        ) and self._single(field)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() or self._description is None else len(self._description.columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(MappingColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MappingColumn.TARGET else flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or self._description is None:
            return None
        row = index.row()
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return (
                self.tr("%1 goes to %2").replace("%1", self._title(row)).replace("%2", self._target_word(row))
            )
        if role == Qt.ItemDataRole.EditRole:
            return self.target(row)
        texts = (self._title(row), self._samples[row], self._target_word(row))
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(texts[index.column()])
        return texts[index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """`value` is a field's name; empty ignores the column. A field that takes one column leaves its other one."""
        if role != Qt.ItemDataRole.EditRole or self._mapping is None or not index.isValid():
            return False
        column, field = index.row(), str(value or "")
        if field == self.target(column):
            return False
        mapping = self._mapping
        if field and self._single(field):
            for other in [each for each in mapping.columns if each.field == field]:
                mapping = mapping.with_column(ColumnMapping(other.column, other.header, ""))
        header = self._description.columns[column].header if self._description else ""
        group = group_for(mapping, column, field) if field and not self._single(field) else 0
        self._take(mapping.with_column(ColumnMapping(column, header, field, group)))
        last = self.index(self.rowCount() - 1, MappingColumn.TARGET)
        self.dataChanged.emit(self.index(0, MappingColumn.TITLE), last)
        self.mapping_changed.emit(self._mapping)
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Column in the file"), self.tr("For example"), self.tr("Goes to"))[section]
        return None

    def _take(self, mapping: Mapping) -> None:
        self._mapping = mapping
        self._targets = {each.column: each for each in mapping.columns}

    def _single(self, field: str) -> bool:
        if self._mapping is None or field in JOINED:
            return False
        return not import_field(self._mapping.kind, field).many

    def _title(self, column: int) -> str:
        return "" if self._description is None else column_title(self._description, column)

    def _target_word(self, column: int) -> str:
        each = self._targets.get(column)
        if each is None or self._mapping is None:
            return ignore_word()
        word, label = field_word(self._mapping.kind, each.field), column_label_word(each.label)
        return f"{word} · {label}" if label else word


def _samples(description: TableDescription, column: int) -> str:
    """The first three different values of a column."""
    values: dict[str, None] = {}
    for row in description.sample:
        if column < len(row.cells) and (text := cell_text(row.cells[column])):
            values.setdefault(text if len(text) <= LONGEST_SAMPLE else text[:LONGEST_SAMPLE] + "…")
        if len(values) == SAMPLES:
            break
    return "  ·  ".join(values)


def group_for(mapping: Mapping, column: int, field: str) -> int:
    """The number of the phone, mail or address that a column belongs to: that of a neighbour which lacks this
    part, else a new one.
    """
    family = next((name for name in PART_FAMILIES if field.startswith(name)), "")
    if not family:
        return 0
    members = [each for each in mapping.columns if each.field.startswith(family)]
    lacking = [
        each for each in members
        if not any(other.group == each.group and other.field == field for other in members)
    ]  # fmt: skip
    if lacking:
        return min(lacking, key=lambda each: abs(each.column - column)).group
    return max((each.group for each in mapping.columns), default=0) + 1
