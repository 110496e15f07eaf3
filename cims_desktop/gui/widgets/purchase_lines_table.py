"""Table for typing lines by keyboard alone: Enter goes to the next field and, after the last, to a new line."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QHeaderView, QTableView, QWidget

from cims_desktop.gui import theme
from cims_desktop.gui.delegates.number_delegate import NumberDelegate
from cims_desktop.gui.models.lines_model import LinesModel

EDITORS = QAbstractItemView.EditTrigger
EDITABLE = Qt.ItemFlag.ItemIsEditable


class PurchaseLinesTable(QTableView):
    """`finished()`: Enter after the last editable field of the last line; `removal_asked()`: Ctrl+Delete."""

    finished = Signal()
    removal_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refused = False
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(
            EDITORS.AnyKeyPressed | EDITORS.EditKeyPressed | EDITORS.SelectedClicked | EDITORS.DoubleClicked
        )
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("framed", True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setHighlightSections(False)
        self._restyle()
        theme.notifier().changed.connect(self._restyle)

    def use(self, model: LinesModel) -> None:
        """Shows these lines; numbers are typed at the right."""
        self.setModel(model)
        self.setItemDelegate(NumberDelegate(self))
        model.refused.connect(self._note_refusal)

    def fit_columns(self, widths: dict[int, str]) -> None:
        """The first column takes what is left; `widths` gives a sample text for each other one."""
        header = self.horizontalHeader()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column, text in widths.items():
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(text) + theme.px(40))

    def edit_at(self, row: int, column: int) -> None:
        """Goes to a field and opens its editor."""
        if self.state() is QAbstractItemView.State.EditingState:
            self.setFocus()  # Takes the value of the field that is open and closes it.
        index = self.model().index(row, column)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        if self.state() is not QAbstractItemView.State.EditingState:
            self.edit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        index = self.currentIndex()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and plain:
            self._enter(index)
        elif event.key() == Qt.Key.Key_Delete and not plain:
            self.removal_asked.emit()
        else:
            super().keyPressEvent(event)

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        if editor.property("closed"):
            return  # Enter in a list of proposals closes the editor twice.
        editor.setProperty("closed", True)
        hints = QAbstractItemDelegate.EndEditHint
        at, refused = self.currentIndex(), self._refused
        self._refused = False
        super().closeEditor(editor, hints.NoHint)
        if refused and hint is not hints.NoHint:
            self.edit_at(at.row(), at.column())  # What could not be taken is typed again here.
        elif hint in {hints.SubmitModelCache, hints.EditNextItem}:
            self._go_on(at)
        elif hint is hints.EditPreviousItem:
            self._go_back(at)

    def _enter(self, index: QModelIndex) -> None:
        if self.state() is QAbstractItemView.State.EditingState:
            return  # The open editor had the key first and closes in a moment.
        if index.flags() & EDITABLE:
            self.edit(index)
        else:
            self._go_on(index)

    def _go_on(self, index: QModelIndex) -> None:
        following = self._next(index, 1)
        if following.isValid():
            self.edit_at(following.row(), following.column())
        else:
            self.finished.emit()

    def _go_back(self, index: QModelIndex) -> None:
        before = self._next(index, -1)
        if before.isValid():
            self.edit_at(before.row(), before.column())

    def _note_refusal(self) -> None:
        self._refused = True

    def _next(self, index: QModelIndex, step: int) -> QModelIndex:
        """The nearest editable field after (before) `index`; invalid when there is none."""
        model = self.model()
        columns = model.columnCount()
        place = index.row() * columns + index.column() + step
        while 0 <= place < model.rowCount() * columns:
            found = model.index(place // columns, place % columns)
            if found.flags() & EDITABLE:
                return found
            place += step
        return QModelIndex()

    def _restyle(self) -> None:
        self.verticalHeader().setDefaultSectionSize(theme.px(38))
