"""What is wrong with the rows of a file: row, column, value and the reason in words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from cims_desktop.domain.errors import Problem
from cims_desktop.domain.imports import ImportKind
from cims_desktop.exchange.applying import RowProblems
from cims_desktop.exchange.mapping import Mapping as ColumnTargets
from cims_desktop.gui.importing.field_words import field_word
from cims_desktop.gui.importing.plain import plain_tip
from cims_desktop.gui.importing.preview_model import cell_text
from cims_desktop.gui.importing.words import row_problem
from cims_desktop.gui.models.text_table_model import LEFT, RIGHT

Index = QModelIndex | QPersistentModelIndex


class ProblemColumn(IntEnum):
    """The columns, from left to right."""

    ROW = 0
    COLUMN = 1
    VALUE = 2
    REASON = 3


class ProblemModel(QAbstractTableModel):
    """One line per problem; a row with two problems has two lines."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._kind = ImportKind.CUSTOMERS
        self._titles: Mapping[str, str] = {}
        self._lines: tuple[tuple[RowProblems, Problem], ...] = ()

    def show_refused(
        self, kind: ImportKind, refused: Sequence[RowProblems], titles: Mapping[str, str] | None = None
    ) -> None:
        """Shows the problems of another check. `titles` are the file's own, by the field that they go to."""
        self.beginResetModel()
        self._kind, self._titles = kind, titles or {}
        self._lines = tuple((row, problem) for row in refused for problem in row.problems)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own default)
        return 0 if parent.isValid() else len(ProblemColumn)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if index.column() == ProblemColumn.ROW else LEFT
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        row, problem = self._lines[index.row()]
        place = f"{row.sheet} · {row.row}" if row.sheet else str(row.row)
        texts = (
            place,
            column_word(self._kind, problem, self._titles),
            cell_text(problem.value),
            row_problem(problem),
        )
        text = texts[index.column()]
        return plain_tip(text) if role == Qt.ItemDataRole.ToolTipRole else text

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == ProblemColumn.ROW else LEFT
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Row"), self.tr("Column"), self.tr("Value"), self.tr("What is wrong"))[section]
        return None


def column_word(kind: ImportKind, problem: Problem, titles: Mapping[str, str]) -> str:
    """The file's own title; the field's word where no column gives it."""
    field = str(problem.params.get("field", problem.field))
    return titles.get(field) or field_word(kind, field) if problem.field == field else problem.field


def titles_of(mapping: ColumnTargets | None) -> dict[str, str]:
    """The file's titles by field; the first column of a field wins."""
    columns = reversed(mapping.columns if mapping is not None else ())
    return {each.field: each.header for each in columns if each.header}


def wording_of(mapping: ColumnTargets) -> Callable[[Problem], str]:
    """How a problem stands in the file of refused rows: column and reason."""
    kind, titles = mapping.kind, titles_of(mapping)
    return lambda problem: f"{column_word(kind, problem, titles)}: {row_problem(problem)}".removeprefix(": ")
