"""Remembers where somebody typed, so that he types on there afterwards."""

from __future__ import annotations

from dataclasses import dataclass, field

import shiboken6
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QWidget


@dataclass(frozen=True)
class _Place:
    """A field with its text and selection; of a cell that is edited, also its table."""

    widget: QWidget | None = None
    text: str = ""
    cursor: int = 0
    marked: tuple[int, int] = (-1, 0)
    view: QAbstractItemView | None = None
    cell: QPersistentModelIndex = field(default_factory=QPersistentModelIndex)


class FocusKeeper:
    """Remembers the field that has the keyboard, its selection, and the cell of a table that is edited."""

    def __init__(self) -> None:
        self._place = _Place()

    def remember(self) -> None:
        """Keeps the place of this moment."""
        widget = QApplication.focusWidget()
        self._place = _Place(widget)
        if isinstance(widget, QLineEdit):
            view = _edited_view(widget)
            cell = QPersistentModelIndex(view.currentIndex()) if view is not None else QPersistentModelIndex()
            marked = (widget.selectionStart(), widget.selectionLength())
            self._place = _Place(widget, widget.text(), widget.cursorPosition(), marked, view, cell)

    def give_back(self) -> None:
        """Puts the keyboard there again; a cell whose editor has closed is opened with the same text."""
        place, self._place = self._place, _Place()
        found = place.widget if _can_take(place.widget) else place.view
        if found is not None and shiboken6.isValid(found):
            found.window().activateWindow()
        if _can_take(place.widget):
            _enter(place)
        elif _can_take(place.view) and place.cell.isValid():
            _reopen(place)


def _can_take(widget: QWidget | None) -> bool:
    return widget is not None and shiboken6.isValid(widget) and widget.isVisible()


def _edited_view(editor: QLineEdit) -> QAbstractItemView | None:
    """The table whose cell `editor` edits, if it does."""
    viewport = editor.parentWidget()
    view = viewport.parentWidget() if viewport is not None else None
    return view if isinstance(view, QAbstractItemView) and view.viewport() is viewport else None


def _enter(place: _Place) -> None:
    widget = place.widget
    assert widget is not None
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    start, length = place.marked
    if isinstance(widget, QLineEdit) and start >= 0 and length and widget.text() == place.text:
        # A selection that was made backwards has its cursor at its start.
        backwards = place.cursor == start
        widget.setSelection(start + length if backwards else start, -length if backwards else length)


def _reopen(place: _Place) -> None:
    view = place.view
    assert view is not None
    index = view.model().index(place.cell.row(), place.cell.column())
    view.setFocus(Qt.FocusReason.OtherFocusReason)
    view.setCurrentIndex(index)
    view.edit(index)
    editor = view.window().focusWidget()  # The application's own is none until the window is active again.
    if isinstance(editor, QLineEdit) and view.viewport().isAncestorOf(editor):
        editor.setText(place.text)
        editor.setCursorPosition(place.cursor)
